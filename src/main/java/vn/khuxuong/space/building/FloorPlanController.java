package vn.khuxuong.space.building;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;
import vn.khuxuong.space.SpaceProblem;
import vn.khuxuong.space.search.Answers;
import vn.khuxuong.space.search.AsOf;

/** {@code /api/v1/floors/{id}/plan}: the plan of a floor, for everybody; it knows no tenants. */
@RestController
class FloorPlanController {
  private final FloorPlans plans;
  private final AsOf asOf;
  private final Answers answers;

  FloorPlanController(FloorPlans plans, AsOf asOf, Answers answers) {
    this.plans = plans;
    this.asOf = asOf;
    this.answers = answers;
  }

  private record PlanOf(long floor) {}

  @GetMapping("/api/v1/floors/{id}/plan")
  @Nullable FloorPlan plan(@PathVariable long id, WebRequest request) {
    AsOf.Basis basis = asOf.of(null);
    FloorPlan plan =
        answers.get(
            basis,
            new PlanOf(id),
            () ->
                plans
                    .find(id)
                    .orElseThrow(
                        () ->
                            SpaceProblem.UNKNOWN_FLOOR
                                .with("Không có tầng mang số này.", "No floor has this number.")
                                .field("id")
                                .with("floor", id)));
    return basis.isKnownTo(request) ? null : plan;
  }
}
