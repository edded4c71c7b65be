package vn.khuxuong.tenancy.firm;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.khuxuong.space.HazardClass;
import vn.khuxuong.space.Industry;
import vn.khuxuong.space.Trait;

/**
 * What a firm needs of its place; 0 where it needs nothing or has not said.
 *
 * @param hazard null where not said
 * @param traits what neighbours notice of it, or it of neighbours
 * @param areaMinM2 least area on one floor
 * @param loadKnM2 uniform floor load
 * @param clearHeightM clear height
 * @param powerKva electrical demand
 * @param wastewaterM3Day wastewater in m³ per day
 * @param liftT heaviest item for the goods lift
 * @param stay how long it wants to stay, null where not said
 */
public record Needs(
    Industry industry,
    @Nullable HazardClass hazard,
    Set<Trait> traits,
    double areaMinM2,
    double loadKnM2,
    double clearHeightM,
    double powerKva,
    double wastewaterM3Day,
    double liftT,
    List<Machine> machines,
    @Nullable Stay stay) {

  /**
   * A lease that is wanted.
   *
   * @param from first day
   * @param months at least 1
   */
  public record Stay(LocalDate from, int months) {

    /** The same lease, begun on the given day where it would have begun earlier. */
    Stay notBefore(LocalDate day) {
      return from.isBefore(day) ? new Stay(day, months) : this;
    }

    /** Whether its last day is the last day of the land term at the latest. */
    boolean endsBy(LocalDate landTermEnd) {
      return !from.plusMonths(months).isAfter(landTermEnd.plusDays(1));
    }

    /** Most months that a lease from the same day may have; 0 where none is left. */
    int mostMonths(LocalDate landTermEnd) {
      LocalDate end = landTermEnd.plusDays(1);
      int most = (int) Math.max(0, ChronoUnit.MONTHS.between(from, end));
      // a lease from the 31st is over on the last day of a shorter month
      return from.isBefore(end) && !from.plusMonths(most + 1L).isAfter(end) ? most + 1 : most;
    }
  }

  /** Adds the trait that comes with the line of business, which nobody leaves out. */
  public Needs {
    traits = traitsOf(industry, traits);
    machines = List.copyOf(machines);
  }

  /** The needs of a firm that has not said how long it wants to stay. */
  public Needs(
      Industry industry,
      @Nullable HazardClass hazard,
      Set<Trait> traits,
      double areaMinM2,
      double loadKnM2,
      double clearHeightM,
      double powerKva,
      double wastewaterM3Day,
      double liftT,
      List<Machine> machines) {
    this(
        industry,
        hazard,
        traits,
        areaMinM2,
        loadKnM2,
        clearHeightM,
        powerKva,
        wastewaterM3Day,
        liftT,
        machines,
        null);
  }

  /** The same needs, of a lease that begins on the given day at the earliest. */
  public Needs notBefore(LocalDate day) {
    return new Needs(
        industry,
        hazard,
        traits,
        areaMinM2,
        loadKnM2,
        clearHeightM,
        powerKva,
        wastewaterM3Day,
        liftT,
        machines,
        stay == null ? null : stay.notBefore(day));
  }

  /** The traits said, with that of the line of business. */
  public static Set<Trait> traitsOf(Industry industry, Set<Trait> said) {
    Set<Trait> all = EnumSet.noneOf(Trait.class);
    all.addAll(said);
    industry.trait().ifPresent(all::add);
    return Set.copyOf(all);
  }
}
