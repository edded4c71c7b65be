package vn.khuxuong.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TileAddressTest {
  @Test
  void coversTheWorldWithOneTile() {
    BBox world = new TileAddress(0, 0, 0).bounds();
    assertThat(world.minX()).isEqualTo(-20037508.342789244);
    assertThat(world.maxY()).isEqualTo(20037508.342789244);
  }

  @Test
  void findsBenThanhInItsTileAndHasItInside() {
    TileAddress tile = TileAddress.of(106.698, 10.7725, 14);
    assertThat(tile).hasToString("14/13047/7698");
    double[] point = {106.698, 10.7725};
    CoordinateOperation.between(Crs.CRS84, Crs.EPSG_3857).apply(point);
    assertThat(tile.bounds().envelope().contains(point[0], point[1])).isTrue();
    assertThat(tile.size()).isEqualTo(2445.98, within(0.01));
    assertThat(tile.parent().bounds().envelope().contains(tile.bounds().envelope())).isTrue();
  }

  @Test
  void sharesEdgesExactlyWithItsNeighbours() {
    TileAddress tile = TileAddress.parse("17", "104382", "61607");
    assertThat(tile.bounds().maxX()).isEqualTo(new TileAddress(17, 104383, 61607).bounds().minX());
    assertThat(tile.bounds().minY()).isEqualTo(new TileAddress(17, 104382, 61608).bounds().maxY());
  }

  @Test
  void putsPointsBeyondTheGridIntoTheNearestTile() {
    assertThat(TileAddress.of(180, -90, 3)).isEqualTo(new TileAddress(3, 7, 7));
    assertThat(TileAddress.of(-180, 90, 3)).isEqualTo(new TileAddress(3, 0, 0));
  }

  @ParameterizedTest
  @CsvSource({
    "25,0,0",
    "-1,0,0",
    "0,1,0",
    "3,8,0",
    "3,0,8",
    "3,-1,0",
    "a,0,0",
    "3,0,1.5",
    "03,0,0",
    "3,0x1,0",
    "24,99999999999,0",
    "3,' 1',0"
  })
  void refusesTilesThatDoNotExist(String z, String x, String y) {
    assertThatThrownBy(() -> TileAddress.parse(z, x, y))
        .asInstanceOf(InstanceOfAssertFactories.type(GeoRefusal.class))
        .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(GeoRefusal.Code.BAD_TILE));
  }
}
