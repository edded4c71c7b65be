package vn.khuxuong.zoning.draft;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import vn.khuxuong.geo.CoordinateOperation;
import vn.khuxuong.geo.Crs;
import vn.khuxuong.geo.GeoJson;
import vn.khuxuong.zoning.check.Finding;
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
    CoordinateOperation toLonLat = CoordinateOperation.between(report.zone().legal(), Crs.CRS84);
    report.findings().forEach(finding -> features.add(feature(finding, report, toLonLat)));
    ArrayNode rules = json.putArray("rules");
    report.verdicts().forEach(verdict -> rules.add(JSON.<ObjectNode>valueToTree(verdict)));
    json.set("balance", BalanceJson.of(report.balance(), null));
    return json;
  }

  private static ObjectNode feature(
      Finding finding, PlanReport report, CoordinateOperation toLonLat) {
    ObjectNode properties = JSON.createObjectNode();
    properties.put("code", finding.code().name());
    properties.put("severity", finding.severity().name());
    properties.put("areaM2", finding.areaM2());
    properties.put("widthM", finding.widthM());
    finding.subjects().forEach(properties.putArray("subjects")::add);
    ArrayNode labels = properties.putArray("subjectLabels");
    finding.subjects().forEach(uid -> labels.add(report.labels().getOrDefault(uid, uid)));
    properties.put("messageVi", finding.messageVi());
    properties.put("messageEn", finding.messageEn());
    properties.set("repairs", JSON.valueToTree(finding.repairs()));
    return GeoJson.write(
        new GeoJson.Feature(
            null, finding.place() == null ? null : toLonLat.apply(finding.place()), properties),
        GeoJson.DEGREE_DECIMALS);
  }
}
