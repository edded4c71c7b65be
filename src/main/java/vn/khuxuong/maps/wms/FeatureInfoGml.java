package vn.khuxuong.maps.wms;

import java.time.Instant;
import java.util.List;
import vn.khuxuong.geo.AxisOrder;
import vn.khuxuong.geo.CoordinateOperation;
import vn.khuxuong.geo.Crs;
import vn.khuxuong.maps.gml.GmlFeatures;
import vn.khuxuong.maps.gml.GmlVersion;
import vn.khuxuong.maps.xml.XmlWriter;

/** Writes what was found under a pixel as GML, its shapes in the map's reference system. */
final class FeatureInfoGml {
  private static final String WFS_1 = "http://www.opengis.net/wfs";
  private static final String WFS_2 = "http://www.opengis.net/wfs/2.0";

  private FeatureInfoGml() {}

  /**
   * A feature collection: of WFS 2.0 in GML 3.2, of WFS 1.0 in GML 2.
   *
   * @param changedAt when the data came to be what they are
   * @param root of the service's addresses, where the schema is
   */
  static byte[] write(
      List<FeatureInfo.Found> found, GmlVersion version, Crs crs, Instant changedAt, String root) {
    boolean old = version == GmlVersion.V2;
    XmlWriter xml = new XmlWriter();
    int count = found.stream().mapToInt(layer -> layer.rows().size()).sum();
    xml.open("wfs:FeatureCollection")
        .namespace("wfs", old ? WFS_1 : WFS_2)
        .namespace("gml", version.namespace())
        .namespace("khu", GmlFeatures.NAMESPACE)
        .namespace("xsi", "http://www.w3.org/2001/XMLSchema-instance");
    if (old) {
      xml.open("gml:boundedBy").element("gml:null", "unknown").close();
    } else {
      xml.attribute("timeStamp", changedAt.toString())
          .attribute("numberMatched", "unknown")
          .attribute("numberReturned", String.valueOf(count));
      xml.attribute(
          "xsi:schemaLocation",
          WFS_2
              + " http://schemas.opengis.net/wfs/2.0/wfs.xsd "
              + GmlFeatures.NAMESPACE
              + " "
              + root
              + "/wfs?service=WFS&version=2.0.0&request=DescribeFeatureType");
    }
    String srsName =
        old
            ? crs == Crs.CRS84 ? "EPSG:4326" : crs.code()
            : crs == Crs.CRS84
                ? "urn:ogc:def:crs:OGC:1.3:CRS84"
                : "urn:ogc:def:crs:EPSG::" + crs.srid();
    AxisOrder order = old ? AxisOrder.GML_SHORT : AxisOrder.GML_URN;
    for (FeatureInfo.Found layer : found) {
      GmlFeatures features = new GmlFeatures(xml, version, layer.layer(), crs, srsName, order);
      for (FeatureInfoStore.Row row : layer.rows()) {
        xml.open(old ? "gml:featureMember" : "wfs:member");
        features.write(
            row.feature().id(),
            row.values(),
            CoordinateOperation.between(row.feature().crs(), crs).apply(row.feature().shape()));
        xml.close();
      }
    }
    xml.close();
    return xml.bytes();
  }
}
