package vn.khuxuong.allocation.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import vn.khuxuong.allocation.solver.Allocator;
import vn.khuxuong.allocation.solver.Instance;
import vn.khuxuong.allocation.solver.InstanceFault;
import vn.khuxuong.allocation.solver.InstanceJson;
import vn.khuxuong.allocation.solver.Progress;
import vn.khuxuong.allocation.solver.Solution;
import vn.khuxuong.allocation.solver.Verdict;
import vn.khuxuong.platform.CommandFailure;

/** The engine's answers beside the naive baseline and its own bound, one line for each problem. */
public final class AllocationBench {
  private static final String HELP =
      """
      usage: khu bench allocation PATH... [--seconds S] [--iterations N] [--seed N]

      Solves every problem (alloc-instance/1, .json) of the files and folders named and prints a
      table: objective, proven bound, gap between them, points above best fit by priority,
      iterations, seconds and the most memory the process has had. 30 seconds each unless said
      otherwise; --iterations limits the work instead.
      """;

  private AllocationBench() {}

  /**
   * Runs it.
   *
   * @return 0 done, 1 if an answer lies below the baseline
   * @throws CommandFailure on bad usage or input
   */
  public static int run(List<String> args, PrintStream out) {
    if (args.contains("--help") || args.contains("-h")) {
      out.print(HELP);
      return 0;
    }
    BenchArguments arguments = BenchArguments.parse(args, 30);
    out.println(
        "| problem | firms | best fit | objective | above | bound | gap | iterations | s | MB |");
    out.println("|---|---|---|---|---|---|---|---|---|---|");
    boolean above = true;
    for (Path path : arguments.paths()) {
      for (Path file : BenchArguments.files(path, ".json")) {
        above &= solve(file, arguments, out);
      }
    }
    return above ? 0 : 1;
  }

  private static boolean solve(Path file, BenchArguments arguments, PrintStream out) {
    Instance instance;
    try {
      instance = InstanceJson.read(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new CommandFailure("Cannot read " + file);
    } catch (InstanceFault fault) {
      throw new CommandFailure(file + ": " + fault.getMessage());
    }
    Verdict baseline = Allocator.baseline(instance);
    Solution solution = Allocator.solve(instance, arguments.budget(), Progress.NONE);
    double above =
        100.0 * (solution.objective() - baseline.objective()) / Math.abs(baseline.objective());
    out.printf(
        Locale.ROOT,
        "| %s | %d | %d | %d | %.1f %% | %d | %.2f %% | %d | %.1f | %s |%n",
        solution.instance(),
        solution.firms(),
        baseline.objective(),
        solution.objective(),
        above,
        solution.bound(),
        100 * solution.gap(),
        solution.iterations(),
        solution.elapsedSeconds(),
        mostMemoryMb());
    return solution.objective() >= baseline.objective();
  }

  /** Peak resident memory of this process so far; a dash where the system does not tell. */
  private static String mostMemoryMb() {
    try {
      return Files.readAllLines(Path.of("/proc/self/status")).stream()
          .filter(line -> line.startsWith("VmHWM:"))
          .map(line -> String.valueOf(Long.parseLong(line.replaceAll("\\D", "")) / 1024))
          .findFirst()
          .orElse("-");
    } catch (IOException e) {
      return "-";
    }
  }
}
