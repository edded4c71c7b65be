package vn.khuxuong;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import tools.jackson.databind.json.JsonMapper;
import vn.khuxuong.platform.CommandFailure;
import vn.khuxuong.platform.audit.Audit;
import vn.khuxuong.platform.database.CopyRows;
import vn.khuxuong.platform.database.Database;
import vn.khuxuong.platform.derived.DerivedCopies;
import vn.khuxuong.space.demo.SyntheticBuildings;
import vn.khuxuong.tenancy.demo.SyntheticFirms;
import vn.khuxuong.zoning.coarse.CoarseShapes;
import vn.khuxuong.zoning.synthetic.SyntheticZone;
import vn.khuxuong.zoning.synthetic.ZonePlace;
import vn.khuxuong.zoning.synthetic.ZoneRows;

/**
 * Loads synthetic zones with all that stands in them, one transaction a zone: a zone is there whole
 * or not at all, and those that are there are left alone.
 */
final class SyntheticLoad {
  private static final long LOCK = 0x6b68755f73656564L;
  private static final String ZONE_LOADED = "seed.zone-loaded";
  private static final String LOADED = "seed.loaded";
  private static final double PROGRESS_EVERY_S = 2;

  private static final List<String> TABLES =
      List.of(
          "zoning.zones",
          "zoning.plans",
          "zoning.plan_periods",
          "zoning.subzones",
          "zoning.plots",
          "space.buildings",
          "space.goods_lifts",
          "space.floors",
          "space.floor_industries",
          "space.bays",
          "space.occupancies",
          "tenancy.firms",
          "tenancy.leases");

  private final Database database;
  private final List<ZonePlace> places;
  private final BooleanSupplier stopped;
  private final PrintStream out;

  /**
   * @param places in the order in which they are loaded
   * @param stopped asked before each zone
   */
  SyntheticLoad(
      Database database, List<ZonePlace> places, BooleanSupplier stopped, PrintStream out) {
    this.database = database;
    this.places = places;
    this.stopped = stopped;
    this.out = out;
  }

  /**
   * Loads what is missing.
   *
   * @return whether all is there
   * @throws CommandFailure if the database holds data of people, or another load is at work
   */
  boolean run() throws SQLException {
    try (Connection connection = database.dataSource().getConnection()) {
      JdbcClient jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
      takeTurn(jdbc);
      refuseDataOfPeople(jdbc);
      Set<String> there = new TreeSet<>(loaded(jdbc));
      long missing = places.stream().filter(place -> !there.contains(place.code())).count();
      if (missing > 0) {
        loadMissing(connection, jdbc, there);
      }
      if (!places.stream().map(ZonePlace::code).allMatch(there::contains)) {
        out.println("Stopped; run it again to load the rest");
        return false;
      }
      if (!isFinished(jdbc, there.size())) {
        finish(connection, jdbc, there.size());
      } else if (missing == 0) {
        out.println("Everything is loaded already");
      }
      summarize(jdbc);
      return true;
    }
  }

  private static void takeTurn(JdbcClient jdbc) {
    boolean ours =
        jdbc.sql("select pg_try_advisory_lock(:lock)")
            .param("lock", LOCK)
            .query(Boolean.class)
            .single();
    if (!ours) {
      throw new CommandFailure("Another khu seed is at work on this database");
    }
    jdbc.sql("set synchronous_commit = off").update();
  }

  private static void refuseDataOfPeople(JdbcClient jdbc) {
    String found =
        jdbc.sql(
                """
                select concat_ws(', ',
                  (select 'a plan by ' || author from zoning.plans where author <> 'system' limit 1),
                  (select 'building ' || code from space.buildings
                   where data_status <> 'ILLUSTRATIVE' limit 1),
                  (select 'firm ' || code from tenancy.firms
                   where data_status <> 'ILLUSTRATIVE' limit 1))\
                """)
            .query(String.class)
            .single();
    if (!found.isEmpty()) {
      throw new CommandFailure(
          "The database holds more than illustrative data ("
              + found
              + "); give the load a database of its own with KHU_DATA or KHU_DB_URL");
    }
  }

  private static List<String> loaded(JdbcClient jdbc) {
    return jdbc.sql(
            "select code from zoning.zones where sources = jsonb_build_array(:source::text)")
        .param("source", ZoneRows.SOURCE)
        .query(String.class)
        .list();
  }

