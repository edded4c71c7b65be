package vn.khuxuong.maps.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** CPU time of processes, as Linux counts it; nothing elsewhere. */
final class Processor {
  private static final Path PROC = Path.of("/proc");
  private static final double TICKS_PER_SECOND = 100;
  private static final int PARENT = 1;
  private static final int USER = 11;
  private static final int SYSTEM = 12;

  private Processor() {}

  /** CPU seconds so far, by process. */
  static Map<Long, Double> seconds(Collection<Long> processes) {
    Map<Long, Double> all = new HashMap<>();
    for (long process : processes) {
      String[] facts = facts(process);
      if (facts.length > SYSTEM) {
        double ticks = Double.parseDouble(facts[USER]) + Double.parseDouble(facts[SYSTEM]);
        all.put(process, ticks / TICKS_PER_SECOND);
      }
    }
    return all;
  }

  /** CPU seconds between two readings; a process that began in between counts whole. */
  static double between(Map<Long, Double> before, Map<Long, Double> after) {
    double sum = 0;
    for (Map.Entry<Long, Double> entry : after.entrySet()) {
      sum += entry.getValue() - before.getOrDefault(entry.getKey(), 0.0);
    }
    return sum;
  }

  /** The processes of a database server on this machine; none where it is elsewhere. */
  static List<Long> ofDatabase(JdbcClient jdbc) {
    long backend = jdbc.sql("select pg_backend_pid()").query(Long.class).single();
    String[] facts = facts(backend);
    return facts.length > PARENT && isPostgres(backend)
        ? withChildren(Long.parseLong(facts[PARENT]))
        : List.of();
  }

  private static boolean isPostgres(long process) {
    return ProcessHandle.of(process)
        .flatMap(handle -> handle.info().command())
        .map(command -> command.contains("postgres"))
        .orElse(false);
  }

  private static List<Long> withChildren(long parent) {
    List<Long> found = new ArrayList<>(List.of(parent));
    try (Stream<Path> all = Files.list(PROC)) {
      all.map(path -> path.getFileName().toString())
          .filter(name -> name.matches("\\d+"))
          .map(Long::parseLong)
          .filter(process -> isChild(process, parent))
          .forEach(found::add);
    } catch (IOException e) {
      return List.of();
    }
    return found;
  }

  private static boolean isChild(long process, long parent) {
    String[] facts = facts(process);
    return facts.length > PARENT && facts[PARENT].equals(String.valueOf(parent));
  }

  /** Largest memory that a process has held, in MiB; 0 where that is not told. */
  static double peakMiB(long process) {
    try {
      return Files.readAllLines(PROC.resolve(process + "/status")).stream()
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
          .findFirst()
          .orElse(0);
    } catch (IOException e) {
      return 0;
    }
  }

  /** What stands in /proc/N/stat after the name, which may hold anything. */
  private static String[] facts(long process) {
    try {
      String text = Files.readString(PROC.resolve(process + "/stat"));
      return text.substring(text.lastIndexOf(')') + 2).split(" ");
    } catch (IOException e) {
      return new String[0];
    }
  }
}
