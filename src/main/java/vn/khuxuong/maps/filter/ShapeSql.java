package vn.khuxuong.maps.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import vn.khuxuong.geo.BBox;
import vn.khuxuong.geo.CoordinateOperation;
import vn.khuxuong.geo.Crs;
import vn.khuxuong.geo.Wkb;
import vn.khuxuong.maps.layer.Layer;

/** Spatial conditions: the filter's shapes are brought to the stored ones, not the other way. */
final class ShapeSql {

  /** Shorter edges are as good as straight in every system: the bend is below a millimetre. */
  private static final double SHORT_EDGE_M = 500;

  private static final double SHORT_EDGE_DEGREES = 0.005;
  private static final int MOST_STEPS = 2_000;

  /** Single precision is off by 1.5e-5 degrees at most, and by 2 m. */
  private static final double MARGIN_DEGREES = 5e-5;

  private static final double MARGIN_M = 10;
  private static final int SAMPLES = 16;

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
    for (Member a : members(left)) {
      for (Member b : members(right)) {
        pairs.add(a.shape == null ? touching(b) : b.shape == null ? touching(a) : touching(a, b));
      }
    }
    return pairs.size() == 1 ? pairs.get(0) : "(" + String.join(" or ", pairs) + ")";
  }

  /**
   * One member of a collection, or a shape that is none.
   *
   * @param shape null for the feature's own
   */
  private record Member(@Nullable Geometry shape, Crs crs) {}

  private List<Member> members(Shape shape) {
    if (!(shape instanceof Shape.Given given)) {
      return List.of(new Member(null, Crs.CRS84));
    }
    if (!isCollection(given.geometry())) {
      return List.of(new Member(given.geometry(), given.crs()));
    }
    List<Member> members = new ArrayList<>();
    for (int i = 0; i < given.geometry().getNumGeometries(); i++) {
      members.add(new Member(given.geometry().getGeometryN(i), given.crs()));
    }
    return members;
  }

  private String touching(Member a, Member b) {
    return "st_intersects(" + sql(a) + ", " + sql(b) + ")";
  }

  /**
   * Whether the feature touches a shape. Most features that touch a box lie within it whole, which
   * their boxes tell: {@code @} compares those and costs a tenth of {@code st_intersects}. It
   * compares them in single precision, so the box is taken smaller by more than that can be wrong.
   */
  private String touching(Member given) {
    Geometry shape = given.shape;
    if (shape == null) {
      return "st_intersects(" + own() + ", " + own() + ")";
    }
    String area = sql(given);
    BBox core = shape.isRectangle() ? core(shape, given.crs) : null;
    if (core == null) {
      return "st_intersects(" + own() + ", " + area + ")";
    }
    String inside =
        "st_makeenvelope(%s, %s, %s, %s, %d)"
            .formatted(
                bound.apply(core.minX()),
                bound.apply(core.minY()),
                bound.apply(core.maxX()),
                bound.apply(core.maxY()),
                core.crs().srid());
    return "(%1$s && %2$s and (%1$s @ %3$s or st_intersects(%1$s, %2$s)))"
        .formatted(own(), area, inside);
  }

  /** A box in the storage system that lies well within a box of another; null where none does. */
  private @Nullable BBox core(Geometry rectangle, Crs crs) {
    Crs storage = layer.geometry().storageCrs() == 4326 ? Crs.CRS84 : storageCrs();
    Envelope outer = rectangle.getEnvelopeInternal();
    CoordinateOperation operation = CoordinateOperation.between(crs, storage);
    double[] box = {
      Double.NEGATIVE_INFINITY,
      Double.NEGATIVE_INFINITY,
      Double.POSITIVE_INFINITY,
      Double.POSITIVE_INFINITY
    };
    for (int i = 0; i <= SAMPLES; i++) {
      double x = outer.getMinX() + outer.getWidth() * i / SAMPLES;
      double y = outer.getMinY() + outer.getHeight() * i / SAMPLES;
      double[] edges = {
        outer.getMinX(), y, x, outer.getMinY(), outer.getMaxX(), y, x, outer.getMaxY()
      };
      operation.apply(edges);
      box[0] = Math.max(box[0], edges[0]);
      box[1] = Math.max(box[1], edges[3]);
      box[2] = Math.min(box[2], edges[4]);
      box[3] = Math.min(box[3], edges[7]);
    }
    // the samples may miss how far an edge bends inwards between them, by less than the bend itself
    double bend =
        crs.srid() == storage.srid() ? 0 : Math.max(box[2] - box[0], box[3] - box[1]) / 200;
    double margin = bend + (storage.isGeographic() ? MARGIN_DEGREES : MARGIN_M);
    boolean fits = box[0] + margin < box[2] - margin && box[1] + margin < box[3] - margin;
    return fits
        ? new BBox(storage, box[0] + margin, box[1] + margin, box[2] - margin, box[3] - margin)
        : null;
  }

  private Crs storageCrs() {
    return Crs.ofEpsg(layer.geometry().storageCrs());
  }

  static boolean isCollection(Geometry geometry) {
    return geometry.getGeometryType().equals("GeometryCollection");
  }

  private String whole(Shape shape) {
    return shape instanceof Shape.Given given ? sql(given.geometry(), given.crs()) : own();
  }

  private String sql(Member member) {
    return member.shape == null ? own() : sql(member.shape, member.crs);
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
