package vn.khuxuong.platform.derived;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.stereotype.Component;

/**
 * The copies of the published views. Safe with any number of instances of the service: one works,
 * the others wait or leave it to it. Readers and writers go on meanwhile.
 *
 * <p>A bulk load says {@code select derived.begin_bulk()} on each of its connections before it
 * writes, commits as it likes, says {@code select derived.end_bulk()}, and then calls {@link
 * #rebuild}. A load that dies between is made good by a running service.
 */
@Component
public class DerivedCopies {
  private static final int BUILDINGS_AT_ONCE = 100;
  private static final int PLOTS_AT_ONCE = 2000;
  private static final int ZONES_AT_ONCE = 10;
  private static final int DUE_AT_ONCE = 50;

  private final DataSource database;
  private final int threads;

  /**
   * @param database connections of the owner of the schemas
   */
  @Autowired
  public DerivedCopies(DataSource database) {
    this(database, 2);
  }

  /**
   * @param threads connections that work at once
   */
  public DerivedCopies(DataSource database, int threads) {
    this.database = database;
    this.threads = threads;
  }

  /** Told now and then while copies are made, from any thread. */
  public interface Progress {
    /**
     * @param step what is being made: BUILDING, PLOT, PLAN, ZONE or the name of an index
     * @param done of {@code total} steps of all kinds
     */
    void made(String step, long done, long total);
  }

  /** Makes all copies anew if they are not what the views say, waiting for others at the same. */
  public void rebuildIfStale(Progress progress) {
    inTurn(
        true,
        connection -> {
          if (isTrue(connection, "select derived.is_stale()")) {
            rebuild(connection, progress);
          }
        });
  }

  /** As {@link #rebuildIfStale} for a bulk load that died; leaves it to whoever is at it. */
  void rebuildIfWanted(Progress progress) throws SQLException {
    try (Connection connection = database.getConnection()) {
      if (!isTrue(connection, "select done < wanted from derived.state")) {
        return;
      }
    }
    inTurn(
        false,
        connection -> {
          if (isTrue(connection, "select done < wanted from derived.state")) {
            rebuild(connection, progress);
          }
        });
  }

  /** Makes all copies anew. Empty copies of a million bays take some minutes. */
  public void rebuild(Progress progress) {
    inTurn(true, connection -> rebuild(connection, progress));
  }

  /**
   * Makes the copies answer for today in Ho Chi Minh City, if another day has begun.
   *
   * @return number of units that were due
   */
  public int refreshDue() {
    try (Connection connection = database.getConnection()) {
      int all = 0;
      while (true) {
        long due = number(connection, "select derived.refresh_due(null, " + DUE_AT_ONCE + ")");
        if (due == 0) {
          return all;
        }
        all += Math.toIntExact(due);
      }
    } catch (SQLException e) {
      throw failure("refresh", e);
    }
  }

  private interface Work {
    void run(Connection connection) throws SQLException;
  }

  /** While no bulk load runs and nobody else makes copies. */
  private void inTurn(boolean wait, Work work) {
    try (Connection connection = database.getConnection()) {
      String lock = "advisory_lock(hashtextextended('derived.bulk', 0))";
      if (wait) {
        run(connection, "select pg_" + lock);
      } else if (!isTrue(connection, "select pg_try_" + lock)) {
        return;
      }
      try {
        work.run(connection);
      } finally {
        run(connection, "select pg_advisory_unlock(hashtextextended('derived.bulk', 0))");
      }
    } catch (SQLException e) {
      throw failure("rebuild", e);
    }
  }

  /** Some ids of a unit: those after {@code after}, {@code most} of them. */
  private record Chunk(String unit, long after, int most) {}

  private void rebuild(Connection connection, Progress progress) throws SQLException {
    long ticket = number(connection, "select derived.begin_rebuild()");
    List<Chunk> chunks = chunks(connection, "BUILDING", "space.buildings", BUILDINGS_AT_ONCE);
    chunks.addAll(chunks(connection, "PLOT", "zoning.plots", PLOTS_AT_ONCE));
    chunks.addAll(chunks(connection, "PLAN", "zoning.zones", ZONES_AT_ONCE));
    List<Chunk> last = chunks(connection, "ZONE", "zoning.zones", ZONES_AT_ONCE);
    long indexes = number(connection, "select count(*) from derived.resting_indexes");
    long total = chunks.size() + last.size() + indexes;
    AtomicLong done = new AtomicLong();
    make(chunks, done, total, progress);
    make(last, done, total, progress);
    for (String index = restoreIndex(connection); index != null; index = restoreIndex(connection)) {
      progress.made(index, done.incrementAndGet(), total);
    }
    try (PreparedStatement end = connection.prepareStatement("select derived.end_rebuild(?)")) {
      end.setLong(1, ticket);
      end.execute();
    }
    for (String layer : List.of("zones", "subzones", "plots", "buildings", "floors", "bays")) {
      run(connection, "vacuum (analyze) derived." + layer);
    }
    run(connection, "vacuum (analyze) derived.vacancies");
  }

  private static List<Chunk> chunks(Connection connection, String unit, String table, int most)
      throws SQLException {
    List<Chunk> chunks = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet ids = statement.executeQuery("select id from " + table + " order by id")) {
      long last = 0;
      for (int i = 0; ids.next(); i++) {
        if (i % most == 0) {
          chunks.add(new Chunk(unit, last, most));
        }
        last = ids.getLong(1);
      }
    }
    return chunks;
  }

  private void make(List<Chunk> chunks, AtomicLong done, long total, Progress progress) {
    AtomicLong next = new AtomicLong();
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Future<?>> workers = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        workers.add(
            pool.submit(
                () -> {
                  work(chunks, next, done, total, progress);
                  return null;
                }));
      }
      for (Future<?> worker : workers) {
        worker.get();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("The copies could not be made", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while copies were made", e);
    } finally {
      pool.shutdownNow();
    }
  }

  private void work(
      List<Chunk> chunks, AtomicLong next, AtomicLong done, long total, Progress progress)
      throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement step =
            connection.prepareStatement("select derived.rebuild_step(?, ?, ?)")) {
      for (int i = take(next); i < chunks.size(); i = take(next)) {
        Chunk chunk = chunks.get(i);
        step.setString(1, chunk.unit());
        step.setLong(2, chunk.after());
        step.setInt(3, chunk.most());
        step.execute();
        progress.made(chunk.unit(), done.incrementAndGet(), total);
      }
    } finally {
      next.addAndGet(chunks.size()); // the others need not go on when one has failed
    }
  }

  private static int take(AtomicLong next) {
    return Math.toIntExact(next.getAndIncrement());
  }

  private static @Nullable String restoreIndex(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select derived.restore_index()")) {
      row.next();
      return row.getString(1);
    }
  }

  private static long number(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }

  private static boolean isTrue(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getBoolean(1);
    }
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static RuntimeException failure(String what, SQLException e) {
    return new UncategorizedSQLException("derived " + what, null, e);
  }
}
