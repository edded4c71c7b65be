package vn.khuxuong.maps.wms;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import vn.khuxuong.geo.BBox;
import vn.khuxuong.geo.Crs;
import vn.khuxuong.geo.GeoRefusal;
import vn.khuxuong.maps.layer.DataStatus;
import vn.khuxuong.maps.layer.Layer;
import vn.khuxuong.maps.layer.LayerGroups;
import vn.khuxuong.maps.layer.Text;
import vn.khuxuong.maps.style.SldWriter;
import vn.khuxuong.maps.wms.CapabilitiesWriter.Branch;
import vn.khuxuong.maps.wms.CapabilitiesWriter.Described;
import vn.khuxuong.maps.wms.CapabilitiesWriter.DescribedStyle;
import vn.khuxuong.maps.xml.XmlWriter;
import vn.khuxuong.platform.web.Language;

/** Writes the tree of layers: one root, the groups below it, the layers below these. */
final class LayerTreeWriter {
  static final String XLINK = "http://www.w3.org/1999/xlink";

  private static final double SQRT_2 = Math.sqrt(2);
  private static final double PIXEL_M = 0.000_28;

  /** A box without an area would be refused by clients: about 100 m are added to each side. */
  private static final double LEAST_DEGREES = 0.001;

  private final XmlWriter xml;
  private final WmsVersion version;
  private final Language language;
  private final String url;
  private final LocalDate today;

  LayerTreeWriter(
      XmlWriter xml, WmsVersion version, Language language, String url, LocalDate today) {
    this.xml = xml;
    this.version = version;
    this.language = language;
    this.url = url;
    this.today = today;
  }

  static void online(XmlWriter xml, WmsVersion version, String address) {
    xml.open("OnlineResource");
    if (version == WmsVersion.V1_1_1) {
      xml.namespace("xlink", XLINK);
    }
    xml.attribute("xlink:type", "simple").attribute("xlink:href", address).close();
  }

  private boolean old() {
    return version == WmsVersion.V1_1_1;
  }

  private String words(Text text) {
    return language.choose(text.vi(), text.en());
  }

  void write(List<Branch> branches) {
    List<Described> layers = branches.stream().flatMap(b -> b.layers().stream()).toList();
    open();
    xml.element("Name", RequestedLayers.ROOT)
        .element("Title", "Khuxuong")
        .element(
            "Abstract",
            language.choose(
                "Tất cả các lớp, theo thứ tự vẽ từ dưới lên", "All layers, the lowest first"));
    version.referenceSystems().forEach(crs -> xml.element(version.crsParameter(), crs.code()));
    boxes(around(layers.stream()));
    for (Branch branch : branches) {
      LayerGroups.Group group = branch.group();
      if (group != null) {
        open();
        xml.element("Name", group.id()).element("Title", words(group.title()));
        boxes(around(branch.layers().stream()));
      }
      branch.layers().forEach(this::layer);
      if (group != null) {
        xml.close();
      }
    }
    xml.close();
  }

  private void open() {
    xml.open("Layer").attribute("queryable", "1").attribute("opaque", "0");
  }

  private static BBox around(Stream<Described> layers) {
    return layers
        .filter(layer -> layer.extent().box().isPresent())
        .map(layer -> shown(layer.extent().box()))
        .reduce(LayerTreeWriter::around)
        .orElseGet(() -> shown(Optional.empty()));
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
    open();
    xml.element("Name", layer.id())
        .element("Title", words(layer.title()))
        .element("Abstract", words(layer.description()) + " " + status(layer));
    boxes(shown(described.extent().box()));
    new DimensionWriter(xml, version, today).write(layer, described.extent());
    xml.open("Attribution").element("Title", words(layer.attribution()));
    String root = url.replaceFirst("/wms$", "");
    online(xml, version, root + "/");
    xml.close();
    String collection = root + "/ogc/collections/" + layer.id();
    if (!old()) {
      // 1.1.1 knows metadata of two standards only, and ours are of neither.
      xml.open("MetadataURL").attribute("type", "OGCAPI").element("Format", "application/json");
      online(xml, version, collection + "?f=json");
      xml.close();
    }
    xml.open("DataURL").element("Format", "application/geo+json");
    online(xml, version, collection + "/items?f=json");
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
    Text note = style.drawn().style().note();
    if (note != null) {
      xml.element("Abstract", words(note));
    }
    String request = url + "?service=WMS&version=" + version.number() + "&lang=" + language.tag();
    xml.open("LegendURL")
        .attribute("width", String.valueOf(style.legend().width()))
        .attribute("height", String.valueOf(style.legend().height()))
        .element("Format", WmsFormats.PNG);
    online(
        xml,
        version,
        request
            + "&request=GetLegendGraphic&format=image/png&layer="
            + layer.id()
            + "&style="
            + style.drawn().styleName());
    xml.close();
    xml.open("StyleSheetURL").element("Format", SldWriter.MEDIA_TYPE);
    online(
        xml,
        version,
        request
            + "&request=GetStyles&layers="
            + layer.id()
            + "&styles="
            + style.drawn().styleName());
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
