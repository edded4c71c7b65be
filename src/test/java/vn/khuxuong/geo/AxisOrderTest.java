package vn.khuxuong.geo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

class AxisOrderTest {
  @ParameterizedTest
  @CsvSource({
    // protocol,       CRS84, 4326, 4756, 3857, 9210, 3405, 32648
    "WMS_1_1_1,        false, false, false, false, false, false, false",
    "WMS_1_3_0,        false, true,  true,  false, false, false, false",
    "OGC_API_WITH_CRS, false, true,  true,  false, false, false, false",
    "GEOJSON,          false, false, false, false, false, false, false",
    "WKT,              false, false, false, false, false, false, false",
    "EWKT,             false, false, false, false, false, false, false",
    "WKB,              false, false, false, false, false, false, false",
    "GML_URN,          false, true,  true,  false, false, false, false",
    "GML_SHORT,        false, false, false, false, false, false, false",
    "TILES,            false, false, false, false, false, false, false",
    "PLAN_DRAWING,     false, true,  true,  true,  true,  true,  true"
  })
  void writesNorthFirstOnlyWhereTheProtocolSaysSo(
      AxisOrder order,
      boolean crs84,
      boolean wgs84,
      boolean vn2000,
      boolean mercator,
      boolean tm3,
      boolean utmVn,
      boolean utm) {
    assertThat(order.swaps(Crs.CRS84)).isEqualTo(crs84);
    assertThat(order.swaps(Crs.EPSG_4326)).isEqualTo(wgs84);
    assertThat(order.swaps(Crs.EPSG_4756)).isEqualTo(vn2000);
    assertThat(order.swaps(Crs.EPSG_3857)).isEqualTo(mercator);
    assertThat(order.swaps(Crs.EPSG_9210)).isEqualTo(tm3);
    assertThat(order.swaps(Crs.EPSG_3405)).isEqualTo(utmVn);
    assertThat(order.swaps(Crs.EPSG_32648)).isEqualTo(utm);
  }

  /** The registry's own axis order, from another library's copy of it. */
  @ParameterizedTest
  @EnumSource(value = Crs.class, names = "CRS84", mode = EnumSource.Mode.EXCLUDE)
  void followsTheRegistryWhereWms130Does(Crs crs) throws Exception {
    var axis = org.geotools.referencing.CRS.decode(crs.code()).getCoordinateSystem().getAxis(0);
    boolean northFirst = axis.getDirection().name().equals("NORTH");
    assertThat(AxisOrder.WMS_1_3_0.swaps(crs)).isEqualTo(northFirst);
  }

  @Test
  void takesPairsInAndWritesThemBack() {
    assertThat(AxisOrder.WMS_1_3_0.toXy(Crs.EPSG_4326, 10.8, 106.6))
        .isEqualTo(new Coordinate(106.6, 10.8));
    assertThat(AxisOrder.PLAN_DRAWING.toXy(Crs.EPSG_9210, 1194465.039, 592754.678))
        .isEqualTo(new Coordinate(592754.678, 1194465.039));
    Geometry box = new BBox(Crs.EPSG_4326, 106, 10, 107, 12).toPolygon();
    Geometry written = AxisOrder.OGC_API_WITH_CRS.arrange(Crs.EPSG_4326, box);
    assertThat(written.getCoordinates()[2]).isEqualTo(new Coordinate(12, 107));
    assertThat(box.getCoordinates()[2]).isEqualTo(new Coordinate(107, 12));
    assertThat(AxisOrder.OGC_API_WITH_CRS.arrange(Crs.EPSG_4326, written).equalsExact(box))
        .isTrue();
    assertThat(AxisOrder.GEOJSON.arrange(Crs.CRS84, box).equalsExact(box)).isTrue();
  }
}
