package vn.khuxuong.maps.gml;

import java.util.List;
import vn.khuxuong.maps.layer.Field;
import vn.khuxuong.maps.layer.Layer;
import vn.khuxuong.maps.xml.XmlWriter;
import vn.khuxuong.platform.web.Language;

/** Writes the XML Schema of the features of layers. */
public final class GmlSchema {
  private GmlSchema() {}

  /**
   * The schema, by itself but for GML's.
   *
   * @param layers with the fields that the reader may see
   */
  public static byte[] write(List<Layer> layers, GmlVersion version, Language language) {
    XmlWriter xml = new XmlWriter();
    xml.open("xs:schema")
        .namespace("xs", "http://www.w3.org/2001/XMLSchema")
        .namespace("gml", version.namespace())
        .namespace("khu", GmlFeatures.NAMESPACE)
        .attribute("targetNamespace", GmlFeatures.NAMESPACE)
        .attribute("elementFormDefault", "qualified")
        .attribute("version", "1.0");
    xml.empty("xs:import", "namespace", version.namespace(), "schemaLocation", version.schema());
    for (Layer layer : layers) {
      type(xml, layer, version, language);
      xml.empty(
          "xs:element",
          "name",
          layer.id(),
          "type",
          GmlFeatures.typeName(layer) + "Type",
          "substitutionGroup",
          version == GmlVersion.V3_2 ? "gml:AbstractFeature" : "gml:_Feature");
    }
    xml.close();
    return xml.bytes();
  }

  private static void type(XmlWriter xml, Layer layer, GmlVersion version, Language language) {
    xml.open("xs:complexType").attribute("name", layer.id() + "Type");
    xml.open("xs:complexContent").open("xs:extension");
    xml.attribute("base", "gml:AbstractFeatureType").open("xs:sequence");
    for (Field field : layer.fields()) {
      xml.open("xs:element").attribute("name", field.name()).attribute("type", type(field));
      xml.attribute("minOccurs", "0");
      String unit = field.unit() == null ? "" : " (" + field.unit() + ")";
      xml.open("xs:annotation");
      xml.element(
          "xs:documentation", language.choose(field.title().vi(), field.title().en()) + unit);
      xml.close().close();
    }
    xml.empty(
        "xs:element",
        "name",
        GmlFeatures.shapeName(layer),
        "type",
        shape(layer, version),
        "minOccurs",
        "0");
    xml.close().close().close().close();
  }

  private static String type(Field field) {
    return switch (field.type()) {
      case STRING -> "xs:string";
      case INTEGER -> "xs:long";
      case NUMBER -> "xs:double";
      case BOOLEAN -> "xs:boolean";
      case DATE -> "xs:date";
    };
  }

  private static String shape(Layer layer, GmlVersion version) {
    boolean two = version == GmlVersion.V2;
    return switch (layer.geometry().type()) {
      case POINT -> "gml:PointPropertyType";
      case MULTI_POINT -> "gml:MultiPointPropertyType";
      case LINE_STRING -> two ? "gml:LineStringPropertyType" : "gml:CurvePropertyType";
      case MULTI_LINE_STRING ->
          two ? "gml:MultiLineStringPropertyType" : "gml:MultiCurvePropertyType";
      case POLYGON -> two ? "gml:PolygonPropertyType" : "gml:SurfacePropertyType";
      case MULTI_POLYGON -> two ? "gml:MultiPolygonPropertyType" : "gml:MultiSurfacePropertyType";
      case GEOMETRY -> "gml:GeometryPropertyType";
    };
  }
}
