package vn.khuxuong.platform.database;

import java.nio.file.Path;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * The real PostGIS of the test run, one for the whole JVM: the server that {@code KHU_DB_URL}
 * names, else a container where a Docker engine answers, else a local cluster. Chosen here and
 * nowhere else.
 */
public final class TestDatabase
    implements ApplicationContextInitializer<ConfigurableApplicationContext> {
  private static final String IMAGE = "postgis/postgis:15-3.4";

  private static final Database DATABASE = choose();

  private static Database choose() {
    Database database;
    if (!System.getenv().getOrDefault("KHU_DB_URL", "").isBlank()) {
      database = Database.open(System.getenv(), Path.of("unused"));
    } else if (hasDockerEngine()) {
      database = container();
    } else {
      Path data = Path.of(System.getProperty("khu.test.data", "target/test-data"));
      database = LocalPostgres.start(data, LocalPostgres.Durability.NONE);
    }
    Runtime.getRuntime().addShutdownHook(new Thread(database::close));
    System.out.println("Tests run on " + database.origin());
    return database;
  }

  private static boolean hasDockerEngine() {
    return DockerClientFactory.instance().isDockerAvailable();
  }

  private static Database container() {
    PostgreSQLContainer container =
        new PostgreSQLContainer(DockerImageName.parse(IMAGE).asCompatibleSubstituteFor("postgres"));
    container.start();
    return new Database(
        container.getJdbcUrl(),
        container.getUsername(),
        container.getPassword(),
        "container " + IMAGE,
        container::stop);
  }

  /** The server, with the database that all tests of the running application share. */
  public static Database shared() {
    return DATABASE;
  }

  /** A new empty database on the same server, for tests of migrations and of stores alone. */
  public static Database empty(String name) {
    try (var connection = DATABASE.dataSource().getConnection();
        var statement = connection.createStatement()) {
      statement.execute("drop database if exists " + name + " with (force)");
      statement.execute("create database " + name + " template template0");
    } catch (java.sql.SQLException e) {
      throw new IllegalStateException(e);
    }
    return new Database(
        DATABASE.url().replaceAll("/[^/?]+([?]|$)", "/" + name + "$1"),
        DATABASE.user(),
        DATABASE.password(),
        DATABASE.origin(),
        () -> {});
  }

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    Database own = empty("khuxuong_test");
    TestPropertyValues.of(
            "spring.datasource.url=" + own.url(),
            "spring.datasource.username=" + own.user(),
            "spring.datasource.password=" + own.password())
        .applyTo(context);
  }
}
