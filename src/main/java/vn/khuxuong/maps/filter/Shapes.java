package vn.khuxuong.maps.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import tools.jackson.databind.JsonNode;
import vn.khuxuong.geo.AxisOrder;
import vn.khuxuong.geo.BBox;
import vn.khuxuong.geo.Crs;
import vn.khuxuong.geo.GeoJson;
import vn.khuxuong.geo.GeoRefusal;
import vn.khuxuong.geo.ShapeRules;
import vn.khuxuong.geo.Wkt;

/**
 * The shapes one filter gives, counted together. They come in one CRS and axis order and leave as
 * x, y, valid and bounded.
 */
final class Shapes {

  /** Words that begin well-known text. */
  static final Set<String> KINDS =
      Set.of(
          "POINT",
          "LINESTRING",
          "POLYGON",
          "MULTIPOINT",
          "MULTILINESTRING",
          "MULTIPOLYGON",
          "GEOMETRYCOLLECTION");

  private static final int DEEPEST = 6;

  private final Crs crs;
  private final AxisOrder order;
  private final AtomicInteger coordinates;

  Shapes(Crs crs, AxisOrder order) {
    this(crs, order, new AtomicInteger());
  }

  private Shapes(Crs crs, AxisOrder order, AtomicInteger coordinates) {
    this.crs = crs;
    this.order = order;
    this.coordinates = coordinates;
  }

  /** For shapes of the same filter that name a CRS of their own. */
  Shapes in(Crs other, AxisOrder itsOrder) {
    return new Shapes(other, itsOrder, coordinates);
  }

  /** Well-known text, x and y in the protocol's order. */
  Shape.Given wkt(String text, int at) {
    refuseDeep(text, at);
    String upper = text.strip().toUpperCase(Locale.ROOT);
    if (!upper.startsWith("GEOMETRYCOLLECTION")) {
      return given(parsed(text, at), at);
    }
    List<Geometry> members = new ArrayList<>();
    for (String member : members(text, at)) {
      if (member.strip().toUpperCase(Locale.ROOT).startsWith("GEOMETRYCOLLECTION")) {
        throw nestedCollections(at);
      }
      members.add(parsed(member, at));
    }
    return given(collection(members), at);
  }

  private Geometry parsed(String wkt, int at) {
    try {
      return counted(Wkt.read(wkt, rules()));
    } catch (GeoRefusal refusal) {
      throw of(refusal, at);
    }
  }

  /** What stands between the outer parentheses, cut at the commas outside inner ones. */
  private static List<String> members(String text, int at) {
    int open = text.indexOf('(');
    int close = text.lastIndexOf(')');
    if (open < 0 || close < open) {
      throw new FilterRefusal("Hình rỗng.", "The shape is empty.", at);
    }
    List<String> members = new ArrayList<>();
    int depth = 0;
    int start = open + 1;
    for (int i = start; i < close; i++) {
      char c = text.charAt(i);
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      if (c == ',' && depth == 0) {
        members.add(text.substring(start, i));
        start = i + 1;
      }
    }
    members.add(text.substring(start, close));
    return members;
  }

