package vn.khuxuong.maps.picture;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.khuxuong.geo.BBox;
import vn.khuxuong.geo.Crs;
import vn.khuxuong.geo.GeoRefusal;
import vn.khuxuong.maps.draw.MapDrawing;
import vn.khuxuong.maps.draw.MapView;
import vn.khuxuong.maps.layer.Field;
import vn.khuxuong.maps.layer.Layer;
import vn.khuxuong.maps.style.Attributes;
import vn.khuxuong.maps.style.LayerType;
import vn.khuxuong.maps.style.Property;
import vn.khuxuong.maps.style.StyleLayer;

/**
 * What one layer needs for a picture, and no more: shapes put together by what the style tells
 * apart where no single feature matters, else feature by feature; label points from farther around,
 * without their shapes where they are kept ready.
 */
final class LayerNeeds {
  /** More features than this of one layer are no map. */
  static final int MAX_FEATURES = 50_000;

  /** Bytes of shapes that one picture may need. */
  static final int MAX_BYTES = 48 << 20;

  /** Width of the shortest name, in sizes of its letters. */
  private static final double LETTERS = 2;

  /** Half of the widest line that reaches into the picture from outside at its full width, px. */
  private static final double USUAL_REACH = 6;

  private final PictureRequest request;
  private final PictureLayer drawn;
  private final Layer layer;
  private final double zoom;
  private final boolean crowded;
  private final Crs crs;
  private final String column;

  /**
   * @param crowded whether labels of other layers stand on the picture, too
   */
  LayerNeeds(PictureRequest request, PictureLayer drawn, boolean crowded) {
    this.request = request;
    this.drawn = drawn;
    this.layer = drawn.layer();
    this.zoom = request.view().zoomAt(request.dpiFactor());
    this.crowded = crowded;
    Layer.Geometry geometry = layer.geometry();
    // A coarse copy is good for the zoom at which its pixels are those of the picture.
    String mercator =
        hasCopy() ? geometry.column3857(request.view().zoom()) : geometry.column3857();
    boolean copy = !mercator.equals(geometry.column3857());
    boolean asMercator = request.view().box().crs() == Crs.EPSG_3857 || copy;
    this.crs = asMercator ? Crs.EPSG_3857 : Crs.ofEpsg(geometry.storageCrs());
    this.column = asMercator ? mercator : geometry.column();
  }

  /** Whether the layer is read from what is kept ready for today. */
  private boolean hasCopy() {
    return drawn.isPresent() && layer.now() != null;
  }

  PictureRequest request() {
    return request;
  }

  PictureLayer drawn() {
    return drawn;
  }

  /** CRS of the shapes that are read. */
  Crs crs() {
    return crs;
  }

  /** The column they are in. */
  String column() {
    return column;
  }

  /** The column of label points that are kept ready, or null where there is none. */
  @Nullable String labelColumn() {
    return hasCopy() ? layer.geometry().label() : null;
  }

  /**
   * Which features are read, with which attributes.
   *
   * @param box that their boxes meet, in {@link #crs()}
   * @param room null for all; else only those that have, or have not, so much
   * @param share one over the part of the bytes allowed that may go for them
   */
  record Wanted(List<Field> fields, BBox box, @Nullable Room room, int share) {}

  /**
   * Room for the shortest name.
   *
   * @param width in the unit of the CRS
   * @param height likewise
   * @param given whether it is there
   */
  record Room(double width, double height, boolean given) {
    boolean fits(double featureWidth, double featureHeight) {
      return (featureWidth >= width && featureHeight >= height) == given;
    }

    private Room opposite() {
      return new Room(width, height, !given);
    }
  }

  /**
   * The features that are painted or named inside their shapes: those without room for a name put
   * together, the others one by one. Either or both may be absent.
   *
   * @param groups several features a row, which are only painted
   * @param features one a row
   */
  record Shapes(@Nullable Wanted groups, @Nullable Wanted features) {}

