package vn.khuxuong.platform.derived;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import vn.khuxuong.KhuxuongTest;
import vn.khuxuong.space.InventedTown;

/** Whatever is written, by whatever way, the copies say what the views say. */
@KhuxuongTest
@Transactional
class DerivedCopiesIT {
  @Autowired private JdbcClient jdbc;

  private Copies copies;
  private InventedTown town;
  private long zone;
  private long building;
  private long floor;

  @BeforeEach
  void buildTheTown() {
    copies = new Copies(jdbc);
    town = new InventedTown(jdbc);
    zone = town.zone("COPY", "2060-12-31");
    building = town.building(zone, "COPY-A");
    floor = town.floor(building, 1);
    town.floor(building, 2);
    copies.settle();
  }

  @Test
  void demoAndTownAreCopied() {
    assertThat(copies.differences()).isEmpty();
    assertThat(copies.count("select count(*) from published.bays_now where zone_code = 'COPY'"))
        .isEqualTo(12);
    assertThat(copies.count("select free_bays from published.zones_now where code = 'COPY'"))
        .isEqualTo(12);
    assertThat(copies.count("select count(*) from derived.touched")).isZero();
  }

  @Test
  void claimsOfEveryKindAndTheirWithdrawalAreCopied() {
    long hold = town.claim(floor, "HOLD", "[0,2)", "[2026-12-01,2029-12-01)");
    copies.settle();
    assertThat(status(0)).isEqualTo("HELD");
    assertThat(copies.differences()).isEmpty();

    withdraw(hold);
    town.claim(floor, "OFFER", "[0,2)", "[2026-12-01,2029-12-01)");
    copies.settle();
    assertThat(status(0)).isEqualTo("OFFERED");
    assertThat(copies.differences()).isEmpty();

    town.claim(floor, "LEASE", "[3,6)", "[2025-01-01,2031-01-01)");
    copies.settle();
    assertThat(status(4)).isEqualTo("LET");
    assertThat(copies.count("select free_bays from published.zones_now where code = 'COPY'"))
        .isEqualTo(7);
    assertThat(copies.differences()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update space.bays set available_from = '2031-01-01' where floor_id = :floor and no < 2",
        "update space.bays set rentable = false, out_reason_vi = 'Trạm', out_reason_en ="
            + " 'Transformer' where floor_id = :floor and no = 3",
        "delete from space.bays where floor_id = :floor and no = 5",
        "update space.floors set breaks = '{1,2}', rent_usd_m2_month = 9 where id = :floor",
        "update space.floors set level = 3 where id = :floor",
        "delete from space.floors where id = :floor",
        "delete from space.floor_industries where floor_id = :floor",
        "insert into space.goods_lifts values (:building, 1, 5, 3, 3, 3, 3)",
        "update space.buildings set code = 'COPY-Z', name_vi = 'Nhà khác' where id = :building",
        "update space.buildings set geom = st_translate(geom, 0.001, 0) where id = :building",
        "update space.buildings set zone_id = (select id from zoning.zones where code = 'TT')"
            + " where id = :building",
        "delete from space.buildings where id = :building",
        "update zoning.zones set code = 'COPZ', name_en = 'Another' where id = :zone",
        "update zoning.zones set term_end = '2027-01-31' where id = :zone",
        "update zoning.zones set geom = st_multi(st_buffer(geom, 0.001)) where id = :zone",
        "update space.industries set name_vi = name_vi where :zone > 0",
        "insert into zoning.plots (zone_id, code, land_use, status, area_m2, data_status, geom)"
            + " select :zone, 'L1', 'INDUSTRY', 'FREE', 0, 'ILLUSTRATIVE', geom"
            + " from space.buildings where id = :building",
        "update zoning.plots set status = 'LET', code = code || '.2' where status = 'FREE' and"
            + " :zone > 0",
        "delete from zoning.plots where status = 'RESERVED' and :zone > 0"
      })
  void rawWritesAreCopied(String sql) {
    jdbc.sql(sql).param("floor", floor).param("building", building).param("zone", zone).update();
    copies.settle();
    assertThat(copies.differences()).isEmpty();
  }

  @Test
  void planInForceIsCopiedAndTheNextOneOnItsDay() {
    plan(1, "2026-01-01", List.of("A", "B"));
    copies.settle();
    assertThat(codes()).containsExactly("A", "B");
    assertThat(copies.differences()).isEmpty();

    long next = plan(2, "2030-05-01", List.of("C"));
    copies.settle();
    assertThat(codes()).containsExactly("A", "B");
    assertThat(copies.differences()).isEmpty();

    day("2030-04-30");
    assertThat(codes()).containsExactly("A", "B");
    assertThat(copies.differences()).isEmpty();
    day("2030-05-01");
    assertThat(codes()).containsExactly("C");
    assertThat(copies.differences()).isEmpty();
    assertThat(
            copies.count(
                "select plan_version from published.subzones_now where zone_code = 'COPY'"))
        .isEqualTo(2);
    assertThat(next).isPositive();
  }

