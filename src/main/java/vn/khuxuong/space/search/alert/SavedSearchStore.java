package vn.khuxuong.space.search.alert;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.khuxuong.platform.web.Language;

/** SQL of the saved searches and of the secret words that belong to them. */
@Repository
class SavedSearchStore {
  private static final String COLUMNS =
      """
      select s.id, s.query, s.owner, s.channel, s.email, s.language, s.frequency, s.status,
             s.made_at, (select max(n.found_at) from space.search_news n where n.search_id = s.id)
               as news_at
      from space.saved_searches s
      """;

  private final JdbcClient jdbc;

  SavedSearchStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What is to be kept of a search; the same as in the table. */
  record Row(
      String query,
      @Nullable String owner,
      Channel channel,
      @Nullable String email,
      @Nullable String feedHash,
      Language language,
      Frequency frequency,
      String clientHash,
      String seen,
      long seenRevision) {}

  UUID insert(Row row) {
    return jdbc.sql(
            """
            insert into space.saved_searches (query, owner, channel, email, feed_sha256, language,
              frequency, status, client_sha256, seen, seen_revision)
            values (:query, :owner, :channel, :email, :feed, :language, :frequency,
              case when :channel = 'FEED' then 'ACTIVE' else 'PENDING' end, :client,
              cast(:seen as jsonb), :revision)
            returning id""")
        .param("query", row.query())
        .param("owner", row.owner())
        .param("channel", row.channel().name())
        .param("email", row.email())
        .param("feed", row.feedHash())
        .param("language", row.language().name())
        .param("frequency", row.frequency().name())
        .param("client", row.clientHash())
        .param("seen", row.seen())
        .param("revision", row.seenRevision())
        .query(UUID.class)
        .single();
  }

