package vn.khuxuong.space.exchange;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import tools.jackson.databind.JsonNode;
import vn.khuxuong.geo.Crs;
import vn.khuxuong.geo.GeoJson;
import vn.khuxuong.geo.GeoRefusal;
import vn.khuxuong.geo.ShapeRules;
import vn.khuxuong.geo.Wkt;
import vn.khuxuong.platform.file.CsvText;
import vn.khuxuong.platform.problem.ApiProblem;
import vn.khuxuong.platform.problem.ProblemException;

/**
 * Reads a building's table from CSV, with the shapes as WKT, or from GeoJSON: a feature a row,
 * lifts without geometry. Everything that is wrong is told at once.
 */
final class ReadTable {
  private static final ShapeRules SHAPES = ShapeRules.vietnam(Crs.CRS84).areasOnly().atMost(2_000);
  private static final int MOST_ROWS = 20_000;
  private static final int MOST_REFUSALS = 200;
  private static final String KIND = "kind";
  private static final String SHAPE = "geometry";

  /** Told in files for those who read them; worked out anew from the shape. */
  private static final Set<String> WORKED_OUT = Set.of("area_m2", "building");

  private final List<Row> rows = new ArrayList<>();
  private final List<Refusal> refusals = new ArrayList<>();
  private final Map<String, Integer> lines = new HashMap<>();
  private int read;

  /** A shape as it stands in the file; refused where it is none. */
  private interface Shape {
    Geometry read();
  }

  /**
   * The table of a file.
   *
   * @throws ProblemException where it is neither CSV nor GeoJSON, or too long
   */
  static Table read(String text) {
    ReadTable reading = new ReadTable();
    String body = text.startsWith("\uFEFF") ? text.substring(1) : text;
    if (body.stripLeading().startsWith("{")) {
      reading.geoJson(body);
    } else {
      reading.csv(body);
    }
    return new Table(reading.rows, reading.refusals);
  }

