package vn.khuxuong.zoning.exchange;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateList;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import vn.khuxuong.geo.Wkt;
import vn.khuxuong.platform.file.CsvText;

/**
 * Reads CSV with a WKT column, or with a vertex a row: an id, x and y, rings closed by themselves.
 * Comma, semicolon or tab; decimal commas where the separator is not one.
 */
final class ReadCsv {
  private static final Set<String> SHAPES = Set.of("wkt", "geom", "geometry", "the geom", "shape");
  private static final Set<String> XS =
      Set.of("x", "e", "east", "easting", "dong", "lon", "lng", "long", "longitude", "kinh do");
  private static final Set<String> YS =
      Set.of("y", "n", "north", "northing", "bac", "lat", "latitude", "vi do");
  private static final Set<String> RINGS = Set.of("ring", "vong", "part");

  private final Intake intake;
  private final char separator;
  private final List<String> header;
  private @Nullable String crs;

  private ReadCsv(Intake intake, char separator, List<String> header) {
    this.intake = intake;
    this.separator = separator;
    this.header = header;
  }

  /** Hands the features to {@code intake} and gives back what the column {@code crs} says. */
  static @Nullable String read(Path file, Intake intake) throws IOException {
    String text = VietnameseText.ofBytes(Files.readAllBytes(file));
    String body = text.startsWith("\uFEFF") ? text.substring(1) : text;
    char separator = separator(body);
    CSVFormat format =
        CSVFormat.RFC4180.builder().setDelimiter(separator).setIgnoreEmptyLines(true).get();
    try (CSVParser csv = CSVParser.parse(new StringReader(body), format)) {
      var rows = csv.iterator();
      if (!rows.hasNext()) {
        throw noShapes();
      }
      ReadCsv reading = new ReadCsv(intake, separator, List.of(rows.next().values()));
      reading.rows(() -> rows);
      return reading.crs;
    } catch (java.io.UncheckedIOException | IllegalStateException e) {
      throw BadFile.BROKEN.with("CSV hỏng (ngoặc kép?).", "The CSV is broken (quotes?).");
    }
  }

  private static char separator(String text) {
    String head = text.lines().findFirst().orElse("");
    char best = ',';
    long most = 0;
    for (char c : new char[] {',', ';', '\t'}) {
      long count = head.chars().filter(x -> x == c).count();
      if (count > most) {
        best = c;
        most = count;
      }
    }
    return best;
  }

  private void rows(Iterable<CSVRecord> rows) {
    Optional<Integer> shape = column(SHAPES);
    Optional<Integer> x = column(XS);
    Optional<Integer> y = column(YS);
    if (shape.isPresent()) {
      for (CSVRecord row : rows) {
        String wkt = value(row, shape.get());
        intake.take(
            "",
            (int) row.getRecordNumber(),
            properties(row, Set.of(shape.get())),
            () -> wkt.isBlank() ? null : Wkt.read(wkt, intake.rules()));
      }
    } else if (x.isPresent() && y.isPresent()) {
      vertices(rows, x.get(), y.get());
    } else {
      throw noShapes();
    }
  }

  private static RuntimeException noShapes() {
    return BadFile.UNKNOWN_FORMAT.with(
        "CSV cần cột “wkt”, hoặc cột “id”, “x”, “y” với mỗi đỉnh một dòng.",
        "A CSV needs a column “wkt”, or columns “id”, “x”, “y” with a vertex a row.");
  }

  private Optional<Integer> column(Set<String> names) {
    for (int i = 0; i < header.size(); i++) {
      if (names.contains(Words.folded(header.get(i)))) {
        return Optional.of(i);
      }
    }
    return Optional.empty();
  }

  private static String value(CSVRecord row, int column) {
    return column < row.size() ? row.get(column) : "";
  }

  private ObjectNode properties(CSVRecord row, Set<Integer> without) {
    ObjectNode properties = JsonNodeFactory.instance.objectNode();
    for (int i = 0; i < header.size(); i++) {
      String value = value(row, i);
      String name = header.get(i).strip();
      if (name.equalsIgnoreCase(CsvPlan.CRS_COLUMN) && !value.isBlank()) {
        crs = value;
      } else if (!without.contains(i)) {
        properties.put(name, value.isEmpty() ? null : CsvText.unguarded(value));
      }
    }
    return properties;
  }

  private void vertices(Iterable<CSVRecord> rows, int x, int y) {
    int id = 0;
    while (id == x || id == y) {
      id++;
    }
    Optional<Integer> ring = column(RINGS);
    Set<Integer> without = new HashSet<>(List.of(x, y));
    ring.ifPresent(without::add);
    Map<String, Map<String, CoordinateList>> shapes = new LinkedHashMap<>();
    Map<String, ObjectNode> columns = new LinkedHashMap<>();
    Map<String, Integer> lines = new LinkedHashMap<>();
    int count = 0;
    for (CSVRecord row : rows) {
      if (++count > intake.limits().vertices()) {
        throw BadFile.tooManyVertices(intake.limits().vertices());
      }
      String key = value(row, id);
      int line = (int) row.getRecordNumber();
      columns.computeIfAbsent(key, k -> properties(row, without));
      lines.putIfAbsent(key, line);
      Coordinate vertex = new Coordinate(number(value(row, x), line), number(value(row, y), line));
      shapes
          .computeIfAbsent(key, k -> new LinkedHashMap<>())
          .computeIfAbsent(ring.map(r -> value(row, r)).orElse(""), r -> new CoordinateList())
          .add(vertex, false);
    }
    shapes.forEach(
        (key, rings) ->
            intake.take("", lines.get(key), columns.get(key), () -> polygon(rings.values())));
  }

  private Geometry polygon(Iterable<CoordinateList> rings) {
    List<String> texts = new ArrayList<>();
    for (CoordinateList ring : rings) {
      ring.closeRing();
      StringBuilder points = new StringBuilder();
      ring.forEach(c -> points.append(points.isEmpty() ? "" : ",").append(c.x + " " + c.y));
      texts.add("(" + points + ")");
    }
    return Wkt.read("POLYGON(" + String.join(",", texts) + ")", intake.rules());
  }

  private double number(String text, int line) {
    String plain = text.strip().replace(" ", "");
    if (separator != ',') {
      plain = plain.replace(',', '.');
    }
    try {
      return Double.parseDouble(plain);
    } catch (NumberFormatException e) {
      throw BadFile.BROKEN
          .with(
              "Dòng " + line + ": tọa độ không phải là số.",
              "Line " + line + ": a coordinate is no number.")
          .with("line", line);
    }
  }
}
