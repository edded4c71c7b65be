package vn.khuxuong.allocation.round;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.khuxuong.allocation.solver.Instance;
import vn.khuxuong.space.Bay;
import vn.khuxuong.space.BayStatus;
import vn.khuxuong.space.Building;
import vn.khuxuong.space.Floor;
import vn.khuxuong.space.HazardClass;
import vn.khuxuong.space.Industry;
import vn.khuxuong.space.Occupancy;
import vn.khuxuong.space.Trait;
import vn.khuxuong.tenancy.Application;
import vn.khuxuong.tenancy.SizeClass;

class FrozenProblemTest {
  private static final YearMonth MONTH0 = YearMonth.of(2026, 12);
  private static final LocalDate DAY0 = MONTH0.atDay(1);

  private static Bay free(int no, double areaM2, @Nullable LocalDate from) {
    return new Bay(no, areaM2, BayStatus.FREE, from);
  }

  private static Occupancy lease(long id, int first, int count, int fromYear, int untilYear) {
    return new Occupancy(
        id,
        Occupancy.Kind.LEASE,
        first,
        count,
        LocalDate.of(fromYear, 1, 1),
        LocalDate.of(untilYear, 12, 31),
        Industry.MOULD,
        HazardClass.D,
        Set.of(Trait.VIBRATION),
        40.5,
        1.2);
  }

  private static Building building(List<Bay> bays, List<Occupancy> claims) {
    Floor floor =
        new Floor(
            7,
            2,
            7.5,
            4.59,
            100.9,
            Set.of(HazardClass.D, HazardClass.C4),
            Set.of(Industry.MOULD),
            List.of(),
            4.9,
            120_500,
            bays,
            claims);
    return new Building(
        "TT-A",
        "TT",
        "Nhà xưởng A",
        "Factory A",
        300.7,
        12.9,
        3.0,
        LocalDate.of(2041, 12, 31),
        List.of(floor));
  }

  private static Application application(double load, LocalDate earliest, LocalDate latest) {
    return new Application(
        "HS-0001",
        Instant.EPOCH,
        Industry.MOULD,
        new Application.Flags(true, false, false, true, false),
        SizeClass.SMALL,
        250.2,
        300.9,
        load,
        4.21,
        20.1,
        0.4,
        1.2,
        HazardClass.C4,
        Set.of(),
        null,
        earliest,
        latest,
        36,
        130_999,
        List.of("TT", "XX"),
        false,
        false);
  }

  private static Instance problem(List<Bay> bays, List<Occupancy> claims, Application... firms) {
    return FrozenProblem.of(
        "t", RoundPolicy.standard(), MONTH0, List.of(building(bays, claims)), List.of(firms));
  }

  @Test
  void roundsToTheSafeSide() {
    Instance p =
        problem(
            List.of(free(0, 299.99, DAY0), free(1, 300.0, DAY0)),
            List.of(),
            application(7.1, LocalDate.of(2027, 1, 2), LocalDate.of(2027, 6, 30)));
    Instance.Floor floor = p.floors().get(0);
    assertThat(floor.id()).isEqualTo("TT-A/2");
    assertThat(floor.bays()).extracting(Instance.Bay::areaM2).containsExactly(299, 300);
    assertThat(floor.loadKnM2()).isEqualTo(7);
    assertThat(floor.clearHeightDm()).isEqualTo(45);
    assertThat(floor.powerKva()).isEqualTo(100);
    assertThat(floor.rentKvnd()).isEqualTo(121);
    assertThat(floor.availableUntil()).isEqualTo((2041 - 2026) * 12 + 1);
    Instance.Firm firm = p.firms().get(0);
    assertThat(firm.loadKnM2()).as("7.1 kN/m² does not fit a 7 kN/m² floor").isEqualTo(8);
    assertThat(firm.areaMinM2()).isEqualTo(251);
    assertThat(firm.areaMaxM2()).isEqualTo(300);
    assertThat(firm.clearHeightDm()).isEqualTo(43);
    assertThat(firm.budgetKvnd()).isEqualTo(130);
    assertThat(firm.startEarliest())
        .as("the first month that begins on or after 2 January")
        .isEqualTo(2);
    assertThat(firm.startLatest()).isEqualTo(6);
    assertThat(firm.zonePrefs()).as("zones of the round only").containsExactly("TT");
    assertThat(firm.priority()).isEqualTo(10 + 25 + 12 + 8);
  }

  @Test
  void holdsEveryClaimedBayByExactlyOneTenant() {
    List<Bay> bays = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      bays.add(free(i, 100, DAY0));
    }
    List<Occupancy> claims =
        List.of(lease(1, 0, 3, 2025, 2027), lease(2, 1, 4, 2028, 2030), lease(3, 0, 3, 2028, 2029));
    Instance p = problem(bays, claims, application(5, DAY0, DAY0));
    int[] holders = new int[8];
    for (Instance.Tenant tenant : p.tenants()) {
      for (int b = tenant.startBay(); b < tenant.startBay() + tenant.bayCount(); b++) {
        holders[b]++;
      }
    }
    assertThat(holders).containsExactly(1, 1, 1, 1, 1, 0, 0, 0);
    assertThat(p.tenants()).extracting(Instance.Tenant::id).containsExactly("T1", "T2");
    assertThat(p.tenants()).extracting(Instance.Tenant::powerKva).containsExactly(41, 41);
    assertThat(p.zones().get(0).foreignAreaCapM2()).as("30 % of 300 m²").isEqualTo(90);
  }

  @Test
  void keepsBaysThatAreNotForRentOutOfTheRound() {
    Bay out = new Bay(1, 100, BayStatus.OUT, null);
    Instance p = problem(List.of(free(0, 100, DAY0), out), List.of(), application(5, DAY0, DAY0));
    assertThat(p.tenants())
        .singleElement()
        .satisfies(
            t -> {
              assertThat(t.id()).isEqualTo("OUT-TT-A/2.1");
              assertThat(t.powerKva()).isZero();
              assertThat(t.startBay()).isEqualTo(1);
            });
  }

  @Test
  void aBayFreedInMidMonthCountsFromTheNext() {
    Instance p =
        problem(
            List.of(
                free(0, 100, LocalDate.of(2027, 3, 1)), free(1, 100, LocalDate.of(2027, 3, 15))),
            List.of(),
            application(5, DAY0, DAY0));
    assertThat(p.floors().get(0).bays())
        .extracting(Instance.Bay::availableFrom)
        .containsExactly(3, 4);
  }
}
