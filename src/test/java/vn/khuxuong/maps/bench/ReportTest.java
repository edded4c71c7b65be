package vn.khuxuong.maps.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReportTest {

  /** Answers in 1, 2, … n milliseconds. */
  private static LoadRun.Result result(int n, double seconds, int errors) {
    long[] nanos = LongStream.rangeClosed(1, n).map(ms -> ms * 1_000_000).toArray();
    List<String> told = errors > 0 ? List.of("status 500") : List.of();
    return new LoadRun.Result(seconds, nanos, n * 2048L, errors, told, n * 0.002, n * 0.001);
  }

  private static Report.Row row(Mix mix, int ours, int theirs, @Nullable Integer bare) {
    return new Report.Row(
        mix, 4, result(ours, 1, 0), result(theirs, 1, 0), bare == null ? null : result(bare, 1, 0));
  }

  @Test
  void ratesAndPercentilesAreThoseOfAllRounds() {
    LoadRun.Result both = LoadRun.Result.of(List.of(result(100, 2, 0), result(100, 3, 1)));
    assertThat(both.perSecond()).isEqualTo(40);
    assertThat(both.percentileMs(0.5)).isEqualTo(50);
    assertThat(both.percentileMs(0.95)).isEqualTo(95);
    assertThat(both.percentileMs(1)).isEqualTo(100);
    assertThat(both.kib()).isEqualTo(2);
    assertThat(both.perRequestMs(both.cpuSeconds())).isCloseTo(2, within(1e-9));
    assertThat(both.errors()).isEqualTo(1);
    assertThat(result(0, 1, 3).percentileMs(0.5)).isZero();
  }

  @Test
  void aimIsMetOnTheBoundaryOnly() {
    assertThat(row(Mix.MVT_PLOT, 400, 100, 444).met()).isTrue();
    assertThat(row(Mix.MVT_PLOT, 399, 100, 400).met()).as("fewer than 4 times").isFalse();
    assertThat(row(Mix.MVT_PLOT, 400, 100, 500).met()).as("0.8 of bare SQL").isFalse();
    assertThat(row(Mix.TILE_PLOT, 400, 100, null).met()).as("p95 four times").isFalse();
    assertThat(row(Mix.TILE_PLOT, 400, 100, null).ofP95()).isEqualTo(4);
  }

  @Test
  void lineShowsRatiosAndAim() {
    assertThat(row(Mix.PAGE, 500, 100, 600).line())
        .startsWith("| page | 4 | 500.0 | 250.0 / 475.0 / 495.0 | 2.0+1.0 | 100.0 |")
        .contains("| 5.00 | 5.00 | 0.83 of 600/s | 5×, bare 0.9 MISSED |");
    assertThat(row(Mix.INFO, 100, 100, null).line()).endsWith("| 1.00 | 1.00 |  | 1× met |");
  }

  @Test
  void errorsMakeTheFiguresWorthless() {
    Report report = new Report();
    report.add(new Report.Row(Mix.INFO, 1, result(10, 1, 2), result(10, 1, 0), null));
    report.note("something", Map.of("value", 3), false);
    assertThat(report.wrong())
        .singleElement()
        .asString()
        .contains("2 errors of ours", "status 500");
    assertThat(report.missed()).containsExactly("something");
    JsonNode figures = JsonMapper.shared().readTree(report.json());
    assertThat(figures.path("rows").path(0).path("ours").path("p95Ms").doubleValue()).isEqualTo(10);
    assertThat(figures.path("notes").path(0).path("value").intValue()).isEqualTo(3);
    assertThat(figures.path("wrong")).hasSize(1);
  }
}
