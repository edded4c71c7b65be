package vn.khuxuong.allocation.round;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.khuxuong.allocation.solver.Instance;
import vn.khuxuong.space.Bay;
import vn.khuxuong.space.Building;
import vn.khuxuong.space.Floor;
import vn.khuxuong.space.Occupancy;
import vn.khuxuong.tenancy.Application;

/**
 * Turns buildings and applications, in real units and dates, into the whole numbers of the exchange
 * format. Every rounding goes to the safe side: what a floor offers is rounded down, what a firm
 * needs is rounded up, so no placement breaks a limit in real units. A bay with a claim that still
 * runs or is to come, and a bay that is not for rent, is held by a sitting tenant.
 */
final class FrozenProblem {
  /** Months for a zone whose land term is not yet set: the longest land term of the Land Law. */
  private static final int LONGEST_TERM_MONTHS = 840;

  /** Goods lift of the ground floor in the exchange format: nothing has to be lifted there. */
  private static final int GROUND_FLOOR_LIFT_T = 99;

  /** Begins the id of a tenant that stands for a bay nobody may rent. */
  private static final String OUT = "OUT-";

  private final RoundPolicy policy;
  private final YearMonth month0;

  private FrozenProblem(RoundPolicy policy, YearMonth month0) {
    this.policy = policy;
    this.month0 = month0;
  }

  /**
   * The problem of a round.
   *
   * @param id name of the problem
   * @param month0 the round's reference month
   * @param buildings as they stand on the first day of that month or later
   * @param applications in the order of arrival
   */
  static Instance of(
      String id,
      RoundPolicy policy,
      YearMonth month0,
      List<Building> buildings,
      List<Application> applications) {
    return new FrozenProblem(policy, month0).build(id, buildings, applications);
  }

  /** The exchange format's name of a floor, {@code TT-A/3} for the third floor of TT-A. */
  static String floorId(String buildingCode, int level) {
    return buildingCode + "/" + level;
  }

  /** Whether bays that this tenant of the problem holds are not for rent, rather than let. */
  static boolean isOut(String tenant) {
    return tenant.startsWith(OUT);
  }

  private Instance build(String id, List<Building> buildings, List<Application> applications) {
    List<Instance.Floor> floors = new ArrayList<>();
    List<Instance.Tenant> tenants = new ArrayList<>();
    Map<String, Long> freeByZone = new TreeMap<>();
    for (Building building : buildings) {
      for (Floor floor : building.floors()) {
        floors.add(floor(building, floor));
        tenants.addAll(tenants(building, floor));
        long free =
            floor.bays().stream().filter(b -> isVacant(floor, b)).mapToLong(this::areaM2).sum();
        freeByZone.merge(building.zoneCode(), free, Long::sum);
      }
    }
    List<Instance.Zone> zones =
        freeByZone.entrySet().stream()
            .map(
                z ->
                    new Instance.Zone(
                        z.getKey(),
                        z.getKey(),
                        (int) (z.getValue() * policy.foreignSharePct() / 100)))
            .toList();
    List<Instance.Firm> firms = new ArrayList<>();
    for (Application application : applications) {
      firms.add(firm(application, firms.size(), freeByZone.keySet()));
    }
    return new Instance(
        id,
        policy.weights(),
        scores(firms),
        policy.points(),
        policy.incompatible(),
        zones,
        buildings.stream().map(FrozenProblem::building).toList(),
        floors,
        tenants,
        firms);
  }

  /** The format wants a score for every rank that a firm uses; ranks without one count nothing. */
  private List<Integer> scores(List<Instance.Firm> firms) {
    List<Integer> scores = new ArrayList<>(policy.preferenceScore());
    int ranks = firms.stream().mapToInt(firm -> firm.zonePrefs().size()).max().orElse(0);
    while (scores.size() < ranks) {
      scores.add(0);
    }
    return scores;
  }

  private static Instance.Building building(Building b) {
    return new Instance.Building(
        b.code(), b.zoneCode(), down(b.powerKva()), down(b.wastewaterM3Day()));
  }

  private Instance.Floor floor(Building building, Floor floor) {
    return new Instance.Floor(
        floorId(building.code(), floor.level()),
        building.code(),
        floor.level(),
        floor.bays().stream().map(b -> new Instance.Bay(areaM2(b), monthOf(b.freeFrom()))).toList(),
        floor.breaks(),
        down(floor.loadKnM2()),
        down(floor.clearHeightM() * 10),
        down(floor.powerKva()),
        floor.level() == 1 ? GROUND_FLOOR_LIFT_T : down(building.liftT()),
        floor.hazards().stream().map(Enum::name).sorted().toList(),
        floor.industries().stream().map(Enum::name).sorted().toList(),
        building.termEnd() == null
            ? LONGEST_TERM_MONTHS
            : (int) ChronoUnit.MONTHS.between(month0.atDay(1), building.termEnd().plusDays(1)),
        (int) ((floor.rentVndM2Month() + 999) / 1000));
  }

