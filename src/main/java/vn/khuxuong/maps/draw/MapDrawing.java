package vn.khuxuong.maps.draw;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.InteriorPointArea;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.impl.PackedCoordinateSequence;
import vn.khuxuong.geo.CoordinateOperation;
import vn.khuxuong.maps.style.Attributes;
import vn.khuxuong.maps.style.Colour;
import vn.khuxuong.maps.style.Patterns;
import vn.khuxuong.maps.style.Property;
import vn.khuxuong.maps.style.Style;
import vn.khuxuong.maps.style.StyleLayer;

/** Draws layers of features, each in its style, the first layer lowest, all labels on top. */
public final class MapDrawing {
  /** How far beyond a picture features matter to it: half a long label. */
  public static final int REACH_PX = 128;

  /** A multiple of every hatch's width and height. */
  private static final int HATCH_PERIOD = 64 * 9 * 5 * 7 * 11;

  private static final GeometryFactory PIXELS = new GeometryFactory();

  private final Patterns patterns;

  /**
   * @param patterns the hatches that styles name
   */
  public MapDrawing(Patterns patterns) {
    this.patterns = patterns;
  }

  /** Features and the style to draw them in, the first feature lowest. */
  public record StyledFeatures(Style style, List<MapFeature> features) {
    public StyledFeatures {
      features = List.copyOf(features);
    }
  }

  /** A feature with its place on the picture. */
  private record Placed(MapFeature feature, PixelShape shape) {}

  /**
   * Draws a picture.
   *
   * @param ground colour below everything, or null for a transparent picture
   */
  public Picture draw(MapView view, List<StyledFeatures> layers, @Nullable Colour ground) {
    Canvas canvas =
        new Canvas(
            view.width(),
            view.height(),
            view.worldOffsetX(HATCH_PERIOD),
            view.worldOffsetY(HATCH_PERIOD));
    try (canvas) {
      if (ground != null) {
        canvas.ground(ground);
      }
      Labels labels = new Labels(view);
      double zoom = view.zoom();
      int rank = 0;
      for (StyledFeatures layer : layers) {
        List<Placed> placed = view.isResolvable() ? place(view, layer.features()) : List.of();
        for (StyleLayer step : layer.style().layers()) {
          rank++;
          if (!step.isVisibleAt(zoom)) {
            continue;
          }
          for (Placed one : placed) {
            if (step.accepts(one.feature().attributes(), zoom)) {
              draw(canvas, labels, rank, step, one, view);
            }
          }
        }
      }
      labels.draw(canvas);
      return new Picture(
          view.width(), view.height(), canvas.pixels(), ground != null, canvas.isPainted());
    }
  }

  private static List<Placed> place(MapView view, List<MapFeature> features) {
    List<Placed> placed = new ArrayList<>(features.size());
    for (MapFeature feature : features) {
      CoordinateOperation operation = CoordinateOperation.between(feature.crs(), view.box().crs());
      PixelShape shape = PixelShape.of(feature.shape(), operation, view);
      if (shape != null && shape.touches(view, REACH_PX)) {
        placed.add(new Placed(feature, shape));
      }
    }
    return placed;
  }

  private void draw(
      Canvas canvas, Labels labels, int rank, StyleLayer step, Placed placed, MapView view) {
    Attributes feature = placed.feature().attributes();
    PixelShape shape = placed.shape();
    double zoom = view.zoom();
    switch (step.type()) {
      case FILL -> paintInside(canvas, step, feature, shape, zoom);
      case LINE -> paintEdge(canvas, step, feature, shape, zoom);
      case CIRCLE -> {
        for (double[] at : centres(placed, view)) {
          canvas.circle(
              at[0],
              at[1],
              step.number(Property.CIRCLE_RADIUS, feature, zoom),
              faded(step, Property.CIRCLE_COLOR, Property.CIRCLE_OPACITY, feature, zoom),
              step.colour(Property.CIRCLE_STROKE_COLOR, feature, zoom),
              step.number(Property.CIRCLE_STROKE_WIDTH, feature, zoom));
        }
      }
      case SYMBOL -> {
        double[] at = labelPoint(placed, view);
        if (at != null) {
          labels.want(rank, step, placed.feature(), shape, at[0], at[1]);
        }
      }
    }
  }

