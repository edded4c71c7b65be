package vn.khuxuong;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.khuxuong.platform.CommandFailure;
import vn.khuxuong.space.bench.SearchBench;

/** {@code khu bench search}: the load first, then the measuring. */
final class BenchSearchCommand {
  private BenchSearchCommand() {}

  /**
   * Runs it.
   *
   * @return 0 done, 1 errors or, if strict, a missed aim
   * @throws CommandFailure on bad usage
   */
  static int run(List<String> args, Map<String, String> environment, Path data, Path maps) {
    if (args.contains("--help") || args.contains("-h")) {
      System.out.println(SearchBench.help());
      return 0;
    }
    List<String> rest = new ArrayList<>(args);
    String scale = "city";
    int at = rest.indexOf("--scale");
    if (at >= 0) {
      if (at + 1 == rest.size()) {
        throw new CommandFailure("A value is missing after --scale");
      }
      scale = rest.get(at + 1);
      rest.subList(at, at + 2).clear();
    }
    if (!scale.equals("none")) {
      int loaded = SeedCommand.run(List.of("--scale", scale), environment, data, maps);
      if (loaded != 0) {
        return loaded;
      }
    }
    return SearchBench.run(rest, environment, data, maps, System.out);
  }
}
