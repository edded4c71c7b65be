package vn.khuxuong.zoning.synthetic;

import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Random;
import java.util.UUID;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import vn.khuxuong.geo.Crs;
import vn.khuxuong.geo.Wkb;
import vn.khuxuong.platform.database.CopyRows;
import vn.khuxuong.platform.database.TriggerPause;
import vn.khuxuong.zoning.LandUse;
import vn.khuxuong.zoning.StorageGrid;
import vn.khuxuong.zoning.synthetic.SyntheticZone.Plot;
import vn.khuxuong.zoning.synthetic.SyntheticZone.Subzone;

/** Writes synthetic zones into schema {@code zoning}. */
public final class ZoneRows {
  /** What stands in {@code sources} of every synthetic zone. */
  public static final String SOURCE = "Dữ liệu thử tải do máy sinh (khu seed)";

  private static final String PUBLISHED_AT = "2026-01-15 02:00:00+00";
  private static final LocalDate VALID_FROM = LocalDate.of(2026, 2, 1);
  private static final int TERM_YEARS = 50;
  private static final double M2_PER_HA = 10_000;

  private final SyntheticZone zone;
  private final Crs legal;
  private final Random random;
  private final MessageDigest digest = CopyRows.digest();

  private ZoneRows(SyntheticZone zone) {
    this.zone = zone;
    this.legal = zone.place().legal();
    this.random = new Random(zone.place().seed() + 1);
  }

  /**
   * What was written.
   *
   * @param sha256 of all that was written of the zone, without identifiers
   */
  public record Written(long zoneId, int subzones, int plots, String sha256) {}

  /**
   * Writes a zone with its published plan and its plots, in the caller's transaction.
   *
   * @throws SQLException if the zone is there already, or a row breaks a constraint
   */
  public static Written write(Connection connection, SyntheticZone zone) throws SQLException {
    return new ZoneRows(zone).write(connection);
  }

  private Written write(Connection connection) throws SQLException {
    TriggerPause pause =
        new TriggerPause(connection)
            .of("zoning.zones")
            .of("zoning.plans")
            .of("zoning.plan_periods")
            .of("zoning.subzones", "subzone_measured")
            .of("zoning.plots", "plot_measured");
    long zoneId = CopyRows.reserve(connection, "zoning.zones", 1);
    long planId = CopyRows.reserve(connection, "zoning.plans", 1);
    CopyRows plan = plan(zoneId, planId);
    CopyRows subzones =
        subzones(planId, CopyRows.reserve(connection, "zoning.subzones", zone.subzones().size()));
    CopyRows plots =
        plots(zoneId, CopyRows.reserve(connection, "zoning.plots", zone.plots().size()));
    CopyRows outline = outline(zoneId);
    for (CopyRows rows : new CopyRows[] {outline, plan, period(zoneId, planId), subzones, plots}) {
      rows.send(connection);
    }
    pause.end();
    return new Written(
        zoneId, subzones.count(), plots.count(), HexFormat.of().formatHex(digest.digest()));
  }

  /** Last of all, for it carries the hash of the plan and the plots. */
  private CopyRows outline(long zoneId) {
    ZonePlace place = zone.place();
    boolean export = random.nextInt(20) == 0;
    boolean planned = random.nextInt(7) == 0;
    int founded = planned ? 2024 : 1994 + random.nextInt(29);
    double grossHa = Math.round(zone.outline().getArea() / M2_PER_HA * 100) / 100.0;
    String kindVi = export ? "Khu chế xuất " : "Khu công nghiệp ";
    String kindEn = export ? " Export Processing Zone" : " Industrial Park";
    String plain = Words.plain(place.name());
    CopyRows rows =
        new CopyRows(
            digest,
            "zoning.zones",
            ("id code name_vi name_en short_name kind status converting gross_area_ha"
                    + " leasable_area_ha founded term_end term_end_precision operator_vi"
                    + " operator_en commune commune_before legal_srid data_status note_vi note_en"
                    + " sources geom content_sha256")
                .split(" "));
    rows.id(zoneId)
        .add(place.code())
        .add(kindVi + place.name())
        .add(plain + kindEn)
        .add((export ? "KCX " : "KCN ") + place.name())
        .add(export ? "EPZ" : "IP")
        .add(planned ? "PLANNED" : "OPERATING")
        .add(!planned && random.nextInt(16) == 0)
        .add(grossHa)
        .add(Math.floor(grossHa * 65) / 100)
        .add(founded)
        .add(LocalDate.of(founded + TERM_YEARS, 12, 31))
        .add("YEAR")
        .add("Công ty CP Phát triển hạ tầng " + place.name())
        .add(plain + " Infrastructure Development JSC")
        .add(place.commune())
        .add(place.province())
        .add(legal.srid())
        .add("ILLUSTRATIVE")
        .add("Khu giả định để thử tải, không có thật.")
        .add("An invented zone for load tests; no such place exists.")
        .add("[\"" + SOURCE + "\"]")
        .shape(stored(legal.geometryFactory().createMultiPolygon(new Polygon[] {zone.outline()})))
        .add(HexFormat.of().formatHex(copyOf(digest).digest()))
        .end();
    return rows;
  }

