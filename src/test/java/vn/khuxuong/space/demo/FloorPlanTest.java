package vn.khuxuong.space.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;

class FloorPlanTest {
  private static final FloorPlan ROW = FloorPlan.oneRow(8, 8, 33, 6);
  private static final FloorPlan TWO_ROWS = FloorPlan.twoRows(4, 16, 17, 4, 8);

  static List<FloorPlan> plans() {
    return BuildingPlan.all().stream().map(BuildingPlan::floor).distinct().toList();
  }

  @Test
  void oneRowHasNoBreakAndTwoRowsBreakAtTheCorridor() {
    assertThat(ROW.breaks()).isEmpty();
    assertThat(TWO_ROWS.breaks()).containsExactly(4);
    assertThat(TWO_ROWS.bays()).hasSize(8);
  }

  @Test
  void platesAndBaysHaveTheSizesGiven() {
    assertThat(ROW.plateM2()).isEqualTo(64 * 39);
    assertThat(ROW.bayM2(0)).isEqualTo(264);
    assertThat(TWO_ROWS.plateM2()).isEqualTo(72 * 38);
    assertThat(TWO_ROWS.bayM2(7)).isEqualTo(272);
  }

  @ParameterizedTest
  @MethodSource("plans")
  void baysLieApartInsideThePlateAndLeaveUsualCommonArea(FloorPlan plan) {
    Envelope plate = new Envelope(0, plan.widthM(), 0, plan.depthM());
    double baysM2 = 0;
    for (int i = 0; i < plan.bays().size(); i++) {
      assertThat(plate.covers(plan.bays().get(i))).isTrue();
      baysM2 += plan.bayM2(i);
      for (int j = 0; j < i; j++) {
        assertThat(plan.bays().get(i).intersection(plan.bays().get(j)).getArea()).isZero();
      }
    }
    assertThat(1 - baysM2 / plan.plateM2()).isBetween(0.12, 0.24);
  }

  @ParameterizedTest
  @MethodSource("plans")
  void baysAreOfTheSizeThatSmallFirmsRent(FloorPlan plan) {
    for (int i = 0; i < plan.bays().size(); i++) {
      assertThat(plan.bayM2(i)).isBetween(250.0, 300.0);
    }
  }

  @ParameterizedTest
  @MethodSource("plans")
  void outlineIsThePlateWithACornerAtEveryBayThatMeetsIt(FloorPlan plan) {
    List<Coordinate> outline = plan.outline();
    Polygon shape = new GeometryFactory().createPolygon(outline.toArray(Coordinate[]::new));
    assertThat(shape.isValid()).isTrue();
    assertThat(shape.getArea()).isEqualTo(plan.plateM2());
    assertThat(outline.subList(1, outline.size())).doesNotHaveDuplicates();
    for (Envelope bay : plan.bays()) {
      for (Coordinate corner : FloorPlan.ring(bay)) {
        boolean onEdge =
            corner.x == 0
                || corner.y == 0
                || corner.x == plan.widthM()
                || corner.y == plan.depthM();
        assertThat(outline.contains(corner)).isEqualTo(onEdge);
      }
    }
  }
}
