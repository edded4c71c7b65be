package vn.khuxuong;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import vn.khuxuong.platform.CommandFailure;
import vn.khuxuong.platform.database.Database;
import vn.khuxuong.platform.database.TestDatabase;
import vn.khuxuong.zoning.synthetic.ZonePlace;

/** The synthetic load at a tiny scale: the two smallest zones of the country. */
class SyntheticLoadIT {
  private static final List<ZonePlace> PLACES =
      ZonePlace.all(1, List.of()).stream()
          .sorted(Comparator.comparingDouble(ZonePlace::size))
          .limit(2)
          .toList();

  private static Database loaded;
  private static JdbcClient jdbc;
  private static String report;

  @BeforeAll
  static void load() throws Exception {
    loaded = TestDatabase.empty("khuxuong_load");
    loaded.migrate();
    jdbc = JdbcClient.create(loaded.dataSource());
    report = run(loaded, () -> false);
  }

  private static String run(Database database, BooleanSupplier stopped) throws SQLException {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(text, true, StandardCharsets.UTF_8);
    boolean whole = new SyntheticLoad(database, PLACES, stopped, out).run();
    return (whole ? "" : "INCOMPLETE ") + text.toString(StandardCharsets.UTF_8);
  }

  private static String hash(String text) {
    return text.substring(text.indexOf("SHA-256"));
  }

  private static long count(String sql) {
    return jdbc.sql(sql).query(Long.class).single();
  }

  @Test
  void everyTableIsFilledAndTheReportCountsIt() {
    assertThat(count("select count(*) from zoning.zones")).isEqualTo(2);
    for (String table :
        List.of(
            "zoning.subzones",
            "zoning.plots",
            "space.buildings",
            "space.bays",
            "space.occupancies",
            "tenancy.leases")) {
      long rows = count("select count(*) from " + table);
      assertThat(rows).as(table).isPositive();
      assertThat(report.replace(",", "")).containsPattern("\\b" + rows + "  " + table);
    }
    assertThat(report).contains("2 of 2 zones");
  }

  @Test
  void publishedViewsShowIt() {
    for (String view : List.of("zones", "subzones", "plots", "buildings", "floors", "bays")) {
      assertThat(count("select count(*) from published." + view)).as(view).isPositive();
    }
    assertThat(count("select count(*) from published.bays where status = 'FREE'")).isPositive();
    assertThat(count("select count(*) from published.bays where status = 'LET'")).isPositive();
    assertThat(count("select count(*) from published.vacancies")).isPositive();
    assertThat(count("select count(*) from published.zones where data_status <> 'ILLUSTRATIVE'"))
        .isZero();
  }

  @Test
  void copiesForTheMapServicesAreReady() {
    for (String layer : List.of("zones", "subzones", "plots", "buildings", "floors", "bays")) {
      assertThat(count("select count(*) from published." + layer + "_now"))
          .as(layer)
          .isEqualTo(count("select count(*) from published." + layer));
    }
    assertThat(count("select count(*) from zoning.coarse_shapes where kind = 'ZONE'")).isEqualTo(6);
    assertThat(jdbc.sql("select derived.is_stale()").query(Boolean.class).single()).isFalse();
  }

  @Test
  void areasAreWhatTheTriggersMeasure() {
    assertThat(
            count(
                """
                select count(*) from zoning.subzones s
                join zoning.plans p on p.id = s.plan_id
                join zoning.zones z on z.id = p.zone_id
                where s.area_m2 <> round(zoning.area_m2(s.geom, z.legal_srid)::numeric, 2)\
                """))
        .isZero();
    double subzones =
        jdbc.sql("select sum(area_m2) from zoning.subzones").query(Double.class).single();
    double zones =
        jdbc.sql("select sum(zoning.area_m2(geom, legal_srid)) from zoning.zones")
            .query(Double.class)
            .single();
    assertThat(subzones).isCloseTo(zones, within(1.0));
    assertThat(count("select count(*) from space.bays where area_m2 < 50")).isZero();
    assertThat(count("select count(*) from zoning.plots where area_m2 < 100")).isZero();
  }

