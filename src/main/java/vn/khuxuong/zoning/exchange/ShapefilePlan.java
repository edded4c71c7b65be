package vn.khuxuong.zoning.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import vn.khuxuong.geo.Crs;
import vn.khuxuong.geo.GeoJson;
import vn.khuxuong.zoning.Subzone;

/**
 * A plan as a Shapefile in an archive, with {@code .cpg} (UTF-8), {@code .prj} and {@code
 * fields.csv}, which says what the ten-letter columns mean. DBF holds 254 bytes a text; longer ones
 * go on in columns {@code …2}, {@code …3}.
 */
final class ShapefilePlan {
  static final int TEXT_BYTES = 254;

  private ShapefilePlan() {}

  static void write(Sheet sheet, Crs crs, OutputStream out) throws IOException {
    try (Workspace workspace = Workspace.open()) {
      Map<SubzoneField, Integer> columns = columns(sheet);
      Path source = workspace.file("plan.geojson");
      try (Writer writer = Files.newBufferedWriter(source)) {
        features(sheet, crs, columns, writer);
      }
      Path shape = workspace.file("out.shp");
      WritePlan.convert(workspace, source, crs, "ESRI Shapefile", shape, "out", WritePlan.NEVER);
      ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
      for (String part : List.of("shp", "shx", "dbf", "prj", "cpg")) {
        zip.putNextEntry(new ZipEntry(sheet.name() + "." + part));
        Files.copy(workspace.file("out." + part), zip);
        zip.closeEntry();
      }
      zip.putNextEntry(new ZipEntry("fields.csv"));
      zip.write(dictionary(columns).getBytes(StandardCharsets.UTF_8));
      zip.closeEntry();
      zip.finish();
    }
  }

  /** How many columns of text each field needs. */
  private static Map<SubzoneField, Integer> columns(Sheet sheet) {
    Map<SubzoneField, Integer> columns = new EnumMap<>(SubzoneField.class);
    for (SubzoneField field : SubzoneField.values()) {
      int most = 1;
      for (Subzone subzone : sheet.subzones()) {
        if (field.kind() == SubzoneField.Kind.TEXT) {
          most = Math.max(most, chunks(field.textOf(subzone)).size());
        }
      }
      columns.put(field, most);
    }
    return columns;
  }

  private static void features(
      Sheet sheet, Crs crs, Map<SubzoneField, Integer> columns, Writer writer) throws IOException {
    writer.write("{\"type\":\"FeatureCollection\",\"features\":[");
    String comma = "\n";
    for (Subzone subzone : sheet.subzones()) {
      GeoJson.Feature feature =
          new GeoJson.Feature(null, sheet.shape(subzone, crs), row(subzone, columns));
      writer.write(comma);
      writer.write(GeoJson.write(feature, Sheet.decimals(crs)).toString());
      comma = ",\n";
    }
    writer.write("]}");
  }

  private static ObjectNode row(Subzone subzone, Map<SubzoneField, Integer> columns) {
    ObjectNode values = WritePlan.properties(subzone);
    ObjectNode row = JsonNodeFactory.instance.objectNode();
    columns.forEach(
        (field, count) -> {
          if (field.kind() == SubzoneField.Kind.TEXT) {
            List<String> chunks = chunks(field.textOf(subzone));
            for (int i = 0; i < count; i++) {
              row.put(name(field, i), i < chunks.size() ? chunks.get(i) : null);
            }
          } else {
            row.set(field.shortColumn(), values.path(field.column()));
          }
        });
    return row;
  }

  /** Column of the n-th piece of a field, from 0. */
  static String name(SubzoneField field, int piece) {
    if (piece == 0) {
      return field.shortColumn();
    }
    String number = String.valueOf(piece + 1);
    String name = field.shortColumn();
    return name.substring(0, Math.min(name.length(), 10 - number.length())) + number;
  }

  /**
   * A text in pieces of at most 254 bytes of UTF-8, no character cut; no piece ends in a space,
   * which DBF would lose.
   */
  static List<String> chunks(String text) {
    List<String> chunks = new ArrayList<>();
    int start = 0;
    while (start < text.length()) {
      int end = start;
      int bytes = 0;
      while (end < text.length()) {
        int point = text.codePointAt(end);
        bytes += new String(Character.toChars(point)).getBytes(StandardCharsets.UTF_8).length;
        if (bytes > TEXT_BYTES) {
          break;
        }
        end += Character.charCount(point);
      }
      int cut = end;
      while (end < text.length() && cut > start + 1 && text.charAt(cut - 1) == ' ') {
        cut--;
      }
      chunks.add(text.substring(start, cut));
      start = cut;
    }
    return chunks;
  }

  private static String dictionary(Map<SubzoneField, Integer> columns) throws IOException {
    StringWriter text = new StringWriter();
    CSVPrinter csv = new CSVPrinter(text, CSVFormat.RFC4180);
    csv.printRecord("column", "field", "vi", "en");
    for (Map.Entry<SubzoneField, Integer> column : columns.entrySet()) {
      SubzoneField field = column.getKey();
      for (int i = 0; i < column.getValue(); i++) {
        csv.printRecord(name(field, i), field.column(), field.labelVi(), field.labelEn());
      }
    }
    return text.toString();
  }
}
