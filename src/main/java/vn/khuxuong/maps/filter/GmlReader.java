package vn.khuxuong.maps.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import vn.khuxuong.geo.AxisOrder;
import vn.khuxuong.geo.Crs;
import vn.khuxuong.geo.GeoRefusal;

/**
 * Shapes and times of GML 3.2 and 3.1 within a filter. Shapes become GeoJSON first, so that they
 * pass the same checks. Curves are not known.
 */
final class GmlReader {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /** Elements that hold a whole shape, and what they are in GeoJSON. */
  private static final Map<String, String> SHAPES =
      Map.ofEntries(
          Map.entry("Point", "Point"),
          Map.entry("LineString", "LineString"),
          Map.entry("Curve", "LineString"),
          Map.entry("Polygon", "Polygon"),
          Map.entry("Surface", "Polygon"),
          Map.entry("MultiPoint", "MultiPoint"),
          Map.entry("MultiCurve", "MultiLineString"),
          Map.entry("MultiLineString", "MultiLineString"),
          Map.entry("MultiSurface", "MultiPolygon"),
          Map.entry("MultiPolygon", "MultiPolygon"),
          Map.entry("Envelope", "Envelope"));

  /** Elements that only hold others. */
  private static final Set<String> WRAPPERS =
      Set.of(
          "segments",
          "patches",
          "pointMember",
          "pointMembers",
          "curveMember",
          "curveMembers",
          "lineStringMember",
          "surfaceMember",
          "surfaceMembers",
          "polygonMember",
          "exterior",
          "interior",
          "outerBoundaryIs",
          "innerBoundaryIs");

  private final XMLStreamReader xml;
  private final Terms terms;
  private final Shapes shapes;

  GmlReader(XMLStreamReader xml, Terms terms, Shapes shapes) {
    this.xml = xml;
    this.terms = terms;
    this.shapes = shapes;
  }

  static boolean isShape(String name) {
    return SHAPES.containsKey(name);
  }

  /** From the start of a shape to its end. */
  Shape.Given shape() throws XMLStreamException {
    String element = xml.getLocalName();
    String kind = SHAPES.get(element);
    Shapes system = system(xml.getAttributeValue(null, "srsName"));
    List<ArrayNode> parts = parts(dimension(2));
    if (kind == null || parts.isEmpty()) {
      throw new FilterRefusal("Hình GML rỗng.", "The GML shape is empty.");
    }
    if (kind.equals("Envelope")) {
      List<Double> numbers = new ArrayList<>();
      parts.forEach(corner -> corner.forEach(n -> numbers.add(n.doubleValue())));
      return system.box(numbers, -1);
    }
    boolean single = kind.equals("Point") || kind.equals("LineString") || kind.equals("Polygon");
    if (single && parts.size() > 1) {
      throw new FilterRefusal(element + " phải liền một mảnh.", element + " must be of one piece.");
    }
    ObjectNode geoJson = JSON.objectNode();
    geoJson.put("type", kind);
    if (single) {
      geoJson.set("coordinates", parts.get(0));
    } else {
      ArrayNode coordinates = geoJson.putArray("coordinates");
      parts.forEach(coordinates::add);
    }
    return system.geoJson(geoJson);
  }

  private Shapes system(@Nullable String srsName) {
    if (srsName == null) {
      return shapes;
    }
    try {
      boolean registry = srsName.startsWith("urn:") || srsName.contains("/def/crs/");
      return shapes.in(Crs.parse(srsName), registry ? AxisOrder.GML_URN : AxisOrder.GML_SHORT);
    } catch (GeoRefusal refusal) {
      throw Shapes.of(refusal, -1);
    }
  }

  private int dimension(int above) {
    String text = xml.getAttributeValue(null, "srsDimension");
    return text == null ? above : text.equals("3") ? 3 : 2;
  }

