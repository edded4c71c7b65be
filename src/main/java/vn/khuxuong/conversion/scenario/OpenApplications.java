package vn.khuxuong.conversion.scenario;

import static java.util.stream.Collectors.toMap;

import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * SQL of the applications that the next round takes, as {@code tenancy.Applications} lists them.
 */
@Component
class OpenApplications {
  private final JdbcClient jdbc;

  OpenApplications(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  private record Open(String firm, String application) {}

  /** Code of a firm to that of its application, the earliest where it has several. */
  Map<String, String> ofFirms() {
    return jdbc
        .sql(
            """
            select distinct on (f.code) f.code as firm, a.code as application
            from tenancy.applications a
            join tenancy.firms f on f.id = a.firm_id
            where a.status = 'ELIGIBLE'
            order by f.code, a.submitted_at, a.id""")
        .query(Open.class)
        .list()
        .stream()
        .collect(toMap(Open::firm, Open::application));
  }
}
