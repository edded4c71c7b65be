package vn.khuxuong.zoning.rule;

import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import vn.khuxuong.geo.CoordinateOperation;
import vn.khuxuong.geo.Crs;
import vn.khuxuong.geo.GeoJson;
import vn.khuxuong.zoning.check.Finding;
import vn.khuxuong.zoning.check.Severity;

/** The report as GeoJSON: findings are features in longitude and latitude. */
final class CheckReportJson {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private CheckReportJson() {}

  static ObjectNode write(CheckReport report) {
    ObjectNode json = JSON.createObjectNode();
    json.put("type", "FeatureCollection");
    json.put("file", report.file());
    json.put("zone", report.zone() == null ? null : report.zone().code());
    json.put("legalCrs", report.legal().code());
    json.put("judgedOn", report.judgedOn().toString());
    json.put("ruleSetSha256", report.ruleSetSha256());
    json.set("summary", summary(report));
    CoordinateOperation toLonLat = CoordinateOperation.between(report.legal(), Crs.CRS84);
    ArrayNode features = json.putArray("features");
    report.findings().forEach(finding -> features.add(feature(finding, toLonLat)));
    json.set("rules", JSON.valueToTree(report.verdicts()));
    json.set("balance", JSON.valueToTree(report.balance()));
    return json;
  }

  private static ObjectNode feature(Finding finding, CoordinateOperation toLonLat) {
    ObjectNode feature = JSON.createObjectNode();
    feature.put("type", "Feature");
    JsonNode geometry =
        finding.place() == null
            ? JSON.nullNode()
            : GeoJson.write(toLonLat.apply(finding.place()), GeoJson.DEGREE_DECIMALS);
    feature.set("geometry", geometry);
    ObjectNode properties = feature.putObject("properties");
    properties.put("code", finding.code().name());
    properties.put("severity", finding.severity().name());
    properties.put("areaM2", finding.areaM2());
    properties.put("widthM", finding.widthM());
    properties.set("subjects", JSON.valueToTree(finding.subjects()));
    properties.put("message", finding.messageVi());
    properties.put("messageEn", finding.messageEn());
    properties.set("repairs", JSON.valueToTree(finding.repairs()));
    return feature;
  }

  private static ObjectNode summary(CheckReport report) {
    ObjectNode summary = JSON.createObjectNode();
    summary.put("blocks", report.blocks());
    summary.put("polygons", report.polygons());
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
