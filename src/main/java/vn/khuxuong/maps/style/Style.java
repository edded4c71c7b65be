package vn.khuxuong.maps.style;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.khuxuong.maps.layer.Text;

/**
 * How one layer of the catalogue is drawn.
 *
 * @param title what people call this way of drawing
 * @param note what a reader of the map must know about the data, or null
 * @param layers the drawing steps, the lowest first
 * @param branches the values by which fills, lines and circles tell features apart, by field
 * @param labels words of the legend, by field and value as text; a field mapped to null stays out
 *     of the legend
 */
public record Style(
    Text title,
    @Nullable Text note,
    List<StyleLayer> layers,
    Map<String, List<Object>> branches,
    Map<String, @Nullable Map<String, Text>> labels,
    double legendZoom) {

  /** A plan at about 1:8,500. */
  static final double USUAL_LEGEND_ZOOM = 16;

  public Style {
    layers = List.copyOf(layers);
    branches = Collections.unmodifiableMap(new LinkedHashMap<>(branches));
    labels = Collections.unmodifiableMap(new LinkedHashMap<>(labels));
  }

  /** Styles that are equal have the same steps, and to look at all they have takes long. */
  @Override
  public int hashCode() {
    return layers.hashCode();
  }

  /** The fields of each feature that are needed to draw it at a zoom. */
  public Set<String> fieldsAt(double zoom) {
    Set<String> fields = new TreeSet<>();
    layers.stream().filter(step -> step.isVisibleAt(zoom)).forEach(s -> fields.addAll(s.fields()));
    return fields;
  }

  /** The fields of each feature that are needed to draw it at any zoom. */
  public Set<String> fields() {
    Set<String> fields = new TreeSet<>();
    layers.forEach(step -> fields.addAll(step.fields()));
    return fields;
  }

  /** Lowest zoom at which anything is drawn. */
  public double minZoom() {
    return layers.stream().mapToDouble(StyleLayer::minZoom).min().orElse(0);
  }

  /** Zoom from which on nothing is drawn any more; infinite if there is none. */
  public double maxZoom() {
    return layers.stream().mapToDouble(StyleLayer::maxZoom).max().orElse(Double.POSITIVE_INFINITY);
  }
}
