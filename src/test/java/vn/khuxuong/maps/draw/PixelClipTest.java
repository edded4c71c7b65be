package vn.khuxuong.maps.draw;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PixelClipTest {
  private final PixelClip box = new PixelClip(0, 0, 100, 100);

  @Test
  void cutsARingThatGoesAroundTheBoxDownToTheBox() {
    double[] cut = box.ring(new double[] {-1e6, -1e6, 1e6, -1e6, 1e6, 1e6, -1e6, 1e6});
    assertThat(cut).hasSize(8).containsOnly(0, 100);
  }

  @Test
  void leavesNothingOfARingOutside() {
    assertThat(box.ring(new double[] {200, 0, 300, 0, 300, 50})).isEmpty();
  }

  @Test
  void cutsALineIntoPiecesThatKnowWhereTheyBegin() {
    List<PixelClip.Piece> pieces = box.line(new double[] {-50, 50, 150, 50, 150, 80, -50, 80});
    assertThat(pieces).hasSize(2);
    assertThat(pieces.get(0).xy()).containsExactly(0, 50, 100, 50);
    assertThat(pieces.get(0).from()).isEqualTo(50);
    assertThat(pieces.get(1).xy()).containsExactly(100, 80, 0, 80);
    assertThat(pieces.get(1).from()).isEqualTo(200 + 30 + 50);
  }

  @Test
  void keepsVerticesInsideTogether() {
    List<PixelClip.Piece> pieces = box.line(new double[] {10, 10, 50, 10, 50, 90, 200, 90});
    assertThat(pieces).singleElement().satisfies(p -> assertThat(p.xy()).hasSize(8));
  }
}
