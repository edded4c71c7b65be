package vn.khuxuong.maps.wms;

import vn.khuxuong.maps.xml.XmlWriter;
import vn.khuxuong.platform.web.Language;

/** Service exception reports: OGC 06-042, annex E.2; OGC 01-068r3, annex A.3. */
final class ExceptionReport {
  private static final String NAMESPACE = "http://www.opengis.net/ogc";

  private ExceptionReport() {}

  /** The report as a document. */
  static byte[] xml(WmsException e, WmsVersion version, Language language) {
    XmlWriter xml = new XmlWriter();
    if (version == WmsVersion.V1_1_1) {
      xml.doctype(
          "ServiceExceptionReport", "http://schemas.opengis.net/wms/1.1.1/exception_1_1_1.dtd");
    }
    xml.open("ServiceExceptionReport");
    if (version == WmsVersion.V1_3_0) {
      xml.namespace("", NAMESPACE)
          .namespace("xsi", "http://www.w3.org/2001/XMLSchema-instance")
          .attribute(
              "xsi:schemaLocation",
              NAMESPACE + " http://schemas.opengis.net/wms/1.3.0/exceptions_1_3_0.xsd");
    }
    xml.attribute("version", version.number()).open("ServiceException");
    xml.attribute("code", e.word(version));
    if (e.locator() != null && version == WmsVersion.V1_3_0) {
      xml.attribute("locator", e.locator());
    }
    return xml.text(e.words(language)).close().close().bytes();
  }
}
