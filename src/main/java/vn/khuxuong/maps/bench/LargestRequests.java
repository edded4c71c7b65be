package vn.khuxuong.maps.bench;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/** Sixteen of the largest requests at a time, in the heap that the service was given. */
final class LargestRequests {
  private static final int CLIENTS = 16;
  private static final int PICTURE = 4096;

  /** The lowest at which no such picture holds more features than the service draws. */
  private static final int ZOOM = 15;

  private static final int PAGE = 10_000;
  private static final double SECONDS = 10;

  private final Places places;
  private final Report report;
  private final PrintStream out;

  LargestRequests(Places places, Report report, PrintStream out) {
    this.places = places;
    this.report = report;
    this.out = out;
  }

  void measure(OurService ours) {
    LoadRun.Result result =
        LoadRun.run(ours::open, this::next, CLIENTS, SECONDS, 1, ours::processes, List::of);
    double peak = Processor.peakMiB(ours.processes().iterator().next());
    boolean whole = ours.isAlive() && result.nanos().length > 0;
    boolean polite = result.told().stream().allMatch(line -> line.startsWith("status 503"));
    out.printf(
        Locale.ROOT,
        "Largest requests, %d at a time: %d answers, %d refused as busy, p95 %.0f ms, most memory"
            + " %.0f MiB, %s%n",
        CLIENTS,
        result.nanos().length,
        result.errors(),
        result.percentileMs(0.95),
        peak,
        whole ? "the service stands" : "THE SERVICE FELL");
    report.note(
        "largest requests",
        Map.of("answers", result.nanos().length, "refusals", result.errors(), "peakMiB", peak),
        whole);
    if (!whole || !polite) {
      report.fault("the largest requests: " + result.told());
    }
  }

  private Ask next(Random random) {
    if (random.nextBoolean()) {
      return new Ask.Page("plots", places.lonLat(random, 50_000), PAGE);
    }
    return new Ask.Map(
        Mix.layers(ZOOM), ZOOM, places.box(random, ZOOM, PICTURE, PICTURE), PICTURE, PICTURE);
  }
}
