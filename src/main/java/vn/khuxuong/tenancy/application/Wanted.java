package vn.khuxuong.tenancy.application;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.khuxuong.space.HazardClass;
import vn.khuxuong.space.Industry;
import vn.khuxuong.space.Trait;
import vn.khuxuong.tenancy.firm.Machine;
import vn.khuxuong.tenancy.firm.Needs;

/**
 * What an application asks for, checked, and as it is sent; units as in {@link
 * vn.khuxuong.tenancy.Application}. Load, height and lift are at least what the machines need, so
 * that whoever answers by those numbers answers for the machines too.
 *
 * @param production what the firm makes and how, empty where not yet said
 * @param zones codes, best first
 * @param building code of the building wished for, null where zones are enough
 * @param floor id of a floor of that building, null where any does
 * @param firstBay of the bays wished for, null without a floor
 * @param bayCount null without a floor
 */
record Wanted(
    Industry industry,
    String production,
    double areaMinM2,
    double areaMaxM2,
    double loadKnM2,
    double clearHeightM,
    double powerKva,
    double wastewaterM3Day,
    double liftT,
    HazardClass hazard,
    Set<Trait> traits,
    LocalDate startEarliest,
    LocalDate startLatest,
    int termMonths,
    long budgetVndM2Month,
    List<String> zones,
    boolean acceptOther,
    boolean maySplit,
    @Nullable String building,
    @Nullable Long floor,
    @Nullable Integer firstBay,
    @Nullable Integer bayCount,
    List<Machine> machines) {

  Wanted {
    traits = Set.copyOf(traits);
    zones = List.copyOf(zones);
    machines = List.copyOf(machines);
  }

  /** What the rules judge a place by. */
  Needs needs() {
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
        new Needs.Stay(startEarliest, termMonths));
  }
}
