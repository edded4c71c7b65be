package vn.khuxuong.allocation.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import vn.khuxuong.allocation.solver.Budget;
import vn.khuxuong.platform.CommandFailure;

/**
 * What both benches are told.
 *
 * @param paths files or folders
 * @param budget of each solve
 */
record BenchArguments(List<Path> paths, Budget budget) {
  BenchArguments {
    paths = List.copyOf(paths);
  }

  static BenchArguments parse(List<String> args, double seconds) {
    List<Path> paths = new ArrayList<>();
    double limit = seconds;
    long iterations = Long.MAX_VALUE;
    long seed = 1;
    for (int i = 0; i < args.size(); i++) {
      String arg = args.get(i);
      if (!arg.startsWith("--")) {
        paths.add(Path.of(arg));
        continue;
      }
      if (i + 1 == args.size()) {
        throw new CommandFailure("A value is missing after " + arg);
      }
      String value = args.get(++i);
      try {
        switch (arg) {
          case "--seconds" -> limit = Double.parseDouble(value);
          case "--seed" -> seed = Long.parseLong(value);
          case "--iterations" -> {
            iterations = Long.parseLong(value);
            limit = Double.POSITIVE_INFINITY;
          }
          default -> throw new CommandFailure("Unknown option " + arg + "; see --help");
        }
      } catch (NumberFormatException e) {
        throw new CommandFailure(arg + " must be a number, not '" + value + "'");
      }
    }
    if (paths.isEmpty()) {
      throw new CommandFailure("Say which file or folder to solve; see --help");
    }
    try {
      return new BenchArguments(paths, new Budget(limit, iterations, seed, 2));
    } catch (IllegalArgumentException e) {
      throw new CommandFailure(String.valueOf(e.getMessage()));
    }
  }

  /** The files named, and those in the folders named, by name. */
  static List<Path> files(Path path, String ending) {
    if (Files.isRegularFile(path)) {
      return List.of(path);
    }
    try (Stream<Path> entries = Files.list(path)) {
      return entries
          .filter(file -> Files.isRegularFile(file) && file.toString().endsWith(ending))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new CommandFailure("Cannot read " + path);
    }
  }
}
