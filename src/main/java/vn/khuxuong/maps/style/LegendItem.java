package vn.khuxuong.maps.style;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.khuxuong.maps.layer.Text;

/**
 * One line of a legend as JSON: the words and the paint, colours as CSS.
 *
 * @param code the value it stands for; {@code data-status} for the line that says how far the data
 *     may be trusted
 * @param fill colour of the inside
 * @param stroke colour of the edge
 * @param strokeWidth pixels
 * @param dash lengths of dashes and gaps, pixels
 * @param pattern name of the hatch in {@code /map/patterns.json}
 * @param patternColour colour of the hatch
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LegendItem(
    String labelVi,
    String labelEn,
    @JsonProperty("class") String code,
    @Nullable String fill,
    @Nullable String stroke,
    @Nullable Double strokeWidth,
    @Nullable List<Double> dash,
    @Nullable String pattern,
    @Nullable String patternColour) {

  /** A line of words only. */
  static LegendItem words(Text label, String code) {
    return new LegendItem(label.vi(), label.en(), code, null, null, null, null, null, null);
  }

  /** The paint of an entry's sample feature at a zoom. */
  static LegendItem of(Style style, LegendEntry entry, double zoom) {
    Attributes sample = entry.sample();
    String fill = null;
    String stroke = null;
    Double width = null;
    List<Double> dash = null;
    String pattern = null;
    String patternColour = null;
    for (StyleLayer layer : style.layers()) {
      if (!layer.isVisibleAt(zoom) || !layer.accepts(sample, zoom)) {
        continue;
      }
      switch (layer.type()) {
        case FILL -> {
          String colour = faded(layer, Property.FILL_COLOR, Property.FILL_OPACITY, sample, zoom);
          if (layer.has(Property.FILL_PATTERN)) {
            String name = layer.text(Property.FILL_PATTERN, sample, zoom);
            pattern = name.isEmpty() ? pattern : name;
            patternColour = name.isEmpty() ? patternColour : colour;
          } else {
            fill = colour;
          }
          if (layer.has(Property.FILL_OUTLINE_COLOR)) {
            stroke = faded(layer, Property.FILL_OUTLINE_COLOR, Property.FILL_OPACITY, sample, zoom);
            width = 1.0;
          }
        }
        case LINE -> {
          stroke = faded(layer, Property.LINE_COLOR, Property.LINE_OPACITY, sample, zoom);
          double line = layer.number(Property.LINE_WIDTH, sample, zoom);
          width = line;
          List<Double> dashes = layer.numbers(Property.LINE_DASHARRAY, sample, zoom);
          dash =
              dashes.isEmpty()
                  ? null
                  : dashes.stream().map(part -> Math.round(part * line * 10) / 10.0).toList();
        }
        case CIRCLE -> {
          // a disc on a shape is a mark on it, not the colour of the shape
          if (fill == null && stroke == null) {
            fill = faded(layer, Property.CIRCLE_COLOR, Property.CIRCLE_OPACITY, sample, zoom);
            stroke = layer.colour(Property.CIRCLE_STROKE_COLOR, sample, zoom).css();
            width = layer.number(Property.CIRCLE_STROKE_WIDTH, sample, zoom);
          }
        }
        case SYMBOL -> {}
      }
    }
    return new LegendItem(
        entry.label().vi(),
        entry.label().en(),
        entry.code(),
        fill,
        stroke,
        width,
        dash,
        pattern,
        patternColour);
  }

  private static String faded(
      StyleLayer layer, Property colour, Property opacity, Attributes sample, double zoom) {
    return layer.colour(colour, sample, zoom).faded(layer.number(opacity, sample, zoom)).css();
  }
}