  /** Those who save for the same reason wait for each other until the transaction ends. */
  void takeTurns(String reason) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:reason, 28))")
        .param("reason", reason)
        .query((row, n) -> true)
        .list();
  }

  /** How many were saved in the last hour from a client. */
  int savedBy(String clientHash) {
    return jdbc.sql(
            """
            select count(*) from space.saved_searches
            where client_sha256 = :client and made_at > now() - interval '1 hour'""")
        .param("client", clientHash)
        .query(Integer.class)
        .single();
  }

  /** How many were saved in the last hour by everybody. */
  int savedByAll() {
    return jdbc.sql(
            "select count(*) from space.saved_searches where made_at > now() - interval '1 hour'")
        .query(Integer.class)
        .single();
  }

  int ownedBy(String owner) {
    return jdbc.sql("select count(*) from space.saved_searches where owner = :owner")
        .param("owner", owner)
        .query(Integer.class)
        .single();
  }

  /** Searches of an address that are watched. */
  int activeOf(String email) {
    return jdbc.sql(
            """
            select count(*) from space.saved_searches
            where lower(email) = lower(:email) and status = 'ACTIVE'""")
        .param("email", email)
        .query(Integer.class)
        .single();
  }

  /** Searches of an address that were saved in the last day and wait for its word. */
  int pendingOf(String email) {
    return jdbc.sql(
            """
            select count(*) from space.saved_searches
            where lower(email) = lower(:email) and status = 'PENDING' and made_at > now() - interval '1 day'""")
        .param("email", email)
        .query(Integer.class)
        .single();
  }

  List<SavedSearch> list(String owner) {
    return jdbc.sql(COLUMNS + "where s.owner = :owner order by s.made_at desc, s.id")
        .param("owner", owner)
        .query((row, n) -> search(row))
        .list();
  }

  Optional<SavedSearch> find(String owner, UUID id) {
    return jdbc.sql(COLUMNS + "where s.owner = :owner and s.id = :id")
        .param("owner", owner)
        .param("id", id)
        .query((row, n) -> search(row))
        .optional();
  }

  /** The search that a link of a mail belongs to, or a feed's own. */
  Optional<SavedSearch> findByWord(String hash, String purpose) {
    return jdbc.sql(
            COLUMNS
                + """
                where s.id = (select t.search_id from space.search_tokens t
                              where t.sha256 = :hash and t.purpose = :purpose)
                   or (s.feed_sha256 = :hash and :purpose = 'UNSUBSCRIBE')""")
        .param("hash", hash)
        .param("purpose", purpose)
        .query((row, n) -> search(row))
        .optional();
  }

  Optional<SavedSearch> findByFeed(String hash) {
    return jdbc.sql(COLUMNS + "where s.feed_sha256 = :hash")
        .param("hash", hash)
        .query((row, n) -> search(row))
        .optional();
  }

  void addWord(String hash, UUID search, String purpose) {
    jdbc.sql(
            """
            insert into space.search_tokens (sha256, search_id, purpose)
            values (:hash, :search, :purpose)""")
        .param("hash", hash)
        .param("search", search)
        .param("purpose", purpose)
        .update();
  }

  /** From now on it is watched, first of all for what has come since it was saved. */
  void activate(UUID id) {
    jdbc.sql(
            """
            update space.saved_searches set status = 'ACTIVE', due = true
            where id = :id and status = 'PENDING'""")
        .param("id", id)
        .update();
  }

  /**
   * Another one of the same address and conditions has been confirmed: this one takes its place.
   */
  void dropEqual(SavedSearch search) {
    jdbc.sql(
            """
            delete from space.saved_searches
            where lower(email) = lower(:email) and query = :query and status = 'ACTIVE' and id <> :id
              and owner is not distinct from :owner""")
        .param("email", search.email())
        .param("query", search.query())
        .param("owner", search.owner())
        .param("id", search.id())
        .update();
  }

  boolean change(String owner, UUID id, Frequency frequency, Language language) {
    return jdbc.sql(
                """
                update space.saved_searches set frequency = :frequency, language = :language
                where owner = :owner and id = :id""")
            .param("frequency", frequency.name())
            .param("language", language.name())
            .param("owner", owner)
            .param("id", id)
            .update()
        == 1;
  }

  boolean changeFeed(String owner, UUID id, String hash) {
    return jdbc.sql(
                """
                update space.saved_searches set feed_sha256 = :hash
                where owner = :owner and id = :id and channel = 'FEED'""")
            .param("hash", hash)
            .param("owner", owner)
            .param("id", id)
            .update()
        == 1;
  }

  boolean delete(UUID id) {
    return jdbc.sql("delete from space.saved_searches where id = :id").param("id", id).update()
        == 1;
  }

  /**
   * Leaves of a search that waits for the word of its address only that it was saved: of no
   * account, without links, its mail unsent where it was not sent yet; false for any other.
   */
  boolean abandon(UUID id) {
    boolean waits =
        jdbc.sql(
                    """
                    update space.saved_searches set owner = null
                    where id = :id and status = 'PENDING'""")
                .param("id", id)
                .update()
            == 1;
    if (waits) {
      jdbc.sql("delete from space.search_tokens where search_id = :id").param("id", id).update();
      jdbc.sql(
              """
              update space.alert_mails set ended_at = now(), outcome = 'DROPPED'
              where search_id = :id and ended_at is null""")
          .param("id", id)
          .update();
    }
    return waits;
  }

  /** Notes once a day that somebody reads a feed. */
  void noteReading(UUID id) {
    jdbc.sql(
            """
            update space.saved_searches set read_at = now()
            where id = :id and (read_at is null or read_at < now() - interval '1 day')""")
        .param("id", id)
        .update();
  }

  /** Gives up what nobody confirmed or reads, where it came from, and old news and mails. */
  int forget() {
    return jdbc.sql(
                """
                delete from space.saved_searches
                where (status = 'PENDING' and made_at < now() - interval '3 days')
                   or (channel = 'FEED' and owner is null
                       and coalesce(read_at, made_at) < now() - interval '180 days')""")
            .update()
        + jdbc.sql(
                """
                update space.saved_searches set client_sha256 = repeat('0', 64)
                where made_at < now() - interval '1 day' and client_sha256 <> repeat('0', 64)""")
            .update()
        + jdbc.sql("delete from space.search_news where found_at < now() - interval '1 year'")
            .update()
        + jdbc.sql(
                """
                delete from space.alert_mails m
                where ended_at < now() - interval '90 days'
                  and not exists (select from space.search_news n where n.mail_id = m.id)""")
            .update();
  }

  private static SavedSearch search(ResultSet row) throws SQLException {
    return new SavedSearch(
        row.getObject("id", UUID.class),
        row.getString("query"),
        row.getString("owner"),
        Channel.valueOf(row.getString("channel")),
        row.getString("email"),
        Language.valueOf(row.getString("language")),
        Frequency.valueOf(row.getString("frequency")),
        row.getString("status").equals("ACTIVE"),
        row.getObject("made_at", OffsetDateTime.class),
        row.getObject("news_at", OffsetDateTime.class));
  }
}
