package vn.khuxuong.platform.derived;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Looks at copies and views side by side. */
final class Copies {
  static final List<String> LAYERS =
      List.of("zones", "subzones", "plots", "buildings", "floors", "bays", "vacancies");

  private final JdbcClient jdbc;

  Copies(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Does what happens at commit, within the transaction. */
  void settle() {
    jdbc.sql("set constraints all immediate").update();
    jdbc.sql("set constraints all deferred").update();
  }

  /**
   * For each layer the number of rows that the view has and its copy has not, or the other way
   * round, on the copies' day and with what is known by now; layers without are left out.
   */
  Map<String, Long> differences() {
    jdbc.sql(
            """
            select set_config('khu.on', (select day::text from derived.state), true),
                   set_config('khu.as_of', clock_timestamp()::text, true)\
            """)
        .query()
        .listOfRows();
    Map<String, Long> differences = new TreeMap<>();
    for (String layer : LAYERS) {
      long rows = jdbc.sql(difference(layer)).query(Long.class).single();
      if (rows > 0) {
        differences.put(layer, rows);
      }
    }
    jdbc.sql("select set_config('khu.on', '', true), set_config('khu.as_of', '', true)")
        .query()
        .listOfRows();
    return differences;
  }

  private String difference(String layer) {
    String columns =
        jdbc.sql(
                """
                select string_agg(quote_ident(attname), ', ' order by attnum) from pg_attribute
                where attrelid = cast(:view as regclass) and attnum > 0\
                """)
            .param("view", "published." + layer)
            .query(String.class)
            .single();
    return """
    select count(*) from (
      (select %1$s from published.%2$s except all select %1$s from published.%2$s_now)
      union all
      (select %1$s from published.%2$s_now except all select %1$s from published.%2$s)) d\
    """
        .formatted(columns, layer);
  }

  long count(String sql) {
    return jdbc.sql(sql).query(Long.class).single();
  }
}
