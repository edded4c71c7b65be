package vn.khuxuong.maps.picture;

import java.util.ArrayList;
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
 * What one layer needs from the database for a picture, and no more: shapes put together by what
 * the style tells apart where no single feature matters, else feature by feature; label points from
 * farther around, without their shapes where they are kept ready. Names come from the catalogue,
 * which holds checked identifiers only.
 */
final class LayerSelects {
  /** More features than this of one layer are no map. */
  static final int MAX_FEATURES = 50_000;

  /** Bytes of shapes that one picture may need. */
  static final int MAX_BYTES = 48 << 20;

  /** What stands for the id of several features. */
  static final String NO_ID = "null::text";

  /** Width of the shortest name, in sizes of its letters. */
  private static final double LETTERS = 2;

  /** Half of the widest line that reaches into the picture from outside at its full width, px. */
  private static final double USUAL_REACH = 6;

  private final PictureRequest request;
  private final PictureLayer drawn;
  private final Layer layer;
  private final double zoom;
  private final int bytes;
  private final boolean crowded;
  private final Crs crs;
  private final String shape;

  /**
   * @param bytes of shapes it may need
   * @param crowded whether labels of other layers stand on the picture, too
   */
  LayerSelects(PictureRequest request, PictureLayer drawn, int bytes, boolean crowded) {
    this.request = request;
    this.drawn = drawn;
    this.layer = drawn.layer();
    this.zoom = request.view().zoomAt(request.dpiFactor());
    this.bytes = bytes;
    this.crowded = crowded;
    Layer.Geometry geometry = layer.geometry();
    // A coarse copy is good for the zoom at which its pixels are those of the picture.
    String mercator =
        drawn.isPresent() && layer.now() != null
            ? geometry.column3857(request.view().zoom())
            : geometry.column3857();
    boolean copy = !mercator.equals(geometry.column3857());
    boolean asMercator = request.view().box().crs() == Crs.EPSG_3857 || copy;
    this.crs = asMercator ? Crs.EPSG_3857 : Crs.ofEpsg(geometry.storageCrs());
    this.shape = quoted(asMercator ? mercator : geometry.column());
  }

  /** CRS of the shapes that are read. */
  Crs crs() {
    return crs;
  }

  /**
   * The features that are painted or named inside their shapes: those without room for a name put
   * together, the others one by one. Either or both may be absent.
   */
  Shapes shapes() {
    boolean inside = any(step -> step.type() == LayerType.SYMBOL && step.fitsInside());
    boolean painted = any(this::isPainted);
    BBox box = inside || painted ? box(reach(), crs) : null;
    if (box == null) {
      return new Shapes(null, null);
    }
    if (!inside && layer.floor() == null) {
      return new Shapes(groups(fields(this::isPainted), new Area(box, null, bytes)), null);
    }
    List<Field> fields = fields(step -> isPainted(step) || step.fitsInside());
    // Labels of other layers may want a label's place in the next tile.
    BBox around =
        inside && crowded && request.view().isTile() ? box(MapDrawing.REACH_PX, crs) : null;
    if (layer.floor() != null || request.view().box().crs() != crs) {
      return new Shapes(
          null, features(fields, new Area(around == null ? box : around, null, bytes)));
    }
    Branch small =
        painted ? groups(fields(this::isPainted), new Area(box, false, bytes / 2)) : null;
    Area large = new Area(around == null ? box : around, true, bytes / 2);
    return new Shapes(small, features(fields, large));
  }

  /**
   * What {@link #shapes()} reads.
   *
   * @param groups several features a row, which are only painted
   * @param features one a row
   */
  record Shapes(@Nullable Branch groups, @Nullable Branch features) {}

  /**
   * Which features a select reads.
   *
   * @param room whether those that have room for a name, or those that have none; null for both
   * @param bytes of shapes that it may read
   */
  private record Area(BBox box, @Nullable Boolean room, int bytes) {}

  private Branch groups(List<Field> fields, Area area) {
    Select select = new Select();
    select.add("null::float8, null::float8, null::float8, string_agg(st_asbinary(\"_shape\"),");
    select.add(" ''::bytea) filter (where \"_size\" <= ", area.bytes(), "), count(*)::int,");
    select.add(" bool_or(\"_size\" > ", area.bytes(), ") from ");
    from(select, fields, List.of(), area);
    select.add(fields.isEmpty() ? " having count(*) > 0" : " group by " + columns(fields));
    return select.branch(fields, NO_ID);
  }

