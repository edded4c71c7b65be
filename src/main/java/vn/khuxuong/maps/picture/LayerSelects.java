package vn.khuxuong.maps.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.khuxuong.geo.Crs;
import vn.khuxuong.maps.draw.MapView;
import vn.khuxuong.maps.layer.Field;
import vn.khuxuong.maps.layer.Layer;
import vn.khuxuong.maps.picture.LayerNeeds.Room;
import vn.khuxuong.maps.picture.LayerNeeds.Wanted;

/**
 * The selects that read from the database what one layer needs for a picture. Names come from the
 * catalogue, which holds checked identifiers only.
 */
final class LayerSelects {
  /** What stands for the id of several features. */
  static final String NO_ID = "null::text";

  private final LayerNeeds needs;
  private final LayerNeeds.Shapes shapes;
  private final PictureLayer drawn;
  private final Layer layer;
  private final int bytes;
  private final String shape;

  /**
   * @param bytes of shapes it may need
   */
  LayerSelects(LayerNeeds needs, int bytes) {
    this.needs = needs;
    this.shapes = needs.shapes();
    this.drawn = needs.drawn();
    this.layer = drawn.layer();
    this.bytes = bytes;
    this.shape = quoted(needs.column());
  }

  /** Several features a row, which are only painted; null for none. */
  @Nullable Branch groups() {
    Wanted wanted = shapes.groups();
    if (wanted == null) {
      return null;
    }
    int most = bytes / wanted.share();
    Select select = new Select();
    select.add("null::float8, null::float8, null::float8, string_agg(st_asbinary(\"_shape\"),");
    select.add(" ''::bytea order by ", quoted(Layer.ID_COLUMN));
    select.add(") filter (where \"_size\" <= ", most, "), count(*)::int,");
    select.add(" bool_or(\"_size\" > ", most, ") from ");
    from(select, wanted, List.of(quoted(Layer.ID_COLUMN)));
    List<Field> fields = wanted.fields();
    select.add(fields.isEmpty() ? " having count(*) > 0" : " group by " + columns(fields));
    return select.branch(fields, NO_ID);
  }

  /** One feature a row; null for none. */
  @Nullable Branch features() {
    Wanted wanted = shapes.features();
    if (wanted == null) {
      return null;
    }
    int most = bytes / wanted.share();
    String label = label();
    List<String> more = new ArrayList<>(List.of(quoted(layer.key()), quoted(Layer.ID_COLUMN)));
    Select select = new Select();
    if (label == null) {
      select.add("null::float8, null::float8,");
    } else {
      more.add(label);
      select.add("st_x(", label, "), st_y(", label, "),");
    }
    select.add(" null::float8, case when \"_size\" <= ", most);
    select.add(" then st_asbinary(\"_shape\") end, 1, \"_size\" > ", most, " from ");
    if (layer.floor() != null) {
      more.add(quoted(layer.floor()));
    }
    from(select, wanted, more);
    // By the columns themselves: their texts, which are selected, take long to compare.
    select.add(" order by ");
    if (layer.floor() != null) {
      select.add("s.", quoted(layer.floor()), ", ");
    }
    select.add("s.", quoted(Layer.ID_COLUMN));
    return select.branch(wanted.fields(), quoted(layer.key()) + "::text");
  }

  /** Rows with their shape and how many bytes of shapes there are up to each. */
  private void from(Select select, Wanted wanted, List<String> more) {
    Set<String> columns = new TreeSet<>(more);
    wanted.fields().forEach(field -> columns.add(quoted(field.name())));
    select.add("(select *, sum(pg_column_size(\"_shape\")) over (rows unbounded preceding)");
    select.add(" as \"_size\" from (select ", shape, " as \"_shape\"");
    columns.forEach(column -> select.add(", ", column));
    select.add(" from ", layer.relation(drawn.isPresent()), " where ");
    select.touches(shape, wanted.box());
    Room room = wanted.room();
    if (room != null) {
      select.add(room.given() ? " and (" : " and not (");
      select.add("st_xmax(", shape, ") - st_xmin(", shape, ") >= ").argument(room.width());
      select.add(" and st_ymax(", shape, ") - st_ymin(", shape, ") >= ").argument(room.height());
      select.add(")");
    }
    select.wanted(drawn).add(" limit ", LayerNeeds.MAX_FEATURES + 1, ") r) s");
  }

  /** The features that are named without regard to their shapes, or null where there are none. */
  @Nullable Branch labels() {
    LayerNeeds.Labels labels = needs.labels();
    if (labels == null) {
      return null;
    }
    String label = label();
    Select select = new Select();
    if (label == null) {
      select.add("null::float8, null::float8, null::float8, st_asbinary(", shape, ")");
    } else {
      select.add("st_x(", label, "), st_y(", label, "), ");
      select.add("(st_xmax(", shape, ") - st_xmin(", shape, ")) * (");
      select.add("st_ymax(", shape, ") - st_ymin(", shape, ")), case when ");
      labelMayBeOff(select, needs.request().view(), label);
      select.add(" then st_asbinary(", shape, ") end");
    }
    select.add(", 1, false from ", layer.relation(drawn.isPresent()), " r where ");
    select.touches(shape, labels.wanted().box());
    if (label != null && labels.points() != null) {
      select.add(" and ").touches(label, labels.points());
    }
    select.wanted(drawn).add(" order by r.", quoted(Layer.ID_COLUMN));
    select.add(" limit ", LayerNeeds.MAX_FEATURES + 1);
    return select.branch(labels.wanted().fields(), quoted(layer.key()) + "::text");
  }

  private @Nullable String label() {
    String column = needs.labelColumn();
    return column == null ? null : quoted(column);
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

  private static String columns(List<Field> fields) {
    return String.join(", ", fields.stream().map(field -> quoted(field.name())).toList());
  }

  static String quoted(String identifier) {
    return "\"" + identifier + "\"";
  }
}
