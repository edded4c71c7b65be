package vn.khuxuong.maps.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.khuxuong.maps.bench.OurService.Keeps;
import vn.khuxuong.maps.layer.Layer;
import vn.khuxuong.maps.layer.LayerCatalogue;
import vn.khuxuong.platform.CommandFailure;
import vn.khuxuong.platform.database.Database;

/** {@code khu bench maps}. */
public final class MapsBench {
  private static final String HEAP = "512m";

  /** How the codes of the city's zones begin. */
  private static final String CITY = "HM";

  private static final long SEED = 2026;

  private final BenchOptions options;
  private final PrintStream out;
  private final Path maps;
  private final Workshop workshop;
  private final Report report = new Report();

  private MapsBench(BenchOptions options, PrintStream out, Path maps, Workshop workshop) {
    this.options = options;
    this.out = out;
    this.maps = maps;
    this.workshop = workshop;
  }

  /** Whether the arguments ask for the usage only. */
  public static String help() {
    return BenchOptions.HELP;
  }

  /**
   * Runs it.
   *
   * @param args without {@code --scale}
   * @param maps folder of layers and styles
   * @return 0 done, 1 wrong answers or, if strict, a missed aim
   * @throws CommandFailure on bad usage, or where something is not installed
   */
  public static int run(
      List<String> args, Map<String, String> environment, Path data, Path maps, PrintStream out) {
    BenchOptions options = BenchOptions.parse(args);
    try (Workshop workshop = new Workshop()) {
      Database database = workshop.keep(Database.join(environment, data));
      database.migrate();
      return new MapsBench(options, out, maps.toAbsolutePath(), workshop).measure(database);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private int measure(Database database) throws IOException {
    JdbcClient jdbc = JdbcClient.create(database.dataSource());
    List<Layer> layers =
        new LayerCatalogue(maps.resolve("layers"), layer -> List.of())
            .layers().stream().filter(layer -> layer.roles().isEmpty()).toList();
    Path folder = workshop.folder();
    out.println("Starting MapServer and our service");
    Path styles = maps.resolve("styles");
    MapServerPeer mapServer =
        workshop.keep(
            MapServerPeer.start(
                database,
                layers,
                styles,
                options.mixes().stream()
                    .filter(mix -> !mix.isTile())
                    .map(Mix::zoom)
                    .collect(Collectors.toCollection(TreeSet::new)),
                folder));
    OurService ours =
        workshop.keep(OurService.start("ours", database, maps, folder, HEAP, Keeps.FEATURES));
    // Ours first: at its start it loads the zones that come from files.
    Places places = Places.read(jdbc, "");
    if (places.count() == 0) {
      throw new CommandFailure("There are no zones; load some with khu seed");
    }
    BareSql bare = workshop.keep(new BareSql(database, layers));
    out.printf(Locale.ROOT, "%d zones; %s%n", places.count(), database.origin());
    Files.createDirectories(options.output());
    Turns turns = new Turns(places, role -> Processor.ofDatabase(jdbc, role));
    tellLoadsOwnCost(mapServer);
    new Likeness(places, options.output(), report, out).check(options.mixes(), ours, mapServer);
    if (!report.wrong().isEmpty()) {
      return finish();
    }
    new WarmUp(turns, options.mixes(), options.warmUp(), out).of(ours);
    for (Mix mix : options.mixes()) {
      if (!mix.isMap() && mix != Mix.INFO) {
        turns.take(bare, mix, 4, 1, SEED);
      }
    }
    table(turns, ours, mapServer, bare);
    if (options.warm()) {
      new WarmTiles(places, turns, report, out)
          .measure(
              workshop.keep(
                  OurService.start("ours cold", database, maps, folder, HEAP, Keeps.NOTHING)),
              workshop.keep(
                  OurService.start("ours cached", database, maps, folder, HEAP, Keeps.TILES)),
              options.seconds(),
              options.warmUp());
    }
    if (options.smaller() != null) {
      Database small = workshop.keep(Database.join(Map.of(), options.smaller()));
      small.migrate();
      Places common = Places.read(JdbcClient.create(small.dataSource()), CITY);
      new Growth(options, report, out)
          .measure(
              common,
              workshop.keep(
                  OurService.start("ours over less", small, maps, folder, HEAP, Keeps.FEATURES)),
              ours);
    }
    if (options.heap()) {
      new LargestRequests(places, report, out).measure(ours);
    }
    return finish();
  }

  private void tellLoadsOwnCost(MapServerPeer mapServer) {
    LoadRun.Result still =
        LoadRun.run(
            mapServer::still,
            random -> new Ask.Page("", vn.khuxuong.geo.BBox.VIETNAM, 0),
            4,
            1,
            SEED,
            () -> java.util.Set.of(ProcessHandle.current().pid()),
            List::of);
    out.printf(
        Locale.ROOT,
        "The load's own cost: %.3f ms of CPU a request (nginx, 1 KiB file, %.0f requests/s)%n",
        still.perRequestMs(still.cpuSeconds()),
        still.perSecond());
  }

  private void table(Turns turns, OurService ours, MapServerPeer mapServer, BareSql bare) {
    Map<String, List<LoadRun.Result>> results = new LinkedHashMap<>();
    List<Peer> peers = List.of(ours, mapServer, bare);
    for (int round = 0; round < options.rounds(); round++) {
      for (Mix mix : options.mixes()) {
        for (int clients : options.clients()) {
          long seed = SEED + round * 31L + clients;
          for (Peer peer : peers) {
            if (peer.answers(mix.next(turns.places(), new Random(SEED)))) {
              results
                  .computeIfAbsent(key(mix, clients, peer), any -> new ArrayList<>())
                  .add(turns.take(peer, mix, clients, options.seconds(), seed));
            }
          }
        }
      }
      out.printf("Round %d of %d is done%n", round + 1, options.rounds());
    }
    out.println();
    out.println(Report.HEADER);
    for (Mix mix : options.mixes()) {
      for (int clients : options.clients()) {
        List<LoadRun.Result> ofBare = results.get(key(mix, clients, bare));
        Report.Row row =
            new Report.Row(
                mix,
                clients,
                LoadRun.Result.of(results.getOrDefault(key(mix, clients, ours), List.of())),
                LoadRun.Result.of(results.getOrDefault(key(mix, clients, mapServer), List.of())),
                ofBare == null ? null : LoadRun.Result.of(ofBare));
        report.add(row);
        out.println(row.line());
      }
    }
    out.println();
  }

  private static String key(Mix mix, int clients, Peer peer) {
    return mix + " " + clients + " " + peer.name();
  }

  private int finish() throws IOException {
    Path file = options.output().resolve("result.json");
    Files.writeString(file, report.json());
    report.wrong().forEach(line -> out.println("WRONG: " + line));
    out.println(
        report.missed().isEmpty()
            ? "Every aim is met"
            : "Missed: " + String.join(", ", report.missed()));
    out.println("Pictures and figures are in " + options.output());
    return report.wrong().isEmpty() && (report.missed().isEmpty() || !options.strict()) ? 0 : 1;
  }
}