  private CopyRows plan(long zoneId, long planId) {
    String name = zone.place().name();
    CopyRows rows =
        new CopyRows(
            digest,
            "zoning.plans",
            ("id zone_id version status title_vi title_en scale author valid_from published_at"
                    + " data_status source_vi source_en")
                .split(" "));
    rows.id(planId)
        .id(zoneId)
        .add(1)
        .add("PUBLISHED")
        .add("Đồ án quy hoạch phân khu 1/2000 KCN " + name + ", giả định")
        .add("Subzone plan 1:2000 of " + Words.plain(name) + " Industrial Park, invented")
        .add(2000)
        .add("system")
        .add(VALID_FROM)
        .add(PUBLISHED_AT)
        .add("ILLUSTRATIVE")
        .add(SOURCE)
        .add("Synthetic load (khu seed)")
        .end();
    return rows;
  }

  private CopyRows period(long zoneId, long planId) {
    CopyRows rows =
        new CopyRows(digest, "zoning.plan_periods", "zone_id", "plan_id", "valid", "known");
    rows.id(zoneId)
        .id(planId)
        .add("[" + VALID_FROM + ",)")
        .add("[\"" + PUBLISHED_AT + "\",)")
        .end();
    return rows;
  }

  private CopyRows subzones(long planId, long firstId) {
    CopyRows rows =
        new CopyRows(
            digest,
            "zoning.subzones",
            ("id plan_id code name_vi name_en land_use phase max_density_pct max_floors far"
                    + " purpose_vi purpose_en uid area_m2 geom")
                .split(" "));
    for (Subzone subzone : zone.subzones()) {
      LandUse use = subzone.use();
      boolean built = use.cadastralCode().equals("SKK") || use == LandUse.SERVICE;
      int floors = use == LandUse.HIGHRISE ? 8 : 5;
      int density = use == LandUse.HIGHRISE ? 50 : 60;
      boolean support = use == LandUse.SUPPORT;
      rows.id(firstId + rows.count())
          .id(planId)
          .add(subzone.code())
          .add(use.nameVi() + " " + subzone.code())
          .add(use.nameEn() + " " + subzone.code())
          .add(use.name())
          .add(subzone.phase())
          .add(built ? density : null)
          .add(built ? floors : null)
          .add(built ? density * floors / 100.0 : null)
          .add(support ? "Doanh nghiệp nhỏ và vừa, công nghiệp hỗ trợ" : null)
          .add(support ? "SMEs and supporting industry" : null)
          .add(
              new UUID(
                  (random.nextLong() & ~0xf000L) | 0x4000L, (random.nextLong() >>> 2) | 1L << 63))
          .add(0)
          .shape(stored(subzone.shape()))
          .end();
    }
    return rows;
  }

  private CopyRows plots(long zoneId, long firstId) {
    CopyRows rows =
        new CopyRows(
            digest,
            "zoning.plots",
            "id zone_id subzone_code code land_use status area_m2 data_status geom".split(" "));
    for (Plot plot : zone.plots()) {
      rows.id(firstId + rows.count())
          .id(zoneId)
          .add(plot.subzone().code())
          .add(plot.code())
          .add(plot.subzone().use().name())
          .add(plot.status())
          .add(0)
          .add("ILLUSTRATIVE")
          .shape(stored(plot.shape()))
          .end();
    }
    return rows;
  }

  private byte[] stored(Geometry shape) {
    return Wkb.writeWithSrid(StorageGrid.toStored(shape, legal), Crs.EPSG_4326);
  }

  private static MessageDigest copyOf(MessageDigest digest) {
    try {
      return (MessageDigest) digest.clone();
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException(e);
    }
  }
}
