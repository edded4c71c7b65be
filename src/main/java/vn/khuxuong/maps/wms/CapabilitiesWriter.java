package vn.khuxuong.maps.wms;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.khuxuong.maps.draw.LegendDrawing;
import vn.khuxuong.maps.layer.Layer;
import vn.khuxuong.maps.layer.LayerExtents;
import vn.khuxuong.maps.layer.LayerGroups;
import vn.khuxuong.maps.xml.XmlWriter;
import vn.khuxuong.platform.web.Language;

/**
 * Writes the capabilities: for 1.3.0 by capabilities_1_3_0.xsd, for 1.1.1 by capabilities_1_1_1.dtd
 * (both of schemas.opengis.net), element by element in the order these prescribe.
 */
final class CapabilitiesWriter {
  private static final String WMS = "http://www.opengis.net/wms";
  private static final String SLD = "http://www.opengis.net/sld";

  private final XmlWriter xml = new XmlWriter();
  private final WmsVersion version;
  private final Language language;
  private final String url;

  private CapabilitiesWriter(WmsVersion version, Language language, String url) {
    this.version = version;
    this.language = language;
    this.url = url;
  }

  /**
   * A layer as the capabilities tell of it.
   *
   * @param extent where, when and on which storeys its features are
   * @param styles all ways to draw it, the default first
   */
  record Described(Layer layer, LayerExtents.Extent extent, List<DescribedStyle> styles) {
    Described {
      styles = List.copyOf(styles);
    }
  }

  /** A way to draw a layer, and how large its legend is. */
  record DescribedStyle(RequestedLayer drawn, LegendDrawing.Size legend) {}

  /**
   * Layers that stand together.
   *
   * @param group null for those that stand by themselves
   * @param layers the lowest first
   */
  record Branch(LayerGroups.@Nullable Group group, List<Described> layers) {
    Branch {
      layers = List.copyOf(layers);
    }
  }

  /**
   * The document.
   *
   * @param url of the service, without a query
   * @param branches the layers in their groups
   * @param today the civil day, for time without an end
   * @param updateSequence changes with the data
   */
  static byte[] write(
      WmsVersion version,
      Language language,
      String url,
      List<Branch> branches,
      LocalDate today,
      long updateSequence) {
    CapabilitiesWriter writer = new CapabilitiesWriter(version, language, url);
    writer.document(branches, today, updateSequence);
    return writer.xml.bytes();
  }

  private boolean old() {
    return version == WmsVersion.V1_1_1;
  }

  private String root() {
    return url.replaceFirst("/wms$", "");
  }

  private void document(List<Branch> branches, LocalDate today, long updateSequence) {
    if (old()) {
      xml.doctype(
              "WMT_MS_Capabilities", "http://schemas.opengis.net/wms/1.1.1/capabilities_1_1_1.dtd")
          .open("WMT_MS_Capabilities");
    } else {
      xml.open("WMS_Capabilities")
          .namespace("", WMS)
          .namespace("sld", SLD)
          .namespace("khu", OperationsWriter.EXTENSION)
          .namespace("xlink", LayerTreeWriter.XLINK)
          .namespace("xsi", "http://www.w3.org/2001/XMLSchema-instance")
          .attribute(
              "xsi:schemaLocation",
              String.join(
                  " ",
                  WMS,
                  "http://schemas.opengis.net/wms/1.3.0/capabilities_1_3_0.xsd",
                  SLD,
                  "http://schemas.opengis.net/sld/1.1.0/sld_capabilities.xsd",
                  OperationsWriter.EXTENSION,
                  root() + OperationsWriter.EXTENSION_SCHEMA));
    }
    xml.attribute("version", version.number())
        .attribute("updateSequence", String.valueOf(updateSequence));
    service();
    xml.open("Capability");
    new OperationsWriter(xml, version, url).write();
    new LayerTreeWriter(xml, version, language, url, today).write(branches);
    xml.close().close();
  }

  private void service() {
    xml.open("Service")
        .element("Name", old() ? "OGC:WMS" : "WMS")
        .element(
            "Title",
            language.choose(
                "Khuxuong: bản đồ khu công nghiệp Thành phố Hồ Chí Minh",
                "Khuxuong: industrial zones of Ho Chi Minh City"))
        .element(
            "Abstract",
            language.choose(
                    "Khu, phân khu, nhà xưởng cao tầng, tầng, khoang và mặt bằng trống. Lớp nào là"
                        + " sơ đồ hay minh họa thì mô tả của lớp nói rõ. Một yêu cầu bản đồ có"
                        + " nhiều nhất ",
                    "Zones, subzones, high-rise factories, floors, bays and free space. The"
                        + " abstract of each layer says whether its data are schematic or"
                        + " illustrative. A map may have at most ")
                + MapRequest.MAX_LAYERS
                + language.choose(" lớp và ", " layers and ")
                + MapRequest.MAX_SIZE
                + "×"
                + MapRequest.MAX_SIZE
                + language.choose(" điểm ảnh.", " pixels."));
    xml.open("KeywordList");
    for (String word : List.of("khu công nghiệp", "nhà xưởng", "quy hoạch", "VN-2000")) {
      xml.element("Keyword", word);
    }
    xml.close();
    LayerTreeWriter.online(xml, version, root() + "/");
    xml.element("Fees", "none").element("AccessConstraints", "none");
    if (!old()) {
      xml.element("LayerLimit", String.valueOf(MapRequest.MAX_LAYERS))
          .element("MaxWidth", String.valueOf(MapRequest.MAX_SIZE))
          .element("MaxHeight", String.valueOf(MapRequest.MAX_SIZE));
    }
    xml.close();
  }
}
