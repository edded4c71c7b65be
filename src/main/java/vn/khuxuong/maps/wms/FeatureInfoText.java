package vn.khuxuong.maps.wms;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import vn.khuxuong.geo.CoordinateOperation;
import vn.khuxuong.geo.Crs;
import vn.khuxuong.geo.GeoJson;
import vn.khuxuong.maps.layer.DataStatus;
import vn.khuxuong.maps.layer.Field;
import vn.khuxuong.maps.layer.Layer;
import vn.khuxuong.maps.layer.Text;
import vn.khuxuong.platform.web.Language;

/** Writes what was found under a pixel: GeoJSON for programs, a table or plain lines for people. */
final class FeatureInfoText {
  private static final JsonMapper JSON = JsonMapper.shared();

  private FeatureInfoText() {}

  /** A GeoJSON feature collection in CRS84; ids are {@code layer.key}. */
  static String json(List<FeatureInfo.Found> found) {
    ObjectNode collection = JSON.createObjectNode().put("type", "FeatureCollection");
    ArrayNode features = collection.putArray("features");
    for (FeatureInfo.Found layer : found) {
      for (FeatureInfoStore.Row row : layer.rows()) {
        features.add(feature(layer.layer(), row));
      }
    }
    collection.put("numberReturned", features.size());
    return JSON.writeValueAsString(collection);
  }

  private static ObjectNode feature(Layer layer, FeatureInfoStore.Row row) {
    Geometry shape =
        CoordinateOperation.between(row.feature().crs(), Crs.CRS84).apply(row.feature().shape());
    ObjectNode feature = JSON.createObjectNode().put("type", "Feature");
    feature.put("id", layer.id() + "." + row.feature().id());
    feature.set("geometry", GeoJson.write(shape));
    ObjectNode properties = feature.putObject("properties");
    for (Field field : layer.fields()) {
      Object value = row.values().get(field.name());
      properties.set(field.name(), JSON.valueToTree(plain(value)));
    }
    return feature;
  }

  private static @Nullable Object plain(@Nullable Object value) {
    boolean scalar = value instanceof Number || value instanceof Boolean || value == null;
    return scalar ? value : value.toString();
  }

  /**
   * A page with a table for each feature.
   *
   * @param site where its style sheet is, without a trailing slash
   */
  static String html(List<FeatureInfo.Found> found, Language language, String site) {
    StringBuilder html = new StringBuilder();
    html.append("<!DOCTYPE html>\n<html lang=\"").append(language.tag());
    html.append("\"><head><meta charset=\"utf-8\"><title>");
    html.append(language.choose("Thông tin đối tượng", "Feature information"));
    html.append("</title><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
    for (String sheet : List.of("tokens", "info")) {
      html.append("<link rel=\"stylesheet\" href=\"").append(escaped(site));
      html.append("/css/").append(sheet).append(".css\">");
    }
    html.append("<link rel=\"icon\" type=\"image/svg+xml\" href=\"").append(escaped(site));
    html.append("/icons/khuxuong.svg\"></head><body>\n");
    for (FeatureInfo.Found layer : found) {
      for (FeatureInfoStore.Row row : layer.rows()) {
        html.append("<table><caption>");
        html.append(escaped(title(layer.layer(), row, language))).append("</caption>\n");
        for (Field field : layer.layer().fields()) {
          String value = words(field, row.values(), language);
          if (!value.isEmpty()) {
            html.append("<tr><th scope=\"row\">");
            html.append(escaped(words(field.title(), language))).append("</th><td>");
            html.append(escaped(value)).append("</td></tr>\n");
          }
        }
        html.append("</table>\n");
      }
    }
    if (isEmpty(found)) {
      html.append("<p>").append(nothing(language)).append("</p>\n");
    }
    return html.append("</body></html>\n").toString();
  }

  /** Lines of title and value. */
  static String plain(List<FeatureInfo.Found> found, Language language) {
    StringBuilder text = new StringBuilder();
    for (FeatureInfo.Found layer : found) {
      for (FeatureInfoStore.Row row : layer.rows()) {
        text.append(title(layer.layer(), row, language)).append('\n');
        for (Field field : layer.layer().fields()) {
          String value = words(field, row.values(), language);
          if (!value.isEmpty()) {
            text.append("  ").append(words(field.title(), language)).append(": ");
            text.append(value).append('\n');
          }
        }
      }
    }
    return isEmpty(found) ? nothing(language) + "\n" : text.toString();
  }

  private static boolean isEmpty(List<FeatureInfo.Found> found) {
    return found.stream().allMatch(layer -> layer.rows().isEmpty());
  }

  private static String nothing(Language language) {
    return language.choose("Không có gì ở đây.", "There is nothing here.");
  }

  private static String title(Layer layer, FeatureInfoStore.Row row, Language language) {
    String title = words(layer.title(), language) + " " + row.feature().id();
    return layer.dataStatus() == DataStatus.OFFICIAL
        ? title
        : title + " (" + words(layer.dataStatus().label(), language) + ")";
  }

  private static String words(Text text, Language language) {
    return language.choose(text.vi(), text.en());
  }

  /** A value as people read it: the meaning of codes, numbers with their unit; empty for none. */
  private static String words(
      Field field, Map<String, @Nullable Object> values, Language language) {
    Object value = values.get(field.name());
    if (value == null) {
      return "";
    }
    Text meaning = field.values().get(value.toString());
    if (meaning != null) {
      return words(meaning, language);
    }
    String unit = field.unit() == null ? "" : field.unit().equals("%") ? "%" : " " + field.unit();
    if (value instanceof Double || value instanceof Float || value instanceof BigDecimal) {
      return NumberFormat.getNumberInstance(language.locale()).format(value) + unit;
    }
    if (value instanceof Boolean flag) {
      return flag ? language.choose("có", "yes") : language.choose("không", "no");
    }
    if (value instanceof java.sql.Date date) {
      return language.date(date.toLocalDate());
    }
    return value + unit;
  }

  private static String escaped(String text) {
    return HtmlUtils.htmlEscape(text, "UTF-8");
  }
}
