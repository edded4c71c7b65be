package vn.khuxuong.zoning.seed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;
import vn.khuxuong.geo.Crs;
import vn.khuxuong.geo.GeoJson.Feature;
import vn.khuxuong.geo.ShapeRules;
import vn.khuxuong.geo.Wkb;
import vn.khuxuong.zoning.LandUse;
import vn.khuxuong.zoning.StorageGrid;

/** SQL of the zones and plans that come from files, and of the plots cut from them. */
@Component
class SeedStore {
  private static final long LOCK = 0x6b68755f7a6f6e65L;

  private final JdbcClient jdbc;
  private final String upsertZone = sql("upsert-zone");
  private final String insertPlan = sql("insert-plan");
  private final String insertSubzone = sql("insert-subzone");

  SeedStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  private static String sql(String name) {
    try {
      return new ClassPathResource("sql/zoning/" + name + ".sql")
          .getContentAsString(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Makes a second instance wait until this transaction has ended. */
  void takeTurns() {
    jdbc.sql("select pg_advisory_xact_lock(:lock)").param("lock", LOCK).query().singleRow();
  }

  /** Records a zone or what has changed of it; false where nothing has. */
  boolean upsertZone(Feature zone) {
    String properties = zone.properties().toString();
    byte[] shape = Wkb.write(shape(zone));
    boolean changed =
        jdbc.sql(upsertZone)
                .param("properties", properties)
                .param("shape", shape)
                .param("contentSha256", sha256(properties, shape))
                .update()
            == 1;
    if (changed) {
      insertPhases(zone.properties());
    }
    return changed;
  }

  private void insertPhases(ObjectNode zone) {
    String code = zone.path("code").asString();
    jdbc.sql(
            """
            delete from zoning.zone_phases
            where zone_id = (select id from zoning.zones where code = :code)\
            """)
        .param("code", code)
        .update();
    jdbc.sql(
            """
            insert into zoning.zone_phases (zone_id, code, name_vi, name_en, gross_area_ha)
            select z.id, p ->> 'code', normalize(p ->> 'nameVi', NFC), p ->> 'nameEn',
                   (p ->> 'grossAreaHa')::numeric
            from zoning.zones z
            cross join jsonb_array_elements(cast(:phases as jsonb)) p
            where z.code = :code\
            """)
        .param("code", code)
        .param("phases", zone.has("phases") ? zone.path("phases").toString() : "[]")
        .update();
  }

  /** Records a plan as a draft; null where its version is there already. */
  @Nullable Long insertDraft(ObjectNode members) {
    GeneratedKeyHolder key = new GeneratedKeyHolder();
    int inserted = jdbc.sql(insertPlan).param("members", members.toString()).update(key, "id");
    return inserted == 0 ? null : key.getKeyAs(Long.class);
  }

  void insertSubzone(long plan, Feature subzone) {
    jdbc.sql(insertSubzone)
        .param("plan", plan)
        .param("properties", subzone.properties().toString())
        .param("shape", Wkb.write(shape(subzone)))
        .update();
  }

  /** Publishes a draft of a zone that has no published plan, in force from its own date on. */
  void publish(long plan) {
    jdbc.sql(
            """
            update zoning.plans set status = 'PUBLISHED', published_at = now()
            where id = :plan\
            """)
        .param("plan", plan)
        .update();
    jdbc.sql(
            """
            insert into zoning.plan_periods (zone_id, plan_id, valid)
            select zone_id, id, daterange(valid_from, valid_to) from zoning.plans where id = :plan\
            """)
        .param("plan", plan)
        .update();
  }

  /**
   * A subzone to be cut into plots.
   *
   * @param shape longitude, latitude as stored
   */
  record PlannedSubzone(long zoneId, String code, LandUse use, Crs legal, Geometry shape) {}

  /** Codes of zones that have an illustrative plan from a file in force and no plots. */
  List<String> zonesWithoutPlots() {
    return jdbc.sql(
            """
            select z.code
            from zoning.zones z
            join zoning.plans p on p.zone_id = z.id
            where p.status = 'PUBLISHED' and p.author = 'system' and p.data_status = 'ILLUSTRATIVE'
              and not exists (select from zoning.plots q where q.zone_id = z.id)
            order by z.code\
            """)
        .query(String.class)
        .list();
  }

  /** The subzones of a zone's published plan with one of the land uses, by code. */
  List<PlannedSubzone> subzonesToDivide(String zone, Set<LandUse> uses) {
    return jdbc.sql(
            """
            select z.id, s.code, s.land_use, z.legal_srid, st_asbinary(s.geom) as shape
            from zoning.zones z
            join zoning.plans p on p.zone_id = z.id and p.status = 'PUBLISHED'
            join zoning.subzones s on s.plan_id = p.id
            where z.code = :zone and s.land_use in (:uses)
            order by s.code\
            """)
        .param("zone", zone)
        .param("uses", uses.stream().map(LandUse::name).toList())
        .query(
            (row, n) ->
                new PlannedSubzone(
                    row.getLong("id"),
                    row.getString("code"),
                    LandUse.valueOf(row.getString("land_use")),
                    Crs.ofEpsg(row.getInt("legal_srid")),
                    Wkb.read(row.getBytes("shape"), ShapeRules.vietnam(Crs.CRS84))))
        .list();
  }

  /** Records a plot of a subzone. */
  void insertPlot(PlannedSubzone subzone, String code, String status, Geometry shape) {
    jdbc.sql(
            """
            insert into zoning.plots
              (zone_id, subzone_code, code, land_use, status, area_m2, data_status, geom)
            values (:zone, :subzone, :code, :use, :status, 0, 'ILLUSTRATIVE',
              st_geomfromwkb(:shape, 4326))\
            """)
        .param("zone", subzone.zoneId())
        .param("subzone", subzone.code())
        .param("code", code)
        .param("use", subzone.use().name())
        .param("status", status)
        .param("shape", Wkb.write(shape))
        .update();
  }

  private static Geometry shape(Feature feature) {
    if (feature.geometry() == null) {
      throw new IllegalStateException("Feature " + feature.id() + " has no geometry");
    }
    return StorageGrid.snap(feature.geometry());
  }

  private static String sha256(String text, byte[] bytes) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest.digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
