package vn.khuxuong.maps.wfs;

import vn.khuxuong.maps.ows.OwsReport;

/** Names of the XML that the service reads and writes. */
final class WfsXml {
  static final String WFS = "http://www.opengis.net/wfs/2.0";
  static final String OWS = OwsReport.NAMESPACE;
  static final String FES = "http://www.opengis.net/fes/2.0";
  static final String XLINK = "http://www.w3.org/1999/xlink";
  static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";
  static final String WFS_SCHEMA = WFS + " http://schemas.opengis.net/wfs/2.0/wfs.xsd";

  private WfsXml() {}
}
