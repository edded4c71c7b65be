package vn.khuxuong.maps.gml;

import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import vn.khuxuong.geo.AxisOrder;
import vn.khuxuong.geo.Crs;
import vn.khuxuong.maps.xml.XmlWriter;

/**
 * Writes shapes as GML. They are taken in as x, y of a CRS and written with the axes in the order
 * that the name of the CRS demands: degrees with 9 decimals, metres with 4.
 */
public final class GmlShapes {
  private static final long DEGREES = 1_000_000_000;
  private static final long METRES = 10_000;

  private final XmlWriter xml;
  private final GmlVersion version;
  private final Crs crs;
  private final String srsName;
  private final boolean swaps;

  /**
   * @param srsName how the CRS is called in the document
   * @param order the order of axes that this name stands for
   */
  public GmlShapes(XmlWriter xml, GmlVersion version, Crs crs, String srsName, AxisOrder order) {
    this.xml = xml;
    this.version = version;
    this.crs = crs;
    this.srsName = srsName;
    this.swaps = order.swaps(crs);
  }

  /**
   * A shape, its outermost element named by its kind.
   *
   * @param id unique in the document, an XML name; written from GML 3.2 on
   */
  public void write(Geometry shape, String id) {
    shape(shape, id, true);
  }

  private void shape(Geometry shape, String id, boolean outermost) {
    if (shape instanceof Point point) {
      open("gml:Point", id, outermost);
      coordinates("gml:pos", point.getCoordinateSequence());
      xml.close();
    } else if (shape instanceof LineString line) {
      open("gml:LineString", id, outermost);
      coordinates("gml:posList", line.getCoordinateSequence());
      xml.close();
    } else if (shape instanceof Polygon polygon) {
      polygon(polygon, id, outermost);
    } else {
      collection(shape, id, outermost);
    }
  }

  private void polygon(Polygon polygon, String id, boolean outermost) {
    boolean two = version == GmlVersion.V2;
    open("gml:Polygon", id, outermost);
    ring(two ? "gml:outerBoundaryIs" : "gml:exterior", polygon.getExteriorRing());
    for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
      ring(two ? "gml:innerBoundaryIs" : "gml:interior", polygon.getInteriorRingN(i));
    }
    xml.close();
  }

  private void ring(String role, LineString ring) {
    xml.open(role).open("gml:LinearRing");
    coordinates("gml:posList", ring.getCoordinateSequence());
    xml.close().close();
  }

  private void collection(Geometry shape, String id, boolean outermost) {
    boolean two = version == GmlVersion.V2;
    String name;
    String member;
    switch (shape.getGeometryType()) {
      case Geometry.TYPENAME_MULTIPOLYGON -> {
        name = two ? "gml:MultiPolygon" : "gml:MultiSurface";
        member = two ? "gml:polygonMember" : "gml:surfaceMember";
      }
      case Geometry.TYPENAME_MULTILINESTRING -> {
        name = two ? "gml:MultiLineString" : "gml:MultiCurve";
        member = two ? "gml:lineStringMember" : "gml:curveMember";
      }
      case Geometry.TYPENAME_MULTIPOINT -> {
        name = "gml:MultiPoint";
        member = "gml:pointMember";
      }
      default -> {
        name = "gml:MultiGeometry";
        member = "gml:geometryMember";
      }
    }
    open(name, id, outermost);
    for (int i = 0; i < shape.getNumGeometries(); i++) {
      xml.open(member);
      shape(shape.getGeometryN(i), id + "." + (i + 1), false);
      xml.close();
    }
    xml.close();
  }

  private void open(String name, String id, boolean outermost) {
    xml.open(name);
    if (version == GmlVersion.V3_2) {
      xml.attribute("gml:id", id);
    }
    if (outermost) {
      xml.attribute("srsName", srsName);
      if (version != GmlVersion.V2) {
        xml.attribute("srsDimension", "2");
      }
    }
  }

  private void coordinates(String name, CoordinateSequence points) {
    boolean two = version == GmlVersion.V2;
    StringBuilder text = new StringBuilder(points.size() * 24);
    for (int i = 0; i < points.size(); i++) {
      double first = swaps ? points.getY(i) : points.getX(i);
      double second = swaps ? points.getX(i) : points.getY(i);
      text.append(i == 0 ? "" : " ").append(number(first)).append(two ? ',' : ' ');
      text.append(number(second));
    }
    xml.element(two ? "gml:coordinates" : name, text.toString());
  }

  /** An ordinate with the decimals its unit deserves, without needless noughts. */
  private String number(double value) {
    long scale = crs.isGeographic() ? DEGREES : METRES;
    long rounded = Math.round(value * scale);
    long whole = Math.abs(rounded) / scale;
    long part = Math.abs(rounded) % scale;
    String sign = rounded < 0 ? "-" : "";
    if (part == 0) {
      return sign + whole;
    }
    String decimals = String.valueOf(scale + part).substring(1);
    int end = decimals.length();
    while (decimals.charAt(end - 1) == '0') {
      end--;
    }
    return sign + whole + "." + decimals.substring(0, end);
  }
}
