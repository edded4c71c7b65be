package vn.khuxuong.tenancy.support;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.khuxuong.tenancy.RequestKey;
import vn.khuxuong.tenancy.RequestStore;
import vn.khuxuong.tenancy.TenancyRecords;
import vn.khuxuong.tenancy.incentive.Lack;

/** SQL of what firms say that they lack. */
@Component
class NeedStore {
  private static final String NEED =
      """
      select n.id, n.firm_id, m.code as firm_code, m.name_vi, m.name_en, n.lack, n.detail,
             z.code as zone, n.area_m2, n.load_kn_m2, n.clear_height_m, n.amount_vnd, n.status,
             n.made_at, n.ended_at, n.end_reason, n.data_status, n.lock_version
      from tenancy.support_needs n
      join tenancy.firms m on m.id = n.firm_id
      left join zoning.zones z on z.id = n.zone_id
      """;

  private final JdbcClient jdbc;
  private final TenancyRecords<SupportNeed> records;

  NeedStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
    this.records =
        new TenancyRecords<>(jdbc, "tenancy.support_needs", NEED, "n", (row, n) -> need(row));
  }

  boolean hasZone(String code) {
    return jdbc.sql("select exists (select from zoning.zones where code = :code)")
        .param("code", code)
        .query(Boolean.class)
        .single();
  }

  /** Makes other statements of the firm wait until the transaction ends. */
  void takeTurns(long firm) {
    jdbc.sql("select id from tenancy.firms where id = :firm for no key update")
        .param("firm", firm)
        .query(Long.class)
        .single();
  }

  /** The open statement of a firm that it lacks this; empty for none. */
  Optional<Long> findOpen(long firm, Lack lack) {
    return jdbc.sql(
            """
            select id from tenancy.support_needs
            where firm_id = :firm and lack = :lack and status = 'OPEN'""")
        .param("firm", firm)
        .param("lack", lack.name())
        .query(Long.class)
        .optional();
  }

  long insert(long firm, NeedAsked.Reading asked, String username, @Nullable RequestKey key) {
    return RequestStore.bind(
            jdbc.sql(
                """
                insert into tenancy.support_needs (firm_id, lack, detail, zone_id, area_m2,
                  load_kn_m2, clear_height_m, amount_vnd, made_by, request_key, request_sha256,
                  data_status)
                select id, :lack, :detail, (select id from zoning.zones where code = :zone), :area,
                  :load, :height, :amount, :username, :key, :sha256, data_status
                from tenancy.firms where id = :firm
                returning id"""),
            key)
        .param("firm", firm)
        .param("lack", asked.lack().name())
        .param("detail", asked.detail())
        .param("zone", asked.zone(), Types.VARCHAR)
        .param("area", asked.areaM2(), Types.NUMERIC)
        .param("load", asked.loadKnM2(), Types.NUMERIC)
        .param("height", asked.clearHeightM(), Types.NUMERIC)
        .param("amount", asked.amountVnd(), Types.NUMERIC)
        .param("username", username)
        .query(Long.class)
        .single();
  }

  Optional<SupportNeed> find(long id) {
    return records.find(id);
  }

  /** The same, locked until the transaction ends. */
  Optional<SupportNeed> lock(long id) {
    jdbc.sql("select id from tenancy.support_needs where id = :id for update")
        .param("id", id)
        .query(Long.class)
        .optional();
    return find(id);
  }

  /**
   * Needs, the newest first.
   *
   * @param firm only this one's, null for all
   * @param status only these, null for all
   * @param before only those with a smaller id, null for all
   */
  List<SupportNeed> list(
      @Nullable Long firm,
      SupportProcess.@Nullable NeedState status,
      @Nullable Long before,
      int most) {
    return records.list(firm, status, before, most);
  }

  /** Ends an open need. */
  void end(long id, SupportProcess.NeedState to, String username, String reason) {
    records.end(id, SupportProcess.NeedState.OPEN, to, username, reason);
  }

  private static SupportNeed need(ResultSet row) throws SQLException {
    return new SupportNeed(
        row.getLong("id"),
        row.getLong("firm_id"),
        row.getString("firm_code"),
        row.getString("name_vi"),
        row.getString("name_en"),
        Lack.valueOf(row.getString("lack")),
        row.getString("detail"),
        row.getString("zone"),
        row.getBigDecimal("area_m2"),
        row.getBigDecimal("load_kn_m2"),
        row.getBigDecimal("clear_height_m"),
        row.getBigDecimal("amount_vnd"),
        SupportProcess.NeedState.valueOf(row.getString("status")),
        row.getObject("made_at", OffsetDateTime.class),
        row.getObject("ended_at", OffsetDateTime.class),
        row.getString("end_reason"),
        row.getString("data_status"),
        row.getInt("lock_version"));
  }
}
