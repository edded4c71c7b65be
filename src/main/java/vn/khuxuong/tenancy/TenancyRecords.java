package vn.khuxuong.tenancy;

import java.sql.Types;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Holds, offers or leases, as their stores read and end them.
 *
 * @param <T> what a row is read as
 */
public final class TenancyRecords<T> {
  private final JdbcClient jdbc;
  private final String table;
  private final String select;
  private final String alias;
  private final RowMapper<T> row;

  /**
   * Records of one kind.
   *
   * @param table with its schema; has columns id, firm_id, occupancy_id and status
   * @param select reads the table, up to where its condition would stand
   * @param alias of the table in that select
   */
  public TenancyRecords(
      JdbcClient jdbc, String table, String select, String alias, RowMapper<T> row) {
    this.jdbc = jdbc;
    this.table = table;
    this.select = select;
    this.alias = alias;
    this.row = row;
  }

  /** The record of that id; empty for none. */
  public Optional<T> find(long id) {
    return where("where %1$s.id = :id").param("id", id).query(row).optional();
  }

  /** Those in a state behind claims, in the order they were made. */
  public List<T> behind(Collection<Long> claimIds, Enum<?> status) {
    return where(
            "where %1$s.occupancy_id = any (:claims) and %1$s.status = :status order by %1$s.id")
        .param("claims", claimIds.toArray(Long[]::new))
        .param("status", status.name())
        .query(row)
        .list();
  }

  /**
   * A page of them, the newest first.
   *
   * @param firm only this one's, null for all
   * @param status only these, null for all
   * @param before only those with a smaller id, null for all
   */
  public List<T> list(
      @Nullable Long firm, @Nullable Enum<?> status, @Nullable Long before, int most) {
    return where(
            """
            where (cast(:firm as bigint) is null or %1$s.firm_id = :firm)
              and (cast(:status as text) is null or %1$s.status = :status)
              and (cast(:before as bigint) is null or %1$s.id < :before)
            order by %1$s.id desc
            limit :most""")
        .param("firm", firm, Types.BIGINT)
        .param("status", status == null ? null : status.name(), Types.VARCHAR)
        .param("before", before, Types.BIGINT)
        .param("most", most)
        .query(row)
        .list();
  }

  /**
   * Ends one, and keeps who did it and why; does nothing where it has left its state before. Holds
   * and offers only.
   *
   * @param from state that it must be in
   * @param to state in which it ends
   */
  public void end(long id, Enum<?> from, Enum<?> to, String username, String reason) {
    jdbc.sql(
            """
            update %s
            set status = :to, ended_by = :username, ended_at = now(), end_reason = :reason,
                lock_version = lock_version + 1
            where id = :id and status = :from"""
                .formatted(table))
        .param("to", to.name())
        .param("username", username)
        .param("reason", reason)
        .param("id", id)
        .param("from", from.name())
        .update();
  }

  private JdbcClient.StatementSpec where(String condition) {
    return jdbc.sql(select + condition.formatted(alias));
  }
}
