package vn.khuxuong.space.search.alert;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.khuxuong.space.search.vacancy.Vacancies;

/** SQL of what has been looked at. */
@Repository
class WatchStore {
  private final JdbcClient jdbc;
  private final Runs runs;

  WatchStore(JdbcClient jdbc, Runs runs) {
    this.jdbc = jdbc;
    this.runs = runs;
  }

  /**
   * A search that is watched.
   *
   * @param seen what matched when it was last looked at
   * @param revision of the data then
   */
  record Watched(
      UUID id, String query, Channel channel, Frequency frequency, SeenBays seen, long revision) {}

  /** Whether any search has to be looked at though the data have not changed. */
  boolean anyDue() {
    return jdbc.sql("select exists (select from space.saved_searches where due)")
        .query(Boolean.class)
        .single();
  }

  /** Up to what all were looked at; the caller may look until its transaction ends, nobody else. */
  Optional<Vacancies.Basis> take() {
    return jdbc.sql("select revision, day from space.search_watch for update skip locked")
        .query(
            (row, n) ->
                new Vacancies.Basis(row.getLong("revision"), row.getObject("day", LocalDate.class)))
        .optional();
  }

  void done(Vacancies.Basis basis) {
    jdbc.sql("update space.search_watch set revision = :revision, day = :day")
        .param("revision", basis.revision())
        .param("day", basis.day())
        .update();
  }

  /**
   * The next searches that are watched.
   *
   * @param after the last of those before, null for the first
   * @param all whether also those that are not due
   */
  List<Watched> next(UUID after, boolean all, int most) {
    return jdbc.sql(
            """
            select id, query, channel, frequency, seen::text as seen, seen_revision
            from space.saved_searches
            where status = 'ACTIVE' and id > :after and (:all or due)
            order by id limit :most""")
        .param("after", after)
        .param("all", all)
        .param("most", most)
        .query(
            (row, n) ->
                new Watched(
                    row.getObject("id", UUID.class),
                    row.getString("query"),
                    Channel.valueOf(row.getString("channel")),
                    Frequency.valueOf(row.getString("frequency")),
                    runs.seen(row.getString("seen")),
                    row.getLong("seen_revision")))
        .list();
  }

  /** Notes what matches now; false if the search is gone or somebody has noted something newer. */
  boolean see(UUID id, SeenBays seen, long revision) {
    return jdbc.sql(
                """
                update space.saved_searches
                set seen = cast(:seen as jsonb), seen_revision = :revision, due = false
                where id = :id and seen_revision <= :revision""")
            .param("seen", runs.text(seen))
            .param("revision", revision)
            .param("id", id)
            .update()
        == 1;
  }

  /** Nothing has changed for it. */
  void notDue(UUID id) {
    jdbc.sql("update space.saved_searches set due = false where id = :id and due")
        .param("id", id)
        .update();
  }
}
