package vn.khuxuong;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import vn.khuxuong.allocation.bench.AllocationBench;
import vn.khuxuong.allocation.bench.GapBench;
import vn.khuxuong.allocation.solver.AllocateCommand;
import vn.khuxuong.platform.CommandFailure;
import vn.khuxuong.platform.security.UserCommand;
import vn.khuxuong.zoning.check.CheckBench;
import vn.khuxuong.zoning.rule.CheckCommand;

/** The program's one door: {@code serve} runs the service, every other word is a command. */
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
public class Khuxuong {

  /**
   * Runs one command and ends the process with its exit code (0 done, 1 the answer is no, 2 bad
   * usage or input); {@code serve} keeps running until it is stopped.
   *
   * @param args the command and its own arguments
   */
  public static void main(String[] args) {
    int exitCode;
    try {
      exitCode = run(Arrays.asList(args), System.getenv());
    } catch (CommandFailure failure) {
      System.err.println("khu: " + failure.getMessage());
      exitCode = failure.exitCode();
    }
    boolean serving = exitCode == 0 && args.length > 0 && args[0].equals("serve");
    if (!serving || Arrays.asList(args).contains("--help")) {
      System.exit(exitCode);
    }
  }

  private static int run(List<String> args, Map<String, String> environment) {
    Path data = Path.of(environment.getOrDefault("KHU_DATA", ".khu"));
    List<String> rest = args.isEmpty() ? args : args.subList(1, args.size());
    return switch (args.isEmpty() ? "" : args.get(0)) {
      case "serve" -> ServeCommand.run(rest, environment, data);
      case "allocate" -> AllocateCommand.run(rest.toArray(String[]::new), System.out, System.err);
      case "check" -> CheckCommand.run(rest, System.out, System.err, maps(environment));
      case "bench" -> bench(rest, environment, data);
      case "seed" -> SeedCommand.run(rest, environment, data, maps(environment));
      case "user" -> UserCommand.run(rest, environment, data);
      default -> throw new CommandFailure("Unknown command; see ./khu --help");
    };
  }

  private static int bench(List<String> args, Map<String, String> environment, Path data) {
    List<String> rest = args.isEmpty() ? args : args.subList(1, args.size());
    switch (args.isEmpty() ? "" : args.get(0)) {
      case "checks" -> {
        return CheckBench.run(rest, System.out);
      }
      case "maps" -> {
        return BenchMapsCommand.run(rest, environment, data, maps(environment));
      }
      case "search" -> {
        return BenchSearchCommand.run(rest, environment, data, maps(environment));
      }
      case "allocation" -> {
        return AllocationBench.run(rest, System.out);
      }
      case "gap" -> {
        return GapBench.run(rest, System.out);
      }
      default -> {
        System.out.println(
            """
            Usage: khu bench checks|maps|search|allocation|gap
              checks   how the checks of a plan grow with it
              maps     our map services beside MapServer and the bare database
              search   the search for free floor space beside the bare database
              allocation, gap
                       the allocation engine beside its bound, the baseline and the literature
            Ratios of measurements of one run; see --help of each.\
            """);
        return args.contains("--help") ? 0 : CommandFailure.BAD_USAGE;
      }
    }
  }

  private static Path maps(Map<String, String> environment) {
    return Path.of(environment.getOrDefault("KHU_MAPS", "maps"));
  }
}