  private Branch features(List<Field> fields, Area area) {
    String label = readyLabel();
    List<String> more = new ArrayList<>(List.of(quoted(layer.key()), quoted(Layer.ID_COLUMN)));
    Select select = new Select();
    if (label == null) {
      select.add("null::float8, null::float8,");
    } else {
      more.add(label);
      select.add("st_x(", label, "), st_y(", label, "),");
    }
    select.add(" null::float8, case when \"_size\" <= ", area.bytes());
    select.add(" then st_asbinary(\"_shape\") end, 1, \"_size\" > ", area.bytes(), " from ");
    if (layer.floor() != null) {
      more.add(quoted(layer.floor()));
    }
    from(select, fields, more, area);
    // By the columns themselves: their texts, which are selected, take long to compare.
    select.add(" order by ");
    if (layer.floor() != null) {
      select.add("s.", quoted(layer.floor()), ", ");
    }
    select.add("s.", quoted(Layer.ID_COLUMN));
    return select.branch(fields, quoted(layer.key()) + "::text");
  }

  /** Rows with their shape and how many bytes of shapes there are up to each. */
  private void from(Select select, List<Field> fields, List<String> more, Area area) {
    Set<String> columns = new TreeSet<>(more);
    fields.forEach(field -> columns.add(quoted(field.name())));
    select.add("(select *, sum(pg_column_size(\"_shape\")) over (rows unbounded preceding)");
    select.add(" as \"_size\" from (select ", shape, " as \"_shape\"");
    columns.forEach(column -> select.add(", ", column));
    select.add(" from ", layer.relation(drawn.isPresent()), " where ").touches(shape, area.box());
    if (area.room() != null) {
      hasRoom(select.add(area.room() ? " and " : " and not "));
    }
    select.wanted(drawn).add(" limit ", MAX_FEATURES + 1, ") r) s");
  }

  /** Whether a feature has room for the shortest name: three letters of the smallest size. */
  private void hasRoom(Select select) {
    double size =
        visible(StyleLayer::fitsInside).stream()
            .mapToDouble(step -> step.common(Property.TEXT_SIZE, zoom))
            .min()
            .orElse(0);
    double letters = size * request.dpiFactor();
    select.add("(st_xmax(", shape, ") - st_xmin(", shape, ") >= ");
    select.argument(LETTERS * letters * request.view().pixelWidth());
    select.add(" and st_ymax(", shape, ") - st_ymin(", shape, ") >= ");
    select.argument(letters * request.view().pixelHeight()).add(")");
  }

  /** The features that are named without regard to their shapes, or null where there are none. */
  @Nullable Branch labels() {
    MapView view = request.view();
    BBox around = box(view.isTile() ? 2 * MapDrawing.REACH_PX : MapDrawing.REACH_PX, crs);
    if (around == null || !any(this::isFree)) {
      return null;
    }
    String label = readyLabel();
    Select select = new Select();
    if (label == null) {
      select.add("null::float8, null::float8, null::float8, st_asbinary(", shape, ")");
    } else {
      select.add("st_x(", label, "), st_y(", label, "), ");
      select.add("(st_xmax(", shape, ") - st_xmin(", shape, ")) * (");
      select.add("st_ymax(", shape, ") - st_ymin(", shape, ")), case when ");
      labelMayBeOff(select, view, label);
      select.add(" then st_asbinary(", shape, ") end");
    }
    select.add(", 1, false from ", layer.relation(drawn.isPresent()), " r where ");
    select.touches(shape, around);
    BBox points = box(2 * MapDrawing.REACH_PX, Crs.EPSG_3857);
    if (label != null && view.isTile() && points != null) {
      select.add(" and ").touches(label, points);
    }
    select.wanted(drawn).add(" order by r.", quoted(Layer.ID_COLUMN));
    select.add(" limit ", MAX_FEATURES + 1);
    return select.branch(fields(this::isFree), quoted(layer.key()) + "::text");
  }

  /** The column of label points that are kept ready, or null where there is none. */
  private @Nullable String readyLabel() {
    String label = layer.geometry().label();
    return label != null && drawn.isPresent() && layer.now() != null ? quoted(label) : null;
  }

  /** Whether the part of a shape that is on the picture is wanted, as its label point is not. */
  private static void labelMayBeOff(Select select, MapView view, String point) {
    if (view.isTile()) {
      select.add("false");
    } else if (view.box().crs() == Crs.EPSG_3857) {
      select.add("not ").touches(point, view.box());
    } else {
      select.add("true");
    }
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

  private static String columns(List<Field> fields) {
    return String.join(", ", fields.stream().map(field -> quoted(field.name())).toList());
  }

  static String quoted(String identifier) {
    return "\"" + identifier + "\"";
  }
}
