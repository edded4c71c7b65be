package vn.khuxuong.maps.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.khuxuong.platform.CommandFailure;

/**
 * What is measured and how.
 *
 * @param mixes kinds of traffic
 * @param clients numbers of clients at a time
 * @param rounds how often every peer has its turn
 * @param seconds of each turn
 * @param warm whether cached tiles are measured
 * @param heap whether the largest requests are tried in a small heap
 * @param smaller data folder of a smaller load to compare with, null for none
 * @param output folder for pictures and figures
 * @param strict whether a missed aim is a failure
 */
record BenchOptions(
    Set<Mix> mixes,
    List<Integer> clients,
    int rounds,
    double seconds,
    boolean warm,
    boolean heap,
    @Nullable Path smaller,
    Path output,
    boolean strict) {
  private static final String WARM = "warm";
  private static final String HEAP = "heap";

  static final String HELP =
      """
      Usage: khu bench maps [OPTION]...
      Measures our map services beside MapServer 8 (FastCGI behind nginx) and beside the bare
      database, interleaved in one run, over the data of KHU_DATA or KHU_DB_URL.
        --scale S        load this first if it is not there: city (default), national, none
        --mixes A,B      of %s
                         and warm (cached tiles), heap (16 largest requests in 512 MiB); default all
        --concurrency N  clients at a time, default 1,4,16
        --rounds N       default 3
        --seconds S      of each turn, default 3
        --smaller DIR    data folder with a smaller load: how much slower does the larger make us?
        --output DIR     pictures and figures, default bench-maps
        --strict         exit 1 when an aim is missed; errors and wrong pictures always do
      Ratios mean something, times only beside each other.
      Exit codes: 0 done, 1 wrong answers or, if strict, a missed aim, 2 bad usage\
      """
          .formatted(words());

  private static String words() {
    return Arrays.stream(Mix.values()).map(Mix::word).collect(Collectors.joining(","));
  }

  /**
   * Reads the arguments, {@code --scale} left out.
   *
   * @throws CommandFailure if one is not understood
   */
  static BenchOptions parse(List<String> args) {
    Set<Mix> mixes = EnumSet.allOf(Mix.class);
    List<Integer> clients = List.of(1, 4, 16);
    int rounds = 3;
    double seconds = 3;
    boolean warm = true;
    boolean heap = true;
    Path smaller = null;
    Path output = Path.of("bench-maps");
    boolean strict = false;
    for (int i = 0; i < args.size(); i++) {
      String option = args.get(i);
      if (option.equals("--strict")) {
        strict = true;
        continue;
      }
      if (i + 1 == args.size()) {
        throw new CommandFailure(
            "Unknown or incomplete: " + option + "; see khu bench maps --help");
      }
      String value = args.get(++i);
      switch (option) {
        case "--mixes" -> {
          List<String> wanted = new ArrayList<>(List.of(value.split(",", -1)));
          warm = wanted.remove(WARM);
          heap = wanted.remove(HEAP);
          mixes = mixes(wanted);
        }
        case "--concurrency" ->
            clients =
                Arrays.stream(value.split(",", -1)).map(n -> number(n, 1, 256).intValue()).toList();
        case "--rounds" -> rounds = number(value, 1, 100).intValue();
        case "--seconds" -> seconds = number(value, 0.1, 600);
        case "--smaller" -> smaller = Path.of(value);
        case "--output" -> output = Path.of(value);
        default ->
            throw new CommandFailure("Unknown option " + option + "; see khu bench maps --help");
      }
    }
    return new BenchOptions(mixes, clients, rounds, seconds, warm, heap, smaller, output, strict);
  }

  private static Set<Mix> mixes(List<String> words) {
    Set<Mix> mixes = EnumSet.noneOf(Mix.class);
    for (String word : words) {
      try {
        mixes.add(Mix.valueOf(word.toUpperCase(Locale.ROOT)));
      } catch (IllegalArgumentException e) {
        throw new CommandFailure("Unknown mix " + word + "; there are " + words());
      }
    }
    return mixes;
  }

  private static Double number(String text, double least, double most) {
    try {
      double number = Double.parseDouble(text);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // said below
    }
    throw new CommandFailure("Not a number from " + least + " to " + most + ": " + text);
  }
}
