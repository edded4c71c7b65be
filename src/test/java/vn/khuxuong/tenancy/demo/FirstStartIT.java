package vn.khuxuong.tenancy.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.khuxuong.Khuxuong;
import vn.khuxuong.platform.database.Database;
import vn.khuxuong.platform.database.TestDatabase;

/** First starts on an empty database: without demo data, then two instances at once with it. */
class FirstStartIT {

  @Test
  void demoIsLoadedOnceByTwoInstancesAndNotAtAllWhenOff() {
    Database empty = TestDatabase.empty("khuxuong_first_start");
    JdbcClient jdbc = JdbcClient.create(empty.dataSource());
    start(empty, "off").close();
    assertThat(counts(jdbc)).containsExactly(6L, 1L, 0L, 0L, 0L);

    // two instances in one JVM must not both set up its one logging system
    System.setProperty(LoggingSystem.SYSTEM_PROPERTY, LoggingSystem.NONE);
    try {
      List<CompletableFuture<ConfigurableApplicationContext>> instances =
          List.of(
              CompletableFuture.supplyAsync(() -> start(empty, "on")),
              CompletableFuture.supplyAsync(() -> start(empty, "on")));
      instances.forEach(instance -> instance.join().close());
    } finally {
      System.clearProperty(LoggingSystem.SYSTEM_PROPERTY);
    }
    List<Long> loaded = counts(jdbc);
    assertThat(loaded.subList(0, 3)).containsExactly(6L, 1L, 16L);
    assertThat(loaded.get(3)).isGreaterThan(280);
    assertThat(loaded.get(4)).isEqualTo(2);
  }

  private static ConfigurableApplicationContext start(Database database, String demo) {
    return new SpringApplicationBuilder(Khuxuong.class)
        .web(WebApplicationType.SERVLET)
        .properties(
            "server.port=0",
            "spring.datasource.url=" + database.url(),
            "spring.datasource.username=" + database.user(),
            "spring.datasource.password=" + database.password(),
            "khu.demo-round.seconds=1")
        .run("--khu.demo=" + demo, "--server.port=0");
  }

  private static List<Long> counts(JdbcClient jdbc) {
    return List.of(
        count(jdbc, "zoning.zones"),
        count(jdbc, "zoning.plans"),
        count(jdbc, "space.buildings"),
        count(jdbc, "tenancy.firms"),
        count(jdbc, "platform.audit where action = 'demo.loaded'"));
  }

  private static long count(JdbcClient jdbc, String rows) {
    return jdbc.sql("select count(*) from " + rows).query(Long.class).single();
  }
}
