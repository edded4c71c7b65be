package vn.khuxuong.space.search.vacancy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import vn.khuxuong.KhuxuongTest;
import vn.khuxuong.platform.time.CivilTime;
import vn.khuxuong.space.HazardClass;
import vn.khuxuong.space.InventedTown;

/** What is added up in memory, against the statement that adds it up from the bays' states. */
@KhuxuongTest
@Transactional
class SupplyIT {
  private static final int BAYS = 6;
  private static final int DAYS = 1500;

  @Autowired private JdbcClient jdbc;
  @Autowired private VacancyStore store;
  private final LocalDate today = LocalDate.now(CivilTime.ZONE);
  private InventedTown town;
  private long zone;
  private final List<Long> floors = new ArrayList<>();

  private record Claimed(long floor, int first, int end, int from, int until) {
    boolean meets(Claimed other) {
      return floor == other.floor
          && first < other.end
          && other.first < end
          && from < other.until
          && other.from < until;
    }
  }

  @BeforeEach
  void build() {
    town = new InventedTown(jdbc);
    zone = town.zone("QS", today.plusDays(DAYS - 200).toString());
    for (int building = 0; building < 2; building++) {
      long id = town.building(zone, "QS-" + (char) ('A' + building));
      for (int level = 1; level <= 3; level++) {
        floors.add(town.floor(id, level));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void anyDayAndNeedsGiveTheSumsOfTheStatement(long seed) throws Exception {
    Random random = new Random(seed);
    changeBays(random);
    claimAtRandom(random);
    ZoneIndex index = index();
    int somethingFits = 0;
    for (int i = 0; i < 25; i++) {
      LocalDate day = i == 0 ? today : today.plusDays(random.nextInt(DAYS));
      FloorNeeds needs = i < 3 ? needs() : needs(random);
      ZoneSupply summed = SupplySum.of(index, Days.number(day), needs);
      assertThat(summed).as(day + " " + needs).isEqualTo(ofStatement(day, needs));
      somethingFits += summed.fitBays() > 0 ? 1 : 0;
    }
    assertThat(somethingFits).isBetween(3, 25);
  }

  private static FloorNeeds needs() {
    return new FloorNeeds(null, null, null, null, null, null, null);
  }

  private static FloorNeeds needs(Random random) {
    Double least = maybe(random, 50 + random.nextInt(600));
    return new FloorNeeds(
        least,
        maybe(random, (least == null ? 100 : least) + random.nextInt(300)),
        maybe(random, 5 + random.nextInt(10)),
        maybe(random, 4 + random.nextInt(3)),
        maybe(random, random.nextInt(200)),
        maybe(random, random.nextInt(5)),
        random.nextInt(4) == 0 ? HazardClass.D : null);
  }

  private static @Nullable Double maybe(Random random, double value) {
    return random.nextInt(3) == 0 ? value : null;
  }

  /** Floors differ; some bays are not for rent, some come later, and areas differ. */
  private void changeBays(Random random) {
    for (long floor : floors) {
      jdbc.sql(
              """
              update space.floors
              set load_kn_m2 = :load, clear_height_m = :height, rent_usd_m2_month = :rent
              where id = :floor\
              """)
          .param("load", 8 + random.nextInt(8))
          .param("height", 4 + random.nextInt(3))
          .param("rent", 3 + random.nextInt(4))
          .param("floor", floor)
          .update();
      for (int no = 0; no < BAYS; no++) {
        boolean out = random.nextInt(8) == 0;
        jdbc.sql(
                """
                update space.bays
                set area_m2 = :area, rentable = :rentable, out_reason_vi = :vi, out_reason_en = :en,
                    available_from = cast(:from as date)
                where floor_id = :floor and no = :no\
                """)
            .param("area", BigDecimal.valueOf(8_000 + random.nextInt(20_000), 2))
            .param("rentable", !out)
            .param("vi", out ? "Trạm" : null, Types.VARCHAR)
            .param("en", out ? "Plant" : null, Types.VARCHAR)
            .param(
                "from",
                random.nextInt(6) == 0 ? today.plusDays(random.nextInt(900)).toString() : null,
                Types.VARCHAR)
            .param("floor", floor)
            .param("no", no)
            .update();
      }
    }
  }

  /** Leases, holds and offers, now and then one right behind another. */
  private void claimAtRandom(Random random) {
    List<Claimed> claims = new ArrayList<>();
    for (int i = 0; i < 120; i++) {
      int half = 3 * random.nextInt(2);
      int first = half + random.nextInt(3);
      int end = first + 1 + random.nextInt(half + 3 - first);
      int from = random.nextInt(DAYS) - 300;
      if (!claims.isEmpty() && random.nextInt(3) == 0) {
        from = claims.get(random.nextInt(claims.size())).until();
      }
      Claimed claim =
          new Claimed(
              floors.get(random.nextInt(floors.size())),
              first,
              end,
              from,
              Math.min(from + 30 + random.nextInt(700), DAYS - 200));
      if (claim.from() < claim.until()
          && claims.stream().noneMatch(claim::meets)
          && isFree(claim)) {
        town.claim(
            claim.floor(),
            List.of("LEASE", "LEASE", "HOLD", "OFFER").get(random.nextInt(4)),
            "[" + first + "," + end + ")",
            "[" + today.plusDays(from) + "," + today.plusDays(claim.until()) + ")",
            1 + random.nextInt(15),
            0.1);
        claims.add(claim);
      }
    }
    assertThat(claims).hasSizeGreaterThan(15);
  }

  /** Whether all the bays are for rent by then. */
  private boolean isFree(Claimed claim) {
    return jdbc.sql(
            """
            select bool_and(y.rentable
                            and coalesce(y.available_from, b.available_from) <= cast(:day as date))
            from space.bays y
            join space.floors f on f.id = y.floor_id
            join space.buildings b on b.id = f.building_id
            where y.floor_id = :floor and y.no >= :first and y.no < :end\
            """)
        .param("day", today.plusDays(claim.from()))
        .param("floor", claim.floor())
        .param("first", claim.first())
        .param("end", claim.end())
        .query(Boolean.class)
        .single();
  }

  private ZoneSupply ofStatement(LocalDate day, FloorNeeds needs) throws IOException {
    jdbc.sql("select set_config('khu.on', :day, true)")
        .param("day", day.toString())
        .query(String.class)
        .single();
    String sql =
        new ClassPathResource("sql/space/supply-by-zone.sql")
            .getContentAsString(StandardCharsets.UTF_8);
    return jdbc
        .sql(sql)
        .param("areaMin", needs.areaMin(), Types.NUMERIC)
        .param("areaMax", needs.areaMax(), Types.NUMERIC)
        .param("load", needs.load(), Types.NUMERIC)
        .param("height", needs.height(), Types.NUMERIC)
        .param("power", needs.power(), Types.NUMERIC)
        .param("lift", needs.lift(), Types.NUMERIC)
        .param("hazard", needs.hazard() == null ? null : needs.hazard().name(), Types.VARCHAR)
        .query((row, n) -> row.getLong("id") == zone ? List.of(supply(row)) : List.<ZoneSupply>of())
        .list()
        .stream()
        .flatMap(List::stream)
        .findAny()
        .orElseThrow();
  }

  private static ZoneSupply supply(ResultSet row) throws SQLException {
    Integer[] levels = (Integer[]) row.getArray("levels").getArray();
    BigDecimal[] total = (BigDecimal[]) row.getArray("level_total_m2").getArray();
    BigDecimal[] free = (BigDecimal[]) row.getArray("level_free_m2").getArray();
    return new ZoneSupply(
        row.getDouble("free_m2"),
        row.getInt("free_bays"),
        row.getInt("fit_bays"),
        row.getDouble("fit_m2"),
        row.getDouble("soon_m2"),
        row.getBigDecimal("rent_from_usd").doubleValue(),
        row.getBigDecimal("max_free_load_kn_m2") == null
            ? null
            : row.getBigDecimal("max_free_load_kn_m2").doubleValue(),
        row.getDouble("longest_run_m2"),
        row.getObject("earliest_free", LocalDate.class),
        IntStream.range(0, levels.length)
            .mapToObj(
                i -> new ZoneSupply.Level(levels[i], total[i].doubleValue(), free[i].doubleValue()))
            .toList());
  }

  @Test
  void aZoneWithoutBuildingsHasNothing() {
    long empty = town.zone("QSN", "2041-12-31");
    ZoneIndex index = new ZoneIndex(store.find(empty, store.industries()).orElseThrow());
    assertThat(SupplySum.of(index, Days.number(today), needs())).isEqualTo(ZoneSupply.NOTHING);
  }

  private ZoneIndex index() {
    return new ZoneIndex(store.find(zone, store.industries()).orElseThrow());
  }
}
