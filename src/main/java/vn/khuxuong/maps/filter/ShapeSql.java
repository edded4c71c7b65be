package vn.khuxuong.maps.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.locationtech.jts.geom.Geometry;
import vn.khuxuong.geo.Crs;
import vn.khuxuong.geo.Wkb;
import vn.khuxuong.maps.layer.Layer;

/** Spatial conditions: the filter's shapes are brought to the stored ones, not the other way. */
final class ShapeSql {

  /** Shorter edges are as good as straight in every system: the bend is below a millimetre. */
  private static final double SHORT_EDGE_M = 500;

  private static final double SHORT_EDGE_DEGREES = 0.005;
  private static final int MOST_STEPS = 2_000;

  private final Layer layer;
  private final Function<Object, String> bound;

  ShapeSql(Layer layer, Function<Object, String> bound) {
    this.layer = layer;
    this.bound = bound;
  }

  String own() {
    return "\"" + layer.geometry().column() + "\"";
  }

  String sql(Filter.Spatial spatial) {
    SpatialRelation relation = spatial.relation();
    if (relation == SpatialRelation.DISJOINT) {
      return "(not " + any(spatial.left(), spatial.right()) + ")";
    }
    if (relation == SpatialRelation.INTERSECTS) {
      return any(spatial.left(), spatial.right());
    }
    return "st_"
        + relation.name().toLowerCase(Locale.ROOT)
        + "("
        + whole(spatial.left())
        + ", "
        + whole(spatial.right())
        + ")";
  }

  /** A collection intersects when one of its members does. */
  private String any(Shape left, Shape right) {
    List<String> pairs = new ArrayList<>();
    for (String a : members(left)) {
      for (String b : members(right)) {
        pairs.add("st_intersects(" + a + ", " + b + ")");
      }
    }
    return pairs.size() == 1 ? pairs.get(0) : "(" + String.join(" or ", pairs) + ")";
  }

  private List<String> members(Shape shape) {
    if (!(shape instanceof Shape.Given given) || !isCollection(given.geometry())) {
      return List.of(whole(shape));
    }
    List<String> members = new ArrayList<>();
    for (int i = 0; i < given.geometry().getNumGeometries(); i++) {
      members.add(sql(given.geometry().getGeometryN(i), given.crs()));
    }
    return members;
  }

  static boolean isCollection(Geometry geometry) {
    return geometry.getGeometryType().equals("GeometryCollection");
  }

  private String whole(Shape shape) {
    return shape instanceof Shape.Given given ? sql(given.geometry(), given.crs()) : own();
  }

  /** The shape in the storage system. An edge that is straight in its own is followed in steps. */
  private String sql(Geometry geometry, Crs crs) {
    String shape = "st_geomfromwkb(" + bound.apply(Wkb.write(geometry)) + ", " + crs.srid() + ")";
    int storage = layer.geometry().storageCrs();
    if (crs.srid() == storage) {
      return shape;
    }
    double shortEdge = crs.isGeographic() ? SHORT_EDGE_DEGREES : SHORT_EDGE_M;
    double step = Math.max(shortEdge, geometry.getLength() / MOST_STEPS);
    if (geometry.getLength() > shortEdge) {
      shape = "st_segmentize(" + shape + ", " + bound.apply(step) + "::float8)";
    }
    return "st_transform(" + shape + ", " + storage + ")";
  }
}
