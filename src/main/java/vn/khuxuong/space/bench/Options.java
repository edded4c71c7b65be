package vn.khuxuong.space.bench;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.khuxuong.platform.CommandFailure;

/**
 * What is measured and how.
 *
 * @param clients at a time
 * @param rounds how often each has its turn
 * @param seconds of each turn
 * @param warmUp seconds for our JVM
 * @param smaller data folder of a smaller load to compare with, null for none
 * @param strict whether a missed aim is a failure
 */
record Options(
    int clients,
    int rounds,
    double seconds,
    double warmUp,
    @Nullable Path smaller,
    boolean strict) {

  static final String HELP =
      """
      Usage: khu bench search [OPTION]...
      Measures the search for free floor space over loopback, without its cache of answers, beside
      the bare SQL of the same searches, interleaved in one run, over the data of KHU_DATA or
      KHU_DB_URL.
        --scale S        load this first if it is not there: city (default), national, none
        --concurrency N  clients at a time, default 16
        --rounds N       default 3
        --seconds S      of each turn, default 5
        --warm-up S      for our JVM, default 30
        --smaller DIR    data folder with a smaller load: how much slower does the larger make us?
        --strict         exit 1 when an aim is missed (p95 20 ms; larger 1.5 times); errors always do
      Ratios mean something, times only beside each other.
      Exit codes: 0 done, 1 errors or, if strict, a missed aim, 2 bad usage\
      """;

  /**
   * Reads the arguments, {@code --scale} left out.
   *
   * @throws CommandFailure if one is not understood
   */
  static Options parse(List<String> args) {
    int clients = 16;
    int rounds = 3;
    double seconds = 5;
    double warmUp = 30;
    Path smaller = null;
    boolean strict = false;
    for (int i = 0; i < args.size(); i++) {
      String option = args.get(i);
      if (option.equals("--strict")) {
        strict = true;
        continue;
      }
      if (i + 1 == args.size()) {
        throw new CommandFailure(
            "Unknown or incomplete: " + option + "; see khu bench search --help");
      }
      String value = args.get(++i);
      switch (option) {
        case "--concurrency" -> clients = (int) number(value, 1, 256);
        case "--rounds" -> rounds = (int) number(value, 1, 100);
        case "--seconds" -> seconds = number(value, 0.1, 600);
        case "--warm-up" -> warmUp = number(value, 0, 3600);
        case "--smaller" -> smaller = Path.of(value);
        default ->
            throw new CommandFailure("Unknown option " + option + "; see khu bench search --help");
      }
    }
    return new Options(clients, rounds, seconds, warmUp, smaller, strict);
  }

  private static double number(String text, double least, double most) {
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