  private static void refuseDeep(String text, int at) {
    int depth = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      if (depth > DEEPEST) {
        throw new FilterRefusal(
            "Hình có quá nhiều dấu ngoặc lồng nhau.", "The shape has too many parentheses.", at);
      }
    }
  }

  /** A GeoJSON geometry, its coordinates in the protocol's order. */
  Shape.Given geoJson(JsonNode json) {
    boolean collection = json.path("type").asString("").equals("GeometryCollection");
    List<Geometry> members = new ArrayList<>();
    if (!collection) {
      return given(parsed(json), -1);
    }
    for (JsonNode member : json.path("geometries")) {
      members.add(parsed(member));
    }
    return given(collection(members), -1);
  }

  private Geometry parsed(JsonNode json) {
    try {
      return counted(GeoJson.readGeometry(json, rules()));
    } catch (GeoRefusal refusal) {
      throw of(refusal, -1);
    }
  }

  private ShapeRules rules() {
    return ShapeRules.vietnam(crs).anywhere().atMost(Limits.COORDINATES - coordinates.get());
  }

  private Geometry counted(Geometry geometry) {
    coordinates.addAndGet(geometry.getNumPoints());
    return geometry;
  }

  private Geometry collection(List<Geometry> members) {
    if (members.isEmpty()) {
      throw new FilterRefusal("Hình rỗng.", "The shape is empty.");
    }
    return crs.geometryFactory().createGeometryCollection(members.toArray(Geometry[]::new));
  }

  /** A geometry made elsewhere, its coordinates in the protocol's order, valid. */
  Shape.Given given(Geometry protocol, int at) {
    Geometry geometry = order.arrange(crs, protocol);
    try {
      BBox box = BBox.of(crs, geometry.getEnvelopeInternal());
      BBox frame = frame();
      if (!frame.envelope().contains(box.envelope())) {
        throw new FilterRefusal(
            "Hình trong bộ lọc ra ngoài vùng của hệ tọa độ "
                + crs.code()
                + ". Hãy kiểm tra thứ tự trục và filter-crs.",
            "A shape of the filter leaves the area of "
                + crs.code()
                + ". Check its axis order and filter-crs.",
            at);
      }
    } catch (GeoRefusal refusal) {
      throw of(refusal, at);
    }
    return new Shape.Given(geometry.norm(), plain(crs));
  }

  /**
   * A box of four or six numbers in the protocol's order. Beyond the area of its CRS it is cut off;
   * west beyond east it spans the antimeridian.
   */
  Shape.Given box(List<Double> numbers, int at) {
    try {
      String text = String.join(",", numbers.stream().map(String::valueOf).toList());
      return boxes(BBox.parseOgcApi(text, crs, order));
    } catch (GeoRefusal refusal) {
      throw of(refusal, at);
    }
  }

  /** The boxes as one shape, which is empty when all lie outside the area of their CRS. */
  Shape.Given boxes(List<BBox> boxes) {
    List<Geometry> parts = new ArrayList<>();
    BBox frame = frame();
    for (BBox box : boxes) {
      if (box.intersects(frame)) {
        parts.add(
            area(
                Math.max(box.minX(), frame.minX()),
                Math.max(box.minY(), frame.minY()),
                Math.min(box.maxX(), frame.maxX()),
                Math.min(box.maxY(), frame.maxY())));
      }
    }
    GeometryFactory factory = crs.geometryFactory();
    Geometry shape = parts.isEmpty() ? factory.createPolygon() : factory.buildGeometry(parts);
    return new Shape.Given(shape.norm(), plain(crs));
  }

  /** A polygon; a line or a point where the box is flat. */
  private Geometry area(double minX, double minY, double maxX, double maxY) {
    if (minX < maxX && minY < maxY) {
      return new BBox(crs, minX, minY, maxX, maxY).toPolygon();
    }
    Coordinate a = new Coordinate(minX, minY);
    Coordinate b = new Coordinate(maxX, maxY);
    return a.equals2D(b)
        ? crs.geometryFactory().createPoint(a)
        : crs.geometryFactory().createLineString(new Coordinate[] {a, b});
  }

  /** Far outside it, coordinates of the system have no meaning. */
  private BBox frame() {
    if (crs.srid() == Crs.CRS84.srid()) {
      return Crs.CRS84.areaOfUse().transform(crs);
    }
    return (crs == Crs.EPSG_3857 ? crs.areaOfUse() : BBox.VIETNAM).transform(crs);
  }

  /** Inside, coordinates are x, y whatever the axis order was. */
  private static Crs plain(Crs crs) {
    return crs == Crs.EPSG_4326 ? Crs.CRS84 : crs;
  }

  static FilterRefusal of(GeoRefusal refusal, int at) {
    return new FilterRefusal(refusal.vi(), refusal.en(), at);
  }

  private static FilterRefusal nestedCollections(int at) {
    return new FilterRefusal(
        "GEOMETRYCOLLECTION không được lồng nhau.",
        "A GEOMETRYCOLLECTION must not hold another.",
        at);
  }
}