  /** Paints the inside of a shape as a fill step says. */
  void paintInside(
      Canvas canvas, StyleLayer step, Attributes feature, PixelShape shape, double zoom) {
    Colour colour = faded(step, Property.FILL_COLOR, Property.FILL_OPACITY, feature, zoom);
    if (step.has(Property.FILL_PATTERN)) {
      patterns
          .find(step.text(Property.FILL_PATTERN, feature, zoom))
          .ifPresent(pattern -> canvas.hatch(shape, pattern, colour));
    } else {
      canvas.fill(shape, colour);
    }
    if (step.has(Property.FILL_OUTLINE_COLOR) && shape.isArea()) {
      Colour outline =
          faded(step, Property.FILL_OUTLINE_COLOR, Property.FILL_OPACITY, feature, zoom);
      canvas.stroke(shape, outline, 1, List.of());
    }
  }

  /** Paints the edge of a shape as a line step says. */
  void paintEdge(
      Canvas canvas, StyleLayer step, Attributes feature, PixelShape shape, double zoom) {
    double width = step.number(Property.LINE_WIDTH, feature, zoom);
    List<Double> dashes =
        step.numbers(Property.LINE_DASHARRAY, feature, zoom).stream()
            .map(length -> length * width)
            .toList();
    canvas.stroke(
        shape,
        faded(step, Property.LINE_COLOR, Property.LINE_OPACITY, feature, zoom),
        width,
        dashes);
  }

  static Colour faded(
      StyleLayer step, Property colour, Property opacity, Attributes feature, double zoom) {
    return step.colour(colour, feature, zoom).faded(step.number(opacity, feature, zoom));
  }

  private static List<double[]> centres(Placed placed, MapView view) {
    if (!placed.shape().points().isEmpty()) {
      return placed.shape().points();
    }
    double[] at = labelPoint(placed, view);
    return at == null ? List.of() : List.of(at);
  }

  /** The label point in pixels, null for an empty shape or a label that belongs elsewhere. */
  private static double @Nullable [] labelPoint(Placed placed, MapView view) {
    MapFeature feature = placed.feature();
    if (feature.shape().isEmpty()) {
      return null;
    }
    Coordinate point = LabelPoints.of(feature.shape());
    double[] xy = {point.x, point.y};
    CoordinateOperation.between(feature.crs(), view.box().crs()).apply(xy);
    view.toPixels(xy);
    boolean off = xy[0] < 0 || xy[1] < 0 || xy[0] > view.width() || xy[1] > view.height();
    if (off && !view.isTile() && placed.shape().isArea()) {
      return visiblePoint(placed.shape(), view);
    }
    return Double.isFinite(xy[0] + xy[1]) ? xy : null;
  }

  /** A point in the widest visible part of a shape whose own label point is off the picture. */
  private static double @Nullable [] visiblePoint(PixelShape shape, MapView view) {
    PixelClip picture = new PixelClip(0, 0, view.width(), view.height());
    double[] best = null;
    double widest = 0;
    for (double[] ring : shape.visibleRings()) {
      double[] seen = picture.ring(ring);
      if (seen.length < 6) {
        continue;
      }
      double[] closed = Arrays.copyOf(seen, seen.length + 2);
      closed[seen.length] = seen[0];
      closed[seen.length + 1] = seen[1];
      LinearRing edge = PIXELS.createLinearRing(new PackedCoordinateSequence.Double(closed, 2, 0));
      Polygon part = PIXELS.createPolygon(edge);
      Coordinate at = InteriorPointArea.getInteriorPoint(part);
      if (at != null && part.getArea() > widest && shape.contains(at.x, at.y)) {
        widest = part.getArea();
        best = new double[] {at.x, at.y};
      }
    }
    return best;
  }
}
