package vn.khuxuong.maps.picture;

import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterUtils;
import vn.khuxuong.geo.BBox;
import vn.khuxuong.maps.layer.Field;
import vn.khuxuong.maps.layer.Layer;

/** The text of a select while it is put together, and the arguments of its question marks. */
final class Select {
  private static final double FARTHEST = 1e9;

  private final StringBuilder sql = new StringBuilder();
  private final List<Object> arguments = new ArrayList<>();

  /** Adds text as it is: SQL of our own, names of checked columns, whole numbers. */
  Select add(Object... text) {
    for (Object part : text) {
      sql.append(part);
    }
    return this;
  }

  /** Adds a value that must not be read as SQL. */
  Select argument(Object value) {
    sql.append('?');
    arguments.add(value);
    return this;
  }

  /** Adds that the box around a shape meets a box of the same CRS. */
  Select touches(String shape, BBox box) {
    add(shape, " && st_makeenvelope(").argument(near(box.minX())).add(", ");
    argument(near(box.minY())).add(", ").argument(near(box.maxX())).add(", ");
    return argument(near(box.maxY())).add(", ", box.crs().srid(), ")");
  }

  private static double near(double ordinate) {
    return Math.max(-FARTHEST, Math.min(FARTHEST, ordinate));
  }

  /** Adds what a client wants of a layer: one storey, features that fit a condition. */
  Select wanted(PictureLayer drawn) {
    Layer layer = drawn.layer();
    if (layer.floor() != null && drawn.floor() != null) {
      add(" and ", LayerSelects.quoted(layer.floor()), " = ").argument(drawn.floor());
    }
    PictureLayer.Condition condition = drawn.condition();
    if (condition != null) {
      var named = new MapSqlParameterSource(condition.parameters());
      var parsed = NamedParameterUtils.parseSqlStatement(condition.sql());
      add(" and (", NamedParameterUtils.substituteNamedParameters(parsed, named), ")");
      for (Object value : NamedParameterUtils.buildValueArray(parsed, named, null)) {
        if (value instanceof Iterable<?> list) {
          list.forEach(arguments::add);
        } else {
          arguments.add(value);
        }
      }
    }
    return this;
  }

  /** The text so far. */
  String text() {
    return sql.toString();
  }

  /** The finished select. */
  Branch branch(List<Field> fields, String id) {
    return new Branch(fields, id, sql.toString(), arguments);
  }
}
