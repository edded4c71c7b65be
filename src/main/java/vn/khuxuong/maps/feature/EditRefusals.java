package vn.khuxuong.maps.feature;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import vn.khuxuong.maps.FeatureChange;
import vn.khuxuong.maps.FeatureRefusal;
import vn.khuxuong.maps.SeenVersion;
import vn.khuxuong.maps.layer.Field;
import vn.khuxuong.maps.layer.MapsProblem;
import vn.khuxuong.platform.problem.ProblemException;
import vn.khuxuong.platform.problem.ProblemType;

/** Refusals of changes as problem documents; a stale one shows the feature as it is now. */
@Component
class EditRefusals {

  private final ItemStore store;
  private final JsonMapper json;

  EditRefusals(ItemStore store, JsonMapper json) {
    this.store = store;
    this.json = json;
  }

  /** As {@link EditAnswers#change}. */
  ProblemException problem(
      EditVisit visit,
      FeatureRefusal refusal,
      List<? extends FeatureChange> changes,
      List<JsonNode> sent,
      String list) {
    int index = Math.max(refusal.index(), 0);
    FeatureChange change = changes.get(index);
    ProblemException problem =
        type(refusal, EditAnswers.seen(change)).with(refusal.vi(), refusal.en());
    refusal.members().forEach(problem::with);
    refusal.field().ifPresent(field -> problem.field(path(list, refusal.index(), field)));
    String remedyVi = refusal.remedyVi();
    String remedyEn = refusal.remedyEn();
    if (remedyVi != null && remedyEn != null) {
      problem.remedy(remedyVi, remedyEn);
    }
    if (!list.isEmpty() && refusal.index() >= 0) {
      problem.with("index", refusal.index());
    }
    String id = id(change);
    if (refusal.reason() == FeatureRefusal.Reason.STALE && id != null) {
      JsonNode body = index < sent.size() ? sent.get(index) : json.nullNode();
      store
          .feature(visit.layer(), id, visit.crs())
          .ifPresent(server -> show(visit, problem, server, body));
    }
    return problem;
  }

  private static ProblemType type(FeatureRefusal refusal, SeenVersion seen) {
    return switch (refusal.reason()) {
      case UNKNOWN -> MapsProblem.UNKNOWN_FEATURE;
      case VERSION_UNSAID -> EditProblem.VERSION_UNSAID;
      case INVALID -> EditProblem.BAD_FEATURE;
      case STALE ->
          seen.how() == SeenVersion.How.BODY ? EditProblem.STALE_VERSION : EditProblem.STALE;
    };
  }

  private static String path(String list, int index, String field) {
    if (list.isEmpty() || index < 0) {
      return field;
    }
    String inside = list.equals("changes") ? "].feature." : "].";
    return list + "[" + index + inside + field;
  }

  private static @Nullable String id(FeatureChange change) {
    if (change instanceof FeatureChange.Replace replace) {
      return replace.id();
    }
    if (change instanceof FeatureChange.Update update) {
      return update.id();
    }
    return change instanceof FeatureChange.Delete delete ? delete.id() : null;
  }

  private void show(EditVisit visit, ProblemException problem, byte[] server, JsonNode body) {
    JsonNode feature = json.readTree(server);
    problem.with("server", feature);
    problem.with("etag", ItemEtag.of(server, "changed-" + visit.crs().code()));
    ArrayNode differences = json.createArrayNode();
    Map<String, JsonNode> mine = new LinkedHashMap<>();
    body.path("properties").properties().forEach(e -> mine.put(e.getKey(), e.getValue()));
    for (Field field : visit.layer().fields()) {
      JsonNode yours = mine.get(field.name());
      JsonNode theirs = feature.path("properties").path(field.name());
      if (yours != null && !field.readOnly() && !same(yours, theirs)) {
        ObjectNode one = differences.addObject().put("property", field.name());
        one.set("yours", yours);
        one.set("server", theirs);
      }
    }
    JsonNode shape = body.path("geometry");
    if (shape.isObject()
        && !shape.path("coordinates").equals(feature.path("geometry").path("coordinates"))) {
      differences.addObject().put("property", "geometry");
    }
    problem.with("differences", differences);
  }

  private static boolean same(JsonNode one, JsonNode other) {
    return one.equals(other)
        || (one.isNumber() && other.isNumber() && one.doubleValue() == other.doubleValue());
  }
}
