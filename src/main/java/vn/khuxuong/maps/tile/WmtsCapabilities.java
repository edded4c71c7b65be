package vn.khuxuong.maps.tile;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.khuxuong.geo.BBox;
import vn.khuxuong.geo.Crs;
import vn.khuxuong.maps.layer.Layer;
import vn.khuxuong.maps.layer.LayerExtents;
import vn.khuxuong.maps.layer.Text;
import vn.khuxuong.maps.ows.OwsReport;
import vn.khuxuong.maps.style.Styles;
import vn.khuxuong.maps.xml.XmlWriter;
import vn.khuxuong.platform.web.Language;

/** Writes the capabilities of WMTS 1.0.0 (OGC 07-057r7), in the order the schema prescribes. */
final class WmtsCapabilities {

  private static final String OWS = OwsReport.NAMESPACE;
  private static final String WMTS = "http://www.opengis.net/wmts/1.0";

  /** The dimension by which one asks for another day. */
  static final String TIME = "TIME";

  /** The dimension by which one asks for a storey. */
  static final String FLOOR = "FLOOR";

  /** The value of {@link #TIME} that means today. */
  static final String CURRENT = "current";

  /** The value of {@link #FLOOR} that means all of them. */
  static final String EVERY_FLOOR = "all";

  private final XmlWriter xml = new XmlWriter();
  private final Language language;
  private final String site;
  private final TileLimits limits;
  private final LayerExtents extents;
  private final LocalDate today;

  /**
   * @param site the service's address, without a trailing slash
   * @param today the civil day
   */
  WmtsCapabilities(
      Language language, String site, TileLimits limits, LayerExtents extents, LocalDate today) {
    this.language = language;
    this.site = site;
    this.limits = limits;
    this.extents = extents;
    this.today = today;
  }

  byte[] write(List<WmtsLayers.Offered> layers) {
    xml.open("Capabilities")
        .namespace("", WMTS)
        .namespace("ows", OWS)
        .namespace("xlink", "http://www.w3.org/1999/xlink")
        .namespace("xsi", "http://www.w3.org/2001/XMLSchema-instance")
        .attribute(
            "xsi:schemaLocation",
            WMTS + " http://schemas.opengis.net/wmts/1.0/wmtsGetCapabilities_response.xsd")
        .attribute("version", "1.0.0");
    service();
    operations();
    xml.open("Contents");
    layers.forEach(this::layer);
    TileMatrixSet.all().forEach(this::matrixSet);
    xml.close();
    xml.empty("ServiceMetadataURL", "xlink:href", site + "/wmts/1.0.0/WMTSCapabilities.xml");
    xml.close();
    return xml.bytes();
  }

  private String say(Text text) {
    return language.choose(text.vi(), text.en());
  }

  private void service() {
    xml.open("ows:ServiceIdentification")
        .element("ows:Title", language.choose("Khu Xưởng: ô bản đồ", "Khu Xưởng: map tiles"))
        .element(
            "ows:Abstract",
            language.choose(
                "Khu công nghiệp, phân khu, nhà xưởng cao tầng và khoang trống.",
                "Industrial zones, subzones, high-rise factories and free bays."))
        .element("ows:ServiceType", "OGC WMTS")
        .element("ows:ServiceTypeVersion", "1.0.0")
        .element("ows:Fees", "none")
        .element("ows:AccessConstraints", "none")
        .close();
    xml.open("ows:ServiceProvider")
        .element("ows:ProviderName", "Khu Xưởng")
        .empty("ows:ProviderSite", "xlink:href", site + "/")
        .open("ows:ServiceContact")
        .close()
        .close();
  }

  private void operations() {
    xml.open("ows:OperationsMetadata");
    for (String operation : List.of("GetCapabilities", "GetTile", "GetFeatureInfo")) {
      xml.open("ows:Operation").attribute("name", operation).open("ows:DCP").open("ows:HTTP");
      String rest =
          operation.equals("GetCapabilities") ? "/wmts/1.0.0/WMTSCapabilities.xml" : "/wmts/1.0.0/";
      get(site + "/wmts?", "KVP");
      get(site + rest, "RESTful");
      xml.close().close().close();
    }
    xml.close();
  }

  private void get(String address, String encoding) {
    xml.open("ows:Get")
        .attribute("xlink:href", address)
        .open("ows:Constraint")
        .attribute("name", "GetEncoding")
        .open("ows:AllowedValues")
        .element("ows:Value", encoding)
        .close()
        .close()
        .close();
  }

