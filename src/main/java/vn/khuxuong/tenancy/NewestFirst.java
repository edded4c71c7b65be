package vn.khuxuong.tenancy;

import java.sql.Types;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How holds, offers and leases are listed: the newest first, a page at a time. */
public final class NewestFirst {
  private NewestFirst() {}

  /**
   * A page of rows.
   *
   * @param select of the store, up to where its condition would stand
   * @param table its name in that select; has columns id, firm_id and status
   * @param firm only this one's, null for all
   * @param status only these, null for all
   * @param before only those with a smaller id, null for all
   */
  public static <T> List<T> list(
      JdbcClient jdbc,
      String select,
      String table,
      @Nullable Long firm,
      @Nullable Enum<?> status,
      @Nullable Long before,
      int most,
      RowMapper<T> row) {
    return jdbc.sql(
            select
                + """
                  where (cast(:firm as bigint) is null or %1$s.firm_id = :firm)
                    and (cast(:status as text) is null or %1$s.status = :status)
                    and (cast(:before as bigint) is null or %1$s.id < :before)
                  order by %1$s.id desc
                  limit :most"""
                    .formatted(table))
        .param("firm", firm, Types.BIGINT)
        .param("status", status == null ? null : status.name(), Types.VARCHAR)
        .param("before", before, Types.BIGINT)
        .param("most", most)
        .query(row)
        .list();
  }
}
