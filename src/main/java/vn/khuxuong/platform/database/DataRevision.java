package vn.khuxuong.platform.database;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The counter that every change of published data moves, and the journal of where it was. ETags and
 * caches of all instances are keyed by it, so none of them needs to be told what another instance
 * changed.
 *
 * <p>Nobody has to move it: triggers on the tables do, at commit, whoever writes them. A revision
 * becomes visible together with its change and in order. So whoever reads the revision first and
 * the data afterwards has data at least as new.
 */
@Component
public class DataRevision {
  private static final long FRESH_NANOS = 200_000_000;
  private static final long BEARABLE_NANOS = 500_000_000;

  private final JdbcClient jdbc;
  private final ReentrantLock asking = new ReentrantLock();
  private volatile ChangeWindow window = ChangeWindow.UNKNOWN;
  private volatile long askedNanos = System.nanoTime() - 2 * BEARABLE_NANOS;

  DataRevision(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A change of published data.
   *
   * @param revision its number; larger is later
   * @param at when it became public
   */
  public record Change(long revision, Instant at) {}

  /** The revision, at most 0.2 s old (0.5 s while the database is slow to tell). */
  public long current() {
    return window().latest().revision();
  }

  /** The newest change of all, as old as {@link #current}. */
  public Change latest() {
    return window().latest();
  }

  /**
   * The newest change after which answers about a place may differ. What is older than the journal
   * is told as one change.
   *
   * @param layers ids of the layers asked for
   * @param west degrees of longitude, WGS 84; likewise the others
   */
  public Change newest(
      Collection<String> layers, double west, double south, double east, double north) {
    return window().newest(layers, west, south, east, north);
  }

  /** The newest change of any of the layers, wherever it was. */
  public Change newest(Collection<String> layers) {
    return newest(
        layers,
        Double.NEGATIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        Double.POSITIVE_INFINITY,
        Double.POSITIVE_INFINITY);
  }

  /**
   * Whether everything that changed in a layer after a revision lies within a box and off its
   * border; false when that is no longer known.
   */
  public boolean stayedInside(
      String layer, long after, double west, double south, double east, double north) {
    return window().stayedInside(layer, after, west, south, east, north);
  }

  private ChangeWindow window() {
    long age = System.nanoTime() - askedNanos;
    if (age < FRESH_NANOS) {
      return window;
    }
    if (!asking.tryLock()) {
      if (age < BEARABLE_NANOS) {
        return window;
      }
      asking.lock();
    }
    try {
      if (System.nanoTime() - askedNanos >= FRESH_NANOS) {
        long now = System.nanoTime();
        window = read(window);
        askedNanos = now;
      }
      return window;
    } finally {
      asking.unlock();
    }
  }

  /** One statement, so one snapshot: the revision and every change up to it that is not known. */
  private ChangeWindow read(ChangeWindow known) {
    List<ChangeWindow.Row> rows = new ArrayList<>();
    ChangeWindow.Head[] head = new ChangeWindow.Head[1];
    jdbc.sql(
            """
            select r.revision as latest, r.changed_at, r.floor_revision, r.floor_at,
                   c.revision, c.layers, c.west, c.south, c.east, c.north, c.at
            from platform.data_revision r
            left join platform.data_changes c on c.revision > greatest(:known, r.floor_revision)
            order by c.revision, c.id\
            """)
        .param("known", known.latest().revision())
        .query(
            row -> {
              head[0] = head(row);
              ChangeWindow.Row change = change(row);
              if (change != null) {
                rows.add(change);
              }
            });
    if (head[0] == null) {
      throw new IllegalStateException("platform.data_revision has no row");
    }
    return known.with(head[0], rows);
  }

  private static ChangeWindow.Head head(ResultSet row) throws SQLException {
    return new ChangeWindow.Head(
        new Change(row.getLong("latest"), instant(row, "changed_at")),
        new Change(row.getLong("floor_revision"), instant(row, "floor_at")));
  }

  private static ChangeWindow.@Nullable Row change(ResultSet row) throws SQLException {
    long revision = row.getLong("revision");
    if (row.wasNull()) {
      return null;
    }
    Array layers = row.getArray("layers");
    double west = row.getDouble("west");
    boolean everywhere = row.wasNull();
    return new ChangeWindow.Row(
        new Change(revision, instant(row, "at")),
        layers == null ? null : List.of((String[]) layers.getArray()),
        everywhere ? Double.NEGATIVE_INFINITY : west,
        everywhere ? Double.NEGATIVE_INFINITY : row.getDouble("south"),
        everywhere ? Double.POSITIVE_INFINITY : row.getDouble("east"),
        everywhere ? Double.POSITIVE_INFINITY : row.getDouble("north"));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  /**
   * Tells that any answer may be another from the caller's commit on. Only for what no trigger
   * sees; it empties the caches of all instances.
   */
  public void bump() {
    jdbc.sql("select derived.touch('EVERYTHING', '{0}')").query((row, i) -> true).list();
    askedNanos = System.nanoTime() - 2 * BEARABLE_NANOS;
  }
}