  private void loadMissing(Connection connection, JdbcClient jdbc, Set<String> there)
      throws SQLException {
    double whole = places.stream().mapToDouble(ZonePlace::size).sum();
    double done =
        places.stream()
            .filter(place -> there.contains(place.code()))
            .mapToDouble(ZonePlace::size)
            .sum();
    double before = done;
    long start = System.nanoTime();
    double lastLine = -PROGRESS_EVERY_S;
    call(connection, "select derived.begin_bulk()");
    connection.setAutoCommit(false);
    for (int i = 0; i < places.size() && !stopped.getAsBoolean(); i++) {
      ZonePlace place = places.get(i);
      if (there.contains(place.code())) {
        continue;
      }
      load(connection, jdbc, place, i + 1);
      there.add(place.code());
      done += place.size();
      double seconds = (System.nanoTime() - start) / 1e9;
      if (seconds - lastLine >= PROGRESS_EVERY_S || there.size() == places.size()) {
        lastLine = seconds;
        out.printf(
            Locale.ROOT,
            "%3.0f %%  %d of %d zones, %.0f s, about %.0f s left%n",
            100 * done / whole,
            there.size(),
            places.size(),
            seconds,
            seconds * Math.max(0, whole - done) / (done - before));
      }
    }
    connection.setAutoCommit(true);
    call(connection, "select derived.end_bulk()");
  }

  private static void call(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static void load(Connection connection, JdbcClient jdbc, ZonePlace place, int ordinal)
      throws SQLException {
    try {
      SyntheticZone zone = SyntheticZone.draw(place);
      ZoneRows.Written land = ZoneRows.write(connection, zone);
      SyntheticBuildings.Written space =
          SyntheticBuildings.write(
              connection,
              land.zoneId(),
              place.code(),
              place.legal(),
              zone.sites(),
              place.seed() + 2);
      SyntheticFirms.Written tenancy =
          SyntheticFirms.write(connection, land.zoneId(), ordinal, place.seed() + 3);
      new Audit(jdbc, JsonMapper.shared())
          .record(
              Audit.SYSTEM,
              ZONE_LOADED,
              "zone",
              place.code(),
              Map.of("sha256", List.of(land.sha256(), space.sha256(), tenancy.sha256())));
      connection.commit();
    } catch (SQLException | RuntimeException e) {
      connection.rollback();
      throw e;
    }
  }

  private static boolean isFinished(JdbcClient jdbc, int zones) {
    return jdbc.sql(
            """
            select exists (select from platform.audit
                           where action = :action and (detail ->> 'zones')::integer = :zones)\
            """)
        .param("action", LOADED)
        .param("zones", zones)
        .query(Boolean.class)
        .single();
  }

  /** What would otherwise have been done row by row, and what the planner needs to know. */
  private void finish(Connection connection, JdbcClient jdbc, int zones) throws SQLException {
    out.println("Making coarser copies for small scales");
    Progress coarse = new Progress();
    call(connection, "select derived.begin_bulk()");
    connection.setAutoCommit(false);
    new CoarseShapes(jdbc).makeMissing((made, all) -> coarse.tell("zones", made, all));
    connection.setAutoCommit(true);
    call(connection, "select derived.end_bulk()");
    vacuum(connection);
    out.println("Making the copies that the map services read");
    Progress copies = new Progress();
    new DerivedCopies(database.dataSource()).rebuild(copies::tell);
    vacuum(connection);
    new Audit(jdbc, JsonMapper.shared())
        .record(Audit.SYSTEM, LOADED, "zone", "*", Map.of("zones", zones));
  }

  /** Statistics for the planner, and pages marked so that indexes alone can answer. */
  private static void vacuum(Connection connection) throws SQLException {
    call(connection, "vacuum (analyze)");
  }

  /** A line every few seconds. */
  private final class Progress {
    private final long start = System.nanoTime();
    private double lastLine;

    synchronized void tell(String step, long done, long total) {
      double seconds = (System.nanoTime() - start) / 1e9;
      if (seconds - lastLine >= PROGRESS_EVERY_S) {
        lastLine = seconds;
        out.printf(
            Locale.ROOT,
            "%3d %%  %s, %.0f s, about %.0f s left%n",
            100 * done / Math.max(1, total),
            step.toLowerCase(Locale.ROOT),
            seconds,
            seconds * (total - done) / Math.max(1, done));
      }
    }
  }

  private void summarize(JdbcClient jdbc) {
    for (String table : TABLES) {
      out.printf(
          Locale.ROOT,
          "%,12d  %s%n",
          jdbc.sql("select count(*) from " + table).query(Long.class).single(),
          table);
    }
    MessageDigest digest = CopyRows.digest();
    jdbc.sql(
            """
            select detail ->> 'sha256' from platform.audit
            where action = :action and subject_id = any (:codes) order by subject_id\
            """)
        .param("action", ZONE_LOADED)
        .param("codes", places.stream().map(ZonePlace::code).toArray(String[]::new))
        .query(String.class)
        .list()
        .forEach(hash -> digest.update(hash.getBytes(StandardCharsets.UTF_8)));
    out.println("SHA-256 of the load: " + HexFormat.of().formatHex(digest.digest()));
  }
}