  @Test
  void everyDayOnWhichSomethingChangesByTimeAloneIsCopiedInTurnAndBack() {
    town.claim(floor, "LEASE", "[0,2)", "[2025-01-01,2027-08-31)");
    town.claim(floor, "HOLD", "[2,3)", "[2027-02-01,2028-02-01)");
    copies.settle();
    for (int i = 0; i < 12; i++) {
      String next =
          jdbc.sql("select min(next_change)::text from derived.buildings")
              .query(String.class)
              .single();
      String before =
          jdbc.sql("select (cast(:d as date) - 1)::text")
              .param("d", next)
              .query(String.class)
              .single();
      day(before);
      assertThat(copies.differences()).as(before).isEmpty();
      day(next);
      assertThat(copies.differences()).as(next).isEmpty();
    }
    day("2027-02-28");
    assertThat(status(0)).isEqualTo("LET");
    day("2027-03-01");
    assertThat(status(0)).isEqualTo("ENDING");
    day("2035-01-01");
    assertThat(copies.differences()).isEmpty();
    day("2026-11-01");
    assertThat(copies.differences()).isEmpty();
  }

  @Test
  void aWriterWhoAsksForAnotherDayDoesNotCopyThatDay() {
    town.on("2040-01-01");
    town.claim(floor, "LEASE", "[0,2)", "[2025-01-01,2031-01-01)");
    copies.settle();
    assertThat(jdbc.sql("select current_setting('khu.on')").query(String.class).single())
        .isEqualTo("2040-01-01");
    assertThat(status(0)).isEqualTo("LET");
    assertThat(copies.differences()).isEmpty();
  }

  @Test
  void rowsThatSayTheSameStayAsTheyAre() {
    String versions =
        """
        select string_agg(id || ' ' || ctid, ', ' order by id) from derived.bays
        where building_code = 'COPY-A' and (level = 2 or bay_no > 1)\
        """;
    String before = jdbc.sql(versions).query(String.class).single();
    town.claim(floor, "HOLD", "[0,2)", "[2026-12-01,2029-12-01)");
    copies.settle();
    assertThat(jdbc.sql(versions).query(String.class).single()).isEqualTo(before);
  }

  @Test
  void everyLabelPointLiesInsideItsShape() {
    for (String layer : Copies.LAYERS) {
      assertThat(
              copies.count(
                  "select count(*) from published.%s_now where not st_contains(geom_3857, label_3857)"
                      .formatted(layer)))
          .as(layer)
          .isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "POLYGON((0 0,100 0,100 10,10 10,10 100,0 100,0 0))",
        "POLYGON((0 0,100 0,100 100,90 100,90 10,10 10,10 100,0 100,0 0))",
        "MULTIPOLYGON(((0 0,1 0,1 1,0 0)),((50 0,60 0,60 10,50 10,50 0),(51 1,59 1,59 9,51 9,51"
            + " 1)))"
      })
  void labelPointLiesInsideShapesWhoseMiddleDoesNot(String wkt) {
    assertThat(
            jdbc.sql(
                    "select st_contains(g, derived.label_point(g)) from st_geomfromtext(:wkt, 3857)"
                        + " g")
                .param("wkt", wkt)
                .query(Boolean.class)
                .single())
        .isTrue();
  }

  private void withdraw(long claim) {
    jdbc.sql(
            """
            update space.occupancies set withdrawn_at = clock_timestamp(), withdrawn_reason = 'test'
            where id = :id\
            """)
        .param("id", claim)
        .update();
  }

  private String status(int bay) {
    return jdbc.sql(
            "select status from published.bays_now where floor_id = :floor and bay_no = :bay")
        .param("floor", floor)
        .param("bay", bay)
        .query(String.class)
        .single();
  }

  /** The next plan of the town, its subzones side by side, in force from a day on. */
  private long plan(int version, String from, List<String> codes) {
    long plan =
        jdbc.sql(
                """
                insert into zoning.plans (zone_id, version, title_vi, title_en, author, valid_from,
                  data_status)
                values (:zone, :version, 'Đồ án', 'Plan', 'system', cast(:from as date), 'ILLUSTRATIVE')
                returning id\
                """)
            .param("zone", zone)
            .param("version", version)
            .param("from", from)
            .query(Long.class)
            .single();
    for (int i = 0; i < codes.size(); i++) {
      jdbc.sql(
              """
              insert into zoning.subzones (plan_id, uid, code, name_vi, name_en, land_use, area_m2, geom)
              values (:plan, gen_random_uuid(), :code, 'Phân khu', 'Subzone', 'INDUSTRY', 0,
                st_transform(st_makeenvelope(:e, :n, :e + 400, :n + 400, 9210), 4326))\
              """)
          .param("plan", plan)
          .param("code", codes.get(i))
          .param("e", InventedTown.EAST + 400 * i)
          .param("n", InventedTown.NORTH)
          .update();
    }
    jdbc.sql(
            """
            update zoning.plans
            set status = 'SUPERSEDED', superseded_at = clock_timestamp()
            where zone_id = :zone and status = 'PUBLISHED'\
            """)
        .param("zone", zone)
        .update();
    jdbc.sql(
            "update zoning.plans set status = 'PUBLISHED', published_at = clock_timestamp() where"
                + " id = :plan")
        .param("plan", plan)
        .update();
    jdbc.sql(
            "select zoning.put_in_force(:plan, daterange(cast(:from as date), null),"
                + " clock_timestamp())")
        .param("plan", plan)
        .param("from", from)
        .query()
        .listOfRows();
    return plan;
  }

  private List<String> codes() {
    return jdbc.sql(
            "select code from published.subzones_now where zone_code = 'COPY' order by code")
        .query(String.class)
        .list();
  }

  /** Makes the copies answer for a day, as the clock would. */
  private void day(String day) {
    int due = 1;
    while (due > 0) {
      due =
          jdbc.sql("select derived.refresh_due(cast(:day as date), 5)")
              .param("day", day)
              .query(Integer.class)
              .single();
      copies.settle();
    }
  }
}
