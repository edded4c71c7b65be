package vn.khuxuong.space.building;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.khuxuong.space.search.AsOf;

/** Buildings and plans of their floors for the pages, as the JSON doors give them. */
@Component
public class BuildingFacts {
  private final BuildingStore store;
  private final FloorPlans plans;
  private final AsOf asOf;

  BuildingFacts(BuildingStore store, FloorPlans plans, AsOf asOf) {
    this.store = store;
    this.plans = plans;
    this.asOf = asOf;
  }

  /**
   * A building with its stacking plan; empty where no building has the code.
   *
   * @param on civil date, null for today
   * @throws vn.khuxuong.platform.problem.ProblemException for a year far from now
   */
  public Optional<BuildingJson> find(String code, @Nullable LocalDate on) {
    AsOf.Basis basis = asOf.of(on);
    return store.hasBuilding(code) ? Optional.of(store.get(code, basis)) : Optional.empty();
  }

  /**
   * The plan of a floor of a building that was just read.
   *
   * @throws java.util.NoSuchElementException if it is gone since
   */
  public FloorPlan plan(long floor) {
    return plans.find(floor).orElseThrow();
  }
}
