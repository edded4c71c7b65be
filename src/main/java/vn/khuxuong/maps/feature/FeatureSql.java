package vn.khuxuong.maps.feature;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.khuxuong.geo.AxisOrder;
import vn.khuxuong.geo.BBox;
import vn.khuxuong.geo.Crs;
import vn.khuxuong.maps.layer.Field;
import vn.khuxuong.maps.layer.FieldType;
import vn.khuxuong.maps.layer.Layer;

/**
 * The parts of the statements about one layer. Names come from the checked catalogue, everything
 * the asker sent is bound.
 */
final class FeatureSql {

  private static final int DECIMALS_DEGREES = 9;
  private static final int DECIMALS_METRES = 4;
  private static final int STEPS_PER_EDGE = 16;

  private final Layer layer;
  private final Map<String, Object> values = new HashMap<>();

  FeatureSql(Layer layer) {
    this.layer = layer;
  }

  /** What {@link #condition} and {@link #after} bound. */
  Map<String, Object> values() {
    return values;
  }

  String view() {
    return layer.relation(false);
  }

  /** The key in the one order in which features are paged; texts by their code points. */
  String key() {
    return layer.keyType() == FieldType.INTEGER
        ? quoted(layer.key())
        : quoted(layer.key()) + "::text collate \"C\"";
  }

  /** The GeoJSON text of a feature, its coordinates as the protocol writes them in that CRS. */
  String feature(Crs crs, boolean withGeometry) {
    StringBuilder sql = new StringBuilder("'{\"type\":\"Feature\",\"id\":' || ");
    sql.append("to_json(").append(quoted(layer.key())).append(")::text");
    sql.append(" || ',\"geometry\":' || ");
    sql.append(withGeometry ? "coalesce(" + geometry(crs) + ", 'null')" : "'null'");
    String before = " || ',\"properties\":{\"";
    for (Field field : layer.fields()) {
      sql.append(before).append(field.name()).append("\":' || ");
      sql.append("coalesce(").append(json(field)).append(", 'null')");
      before = " || ',\"";
    }
    return sql.append(" || '}}'").toString();
  }

  private String geometry(Crs crs) {
    Layer.Geometry geometry = layer.geometry();
    String shape = quoted(geometry.column());
    if (crs == Crs.EPSG_3857) {
      shape = quoted(geometry.column3857());
    } else if (crs.srid() != geometry.storageCrs()) {
      shape = "st_transform(" + shape + ", " + crs.srid() + ")";
    }
    shape = "st_forcepolygonccw(" + shape + ")";
    if (AxisOrder.OGC_API_WITH_CRS.swaps(crs)) {
      shape = "st_flipcoordinates(" + shape + ")";
    }
    int decimals = crs.unit() == Crs.Unit.DEGREE ? DECIMALS_DEGREES : DECIMALS_METRES;
    return "st_asgeojson(" + shape + ", " + decimals + ", 0)";
  }

  private static String json(Field field) {
    String column = quoted(field.name());
    return switch (field.type()) {
      case INTEGER, BOOLEAN -> column + "::text";
      // JSON knows neither NaN nor infinity
      case NUMBER ->
          "case when "
              + column
              + "::float8 between -1e308 and 1e308 then "
              + column
              + "::float8::text end";
      case STRING, DATE -> "to_json(" + column + ")::text";
    };
  }

  /** The condition on a feature; every feature has it when nothing was asked. */
  String condition(ItemsQuery query) {
    List<String> all = new ArrayList<>();
    all.add("true");
    if (!query.boxes().isEmpty()) {
      List<String> any = new ArrayList<>();
      any.add("false");
      query.boxes().forEach(box -> touching(box, any));
      all.add("(" + String.join(" or ", any) + ")");
    }
    Layer.Period time = layer.time();
    Interval during = query.during();
    if (time != null && during != null) {
      String from = quoted(time.from());
      if (during.last() != null) {
        all.add("(" + from + " is null or " + from + " <= " + bound(during.last()) + ")");
      }
      if (during.first() != null && time.until() != null) {
        String until = quoted(time.until());
        all.add("(" + until + " is null or " + until + " > " + bound(during.first()) + ")");
      }
    }
    for (ItemsQuery.Equality filter : query.filters()) {
      String column = quoted(filter.field().name());
      boolean text = filter.field().type() == FieldType.STRING;
      all.add(column + (text ? "::text = " : " = ") + bound(filter.value()));
    }
    return String.join(" and ", all);
  }

  /** The condition of standing behind the page before. */
  String after(ItemsQuery query) {
    Cursor cursor = query.after();
    if (cursor == null) {
      return "true";
    }
    Object after =
        layer.keyType() == FieldType.INTEGER ? Long.valueOf(cursor.after()) : cursor.after();
    return key() + " > " + bound(after);
  }

  /**
   * The question is brought to the stored shapes, not the shapes to the question. An edge that is
   * straight in the asker's system is followed in steps. Systems other than Web Mercator are taken
   * at their word within the frame of Vietnam only: far outside they have no meaning.
   */
  private void touching(BBox box, List<String> any) {
    Crs crs = box.crs();
    int storage = layer.geometry().storageCrs();
    if (crs.srid() == storage) {
      any.add(touching(envelope(box)));
      return;
    }
    BBox frame = (crs == Crs.EPSG_3857 ? crs.areaOfUse() : BBox.VIETNAM).transform(crs);
    if (!box.intersects(frame)) {
      return;
    }
    BBox inside = common(box, frame);
    double step = Math.max(Math.max(inside.width(), inside.height()) / STEPS_PER_EDGE, 1e-6);
    String outline = "st_segmentize(" + envelope(inside) + ", " + bound(step) + ")";
    any.add(touching("st_transform(" + outline + ", " + storage + ")"));
  }

  private static BBox common(BBox a, BBox b) {
    return new BBox(
        a.crs(),
        Math.max(a.minX(), b.minX()),
        Math.max(a.minY(), b.minY()),
        Math.min(a.maxX(), b.maxX()),
        Math.min(a.maxY(), b.maxY()));
  }

  private String touching(String area) {
    return "st_intersects(" + quoted(layer.geometry().column()) + ", " + area + ")";
  }

  private String envelope(BBox box) {
    boolean flat = box.width() == 0 || box.height() == 0;
    // a polygon without area touches nothing; an envelope of two points may be a line or a point
    String form =
        flat
            ? "st_envelope(st_setsrid(st_makeline(st_point(%s, %s), st_point(%s, %s)), %d))"
            : "st_makeenvelope(%s, %s, %s, %s, %d)";
    return form.formatted(
        bound(box.minX()),
        bound(box.minY()),
        bound(box.maxX()),
        bound(box.maxY()),
        box.crs().srid());
  }

  private String bound(Object value) {
    String name = "p" + values.size();
    values.put(name, value);
    return ":" + name;
  }

  private static String quoted(String identifier) {
    return "\"" + identifier + "\"";
  }
}
