package vn.khuxuong.maps.picture;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.khuxuong.maps.draw.MapView;
import vn.khuxuong.maps.layer.Layer;
import vn.khuxuong.maps.style.Style;

/**
 * A layer on a picture.
 *
 * @param layer with the fields that the client may see; a style gets no others
 * @param style how it is drawn
 * @param condition which features are drawn, null for all
 * @param day the civil day the layer is to show, in layers that answer for any day; null for today
 * @param asOf what was known at that moment, in such layers; null for what is known now
 * @param floor only features on this storey, in layers that have storeys; null for all
 */
public record PictureLayer(
    Layer layer,
    Style style,
    @Nullable Condition condition,
    @Nullable LocalDate day,
    @Nullable Instant asOf,
    @Nullable Integer floor) {

  private static final double TOLERANCE = 1.000_001;

  /**
   * An SQL condition on the columns of the layer's view.
   *
   * @param sql with named parameters, {@code :name}; names of columns are quoted identifiers of the
   *     catalogue
   * @param parameters the values of these parameters
   */
  public record Condition(String sql, Map<String, Object> parameters) {
    public Condition {
      parameters = Map.copyOf(parameters);
    }
  }

  /** All features of a layer as they are today. */
  public static PictureLayer of(Layer layer, Style style) {
    return new PictureLayer(layer, style, null, null, null, null);
  }

  /** Smallest scale at which it is drawn, as a denominator; infinite without limit. */
  public double maxScaleDenominator() {
    double byStyle =
        style.minZoom() == 0 ? Double.POSITIVE_INFINITY : MapView.scaleDenominator(style.minZoom());
    return Math.min(layer.scale().max(), byStyle);
  }

  /** Largest scale at which it is drawn, as a denominator; 0 without limit. */
  public double minScaleDenominator() {
    double byStyle =
        style.maxZoom() == Double.POSITIVE_INFINITY ? 0 : MapView.scaleDenominator(style.maxZoom());
    return Math.max(layer.scale().min(), byStyle);
  }

  /** Whether anything of it can be seen at a scale. */
  boolean isDrawnAt(double scaleDenominator) {
    return scaleDenominator <= maxScaleDenominator() * TOLERANCE
        && scaleDenominator * TOLERANCE >= minScaleDenominator();
  }

  /** Whether it shows today and what is known now. */
  public boolean isPresent() {
    return layer.time() == null || !layer.time().bitemporal() || (day == null && asOf == null);
  }
}
