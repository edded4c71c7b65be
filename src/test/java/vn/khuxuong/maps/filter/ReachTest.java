package vn.khuxuong.maps.filter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.khuxuong.geo.BBox;
import vn.khuxuong.geo.Crs;

class ReachTest {
  private static final BBox BOX = new BBox(Crs.CRS84, 106.5, 10.7, 106.6, 10.8);
  private static final Filter HERE = Filters.touching(List.of(BOX));
  private static final Filter THERE =
      Filters.touching(List.of(new BBox(Crs.CRS84, 107.5, 10.7, 107.6, 10.8)));

  private static boolean holds(BBox outer, BBox inner) {
    return outer.envelope().contains(inner.envelope());
  }

  @Test
  void aBoxIsItsOwnReachWithALittleMore() {
    BBox reach = Reach.of(HERE);
    assertThat(holds(reach, BOX)).isTrue();
    assertThat(reach.width()).isLessThan(0.101);
  }

  @Test
  void whatMustFitSeveralConditionsIsWithinTheReachOfAnyOfThem() {
    Filter both = Filters.all(List.of(new Filter.NoShape(), HERE));
    assertThat(Reach.of(both)).isEqualTo(Reach.of(HERE));
  }

  @Test
  void whatMayFitEitherIsAroundBothOrAnywhere() {
    BBox both = Reach.of(new Filter.Or(List.of(HERE, THERE)));
    assertThat(holds(both, BOX)).isTrue();
    assertThat(both.maxX()).isGreaterThanOrEqualTo(107.6);
    assertThat(Reach.of(new Filter.Or(List.of(HERE, new Filter.NoShape())))).isNull();
  }

  @Test
  void whatLiesApartOrIsDeniedMayBeAnywhere() {
    Filter.Spatial touching = (Filter.Spatial) HERE;
    assertThat(
            Reach.of(
                new Filter.Spatial(SpatialRelation.DISJOINT, touching.left(), touching.right())))
        .isNull();
    assertThat(Reach.of(new Filter.Not(HERE))).isNull();
    assertThat(Reach.of(Filters.ALL)).isNull();
    assertThat(
            Reach.of(new Filter.Spatial(SpatialRelation.WITHIN, touching.right(), touching.left())))
        .isEqualTo(Reach.of(HERE));
  }

  @Test
  void edgesOfOtherSystemsBendButStayWithin() {
    BBox metres = BOX.transform(Crs.EPSG_9210);
    BBox reach = Reach.of(Filters.touching(List.of(metres)));
    assertThat(holds(reach, BOX)).isTrue();
    assertThat(reach.width()).isLessThan(0.11);
  }
}
