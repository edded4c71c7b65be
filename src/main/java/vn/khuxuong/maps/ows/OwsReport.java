package vn.khuxuong.maps.ows;

import vn.khuxuong.maps.xml.XmlWriter;
import vn.khuxuong.platform.web.Language;

/** Exception reports of OWS Common 1.1 (OGC 06-121r3, clause 8), which WFS and WMTS answer with. */
public final class OwsReport {
  public static final String NAMESPACE = "http://www.opengis.net/ows/1.1";

  private OwsReport() {}

  /**
   * The report as a document.
   *
   * @param prefix of its elements; empty if its namespace is the default one
   * @param version of the report, which the service's own standard fixes
   */
  public static byte[] write(
      ServiceException refusal, String prefix, String version, Language language) {
    String before = prefix.isEmpty() ? "" : prefix + ":";
    XmlWriter xml = new XmlWriter();
    xml.open(before + "ExceptionReport")
        .namespace(prefix, NAMESPACE)
        .namespace("xsi", "http://www.w3.org/2001/XMLSchema-instance")
        .attribute(
            "xsi:schemaLocation",
            NAMESPACE + " http://schemas.opengis.net/ows/1.1.0/owsExceptionReport.xsd")
        .attribute("version", version)
        .attribute("xml:lang", language.tag())
        .open(before + "Exception")
        .attribute("exceptionCode", refusal.word());
    String locator = refusal.locator();
    if (locator != null) {
      xml.attribute("locator", locator);
    }
    return xml.element(before + "ExceptionText", refusal.words(language)).close().close().bytes();
  }
}
