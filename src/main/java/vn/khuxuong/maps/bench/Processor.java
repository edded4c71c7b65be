package vn.khuxuong.maps.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
  private static final int USER = 11;
  private static final int SYSTEM = 12;

  private Processor() {}

  /** CPU seconds so far, by process. */
  static Map<Long, Double> seconds(Collection<Long> processes) {
    Map<Long, Double> all = new HashMap<>();
    for (long process : processes) {
      String[] facts = facts(read(PROC.resolve(process + "/stat")));
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

  /** CPU seconds of processes so far, all together. */
  static double total(Collection<Long> processes) {
    return seconds(processes).values().stream().mapToDouble(Double::doubleValue).sum();
  }

  /** CPU seconds that a JVM's compilers have taken so far; 0 where that is not told. */
  static double compilerSeconds(long process) {
    double ticks = 0;
    try (Stream<Path> threads = Files.list(PROC.resolve(process + "/task"))) {
      for (Path thread : threads.toList()) {
        String text = read(thread.resolve("stat"));
        String[] facts = facts(text);
        boolean compiler = text.contains("(C1 Compiler") || text.contains("(C2 Compiler");
        if (compiler && facts.length > SYSTEM) {
          ticks += Double.parseDouble(facts[USER]) + Double.parseDouble(facts[SYSTEM]);
        }
      }
    } catch (IOException e) {
      return 0;
    }
    return ticks / TICKS_PER_SECOND;
  }

  /** The database's processes that work for a role; none where they are not on this machine. */
  static List<Long> ofDatabase(JdbcClient jdbc, String role) {
    return jdbc
        .sql(
            """
            select pid from pg_stat_activity
            where usename = :role and datname = current_database() and pid <> pg_backend_pid()\
            """)
        .param("role", role)
        .query(Long.class)
        .list()
        .stream()
        .filter(process -> read(PROC.resolve(process + "/stat")).contains("(postgres)"))
        .toList();
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
  private static String[] facts(String text) {
    int end = text.lastIndexOf(')');
    return end < 0 ? new String[0] : text.substring(end + 2).split(" ");
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return ""; // it has ended
    }
  }
}
