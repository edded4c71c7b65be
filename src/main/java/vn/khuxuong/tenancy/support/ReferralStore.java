package vn.khuxuong.tenancy.support;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.khuxuong.tenancy.TenancyRecords;
import vn.khuxuong.tenancy.incentive.Lack;
import vn.khuxuong.tenancy.incentive.Match;
import vn.khuxuong.tenancy.support.SupportProcess.State;

/** SQL of referrals and their steps. */
@Component
class ReferralStore {
  private static final String REFERRAL =
      """
      select r.id, r.need_id, n.lack, r.firm_id, m.code as firm_code, m.name_vi, m.name_en,
             r.programme, p.name_vi as programme_vi, p.name_en as programme_en, r.status,
             r.verdict, r.amount_vnd, r.made_at, r.lock_version
      from tenancy.referrals r
      join tenancy.support_needs n on n.id = r.need_id
      join tenancy.firms m on m.id = r.firm_id
      cross join lateral (
        select p.name_vi, p.name_en from tenancy.programmes p
        where p.code = r.programme and lower(p.in_force) <= (r.made_at at time zone 'Asia/Ho_Chi_Minh')::date
        order by p.in_force desc limit 1) p
      """;

  private final JdbcClient jdbc;
  private final TenancyRecords<Referral> records;

  ReferralStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
    this.records =
        new TenancyRecords<>(jdbc, "tenancy.referrals", REFERRAL, "r", (row, n) -> referral(row));
  }

  /** Whether a need has a referral to this programme that has not ended; the need is locked. */
  boolean hasOpen(long need, String programme) {
    return jdbc.sql(
            """
            select exists (
              select from tenancy.referrals
              where need_id = :need and programme = :programme and status in
                ('ASKED', 'REFERRED', 'IN_REVIEW', 'WAITS_FOR_FIRM', 'GRANTED'))""")
        .param("need", need)
        .param("programme", programme)
        .query(Boolean.class)
        .single();
  }

  long insert(
      SupportNeed need, String programme, State status, Match.Verdict verdict, String username) {
    return jdbc.sql(
            """
            insert into tenancy.referrals (need_id, firm_id, programme, status, verdict, made_by)
            values (:need, :firm, :programme, :status, :verdict, :username)
            returning id""")
        .param("need", need.id())
        .param("firm", need.firmId())
        .param("programme", programme)
        .param("status", status.name())
        .param("verdict", verdict.name())
        .param("username", username)
        .query(Long.class)
        .single();
  }

  Optional<Referral> find(long id) {
    return records.find(id);
  }

  /** The same, locked until the transaction ends. */
  Optional<Referral> lock(long id) {
    jdbc.sql("select id from tenancy.referrals where id = :id for update")
        .param("id", id)
        .query(Long.class)
        .optional();
    return find(id);
  }

  /**
   * Referrals, the newest first.
   *
   * @param firm only this one's, null for all
   * @param status only these, null for all
   * @param before only those with a smaller id, null for all
   */
  List<Referral> list(
      @Nullable Long firm, @Nullable State status, @Nullable Long before, int most) {
    return records.list(firm, status, before, most);
  }

  void move(long id, State to, @Nullable BigDecimal amountVnd) {
    jdbc.sql(
            """
            update tenancy.referrals
            set status = :to, amount_vnd = coalesce(:amount, amount_vnd),
                lock_version = lock_version + 1
            where id = :id""")
        .param("id", id)
        .param("to", to.name())
        .param("amount", amountVnd, Types.NUMERIC)
        .update();
  }

  /** Adds a step; the referral is locked or new. */
  void addStep(
      long referral, String action, @Nullable State from, State to, String reason, String actor) {
    jdbc.sql(
            """
            insert into tenancy.referral_steps
              (referral_id, no, actor, action, from_status, to_status, reason)
            select :referral, count(*) + 1, :actor, :action, :from, :to, :reason
            from tenancy.referral_steps where referral_id = :referral""")
        .param("referral", referral)
        .param("actor", actor)
        .param("action", action)
        .param("from", from == null ? null : from.name(), Types.VARCHAR)
        .param("to", to.name())
        .param("reason", reason)
        .update();
  }

  /** The steps of a referral in order. */
  List<Referral.Step> steps(long referral) {
    return jdbc.sql(
            """
            select s.at, s.action, s.from_status as "from", s.to_status as "to", s.reason,
                   not exists (
                     select from tenancy.firm_people p
                     join tenancy.referrals r on r.firm_id = p.firm_id
                     where r.id = s.referral_id and p.username = s.actor) as by_officer
            from tenancy.referral_steps s
            where s.referral_id = :referral order by s.no""")
        .param("referral", referral)
        .query(Referral.Step.class)
        .list();
  }

  private static Referral referral(ResultSet row) throws SQLException {
    return new Referral(
        row.getLong("id"),
        row.getLong("need_id"),
        Lack.valueOf(row.getString("lack")),
        row.getLong("firm_id"),
        row.getString("firm_code"),
        row.getString("name_vi"),
        row.getString("name_en"),
        row.getString("programme"),
        row.getString("programme_vi"),
        row.getString("programme_en"),
        State.valueOf(row.getString("status")),
        Match.Verdict.valueOf(row.getString("verdict")),
        row.getBigDecimal("amount_vnd"),
        row.getObject("made_at", OffsetDateTime.class),
        row.getInt("lock_version"));
  }
}
