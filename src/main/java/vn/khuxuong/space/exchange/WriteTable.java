package vn.khuxuong.space.exchange;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.locationtech.jts.geom.Polygon;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import vn.khuxuong.geo.GeoJson;
import vn.khuxuong.geo.Wkt;
import vn.khuxuong.platform.file.CsvText;

/** Writes a building's table, with as many digits as it takes to read the same numbers back. */
final class WriteTable {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private WriteTable() {}

  /**
   * As CSV with a byte order mark, so that spreadsheets read the Vietnamese, and run no text as a
   * formula.
   */
  static String csv(List<Row> rows) {
    List<String> columns = Kind.columns();
    StringWriter out = new StringWriter();
    out.append('\uFEFF');
    try (CSVPrinter csv = new CSVPrinter(out, CSVFormat.RFC4180)) {
      csv.print("kind");
      csv.printRecord(with(columns, "geometry"));
      for (Row row : rows) {
        csv.print(row.kind().word());
        Polygon shape = row.shape();
        csv.printRecord(
            with(
                columns.stream().map(row::value).map(CsvText::guarded).toList(),
                shape == null ? "" : Wkt.write(shape)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }

  private static List<String> with(List<String> some, String last) {
    List<String> all = new ArrayList<>(some);
    all.add(last);
    return all;
  }

  /** As GeoJSON: a feature a row. */
  static ObjectNode geoJson(List<Row> rows) {
    ObjectNode collection = JSON.objectNode().put("type", "FeatureCollection");
    ArrayNode features = collection.putArray("features");
    for (Row row : rows) {
      ObjectNode properties = JSON.objectNode().put("kind", row.kind().word());
      for (Field field : row.kind().fields()) {
        put(properties, field, row.value(field.name()));
      }
      ObjectNode feature = features.addObject().put("type", "Feature").put("id", row.key());
      Polygon shape = row.shape();
      feature.set("geometry", shape == null ? JSON.nullNode() : GeoJson.write(shape));
      feature.set("properties", properties);
    }
    return collection;
  }

  private static void put(ObjectNode properties, Field field, String value) {
    switch (field.type()) {
      case WORDS -> {
        ArrayNode words = properties.putArray(field.name());
        Field.parts(value).forEach(words::add);
      }
      case WHOLES -> {
        ArrayNode numbers = properties.putArray(field.name());
        Field.parts(value).forEach(part -> numbers.add(Integer.parseInt(part)));
      }
      default -> {
        if (value.isEmpty()) {
          properties.putNull(field.name());
        } else if (field.type() == Field.Type.FLAG) {
          properties.put(field.name(), Boolean.parseBoolean(value));
        } else if (field.type() == Field.Type.NUMBER || field.type() == Field.Type.WHOLE) {
          properties.put(field.name(), new BigDecimal(value));
        } else {
          properties.put(field.name(), value);
        }
      }
    }
  }
}