  private void csv(String text) {
    String head = text.lines().findFirst().orElse("");
    char separator = head.contains("\t") ? '\t' : head.contains(";") ? ';' : ',';
    CSVFormat format =
        CSVFormat.RFC4180
            .builder()
            .setDelimiter(separator)
            .setIgnoreEmptyLines(true)
            .setHeader()
            .setSkipHeaderRecord(true)
            .setTrim(true)
            .get();
    try (CSVParser csv = CSVParser.parse(new StringReader(text), format)) {
      Set<String> names = new HashSet<>(csv.getHeaderNames());
      if (!names.contains(KIND) || !names.contains(SHAPE)) {
        throw noTable();
      }
      for (CSVRecord record : csv) {
        String wkt = record.isSet(SHAPE) ? record.get(SHAPE) : "";
        Map<String, String> values = record.toMap();
        values.replaceAll((name, value) -> CsvText.unguarded(value));
        add(values, wkt.isBlank() ? null : () -> Wkt.read(wkt, SHAPES));
      }
    } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
      throw noTable().causedBy(e);
    }
  }

  private void geoJson(String text) {
    JsonNode file;
    try {
      file = GeoJson.parse(text);
    } catch (GeoRefusal e) {
      throw noTable().causedBy(e);
    }
    if (!file.path("features").isArray()) {
      throw noTable();
    }
    for (JsonNode feature : file.path("features")) {
      Map<String, String> values = new LinkedHashMap<>();
      for (Map.Entry<String, JsonNode> one : feature.path("properties").properties()) {
        values.put(one.getKey(), text(one.getValue()));
      }
      JsonNode shape = feature.path(SHAPE);
      add(values, shape.isObject() ? () -> GeoJson.readGeometry(shape, SHAPES) : null);
    }
  }

  private static String text(JsonNode value) {
    if (value.isArray()) {
      List<String> parts = new ArrayList<>();
      value.forEach(part -> parts.add(part.asString("")));
      return String.join(" ", parts);
    }
    // what is too large for a number of JSON is read as infinite, and then is none
    return value.isIntegralNumber() || (value.isNumber() && Double.isFinite(value.doubleValue()))
        ? value.decimalValue().toPlainString()
        : value.asString("");
  }

  private static ProblemException noTable() {
    return ApiProblem.MALFORMED_BODY
        .with(
            "Tệp không phải bảng nhà xưởng dạng CSV hay GeoJSON.",
            "The file is no table of a building as CSV or GeoJSON.")
        .field("file")
        .remedy(
            "Tải mẫu bằng xuất: /api/v1/buildings/{mã}/export?f=csv, mở đầu bằng cột kind, kết thúc"
                + " bằng cột geometry (WKT).",
            "Take an export as the pattern: /api/v1/buildings/{code}/export?f=csv, with the columns"
                + " kind and geometry (WKT).");
  }

  private void add(Map<String, String> given, @Nullable Shape shape) {
    int line = ++read;
    if (line > MOST_ROWS) {
      throw ApiProblem.TOO_LARGE
          .with("Tệp quá nhiều dòng.", "The file has too many rows.")
          .field("file")
          .remedy("Nhiều nhất " + MOST_ROWS + " dòng.", "At most " + MOST_ROWS + " rows.");
    }
    Optional<Kind> kind = Kind.find(given.getOrDefault(KIND, "").strip());
    if (kind.isEmpty()) {
      refuse(
          line,
          null,
          KIND,
          "Không rõ dòng này là gì.",
          "It is not said what this row is.",
          "Một trong: building, lift, floor, bay.",
          "One of: building, lift, floor, bay.");
      return;
    }
    Row row =
        new Row(kind.get(), line, values(kind.get(), line, given), shape(kind.get(), line, shape));
    Integer before = lines.putIfAbsent(row.key(), line);
    if (before != null) {
      refuse(
          line,
          row.key(),
          kind.get().key().isEmpty() ? KIND : kind.get().key().get(0),
          "Trùng với dòng " + before + ".",
          "The same as row " + before + ".",
          "Mỗi tệp một nhà xưởng, mỗi tầng và khoang một dòng.",
          "One building a file, one row for each floor and bay.");
    }
    rows.add(row);
  }

  private Map<String, String> values(Kind kind, int line, Map<String, String> given) {
    Map<String, String> values = new HashMap<>();
    Set<String> known = new HashSet<>(WORKED_OUT);
    known.add(KIND);
    known.add(SHAPE);
    for (Field field : kind.fields()) {
      known.add(field.name());
      String text = given.get(field.name());
      if (text == null || text.isBlank()) {
        if (field.required()) {
          refuse(line, null, field.name(), "Thiếu giá trị.", "A value is missing.", field);
        }
        continue;
      }
      Optional<String> value = field.canonical(text);
      if (value.isPresent()) {
        if (!value.get().isEmpty()) {
          values.put(field.name(), value.get());
        }
      } else {
        refuse(line, null, field.name(), "Giá trị chưa đúng.", "There is no such value.", field);
      }
    }
    given.forEach(
        (name, text) -> {
          if (!known.contains(name) && text != null && !text.isBlank()) {
            refuse(
                line,
                null,
                name,
                "Dòng " + kind.word() + " không có cột này.",
                "A row of kind " + kind.word() + " has no such column.",
                "Bỏ trống.",
                "Leave it empty.");
          }
        });
    return values;
  }

  private @Nullable Polygon shape(Kind kind, int line, @Nullable Shape shape) {
    if (!kind.shaped()) {
      return null;
    }
    String vi = "Cần một đa giác: kinh độ, vĩ độ WGS 84.";
    String en = "A polygon is needed: longitude, latitude (WGS 84).";
    if (shape == null) {
      refuse(line, null, SHAPE, "Thiếu hình.", "The shape is missing.", vi, en);
      return null;
    }
    try {
      if (shape.read() instanceof Polygon polygon) {
        return polygon;
      }
      refuse(line, null, SHAPE, "Không phải một đa giác.", "It is no single polygon.", vi, en);
    } catch (GeoRefusal e) {
      refuse(line, null, SHAPE, "Hình không đọc được.", "The shape: " + e.getMessage(), vi, en);
    }
    return null;
  }

  private void refuse(
      int line, @Nullable String key, String name, String vi, String en, Field field) {
    refuse(line, key, name, vi, en, field.remedyVi(), field.remedyEn());
  }

  private void refuse(
      int line,
      @Nullable String key,
      String field,
      String vi,
      String en,
      String remedyVi,
      String remedyEn) {
    if (refusals.size() < MOST_REFUSALS) {
      String shown = field.length() <= 40 ? field : field.substring(0, 40) + "…";
      refusals.add(new Refusal(line, key, shown, vi, en, remedyVi, remedyEn));
    }
  }
}
