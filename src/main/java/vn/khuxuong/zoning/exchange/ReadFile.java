package vn.khuxuong.zoning.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads an uploaded file of any format, found by its content. Memory is bounded by {@link
 * ImportLimits}; temporary files are gone when it returns or throws.
 */
final class ReadFile {
  private static final Pattern LAYER =
      Pattern.compile(
          "^Layer name: (?<name>.*)$(?<body>(?s:.*?))(?=^Layer name: |\\z)", Pattern.MULTILINE);
  private static final Pattern SYSTEM =
      Pattern.compile("^Layer SRS WKT:\\n(?<wkt>(?s:.*?\\n))(?=[^\\s\\]])", Pattern.MULTILINE);

  private final Workspace workspace;
  private final ImportLimits limits;
  private final BooleanSupplier cancelled;
  private final Intake.Progress progress;

  private ReadFile(
      Workspace workspace,
      ImportLimits limits,
      BooleanSupplier cancelled,
      Intake.Progress progress) {
    this.workspace = workspace;
    this.limits = limits;
    this.cancelled = cancelled;
    this.progress = progress;
  }

  /**
   * Reads a file.
   *
   * @param name its name at the sender, of which only the ending counts, and only for CSV
   * @throws vn.khuxuong.platform.problem.ProblemException BAD_FILE with a {@link BadFile} as cause
   */
  static RawFile read(
      byte[] content,
      String name,
      ImportLimits limits,
      BooleanSupplier cancelled,
      Intake.Progress progress)
      throws IOException {
    if (content.length > limits.fileBytes()) {
      throw BadFile.TOO_LARGE.with(
          "Tệp quá lớn; tối đa " + limits.fileBytes() / 1_000_000 + " MB.",
          "The file is too large; the limit is " + limits.fileBytes() / 1_000_000 + " MB.");
    }
    try (Workspace workspace = Workspace.open()) {
      Path file = workspace.file("upload");
      Files.write(file, content);
      RawFile raw = new ReadFile(workspace, limits, cancelled, progress).any(file, name);
      if (raw.features().isEmpty() && raw.problems().isEmpty()) {
        throw BadFile.NO_POLYGONS.with(
            "Tệp không có đa giác nào.", "There are no polygons in the file.");
      }
      return raw.inUnicode();
    }
  }

  private RawFile any(Path file, String name) throws IOException {
    byte[] head;
    try (InputStream in = Files.newInputStream(file)) {
      head = in.readNBytes(4096);
    }
    String start = new String(head, StandardCharsets.ISO_8859_1);
    String text = start.replaceFirst("^\u00EF\u00BB\u00BF", "").stripLeading();
    if (start.startsWith("PK")) {
      return archive(file);
    } else if (start.startsWith("SQLite format 3\0")) {
      return geoPackage(file);
    } else if (start.startsWith("fgb")) {
      return byGdal("FlatGeobuf", renamed(file, "input.fgb"), "FlatGeobuf");
    } else if (text.startsWith("{")) {
      Intake intake = intake(false);
      String crs = ReadGeoJson.read(file, intake);
      return raw("GeoJSON", intake, crs);
    } else if (text.startsWith("<")) {
      return kml(renamed(file, "input.kml"), "KML");
    } else if (text.matches("(?s)(0\\s*[\r\n]+\\s*SECTION|999\\s*[\r\n]).*")) {
      return dxf(renamed(file, "input.dxf"));
    } else if (Set.of("csv", "txt", "tsv").contains(Archive.extension(name))) {
      Intake intake = intake(false);
      String crs = ReadCsv.read(file, intake);
      return raw("CSV", intake, crs);
    }
    throw BadFile.UNKNOWN_FORMAT
        .with("Không nhận ra định dạng của tệp.", "The format of the file is not known.")
        .remedy(
            "Nhận GeoJSON, GeoPackage, Shapefile nén zip, KML/KMZ, DXF (dạng văn bản), CSV.",
            "Accepted: GeoJSON, GeoPackage, zipped Shapefile, KML/KMZ, DXF (as text), CSV.");
  }

  private static Path renamed(Path file, String name) throws IOException {
    return Files.move(file, file.resolveSibling(name));
  }

  private Intake intake(boolean drawing) {
    return new Intake(limits, drawing, cancelled, progress);
  }

  private static RawFile raw(String format, Intake intake, @Nullable String crs) {
    return new RawFile(format, intake.features(), intake.problems(), crs, VietnameseText.UNICODE);
  }

  private RawFile archive(Path zip) throws IOException {
    Map<String, Path> files = Archive.unpack(zip, workspace, limits);
    List<Path> shapes = files.values().stream().filter(f -> ending(f).equals("shp")).toList();
    if (!shapes.isEmpty()) {
      return shapefiles(shapes, files);
    }
    for (Map.Entry<String, Path> member : files.entrySet()) {
      switch (ending(member.getValue())) {
        case "kml" -> {
          return kml(member.getValue(), "KMZ");
        }
        case "gpkg", "geojson", "json", "dxf", "csv", "fgb" -> {
          return any(member.getValue(), member.getKey());
        }
        default -> {}
      }
    }
    throw BadFile.UNKNOWN_FORMAT.with(
        "Trong tệp nén không có .shp, .kml hay bản vẽ nào khác.",
        "The archive holds no .shp, .kml or other drawing.");
  }

  private static String ending(Path file) {
    return Archive.extension(file.toString());
  }

