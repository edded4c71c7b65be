package vn.khuxuong.zoning.plan;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.khuxuong.geo.Crs;
import vn.khuxuong.geo.ShapeRules;
import vn.khuxuong.geo.Wkb;
import vn.khuxuong.zoning.StorageGrid;
import vn.khuxuong.zoning.Zone;
import vn.khuxuong.zoning.ZoningProblem;

/** SQL of zones as plan work needs them. */
@Component
public class ZoneStore {
  private static final ShapeRules OUTLINE = ShapeRules.vietnam(Crs.CRS84).areasOnly();

  private final JdbcClient jdbc;

  ZoneStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * The zone with this code.
   *
   * @throws vn.khuxuong.platform.problem.ProblemException {@link ZoningProblem#UNKNOWN_ZONE}
   */
  public Zone get(String code) {
    return find(code).orElseThrow(() -> unknown(code, list()));
  }

  /** The zone with this code, empty where there is none. */
  public Optional<Zone> find(String code) {
    return jdbc.sql(
            """
            select code, name_vi, name_en, kind, status = 'PLANNED' as planned, converting,
                   gross_area_ha, founded, established_on, term_end, legal_srid,
                   st_asbinary(geom) as outline
            from zoning.zones where code = :code""")
        .param("code", code)
        .query((row, i) -> zone(row))
        .optional();
  }

  /** Hash of everything the zone's row was loaded from; another hash is another outline. */
  public String contentSha256(String code) {
    return jdbc.sql("select content_sha256 from zoning.zones where code = :code")
        .param("code", code)
        .query(String.class)
        .single();
  }

  private List<String> list() {
    return jdbc.sql("select code from zoning.zones order by code").query(String.class).list();
  }

  private static RuntimeException unknown(String code, List<String> known) {
    String shown = code.length() > 20 ? code.substring(0, 20) + "…" : code;
    return ZoningProblem.UNKNOWN_ZONE
        .with("Không có khu mã “" + shown + "”.", "There is no zone “" + shown + "”.")
        .field("zone")
        .remedy(
            "Các mã: " + String.join(", ", known) + ".",
            "Known codes: " + String.join(", ", known) + ".");
  }

  private static Zone zone(ResultSet row) throws SQLException {
    Crs legal = Crs.ofEpsg(row.getInt("legal_srid"));
    return new Zone(
        row.getString("code"),
        row.getString("name_vi"),
        row.getString("name_en"),
        Zone.Kind.valueOf(row.getString("kind")),
        row.getBoolean("planned"),
        row.getBoolean("converting"),
        row.getDouble("gross_area_ha"),
        row.getObject("founded", Integer.class),
        row.getObject("established_on", LocalDate.class),
        row.getObject("term_end", LocalDate.class),
        legal,
        StorageGrid.fromStored(Wkb.read(row.getBytes("outline"), OUTLINE), legal));
  }
}
