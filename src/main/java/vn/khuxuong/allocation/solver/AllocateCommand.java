package vn.khuxuong.allocation.solver;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * {@code khu allocate}: reads an instance, solves it, writes the checked answer. Exit codes: 0
 * done, 2 bad usage or input; then one line says what is wrong and nothing is written.
 */
public final class AllocateCommand {
  private static final String HELP =
      """
      usage: khu allocate IN.json -o OUT.json [--seconds S] [--seed N] [--iterations N] [--json]

      Places the firms of IN.json (alloc-instance/1) on its floors and writes the checked
      answer with its proven bound to OUT.json (alloc-result/1).

        -o OUT.json      where the answer goes; replaced only when the solve has succeeded
        --seconds S      most seconds to take, 20 unless said otherwise
        --seed N         seed of every random choice, 1 unless said otherwise
        --iterations N   limit the work instead of the time: the same seed then gives the
                         same bytes on any machine
        --json           print the summary as one line of JSON: objective by part, bound,
                         gap, iterations, seed and SHA-256 of the input
        --help           this text

      exit code: 0 done, 2 bad usage or input
      """;

  private static final double MOST_SECONDS = 86_400;
  private static final long LARGEST_INPUT = 512L << 20;

  private final Path in;
  private final Path out;
  private final Budget budget;
  private final boolean printsJson;

  /** What a user did wrong, in one line. */
  private static final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;

