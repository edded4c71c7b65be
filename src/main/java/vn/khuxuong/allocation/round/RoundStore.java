package vn.khuxuong.allocation.round;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL of rounds. Times are the database's. */
@Repository
class RoundStore {
  private static final String ROUND =
      """
      select id, code, title_vi, title_en, status, reference_month, data_status, criteria, deadline,
             opened_at, closed_at, shown_at, objections_until, approved_at, approved_run,
             lot_commitment, lot_seed, lock_version
      from allocation.rounds
      """;

  private final JdbcClient jdbc;

  RoundStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Columns that a step may fill. */
  enum Column {
    OPENED_BY,
    OPENED_AT,
    CLOSED_AT,
    INPUT,
    SIDES,
    LOT_COMMITMENT,
    LOT_SEED,
    SHOWN_BY,
    SHOWN_AT,
    OBJECTIONS_UNTIL,
    APPROVED_BY,
    APPROVED_AT,
    APPROVED_RUN
  }

  /** What a draft says. */
  record Draft(
      String code,
      String titleVi,
      String titleEn,
      LocalDate month0,
      String dataStatus,
      String criteria,
      @Nullable OffsetDateTime deadline,
      String username) {}

  boolean isEmpty() {
    return jdbc.sql("select not exists (select from allocation.rounds)")
        .query(Boolean.class)
        .single();
  }

  /** A new draft; empty where the code is taken. */
  Optional<Long> insert(Draft draft) {
    return jdbc.sql(
            """
            insert into allocation.rounds
              (code, title_vi, title_en, status, reference_month, data_status, criteria, deadline,
               made_by)
            values (:code, :titleVi, :titleEn, 'DRAFT', :month0, :dataStatus, :criteria, :deadline,
                    :username)
            on conflict (code) do nothing returning id""")
        .paramSource(draft)
        .query(Long.class)
        .optional();
  }

  void change(long id, Draft draft) {
    jdbc.sql(
            """
            update allocation.rounds
            set title_vi = :titleVi, title_en = :titleEn, reference_month = :month0,
                criteria = :criteria, deadline = :deadline
            where id = :id""")
        .param("titleVi", draft.titleVi())
        .param("titleEn", draft.titleEn())
        .param("month0", draft.month0())
        .param("criteria", draft.criteria())
        .param("deadline", draft.deadline())
        .param("id", id)
        .update();
  }

  /** Moves a locked round and fills columns in the same change. */
  void move(long id, RoundProcess.State to, Map<Column, ? extends @Nullable Object> filled) {
    List<String> sets = new ArrayList<>(List.of("status = :status"));
    for (Column column : filled.keySet()) {
      String name = column.name().toLowerCase(Locale.ROOT);
      sets.add(name + " = :" + name);
    }
    JdbcClient.StatementSpec update =
        jdbc.sql("update allocation.rounds set " + String.join(", ", sets) + " where id = :id")
            .param("status", to.name())
            .param("id", id);
    for (Map.Entry<Column, ? extends @Nullable Object> entry : filled.entrySet()) {
      update = update.param(entry.getKey().name().toLowerCase(Locale.ROOT), entry.getValue());
    }
    update.update();
  }

  /** The moment of the running transaction. */
  OffsetDateTime now() {
    return jdbc.sql("select now()").query(OffsetDateTime.class).single();
  }

  Optional<Round> lock(long id) {
    return jdbc.sql(ROUND + "where id = :id for update")
        .param("id", id)
        .query((row, n) -> round(row))
        .optional();
  }

  Optional<Round> find(long id) {
    return jdbc.sql(ROUND + "where id = :id")
        .param("id", id)
        .query((row, n) -> round(row))
        .optional();
  }

  /** The newest rounds first; drafts only for those who may see them. */
  List<Round> list(boolean drafts) {
    return jdbc.sql(
            ROUND
                + "where :drafts or opened_at is not null "
                + "order by coalesce(opened_at, made_at) desc, id desc limit 100")
        .param("drafts", drafts)
        .query((row, n) -> round(row))
        .list();
  }

  /** Open rounds whose deadline has passed. */
  List<Long> due() {
    return jdbc.sql(
            """
            select id from allocation.rounds
            where status = 'OPEN' and deadline <= now() order by deadline, id limit 20""")
        .query(Long.class)
        .list();
  }

  /** Rounds that wait for a job which has ended without an answer. */
  List<Long> stranded() {
    return jdbc.sql(
            """
            select r.id from allocation.rounds r
            where r.status = 'SOLVING' and not exists (
              select from platform.jobs j
              where j.kind = :kind and j.parameters ->> 'roundId' = r.id::text
                and j.state in ('QUEUED', 'RUNNING'))
            order by r.id""")
        .param("kind", SolveRound.KIND)
        .query(Long.class)
        .list();
  }

