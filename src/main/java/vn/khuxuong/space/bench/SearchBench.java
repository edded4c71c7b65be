package vn.khuxuong.space.bench;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.khuxuong.platform.CommandFailure;
import vn.khuxuong.platform.database.Database;

/** {@code khu bench search}. */
public final class SearchBench {
  private static final double AIM_P95_MS = 20;
  private static final double AIM_GROWTH = 1.5;
  private static final long SEED = 2026;

  private final Options options;
  private final PrintStream out;
  private final Path maps;
  private final List<String> missed = new ArrayList<>();
  private final List<String> faults = new ArrayList<>();

  private SearchBench(Options options, PrintStream out, Path maps) {
    this.options = options;
    this.out = out;
    this.maps = maps;
  }

  /** The usage. */
  public static String help() {
    return Options.HELP;
  }

  /**
   * Runs it.
   *
   * @param args without {@code --scale}
   * @param maps folder of layers and styles
   * @return 0 done, 1 errors or, if strict, a missed aim
   * @throws CommandFailure on bad usage, or where there is nothing to search
   */
  public static int run(
      List<String> args, Map<String, String> environment, Path data, Path maps, PrintStream out) {
    Options options = Options.parse(args);
    SearchBench bench = new SearchBench(options, out, maps);
    try (Database database = Database.join(environment, data)) {
      database.migrate();
      bench.measure(database);
    }
    bench.faults.forEach(line -> out.println("ERROR: " + line));
    out.println(
        bench.missed.isEmpty() ? "Every aim is met" : "Missed: " + String.join(", ", bench.missed));
    return bench.faults.isEmpty() && (bench.missed.isEmpty() || !options.strict()) ? 0 : 1;
  }

  private void measure(Database database) {
    try (Service ours = Service.start(database, maps)) {
      // Only then are the zones there that come from files.
      List<Mix.ZonePoint> zones = zones(database);
      tellSize(database);
      warmUp(ours, zones);
      Load.run(() -> new SqlDoor(database), random -> Mix.any(zones, random), 4, 2, SEED);
      table(database, ours, zones);
      Path smaller = options.smaller();
      if (smaller != null) {
        try (Database less = Database.join(Map.of(), smaller)) {
          less.migrate();
          try (Service small = Service.start(less, maps)) {
            growth(small, ours, zones(less));
          }
        }
      }
    }
  }

  private static List<Mix.ZonePoint> zones(Database database) {
    List<Mix.ZonePoint> zones =
        JdbcClient.create(database.dataSource())
            .sql(
                """
                select z.code, st_x(st_centroid(z.geom)) as lon, st_y(st_centroid(z.geom)) as lat
                from zoning.zones z
                where exists (select from space.buildings b where b.zone_id = z.id)
                order by z.code""")
            .query(
                (row, n) ->
                    new Mix.ZonePoint(
                        row.getString("code"), row.getDouble("lon"), row.getDouble("lat")))
            .list();
    if (zones.isEmpty()) {
      throw new CommandFailure("There are no buildings; load some with khu seed");
    }
    return zones;
  }

  private void tellSize(Database database) {
    out.println(
        JdbcClient.create(database.dataSource())
            .sql(
                """
                select format('%s zones, %s buildings, %s bays, %s vacancies',
                  (select count(*) from zoning.zones), (select count(*) from space.buildings),
                  (select count(*) from space.bays), (select count(*) from derived.vacancies))""")
            .query(String.class)
            .single());
  }

  private void warmUp(Service service, List<Mix.ZonePoint> zones) {
    if (options.warmUp() > 0) {
      Load.run(service::open, random -> Mix.any(zones, random), 4, options.warmUp(), SEED);
    }
  }

  private void table(Database database, Service ours, List<Mix.ZonePoint> zones) {
    Map<String, Function<Random, Ask>> kinds = new LinkedHashMap<>();
    kinds.put("mixed", random -> Mix.any(zones, random));
    for (Mix mix : Mix.values()) {
      kinds.put(mix.word(), random -> mix.next(zones, random));
    }
    out.println(
        "| searches | clients | ours req/s | p50 / p95 / p99 ms | bare SQL req/s | p50 / p95 / p99"
            + " ms | times | of its p95 | aim |\n|---|---|---|---|---|---|---|---|---|");
    kinds.forEach(
        (name, next) -> {
          List<Load.Result> mine = new ArrayList<>();
          List<Load.Result> bare = new ArrayList<>();
          for (int round = 0; round < options.rounds(); round++) {
            long seed = SEED + 31L * round;
            mine.add(take(ours::open, next, seed));
            bare.add(take(() -> new SqlDoor(database), next, seed));
          }
          line(name, Load.Result.of(mine), Load.Result.of(bare));
        });
  }

  private Load.Result take(Door.Opener door, Function<Random, Ask> next, long seed) {
    return Load.run(door, next, options.clients(), options.seconds(), seed);
  }

  private void line(String name, Load.Result ours, Load.Result bare) {
    boolean met = ours.ms(0.95) <= AIM_P95_MS;
    out.printf(
        Locale.ROOT,
        "| %s | %d | %.0f | %s | %.0f | %s | %.1f | %.3f | p95 %.0f ms %s |%n",
        name,
        options.clients(),
        ours.perSecond(),
        times(ours),
        bare.perSecond(),
        times(bare),
        ours.perSecond() / bare.perSecond(),
        ours.ms(0.95) / bare.ms(0.95),
        AIM_P95_MS,
        met ? "met" : "MISSED");
    if (!met) {
      missed.add(name);
    }
    fault(name, ours);
    fault(name + ", bare SQL", bare);
  }

  private static String times(Load.Result result) {
    return String.format(
        Locale.ROOT, "%.1f / %.1f / %.1f", result.ms(0.5), result.ms(0.95), result.ms(0.99));
  }

  private void fault(String name, Load.Result result) {
    if (result.errors() > 0) {
      faults.add(name + ": " + String.join("; ", result.faults()));
    }
  }

  /** The same searches, about places that both have. */
  private void growth(Service small, Service large, List<Mix.ZonePoint> common) {
    warmUp(small, common);
    List<Load.Result> less = new ArrayList<>();
    List<Load.Result> more = new ArrayList<>();
    for (int round = 0; round < options.rounds(); round++) {
      long seed = SEED + 77L * round;
      less.add(take(small::open, random -> Mix.any(common, random), seed));
      more.add(take(large::open, random -> Mix.any(common, random), seed));
    }
    Load.Result smaller = Load.Result.of(less);
    Load.Result larger = Load.Result.of(more);
    double ratio = larger.ms(0.95) / smaller.ms(0.95);
    boolean met = ratio <= AIM_GROWTH;
    out.printf(
        Locale.ROOT,
        "Growth: p50 %.1f ms, p95 %.1f ms over the smaller load, p50 %.1f ms, p95 %.1f ms over the"
            + " larger: %.2f times at p95 (aim %.1f) %s%n",
        smaller.ms(0.5),
        smaller.ms(0.95),
        larger.ms(0.5),
        larger.ms(0.95),
        ratio,
        AIM_GROWTH,
        met ? "met" : "MISSED");
    if (!met) {
      missed.add("growth");
    }
    fault("growth, smaller", smaller);
    fault("growth, larger", larger);
  }
}