    Refusal(String message) {
      super(message);
    }
  }

  private AllocateCommand(Path in, Path out, Budget budget, boolean printsJson) {
    this.in = in;
    this.out = out;
    this.budget = budget;
    this.printsJson = printsJson;
  }

  /**
   * Runs the command.
   *
   * @param args what follows the word {@code allocate}
   * @param out takes the summary of the answer
   * @param err takes progress, at most a line a second, and refusals
   * @return the exit code
   */
  public static int run(String[] args, PrintStream out, PrintStream err) {
    for (String arg : args) {
      if (arg.equals("--help") || arg.equals("-h")) {
        out.print(HELP);
        return 0;
      }
    }
    try {
      parse(args).run(out, err);
      return 0;
    } catch (Refusal refusal) {
      err.println("khu allocate: " + refusal.getMessage());
    } catch (OutOfMemoryError e) {
      err.println("khu allocate: the instance needs more memory than Java may use; raise -Xmx");
    } catch (IllegalStateException e) {
      err.println("khu allocate: internal error, nothing written: " + e.getMessage());
    }
    return 2;
  }

  private static AllocateCommand parse(String[] args) throws Refusal {
    String in = null;
    String out = null;
    String seconds = null;
    String seed = "1";
    String iterations = null;
    boolean printsJson = false;
    for (int i = 0; i < args.length; i++) {
      switch (args[i]) {
        case "-o", "--output" -> out = next(args, i++);
        case "--seconds" -> seconds = next(args, i++);
        case "--seed" -> seed = next(args, i++);
        case "--json" -> printsJson = true;
        case "--iterations" -> iterations = next(args, i++);
        default -> {
          if (args[i].startsWith("-") && !args[i].equals("-")) {
            throw new Refusal("unknown option '" + args[i] + "' (see --help)");
          }
          if (in != null) {
            throw new Refusal("one input file only, not also '" + args[i] + "' (see --help)");
          }
          in = args[i];
        }
      }
    }
    if (in == null) {
      throw new Refusal("no input file (see --help)");
    }
    if (out == null) {
      throw new Refusal("no output file: say -o OUT.json (see --help)");
    }
    return new AllocateCommand(path(in), path(out), budget(seconds, seed, iterations), printsJson);
  }

  private static Path path(String text) throws Refusal {
    try {
      if (!text.isEmpty()) {
        return Path.of(text);
      }
    } catch (InvalidPathException e) {
      // Falls through to the same refusal.
    }
    throw new Refusal("not a file name: '" + text + "'");
  }

  private static String next(String[] args, int i) throws Refusal {
    if (i + 1 == args.length) {
      throw new Refusal(args[i] + " needs a value (see --help)");
    }
    return args[i + 1];
  }

  private static Budget budget(@Nullable String seconds, String seed, @Nullable String iterations)
      throws Refusal {
    long seedNumber = whole("--seed", seed);
    double limit = Double.POSITIVE_INFINITY;
    if (seconds != null || iterations == null) {
      String text = seconds == null ? "20" : seconds;
      try {
        limit = Double.parseDouble(text);
      } catch (NumberFormatException e) {
        limit = Double.NaN;
      }
      if (!(limit > 0 && limit <= MOST_SECONDS)) {
        throw new Refusal(
            "--seconds must be a number above 0 and at most 86400, not '" + text + "'");
      }
    }
    long work = iterations == null ? Long.MAX_VALUE : whole("--iterations", iterations);
    if (work < 1) {
      throw new Refusal("--iterations must be a whole number >= 1, not '" + iterations + "'");
    }
    return new Budget(limit, work, seedNumber, 2);
  }

  private static long whole(String option, String text) throws Refusal {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw new Refusal(option + " must be a whole number, not '" + text + "'");
    }
  }

  private void run(PrintStream out, PrintStream err) throws Refusal {
    checkOutput();
    byte[] json = readInput();
    Instance instance;
    try {
      instance = InstanceJson.read(json);
    } catch (InstanceFault fault) {
      throw new Refusal(in + ": " + fault.getMessage());
    }
    Solution solution = Allocator.solve(instance, budget, new ProgressLines(err));
    if (solution.notice() != null) {
      err.println("khu allocate: note: " + solution.notice());
    }
    String sha256 = InstanceJson.sha256(json);
    writeOutput(ResultJson.write(solution, sha256));
    if (printsJson) {
      out.println(ResultJson.summary(solution, sha256));
      return;
    }
    Score score = solution.verdict().score();
    out.printf(
        Locale.ROOT,
        "%s %s: objective %d (demand %d, preference %d, vacant runs %d, cluster links %d),"
            + " bound %d, gap %.3f %%, placed %d/%d, %.1f s, %d iterations, seed %d%n",
        solution.instance(),
        solution.status(),
        solution.objective(),
        score.demand(),
        score.preference(),
        score.vacantRuns(),
        score.clusterLinks(),
        solution.bound(),
        100 * solution.gap(),
        solution.verdict().placed(),
        solution.firms(),
        solution.elapsedSeconds(),
        solution.iterations(),
        budget.seed());
  }

  private byte[] readInput() throws Refusal {
    try {
      if (Files.isDirectory(in)) {
        throw new Refusal(in + " is a directory");
      }
      if (Files.size(in) > LARGEST_INPUT) {
        throw new Refusal(in + " is larger than 512 MB");
      }
      return Files.readAllBytes(in);
    } catch (NoSuchFileException e) {
      throw new Refusal("no such file: " + in);
    } catch (IOException e) {
      throw new Refusal("cannot read " + in + ": " + e.getMessage());
    }
  }

  /** Refuses before the solve what could not be written after it. */
  private void checkOutput() throws Refusal {
    if (Files.isDirectory(out)) {
      throw new Refusal(out + " is a directory");
    }
    Path folder = folder();
    if (!Files.isDirectory(folder)) {
      throw new Refusal("no such directory: " + folder);
    }
    if (!Files.isWritable(Files.exists(out) ? out : folder)) {
      throw new Refusal("cannot write " + out);
    }
  }

  private Path folder() {
    Path parent = out.toAbsolutePath().getParent();
    return parent == null ? out.toAbsolutePath() : parent;
  }

  private void writeOutput(byte[] json) throws Refusal {
    try {
      if (Files.exists(out) && !Files.isRegularFile(out)) {
        // A pipe or device is written to, never replaced.
        Files.write(out, json);
        return;
      }
      Path target = Files.exists(out) ? out.toRealPath() : out.toAbsolutePath();
      Path draft =
          target.resolveSibling(
              "." + target.getFileName() + "." + ProcessHandle.current().pid() + ".tmp");
      try {
        Files.write(draft, json, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        Files.move(
            draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(draft);
      }
    } catch (IOException e) {
      throw new Refusal("cannot write " + out + ": " + e.getMessage());
    }
  }

  /** Progress as lines of text, one a second. */
  private static final class ProgressLines implements Progress {
    private final PrintStream err;
    private double next = 1;

    ProgressLines(PrintStream err) {
      this.err = err;
    }

    @Override
    public void report(Report report) {
      if (report.elapsedSeconds() < next) {
        return;
      }
      next = report.elapsedSeconds() + 1;
      String proven =
          report.bound() == Long.MAX_VALUE
              ? ""
              : String.format(
                  Locale.ROOT,
                  ", bound %d, gap %.2f %%",
                  report.bound(),
                  100.0
                      * (report.bound() - report.objective())
                      / Math.max(1, Math.abs(report.bound())));
      err.printf(
          Locale.ROOT,
          "%.0f s: objective %d%s, %d iterations%n",
          report.elapsedSeconds(),
          report.objective(),
          proven,
          report.iterations());
    }

    @Override
    public boolean cancelled() {
      return false;
    }
  }
}
