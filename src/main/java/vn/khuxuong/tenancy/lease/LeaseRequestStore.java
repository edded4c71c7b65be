package vn.khuxuong.tenancy.lease;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.khuxuong.tenancy.ApplicationProcess.LeaseAction;
import vn.khuxuong.tenancy.RequestKey;
import vn.khuxuong.tenancy.RequestStore;
import vn.khuxuong.tenancy.TenancyRecords;

/** SQL of what firms ask for about their leases. */
@Component
class LeaseRequestStore {
  private static final String REQUEST =
      """
      select q.id, q.lease_id, q.firm_id, m.code as firm_code, q.kind, q.months, q.day,
             t.code as to_firm, q.reason, q.status, q.made_at, q.ended_at, q.end_reason,
             q.result_lease_id, q.lock_version
      from tenancy.lease_requests q
      join tenancy.firms m on m.id = q.firm_id
      left join tenancy.firms t on t.id = q.to_firm_id
      """;

  private final JdbcClient jdbc;
  private final TenancyRecords<LeaseRequest> records;

  LeaseRequestStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
    this.records =
        new TenancyRecords<>(
            jdbc, "tenancy.lease_requests", REQUEST, "q", (row, n) -> request(row));
  }

  long insert(
      Lease lease,
      LeaseRequestAsked.Reading asked,
      @Nullable Long toFirm,
      String username,
      @Nullable RequestKey key) {
    return RequestStore.bind(
            jdbc.sql(
                """
                insert into tenancy.lease_requests (lease_id, firm_id, kind, months, day,
                  to_firm_id, reason, made_by, request_key, request_sha256)
                values (:lease, :firm, :kind, :months, :day, :toFirm, :reason, :username, :key,
                  :sha256)
                returning id"""),
            key)
        .param("lease", lease.id())
        .param("firm", lease.firmId())
        .param("kind", asked.kind().name())
        .param("months", asked.months(), Types.INTEGER)
        .param("day", asked.day(), Types.DATE)
        .param("toFirm", toFirm, Types.BIGINT)
        .param("reason", asked.reason())
        .param("username", username)
        .query(Long.class)
        .single();
  }

  Optional<LeaseRequest> find(long id) {
    return records.find(id);
  }

  /**
   * Requests, the newest first.
   *
   * @param firm only this one's, null for all
   * @param status only these, null for all
   * @param before only those with a smaller id, null for all
   */
  List<LeaseRequest> list(
      @Nullable Long firm, LeaseRequest.@Nullable Status status, @Nullable Long before, int most) {
    return records.list(firm, status, before, most);
  }

  boolean hasOpen(long lease) {
    return jdbc.sql(
            """
            select exists (
              select from tenancy.lease_requests where lease_id = :lease and status = 'OPEN')""")
        .param("lease", lease)
        .query(Boolean.class)
        .single();
  }

  /** Ends an open request without a lease that comes of it. */
  void end(long id, LeaseRequest.Status status, String username, String reason) {
    records.end(id, LeaseRequest.Status.OPEN, status, username, reason);
  }

  void grant(long id, long result, String username, String reason) {
    jdbc.sql(
            """
            update tenancy.lease_requests
            set status = 'GRANTED', result_lease_id = :result, ended_by = :username,
                ended_at = now(), end_reason = :reason, lock_version = lock_version + 1
            where id = :id and status = 'OPEN'""")
        .param("id", id)
        .param("result", result)
        .param("username", username)
        .param("reason", reason)
        .update();
  }

  private static LeaseRequest request(ResultSet row) throws SQLException {
    return new LeaseRequest(
        row.getLong("id"),
        row.getLong("lease_id"),
        row.getLong("firm_id"),
        row.getString("firm_code"),
        LeaseAction.valueOf(row.getString("kind")),
        row.getObject("months", Integer.class),
        row.getObject("day", LocalDate.class),
        row.getString("to_firm"),
        row.getString("reason"),
        LeaseRequest.Status.valueOf(row.getString("status")),
        row.getObject("made_at", OffsetDateTime.class),
        row.getObject("ended_at", OffsetDateTime.class),
        row.getString("end_reason"),
        row.getObject("result_lease_id", Long.class),
        row.getInt("lock_version"));
  }
}
