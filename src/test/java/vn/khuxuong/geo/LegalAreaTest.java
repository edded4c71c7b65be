package vn.khuxuong.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;

class LegalAreaTest {
  private static final BBox SQUARE_KILOMETRE =
      new BBox(Crs.EPSG_9210, 584_000, 1_196_000, 585_000, 1_197_000);

  @Test
  void measuresOneSquareKilometreOfTheLegalGridExactlyAlsoFromStorage() {
    Geometry stored =
        CoordinateOperation.between(Crs.EPSG_9210, Crs.EPSG_4326)
            .apply(SQUARE_KILOMETRE.toPolygon());
    LegalArea area = LegalArea.of(stored, Crs.EPSG_4326, Crs.EPSG_9210);
    assertThat(area.m2()).isEqualTo(1_000_000, within(0.01));
    assertThat(area.ha()).isEqualTo(100, within(1e-6));
    assertThat(area.methodVi()).contains("EPSG:9210").contains("EPSG:6960");
    assertThat(LegalLength.of(stored, Crs.EPSG_4326, Crs.EPSG_9210).m())
        .isEqualTo(4000, within(0.001));
  }

  @Test
  void wouldBeFourPercentTooLargeOnTheScreen() {
    Geometry screen =
        CoordinateOperation.between(Crs.EPSG_9210, Crs.EPSG_3857)
            .apply(SQUARE_KILOMETRE.toPolygon());
    assertThat(screen.getArea()).isEqualTo(1_036_300, within(9_000.0));
    assertThatThrownBy(() -> LegalArea.of(screen, Crs.EPSG_3857, Crs.EPSG_3857))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void differsBetweenTheTwoLegalSystemsOfTheCityByTheirScaleOnly() {
    Geometry square = SQUARE_KILOMETRE.toPolygon();
    double inVungTau = LegalArea.of(square, Crs.EPSG_9210, Crs.EPSG_5899).m2();
    assertThat(inVungTau).isNotCloseTo(1_000_000, within(10.0));
    assertThat(inVungTau).isEqualTo(1_000_000, within(500.0));
  }
}
