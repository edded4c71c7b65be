package vn.khuxuong.maps.wms;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vn.khuxuong.geo.BBox;
import vn.khuxuong.geo.Crs;
import vn.khuxuong.geo.GeoRefusal;
import vn.khuxuong.maps.draw.LegendDrawing;
import vn.khuxuong.maps.layer.DataStatus;
import vn.khuxuong.maps.layer.Layer;
import vn.khuxuong.maps.layer.Text;
import vn.khuxuong.maps.xml.XmlWriter;
import vn.khuxuong.platform.web.Language;

/**
 * Writes the capabilities: for 1.3.0 by capabilities_1_3_0.xsd, for 1.1.1 by
 * capabilities_1_1_1.dtd, element by element in the order these prescribe.
 */
final class CapabilitiesWriter {
  private static final String WMS = "http://www.opengis.net/wms";
  private static final String XLINK = "http://www.w3.org/1999/xlink";
  private static final double SQRT_2 = Math.sqrt(2);
  private static final double PIXEL_M = 0.000_28;

  /** A box without an area would be refused by clients: about 100 m are added to each side. */
  private static final double LEAST_DEGREES = 0.001;

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
   * @param box where its features are, longitude and latitude; empty if it has none
   * @param styles all ways to draw it, the default first
   */
  record Described(Layer layer, Optional<BBox> box, List<DescribedStyle> styles) {
    Described {
      styles = List.copyOf(styles);
    }
  }

  /** A way to draw a layer, and how large its legend is. */
  record DescribedStyle(RequestedLayer drawn, LegendDrawing.Size legend) {}

  /**
   * The document.
   *
   * @param url of the service, without a query
   * @param layers the lowest first
   * @param updateSequence changes with the data
   */
  static byte[] write(
      WmsVersion version,
      Language language,
      String url,
      List<Described> layers,
      long updateSequence) {
    CapabilitiesWriter writer = new CapabilitiesWriter(version, language, url);
    writer.document(layers, updateSequence);
    return writer.xml.bytes();
  }

  private boolean old() {
    return version == WmsVersion.V1_1_1;
  }

  private String words(Text text) {
    return language.choose(text.vi(), text.en());
  }

