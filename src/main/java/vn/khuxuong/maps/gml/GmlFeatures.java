package vn.khuxuong.maps.gml;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import vn.khuxuong.geo.AxisOrder;
import vn.khuxuong.geo.Crs;
import vn.khuxuong.maps.layer.Field;
import vn.khuxuong.maps.layer.Layer;
import vn.khuxuong.maps.xml.XmlWriter;

/** Writes features of a layer as GML: the fields in the order of the catalogue, then the shape. */
public final class GmlFeatures {
  /** Namespace of the elements that are features and their properties, prefix {@code khu}. */
  public static final String NAMESPACE = "urn:khuxuong:maps";

  private final XmlWriter xml;
  private final GmlVersion version;
  private final Layer layer;
  private final GmlShapes shapes;

  /**
   * @param layer with the fields to write; an absent value leaves its element out
   * @param crs of the shapes
   * @param srsName how the CRS is called in the document
   * @param order the order of axes that this name stands for
   */
  public GmlFeatures(
      XmlWriter xml, GmlVersion version, Layer layer, Crs crs, String srsName, AxisOrder order) {
    this.xml = xml;
    this.version = version;
    this.layer = layer;
    this.shapes = new GmlShapes(xml, version, crs, srsName, order);
  }

  /** The name of the layer's features as an element and feature type. */
  public static String typeName(Layer layer) {
    return "khu:" + layer.id();
  }

  /** The name of the property that holds the shape. */
  public static String shapeName(Layer layer) {
    String name = layer.geometry().column();
    return layer.field(name).isPresent() ? name + "_shape" : name;
  }

  /**
   * One feature as an element.
   *
   * @param key value of the layer's key
   * @param values by field
   * @param shape in the CRS, x, y; null for none
   */
  public void write(String key, Map<String, @Nullable Object> values, @Nullable Geometry shape) {
    open(key);
    writeInside(key, values, shape);
    xml.close();
  }

  /** The name of a feature, unique across layers. */
  public String id(String key) {
    return new FeatureId(layer.id(), key).text();
  }

  /** Opens the element of a feature with its name, for more attributes to follow. */
  public void open(String key) {
    xml.open(typeName(layer)).attribute(version == GmlVersion.V2 ? "fid" : "gml:id", id(key));
  }

  /** What is inside of the element that {@link #open} opened. */
  public void writeInside(
      String key, Map<String, @Nullable Object> values, @Nullable Geometry shape) {
    for (Field field : layer.fields()) {
      Object value = values.get(field.name());
      if (value != null) {
        xml.element("khu:" + field.name(), text(value));
      }
    }
    if (shape != null) {
      xml.open("khu:" + shapeName(layer));
      shapes.write(shape, id(key) + ".geom");
      xml.close();
    }
  }

  /** A value as XML Schema writes it. */
  public static String text(Object value) {
    if (value instanceof BigDecimal number) {
      return number.toPlainString();
    }
    if (value instanceof Double number && number.isInfinite()) {
      return number > 0 ? "INF" : "-INF";
    }
    return value.toString();
  }
}
