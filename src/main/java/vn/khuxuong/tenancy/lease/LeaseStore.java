package vn.khuxuong.tenancy.lease;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.khuxuong.space.Claims;
import vn.khuxuong.space.Industry;
import vn.khuxuong.tenancy.ApplicationProcess.LeaseState;
import vn.khuxuong.tenancy.TenancyRecords;

/** SQL of leases. */
@Component
class LeaseStore {
  private static final String LEASE =
      """
      select l.id, l.occupancy_id, l.firm_id, m.code as firm_code, l.contract_no, l.signed_on,
             l.rent_usd_m2_month, l.rent_vnd_m2_month, l.service_charge_usd_m2_month,
             l.deposit_months::float8 as deposit_months, l.status,
             l.follows_id, l.ended_on, l.lock_version
      from tenancy.leases l
      join tenancy.firms m on m.id = l.firm_id
      """;

  private final JdbcClient jdbc;
  private final Claims claims;
  private final TenancyRecords<Lease> records;

  LeaseStore(JdbcClient jdbc, Claims claims) {
    this.jdbc = jdbc;
    this.claims = claims;
    this.records = new TenancyRecords<>(jdbc, "tenancy.leases", LEASE, "l", (row, n) -> lease(row));
  }

  /** A firm that takes a lease over. */
  record Firm(long id, Industry industry) {}

  /** Today in Ho Chi Minh City by the database's clock. */
  LocalDate today() {
    return jdbc.sql("select (now() at time zone 'Asia/Ho_Chi_Minh')::date")
        .query(LocalDate.class)
        .single();
  }

  Optional<Firm> firm(String code) {
    return jdbc.sql("select id, industry from tenancy.firms where code = :code")
        .param("code", code)
        .query((row, n) -> new Firm(row.getLong("id"), Industry.valueOf(row.getString("industry"))))
        .optional();
  }

  /** Records the contract behind a claim, signed today, under a number made of place and claim. */
  long insert(
      long claim, long firm, Leases.Terms terms, @Nullable Long offer, @Nullable Long follows) {
    long id =
        jdbc.sql(
                """
            insert into tenancy.leases (firm_id, occupancy_id, contract_no, signed_on,
              rent_usd_m2_month, rent_vnd_m2_month, service_charge_usd_m2_month,
              deposit_months, data_status,
              offer_id, follows_id)
            select :firm, o.id,
              b.code || '/' || extract(year from t.day) || '/' || lpad(o.id::text, 4, '0'), t.day,
              :usd, :vnd, :service, :deposit, b.data_status, :offer, :follows
            from (select (now() at time zone 'Asia/Ho_Chi_Minh')::date as day) t
            cross join space.occupancies o
            join space.floors f on f.id = o.floor_id
            join space.buildings b on b.id = f.building_id
            where o.id = :claim
            returning id""")
            .param("firm", firm)
            .param("usd", terms.rentUsdM2Month())
            .param("vnd", terms.rentVndM2Month())
            .param("service", terms.serviceChargeUsdM2Month())
            .param("deposit", terms.depositMonths(), Types.DOUBLE)
            .param("offer", offer, Types.BIGINT)
            .param("follows", follows, Types.BIGINT)
            .param("claim", claim)
            .query(Long.class)
            .single();
    if (follows != null) {
      carryRents(follows, id);
    }
    return id;
  }

  /** The lease that follows has the rent of the one before it on its first day, and later ones. */
  private void carryRents(long before, long after) {
    jdbc.sql(
            """
            insert into tenancy.lease_rent_steps
              (lease_id, from_day, rent_vnd_m2_month, reason, recorded_by)
            select distinct on (greatest(s.from_day, d.first_day)) :after,
              greatest(s.from_day, d.first_day), s.rent_vnd_m2_month, s.reason, s.recorded_by
            from tenancy.lease_rent_steps s
            cross join (
              select lower(o.during) as first_day
              from tenancy.leases l join space.occupancies o on o.id = l.occupancy_id
              where l.id = :after) d
            where s.lease_id = :before
            order by greatest(s.from_day, d.first_day), s.from_day desc""")
        .param("before", before)
        .param("after", after)
        .update();
  }

  Optional<Lease> find(long id) {
    return records.find(id);
  }

  /**
   * Leases, the newest first.
   *
   * @param firm only this one's, null for all
   * @param status only these, null for all
   * @param before only those with a smaller id, null for all
   */
  List<Lease> list(
      @Nullable Long firm, @Nullable LeaseState status, @Nullable Long before, int most) {
    return records.list(firm, status, before, most);
  }

  /**
   * Moves a lease to another state.
   *
   * @param claim the bays as they are let from now on, null where that has not changed
   * @param endedOn last day where it ends before its time, null otherwise
   */
  void move(long id, LeaseState status, @Nullable Long claim, @Nullable LocalDate endedOn) {
    jdbc.sql(
            """
            update tenancy.leases
            set status = :status, occupancy_id = coalesce(:claim, occupancy_id),
                ended_on = :endedOn, lock_version = lock_version + 1
            where id = :id""")
        .param("status", status.name())
        .param("claim", claim, Types.BIGINT)
        .param("endedOn", endedOn, Types.DATE)
        .param("id", id)
        .update();
  }

  private Lease lease(ResultSet row) throws SQLException {
    return new Lease(
        row.getLong("id"),
        claims.find(row.getLong("occupancy_id")).orElseThrow(),
        row.getLong("firm_id"),
        row.getString("firm_code"),
        row.getString("contract_no"),
        row.getObject("signed_on", LocalDate.class),
        new Leases.Terms(
            row.getDouble("rent_usd_m2_month"),
            row.getDouble("rent_vnd_m2_month"),
            row.getDouble("service_charge_usd_m2_month"),
            row.getObject("deposit_months", Double.class)),
        LeaseState.valueOf(row.getString("status")),
        row.getObject("follows_id", Long.class),
        row.getObject("ended_on", LocalDate.class),
        row.getInt("lock_version"));
  }
}
