package vn.khuxuong.zoning.exchange;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** SQL of files on their way into drafts and of remembered field mappings. */
@Component
class ImportStore {
  /** Where an import stands; the table holds the same names. */
  enum State {
    READING,
    READ,
    REFUSED,
    CONFIRMED,
    DISCARDED
  }

  /** An import without its file. Options, report and subzones are JSON. */
  record StoredImport(
      UUID id,
      long planId,
      String author,
      @Nullable UUID jobId,
      String fileName,
      String options,
      State state,
      @Nullable String report,
      OffsetDateTime madeAt,
      @Nullable OffsetDateTime endedAt) {}

  private static final String COLUMNS =
      """
      select id, plan_id, author, job_id, file_name, options, state, report, made_at, ended_at
      from zoning.imports where id = :id\s""";

  private final JdbcClient jdbc;

  ImportStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(UUID id, long planId, String author, String fileName, byte[] file, String options) {
    jdbc.sql(
            """
            insert into zoning.imports (id, plan_id, author, file_name, file, options, state)
            values (:id, :planId, :author, :fileName, :file, cast(:options as jsonb), 'READING')""")
        .param("id", id)
        .param("planId", planId)
        .param("author", author)
        .param("fileName", fileName)
        .param("file", file)
        .param("options", options)
        .update();
  }

  /** Says by which job and with which options the file is being read. */
  void read(UUID id, UUID jobId, String options) {
    jdbc.sql(
            """
            update zoning.imports set state = 'READING', job_id = :jobId, report = null,
              subzones = null, options = cast(:options as jsonb)
            where id = :id""")
        .param("id", id)
        .param("jobId", jobId)
        .param("options", options)
        .update();
  }

  Optional<StoredImport> find(UUID id) {
    return jdbc.sql(COLUMNS).param("id", id).query((row, i) -> stored(row)).optional();
  }

  /** As {@link #find}, making everybody else who decides wait for this transaction. */
  Optional<StoredImport> lock(UUID id) {
    return jdbc.sql(COLUMNS + "for update")
        .param("id", id)
        .query((row, i) -> stored(row))
        .optional();
  }

  /** Files of an author that nobody has decided on. */
  int countOpen(String author) {
    return jdbc.sql(
            """
            select count(*) from zoning.imports
            where author = :author and state in ('READING', 'READ')""")
        .param("author", author)
        .query(Integer.class)
        .single();
  }

  /** The uploaded bytes, empty once it is decided. */
  Optional<byte[]> file(UUID id) {
    return jdbc.sql("select file from zoning.imports where id = :id and file is not null")
        .param("id", id)
        .query((row, i) -> row.getBytes(1))
        .optional();
  }

  Optional<String> subzones(UUID id) {
    return jdbc.sql("select subzones from zoning.imports where id = :id and subzones is not null")
        .param("id", id)
        .query(String.class)
        .optional();
  }

  /** Ends the reading by a job, unless somebody has discarded the file or asked to read it anew. */
  void endReading(UUID id, UUID jobId, State state, String report, @Nullable String subzones) {
    jdbc.sql(
            """
            update zoning.imports set state = :state, report = cast(:report as jsonb),
              subzones = cast(:subzones as jsonb)
            where id = :id and job_id = :jobId and state = 'READING'""")
        .param("id", id)
        .param("jobId", jobId)
        .param("state", state.name())
        .param("report", report)
        .param("subzones", subzones)
        .update();
  }

  /** Decides and empties what is no longer needed. */
  void decide(UUID id, State state) {
    jdbc.sql(
            """
            update zoning.imports
            set state = :state, file = null, subzones = null, ended_at = clock_timestamp()
            where id = :id""")
        .param("id", id)
        .param("state", state.name())
        .update();
  }

  /** An import that nobody decided on in time, with the job that may still read it. */
  record Forgotten(UUID id, long planId, @Nullable UUID jobId) {}

  /**
   * Discards an author's imports that are older than seven days and not confirmed, and tells which.
   * One that somebody decides on at this moment is left to him.
   */
  List<Forgotten> discardForgotten(String author) {
    return jdbc.sql(
            """
            update zoning.imports
            set state = 'DISCARDED', file = null, subzones = null, ended_at = clock_timestamp()
            where id in (
              select id from zoning.imports
              where author = :author and state in ('READING', 'READ', 'REFUSED')
                and made_at < now() - interval '7 days'
              for update skip locked)
            returning id, plan_id, job_id""")
        .param("author", author)
        .query(Forgotten.class)
        .list();
  }

  Optional<String> mapping(String author, String fieldsSha256) {
    return jdbc.sql(
            """
            select mapping from zoning.field_mappings
            where author = :author and fields_sha256 = :fieldsSha256""")
        .param("author", author)
        .param("fieldsSha256", fieldsSha256)
        .query(String.class)
        .optional();
  }

  void remember(String author, String fieldsSha256, String mapping) {
    jdbc.sql(
            """
            insert into zoning.field_mappings (author, fields_sha256, mapping)
            values (:author, :fieldsSha256, cast(:mapping as jsonb))
            on conflict (author, fields_sha256)
            do update set mapping = excluded.mapping, used_at = clock_timestamp()""")
        .param("author", author)
        .param("fieldsSha256", fieldsSha256)
        .param("mapping", mapping)
        .update();
  }

  private static StoredImport stored(ResultSet row) throws SQLException {
    return new StoredImport(
        row.getObject("id", UUID.class),
        row.getLong("plan_id"),
        row.getString("author"),
        row.getObject("job_id", UUID.class),
        row.getString("file_name"),
        row.getString("options"),
        State.valueOf(row.getString("state")),
        row.getString("report"),
        row.getObject("made_at", OffsetDateTime.class),
        row.getObject("ended_at", OffsetDateTime.class));
  }
}