  @Test
  void baysLieOnTheirFloorWithoutOverlap() {
    assertThat(
            count(
                """
                select count(*) from space.bays a
                join space.bays b on b.floor_id = a.floor_id and b.no > a.no
                where st_relate(a.geom, b.geom, '2********')\
                """))
        .isZero();
    assertThat(
            count(
                """
                select count(*) from space.bays b join space.floors f on f.id = b.floor_id
                where not st_covers(f.geom, b.geom)\
                """))
        .isZero();
  }

  @Test
  void claimsPassTheGuardThatWasSwitchedOff() throws SQLException {
    long claims = count("select count(*) from space.occupancies");
    try (Connection connection = loaded.dataSource().getConnection()) {
      connection.setAutoCommit(false);
      JdbcClient within = JdbcClient.create(new SingleConnectionDataSource(connection, true));
      within.sql("create temp table claims as select * from space.occupancies").update();
      within.sql("delete from tenancy.leases").update();
      within.sql("alter table space.occupancies disable trigger occupancy_append_only").update();
      within.sql("delete from space.occupancies").update();
      int replayed =
          within
              .sql(
                  """
                  insert into space.occupancies (floor_id, bays, during, kind, industry, hazard,
                    traits, load_kn_m2, power_kva, wastewater_m3_day, expires_at)
                  select floor_id, bays, during, kind, industry, hazard, traits, load_kn_m2,
                    power_kva, wastewater_m3_day, expires_at
                  from claims order by id\
                  """)
              .update();
      assertThat(replayed).isEqualTo((int) claims);
      connection.rollback();
    }
  }

  @Test
  void triggersAreOnAgain() {
    assertThat(count("select count(*) from pg_trigger where tgenabled = 'D'")).isZero();
    assertThatThrownBy(() -> jdbc.sql("update zoning.subzones set phase = 3").update())
        .hasMessageContaining("only a draft");
  }

  @Test
  void secondRunFindsEverythingThere() throws Exception {
    String again = run(loaded, () -> false);
    assertThat(again).contains("loaded already").endsWith(hash(report));
    assertThat(count("select count(*) from zoning.zones")).isEqualTo(2);
  }

  @Test
  void stoppedLoadGoesOnAndEndsTheSame() throws Exception {
    Database other = TestDatabase.empty("khuxuong_load_2");
    other.migrate();
    AtomicInteger asked = new AtomicInteger();
    assertThat(run(other, () -> asked.incrementAndGet() > 1)).startsWith("INCOMPLETE");
    String rest = run(other, () -> false);
    assertThat(hash(rest)).isEqualTo(hash(report));
    String content =
        """
        select md5(string_agg(md5(concat_ws(';', b.code, f.level, a.no, a.area_m2, st_asbinary(a.geom))),
                              '' order by b.code, f.level, a.no))
        from space.bays a join space.floors f on f.id = a.floor_id
        join space.buildings b on b.id = f.building_id\
        """;
    assertThat(JdbcClient.create(other.dataSource()).sql(content).query(String.class).single())
        .isEqualTo(jdbc.sql(content).query(String.class).single());
  }

  @Test
  void dataOfPeopleAreLeftAlone() {
    Database peoples = TestDatabase.empty("khuxuong_load_3");
    peoples.migrate();
    JdbcClient.create(peoples.dataSource())
        .sql(
            """
            with z as (
              insert into zoning.zones (code, name_vi, name_en, short_name, kind, status,
                gross_area_ha, legal_srid, data_status, content_sha256, geom)
              values ('QQ', 'Q', 'Q', 'Q', 'IP', 'PLANNED', 1, 9210, 'ILLUSTRATIVE', '',
                st_multi(st_makeenvelope(106.5, 10.8, 106.51, 10.81, 4326)))
              returning id)
            insert into zoning.plans (zone_id, version, title_vi, title_en, author, data_status)
            select id, 1, 'Q', 'Q', 'an', 'ILLUSTRATIVE' from z\
            """)
        .update();
    assertThatThrownBy(() -> run(peoples, () -> false))
        .isInstanceOf(CommandFailure.class)
        .hasMessageContaining("a plan by an");
  }
}
