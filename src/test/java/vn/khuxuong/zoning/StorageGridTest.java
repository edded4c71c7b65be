package vn.khuxuong.zoning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import vn.khuxuong.geo.Crs;

/**
 * What is stored is what was drawn, to a tenth of a millimetre, and storing twice changes nothing.
 */
class StorageGridTest {
  private static final Crs LEGAL = Crs.EPSG_9210;

  @Test
  void storingWhatWasReadChangesNothing() {
    Random random = new Random(1);
    for (int i = 0; i < 1000; i++) {
      Coordinate drawn =
          new Coordinate(
              580_000 + 30_000 * random.nextDouble(), 1.15e6 + 8e4 * random.nextDouble());
      Geometry point = LEGAL.geometryFactory().createPoint(drawn);
      Geometry once = StorageGrid.settle(point, LEGAL);
      assertThat(once.getCoordinate().distance(drawn)).isLessThan(0.0001);
      assertThat(StorageGrid.settle(once, LEGAL).getCoordinate()).isEqualTo(once.getCoordinate());
    }
  }
}
