package vn.khuxuong;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.locationtech.jts.geom.Envelope;
import vn.khuxuong.geo.CoordinateOperation;
import vn.khuxuong.geo.Crs;
import vn.khuxuong.platform.CommandFailure;
import vn.khuxuong.platform.database.Database;
import vn.khuxuong.zoning.ZonesFile;
import vn.khuxuong.zoning.synthetic.ZonePlace;

/** {@code khu seed}: fills the database with the demo data or with a synthetic load. */
final class SeedCommand {
  private static final String HELP =
      """
      Usage: khu seed --scale demo|city|national
      Loads illustrative data into the database of KHU_DATA, or of KHU_DB_URL.
        demo      what the first start of serve loads
        city      40 zones, 1,000 subzones, 40,000 plots, 4,000 buildings, 100,000 bays
        national  400 zones, 10,000 subzones, 400,000 plots, 40,000 buildings, 1,000,000 bays
      All of it is invented and marked ILLUSTRATIVE; the same scale is the same to the last digit,
      and the city is a part of the country. Ctrl-C stops after the zone at hand; the next run
      goes on from there. A database that holds data of people is refused.
      Environment: KHU_DATA (default .khu), KHU_DB_URL, KHU_DB_USER, KHU_DB_PASSWORD, KHU_MAPS\
      """;

  private static final long SEED = 20_261_126;
  private static final long STOP_SECONDS = 60;

  private SeedCommand() {}

  /**
   * Runs the command.
   *
   * @return 0 loaded or there already, 1 stopped before the end
   * @throws CommandFailure on bad usage, or where the database holds data of people
   */
  static int run(List<String> args, Map<String, String> environment, Path data, Path maps) {
    if (args.contains("--help") || args.contains("-h")) {
      System.out.println(HELP);
      return 0;
    }
    if (args.size() != 2 || !args.get(0).equals("--scale")) {
      throw new CommandFailure("Unknown or incomplete: seed " + String.join(" ", args));
    }
    return switch (args.get(1).toLowerCase(Locale.ROOT)) {
      case "demo" -> demo(environment, data);
      case "city" -> synthetic(ZonePlace.CITY, environment, data, maps);
      case "national" -> synthetic(ZonePlace.ALL, environment, data, maps);
      default -> throw new CommandFailure("Unknown scale " + args.get(1) + "; see khu seed --help");
    };
  }

  private static int demo(Map<String, String> environment, Path data) {
    try (Database database = Database.join(environment, data)) {
      System.out.println("Database: " + database.origin());
      ServeCommand.application(database, 0).run().close();
      System.out.println("The demo data are loaded");
      return 0;
    }
  }

  private static int synthetic(int zones, Map<String, String> environment, Path data, Path maps) {
    AtomicBoolean stop = new AtomicBoolean();
    CountDownLatch ended = new CountDownLatch(1);
    Thread onSignal = new Thread(() -> waitForEnd(stop, ended), "stop-seeding");
    Runtime.getRuntime().addShutdownHook(onSignal);
    try (Database database = Database.join(environment, data)) {
      System.out.println("Database: " + database.origin());
      database.migrate();
      List<ZonePlace> places = ZonePlace.all(SEED, keptClear(maps)).subList(0, zones);
      boolean whole = new SyntheticLoad(database, places, stop::get, System.out).run();
      return whole ? 0 : 1;
    } catch (SQLException e) {
      throw new CommandFailure("The database refused: " + e.getMessage(), 1);
    } finally {
      ended.countDown();
    }
  }

  private static void waitForEnd(AtomicBoolean stop, CountDownLatch ended) {
    stop.set(true);
    try {
      if (!ended.await(STOP_SECONDS, TimeUnit.SECONDS)) {
        System.err.println("khu: stopped in the middle of a zone, which was not kept");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Boxes of the zones from files, so that no invented zone lies on one. */
  private static List<Envelope> keptClear(Path maps) {
    return ZonesFile.list(maps.resolve("boundaries").resolve("zones.geojson")).stream()
        .map(
            zone ->
                CoordinateOperation.between(zone.legal(), Crs.CRS84)
                    .apply(zone.outline())
                    .getEnvelopeInternal())
        .toList();
  }
}
