package vn.khuxuong.zoning.seed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import vn.khuxuong.zoning.LandUse;

class PlotDivisionTest {
  private static final String BLOCK =
      "POLYGON ((585000 1194000, 585420 1194070, 585410 1194400, 585180 1194520, 584960 1194330,"
          + " 585000 1194000))";

  @ParameterizedTest
  @EnumSource(names = {"INDUSTRY", "SUPPORT", "WAREHOUSE"})
  void plotsFillTheSubzoneWithoutOverlap(LandUse use) {
    Polygon block = polygon(BLOCK);
    List<Polygon> plots = PlotDivision.of(block, use);

    assertThat(plots).hasSizeGreaterThan(3).allMatch(Polygon::isValid);
    assertThat(CoverageValidator.isValid(plots.toArray(Geometry[]::new))).isTrue();
    assertThat(plots.stream().mapToDouble(Polygon::getArea).sum())
        .isCloseTo(block.getArea(), within(1.0));
    assertThat(plots).allMatch(plot -> block.buffer(0.002).covers(plot));
  }

  @Test
  void noPlotIsAScrap() {
    assertThat(PlotDivision.of(polygon(BLOCK), LandUse.SUPPORT))
        .allMatch(plot -> plot.getArea() > 0.4 * 90 * 57.5);
  }

  @Test
  void sameSubzoneGivesTheSamePlots() {
    assertThat(PlotDivision.of(polygon(BLOCK), LandUse.INDUSTRY).toString())
        .isEqualTo(PlotDivision.of(polygon(BLOCK), LandUse.INDUSTRY).toString());
  }

  @Test
  void subzoneSmallerThanAPlotIsOnePlot() {
    Polygon yard = polygon("POLYGON ((0 0, 30 0, 30 20, 0 20, 0 0))");
    assertThat(PlotDivision.of(yard, LandUse.INDUSTRY)).hasSize(1);
  }

  @Test
  void greeneryIsNotRentedOut() {
    assertThatThrownBy(() -> PlotDivision.of(polygon(BLOCK), LandUse.GREEN))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Polygon polygon(String wkt) {
    try {
      return (Polygon) new WKTReader().read(wkt);
    } catch (ParseException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
