package vn.khuxuong.maps.wfs;

/** Names of the XML that the service reads and writes. */
final class WfsXml {
  static final String WFS = "http://www.opengis.net/wfs/2.0";
  static final String OWS = "http://www.opengis.net/ows/1.1";
  static final String FES = "http://www.opengis.net/fes/2.0";
  static final String XLINK = "http://www.w3.org/1999/xlink";
  static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";
  static final String WFS_SCHEMA = WFS + " http://schemas.opengis.net/wfs/2.0/wfs.xsd";

  private WfsXml() {}
}
