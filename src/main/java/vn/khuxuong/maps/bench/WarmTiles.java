package vn.khuxuong.maps.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/** The same tiles again and again: from the cache, beside the same with nothing kept at all. */
final class WarmTiles {
  private static final int TILES = 200;
  private static final int CLIENTS = 4;
  private static final double AIM = 10;
  private static final double FILL_SECONDS = 10;
  private static final long SEED = 99;

  private final Places places;
  private final Turns turns;
  private final Report report;
  private final PrintStream out;

  WarmTiles(Places places, Turns turns, Report report, PrintStream out) {
    this.places = places;
    this.turns = turns;
    this.report = report;
    this.out = out;
  }

  void measure(OurService cold, OurService warm, double seconds, double warmUp) {
    for (OurService each : List.of(cold, warm)) {
      new WarmUp(turns, EnumSet.of(Mix.TILE_PLOT, Mix.MVT_PLOT), warmUp, out).of(each);
    }
    List<Ask> pictures = new ArrayList<>();
    List<Ask> tiles = new ArrayList<>();
    Random random = new Random(SEED);
    for (int i = 0; i < TILES; i++) {
      Ask.Tile tile = (Ask.Tile) Mix.MVT_PLOT.next(places, random);
      tiles.add(tile);
      pictures.add(new Ask.Picture(tile.layers(), tile.address()));
    }
    measure("pictures", pictures, cold, warm, seconds);
    measure("vector tiles", tiles, cold, warm, seconds);
  }

  private void measure(
      String what, List<Ask> tiles, OurService cold, OurService warm, double seconds) {
    run(warm, tiles, Math.max(2 * seconds, FILL_SECONDS));
    LoadRun.Result without = run(cold, tiles, seconds);
    LoadRun.Result with = run(warm, tiles, seconds);
    double times = with.perSecond() / without.perSecond();
    out.printf(
        Locale.ROOT,
        "Cached %s: %.0f/s, p95 %.2f ms, CPU %.2f ms; not cached %.0f/s, p95 %.2f ms, CPU"
            + " %.2f+%.2f ms: %.1f times (aim %.0f)%n",
        what,
        with.perSecond(),
        with.percentileMs(0.95),
        with.perRequestMs(with.cpuSeconds()),
        without.perSecond(),
        without.percentileMs(0.95),
        without.perRequestMs(without.cpuSeconds()),
        without.perRequestMs(without.databaseSeconds()),
        times,
        AIM);
    if (with.errors() + without.errors() > 0) {
      report.fault("cached " + what + ": " + with.told() + without.told());
    }
    report.note(
        "cached " + what,
        Map.of("warm", with.perSecond(), "cold", without.perSecond(), "times", times),
        times >= AIM);
  }

  private LoadRun.Result run(Peer peer, List<Ask> tiles, double seconds) {
    return LoadRun.run(
        peer::open,
        random -> tiles.get(random.nextInt(tiles.size())),
        CLIENTS,
        seconds,
        SEED,
        peer::processes,
        () -> turns.database().apply(peer.role()));
  }
}
