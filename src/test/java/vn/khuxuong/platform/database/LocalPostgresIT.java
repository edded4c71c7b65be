package vn.khuxuong.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.khuxuong.platform.CommandFailure;

/** The private cluster: started, shared, locked, recovered, never wiped. */
class LocalPostgresIT {
  private static final Path ROOT = Path.of("target/test-clusters");

  @BeforeAll
  static void needsPostgresHere() {
    assumeFalse(
        PostgresBinaries.installed().isEmpty(), "no PostgreSQL with PostGIS on this machine");
  }

  private static Path folder() throws IOException {
    return Files.createDirectories(ROOT.resolve(UUID.randomUUID().toString()));
  }

  @Test
  void whatWasCommittedSurvivesAKilledServer() throws Exception {
    Path data = folder();
    Database first = LocalPostgres.start(data, LocalPostgres.Durability.FULL);
    JdbcClient jdbc = JdbcClient.create(first.dataSource());
    jdbc.sql("create table kept (n integer)").update();
    jdbc.sql("insert into kept values (42)").update();
    long postmaster =
        jdbc.sql("select pg_read_file('postmaster.pid')")
            .query(String.class)
            .single()
            .lines()
            .findFirst()
            .map(Long::parseLong)
            .orElseThrow();
    ProcessHandle server = ProcessHandle.of(postmaster).orElseThrow();
    server.destroyForcibly();
    server.onExit().get(30, TimeUnit.SECONDS);
    first.close();
    try (Database second = LocalPostgres.start(data, LocalPostgres.Durability.FULL)) {
      assertThat(
              JdbcClient.create(second.dataSource())
                  .sql("select n from kept")
                  .query(Integer.class)
                  .single())
          .isEqualTo(42);
    }
  }

  @Test
  void aSecondProcessIsRefusedButACommandMayJoin() throws Exception {
    Path data = folder();
    try (Database service = LocalPostgres.start(data, LocalPostgres.Durability.NONE)) {
      assertThatThrownBy(() -> LocalPostgres.start(data, LocalPostgres.Durability.NONE))
          .isInstanceOf(CommandFailure.class)
          .hasMessageContaining("Another khu process is using");
      try (Database command = Database.join(Map.of(), data)) {
        assertThat(command.url()).isEqualTo(service.url());
      }
      assertThat(service.answers()).as("the service's server outlives the command").isTrue();
    }
  }

  @Test
  void theServerListensOnLoopbackOnlyAndAsksForThePassword() throws Exception {
    Path data = folder();
    try (Database service = LocalPostgres.start(data, LocalPostgres.Durability.NONE)) {
      JdbcClient jdbc = JdbcClient.create(service.dataSource());
      assertThat(jdbc.sql("show listen_addresses").query(String.class).single())
          .isEqualTo("127.0.0.1");
      assertThat(jdbc.sql("show unix_socket_directories").query(String.class).single()).isEmpty();
      Database guess =
          new Database(service.url(), service.user(), "guess", service.origin(), () -> {});
      assertThat(guess.answers()).isFalse();
      assertThat(Files.getPosixFilePermissions(data.resolve("pg.properties")))
          .containsExactlyInAnyOrder(
              PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    }
  }

  @Test
  void serveIsDurable() throws Exception {
    Path data = folder();
    try (Database service = Database.open(Map.of(), data)) {
      JdbcClient jdbc = JdbcClient.create(service.dataSource());
      assertThat(jdbc.sql("show fsync").query(String.class).single()).isEqualTo("on");
      assertThat(jdbc.sql("show synchronous_commit").query(String.class).single()).isEqualTo("on");
    }
  }

  @Test
  void anExistingServerIsUsedWhereTheEnvironmentNamesOne() {
    Database named =
        Database.open(
            Map.of(
                "KHU_DB_URL",
                "jdbc:postgresql://db.example/khu?sslmode=require",
                "KHU_DB_USER",
                "u"),
            Path.of("/nonexistent"));
    assertThat(named.url()).isEqualTo("jdbc:postgresql://db.example/khu?sslmode=require");
    assertThat(named.user()).isEqualTo("u");
    assertThat(named.origin()).isEqualTo("server jdbc:postgresql://db.example/khu");
  }
}
