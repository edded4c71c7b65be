package vn.khuxuong.maps.style;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.khuxuong.maps.layer.DataStatus;
import vn.khuxuong.maps.layer.Field;
import vn.khuxuong.maps.layer.Layer;
import vn.khuxuong.maps.layer.Text;

/**
 * The legend of a layer, derived from its style alone: each value by which fills, lines and circles
 * branch is a line, drawn as the style draws a feature with that value. Words come from the style's
 * metadata, else from the coded values of the catalogue, else the code itself stands there. Codes
 * that only the metadata name are lines as well, for values the style tells apart without naming.
 *
 * @param title of the layer
 * @param entries its lines in the order of the style
 * @param notes what must be said about the data
 */
public record Legend(Text title, List<LegendEntry> entries, List<Text> notes) {
  public Legend {
    entries = List.copyOf(entries);
    notes = List.copyOf(notes);
  }

  /** The legend of a layer in one of its styles. */
  public static Legend of(Layer layer, Style style) {
    List<LegendEntry> entries = new ArrayList<>();
    for (Map.Entry<String, List<Object>> branch : style.branches().entrySet()) {
      String field = branch.getKey();
      if (style.labels().containsKey(field) && style.labels().get(field) == null) {
        continue;
      }
      Map<String, Object> values = new LinkedHashMap<>();
      Map<String, Text> own = style.labels().get(field);
      if (own != null) {
        own.keySet().forEach(code -> values.put(code, value(code, branch.getValue().get(0))));
      }
      branch.getValue().forEach(value -> values.put(Values.text(value), value));
      values.forEach(
          (code, value) ->
              entries.add(
                  new LegendEntry(
                      label(layer, style, field, code),
                      code,
                      name -> name.equals(field) ? value : null)));
    }
    if (entries.isEmpty()) {
      entries.add(new LegendEntry(layer.title(), "", Attributes.NONE));
    }
    List<Text> notes = new ArrayList<>();
    if (layer.dataStatus() != DataStatus.OFFICIAL) {
      notes.add(layer.dataStatus().label());
    }
    if (style.note() != null) {
      notes.add(style.note());
    }
    return new Legend(layer.title(), entries, notes);
  }

  /** A code of the metadata as a value of the kind that the expressions compare with. */
  private static Object value(String code, Object like) {
    if (like instanceof Double) {
      return Double.valueOf(code);
    }
    return like instanceof Boolean ? Boolean.valueOf(code) : code;
  }

  /** What a code means: by the style, else by the catalogue, else the code itself. */
  static Text label(Layer layer, Style style, String field, String code) {
    Map<String, Text> own = style.labels().get(field);
    Text label = own == null ? null : own.get(code);
    if (label == null) {
      label = layer.field(field).map(Field::values).map(values -> values.get(code)).orElse(null);
    }
    return label == null ? new Text(code, code) : label;
  }

  /** As JSON: the lines, then the notes as lines of words. */
  public List<LegendItem> items(Style style) {
    return items(style, style.legendZoom());
  }

  /** As JSON, painted as the style paints at a zoom. */
  public List<LegendItem> items(Style style, double zoom) {
    List<LegendItem> items = new ArrayList<>();
    entries.forEach(entry -> items.add(LegendItem.of(style, entry, zoom)));
    notes.forEach(note -> items.add(LegendItem.words(note, "data-status")));
    return List.copyOf(items);
  }
}
