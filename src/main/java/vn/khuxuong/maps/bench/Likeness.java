package vn.khuxuong.maps.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks, before anything is measured, that both servers answer with the same content. */
final class Likeness {
  private static final int SAMPLES = 8;
  private static final int COUNTED = 40;
  private static final long SEED = 7;
  private static final double MOST_SQUARES = 0.12;
  private static final double MOST_PAINT = 0.12;
  private static final double COUNT_TOLERANCE = 0.08;

  private final Places places;
  private final Path output;
  private final Report report;
  private final PrintStream out;

  Likeness(Places places, Path output, Report report, PrintStream out) {
    this.places = places;
    this.output = output;
    this.report = report;
    this.out = out;
  }

  /** Compares samples of each mix; what differs too much is a fault. */
  void check(Set<Mix> mixes, Peer ours, Peer other) throws IOException {
    try (Peer.Session us = ours.open();
        Peer.Session them = other.open()) {
      for (Mix mix : mixes) {
        if (mix.isMap()) {
          pictures(mix, us, them);
        } else {
          counts(mix, us, them);
        }
      }
    }
  }

  private void pictures(Mix mix, Peer.Session us, Peer.Session them) throws IOException {
    Random random = new Random(SEED);
    double pixels = 0;
    double squares = 0;
    double paint = 0;
    double painted = 0;
    for (int i = 0; i < SAMPLES; i++) {
      Ask ask = mix.next(places, random);
      byte[] mine = answer(us, ask, "ours");
      byte[] theirs = answer(them, ask, "MapServer");
      if (mine == null || theirs == null) {
        return;
      }
      try {
        SamePicture same = SamePicture.of(mine, theirs);
        pixels += same.pixels() / SAMPLES;
        squares += same.squares() / SAMPLES;
        paint += same.paint() / SAMPLES;
        painted += same.painted() / SAMPLES;
      } catch (IOException e) {
        report.fault(mix.word() + ": " + e.getMessage() + " for " + ask);
        return;
      }
      if (i == 0) {
        Files.write(output.resolve(mix.word() + "-ours.png"), mine);
        Files.write(output.resolve(mix.word() + "-mapserver.png"), theirs);
      }
    }
    out.printf(
        Locale.ROOT,
        "%-12s %5.1f %% of the pixels, %5.1f %% of the squares and %5.1f %% of the paint differ;"
            + " %.0f %% are painted%n",
        mix.word(),
        pixels * 100,
        squares * 100,
        paint * 100,
        painted * 100);
    report.note(
        mix.word() + " likeness",
        Map.of("pixels", pixels, "squares", squares, "paint", paint, "painted", painted),
        true);
    // A name that stands elsewhere moves squares, a layer that is missing changes the paint.
    if (squares > MOST_SQUARES && paint > MOST_PAINT) {
      report.fault(
          String.format(
              Locale.ROOT, "%s: %.1f %% of the picture differs", mix.word(), squares * 100));
    }
  }

  private byte @Nullable [] answer(Peer.Session session, Ask ask, String whose) throws IOException {
    Peer.Answer answer = session.ask(ask);
    if (answer.ok()) {
      return Arrays.copyOf(answer.body(), answer.length());
    }
    report.fault(whose + " answers " + answer.status() + " to " + ask + ": " + beginning(answer));
    return null;
  }

  private static String beginning(Peer.Answer answer) {
    return new String(
            answer.body(),
            0,
            Math.min(300, answer.length()),
            java.nio.charset.StandardCharsets.UTF_8)
        .replaceAll("\\s+", " ");
  }

  private void counts(Mix mix, Peer.Session us, Peer.Session them) throws IOException {
    Random random = new Random(SEED);
    int mine = 0;
    int theirs = 0;
    for (int i = 0; i < COUNTED; i++) {
      Ask ask = mix.next(places, random);
      mine += count(us, ask, "ours");
      theirs += count(them, ask, "MapServer");
    }
    out.printf(Locale.ROOT, "%-12s %d features here, %d there%n", mix.word(), mine, theirs);
    report.note(mix.word() + " features", Map.of("ours", mine, "mapServer", theirs), true);
    if (mine == 0 || Math.abs(mine - theirs) > COUNT_TOLERANCE * Math.max(mine, theirs)) {
      report.fault(mix.word() + ": " + mine + " features here, " + theirs + " there");
    }
  }

  private int count(Peer.Session session, Ask ask, String whose) throws IOException {
    Peer.Answer answer = session.ask(ask);
    if (!answer.ok()) {
      report.fault(whose + " answers " + answer.status() + " to " + ask + ": " + beginning(answer));
      return 0;
    }
    try {
      if (ask instanceof Ask.Tile) {
        return Counts.inTile(answer.body(), answer.length()).values().stream()
            .mapToInt(Integer::intValue)
            .sum();
      }
      return ask instanceof Ask.Info
          ? Counts.inInfo(answer.body(), answer.length(), answer.type())
          : Counts.inGeoJson(answer.body(), answer.length());
    } catch (IOException e) {
      report.fault(whose + ": " + e.getMessage() + " for " + ask + ": " + beginning(answer));
      return 0;
    }
  }
}
