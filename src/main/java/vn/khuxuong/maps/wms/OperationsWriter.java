package vn.khuxuong.maps.wms;

import java.util.List;
import vn.khuxuong.maps.picture.PictureFormat;
import vn.khuxuong.maps.style.SldWriter;
import vn.khuxuong.maps.xml.XmlWriter;

/**
 * Writes which operations there are, in which formats they answer and how they refuse. Those of OGC
 * 05-078r4 stand among the others in 1.1.1 and in the SLD extension in 1.3.0; GetStyles, which no
 * extension of 1.3.0 has, stands in one of our own.
 */
final class OperationsWriter {
  /** Namespace of our own extension of 1.3.0. */
  static final String EXTENSION = "urn:khuxuong:wms";

  /** Where its schema is, below the root of the service. */
  static final String EXTENSION_SCHEMA = "/schemas/wms-khuxuong.xsd";

  private final XmlWriter xml;
  private final WmsVersion version;
  private final String url;

  OperationsWriter(XmlWriter xml, WmsVersion version, String url) {
    this.xml = xml;
    this.version = version;
    this.url = url;
  }

  void write() {
    boolean old = version == WmsVersion.V1_1_1;
    xml.open("Request");
    operation("GetCapabilities", List.of(version.capabilitiesType()));
    operation("GetMap", WmsFormats.MAP.stream().map(PictureFormat::mediaType).toList());
    operation("GetFeatureInfo", WmsFormats.INFO);
    operation(old ? "DescribeLayer" : "sld:DescribeLayer", List.of(version.capabilitiesType()));
    operation(old ? "GetLegendGraphic" : "sld:GetLegendGraphic", WmsFormats.LEGEND);
    operation(old ? "GetStyles" : "khu:GetStyles", List.of(SldWriter.MEDIA_TYPE));
    xml.close();
    xml.open("Exception");
    WmsFormats.exceptions(version).forEach(format -> xml.element("Format", format));
    xml.close();
    xml.empty(
        old ? "UserDefinedSymbolization" : "sld:UserDefinedSymbolization",
        "SupportSLD",
        "0",
        "UserLayer",
        "0",
        "UserStyle",
        "0",
        "RemoteWFS",
        "0");
  }

  private void operation(String name, List<String> formats) {
    xml.open(name);
    formats.forEach(format -> xml.element("Format", format));
    xml.open("DCPType").open("HTTP").open("Get");
    LayerTreeWriter.online(xml, version, url + "?");
    xml.close().close().close().close();
  }
}
