package vn.khuxuong.zoning.check;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import vn.khuxuong.geo.CoordinateOperation;
import vn.khuxuong.geo.Crs;
import vn.khuxuong.geo.GeoJson;
import vn.khuxuong.zoning.check.Finding.RepairOption;

/**
 * Findings and repair steps as GeoJSON (RFC 7946): longitude, latitude on WGS 84. A finding is a
 * feature at its place with properties {@code code}, {@code severity}, {@code areaM2}, {@code
 * widthM}, {@code subjects} (ids), {@code subjectLabels}, {@code message} in the language asked
 * for, {@code messageVi}, {@code messageEn} and {@code repairs}.
 */
public final class FindingsJson {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final Map<String, String> labels = new HashMap<>();
  private final CoordinateOperation toLonLat;
  private final boolean vietnamese;

  /**
   * @param pieces whose ids the findings speak of, for their labels
   * @param legal CRS of the places
   * @param vietnamese whether {@code message} is the Vietnamese sentence or the English one
   */
  public FindingsJson(Collection<Piece> pieces, Crs legal, boolean vietnamese) {
    pieces.forEach(piece -> labels.put(piece.id(), piece.label()));
    labels.put(Finding.ZONE, vietnamese ? "ranh khu" : "zone");
    this.toLonLat = CoordinateOperation.between(legal, Crs.CRS84);
    this.vietnamese = vietnamese;
  }

  /** A FeatureCollection with member {@code blocks}: how many of the findings block. */
  public ObjectNode collection(List<Finding> findings) {
    ObjectNode json = JSON.objectNode();
    json.put("type", "FeatureCollection");
    json.put(
        "blocks",
        findings.stream().filter(finding -> finding.severity() == Severity.BLOCKS).count());
    ArrayNode features = json.putArray("features");
    findings.forEach(finding -> features.add(feature(finding)));
    return json;
  }

  /** One finding as a feature; its geometry is null where the finding has no place. */
  public ObjectNode feature(Finding finding) {
    ObjectNode properties = JSON.objectNode();
    properties.put("code", finding.code().name());
    properties.put("severity", finding.severity().name());
    properties.put("areaM2", rounded(finding.areaM2()));
    properties.put("widthM", rounded(finding.widthM()));
    ArrayNode subjects = properties.putArray("subjects");
    ArrayNode names = properties.putArray("subjectLabels");
    for (String subject : finding.subjects()) {
      subjects.add(subject);
      names.add(labels.getOrDefault(subject, subject));
    }
    texts(properties, "message", finding.messageVi(), finding.messageEn());
    ArrayNode repairs = properties.putArray("repairs");
    finding.repairs().forEach(option -> repairs.add(repair(option)));
    Geometry place = finding.place();
    return GeoJson.write(
        new GeoJson.Feature(null, place == null ? null : toLonLat.apply(place), properties),
        GeoJson.DEGREE_DECIMALS);
  }

  /**
   * One step of a repair: {@code id}, {@code action}, {@code text}, {@code movedM2}, {@code mends}
   * as features, {@code after} as features with the new shapes by id, {@code removed}.
   */
  public ObjectNode step(Repair.Step step) {
    ObjectNode json = JSON.objectNode();
    json.put("id", step.id());
    json.put("action", step.action().name());
    texts(json, "text", step.textVi(), step.textEn());
    json.put("movedM2", rounded(step.movedM2()));
    ArrayNode mends = json.putArray("mends");
    step.mends().forEach(finding -> mends.add(feature(finding)));
    ArrayNode after = json.putArray("after");
    step.after().keySet().stream().sorted().forEach(id -> after.add(shape(step, id)));
    ArrayNode removed = json.putArray("removed");
    step.removed().stream().sorted().forEach(removed::add);
    return json;
  }

  private ObjectNode shape(Repair.Step step, String id) {
    ObjectNode properties = JSON.objectNode();
    properties.put("label", labels.getOrDefault(id, id));
    Geometry shape = step.after().get(id);
    return GeoJson.write(
        new GeoJson.Feature(id, shape == null ? null : toLonLat.apply(shape), properties),
        GeoJson.DEGREE_DECIMALS);
  }

  private ObjectNode repair(RepairOption option) {
    ObjectNode json = JSON.objectNode();
    json.put("action", option.action().name());
    ArrayNode targets = json.putArray("targets");
    option.targets().forEach(targets::add);
    texts(json, "text", option.textVi(), option.textEn());
    return json;
  }

  private void texts(ObjectNode json, String name, String vi, String en) {
    json.put(name, vietnamese ? vi : en);
    json.put(name + "Vi", vi);
    json.put(name + "En", en);
  }

  /** Four decimals: what comes behind is arithmetic. */
  private static double rounded(double value) {
    return Math.rint(value * 1e4) / 1e4;
  }
}
