package vn.khuxuong.platform.database;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * How to reach the database, and the end of it where it is our own. The one place that chooses
 * between an existing server ({@code KHU_DB_URL}) and the private local cluster.
 *
 * @param url JDBC URL
 * @param user role that owns the schemas
 * @param password its password; empty where the server asks for none
 * @param origin one line for the log: which server this is
 * @param stop stops the server if this process started it
 */
public record Database(String url, String user, String password, String origin, Runnable stop)
    implements AutoCloseable {

  /**
   * The server that the environment names, else the local cluster under {@code data}, started and
   * locked for this process.
   *
   * @throws vn.khuxuong.platform.CommandFailure if the cluster cannot be started
   */
  public static Database open(Map<String, String> environment, Path data) {
    Database named = named(environment);
    return named != null ? named : LocalPostgres.start(data, LocalPostgres.Durability.FULL);
  }

  /**
   * Like {@link #open}, but joins a local cluster that a running service already holds: for short
   * commands beside it.
   */
  public static Database join(Map<String, String> environment, Path data) {
    Database named = named(environment);
    return named != null ? named : LocalPostgres.join(data);
  }

  private static @Nullable Database named(Map<String, String> environment) {
    String url = environment.getOrDefault("KHU_DB_URL", "");
    return url.isBlank()
        ? null
        : new Database(
            url,
            environment.getOrDefault("KHU_DB_USER", "khuxuong"),
            environment.getOrDefault("KHU_DB_PASSWORD", ""),
            "server " + url.replaceAll("[?].*", ""),
            () -> {});
  }

  /** Unpooled connections, for commands. */
  public DataSource dataSource() {
    return new DriverManagerDataSource(url, user, password);
  }

  /** Brings the schema to this version of the program; does nothing where it already is. */
  public void migrate() {
    Flyway.configure().dataSource(dataSource()).load().migrate();
  }

  /** Whether the server answers. */
  public boolean answers() {
    try (Connection connection = dataSource().getConnection()) {
      return connection.isValid(2);
    } catch (SQLException e) {
      return false;
    }
  }

  @Override
  public void close() {
    stop.run();
  }
}
