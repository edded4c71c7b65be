package vn.khuxuong.platform.derived;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.zaxxer.hikari.HikariDataSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.khuxuong.platform.database.Database;
import vn.khuxuong.platform.database.TestDatabase;
import vn.khuxuong.space.InventedTown;

/** Copies under storms, bulk loads and breakdowns, in a database of their own. */
class ManyWritersIT {
  private static final int BUILDINGS = 50;

  private static HikariDataSource pool;
  private static JdbcClient jdbc;
  private static TransactionTemplate transaction;
  private static Copies copies;
  private static final List<Long> FLOORS = new ArrayList<>();

  @BeforeAll
  static void buildTwoZones() {
    Database database = TestDatabase.empty("khuxuong_copies");
    database.migrate();
    pool = new HikariDataSource();
    pool.setJdbcUrl(database.url());
    pool.setUsername(database.user());
    pool.setPassword(database.password());
    pool.setMaximumPoolSize(16);
    jdbc = JdbcClient.create(pool);
    transaction = new TransactionTemplate(new DataSourceTransactionManager(pool));
    copies = new Copies(jdbc);
    InventedTown town = new InventedTown(jdbc);
    List<Long> zones = List.of(town.zone("ONE", "2060-12-31"), town.zone("TWO", "2060-12-31"));
    for (int i = 0; i < BUILDINGS; i++) {
      long building = town.building(zones.get(i % 2), "ONE-B" + i);
      FLOORS.add(town.floor(building, 1));
    }
  }

  @AfterAll
  static void close() {
    pool.close();
  }

  @BeforeEach
  void everythingIsCopied() {
    assertThat(differences()).isEmpty();
  }

  @Test
  void parallelHoldsOnDifferentBuildingsAllSucceedAndNoRevisionIsLost() throws Exception {
    long revision = revision();
    long free = copies.count("select sum(free_bays) from published.zones_now");
    CountDownLatch start = new CountDownLatch(1);
    ExecutorService writers = Executors.newFixedThreadPool(12);
    List<Future<?>> holds = new ArrayList<>();
    for (long floor : FLOORS) {
      holds.add(
          writers.submit(
              () -> {
                start.await();
                transaction.executeWithoutResult(
                    status ->
                        new InventedTown(jdbc)
                            .claim(floor, "HOLD", "[0,2)", "[2026-12-01,2029-12-01)"));
                return null;
              }));
    }
    start.countDown();
    for (Future<?> hold : holds) {
      assertThatCode(() -> hold.get(60, TimeUnit.SECONDS)).doesNotThrowAnyException();
    }
    writers.shutdown();
    assertThat(differences()).isEmpty();
    assertThat(copies.count("select sum(free_bays) from published.zones_now"))
        .isEqualTo(free - 2 * BUILDINGS);
    assertThat(revision()).isEqualTo(revision + BUILDINGS);
    assertThat(
            copies.count(
                "select count(distinct revision) from platform.data_changes where revision > "
                    + revision))
        .isEqualTo(BUILDINGS);
  }

