package vn.khuxuong.zoning.draft;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import vn.khuxuong.zoning.SubzoneDiff;
import vn.khuxuong.zoning.plan.PlanJson;

/**
 * What a change led to, on the wire: the plan, what changed on the map, and the checks. Whoever
 * edits, asks for the changes since a version, or is refused as stale reads the same members.
 */
final class OutcomeJson {
  private static final JsonMapper JSON = JsonMapper.shared();

  private OutcomeJson() {}

  static ObjectNode of(EditDraft.Outcome outcome, PlanReport report) {
    ObjectNode json = withoutReport(outcome);
    json.set("report", ReportJson.of(report));
    return json;
  }

  /** The plan and what changed on the map; nothing is checked for it. */
  static ObjectNode withoutReport(EditDraft.Outcome outcome) {
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
    return json;
  }
}
