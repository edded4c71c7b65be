package vn.khuxuong.space.search.vacancy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A page of results as GeoJSON and as CSV. */
@Component
class VacancyFiles {
  private static final String BYTE_ORDER_MARK = "\ufeff";
  private static final Pattern TO_BE_QUOTED = Pattern.compile("[\",\\r\\n]");

  /** What a spreadsheet would take for a formula. */
  private static final Pattern DANGEROUS = Pattern.compile("'*[=+\\-@\\t\\r].*", Pattern.DOTALL);

  private static final List<String> COLUMNS =
      List.of(
          "zone",
          "building",
          "buildingVi",
          "level",
          "floorId",
          "firstBay",
          "bayCount",
          "areaM2",
          "freeFrom",
          "freeUntil",
          "loadKnM2",
          "pointLoadKn",
          "clearHeightM",
          "liftT",
          "powerLeftKva",
          "wastewaterLeftM3Day",
          "hazards",
          "industries",
          "rentUsdM2Month",
          "rentVndM2Month",
          "serviceChargeUsdM2Month",
          "distanceM",
          "incentive",
          "dataStatus",
          "lon",
          "lat");

  private final JsonMapper json;
  private final VacancyStore store;

  VacancyFiles(JsonMapper json, VacancyStore store) {
    this.json = json;
    this.store = store;
  }

  /** The answer as a feature collection: each result with the outline of its bays. */
  byte[] geoJson(VacancyJson answer) {
    List<String> outlines = store.outlines(answer.hits());
    ObjectNode collection = json.createObjectNode().put("type", "FeatureCollection");
    collection.put("numberMatched", answer.total().count());
    collection.put("numberReturned", answer.hits().size());
    ArrayNode features = collection.putArray("features");
    for (int i = 0; i < answer.hits().size(); i++) {
      VacancyJson.Hit hit = answer.hits().get(i);
      ObjectNode feature = features.addObject().put("type", "Feature");
      feature.put("id", hit.floorId() + "-" + hit.firstBay());
      feature.set("geometry", json.readTree(outlines.get(i)));
      feature.set("properties", json.valueToTree(hit));
    }
    ArrayNode links = collection.putArray("links");
    if (answer.next() != null) {
      links
          .addObject()
          .put("rel", "next")
          .put("type", Format.GEOJSON.type().toString())
          .put("href", answer.next());
    }
    return json.writeValueAsBytes(collection);
  }

  /**
   * The answer as CSV (RFC 4180), UTF-8 with the byte order mark that spreadsheets need. Texts that
   * a spreadsheet would take for a formula have an apostrophe in front.
   */
  String csv(VacancyJson answer) {
    StringBuilder csv = new StringBuilder(BYTE_ORDER_MARK);
    csv.append(String.join(",", COLUMNS)).append("\r\n");
    for (VacancyJson.Hit hit : answer.hits()) {
      Map<String, Object> values =
          new LinkedHashMap<>(json.convertValue(hit, new TypeReference<Map<String, Object>>() {}));
      values.put("lon", hit.centre().get(0));
      values.put("lat", hit.centre().get(1));
      csv.append(String.join(",", COLUMNS.stream().map(name -> cell(values.get(name))).toList()));
      csv.append("\r\n");
    }
    return csv.toString();
  }

  private static String cell(@Nullable Object value) {
    if (value == null) {
      return "";
    }
    if (value instanceof Number || value instanceof Boolean) {
      return value.toString();
    }
    String text =
        value instanceof List<?> list
            ? String.join(" ", list.stream().map(String::valueOf).toList())
            : value.toString();
    String guarded = DANGEROUS.matcher(text).matches() ? "'" + text : text;
    return TO_BE_QUOTED.matcher(guarded).find()
        ? "\"" + guarded.replace("\"", "\"\"") + "\""
        : guarded;
  }
}
