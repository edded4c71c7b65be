package vn.khuxuong.zoning.draft;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;
import vn.khuxuong.geo.Crs;
import vn.khuxuong.geo.GeoRefusal;
import vn.khuxuong.platform.problem.ApiProblem;
import vn.khuxuong.zoning.ZoningProblem;
import vn.khuxuong.zoning.plan.Moments;
import vn.khuxuong.zoning.plan.Plan;
import vn.khuxuong.zoning.plan.PlanAccess;
import vn.khuxuong.zoning.plan.PlanAnswers;
import vn.khuxuong.zoning.plan.PlanStore;
import vn.khuxuong.zoning.plan.ZoneStore;

/** Subzones as GeoJSON: of one version, or of whatever is in force on a day. */
@RestController
class SubzoneController {
  private final PlanStore plans;
  private final PlanAccess access;
  private final PlanAnswers answers;
  private final ZoneStore zones;
  private final RevisionStore revisions;
  private final DraftStates states;

  SubzoneController(
      PlanStore plans,
      PlanAccess access,
      PlanAnswers answers,
      ZoneStore zones,
      RevisionStore revisions,
      DraftStates states) {
    this.plans = plans;
    this.access = access;
    this.answers = answers;
    this.zones = zones;
    this.revisions = revisions;
    this.states = states;
  }

  /** The subzones of one plan version; {@code revision} is for staff. */
  @GetMapping("/api/v1/plans/{id}/subzones")
  ResponseEntity<ObjectNode> ofPlan(
      @PathVariable long id,
      @RequestParam(required = false) @Nullable Integer revision,
      @RequestParam(defaultValue = "CRS84") String crs) {
    Plan plan = access.readable(id);
    Crs target = crs(crs);
    if (revision != null && (!access.seesDrafts() || !revisions.exists(id, revision))) {
      throw ApiProblem.NOT_FOUND.with(
          "Đồ án không có bản ghi " + revision + ".", "The plan has no revision " + revision + ".");
    }
    DraftState state = revision == null ? states.of(plan) : states.at(plan, revision);
    ObjectNode json = SubzoneFeatures.of(state.list(), plan.legal(), target);
    json.put("plan", plan.id()).put("zone", plan.zoneCode()).put("version", plan.version());
    return ResponseEntity.ok()
        .headers(answers.headers(plan))
        .contentType(PlanAnswers.GEOJSON)
        .body(json);
  }

  /** The subzones in force on a day, as was known at a moment. */
  @GetMapping("/api/v1/subzones")
  ResponseEntity<ObjectNode> inForce(
      @RequestParam(required = false) @Nullable String zone,
      @RequestParam(required = false) @Nullable String datetime,
      @RequestParam(required = false) @Nullable String asOf,
      @RequestParam(defaultValue = "CRS84") String crs) {
    if (zone != null) {
      zones.get(zone);
    }
    Moments moments = Moments.parse(datetime, asOf);
    Crs target = crs(crs);
    List<Plan> found = plans.inForce(zone, moments.on(), moments.asOf());
    ObjectNode json = SubzoneFeatures.of(List.of(), Crs.EPSG_9210, target);
    json.remove("areaMethod");
    var features = json.putArray("features");
    for (Plan plan : found) {
      ObjectNode part = SubzoneFeatures.of(states.of(plan).list(), plan.legal(), target);
      for (var feature : part.path("features")) {
        ((ObjectNode) feature.path("properties"))
            .put("zone", plan.zoneCode())
            .put("plan", plan.id())
            .put("planVersion", plan.version());
        features.add(feature);
      }
    }
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noCache())
        .contentType(PlanAnswers.GEOJSON)
        .body(json);
  }

  private static Crs crs(String text) {
    try {
      return text.equalsIgnoreCase("CRS84") ? Crs.CRS84 : Crs.parse(text);
    } catch (GeoRefusal refusal) {
      throw ZoningProblem.BAD_BODY.with(refusal.vi(), refusal.en()).field("crs");
    }
  }
}