  /** The frozen problem, alloc-instance/1. */
  String input(long roundId) {
    return text("input", roundId);
  }

  /** What the round asks beyond it; JSON of {@code Sides}, empty for rounds of before. */
  String sides(long roundId) {
    return text("coalesce(sides, '')", roundId);
  }

  private String text(String column, long roundId) {
    return jdbc.sql("select " + column + " from allocation.rounds where id = :id")
        .param("id", roundId)
        .query(String.class)
        .single();
  }

  void seal(long roundId, String seed) {
    jdbc.sql("insert into allocation.lot_seals (round_id, seed) values (:round, :seed)")
        .param("round", roundId)
        .param("seed", seed)
        .update();
  }

  Optional<String> unseal(long roundId) {
    return jdbc.sql("select seed from allocation.lot_seals where round_id = :round")
        .param("round", roundId)
        .query(String.class)
        .optional();
  }

  /** Firms behind applications. */
  Map<String, Long> firmsOf(Collection<String> applications) {
    Map<String, Long> firms = new HashMap<>();
    jdbc.sql("select code, firm_id from tenancy.applications where code = any (:codes)")
        .param("codes", applications.toArray(String[]::new))
        .query((row, n) -> firms.put(row.getString(1), row.getLong(2)))
        .list();
    return firms;
  }

  /** Which group of related firms a firm is in. */
  Map<Long, Integer> relations(long roundId) {
    Map<Long, Integer> groups = new HashMap<>();
    jdbc.sql("select firm_id, group_no from allocation.relations where round_id = :round")
        .param("round", roundId)
        .query((row, n) -> groups.put(row.getLong(1), row.getInt(2)))
        .list();
    return groups;
  }

  /** Codes of related firms, a list for each group. */
  List<List<String>> relatedCodes(long roundId) {
    return jdbc.sql(
            """
            select array_agg(f.code order by f.code) as codes
            from allocation.relations r join tenancy.firms f on f.id = r.firm_id
            where r.round_id = :round group by r.group_no order by r.group_no""")
        .param("round", roundId)
        .query((row, n) -> List.of((String[]) row.getArray(1).getArray()))
        .list();
  }

  void forgetRelations(long roundId) {
    jdbc.sql("delete from allocation.relations where round_id = :round")
        .param("round", roundId)
        .update();
  }

  /** Puts a firm into a group; false where there is no such firm or it is in a group already. */
  boolean relate(long roundId, int group, String firm) {
    return jdbc.sql(
                """
                insert into allocation.relations (round_id, firm_id, group_no)
                select :round, id, :group from tenancy.firms where code = :firm
                on conflict do nothing""")
            .param("round", roundId)
            .param("group", group)
            .param("firm", firm)
            .update()
        == 1;
  }

  /** An application that takes part. */
  record Entry(
      String application, long firmId, int place, int points, OffsetDateTime submittedAt) {}

  void insert(long roundId, Entry entry) {
    jdbc.sql(
            """
            insert into allocation.round_applications
              (round_id, application, firm_id, place, points, submitted_at)
            values (:round, :application, :firmId, :place, :points, :submittedAt)""")
        .param("round", roundId)
        .param("application", entry.application())
        .param("firmId", entry.firmId())
        .param("place", entry.place())
        .param("points", entry.points())
        .param("submittedAt", entry.submittedAt())
        .update();
  }

  /** Applications of a round by their place in the order of ties. */
  List<Entry> entries(long roundId) {
    return jdbc.sql(
            """
            select application, firm_id, place, points, submitted_at
            from allocation.round_applications where round_id = :round order by place""")
        .param("round", roundId)
        .query(Entry.class)
        .list();
  }

  private static Round round(ResultSet row) throws SQLException {
    return new Round(
        row.getLong("id"),
        row.getString("code"),
        row.getString("title_vi"),
        row.getString("title_en"),
        RoundProcess.State.valueOf(row.getString("status")),
        YearMonth.from(row.getDate("reference_month").toLocalDate()),
        row.getString("data_status"),
        row.getString("criteria"),
        row.getObject("deadline", OffsetDateTime.class),
        row.getObject("opened_at", OffsetDateTime.class),
        row.getObject("closed_at", OffsetDateTime.class),
        row.getObject("shown_at", OffsetDateTime.class),
        row.getObject("objections_until", OffsetDateTime.class),
        row.getObject("approved_at", OffsetDateTime.class),
        row.getObject("approved_run", Long.class),
        row.getString("lot_commitment"),
        row.getString("lot_seed"),
        row.getInt("lock_version"));
  }
}
