package vn.khuxuong.tenancy.firm;

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
    List<Machine> machines) {

  /** Adds the trait that comes with the line of business, which nobody leaves out. */
  public Needs {
    traits = traitsOf(industry, traits);
    machines = List.copyOf(machines);
  }

  /** The traits said, with that of the line of business. */
  public static Set<Trait> traitsOf(Industry industry, Set<Trait> said) {
    Set<Trait> all = EnumSet.noneOf(Trait.class);
    all.addAll(said);
    industry.trait().ifPresent(all::add);
    return Set.copyOf(all);
  }
}
