package vn.khuxuong.zoning.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reading plan versions: all that there are, one for ever, or the one in force on a day. */
@RestController
@RequestMapping("/api/v1/plans")
class PlanController {
  private final PlanStore plans;
  private final PlanAccess access;
  private final PlanAnswers answers;
  private final ZoneStore zones;

  PlanController(PlanStore plans, PlanAccess access, PlanAnswers answers, ZoneStore zones) {
    this.plans = plans;
    this.access = access;
    this.answers = answers;
    this.zones = zones;
  }

  /**
   * Plan versions the caller may read; with {@code datetime} or {@code asOf} only those in force
   * then.
   */
  @GetMapping
  ResponseEntity<PlanJson.Plans> list(
      @RequestParam(required = false) @Nullable String zone,
      @RequestParam(required = false) @Nullable String datetime,
      @RequestParam(required = false) @Nullable String asOf) {
    if (zone != null) {
      zones.get(zone);
    }
    Moments moments = Moments.parse(datetime, asOf);
    List<Plan> found =
        datetime == null && asOf == null
            ? plans.list(zone, !access.seesDrafts())
            : plans.inForce(zone, moments.on(), moments.asOf());
    return answers.ofMany(new PlanJson.Plans(found.stream().map(answers::json).toList()));
  }

  @GetMapping("/{id}")
  ResponseEntity<PlanJson> get(@PathVariable long id) {
    Plan plan = access.readable(id);
    return answers.of(plan, answers.json(plan));
  }
}