  /**
   * The simple shapes within the element that begins here, as GeoJSON coordinates: a position for a
   * point or a corner, a list for a line, a list of rings for an area.
   */
  private List<ArrayNode> parts(int dimension) throws XMLStreamException {
    terms.enter(-1);
    String name = xml.getLocalName();
    int own = dimension(dimension);
    List<ArrayNode> parts = new ArrayList<>();
    switch (name) {
      case "Point", "LineString", "LineStringSegment", "LinearRing" -> {
        ArrayNode positions = positions(own);
        if (!positions.isEmpty()) {
          parts.add(name.equals("Point") ? (ArrayNode) positions.get(0) : positions);
        }
      }
      case "Polygon", "PolygonPatch" -> {
        ArrayNode rings = JSON.arrayNode();
        while (xml.nextTag() == XMLStreamReader.START_ELEMENT) {
          parts(own).forEach(rings::add);
        }
        parts.add(rings);
      }
      case "lowerCorner", "upperCorner" -> parts.add(numbers(xml.getElementText()));
      default -> {
        if (!WRAPPERS.contains(name) && !SHAPES.containsKey(name)) {
          throw new FilterRefusal(
              "Không hiểu thành phần GML “" + FilterRefusal.shown(name) + "”.",
              "GML element “" + FilterRefusal.shown(name) + "” is not understood.");
        }
        while (xml.nextTag() == XMLStreamReader.START_ELEMENT) {
          parts.addAll(parts(own));
        }
      }
    }
    terms.leave();
    return parts;
  }

  /** From pos, posList or GML 2's coordinates. */
  private ArrayNode positions(int dimension) throws XMLStreamException {
    ArrayNode positions = JSON.arrayNode();
    while (xml.nextTag() == XMLStreamReader.START_ELEMENT) {
      int own = dimension(dimension);
      switch (xml.getLocalName()) {
        case "pos" -> positions.add(numbers(xml.getElementText()));
        case "posList" -> {
          ArrayNode flat = numbers(xml.getElementText());
          for (int i = 0; i + own <= flat.size(); i += own) {
            positions.add(JSON.arrayNode().add(flat.get(i)).add(flat.get(i + 1)));
          }
        }
        case "coordinates" -> {
          for (String pair : xml.getElementText().strip().split("\\s+")) {
            positions.add(numbers(pair.replace(',', ' ')));
          }
        }
        default ->
            throw new FilterRefusal("Hình GML không đúng dạng.", "The GML shape is malformed.");
      }
      if (positions.size() > Limits.COORDINATES) {
        throw new FilterRefusal(
            "Hình có quá nhiều đỉnh; tối đa " + Limits.COORDINATES + ".",
            "The shape has too many vertices; the limit is " + Limits.COORDINATES + ".");
      }
    }
    return positions;
  }

  private static ArrayNode numbers(String text) {
    ArrayNode numbers = JSON.arrayNode();
    for (String number : text.strip().split("\\s+")) {
      if (!number.matches("[+-]?[0-9]{0,30}(\\.[0-9]{0,60})?([eE][+-]?[0-9]{1,3})?")
          || !number.matches(".*[0-9].*")
          || numbers.size() > 3 * Limits.COORDINATES) {
        throw new FilterRefusal(
            "Tọa độ GML không phải là số.", "A GML coordinate is not a number.");
      }
      numbers.add(Double.parseDouble(number));
    }
    return numbers;
  }

  /** From the start of a time instant to its end. */
  Term instant() throws XMLStreamException {
    Term day = null;
    while (xml.nextTag() == XMLStreamReader.START_ELEMENT) {
      day = terms.day(xml.getElementText().strip(), -1);
    }
    if (day == null) {
      throw noTime();
    }
    return day;
  }

  /** From the start of a time period to its end. */
  Term period() throws XMLStreamException {
    List<TimeSpan.Bound> ends = new ArrayList<>();
    while (xml.nextTag() == XMLStreamReader.START_ELEMENT) {
      switch (xml.getLocalName()) {
        case "beginPosition", "endPosition" -> {
          boolean open = xml.getAttributeValue(null, "indeterminatePosition") != null;
          String text = xml.getElementText().strip();
          boolean unknown = open && text.isEmpty();
          ends.add(unknown ? new TimeSpan.Open() : Terms.bound(terms.day(text, -1), -1));
        }
        case "begin", "end" -> {
          xml.nextTag();
          ends.add(Terms.bound(instant(), -1));
          xml.nextTag();
        }
        default -> throw noTime();
      }
    }
    if (ends.size() != 2) {
      throw noTime();
    }
    return terms.interval(ends.get(0), ends.get(1), -1);
  }

  private static FilterRefusal noTime() {
    return new FilterRefusal("Thời gian GML không đúng dạng.", "The GML time is malformed.");
  }
}
