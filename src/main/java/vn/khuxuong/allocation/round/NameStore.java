package vn.khuxuong.allocation.round;

import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL of the names that sentences use. */
@Repository
class NameStore {
  private final JdbcClient jdbc;

  NameStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Names of codes: short names of zones, and industries by code in each language. */
  Map<String, String> zoneNames() {
    return names("select code, short_name from zoning.zones");
  }

  Map<String, String> industryNames(boolean vietnamese) {
    return names(
        vietnamese
            ? "select code, name_vi from space.industries"
            : "select code, name_en from space.industries");
  }

  private Map<String, String> names(String sql) {
    Map<String, String> names = new HashMap<>();
    jdbc.sql(sql).query((row, n) -> names.put(row.getString(1), row.getString(2))).list();
    return names;
  }
}
