package vn.khuxuong.allocation.round;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL of what officers see beside an answer: names of firms, names and places of buildings. */
@Repository
class BoardStore {
  private final JdbcClient jdbc;

  BoardStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A name in both languages. */
  record Name(String vi, String en) {}

  /** Names of the firms behind the applications of a round. */
  Map<String, Name> firms(long roundId) {
    Map<String, Name> names = new HashMap<>();
    jdbc.sql(
            """
            select e.application, f.name_vi, f.name_en
            from allocation.round_applications e join tenancy.firms f on f.id = e.firm_id
            where e.round_id = :round""")
        .param("round", roundId)
        .query(
            (row, n) -> names.put(row.getString(1), new Name(row.getString(2), row.getString(3))))
        .list();
    return names;
  }

  /** A building that still stands; a point in it, longitude and latitude (WGS 84). */
  record Place(
      String code, String nameVi, String nameEn, @Nullable Double lon, @Nullable Double lat) {}

  List<Place> buildings(List<String> codes) {
    return jdbc.sql(
            """
            select code, name_vi, name_en, st_x(p) as lon, st_y(p) as lat
            from space.buildings, lateral st_pointonsurface(geom) p
            where code = any (:codes)""")
        .param("codes", codes.toArray(String[]::new))
        .query(Place.class)
        .list();
  }

  /** Kinds of reasons of a run by application. */
  Map<String, Cause> causes(long runId) {
    Map<String, Cause> causes = new HashMap<>();
    jdbc.sql(
            """
            select application, code, cause_vi, cause_en, (detail -> 'change')::text
            from allocation.reasons where run_id = :r""")
        .param("r", runId)
        .query(
            (row, n) ->
                causes.put(
                    row.getString(1),
                    new Cause(
                        row.getString(2), row.getString(3), row.getString(4), row.getString(5))))
        .list();
    return causes;
  }

  /**
   * The kind of a reason, in words that are the same for all that have it.
   *
   * @param change JSON of the smallest change, {@code null} as JSON where none exists; null where
   *     none was looked for
   */
  record Cause(String code, String vi, String en, @Nullable String change) {}
}
