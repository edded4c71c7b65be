package vn.khuxuong.zoning.draft;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import vn.khuxuong.zoning.SubzoneDiff;
import vn.khuxuong.zoning.plan.PlanJson;

/** What a change led to, on the wire: the plan, what changed on the map, and the checks. */
final class OutcomeJson {
  private static final JsonMapper JSON = JsonMapper.shared();

  private OutcomeJson() {}

  static ObjectNode of(EditDraft.Outcome outcome, PlanReport report) {
    SubzoneDiff diff = outcome.diff();
    ObjectNode json = JSON.createObjectNode();
    json.set("plan", JSON.valueToTree(PlanJson.forStaff(outcome.plan())));
    json.put("revision", outcome.plan().headRevision());
    json.set(
        "subzones",
        SubzoneFeatures.of(DraftState.present(diff, outcome.after().subzones()), outcome.after()));
    ArrayNode removed = json.putArray("removed");
    diff.removed().forEach(subzone -> removed.add(subzone.uid()));
    json.set("changes", diff.toJson());
    json.set("report", ReportJson.of(report));
    return json;
  }
}
