package vn.khuxuong.zoning.exchange;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import vn.khuxuong.geo.Crs;
import vn.khuxuong.geo.GeoJson;
import vn.khuxuong.zoning.Subzone;

/**
 * Writes a plan as a file. Every format carries every {@link SubzoneField} and coordinates fine
 * enough that reading finds the stored ones again.
 */
final class WritePlan {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private WritePlan() {}

  /**
   * Writes the file to {@code out}, which stays open.
   *
   * @param crs one that the format {@linkplain Format#canHold can hold}
   */
  static void as(Format format, Sheet sheet, Crs crs, OutputStream out) throws IOException {
    switch (format) {
      case GEOJSON -> text(out, writer -> geoJson(sheet, crs, true, writer));
      case CSV -> text(out, writer -> CsvPlan.write(sheet, crs, writer));
      case KML -> KmlPlan.write(sheet, out);
      case DXF -> text(out, writer -> DxfPlan.write(sheet, crs, writer));
      case SHP -> ShapefilePlan.write(sheet, crs, out);
      case GPKG -> byGdal(sheet, crs, "GPKG", "plan.gpkg", out);
      case FGB -> byGdal(sheet, crs, "FlatGeobuf", "plan.fgb", out);
    }
  }

  private interface Text {
    void write(Writer writer) throws IOException;
  }

  private static void text(OutputStream out, Text text) throws IOException {
    Writer writer = new BufferedWriter(new java.io.OutputStreamWriter(out, StandardCharsets.UTF_8));
    text.write(writer);
    writer.flush();
  }

  /**
   * GeoJSON with the plan's own members. Another CRS than CRS84 is named by the {@code crs} member
   * of the format before RFC 7946, which is what QGIS and GDAL read.
   */
  static void geoJson(Sheet sheet, Crs crs, boolean members, Writer writer) throws IOException {
    ObjectNode head = JsonNodeFactory.instance.objectNode().put("type", "FeatureCollection");
    if (members) {
      head.put("name", sheet.name());
      if (crs.srid() != Crs.CRS84.srid()) {
        head.putObject("crs").put("type", "name").putObject("properties").put("name", crs.urn());
      }
      head.setAll(sheet.members());
    }
    String opening = head.toString();
    writer.write(opening.substring(0, opening.length() - 1));
    writer.write(",\"features\":[");
    String comma = "\n";
    for (Subzone subzone : sheet.subzones()) {
      writer.write(comma);
      GeoJson.Feature feature =
          new GeoJson.Feature(subzone.uid(), sheet.shape(subzone, crs), properties(subzone));
      writer.write(GeoJson.write(feature, Sheet.decimals(crs)).toString());
      comma = ",\n";
    }
    writer.write("\n]}\n");
  }

  /** A subzone's columns, null where it has nothing. */
  static ObjectNode properties(Subzone subzone) {
    ObjectNode properties = JsonNodeFactory.instance.objectNode();
    for (SubzoneField field : SubzoneField.values()) {
      Object value = field.of(subzone);
      if (value instanceof Integer number) {
        properties.put(field.column(), number);
      } else if (value instanceof Double number) {
        properties.put(field.column(), number);
      } else {
        properties.put(field.column(), (String) value);
      }
    }
    return properties;
  }

  private static void byGdal(Sheet sheet, Crs crs, String driver, String fileName, OutputStream out)
      throws IOException {
    try (Workspace workspace = Workspace.open()) {
      Path source = workspace.file("plan.geojson");
      try (Writer writer = Files.newBufferedWriter(source)) {
        geoJson(sheet, crs, false, writer);
      }
      convert(workspace, source, crs, driver, workspace.file(fileName), sheet.name(), NEVER);
      Files.copy(workspace.file(fileName), out);
    }
  }

  static final BooleanSupplier NEVER = () -> false;

  /** Writes a file of features in another format, coordinates as they are, labelled with a CRS. */
  static void convert(
      Workspace workspace,
      Path source,
      Crs crs,
      String driver,
      Path target,
      String layer,
      BooleanSupplier cancelled)
      throws IOException {
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("-f", driver, target.toString(), source.toString()));
    arguments.addAll(List.of("-a_srs", "EPSG:" + crs.srid()));
    arguments.addAll(List.of("-nln", layer, "-nlt", "POLYGON"));
    if (driver.equals("ESRI Shapefile")) {
      arguments.addAll(List.of("-lco", "ENCODING=UTF-8"));
    }
    new Gdal(workspace, PATIENCE, cancelled)
        .run(Set.of("GeoJSON", driver), line -> {}, "ogr2ogr", arguments.toArray(String[]::new));
  }
}
