package vn.khuxuong.maps.wms;

import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.khuxuong.maps.gml.GmlFeatures;
import vn.khuxuong.maps.layer.Layer;
import vn.khuxuong.maps.xml.XmlWriter;

/**
 * Tells which feature types of which service are behind layers: in the form of OGC 02-070 for
 * 1.1.1, in that of OGC 05-078r4 for 1.3.0.
 */
@Component
class DescribeLayer {
  private static final String OLD_TYPE =
      "http://schemas.opengis.net/wms/1.1.1/WMS_DescribeLayerResponse.dtd";

  private final RequestedLayers layers;

  DescribeLayer(RequestedLayers layers) {
    this.layers = layers;
  }

  /**
   * The document.
   *
   * @param root of the service's addresses
   */
  byte[] document(Parameters parameters, WmsVersion version, Set<String> roles, String root) {
    RequestReader.refuseForeign(parameters);
    List<Layer> described =
        layers.read(parameters, "LAYERS", roles).stream()
            .flatMap(named -> named.layers().stream())
            .map(RequestedLayer::layer)
            .toList();
    String wfs = root + "/wfs?";
    XmlWriter xml = new XmlWriter();
    if (version == WmsVersion.V1_1_1) {
      xml.doctype("WMS_DescribeLayerResponse", OLD_TYPE).open("WMS_DescribeLayerResponse");
      xml.attribute("version", "1.1.1");
      for (Layer layer : described) {
        xml.open("LayerDescription").attribute("name", layer.id()).attribute("wfs", wfs);
        xml.attribute("owsType", "WFS").attribute("owsURL", wfs);
        xml.empty("Query", "typeName", GmlFeatures.typeName(layer)).close();
      }
      return xml.bytes();
    }
    xml.open("sld:DescribeLayerResponse")
        .namespace("sld", "http://www.opengis.net/sld")
        .namespace("se", "http://www.opengis.net/se")
        .namespace("khu", GmlFeatures.NAMESPACE)
        .namespace("xlink", LayerTreeWriter.XLINK)
        .namespace("xsi", "http://www.w3.org/2001/XMLSchema-instance")
        .attribute(
            "xsi:schemaLocation",
            "http://www.opengis.net/sld http://schemas.opengis.net/sld/1.1.0/DescribeLayer.xsd");
    xml.element("sld:Version", "1.1.0");
    for (Layer layer : described) {
      xml.open("sld:LayerDescription").element("sld:owsType", "wfs");
      xml.empty("se:OnlineResource", "xlink:type", "simple", "xlink:href", wfs);
      xml.open("sld:TypeName").element("se:FeatureTypeName", GmlFeatures.typeName(layer));
      xml.close().close();
    }
    return xml.bytes();
  }
}