  Shapes shapes() {
    boolean inside = any(step -> step.type() == LayerType.SYMBOL && step.fitsInside());
    boolean painted = any(this::isPainted);
    BBox box = inside || painted ? box(reach(), crs) : null;
    if (box == null) {
      return new Shapes(null, null);
    }
    if (!inside && layer.floor() == null) {
      return new Shapes(new Wanted(fields(this::isPainted), box, null, 1), null);
    }
    List<Field> fields = fields(step -> isPainted(step) || step.fitsInside());
    // Labels of other layers may want a label's place in the next tile.
    BBox around =
        inside && crowded && request.view().isTile() ? box(MapDrawing.REACH_PX, crs) : null;
    BBox large = around == null ? box : around;
    if (layer.floor() != null || request.view().box().crs() != crs) {
      return new Shapes(null, new Wanted(fields, large, null, 1));
    }
    Room room = room();
    Wanted small = painted ? new Wanted(fields(this::isPainted), box, room.opposite(), 2) : null;
    return new Shapes(small, new Wanted(fields, large, room, 2));
  }

  /** Room for three letters of the smallest size. */
  private Room room() {
    double size =
        visible(StyleLayer::fitsInside).stream()
            .mapToDouble(step -> step.common(Property.TEXT_SIZE, zoom))
            .min()
            .orElse(0);
    double letters = size * request.dpiFactor();
    return new Room(
        LETTERS * letters * request.view().pixelWidth(),
        letters * request.view().pixelHeight(),
        true);
  }

  /**
   * The features that are named without regard to their shapes.
   *
   * @param points box that their label points lie in, in EPSG:3857; null for all
   */
  record Labels(Wanted wanted, @Nullable BBox points) {}

  /** Those features, or null where there are none. */
  @Nullable Labels labels() {
    MapView view = request.view();
    BBox around = box(view.isTile() ? 2 * MapDrawing.REACH_PX : MapDrawing.REACH_PX, crs);
    if (around == null || !any(this::isFree)) {
      return null;
    }
    BBox points =
        view.isTile() && labelColumn() != null ? box(2 * MapDrawing.REACH_PX, Crs.EPSG_3857) : null;
    return new Labels(new Wanted(fields(this::isFree), around, null, 1), points);
  }

  private @Nullable BBox box(double pixels, Crs target) {
    try {
      return request.view().grownBy(pixels * request.dpiFactor()).transform(target);
    } catch (GeoRefusal outside) {
      return null;
    }
  }

  /** How far beyond the picture a feature may lie and still paint on it, pixels. */
  private double reach() {
    double widest = USUAL_REACH;
    for (StyleLayer step : visible(this::isPainted)) {
      double size =
          switch (step.type()) {
            case LINE -> step.number(Property.LINE_WIDTH, Attributes.NONE, zoom) / 2;
            case CIRCLE ->
                step.number(Property.CIRCLE_RADIUS, Attributes.NONE, zoom)
                    + step.number(Property.CIRCLE_STROKE_WIDTH, Attributes.NONE, zoom) / 2;
            default -> 0;
          };
      widest = Math.max(widest, size);
    }
    return widest + 2;
  }

  private boolean isPoint() {
    return layer.geometry().type() == Layer.GeometryType.POINT
        || layer.geometry().type() == Layer.GeometryType.MULTI_POINT;
  }

  private boolean isPainted(StyleLayer step) {
    return switch (step.type()) {
      case FILL, LINE -> true;
      case CIRCLE -> isPoint();
      case SYMBOL -> false;
    };
  }

  private boolean isFree(StyleLayer step) {
    return switch (step.type()) {
      case FILL, LINE -> false;
      case CIRCLE -> !isPoint();
      case SYMBOL -> !step.fitsInside();
    };
  }

  private boolean any(Predicate<StyleLayer> which) {
    return !visible(which).isEmpty();
  }

  private List<StyleLayer> visible(Predicate<StyleLayer> which) {
    return drawn.style().layers().stream()
        .filter(step -> step.isVisibleAt(zoom) && which.test(step))
        .toList();
  }

  /** The fields that steps need of each feature. */
  private List<Field> fields(Predicate<StyleLayer> which) {
    Set<String> names = new TreeSet<>();
    visible(which).forEach(step -> names.addAll(step.fields()));
    return layer.fields().stream().filter(field -> names.contains(field.name())).toList();
  }
}