  @Test
  void writersOfOneBuildingTakeTurns() throws Exception {
    ExecutorService writers = Executors.newFixedThreadPool(8);
    List<Future<?>> writes = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      int bay = 3 + i % 3;
      writes.add(
          writers.submit(
              () ->
                  jdbc.sql(
                          """
                          update space.bays set available_from = current_date + :days
                          where floor_id = :floor and no = :bay\
                          """)
                      .param("days", 100 + bay)
                      .param("floor", FLOORS.get(7))
                      .param("bay", bay)
                      .update()));
    }
    for (Future<?> write : writes) {
      write.get(60, TimeUnit.SECONDS);
    }
    writers.shutdown();
    assertThat(differences()).isEmpty();
  }

  @Test
  void brokenCopiesAreMadeAnew() {
    transaction.executeWithoutResult(
        status -> {
          jdbc.sql("delete from derived.bays where bay_no > 3").update();
          jdbc.sql("update derived.floors set free_m2 = -1").update();
          jdbc.sql(
                  "update derived.buildings set code = 'GHOST-1', id = -1 where id = (select"
                      + " max(id) from derived.buildings)")
              .update();
          jdbc.sql("delete from derived.zones").update();
        });
    assertThat(differences()).containsKeys("bays", "floors", "buildings", "zones");
    AtomicLong last = new AtomicLong();
    new DerivedCopies(pool).rebuild((step, done, total) -> last.accumulateAndGet(done, Math::max));
    assertThat(last).hasPositiveValue();
    assertThat(differences()).isEmpty();
  }

  @Test
  void emptyCopiesAreFilledWithoutIndexesAndGetThemBack() {
    String indexes =
        """
        select string_agg(indexdef, ';' order by indexname) from pg_indexes
        where schemaname = 'derived'\
        """;
    String before = jdbc.sql(indexes).query(String.class).single();
    jdbc.sql("truncate derived.bays, derived.floors, derived.buildings, derived.vacancies")
        .update();
    new DerivedCopies(pool).rebuild((step, done, total) -> {});
    assertThat(differences()).isEmpty();
    assertThat(jdbc.sql(indexes).query(String.class).single()).isEqualTo(before);
  }

  @Test
  void bulkLoadIsMadeGoodEvenWhenItDies() throws Exception {
    DerivedCopies derived = new DerivedCopies(pool);
    derived.rebuildIfStale((step, done, total) -> {});
    try (var loader = pool.getConnection();
        var statement = loader.createStatement()) {
      statement.execute("select derived.begin_bulk()");
      statement.execute(
          """
          insert into zoning.plots (zone_id, code, land_use, status, area_m2, data_status, geom)
          select min(id), 'BULK', 'INDUSTRY', 'FREE', 0, 'ILLUSTRATIVE',
            st_makeenvelope(106, 10, 106.001, 10.001, 4326)
          from zoning.zones\
          """);
      assertThat(differences()).containsOnlyKeys("plots");
      derived.rebuildIfWanted((step, done, total) -> {});
      assertThat(differences()).as("not while the load goes on").containsOnlyKeys("plots");
      statement.execute("select derived.end_bulk()");
    }
    derived.rebuildIfWanted((step, done, total) -> {});
    assertThat(differences()).isEmpty();
  }

  @Test
  void copiesOfAViewThatSaysSomethingElseNowAreMadeAnew() {
    DerivedCopies derived = new DerivedCopies(pool);
    derived.rebuildIfStale((step, done, total) -> {});
    derived.rebuildIfStale(
        (step, done, total) -> {
          throw new AssertionError("nothing has changed");
        });
    String view =
        jdbc.sql("select pg_get_viewdef('published.plots'::regclass)").query(String.class).single();
    jdbc.sql(
            "create or replace view published.plots as "
                + view.replace("p.status,", "'LET' as status,"))
        .update();
    assertThat(jdbc.sql("select derived.is_stale()").query(Boolean.class).single()).isTrue();
    jdbc.sql("create or replace view published.plots as " + view).update();
    derived.rebuildIfStale((step, done, total) -> {});
    assertThat(jdbc.sql("select derived.is_stale()").query(Boolean.class).single()).isFalse();
  }

  @Test
  void journalForgetsItsOlderHalf() {
    for (int i = 0; i < 12; i++) {
      jdbc.sql("update space.buildings set changed_at = now() where code = 'ONE-B0'").update();
    }
    long revision = revision();
    jdbc.sql("select platform.prune_data_changes(10)").query().listOfRows();
    long floor = copies.count("select floor_revision from platform.data_revision");
    assertThat(floor).isBetween(revision - 10, revision - 1);
    assertThat(copies.count("select min(revision) from platform.data_changes"))
        .isGreaterThan(floor);
    assertThat(copies.count("select count(*) from platform.data_changes")).isBetween(1L, 10L);
    assertThat(revision()).isEqualTo(revision);
  }

  private static java.util.Map<String, Long> differences() {
    return transaction.execute(status -> copies.differences());
  }

  private static long revision() {
    return copies.count("select revision from platform.data_revision");
  }
}
