package vn.khuxuong.zoning.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Geometry;

class CheckBenchTest {
  @Test
  void benchPlanIsACleanCoverageOfItsOutline() {
    WigglyGrid grid = new WigglyGrid(25, 20, 110, 25);
    List<Piece> pieces = grid.pieces();
    assertThat(pieces).hasSize(500);
    assertThat(pieces).allSatisfy(p -> assertThat(p.shape().getNumPoints()).isEqualTo(101));
    assertThat(
            CoverageValidator.isValid(pieces.stream().map(Piece::shape).toArray(Geometry[]::new)))
        .isTrue();
    assertThat(Coverage.of(pieces, grid.outline(), Tolerances.standard()).findings()).isEmpty();
  }

  @Test
  void refusesWhatItDoesNotKnow() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int exit =
        CheckBench.run(List.of("--slow"), new PrintStream(out, true, StandardCharsets.UTF_8));
    assertThat(exit).isEqualTo(2);
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("usage");
  }
}
