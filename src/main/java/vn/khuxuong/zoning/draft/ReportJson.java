package vn.khuxuong.zoning.draft;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import vn.khuxuong.zoning.check.FindingsJson;
import vn.khuxuong.zoning.check.Severity;
import vn.khuxuong.zoning.rule.Verdict;

/** A plan's report on the wire: a FeatureCollection of findings with the verdicts as members. */
public final class ReportJson {
  private static final JsonMapper JSON = JsonMapper.shared();

  private ReportJson() {}

  /** The same report always makes the same JSON. */
  public static ObjectNode of(PlanReport report) {
    ObjectNode json = JSON.createObjectNode();
    json.put("type", "FeatureCollection");
    ObjectNode summary = json.putObject("summary");
    summary.put("blocking", report.blocking());
    summary.put("findings", report.findings().size());
    summary.put(
        "findingsBlocking",
        report.findings().stream().filter(f -> f.severity() == Severity.BLOCKS).count());
    summary.put(
        "rulesFailed",
        report.verdicts().stream().filter(v -> v.status() == Verdict.Status.FAIL).count());
    json.put("ruleSetSha256", report.ruleSetSha256());
    json.put("contentSha256", report.contentSha256());
    json.set("basis", JSON.valueToTree(report.basis()));
    ArrayNode features = json.putArray("features");
    FindingsJson findings =
        new FindingsJson(report.coverage().pieces(), report.zone().legal(), true);
    report.findings().forEach(finding -> features.add(findings.feature(finding)));
    ArrayNode rules = json.putArray("rules");
    report.verdicts().forEach(verdict -> rules.add(JSON.<ObjectNode>valueToTree(verdict)));
    json.set("balance", BalanceJson.of(report.balance(), null));
    return json;
  }
}
