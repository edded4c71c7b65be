package vn.khuxuong.maps.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.khuxuong.maps.layer.Layer;

/**
 * A map file for MapServer with our layers as our style files paint them at one zoom. Features are
 * told apart by classes, which MapServer finds quickest: by a field's value where one field
 * decides, else by a number that the database works out.
 */
final class MapFile {
  private static final int MOST_CLASSES = 60;

  private final JdbcClient jdbc;
  private final Path styles;
  private final String connection;
  private final MapSymbols symbols;

  /**
   * @param styles folder of the style files
   * @param connection how MapServer reaches the database
   * @param symbols takes the hatches
   */
  MapFile(JdbcClient jdbc, Path styles, String connection, MapSymbols symbols) {
    this.jdbc = jdbc;
    this.styles = styles;
    this.connection = connection;
    this.symbols = symbols;
  }

  /** The map for pictures at one zoom. */
  String picture(List<Layer> layers, double zoom) {
    String body = layers.stream().map(layer -> painted(layer, zoom)).collect(Collectors.joining());
    return frame(symbols.text() + body);
  }

  /** The map for tiles and items: every field, no paint. */
  String data(List<Layer> layers) {
    StringBuilder body = new StringBuilder();
    for (Layer layer : layers) {
      String fields =
          layer.fields().stream()
              .map(field -> "\"" + field.name() + "\"")
              .filter(name -> !name.equals("\"id\""))
              .collect(Collectors.joining(", "));
      body.append(layer(layer.id(), layer, 3857, layer.geometry().column3857(), fields, ""));
      String inDegrees = layer.id() + "_items";
      body.append(layer(inDegrees, layer, 4326, layer.geometry().column(), fields, ""));
    }
    return frame(body.toString());
  }

  private static String frame(String body) {
    return """
    MAP
      NAME "khu"
      STATUS ON
      SIZE 256 256
      MAXSIZE 8192
      UNITS METERS
      EXTENT 11300000 900000 12300000 2700000
      PROJECTION "init=epsg:3857" END
      FONTSET "fonts.list"
      OUTPUTFORMAT
        NAME "png"
        DRIVER "AGG/PNG"
        MIMETYPE "image/png"
        IMAGEMODE RGBA
        EXTENSION "png"
        TRANSPARENT ON
      END
      OUTPUTFORMAT
        NAME "mvt"
        DRIVER "MVT"
        MIMETYPE "application/vnd.mapbox-vector-tile"
        EXTENSION "pbf"
        FORMATOPTION "EXTENT=4096"
        FORMATOPTION "EDGE_BUFFER=4"
      END
      WEB
        METADATA
          "ows_title" "khu"
          "ows_onlineresource" "http://localhost/"
          "ows_enable_request" "*"
          "ows_srs" "EPSG:3857 EPSG:4326"
          "oga_max_limit" "10000"
        END
      END
    """
        + body
        + "END\n";
  }

  private String layer(
      String name, Layer layer, int srid, String shape, String columns, String classes) {
    String from =
        "select \"id\", \""
            + shape
            + "\""
            + (columns.isEmpty() ? "" : ", " + columns)
            + " from "
            + layer.relation(true);
    return """
      LAYER
        NAME "%1$s"
        TYPE POLYGON
        STATUS ON
        TEMPLATE "none"
        TOLERANCE 0
        CONNECTIONTYPE POSTGIS
        CONNECTION "%2$s"
        PROCESSING "CLOSE_CONNECTION=DEFER"
        DATA '%3$s from (%4$s) as q using unique id using srid=%5$d'
        PROJECTION "init=epsg:%5$d" END
        METADATA
          "ows_title" "%1$s"
          "ows_extent" "%7$s"
          "gml_include_items" "all"
          "gml_featureid" "id"
          "ows_featureid" "id"
        END
    %6$s  END
    """
        .formatted(
            name,
            connection,
            shape,
            from.replace("'", "\\'"),
            srid,
            classes,
            srid == 4326 ? "101 8 111 24" : "11300000 900000 12300000 2700000");
  }

  private String painted(Layer layer, double zoom) {
    StyleSteps style = StyleSteps.of(read(layer.style()), zoom);
    if (style.steps().isEmpty()) {
      return layer(layer.id(), layer, 3857, layer.geometry().column3857(), "", "");
    }
    List<String> keys = style.steps().stream().map(StyleSteps.Step::key).toList();
    String key = "concat_ws('~', " + String.join(", ", keys) + ")";
    Map<String, String> classes = new LinkedHashMap<>();
    List<String> columns = new ArrayList<>();
    String item = item(layer, style, key, classes, columns);
    List<String> texts = new ArrayList<>();
    for (StyleSteps.Step step : style.steps()) {
      if (!step.text().isEmpty()) {
        texts.add("text" + texts.size());
        columns.add(
            "case when "
                + step.filter()
                + " then "
                + step.text()
                + " else '' end as "
                + texts.get(texts.size() - 1));
      }
    }
    StringBuilder body = new StringBuilder();
    body.append(item.isEmpty() ? "" : "    CLASSITEM \"" + item + "\"\n");
    classes.forEach((value, of) -> body.append(new MapClass(symbols).text(value, style, of)));
    return layer(
        layer.id(),
        layer,
        3857,
        layer.geometry().column3857(),
        String.join(", ", columns),
        body.toString());
  }

  /**
   * Chooses the column that tells the classes apart, and finds its values; empty where there is one
   * class.
   */
  private String item(
      Layer layer,
      StyleSteps style,
      String key,
      Map<String, String> classes,
      List<String> columns) {
    for (String field : style.fields()) {
      Map<String, String> byField = new LinkedHashMap<>();
      boolean decides = distinct("\"" + field + "\"::text", key, layer, byField);
      if (decides) {
        classes.putAll(byField);
        columns.add("\"" + field + "\"");
        return field;
      }
    }
    Map<String, String> byKey = new LinkedHashMap<>();
    distinct(key, key, layer, byKey);
    if (byKey.size() == 1) {
      classes.put("", byKey.values().iterator().next());
      return "";
    }
    StringBuilder number = new StringBuilder("case " + key);
    for (String value : byKey.keySet()) {
      String name = String.valueOf(classes.size());
      classes.put(name, value);
      number.append(" when '").append(value.replace("'", "''")).append("' then '").append(name);
      number.append("'");
    }
    columns.add(number + " end as class");
    return "class";
  }

  /** Whether each value has one key only, and there are few. */
  private boolean distinct(String value, String key, Layer layer, Map<String, String> into) {
    String sql =
        "select distinct coalesce("
            + value
            + ", ''), "
            + key
            + " from "
            + layer.relation(true)
            + " order by 1, 2 limit "
            + (MOST_CLASSES + 1);
    boolean[] unique = {true};
    int[] rows = {0};
    jdbc.sql(sql)
        .query(
            row -> {
              rows[0]++;
              unique[0] &= into.put(row.getString(1), row.getString(2)) == null;
            });
    return unique[0] && rows[0] <= MOST_CLASSES;
  }

  private JsonNode read(String style) {
    try {
      return JsonMapper.shared().readTree(Files.readString(styles.resolve(style + ".json")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
