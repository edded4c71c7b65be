package vn.khuxuong.maps.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The same requests to our service over a smaller and over a larger load, in turns: what does the
 * size of all cost somebody who looks at one place?
 */
final class Growth {
  private static final double AIM = 1.3;
  private static final int CLIENTS = 4;
  private static final long SEED = 77;

  private final BenchOptions options;
  private final Report report;
  private final PrintStream out;

  Growth(BenchOptions options, Report report, PrintStream out) {
    this.options = options;
    this.report = report;
    this.out = out;
  }

  /**
   * Measures.
   *
   * @param common places that both loads have
   */
  void measure(Places common, OurService smaller, OurService larger) {
    Turns turns = new Turns(common, List::of);
    for (Mix mix : options.mixes()) {
      turns.take(smaller, mix, CLIENTS, options.seconds(), SEED);
      turns.take(larger, mix, CLIENTS, options.seconds(), SEED);
      List<LoadRun.Result> small = new ArrayList<>();
      List<LoadRun.Result> large = new ArrayList<>();
      for (int round = 1; round <= options.rounds(); round++) {
        small.add(turns.take(smaller, mix, CLIENTS, options.seconds(), SEED + round));
        large.add(turns.take(larger, mix, CLIENTS, options.seconds(), SEED + round));
      }
      tell(mix, LoadRun.Result.of(small), LoadRun.Result.of(large));
    }
  }

  private void tell(Mix mix, LoadRun.Result small, LoadRun.Result large) {
    double ratio = large.percentileMs(0.95) / small.percentileMs(0.95);
    boolean met = ratio <= AIM;
    out.printf(
        Locale.ROOT,
        "Growth of %-12s p95 %.1f ms over the smaller load, %.1f ms over the larger: %.2f (aim"
            + " %.1f) %s%n",
        mix.word(),
        small.percentileMs(0.95),
        large.percentileMs(0.95),
        ratio,
        AIM,
        met ? "met" : "MISSED");
    if (small.errors() + large.errors() > 0) {
      report.fault(mix.word() + " growth: " + small.told() + large.told());
    }
    report.note(
        mix.word() + " growth",
        Map.of(
            "smallerP95Ms", small.percentileMs(0.95),
            "largerP95Ms", large.percentileMs(0.95),
            "ratio", ratio),
        met);
  }
}
