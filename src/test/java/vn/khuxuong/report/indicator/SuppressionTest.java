package vn.khuxuong.report.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A total and what is left to see never give a small cell away. */
class SuppressionTest {

  @Test
  void nothingIsWithheldWhereNoCellIsSmall() {
    Breakdown whole = of(3, 7, 0, 12);
    assertThat(Suppression.of(whole, 0)).isEqualTo(whole);
  }

  @Test
  void aSmallCellTakesTheSmallestOtherWithIt() {
    Breakdown shown = Suppression.of(of(2, 7, 0, 4, 12), 0);
    assertThat(withheld(shown)).containsExactly("0", "3");
    assertThat(shown.lines().get(0).capitalUsd()).isNull();
    assertThat(shown.total().projects()).isEqualTo(25);
    assertThat(shown.lines().get(2).projects()).as("zero tells nothing").isZero();
  }

  @Test
  void twoSmallCellsAreCoveredToo() {
    assertThat(withheld(Suppression.of(of(1, 1, 5), 0)))
        .as("1 + 1 = 2 would be known to be one each")
        .containsExactly("0", "1", "2");
  }

  @Test
  void theTotalGoesWhereNothingElseCovers() {
    Breakdown shown = Suppression.of(of(1, 1, 0), 0);
    assertThat(shown.total().withheld()).isTrue();
    assertThat(shown.total().projects()).isNull();
  }

  @Test
  void whatIsLeftOfTheBalanceGoesWhereItsDetailIsSmall() {
    List<Line> lines = new ArrayList<>(of(7, 4).lines());
    lines.add(line(Line.OPENING, 209));
    Breakdown whole = new Breakdown("zone", lines, line("TOTAL", 220));
    assertThat(withheld(Suppression.of(whole, 2))).containsExactly("1", Line.OPENING);
    assertThat(withheld(Suppression.of(whole, 11))).isEmpty();
    lines.set(0, line("0", 2));
    assertThat(withheld(Suppression.of(new Breakdown("zone", lines, line("TOTAL", 215)), 2)))
        .as("the balance covers")
        .containsExactly("0", Line.OPENING);
  }

  /** Whoever knows the total, the rule and what is shown finds two answers at least. */
  @Test
  void noSmallCellCanBeWorkedOut() {
    Random random = new Random(24_07_2025);
    int hidden = 0;
    for (int round = 0; round < 3_000; round++) {
      int[] counts = random.ints(2 + random.nextInt(5), 0, 9).toArray();
      Breakdown shown = Suppression.of(of(counts), 0);
      List<Line> gone = shown.lines().stream().filter(Line::withheld).toList();
      if (gone.isEmpty() || shown.total().withheld()) {
        continue;
      }
      hidden++;
      int sum = required(shown.total().projects());
      for (Line line : shown.lines()) {
        sum -= line.withheld() ? 0 : required(line.projects());
      }
      for (int i = 0; i < gone.size(); i++) {
        int own = counts[Integer.parseInt(gone.get(i).key())];
        boolean another = false;
        for (int guess = 1; guess < sum; guess++) {
          another |= guess != own && sum - guess >= gone.size() - 1;
        }
        assertThat(another).as(shown.toString()).isTrue();
      }
      assertThat(sum).as("more than one firm of each would be").isGreaterThan(gone.size());
    }
    assertThat(hidden).isGreaterThan(500);
  }

  private static int required(@Nullable Integer value) {
    return Objects.requireNonNull(value);
  }

  private static List<String> withheld(Breakdown shown) {
    return shown.lines().stream().filter(Line::withheld).map(Line::key).toList();
  }

  private static Breakdown of(int... counts) {
    List<Line> lines = new ArrayList<>();
    int sum = 0;
    for (int i = 0; i < counts.length; i++) {
      lines.add(line(String.valueOf(i), counts[i]));
      sum += counts[i];
    }
    return new Breakdown("zone", lines, line("TOTAL", sum));
  }

  private static Line line(String key, int projects) {
    BigDecimal usd = BigDecimal.valueOf(projects * 1_000_000L);
    return new Line(key, key, key, projects, usd, usd, false);
  }
}
