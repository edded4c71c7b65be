package vn.khuxuong.zoning.rule;

import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import vn.khuxuong.platform.web.Language;
import vn.khuxuong.zoning.check.Finding;
import vn.khuxuong.zoning.check.FindingsJson;
import vn.khuxuong.zoning.check.Severity;

/** The report as GeoJSON: findings are features in longitude and latitude. */
final class CheckReportJson {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private CheckReportJson() {}

  static ObjectNode write(CheckReport report, Language language) {
    ObjectNode json = JSON.createObjectNode();
    json.put("type", "FeatureCollection");
    json.put("file", report.file());
    json.put("zone", report.zone() == null ? null : report.zone().code());
    json.put("legalCrs", report.legal().code());
    json.put("judgedOn", report.judgedOn().toString());
    json.put("ruleSetSha256", report.ruleSetSha256());
    json.set("summary", summary(report));
    FindingsJson findings =
        new FindingsJson(report.pieces(), report.legal(), language == Language.VI);
    ArrayNode features = json.putArray("features");
    report.findings().forEach(finding -> features.add(findings.feature(finding)));
    json.set("rules", JSON.valueToTree(report.verdicts()));
    json.set("balance", JSON.valueToTree(report.balance()));
    return json;
  }

  private static ObjectNode summary(CheckReport report) {
    ObjectNode summary = JSON.createObjectNode();
    summary.put("blocks", report.blocks());
    summary.put("polygons", report.pieces().size());
    summary.put("findings", report.findings().size());
    summary.put("blockingFindings", report.blockingFindings());
    summary.put("blockingRules", report.blockingRules());
    Map<Finding.Code, ObjectNode> byCode = new TreeMap<>();
    for (Finding finding : report.findings()) {
      ObjectNode entry = byCode.computeIfAbsent(finding.code(), code -> JSON.createObjectNode());
      entry.put("count", entry.path("count").asInt(0) + 1);
      entry.put(
          "blocking",
          entry.path("blocking").asInt(0) + (finding.severity() == Severity.BLOCKS ? 1 : 0));
      entry.put("areaM2", entry.path("areaM2").asDouble(0) + finding.areaM2());
    }
    ObjectNode kinds = summary.putObject("byCode");
    byCode.forEach((code, entry) -> kinds.set(code.name(), entry));
    ObjectNode rules = summary.putObject("rules");
    for (Verdict.Status status : Verdict.Status.values()) {
      rules.put(status.word(), report.count(status));
    }
    return summary;
  }
}
