package vn.khuxuong.zoning.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Geometry;

/** Whatever was edited before, the findings are those of a check from scratch. */
class CoverageHistoryTest {
  private static final WigglyGrid GRID = new WigglyGrid(6, 5, 90, 5);

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void editsWithinAnOutlineGiveWhatAFreshCheckGives(long seed) {
    play(GRID.outline(), seed);
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13})
  void editsWithoutAnOutlineGiveWhatAFreshCheckGives(long seed) {
    play(null, seed);
  }

  private static void play(Geometry outline, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Coverage coverage = Coverage.of(GRID.pieces(), outline, Tolerances.standard());
    assertThat(coverage.findings()).isEmpty();
    for (int step = 0; step < 10; step++) {
      coverage = edited(coverage, random);
      assertThat(coverage.findings())
          .as("step %d", step)
          .isEqualTo(Coverage.of(coverage.pieces(), outline, Tolerances.standard()).findings());
    }
    assertThat(coverage.findings()).isNotEmpty();
  }

  private static Coverage edited(Coverage before, SplittableRandom random) {
    List<Piece> pieces = new ArrayList<>(before.pieces());
    List<Piece> changed = new ArrayList<>();
    List<String> removed = new ArrayList<>();
    int edits = 1 + random.nextInt(3);
    for (int i = 0; i < edits; i++) {
      Piece piece = pieces.get(random.nextInt(pieces.size()));
      double metres = Math.pow(10, random.nextInt(5) - 3);
      switch (random.nextInt(6)) {
        case 0 -> removed.add(piece.id());
        case 1 ->
            changed.add(
                Town.piece(
                    "new" + random.nextInt(100), Town.shaken(piece.shape(), metres, 3, random)));
        case 2 -> {
          removed.add(piece.id());
          changed.add(piece);
        }
        default ->
            changed.add(Town.piece(piece.id(), Town.shaken(piece.shape(), metres, 2, random)));
      }
    }
    return before.with(changed, removed);
  }

  @Test
  void anEditAndItsUndoLeaveNoTrace() {
    Coverage clean = Coverage.of(GRID.pieces(), GRID.outline(), Tolerances.standard());
    Piece piece = clean.pieces().iterator().next();
    Coverage dirty =
        clean.with(
            List.of(
                Town.piece(piece.id(), Town.shaken(piece.shape(), 2, 3, new SplittableRandom(9)))),
            List.of());
    assertThat(dirty.findings()).isNotEmpty();
    assertThat(dirty.with(List.of(piece), List.of()).findings()).isEmpty();
    assertThat(clean.with(List.of(), List.of("nobody")).findings()).isEmpty();
  }
}