  private void layer(WmtsLayers.Offered layer) {
    xml.open("Layer");
    xml.element("ows:Title", say(layer.title()));
    xml.element("ows:Abstract", say(layer.description()));
    Optional<BBox> box = limits.box(TileMatrixSet.WEB_MERCATOR_QUAD, layer.members());
    if (box.isPresent()) {
      BBox degrees = box.get().transform(Crs.CRS84);
      xml.open("ows:WGS84BoundingBox")
          .element("ows:LowerCorner", degrees.minX() + " " + degrees.minY())
          .element("ows:UpperCorner", degrees.maxX() + " " + degrees.maxY())
          .close();
    }
    xml.element("ows:Identifier", layer.id());
    layer.styles().forEach(style -> style(layer, style));
    TileFormat.MAP.forEach(format -> xml.element("Format", format.mediaType()));
    WmtsFeatureInfo.ENDINGS.keySet().forEach(format -> xml.element("InfoFormat", format));
    String dimensions = dimensions(layer);
    for (TileMatrixSet set : TileMatrixSet.all()) {
      // no limits: the schema as long published has no 0 among them, and a tile beyond is blank
      if (!limits.of(set, layer.members(), true).isEmpty()) {
        xml.open("TileMatrixSetLink").element("TileMatrixSet", set.id()).close();
      }
    }
    String tile =
        site
            + "/wmts/1.0.0/"
            + layer.id()
            + "/{Style}/{TileMatrixSet}/{TileMatrix}/{TileRow}/{TileCol}";
    for (TileFormat format : TileFormat.MAP) {
      resource("tile", format.mediaType(), tile + "." + format.word() + dimensions);
    }
    WmtsFeatureInfo.ENDINGS.forEach(
        (format, ending) ->
            resource("FeatureInfo", format, tile + "/{J}/{I}." + ending + dimensions));
    xml.close();
  }

  private void resource(String type, String format, String template) {
    xml.empty("ResourceURL", "format", format, "resourceType", type, "template", template);
  }

  private void style(WmtsLayers.Offered layer, String style) {
    xml.open("Style").attribute("isDefault", String.valueOf(style.equals(Styles.DEFAULT)));
    xml.element("ows:Identifier", style);
    if (layer.members().size() == 1) {
      xml.empty(
          "LegendURL",
          "format",
          "image/png",
          "xlink:href",
          site
              + "/wms?service=WMS&version=1.3.0&request=GetLegendGraphic&sld_version=1.1.0"
              + "&format=image/png&layer="
              + layer.id()
              + "&style="
              + style);
    }
    xml.close();
  }

  /** Writes the dimensions; what comes back are their variables in the address of a tile. */
  private String dimensions(WmtsLayers.Offered offered) {
    StringBuilder query = new StringBuilder();
    LocalDate since = null;
    Integer lowest = null;
    Integer highest = null;
    boolean timed = false;
    for (Layer layer : offered.members()) {
      LayerExtents.Extent extent = extents.of(layer);
      if (layer.time() != null) {
        timed = true;
        since = earlier(since, extent.since());
      }
      if (extent.lowestFloor() != null && extent.highestFloor() != null) {
        lowest = lowest == null ? extent.lowestFloor() : Math.min(lowest, extent.lowestFloor());
        highest =
            highest == null ? extent.highestFloor() : Math.max(highest, extent.highestFloor());
      }
    }
    if (timed) {
      dimension(TIME, "ISO8601", CURRENT);
      if (since != null && since.isBefore(today)) {
        xml.element("Value", since + "/" + today + "/P1D");
      }
      xml.close();
      query.append("?TIME={TIME}");
    }
    if (lowest != null && highest != null) {
      dimension(FLOOR, null, EVERY_FLOOR);
      for (int floor = lowest; floor <= highest; floor++) {
        xml.element("Value", String.valueOf(floor));
      }
      xml.close();
      query.append(query.isEmpty() ? '?' : '&').append("FLOOR={FLOOR}");
    }
    return query.toString();
  }

  private static @Nullable LocalDate earlier(@Nullable LocalDate a, @Nullable LocalDate b) {
    return a == null || (b != null && b.isBefore(a)) ? b : a;
  }

  private void dimension(String id, @Nullable String unit, String standard) {
    xml.open("Dimension").element("ows:Identifier", id);
    if (unit != null) {
      xml.element("ows:UOM", unit);
    }
    xml.element("Default", standard);
    xml.element("Value", standard);
  }

  private void matrixSet(TileMatrixSet set) {
    BBox bounds = set.bounds();
    xml.open("TileMatrixSet").element("ows:Title", say(set.title()));
    xml.element("ows:Identifier", set.id());
    xml.open("ows:BoundingBox")
        .attribute("crs", set.crs().urn())
        .element("ows:LowerCorner", bounds.minX() + " " + bounds.minY())
        .element("ows:UpperCorner", bounds.maxX() + " " + bounds.maxY())
        .close();
    xml.element("ows:SupportedCRS", set.crs().urn());
    if (set.uri() != null) {
      xml.element("WellKnownScaleSet", "urn:ogc:def:wkss:OGC:1.0:GoogleMapsCompatible");
    }
    for (int level = 0; level < set.levels(); level++) {
      xml.open("TileMatrix")
          .element("ows:Identifier", String.valueOf(level))
          .element("ScaleDenominator", String.valueOf(set.scale(level)))
          .element("TopLeftCorner", set.originX() + " " + set.originY())
          .element("TileWidth", String.valueOf(TileMatrixSet.TILE_SIZE))
          .element("TileHeight", String.valueOf(TileMatrixSet.TILE_SIZE))
          .element("MatrixWidth", String.valueOf(set.columnsAt(level)))
          .element("MatrixHeight", String.valueOf(set.rowsAt(level)))
          .close();
    }
    xml.close();
  }
}
