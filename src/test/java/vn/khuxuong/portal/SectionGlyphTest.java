package vn.khuxuong.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.khuxuong.portal.PublishedSpace.Floor;

class SectionGlyphTest {

  private static Floor floor(int level, double totalM2, double freeM2) {
    return new Floor("TT", level, totalM2, freeM2, null);
  }

  @Test
  void putsTheGroundFloorAtTheBottomAndFreeSpaceAtTheRight() {
    SectionGlyph glyph = SectionGlyph.of(List.of(floor(2, 100, 0), floor(1, 100, 50)), false);
    assertThat(glyph.height()).isEqualTo(20.5);
    assertThat(glyph.bars())
        .containsExactly(
            new SectionGlyph.Bar(16.5, 22, 22), // half of the ground floor
            new SectionGlyph.Bar(11, 44, 0));
  }

  @Test
  void keepsALittleFreeSpaceVisible() {
    SectionGlyph glyph = SectionGlyph.of(List.of(floor(1, 1000, 1)), false);
    assertThat(glyph.bars().get(0).width()).isEqualTo(1.5);
  }

  @Test
  void drawsADashedBoxWhereNothingIsBuilt() {
    assertThat(SectionGlyph.of(List.of(), false).planned()).isTrue();
    SectionGlyph planned = SectionGlyph.of(List.of(floor(1, 100, 0)), true);
    assertThat(planned.planned()).isTrue();
    assertThat(planned.bars()).isEmpty();
  }
}