  private RawFile shapefiles(List<Path> shapes, Map<String, Path> files) throws IOException {
    Intake intake = intake(false);
    String crs = null;
    for (Path shape : shapes) {
      String stem = shape.toString().replaceFirst("\\.shp$", "");
      Path table = Path.of(stem + ".dbf");
      if (Files.exists(table)) {
        checkTable(table);
      }
      String name =
          files.entrySet().stream()
              .filter(e -> e.getValue().equals(shape))
              .map(e -> e.getKey().replaceFirst("(?i)\\.shp$", ""))
              .findFirst()
              .orElse("");
      String said = layers(shape, "ESRI Shapefile", intake, name, dbfEncoding(table, stem));
      crs = crs == null ? said : crs;
    }
    return raw("Shapefile", intake, crs);
  }

  /** What the header promises must be there: a table may not claim a billion rows. */
  private static void checkTable(Path table) throws IOException {
    ByteBuffer head;
    try (InputStream in = Files.newInputStream(table)) {
      head = ByteBuffer.wrap(in.readNBytes(32)).order(ByteOrder.LITTLE_ENDIAN);
    }
    long size = Files.size(table);
    boolean short_ = head.limit() < 32;
    long rows = short_ ? 0 : head.getInt(4) & 0xFFFFFFFFL;
    int header = short_ ? 0 : head.getShort(8) & 0xFFFF;
    int row = short_ ? 0 : head.getShort(10) & 0xFFFF;
    if (short_ || header < 33 || row < 1 || header + rows * row > size + row) {
      throw BadFile.BROKEN.with(
          "Bảng thuộc tính (.dbf) hỏng: phần đầu hứa nhiều hơn tệp có.",
          "The attribute table (.dbf) is broken: its header promises more than there is.");
    }
  }

  /**
   * UTF-8 where the table is that; otherwise a character a byte, so that {@link VietnameseText} can
   * judge. A {@code .cpg} is believed only where it says UTF-8 and is right.
   */
  private static String dbfEncoding(Path table, String stem) throws IOException {
    Files.deleteIfExists(Path.of(stem + ".cpg"));
    if (!Files.exists(table)) {
      return "UTF-8";
    }
    byte[] bytes = Files.readAllBytes(table);
    int header = (bytes[8] & 0xFF) | (bytes[9] & 0xFF) << 8;
    int row = (bytes[10] & 0xFF) | (bytes[11] & 0xFF) << 8;
    for (int start = header; start + row <= bytes.length; start += row) {
      byte[] one = java.util.Arrays.copyOfRange(bytes, start, start + row);
      if (!isUtf8(one)) {
        return "ISO-8859-1";
      }
    }
    return "UTF-8";
  }

  private static boolean isUtf8(byte[] bytes) {
    return java.util.Arrays.equals(
        VietnameseText.ofBytes(bytes).getBytes(StandardCharsets.UTF_8), bytes);
  }

  private RawFile kml(Path file, String format) throws IOException {
    KmlGuard.check(file, limits);
    Intake intake = intake(false);
    layers(file, "LIBKML", intake, null, null);
    return raw(format, intake, "EPSG:4326");
  }

  private RawFile dxf(Path file) throws IOException {
    Intake intake = intake(true);
    layers(file, "DXF", intake, null, null);
    DxfDrawing drawing = DxfDrawing.of(intake.features());
    List<FileProblem> problems = new ArrayList<>(intake.problems());
    problems.addAll(drawing.problems());
    return new RawFile("DXF", drawing.features(), problems, null, VietnameseText.UNICODE);
  }

  private RawFile geoPackage(Path file) throws IOException {
    return byGdal("GPKG", renamed(file, "input.gpkg"), "GeoPackage");
  }

  private RawFile byGdal(String driver, Path file, String format) throws IOException {
    Intake intake = intake(false);
    String crs = layers(file, driver, intake, null, null);
    return raw(format, intake, crs);
  }

  /** Takes in all layers of a file and gives back what the first one says of its CRS. */
  private @Nullable String layers(
      Path file, String driver, Intake intake, @Nullable String onlyName, @Nullable String encoding)
      throws IOException {
    Gdal gdal = new Gdal(workspace, limits.patience(), cancelled);
    StringBuilder said = new StringBuilder();
    gdal.run(
        Set.of(driver),
        line -> {
          if (said.length() < 1_000_000) {
            said.append(new String(line, StandardCharsets.UTF_8)).append('\n');
          }
        },
        "ogrinfo",
        "-ro",
        "-so",
        "-al",
        file.toString());
    String crs = null;
    int count = 0;
    Matcher layer = LAYER.matcher(said);
    JsonMapper json = Intake.mapper(limits);
    while (layer.find()) {
      Matcher system = SYSTEM.matcher(layer.group("body"));
      crs = crs == null && system.find() ? system.group("wkt").strip() : crs;
      String name = layer.group("name");
      if (++count > limits.entries()) {
        throw BadFile.TOO_MANY_FEATURES.with(
            "Tệp có quá nhiều lớp.", "The file has too many layers.");
      }
      List<String> arguments =
          new ArrayList<>(
              List.of("-f", "GeoJSONSeq", "/vsistdout/", file.toString(), name, "-a_srs", "NONE"));
      arguments.addAll(List.of("-lco", "COORDINATE_PRECISION=15"));
      if (encoding != null) {
        arguments.addAll(List.of("-oo", "ENCODING=" + encoding));
      }
      gdal.run(
          Set.of(driver, "GeoJSONSeq"),
          line -> {
            try {
              intake.take(onlyName == null ? name : onlyName, null, json.readTree(line));
            } catch (JacksonException e) {
              throw Intake.notJson(e, limits);
            }
          },
          "ogr2ogr",
          arguments.toArray(String[]::new));
    }
    return crs;
  }
}
