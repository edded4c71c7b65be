package vn.khuxuong.space.search.vacancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import vn.khuxuong.KhuxuongTest;
import vn.khuxuong.space.InventedTown;

/** What the search holds for free, against the claims in the database and against its guards. */
@KhuxuongTest
@Transactional
class VacancyStoreIT {
  private static final LocalDate FIRST = LocalDate.of(2027, 1, 1);
  private static final int DAYS = 3650;

  @Autowired private JdbcClient jdbc;
  @Autowired private VacancyStore store;
  private InventedTown town;
  private long zone;
  private long building;
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
    zone = town.zone("QQ", "2041-12-31");
    building = town.building(zone, "QQ-A");
    for (int level = 1; level <= 3; level++) {
      floors.add(town.floor(building, level));
    }
  }

  @ParameterizedTest
  @CsvSource({"1", "2", "3", "4", "5"})
  void overRandomClaimsTheSearchFindsWhatNobodyClaimsAndTheDatabaseLetsItBeClaimed(long seed) {
    Random random = new Random(seed);
    claimAtRandom(random);
    ZoneIndex index = index();
    for (int i = 0; i < 40; i++) {
      LocalDate from = FIRST.plusDays(random.nextInt(DAYS));
      int months = 1 + random.nextInt(60);
      Period period = index.period(When.of(from, months));
      Map<String, Integer> found = new HashMap<>();
      Bits.each(period.free(), row -> found.put(text(index, row), row));
      assertThat(found.keySet())
          .as("seed %d, from %s for %d months", seed, from, months)
          .containsExactlyInAnyOrderElementsOf(bruteForce(from, months));
      found.values().forEach(row -> agreesWithTheGuards(index, period, row, from, months));
    }
  }

  private void agreesWithTheGuards(
      ZoneIndex index, Period period, int row, LocalDate from, int months) {
    long floor = index.floorAt(row).id();
    String during = "[" + from + "," + from.plusMonths(months) + ")";
    double left =
        jdbc.sql(
                """
                select least(f.power_kva - space.peak_power(f.id, p),
                             b.power_kva - (space.peak_use_of_building(b.id, p)).power_kva)
                from space.floors f
                join space.buildings b on b.id = f.building_id
                cross join (select cast(:during as daterange) as p) d
                where f.id = :floor""")
            .param("during", during)
            .param("floor", floor)
            .query(Double.class)
            .single();
    assertThat(period.powerLeftKva(row)).isCloseTo(Math.max(0, left), within(1e-6));
    double wastewater =
        jdbc.sql(
                """
                select b.wastewater_m3_day
                       - (space.peak_use_of_building(b.id, cast(:during as daterange))).wastewater_m3_day
                from space.buildings b where b.id = :building""")
            .param("during", during)
            .param("building", building)
            .query(Double.class)
            .single();
    assertThat(period.wastewaterLeftM3Day(row)).isCloseTo(wastewater, within(1e-6));
    Stretch stretch = index.stretch(row);
    assertThatCode(
            () -> {
              long claim =
                  town.claim(
                      floor,
                      "LEASE",
                      "[" + stretch.firstBay() + "," + stretch.endBay() + ")",
                      during,
                      period.powerLeftKva(row),
                      period.wastewaterLeftM3Day(row));
              withdraw(claim);
            })
        .doesNotThrowAnyException();
  }

  private void claimAtRandom(Random random) {
    List<Claimed> claims = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      int half = 3 * random.nextInt(2);
      int first = half + random.nextInt(3);
      int end = first + 1 + random.nextInt(half + 3 - first);
      int from = random.nextInt(DAYS);
      Claimed claim =
          new Claimed(
              floors.get(random.nextInt(3)), first, end, from, from + 30 + random.nextInt(900));
      if (claims.stream().noneMatch(claim::meets)) {
        String kind = List.of("LEASE", "HOLD", "OFFER").get(random.nextInt(3));
        long id =
            town.claim(
                claim.floor(),
                kind,
                "[" + first + "," + end + ")",
                "[" + FIRST.plusDays(from) + "," + FIRST.plusDays(claim.until()) + ")",
                1 + random.nextInt(20),
                random.nextInt(10) / 10.0);
        if (random.nextInt(5) == 0) {
          withdraw(id);
        } else {
          claims.add(claim);
        }
      }
    }
    assertThat(claims).hasSizeGreaterThan(15);
  }

  private void withdraw(long claim) {
    jdbc.sql(
            """
            update space.occupancies
            set withdrawn_at = clock_timestamp(), withdrawn_reason = 'test' where id = :id""")
        .param("id", claim)
        .update();
  }

  /** Stretches of bays that no live claim touches, broken before bay 3. */
  private List<String> bruteForce(LocalDate from, int months) {
    List<long[]> free =
        jdbc.sql(
                """
                select y.floor_id, y.no
                from space.bays y
                join space.floors f on f.id = y.floor_id
                join space.buildings b on b.id = f.building_id
                join zoning.zones z on z.id = b.zone_id
                cross join (select cast(:from as date) as first,
                                   cast(:until as date) as after) d
                where b.id = :building and y.rentable
                  and coalesce(y.available_from, b.available_from) <= d.first
                  and d.after - 1 <= z.term_end
                  and not exists (
                    select from space.occupancies o
                    where o.floor_id = y.floor_id and o.live and o.bays @> y.no
                      and o.during && daterange(d.first, d.after))
                order by y.floor_id, y.no""")
            .param("from", from)
            .param("until", from.plusMonths(months))
            .param("building", building)
            .query((row, n) -> new long[] {row.getLong("floor_id"), row.getLong("no")})
            .list();
    List<String> stretches = new ArrayList<>();
    int i = 0;
    while (i < free.size()) {
      int end = i + 1;
      while (end < free.size()
          && free.get(end)[0] == free.get(i)[0]
          && free.get(end)[1] == free.get(end - 1)[1] + 1
          && free.get(end)[1] != 3) {
        end++;
      }
      stretches.add(free.get(i)[0] + " " + free.get(i)[1] + "+" + (end - i));
      i = end;
    }
    return stretches;
  }

  private static String text(ZoneIndex index, int row) {
    Stretch stretch = index.stretch(row);
    return index.floorAt(row).id() + " " + stretch.firstBay() + "+" + stretch.bayCount();
  }

  private ZoneIndex index() {
    Industries industries = store.industries();
    return new ZoneIndex(store.find(zone, industries).orElseThrow());
  }

  @Test
  void nothingRunsBeyondTheTermOrBeforeTheHandOverOrOverBaysThatAreOut() {
    jdbc.sql(
            """
            update space.bays set rentable = false, out_reason_vi = 'Trạm', out_reason_en = 'Plant'
            where floor_id = :floor and no = 1""")
        .param("floor", floors.get(0))
        .update();
    jdbc.sql("update space.bays set available_from = '2030-01-01' where floor_id = :f and no = 5")
        .param("f", floors.get(0))
        .update();
    ZoneIndex index = index();
    assertThat(stretches(index, LocalDate.of(2029, 12, 31), 1))
        .containsExactlyInAnyOrderElementsOf(bruteForce(LocalDate.of(2029, 12, 31), 1))
        .contains(floors.get(0) + " 0+1", floors.get(0) + " 2+1", floors.get(0) + " 3+2");
    assertThat(stretches(index, LocalDate.of(2030, 1, 1), 12)).contains(floors.get(0) + " 3+3");
    assertThat(stretches(index, LocalDate.of(2041, 1, 1), 12)).hasSize(7);
    assertThat(stretches(index, LocalDate.of(2041, 1, 2), 12)).isEmpty();
  }

  private static List<String> stretches(ZoneIndex index, LocalDate from, int months) {
    List<String> stretches = new ArrayList<>();
    Bits.each(index.period(When.of(from, months)).free(), row -> stretches.add(text(index, row)));
    return stretches;
  }

  @Test
  void onlyParksEstablishedAfterTheResolutionOrPlannedOnesHaveTheIncentive() {
    assertThat(hasIncentive("established_on = '2025-05-17'")).isFalse();
    assertThat(hasIncentive("established_on = '2025-05-18'")).isTrue();
    assertThat(hasIncentive("established_on = null, founded = 1996")).isFalse();
    assertThat(hasIncentive("founded = 2025")).isFalse();
    assertThat(hasIncentive("founded = 2026")).isTrue();
    assertThat(hasIncentive("founded = null")).isFalse();
    assertThat(hasIncentive("status = 'PLANNED'")).isTrue();
  }

  private boolean hasIncentive(String change) {
    jdbc.sql("update zoning.zones set " + change + " where id = :zone")
        .param("zone", zone)
        .update();
    return index().hasIncentive(Days.number(FIRST));
  }

  @ParameterizedTest
  @CsvSource({
    "106.7, 10.8, 106.7, 10.8",
    "106.7, 10.8, 106.70001, 10.8",
    "106.7428, 10.7643, 106.5196, 10.8132",
    "106.7, 10.8, 105.8, 21.0",
    "102, 8, 118, 24",
    "-70, -30, 106.7, 10.8"
  })
  void distancesAreThoseOfTheEllipsoid(double lon1, double lat1, double lon2, double lat2) {
    double expected =
        jdbc.sql(
                """
                select st_distance(st_point(:lon1, :lat1, 4326)::geography,
                                   st_point(:lon2, :lat2, 4326)::geography)""")
            .param("lon1", lon1)
            .param("lat1", lat1)
            .param("lon2", lon2)
            .param("lat2", lat2)
            .query(Double.class)
            .single();
    double metres = Geodesic.metres(lon1, lat1, lon2, lat2);
    assertThat(metres).isCloseTo(expected, within(0.001));
    assertThat(Geodesic.Point.of(lon1, lat1).chord(Geodesic.Point.of(lon2, lat2)))
        .isLessThanOrEqualTo(metres + 1e-6);
  }
}
