package vn.khuxuong.maps.gml;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import vn.khuxuong.geo.AxisOrder;
import vn.khuxuong.geo.Crs;
import vn.khuxuong.maps.xml.XmlWriter;

class GmlShapesTest {
  private static String gml(
      GmlVersion version, Crs crs, String srsName, AxisOrder order, String wkt) {
    try {
      Geometry shape = new WKTReader().read(wkt);
      XmlWriter xml = new XmlWriter();
      xml.open("x").namespace("gml", version.namespace());
      new GmlShapes(xml, version, crs, srsName, order).write(shape, "a");
      xml.close();
      String text = new String(xml.bytes(), StandardCharsets.UTF_8);
      return text.substring(text.indexOf("<gml:"), text.indexOf("</x>"));
    } catch (ParseException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void writesLatitudeFirstWhereTheNameSaysSo() {
    String wkt = "POINT (106.5 10.25)";
    assertThat(
            gml(
                GmlVersion.V3_2,
                Crs.EPSG_4326,
                "urn:ogc:def:crs:EPSG::4326",
                AxisOrder.GML_URN,
                wkt))
        .isEqualTo(
            "<gml:Point gml:id=\"a\" srsName=\"urn:ogc:def:crs:EPSG::4326\" srsDimension=\"2\">"
                + "<gml:pos>10.25 106.5</gml:pos></gml:Point>");
    assertThat(gml(GmlVersion.V3_2, Crs.EPSG_4326, "EPSG:4326", AxisOrder.GML_SHORT, wkt))
        .contains("<gml:pos>106.5 10.25</gml:pos>");
    assertThat(
            gml(
                GmlVersion.V3_2,
                Crs.EPSG_9210,
                "urn:ogc:def:crs:EPSG::9210",
                AxisOrder.GML_URN,
                "POINT (584005.89812 1194441.8)"))
        .contains("<gml:pos>584005.8981 1194441.8</gml:pos>");
  }

  @Test
  void keepsHolesAndNamesEveryPart() {
    String gml =
        gml(
            GmlVersion.V3_2,
            Crs.EPSG_9210,
            "urn:ogc:def:crs:EPSG::9210",
            AxisOrder.GML_URN,
            "MULTIPOLYGON (((0 0, 9 0, 9 9, 0 0), (2 1, 3 1, 3 2, 2 1)), ((20 0, 30 0, 30 9, 20"
                + " 0)))");
    assertThat(gml)
        .startsWith("<gml:MultiSurface gml:id=\"a\" srsName=")
        .contains("<gml:Polygon gml:id=\"a.1\">", "<gml:Polygon gml:id=\"a.2\">", "<gml:interior>")
        .contains("<gml:posList>0 0 9 0 9 9 0 0</gml:posList>");
  }

  @Test
  void writesTheOldFormForOldClients() {
    assertThat(
            gml(
                GmlVersion.V2,
                Crs.EPSG_4326,
                "EPSG:4326",
                AxisOrder.GML_SHORT,
                "MULTIPOLYGON (((0 0, 1 0, 1 1, 0 0)))"))
        .isEqualTo(
            "<gml:MultiPolygon srsName=\"EPSG:4326\"><gml:polygonMember><gml:Polygon>"
                + "<gml:outerBoundaryIs><gml:LinearRing>"
                + "<gml:coordinates>0,0 1,0 1,1 0,0</gml:coordinates>"
                + "</gml:LinearRing></gml:outerBoundaryIs></gml:Polygon></gml:polygonMember>"
                + "</gml:MultiPolygon>");
  }

  @Test
  void roundsToWhatTheUnitDeserves() {
    assertThat(
            gml(
                GmlVersion.V2,
                Crs.CRS84,
                "EPSG:4326",
                AxisOrder.GML_SHORT,
                "LINESTRING (-0.00000000049 106.1234567895, -106.000000001 1e-9)"))
        .contains("0,106.12345679 -106.000000001,0.000000001");
  }

  @Test
  void namesOfFeaturesAreNamesInXmlAndComeBack() {
    for (String key : new String[] {"17", "PVH-1", "lô 3/4", "_x", "a_x0041_b", "Đ"}) {
      FeatureId id = new FeatureId("zones", key);
      assertThat(id.text()).matches("[\\p{L}_][\\p{L}\\p{N}_.-]*");
      assertThat(FeatureId.find(id.text())).isEqualTo(id);
    }
    assertThat(FeatureId.find("17")).isNull();
    assertThat(FeatureId.find("x'y.3")).isNull();
  }
}
