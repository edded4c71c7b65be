package vn.khuxuong.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BBoxTest {
  @Test
  void readsAWmsBoxInTheOrderOfVersionAndCrs() {
    BBox box = new BBox(Crs.EPSG_4326, 106.5, 10.7, 106.9, 10.9);
    assertThat(BBox.parse("10.7,106.5,10.9,106.9", Crs.EPSG_4326, AxisOrder.WMS_1_3_0))
        .isEqualTo(box);
    assertThat(BBox.parse(" 106.5, 10.7,106.9 ,1.09E1", Crs.EPSG_4326, AxisOrder.WMS_1_1_1))
        .isEqualTo(box);
    assertThat(box.format(AxisOrder.WMS_1_3_0))
        .isEqualTo("10.700000000,106.500000000,10.900000000,106.900000000");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1,2,3",
        "1,2,3,4,5",
        "1,2,3,x",
        "1,2,3,NaN",
        "1,2,3,Infinity",
        "1,2,1,4",
        "1,4,3,2",
        "1,2,3,1e999",
        "0x1p3,2,30,40",
        "1d,2,3,4",
        "1,,3,4",
        "1,2,3,4,5,6,7"
      })
  void refusesAWmsBoxThatIsNoBox(String text) {
    assertThatThrownBy(() -> BBox.parse(text, Crs.EPSG_3857, AxisOrder.WMS_1_3_0))
        .asInstanceOf(InstanceOfAssertFactories.type(GeoRefusal.class))
        .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(GeoRefusal.Code.BAD_BBOX));
  }

  @Test
  void splitsAnOgcApiBoxAtTheAntimeridianAndDropsHeights() {
    assertThat(BBox.parseOgcApi("177,65,-177,70", Crs.CRS84, AxisOrder.GEOJSON))
        .containsExactly(
            new BBox(Crs.CRS84, 177, 65, 180, 70), new BBox(Crs.CRS84, -180, 65, -177, 70));
    assertThat(BBox.parseOgcApi("1,2,0,3,4,99", Crs.CRS84, AxisOrder.GEOJSON))
        .containsExactly(new BBox(Crs.CRS84, 1, 2, 3, 4));
    assertThat(BBox.parseOgcApi("10,106,11,107", Crs.EPSG_4326, AxisOrder.OGC_API_WITH_CRS))
        .containsExactly(new BBox(Crs.EPSG_4326, 106, 10, 107, 11));
    assertThat(BBox.parseOgcApi("-180,-90,180,90", Crs.CRS84, AxisOrder.GEOJSON)).hasSize(1);
    assertThatThrownBy(
            () -> BBox.parseOgcApi("600000,1,500000,2", Crs.EPSG_9210, AxisOrder.GEOJSON))
        .isInstanceOf(GeoRefusal.class);
    assertThatThrownBy(() -> BBox.parseOgcApi("1,9,2,8", Crs.CRS84, AxisOrder.GEOJSON))
        .isInstanceOf(GeoRefusal.class);
  }

  @Test
  void holdsEveryPointOfTheBoxItCameFrom() {
    BBox lonLat = new BBox(Crs.CRS84, 105.2, 10.3, 106.9, 11.2);
    BBox grid = lonLat.transform(Crs.EPSG_9210);
    CoordinateOperation operation = CoordinateOperation.between(Crs.CRS84, Crs.EPSG_9210);
    for (int i = 0; i <= 100; i++) {
      double[] south = {105.2 + 1.7 * i / 100, 10.3};
      double[] north = {105.2 + 1.7 * i / 100, 11.2};
      operation.apply(south);
      operation.apply(north);
      assertThat(south[1]).isGreaterThan(grid.minY() - 1);
      assertThat(north[1]).isLessThan(grid.maxY() + 1);
    }
    double[] corner = {105.2, 10.3};
    operation.apply(corner);
    // The southern edge sags towards the central meridian: the corners alone would cut it off.
    assertThat(grid.minY()).isLessThan(corner[1] - 10);
  }

  @Test
  void clampsTheWorldForWebMercatorAndRefusesTheFarSide() {
    BBox world = new BBox(Crs.CRS84, -180, -90, 180, 90).transform(Crs.EPSG_3857);
    assertThat(world.maxY()).isEqualTo(20037508.3427892, within(0.001));
    assertThat(world.minY()).isEqualTo(-20037508.3427892, within(0.001));
    BBox farSide = new BBox(Crs.CRS84, -80, 0, -70, 10);
    assertThatThrownBy(() -> farSide.transform(Crs.EPSG_9210)).isInstanceOf(GeoRefusal.class);
  }

  @Test
  void sharesItsEdgesWithNeighbours() {
    BBox left = new BBox(Crs.EPSG_9210, 0, 0, 10, 10);
    assertThat(left.intersects(new BBox(Crs.EPSG_9210, 10, 0, 20, 10))).isTrue();
    assertThat(left.intersects(new BBox(Crs.EPSG_9210, 10.001, 0, 20, 10))).isFalse();
    assertThat(left.grownBy(0.001).intersects(new BBox(Crs.EPSG_9210, 10.001, 0, 20, 10))).isTrue();
    assertThat(left.toPolygon().getArea()).isEqualTo(100);
    assertThat(left.toPolygon().getSRID()).isEqualTo(9210);
  }
}
