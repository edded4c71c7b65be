package vn.khuxuong.maps.gml;

/** The versions of GML that are written, and how they differ in a word. */
public enum GmlVersion {
  /** GML 2.1.2, OGC 02-069. */
  V2(
      "http://www.opengis.net/gml",
      "http://schemas.opengis.net/gml/2.1.2/feature.xsd",
      "application/vnd.ogc.gml"),
  /** GML 3.1.1, OGC 03-105r1. */
  V3_1(
      "http://www.opengis.net/gml",
      "http://schemas.opengis.net/gml/3.1.1/base/gml.xsd",
      "text/xml; subtype=gml/3.1.1"),
  /** GML 3.2.1, OGC 07-036. */
  V3_2(
      "http://www.opengis.net/gml/3.2",
      "http://schemas.opengis.net/gml/3.2.1/gml.xsd",
      "application/gml+xml; version=3.2");

  private final String namespace;
  private final String schema;
  private final String mediaType;

  GmlVersion(String namespace, String schema, String mediaType) {
    this.namespace = namespace;
    this.schema = schema;
    this.mediaType = mediaType;
  }

  /** Namespace of prefix {@code gml}. */
  public String namespace() {
    return namespace;
  }

  /** Address of the schema of that namespace. */
  public String schema() {
    return schema;
  }

  /** Media type of documents. */
  public String mediaType() {
    return mediaType;
  }
}
