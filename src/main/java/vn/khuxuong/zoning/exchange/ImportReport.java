package vn.khuxuong.zoning.exchange;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import vn.khuxuong.geo.Crs;
import vn.khuxuong.zoning.Subzone;
import vn.khuxuong.zoning.Zone;

/**
 * What a file was found to hold and what confirming it would draw.
 *
 * @param subzones what would be drawn, in the legal CRS
 * @param json everything a person needs to decide, in both languages
 */
record ImportReport(List<Subzone> subzones, ObjectNode json) {
  private static final int VALUES_SHOWN = 200;

  /** Copies the list. */
  ImportReport {
    subzones = List.copyOf(subzones);
  }

  /**
   * Finds out how to read a file and reads it.
   *
   * @param present subzones already in the plan
   * @param remembered how the planner mapped such a file last, null for the first time
   */
  static ImportReport of(
      RawFile file,
      Zone zone,
      List<Subzone> present,
      ImportOptions options,
      @Nullable ObjectNode remembered) {
    List<Geometry> shapes = file.features().stream().map(RawFeature::shape).toList();
    Optional<Crs> declared = DeclaredCrs.find(file.declaredCrs());
    List<CrsDetection.Candidate> candidates =
        CrsDetection.rank(
            shapes, declared.orElse(null), zone, present.stream().map(Subzone::shape).toList());
    Reading chosen = options.reading();
    if (chosen == null && !candidates.isEmpty()) {
      chosen = candidates.get(0).reading();
    }
    FieldMapping mapping = FieldMapping.propose(file);
    if (remembered != null) {
      mapping = mapping.with(remembered);
    }
    mapping = mapping.with(options.mapping());
    ReadPlan.Result result =
        chosen == null
            ? new ReadPlan.Result(List.of(), List.of())
            : ReadPlan.of(file, chosen, mapping, zone.legal(), present);
    return new ImportReport(
        result.subzones(), json(file, declared, candidates, chosen, mapping, result));
  }

  private static ObjectNode json(
      RawFile file,
      Optional<Crs> declared,
      List<CrsDetection.Candidate> candidates,
      @Nullable Reading chosen,
      FieldMapping mapping,
      ReadPlan.Result result) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("format", file.format());
    ArrayNode layers = json.putArray("layers");
    file.layers().forEach((name, n) -> layers.addObject().put("name", name).put("features", n));
    json.put("features", file.features().size());
    json.put("vertices", file.vertices());
    json.put("text", file.text().name());
    crs(json.putObject("crs"), file, declared, candidates, chosen);
    ArrayNode fields = json.putArray("fields");
    file.columns()
        .forEach(
            (name, samples) -> {
              ObjectNode field = fields.addObject().put("name", name);
              ArrayNode values = field.putArray("samples");
              samples.forEach(values::add);
            });
    json.set("mapping", mapping.toJson());
    json.put("fieldsSha256", FieldMapping.fieldsSha256(file));
    landUses(json.putArray("landUses"), file, mapping);
    problems(json, file.problems(), result.problems(), chosen);
    double areaM2 = result.subzones().stream().mapToDouble(Subzone::areaM2).sum();
    json.putObject("subzones")
        .put("count", result.subzones().size())
        .put("areaM2", Math.rint(areaM2 * 100) / 100);
    return json;
  }

  private static void crs(
      ObjectNode json,
      RawFile file,
      Optional<Crs> declared,
      List<CrsDetection.Candidate> candidates,
      @Nullable Reading chosen) {
    json.put("declared", declared.map(Crs::code).orElse(null));
    json.put("chosen", chosen == null ? null : chosen.id());
    ArrayNode readings = json.putArray("readings");
    for (CrsDetection.Candidate candidate : candidates) {
      ObjectNode reading = readings.addObject();
      reading.put("id", candidate.reading().id());
      reading.put("crs", candidate.reading().crs().code());
      reading.put("swapped", candidate.reading().swapped());
      reading.put("shift", candidate.reading().shift().name());
      reading.put("declared", candidate.declared());
      reading.put("insideShare", rounded(candidate.insideShare()));
      reading.put("matches", candidate.matches());
      reading.put("residualM", rounded(candidate.residualM()));
      reading.put("offM", rounded(candidate.offM()));
      reading.put("offEastM", rounded(candidate.offEastM()));
      reading.put("offNorthM", rounded(candidate.offNorthM()));
      reading.put("vi", candidate.vi());
      reading.put("en", candidate.en());
    }
    if (candidates.isEmpty()) {
      double[] at = first(file);
      json.put(
          "vi",
          "Tọa độ không rơi vào gần khu với hệ nào đã biết (điểm đầu "
              + at[0]
              + ", "
              + at[1]
              + ").");
      json.put(
          "en",
          "In no known system do the coordinates come near the zone (first point "
              + at[0]
              + ", "
              + at[1]
              + ").");
    }
  }

  private static double[] first(RawFile file) {
    return file.features().isEmpty()
        ? new double[] {0, 0}
        : new double[] {
          file.features().get(0).shape().getCoordinate().x,
          file.features().get(0).shape().getCoordinate().y
        };
  }

  private static double rounded(double value) {
    return Math.rint(value * 1000) / 1000;
  }

  private static void landUses(ArrayNode json, RawFile file, FieldMapping mapping) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (RawFeature feature : file.features()) {
      counts.merge(mapping.value(feature, SubzoneField.LAND_USE), 1, Integer::sum);
    }
    counts.entrySet().stream()
        .limit(VALUES_SHOWN)
        .forEach(
            e ->
                json.addObject()
                    .put("value", e.getKey())
                    .put("count", e.getValue())
                    .put(
                        "landUse",
                        Optional.ofNullable(mapping.landUses().get(e.getKey()))
                            .or(() -> LandUseWords.find(e.getKey()))
                            .map(Enum::name)
                            .orElse(null)));
  }

  private static void problems(
      ObjectNode json,
      List<FileProblem> ofFile,
      List<FileProblem> ofPlan,
      @Nullable Reading chosen) {
    ArrayNode list = json.putArray("problems");
    int errors = 0;
    for (List<FileProblem> some : List.of(ofFile, ofPlan)) {
      for (FileProblem problem : some) {
        errors += problem.error() ? 1 : 0;
        ObjectNode one = list.addObject();
        one.put("feature", problem.feature());
        one.put("layer", problem.layer());
        if (problem.line() != null) {
          one.put("line", problem.line());
        }
        one.put("severity", problem.error() ? "ERROR" : "NOTE");
        one.put("code", problem.code());
        one.put("field", problem.field());
        one.put("vi", problem.vi());
        one.put("en", problem.en());
        place(one, problem, chosen);
      }
    }
    json.put("errors", errors);
  }

  private static void place(ObjectNode json, FileProblem problem, @Nullable Reading chosen) {
    Double x = problem.x();
    Double y = problem.y();
    if (x == null || y == null || chosen == null) {
      return;
    }
    double[] at = {x, y};
    chosen.toLonLat(at);
    if (Double.isFinite(at[0]) && Double.isFinite(at[1])) {
      json.putObject("place")
          .put("type", "Point")
          .putArray("coordinates")
          .add(Math.rint(at[0] * 1e9) / 1e9)
          .add(Math.rint(at[1] * 1e9) / 1e9);
    }
  }
}
