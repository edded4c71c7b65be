package vn.khuxuong.maps.wfs;

import java.util.List;
import vn.khuxuong.maps.gml.GmlFeatures;
import vn.khuxuong.maps.layer.Layer;
import vn.khuxuong.maps.wfs.WfsException.Code;
import vn.khuxuong.maps.xml.XmlWriter;
import vn.khuxuong.platform.web.Language;

/** The one stored query that every WFS has: GetFeatureById (OGC 09-025r2, 7.9.3.6). */
final class StoredQueries {
  static final String BY_ID = "urn:ogc:def:query:OGC-WFS::GetFeatureById";

  /** Its name in an older form that clients still use. */
  private static final String BY_ID_OLD =
      "http://www.opengis.net/def/query/OGC-WFS/0/GetFeatureById";

  private StoredQueries() {}

  static void require(String id) {
    if (!id.equals(BY_ID) && !id.equals(BY_ID_OLD)) {
      throw new WfsException(
          Code.INVALID_PARAMETER,
          "Không có truy vấn " + WfsException.quoted(id) + ".",
          "There is no stored query " + WfsException.quoted(id) + ".",
          "storedQuery_Id");
    }
  }

  static WfsException notFound(String id) {
    return new WfsException(
        Code.NOT_FOUND,
        "Không có đối tượng " + WfsException.quoted(id) + ".",
        "There is no feature " + WfsException.quoted(id) + ".",
        "id");
  }

  private static XmlWriter open(String root) {
    return new XmlWriter()
        .open(root)
        .namespace("wfs", WfsXml.WFS)
        .namespace("khu", GmlFeatures.NAMESPACE)
        .namespace("xsi", WfsXml.XSI)
        .namespace("xs", "http://www.w3.org/2001/XMLSchema")
        .attribute("xsi:schemaLocation", WfsXml.WFS_SCHEMA);
  }

  static byte[] list(List<Layer> types, Language language) {
    XmlWriter xml = open("wfs:ListStoredQueriesResponse");
    xml.open("wfs:StoredQuery").attribute("id", BY_ID);
    title(xml, language);
    types.forEach(type -> xml.element("wfs:ReturnFeatureType", GmlFeatures.typeName(type)));
    return xml.close().close().bytes();
  }

  static byte[] describe(List<Layer> types, Language language) {
    XmlWriter xml = open("wfs:DescribeStoredQueriesResponse");
    xml.open("wfs:StoredQueryDescription").attribute("id", BY_ID);
    title(xml, language);
    xml.empty("wfs:Parameter", "name", "id", "type", "xs:string");
    xml.open("wfs:QueryExpressionText")
        .attribute(
            "returnFeatureTypes",
            String.join(" ", types.stream().map(GmlFeatures::typeName).toList()))
        .attribute("language", "urn:ogc:def:queryLanguage:OGC-WFS::WFS_QueryExpression")
        .attribute("isPrivate", "true");
    return xml.close().close().close().bytes();
  }

  private static void title(XmlWriter xml, Language language) {
    xml.open("wfs:Title").attribute("xml:lang", language.tag());
    xml.text(language.choose("Lấy một đối tượng theo mã", "One feature by its name")).close();
  }
}
