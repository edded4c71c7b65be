package vn.khuxuong.allocation.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import vn.khuxuong.allocation.solver.AssignmentProblem;
import vn.khuxuong.allocation.solver.InstanceFault;
import vn.khuxuong.platform.CommandFailure;

/**
 * The engine on generalised assignment problems of the literature (Chu and Beasley, 1997; Yagiura,
 * Ibaraki and Glover, 2004), beside the best costs known. They are not part of this repository:
 * their owners' terms are not stated.
 */
public final class GapBench {
  private static final String HELP =
      """
      usage: khu bench gap DIR [--seconds S] [--iterations N] [--seed N]

      Solves the generalised assignment problems in DIR/data (m n, costs, uses, capacities) of up
      to 500 jobs and prints cost, gap to the best value in DIR/best_known.csv (columns name and
      best_value) and our own lower bound. 10 seconds each unless said otherwise.
      """;

  private GapBench() {}

  /**
   * Runs it.
   *
   * @return 0 done, 1 if a cost lies below a bound or a job has no agent
   * @throws CommandFailure on bad usage or input
   */
  public static int run(List<String> args, PrintStream out) {
    if (args.contains("--help") || args.contains("-h")) {
      out.print(HELP);
      return 0;
    }
    BenchArguments arguments = BenchArguments.parse(args, 10);
    out.println("| problem | best known | cost | gap to it | our bound | iterations |");
    out.println("|---|---|---|---|---|---|");
    boolean sound = true;
    for (Path folder : arguments.paths()) {
      Map<String, Long> best = bestKnown(folder.resolve("best_known.csv"));
      for (Path file : BenchArguments.files(folder.resolve("data"), "")) {
        sound &= solve(file, best, arguments, out);
      }
    }
    return sound ? 0 : 1;
  }

  private static boolean solve(
      Path file, Map<String, Long> best, BenchArguments arguments, PrintStream out) {
    String name = String.valueOf(file.getFileName());
    AssignmentProblem problem;
    try {
      problem = AssignmentProblem.read(Files.readString(file));
    } catch (IOException e) {
      throw new CommandFailure("Cannot read " + file);
    } catch (InstanceFault fault) {
      out.printf("| %s | left out: %s | | | | |%n", name, fault.getMessage());
      return true;
    }
    AssignmentProblem.Answer answer = problem.solve(arguments.budget());
    Long known = best.get(name);
    out.printf(
        Locale.ROOT,
        "| %s | %s | %d | %s | %d | %d |%n",
        name,
        known == null ? "-" : known,
        answer.cost(),
        !answer.complete()
            ? "not all jobs placed"
            : known == null
                ? "-"
                : String.format(Locale.ROOT, "%.2f %%", 100.0 * (answer.cost() - known) / known),
        answer.bound(),
        answer.iterations());
    return answer.complete() && answer.cost() >= answer.bound();
  }

  private static Map<String, Long> bestKnown(Path csv) {
    try {
      List<String> lines = Files.readAllLines(csv);
      List<String> header = List.of(lines.get(0).split(",", -1));
      int name = header.indexOf("name");
      int value = header.indexOf("best_value");
      return lines.stream()
          .skip(1)
          .map(line -> line.split(",", -1))
          .filter(fields -> fields.length > Math.max(name, value))
          .collect(Collectors.toMap(fields -> fields[name], fields -> Long.valueOf(fields[value])));
    } catch (IOException | RuntimeException e) {
      throw new CommandFailure("Cannot read " + csv + " (columns name and best_value)");
    }
  }
}
