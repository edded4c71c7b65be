package vn.khuxuong.platform.database;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The counter that every change of published data moves. ETags and caches of all instances are
 * keyed by it, so none of them needs to be told what another instance changed.
 */
@Component
public class DataRevision {
  private static final long FRESH_NANOS = 200_000_000;

  private record Reading(long revision, long atNanos) {}

  private final JdbcClient jdbc;
  private volatile Reading last = new Reading(0, System.nanoTime() - 2 * FRESH_NANOS);

  DataRevision(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The revision, at most 0.2 s old. */
  public long current() {
    Reading reading = last;
    long now = System.nanoTime();
    if (now - reading.atNanos() < FRESH_NANOS) {
      return reading.revision();
    }
    long revision =
        jdbc.sql("select revision from platform.data_revision").query(Long.class).single();
    last = new Reading(revision, now);
    return revision;
  }

  /** Moves the counter in the caller's transaction, which makes publishing writers take turns. */
  public void bump() {
    jdbc.sql("update platform.data_revision set revision = revision + 1, changed_at = now()")
        .update();
    last = new Reading(0, System.nanoTime() - 2 * FRESH_NANOS);
  }
}
