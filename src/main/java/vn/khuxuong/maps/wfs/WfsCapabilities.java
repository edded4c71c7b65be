package vn.khuxuong.maps.wfs;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.khuxuong.geo.BBox;
import vn.khuxuong.geo.Crs;
import vn.khuxuong.maps.gml.GmlFeatures;
import vn.khuxuong.maps.gml.GmlVersion;
import vn.khuxuong.maps.layer.DataStatus;
import vn.khuxuong.maps.layer.Editions;
import vn.khuxuong.maps.layer.Layer;
import vn.khuxuong.maps.layer.LayerExtents;
import vn.khuxuong.maps.layer.Text;
import vn.khuxuong.maps.xml.XmlWriter;
import vn.khuxuong.platform.web.Language;

/** Tells what the service can do, by wfs.xsd of OGC 09-025r2. */
@Component
class WfsCapabilities {
  private static final BBox CITY = new BBox(Crs.CRS84, 106.3, 10.3, 107.1, 11.2);

  /** Conformance classes of OGC 09-025r2, table 13, and whether they are met. */
  private static final List<String> MET =
      List.of("ImplementsBasicWFS", "KVPEncoding", "XMLEncoding", "ImplementsResultPaging");

  private static final List<String> NOT_MET =
      List.of(
          "ImplementsTransactionalWFS",
          "ImplementsLockingWFS",
          "SOAPEncoding",
          "ImplementsInheritance",
          "ImplementsRemoteResolve",
          "ImplementsStandardJoins",
          "ImplementsSpatialJoins",
          "ImplementsTemporalJoins",
          "ImplementsFeatureVersioning",
          "ManageStoredQueries");

  private final FeatureTypes types;
  private final LayerExtents extents;
  private final Editions editions;

  WfsCapabilities(FeatureTypes types, LayerExtents extents, Editions editions) {
    this.types = types;
    this.extents = extents;
    this.editions = editions;
  }

  /**
   * The document.
   *
   * @param root of the service's addresses
   */
  byte[] document(Set<String> roles, Language language, String root) {
    XmlWriter xml = new XmlWriter();
    xml.open("wfs:WFS_Capabilities")
        .namespace("wfs", WfsXml.WFS)
        .namespace("ows", WfsXml.OWS)
        .namespace("fes", WfsXml.FES)
        .namespace("gml", GmlVersion.V3_2.namespace())
        .namespace("khu", GmlFeatures.NAMESPACE)
        .namespace("xlink", WfsXml.XLINK)
        .namespace("xsi", WfsXml.XSI)
        .attribute("xsi:schemaLocation", WfsXml.WFS_SCHEMA)
        .attribute("version", "2.0.0")
        .attribute("updateSequence", String.valueOf(editions.current().revision()));
    identification(xml, language, root);
    operations(xml, root + "/wfs");
    xml.open("wfs:FeatureTypeList");
    types.all(roles).forEach(layer -> type(xml, layer, language, root));
    xml.close();
    FilterAbilities.write(xml);
    return xml.close().bytes();
  }

  private static void identification(XmlWriter xml, Language language, String root) {
    xml.open("ows:ServiceIdentification");
    xml.element(
        "ows:Title",
        language.choose(
            "Khuxuong: đối tượng khu công nghiệp Thành phố Hồ Chí Minh",
            "Khuxuong: features of the industrial zones of Ho Chi Minh City"));
    xml.element(
        "ows:Abstract",
        language.choose(
                "Chỉ đọc. Công cụ mới nên dùng OGC API Features tại ",
                "To read with only. Newer tools should use OGC API Features at ")
            + root
            + "/ogc");
    xml.element("ows:ServiceType", "WFS").element("ows:ServiceTypeVersion", "2.0.0");
    xml.element("ows:Fees", "NONE").element("ows:AccessConstraints", "NONE").close();
    xml.open("ows:ServiceProvider").element("ows:ProviderName", "Khuxuong");
    xml.empty("ows:ProviderSite", "xlink:href", root + "/").empty("ows:ServiceContact").close();
  }

  private static void operations(XmlWriter xml, String url) {
    xml.open("ows:OperationsMetadata");
    for (String operation : Operations.ALL) {
      xml.open("ows:Operation").attribute("name", operation).open("ows:DCP").open("ows:HTTP");
      xml.empty("ows:Get", "xlink:href", url + "?").empty("ows:Post", "xlink:href", url);
      xml.close().close();
      switch (operation) {
        case Operations.GET_CAPABILITIES -> parameter(xml, "AcceptVersions", List.of("2.0.0"));
        case Operations.DESCRIBE_FEATURE_TYPE ->
            parameter(xml, "outputFormat", List.of(GmlVersion.V3_2.mediaType()));
        case Operations.GET_FEATURE -> {
          parameter(xml, "resultType", List.of("results", "hits"));
          parameter(xml, "outputFormat", Output.names());
        }
        default -> {}
      }
      xml.close();
    }
    parameter(xml, "version", List.of("2.0.0"));
    MET.forEach(name -> constraint(xml, name, "TRUE"));
    NOT_MET.forEach(name -> constraint(xml, name, "FALSE"));
    constraint(xml, "CountDefault", String.valueOf(FeatureRequest.MAX_COUNT));
    allowed(xml, "QueryExpressions", "ows:Constraint", List.of("wfs:Query", "wfs:StoredQuery"));
    xml.close();
  }

  private static void parameter(XmlWriter xml, String name, List<String> values) {
    allowed(xml, name, "ows:Parameter", values);
  }

  private static void allowed(XmlWriter xml, String name, String element, List<String> values) {
    xml.open(element).attribute("name", name).open("ows:AllowedValues");
    values.forEach(value -> xml.element("ows:Value", value));
    xml.close().close();
  }

  /** A constraint that is a fact. */
  static void constraint(XmlWriter xml, String name, String value) {
    xml.open("ows:Constraint").attribute("name", name).empty("ows:NoValues");
    xml.element("ows:DefaultValue", value).close();
  }

  private void type(XmlWriter xml, Layer layer, Language language, String root) {
    xml.open("wfs:FeatureType").element("wfs:Name", GmlFeatures.typeName(layer));
    xml.element("wfs:Title", words(layer.title(), language));
    String status =
        layer.dataStatus() == DataStatus.OFFICIAL
            ? ""
            : " " + words(layer.dataStatus().label(), language) + ".";
    xml.element("wfs:Abstract", words(layer.description(), language) + status);
    xml.element("wfs:DefaultCRS", SrsName.DEFAULT.name());
    SrsName.others().forEach(crs -> xml.element("wfs:OtherCRS", crs));
    xml.open("wfs:OutputFormats");
    Output.names().forEach(format -> xml.element("wfs:Format", format));
    xml.close();
    Optional<BBox> box = extents.of(layer).box();
    BBox shown = box.orElse(CITY);
    xml.open("ows:WGS84BoundingBox");
    xml.element("ows:LowerCorner", corner(shown.minX(), shown.minY()));
    xml.element("ows:UpperCorner", corner(shown.maxX(), shown.maxY())).close();
    xml.empty("wfs:MetadataURL", "xlink:href", root + "/ogc/collections/" + layer.id() + "?f=json");
    xml.close();
  }

  private static String words(Text text, Language language) {
    return language.choose(text.vi(), text.en());
  }

  private static String corner(double x, double y) {
    return String.format(Locale.ROOT, "%.9f %.9f", x, y);
  }
}