  private List<Instance.Tenant> tenants(Building building, Floor floor) {
    String place = floorId(building.code(), floor.level());
    List<Instance.Tenant> tenants = new ArrayList<>();
    boolean[] taken = new boolean[floor.bays().size()];
    for (Occupancy claim : floor.occupancies()) {
      tenants.addAll(tenants(claim, place, taken));
    }
    for (Bay bay : floor.bays()) {
      if (!taken[bay.no()] && bay.freeFrom() == null) {
        tenants.add(
            new Instance.Tenant(OUT + place + "." + bay.no(), place, bay.no(), 1, List.of(), 0, 0));
      } else if (!taken[bay.no()] && !isVacant(floor, bay)) {
        throw new IllegalStateException(
            "Bay " + bay.no() + " of " + place + " is claimed by nobody");
      }
    }
    return tenants;
  }

  /**
   * One tenant for each run of the claim's bays that no earlier claim holds; claims that follow
   * each other on the same bays are one tenant. The first run carries the claim's whole demand.
   */
  private static List<Instance.Tenant> tenants(Occupancy claim, String place, boolean[] taken) {
    List<Instance.Tenant> tenants = new ArrayList<>();
    int end = claim.firstBay() + claim.bayCount();
    for (int bay = claim.firstBay(); bay < end; bay++) {
      int first = bay;
      while (bay < end && !taken[bay]) {
        taken[bay++] = true;
      }
      if (bay > first) {
        boolean whole = tenants.isEmpty();
        tenants.add(
            new Instance.Tenant(
                "T" + claim.id() + (whole ? "" : "-" + first),
                place,
                first,
                bay - first,
                claim.traits().stream().map(Enum::name).sorted().toList(),
                whole ? up(claim.powerKva()) : 0,
                whole ? up(claim.wastewaterM3Day()) : 0));
      }
    }
    return tenants;
  }

  private static boolean isVacant(Floor floor, Bay bay) {
    return bay.freeFrom() != null
        && floor.occupancies().stream().noneMatch(claim -> claim.covers(bay.no()));
  }

  private Instance.Firm firm(Application a, int order, Collection<String> zones) {
    Instance.Flags flags =
        new Instance.Flags(
            a.flags().supporting(),
            a.flags().hightech(),
            a.flags().green(),
            a.flags().domestic(),
            a.flags().displaced());
    int earliest = Math.max(0, monthOf(a.startEarliest()));
    int areaMin = up(a.areaMinM2());
    return new Instance.Firm(
        a.code(),
        order,
        a.industry().name(),
        flags,
        a.sizeClass().name(),
        policy.points().priority(flags, a.sizeClass().name()),
        areaMin,
        Math.max(areaMin, down(a.areaMaxM2())),
        up(a.loadKnM2()),
        up(a.clearHeightM() * 10),
        up(a.powerKva()),
        up(a.wastewaterM3Day()),
        up(a.liftT()),
        a.hazard().name(),
        a.traits().stream().map(Enum::name).sorted().toList(),
        a.cluster(),
        earliest,
        Math.max(earliest, startedBy(a.startLatest())),
        a.termMonths(),
        (int) (a.budgetVndM2Month() / 1000),
        a.zones().stream().filter(zones::contains).toList(),
        a.acceptOther(),
        a.maySplit());
  }

  private int areaM2(Bay bay) {
    return Math.max(1, down(bay.areaM2()));
  }

  /**
   * First month that begins on or after the day; 0 for null, which only bays nobody may take have.
   */
  private int monthOf(@Nullable LocalDate day) {
    if (day == null) {
      return 0;
    }
    int month = (int) month0.until(YearMonth.from(day), ChronoUnit.MONTHS);
    return Math.max(0, day.getDayOfMonth() == 1 ? month : month + 1);
  }

  /** Last month that begins on or before the day. */
  private int startedBy(LocalDate day) {
    return (int) month0.until(YearMonth.from(day), ChronoUnit.MONTHS);
  }

  private static int down(double value) {
    return (int) Math.floor(value + 1e-9);
  }

  private static int up(double value) {
    return (int) Math.ceil(value - 1e-9);
  }
}
