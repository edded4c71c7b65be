package vn.khuxuong.conversion.floor;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.khuxuong.conversion.ConversionProblem;
import vn.khuxuong.platform.problem.ProblemException;

/**
 * Which lines of business the floors of a zone newly accept or refuse under one plan instead of
 * another. A floor accepts what its own sheet admits and the subzone its building stands in does
 * not bar; a building in no subzone is barred nothing. Worked out from the plans as they are, so it
 * is true from the very transaction that publishes one.
 */
@Component
public class FloorChanges {
  private final FloorChangeStore store;

  FloorChanges(FloorChangeStore store) {
    this.store = store;
  }

  /**
   * A plan.
   *
   * @param version within the zone
   */
  public record Plan(long id, int version, String titleVi, String titleEn, String status) {}

  /**
   * Answer.
   *
   * @param before null where there was none: then floors accepted what their sheets admit
   * @param after null where the zone has no plan: then nothing changes
   */
  public record Changes(
      String zone, @Nullable Plan before, @Nullable Plan after, List<Change> changes) {
    /** Copies the changes. */
    public Changes {
      changes = List.copyOf(changes);
    }
  }

  /**
   * A line of business on a floor.
   *
   * @param accepts whether the floor accepts it under the later plan, and did not before; false for
   *     the other way round
   * @param landUse of the subzone under the later plan, null where the building is in none
   */
  public record Change(
      String building,
      int level,
      String industry,
      String industryVi,
      String industryEn,
      boolean accepts,
      @Nullable String landUse) {}

  /** What the plan in force changed against the version published before it. */
  @Transactional(readOnly = true)
  public Changes ofPlanInForce(String zone) {
    Optional<Plan> after = store.planInForce(zone);
    return after
        .map(plan -> changes(zone, store.publishedBefore(zone, plan.version()).orElse(null), plan))
        .orElseGet(() -> new Changes(zone, null, null, List.of()));
  }

  /**
   * What a plan would change against the one in force if it were published.
   *
   * @throws ProblemException {@link ConversionProblem#UNKNOWN_PLAN}
   */
  @PreAuthorize("hasAnyRole('OFFICER', 'PLANNER', 'APPROVER', 'ADMIN')")
  @Transactional(readOnly = true)
  public Changes ofPlan(String zone, long id) {
    Plan plan =
        store
            .find(zone, id)
            .orElseThrow(
                () ->
                    ConversionProblem.UNKNOWN_PLAN
                        .with(
                            "Khu này không có đồ án mang số ấy.",
                            "The zone has no plan of this number.")
                        .field("plan"));
    return changes(zone, store.planInForce(zone).orElse(null), plan);
  }

  private Changes changes(String zone, @Nullable Plan before, Plan after) {
    return new Changes(
        zone, before, after, store.changes(zone, before == null ? null : before.id(), after.id()));
  }
}
