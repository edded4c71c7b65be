package vn.khuxuong.report.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** SQL of registers on their way into the ledger. */
@Component
class RegisterStore {
  /** Where a register stands. */
  enum State {
    READ,
    CONFIRMED,
    DISCARDED
  }

  /** A register; report and events are JSON. */
  record StoredRegister(
      UUID id,
      String author,
      String fileName,
      String readingSha256,
      State state,
      String report,
      @Nullable String events,
      OffsetDateTime madeAt,
      @Nullable OffsetDateTime endedAt) {}

  private static final String COLUMNS =
      """
      select id, author, file_name, reading_sha256, state, report, events, made_at, ended_at
      from reporting.registers where id = :id""";

  private final JdbcClient jdbc;

  RegisterStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(
      UUID id,
      String author,
      String fileName,
      String fileSha256,
      String readingSha256,
      String report,
      String events) {
    jdbc.sql(
            """
            insert into reporting.registers (id, author, file_name, file_sha256, reading_sha256,
              state, report, events)
            values (:id, :author, :fileName, :fileSha256, :readingSha256, 'READ',
              cast(:report as jsonb), cast(:events as jsonb))\
            """)
        .param("id", id)
        .param("author", author)
        .param("fileName", fileName)
        .param("fileSha256", fileSha256)
        .param("readingSha256", readingSha256)
        .param("report", report)
        .param("events", events)
        .update();
  }

  Optional<StoredRegister> find(UUID id) {
    return jdbc.sql(COLUMNS).param("id", id).query((row, i) -> stored(row)).optional();
  }

  /** As {@link #find}, making everybody else who decides wait for this transaction. */
  Optional<StoredRegister> lock(UUID id) {
    return jdbc.sql(COLUMNS + " for update")
        .param("id", id)
        .query((row, i) -> stored(row))
        .optional();
  }

  /** Discards an author's registers that nobody decided on for seven days; counts those left. */
  int countOpen(String author) {
    jdbc.sql(
            """
            update reporting.registers set state = 'DISCARDED', events = null, ended_at = now()
            where author = :author and state = 'READ' and made_at < now() - interval '7 days'\
            """)
        .param("author", author)
        .update();
    return jdbc.sql(
            """
            select count(*) from reporting.registers where author = :author and state = 'READ'\
            """)
        .param("author", author)
        .query(Integer.class)
        .single();
  }

  /** A register that waits for its author's decision. */
  record OpenRegister(
      UUID id, String fileName, OffsetDateTime madeAt, int rows, int good, int refused) {}

  /** Registers that an author has not decided on, the newest first. */
  List<OpenRegister> open(String author) {
    return jdbc.sql(
            """
            select id, file_name, made_at, (report ->> 'rows')::integer as rows,
                   (report ->> 'good')::integer as good,
                   (report ->> 'refused')::integer as refused
            from reporting.registers where author = :author and state = 'READ'
            order by made_at desc, id\
            """)
        .param("author", author)
        .query(OpenRegister.class)
        .list();
  }

  void decide(UUID id, State state) {
    jdbc.sql(
            """
            update reporting.registers
            set state = :state, events = null, ended_at = clock_timestamp() where id = :id\
            """)
        .param("id", id)
        .param("state", state.name())
        .update();
  }

  private static StoredRegister stored(ResultSet row) throws SQLException {
    return new StoredRegister(
        row.getObject("id", UUID.class),
        row.getString("author"),
        row.getString("file_name"),
        row.getString("reading_sha256"),
        State.valueOf(row.getString("state")),
        row.getString("report"),
        row.getString("events"),
        row.getObject("made_at", OffsetDateTime.class),
        row.getObject("ended_at", OffsetDateTime.class));
  }
}
