package vn.khuxuong.report.dossier;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** SQL of the dossier; schema {@code published} only. */
@Component
class DossierStore {
  private final JdbcClient jdbc;

  DossierStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The zones in conversion by code, with their shapes as published today. */
  List<ZoneSheet> zones() {
    return jdbc.sql(
            """
            select code, short_name, name_vi, gross_area_ha::numeric as gross_area_ha,
                   leasable_area_ha::numeric as leasable_area_ha, founded, term_end,
                   term_end_precision, operator_vi, commune, legal_srid, data_status,
                   position_error_km::numeric as position_error_km,
                   st_asbinary(st_transform(geom, legal_srid)) as shape
            from published.zones_now where converting order by code collate "C\"""")
        .query((row, i) -> zone(row))
        .list();
  }

  private ZoneSheet zone(ResultSet row) throws SQLException {
    String code = row.getString("code");
    int srid = row.getInt("legal_srid");
    return new ZoneSheet(
        code,
        row.getString("short_name"),
        row.getString("name_vi"),
        row.getBigDecimal("gross_area_ha"),
        row.getBigDecimal("leasable_area_ha"),
        row.getObject("founded", Integer.class),
        row.getObject("term_end", LocalDate.class),
        row.getString("term_end_precision"),
        row.getString("operator_vi"),
        row.getString("commune"),
        srid,
        row.getString("data_status"),
        row.getBigDecimal("position_error_km"),
        shape(row.getBytes("shape")),
        shapes("published.subzones_now", code, srid),
        shapes("published.buildings_now", code, srid));
  }

  /**
   * Shapes of a zone.
   *
   * @param view one of the two above, never of a client
   */
  private List<ZoneSheet.Shape> shapes(String view, String zone, int srid) {
    return jdbc.sql(
            "select code, st_asbinary(st_transform(geom, cast(:srid as integer))) as shape from "
                + view
                + " where zone_code = :zone order by code collate \"C\"")
        .param("zone", zone)
        .param("srid", srid)
        .query((row, i) -> new ZoneSheet.Shape(row.getString(1), shape(row.getBytes(2))))
        .list();
  }

  private static Geometry shape(byte[] wkb) {
    try {
      return new WKBReader().read(wkb);
    } catch (ParseException e) {
      throw new IllegalStateException(e);
    }
  }
}
