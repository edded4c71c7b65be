package vn.khuxuong.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.khuxuong.platform.database.ChangeWindow.Head;
import vn.khuxuong.platform.database.ChangeWindow.Row;
import vn.khuxuong.platform.database.DataRevision.Change;

class ChangeWindowTest {
  private static final double FAR = Double.POSITIVE_INFINITY;

  private final ChangeWindow window =
      ChangeWindow.UNKNOWN.with(
          new Head(change(9), change(3)),
          List.of(
              row(5, List.of("bays", "floors"), 10, 20, 11, 21),
              row(6, List.of("zones"), 10, 20, 15, 25),
              row(7, null, 50, 50, 51, 51),
              row(9, List.of("plots"), -FAR, -FAR, FAR, FAR)));

  @Test
  void newestChangeIsThatOfTheLayersAtThePlace() {
    assertThat(window.latest()).isEqualTo(change(9));
    assertThat(newest(List.of("bays"), 10.5, 20.5, 12, 22)).isEqualTo(5);
    assertThat(newest(List.of("bays", "zones"), 10.5, 20.5, 12, 22)).isEqualTo(6);
    assertThat(newest(List.of("bays"), 11, 21, 12, 22)).as("a common corner").isEqualTo(5);
    assertThat(newest(List.of("plots"), 0, 0, 1, 1)).as("everywhere").isEqualTo(9);
    assertThat(newest(List.of("bays"), 50.5, 50.5, 52, 52)).as("all layers").isEqualTo(7);
    assertThat(newest(List.of("never seen"), 50.5, 50.5, 52, 52)).isEqualTo(7);
  }

  @Test
  void whatNothingTouchesIsAsOldAsTheFloor() {
    assertThat(newest(List.of("bays"), 12, 22, 13, 23)).isEqualTo(3);
    assertThat(newest(List.of("never seen"), 12, 22, 13, 23)).isEqualTo(3);
  }

  @Test
  void laterChangesAreAddedAndThoseUnderTheFloorForgotten() {
    ChangeWindow later =
        window.with(
            new Head(change(12), change(6)), List.of(row(12, List.of("subzones"), 0, 0, 1, 1)));
    assertThat(later.latest()).isEqualTo(change(12));
    assertThat(later.newest(List.of("subzones"), 0, 0, 1, 1).revision()).isEqualTo(12);
    assertThat(later.newest(List.of("bays"), 10, 20, 11, 21).revision()).isEqualTo(6);
    assertThat(later.newest(List.of("zones"), 10, 20, 11, 21).revision()).isEqualTo(6);
    assertThat(later.newest(List.of("bays"), 50, 50, 51, 51).revision()).isEqualTo(7);
    assertThat(newest(List.of("bays"), 10.5, 20.5, 12, 22)).as("the old one stays").isEqualTo(5);
  }

  @Test
  void changeOnTheBorderOfABoxDidNotStayInside() {
    assertThat(window.stayedInside("bays", 4, 9, 19, 60, 60)).isTrue();
    assertThat(window.stayedInside("bays", 4, 10, 19, 60, 60)).isFalse();
    assertThat(window.stayedInside("bays", 5, 10, 19, 60, 60)).isTrue();
    assertThat(window.stayedInside("bays", 2, 9, 19, 60, 60)).as("under the floor").isFalse();
    assertThat(window.stayedInside("plots", 5, 9, 19, 60, 60)).isFalse();
  }

  @Test
  void moreLayersThanBitsAreToldTooOftenRatherThanNotAtAll() {
    ChangeWindow many = ChangeWindow.UNKNOWN;
    for (int i = 1; i <= 80; i++) {
      many =
          many.with(
              new Head(change(i), change(0)),
              List.of(row(i, List.of("layer" + i), i, 0, i + 0.5, 1)));
    }
    for (int i = 1; i <= 80; i++) {
      assertThat(many.newest(List.of("layer" + i), i, 0, i + 0.5, 1).revision()).isEqualTo(i);
    }
  }

  private long newest(List<String> layers, double west, double south, double east, double north) {
    return window.newest(layers, west, south, east, north).revision();
  }

  private static Change change(long revision) {
    return new Change(revision, Instant.ofEpochSecond(revision));
  }

  private static Row row(
      long revision,
      @Nullable List<String> layers,
      double west,
      double south,
      double east,
      double north) {
    return new Row(change(revision), layers, west, south, east, north);
  }
}
