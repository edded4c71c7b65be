package vn.khuxuong.maps.draw;

import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import vn.khuxuong.maps.draw.Sketch.Part;
import vn.khuxuong.maps.style.Attributes;
import vn.khuxuong.maps.style.LayerType;
import vn.khuxuong.maps.style.Patterns;
import vn.khuxuong.maps.style.StyleLayer;

/** Turns a scene into what is to be painted: step by step of each style, all labels last. */
final class Composer {
  /** How far beyond the picture shapes are kept: more than any line is wide. */
  private static final double MARGIN = 160;

  private final MapView view;
  private final double zoom;
  private final Shapes shapes;
  private final PixelClip window;
  private final Painting painting;
  private final Labels labels;
  private final IdentityHashMap<Part, Place> places = new IdentityHashMap<>();
  private int rank;

  private Composer(Scene scene, Patterns patterns, Shapes shapes) {
    this.view = scene.view();
    this.zoom = scene.zoom();
    this.shapes = shapes;
    double margin = MARGIN * Math.max(1, scene.dpiFactor());
    this.window = new PixelClip(-margin, -margin, view.width() + margin, view.height() + margin);
    this.painting = new Painting(shapes, patterns, zoom, scene.dpiFactor(), view);
    this.labels = new Labels(view, zoom, scene.dpiFactor(), shapes);
  }

  /** The rings of a part, and the box around all of it. */
  private record Place(int first, int last, double extent) {}

  /**
   * @param shapes are filled and must stay until all is painted
   */
  static Painting compose(Scene scene, Patterns patterns, Shapes shapes) {
    shapes.clear();
    Composer composer = new Composer(scene, patterns, shapes);
    if (scene.view().isResolvable()) {
      scene.layers().forEach(composer::layer);
      composer.labels.place(composer.painting);
    }
    return composer.painting;
  }

  private void layer(Sketch layer) {
    long bytes = 0;
    for (Part part : layer.painted()) {
      byte[] wkb = part.shapes();
      bytes += wkb == null ? 0 : wkb.length;
    }
    ShapeReader reader =
        new ShapeReader(ToPixels.of(layer.shapeCrs(), view, bytes / 16), window, shapes);
    for (StyleLayer step : layer.style().layers()) {
      rank++;
      if (!step.isVisibleAt(zoom)) {
        continue;
      }
      if (step.type() == LayerType.SYMBOL) {
        List<Part> named = step.fitsInside() ? layer.inside() : layer.free();
        named.forEach(part -> label(layer, step, part, reader));
        continue;
      }
      for (Part part : layer.painted()) {
        if (step.accepts(part.attributes(), zoom)) {
          paint(step, part, reader);
        }
      }
      if (step.type() == LayerType.CIRCLE) {
        layer.free().forEach(part -> disc(layer, step, part, reader));
      }
      painting.endStep();
    }
  }

  private Place place(Part part, ShapeReader reader) {
    Place known = places.get(part);
    if (known != null) {
      return known;
    }
    int first = shapes.count();
    byte[] wkb = part.shapes();
    if (wkb != null) {
      reader.read(wkb);
    }
    double extent = Double.isNaN(part.extent()) && wkb != null ? reader.extent() : part.extent();
    Place place = new Place(first, shapes.count(), extent);
    places.put(part, place);
    return place;
  }

  private void paint(StyleLayer step, Part part, ShapeReader reader) {
    Place place = place(part, reader);
    Attributes feature = part.attributes();
    switch (step.type()) {
      case FILL -> painting.inside(step, feature, place.first(), place.last());
      case LINE -> painting.edge(step, feature, place.first(), place.last());
      case CIRCLE -> {
        for (int ring = place.first(); ring < place.last(); ring++) {
          if (shapes.kind(ring) == Shapes.POINT) {
            painting.circle(step, feature, shapes.minX(ring), shapes.minY(ring));
          }
        }
      }
      case SYMBOL -> throw new IllegalStateException();
    }
  }

  private void disc(Sketch layer, StyleLayer step, Part part, ShapeReader reader) {
    double[] at = step.accepts(part.attributes(), zoom) ? labelPoint(layer, part, reader) : null;
    if (at != null) {
      painting.circle(step, part.attributes(), at[0], at[1]);
    }
  }

  private void label(Sketch layer, StyleLayer step, Part part, ShapeReader reader) {
    if (!step.accepts(part.attributes(), zoom)) {
      return;
    }
    Place place = place(part, reader);
    if (step.fitsInside() && place.first() == place.last()) {
      return; // off the picture
    }
    double[] at = labelPoint(layer, part, reader);
    if (at != null) {
      labels.want(rank, step, part, place.first(), place.last(), place.extent(), at[0], at[1]);
    }
  }

  /** The label point in pixels, null for an empty shape or a label that belongs elsewhere. */
  private double @Nullable [] labelPoint(Sketch layer, Part part, ShapeReader reader) {
    double[] xy = {part.x(), part.y()};
    byte[] wkb = part.shapes();
    if (!Double.isNaN(part.x())) {
      ToPixels.exactly(layer.pointCrs(), view).apply(xy, 0, 1);
    } else if (wkb != null) {
      Coordinate point = ofShape(wkb);
      if (point == null) {
        return null;
      }
      xy[0] = point.x;
      xy[1] = point.y;
      ToPixels.exactly(layer.shapeCrs(), view).apply(xy, 0, 1);
    }
    boolean off = xy[0] < 0 || xy[1] < 0 || xy[0] > view.width() || xy[1] > view.height();
    if (off && !view.isTile() && wkb != null) {
      Place place = place(part, reader);
      if (shapes.hasArea(place.first(), place.last())) {
        return VisiblePoint.of(shapes, place.first(), place.last(), view);
      }
    }
    return Double.isFinite(xy[0] + xy[1]) ? xy : null;
  }

  private static @Nullable Coordinate ofShape(byte[] wkb) {
    try {
      var shape = new WKBReader().read(wkb);
      return shape.isEmpty() ? null : LabelPoints.of(shape);
    } catch (ParseException e) {
      throw new IllegalArgumentException("a shape that cannot be read", e);
    }
  }
}