  private void document(List<Described> layers, long updateSequence) {
    if (old()) {
      xml.doctype(
              "WMT_MS_Capabilities", "http://schemas.opengis.net/wms/1.1.1/capabilities_1_1_1.dtd")
          .open("WMT_MS_Capabilities");
    } else {
      xml.open("WMS_Capabilities")
          .namespace("", WMS)
          .namespace("xlink", XLINK)
          .namespace("xsi", "http://www.w3.org/2001/XMLSchema-instance")
          .attribute(
              "xsi:schemaLocation",
              WMS + " http://schemas.opengis.net/wms/1.3.0/capabilities_1_3_0.xsd");
    }
    xml.attribute("version", version.number())
        .attribute("updateSequence", String.valueOf(updateSequence));
    service();
    xml.open("Capability");
    operations();
    exceptions();
    tree(layers);
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
                "Khu, phân khu, nhà xưởng cao tầng, tầng, khoang và mặt bằng trống. Lớp nào là sơ"
                    + " đồ hay minh họa thì mô tả của lớp nói rõ.",
                "Zones, subzones, high-rise factories, floors, bays and free space. The abstract of"
                    + " each layer says whether its data are schematic or illustrative."));
    xml.open("KeywordList");
    for (String word : List.of("khu công nghiệp", "nhà xưởng", "quy hoạch", "VN-2000")) {
      xml.element("Keyword", word);
    }
    xml.close();
    online(url);
    xml.element("Fees", "none").element("AccessConstraints", "none");
    if (!old()) {
      xml.element("LayerLimit", String.valueOf(MapRequest.MAX_LAYERS))
          .element("MaxWidth", String.valueOf(MapRequest.MAX_SIZE))
          .element("MaxHeight", String.valueOf(MapRequest.MAX_SIZE));
    }
    xml.close();
  }

  private void online(String address) {
    xml.open("OnlineResource");
    if (old()) {
      xml.namespace("xlink", XLINK);
    }
    xml.attribute("xlink:type", "simple").attribute("xlink:href", address).close();
  }

  private void operations() {
    xml.open("Request");
    operation("GetCapabilities", List.of(version.capabilitiesType()));
    operation("GetMap", List.of(WmsFormats.PNG));
    operation("GetFeatureInfo", WmsFormats.INFO);
    if (old()) {
      operation("GetLegendGraphic", WmsFormats.LEGEND);
    }
    xml.close();
  }

  private void operation(String name, List<String> formats) {
    xml.open(name);
    formats.forEach(format -> xml.element("Format", format));
    xml.open("DCPType").open("HTTP").open("Get");
    online(url + "?");
    xml.close().close().close().close();
  }

  private void exceptions() {
    xml.open("Exception");
    WmsFormats.exceptions(version).forEach(format -> xml.element("Format", format));
    xml.close();
  }

  private void tree(List<Described> layers) {
    xml.open("Layer")
        .element("Title", "Khuxuong")
        .element(
            "Abstract",
            language.choose(
                "Tất cả các lớp, theo thứ tự vẽ từ dưới lên", "All layers, the lowest first"));
    version.referenceSystems().forEach(crs -> xml.element(version.crsParameter(), crs.code()));
    BBox all =
        layers.stream()
            .map(layer -> shown(layer.box()))
            .reduce(CapabilitiesWriter::around)
            .orElseGet(() -> shown(Optional.empty()));
    boxes(all);
    layers.forEach(this::layer);
    xml.close();
  }

  private static BBox around(BBox a, BBox b) {
    return new BBox(
        a.crs(),
        Math.min(a.minX(), b.minX()),
        Math.min(a.minY(), b.minY()),
        Math.max(a.maxX(), b.maxX()),
        Math.max(a.maxY(), b.maxY()));
  }

  private static BBox shown(Optional<BBox> box) {
    return box.map(some -> some.grownBy(LEAST_DEGREES))
        .orElseGet(() -> new BBox(Crs.CRS84, 106.3, 10.3, 107.1, 11.2));
  }

  private void layer(Described described) {
    Layer layer = described.layer();
    xml.open("Layer")
        .attribute("queryable", "1")
        .attribute("opaque", "0")
        .element("Name", layer.id())
        .element("Title", words(layer.title()))
        .element("Abstract", words(layer.description()) + " " + status(layer));
    boxes(shown(described.box()));
    xml.open("Attribution").element("Title", words(layer.attribution()));
    online(url.replaceFirst("/wms$", "/"));
    xml.close();
    described.styles().forEach(style -> style(layer, style));
    scales(described.styles().get(0).drawn());
    xml.close();
  }

  private String status(Layer layer) {
    String licence = words(layer.licence());
    return layer.dataStatus() == DataStatus.OFFICIAL
        ? licence + "."
        : words(layer.dataStatus().label()) + ". " + licence + ".";
  }

  private void boxes(BBox box) {
    if (old()) {
      xml.open("LatLonBoundingBox")
          .attribute("minx", degrees(box.minX()))
          .attribute("miny", degrees(box.minY()))
          .attribute("maxx", degrees(box.maxX()))
          .attribute("maxy", degrees(box.maxY()))
          .close();
    } else {
      xml.open("EX_GeographicBoundingBox")
          .element("westBoundLongitude", degrees(box.minX()))
          .element("eastBoundLongitude", degrees(box.maxX()))
          .element("southBoundLatitude", degrees(box.minY()))
          .element("northBoundLatitude", degrees(box.maxY()))
          .close();
    }
    for (Crs crs : version.referenceSystems()) {
      try {
        boundingBox(crs, box.transform(crs));
      } catch (GeoRefusal outside) {
        xml.comment(crs.code() + " cannot show it");
      }
    }
  }

  private void boundingBox(Crs crs, BBox box) {
    String[] ordinates = box.format(version.axisOrder()).split(",");
    xml.open("BoundingBox")
        .attribute(version.crsParameter(), crs.code())
        .attribute("minx", ordinates[0])
        .attribute("miny", ordinates[1])
        .attribute("maxx", ordinates[2])
        .attribute("maxy", ordinates[3])
        .close();
  }

  private static String degrees(double value) {
    return String.format(Locale.ROOT, "%.6f", value);
  }

  private void style(Layer layer, DescribedStyle style) {
    xml.open("Style")
        .element("Name", style.drawn().styleName())
        .element("Title", words(style.drawn().style().title()));
    xml.open("LegendURL")
        .attribute("width", String.valueOf(style.legend().width()))
        .attribute("height", String.valueOf(style.legend().height()))
        .element("Format", WmsFormats.PNG);
    online(
        url
            + "?service=WMS&request=GetLegendGraphic&version="
            + version.number()
            + "&format=image/png&layer="
            + layer.id()
            + "&style="
            + style.drawn().styleName()
            + "&lang="
            + language.tag());
    xml.close().close();
  }

  private void scales(RequestedLayer drawn) {
    double min = drawn.minScaleDenominator();
    double max = drawn.maxScaleDenominator();
    if (old()) {
      if (min > 0 || max < Double.POSITIVE_INFINITY) {
        double far = Math.min(max, 1e10);
        xml.open("ScaleHint")
            .attribute("min", scale(min * PIXEL_M * SQRT_2))
            .attribute("max", scale(far * PIXEL_M * SQRT_2))
            .close();
      }
      return;
    }
    if (min > 0) {
      xml.element("MinScaleDenominator", scale(min));
    }
    if (max < Double.POSITIVE_INFINITY) {
      xml.element("MaxScaleDenominator", scale(max));
    }
  }

  private static String scale(double denominator) {
    return String.format(Locale.ROOT, "%.3f", denominator);
  }
}
