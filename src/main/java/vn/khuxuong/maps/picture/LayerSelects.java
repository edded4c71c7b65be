package vn.khuxuong.maps.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterUtils;
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

  private static final double FARTHEST = 1e9;

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
    StringBuilder tail =
        new StringBuilder("null::float8, null::float8, null::float8,")
            .append(" string_agg(st_asbinary(\"_shape\"), ''::bytea)")
            .append(" filter (where \"_size\" <= ")
            .append(area.bytes())
            .append("), count(*)::int,")
            .append(" bool_or(\"_size\" > ")
            .append(area.bytes())
            .append(") from ");
    List<Object> arguments = new ArrayList<>();
    from(fields, List.of(), area, tail, arguments);
    if (fields.isEmpty()) {
      tail.append(" having count(*) > 0");
    } else {
      tail.append(" group by ").append(columns(fields));
    }
    return new Branch(fields, NO_ID, tail.toString(), arguments);
  }

  private Branch features(List<Field> fields, Area area) {
    String label = drawn.isPresent() && layer.now() != null ? layer.geometry().label() : null;
    List<String> more = new ArrayList<>(List.of(quoted(layer.key()), quoted(Layer.ID_COLUMN)));
    StringBuilder tail = new StringBuilder();
    if (label == null) {
      tail.append("null::float8, null::float8, null::float8,");
    } else {
      more.add(quoted(label));
      tail.append("st_x(").append(quoted(label)).append("), st_y(").append(quoted(label));
      tail.append("), null::float8,");
    }
    tail.append(" case when \"_size\" <= ").append(area.bytes());
    tail.append(" then st_asbinary(\"_shape\") end, 1, \"_size\" > ").append(area.bytes());
    tail.append(" from ");
    if (layer.floor() != null) {
      more.add(quoted(layer.floor()));
    }
    List<Object> arguments = new ArrayList<>();
    from(fields, more, area, tail, arguments);
    // By the columns themselves: their texts, which are selected, take long to compare.
    tail.append(" order by ");
    if (layer.floor() != null) {
      tail.append("s.").append(quoted(layer.floor())).append(", ");
    }
    tail.append("s.").append(quoted(Layer.ID_COLUMN));
    return new Branch(fields, quoted(layer.key()) + "::text", tail.toString(), arguments);
  }

  /** Rows with their shape and how many bytes of shapes there are up to each. */
  private void from(
      List<Field> fields, List<String> more, Area area, StringBuilder sql, List<Object> arguments) {
    Set<String> columns = new TreeSet<>(more);
    fields.forEach(field -> columns.add(quoted(field.name())));
    sql.append("(select *, sum(pg_column_size(\"_shape\")) over (rows unbounded preceding)");
    sql.append(" as \"_size\" from (select ").append(shape).append(" as \"_shape\"");
    columns.forEach(column -> sql.append(", ").append(column));
    sql.append(" from ").append(layer.relation(drawn.isPresent())).append(" where ");
    sql.append(shape);
    touches(area.box(), sql, arguments);
    if (area.room() != null) {
      sql.append(area.room() ? " and " : " and not ");
      hasRoom(sql, arguments);
    }
    onlyWanted(sql, arguments);
    sql.append(" limit ").append(MAX_FEATURES + 1).append(") r) s");
  }

  /** Whether a feature has room for the shortest name: three letters of the smallest size. */
  private void hasRoom(StringBuilder sql, List<Object> arguments) {
    double size =
        visible(StyleLayer::fitsInside).stream()
            .mapToDouble(step -> step.common(Property.TEXT_SIZE, zoom))
            .min()
            .orElse(0);
    sql.append("(st_xmax(").append(shape).append(") - st_xmin(").append(shape);
    sql.append(") >= ? and st_ymax(").append(shape).append(") - st_ymin(").append(shape);
    sql.append(") >= ?)");
    MapView view = request.view();
    arguments.add(LETTERS * size * request.dpiFactor() * view.pixelWidth());
    arguments.add(size * request.dpiFactor() * view.pixelHeight());
  }

  /** The features that are named without regard to their shapes, or null where there are none. */
  @Nullable Branch labels() {
    if (!any(this::isFree)) {
      return null;
    }
    List<Field> fields = fields(this::isFree);
    MapView view = request.view();
    String label = drawn.isPresent() && layer.now() != null ? layer.geometry().label() : null;
    StringBuilder tail = new StringBuilder();
    List<Object> arguments = new ArrayList<>();
    BBox around = box(view.isTile() ? 2 * MapDrawing.REACH_PX : MapDrawing.REACH_PX, crs);
    if (around == null) {
      return null;
    }
    if (label == null) {
      tail.append("null::float8, null::float8, null::float8, st_asbinary(").append(shape);
    } else {
      String point = quoted(label);
      tail.append("st_x(").append(point).append("), st_y(").append(point).append("), ");
      tail.append("(st_xmax(").append(shape).append(") - st_xmin(").append(shape).append(")) * (");
      tail.append("st_ymax(").append(shape).append(") - st_ymin(").append(shape).append(")), ");
      tail.append("case when ").append(labelMayBeOff(view, point, arguments));
      tail.append(" then st_asbinary(").append(shape);
    }
    tail.append(label == null ? ")" : ") end").append(", 1, false from ");
    tail.append(layer.relation(drawn.isPresent())).append(" r where ").append(shape);
    touches(around, tail, arguments);
    if (label != null && view.isTile()) {
      BBox points = box(2 * MapDrawing.REACH_PX, Crs.EPSG_3857);
      if (points != null) {
        tail.append(" and ").append(quoted(label));
        touches(points, tail, arguments);
      }
    }
    onlyWanted(tail, arguments);
    tail.append(" order by r.").append(quoted(Layer.ID_COLUMN));
    tail.append(" limit ").append(MAX_FEATURES + 1);
    return new Branch(fields, quoted(layer.key()) + "::text", tail.toString(), arguments);
  }

  /** Whether the part of a shape that is on the picture is wanted, as its label point is not. */
  private String labelMayBeOff(MapView view, String point, List<Object> arguments) {
    if (view.isTile()) {
      return "false";
    }
    BBox picture = view.box().crs() == Crs.EPSG_3857 ? view.box() : null;
    if (picture == null) {
      return "true";
    }
    StringBuilder off = new StringBuilder("not ").append(point);
    touches(picture, off, arguments);
    return off.toString();
  }

  private void onlyWanted(StringBuilder sql, List<Object> arguments) {
    if (layer.floor() != null && drawn.floor() != null) {
      sql.append(" and ").append(quoted(layer.floor())).append(" = ?");
      arguments.add(drawn.floor());
    }
    PictureLayer.Condition condition = drawn.condition();
    if (condition != null) {
      var named = new MapSqlParameterSource(condition.parameters());
      var parsed = NamedParameterUtils.parseSqlStatement(condition.sql());
      sql.append(" and (");
      sql.append(NamedParameterUtils.substituteNamedParameters(parsed, named)).append(')');
      for (Object value : NamedParameterUtils.buildValueArray(parsed, named, null)) {
        if (value instanceof Iterable<?> list) {
          list.forEach(arguments::add);
        } else {
          arguments.add(value);
        }
      }
    }
  }

  private static void touches(BBox box, StringBuilder sql, List<Object> arguments) {
    sql.append(" && st_makeenvelope(?, ?, ?, ?, ").append(box.crs().srid()).append(')');
    arguments.add(near(box.minX()));
    arguments.add(near(box.minY()));
    arguments.add(near(box.maxX()));
    arguments.add(near(box.maxY()));
  }

  private static double near(double ordinate) {
    return Math.max(-FARTHEST, Math.min(FARTHEST, ordinate));
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
