package vn.khuxuong.tenancy.incentive;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** SQL of what leases cost and bill, and of rent cuts in every version. */
@Component
class MoneyStore {
  private final JdbcClient jdbc;

  MoneyStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A lease whose money is worked out. */
  record Leased(
      long id,
      long firmId,
      String contractNo,
      String status,
      String dataStatus,
      int version,
      LocalDate signedOn,
      LeaseMonths.Terms terms) {}

  /** A calendar month that the lease bills, by the database's own reckoning. */
  record Bill(LocalDate month, LocalDate firstDay, LocalDate lastDay, BigDecimal billVnd) {}

  private record Row(
      long id,
      long firmId,
      String contractNo,
      String status,
      String dataStatus,
      int version,
      LocalDate signedOn,
      LocalDate contractOn,
      BigDecimal rent,
      BigDecimal areaM2,
      LocalDate firstDay,
      LocalDate lastDay) {}

  /**
   * A lease. The months of a cut count from the first contract of the same firm in an unbroken line
   * of renewals, so that a renewal does not begin them anew; a transfer does for the firm that
   * takes over.
   */
  Optional<Leased> find(long id) {
    return jdbc.sql(
            """
            with recursive line as (
              select id, firm_id, follows_id, signed_on from tenancy.leases where id = :id
              union all
              select p.id, p.firm_id, p.follows_id, p.signed_on
              from tenancy.leases p
              join line l on l.follows_id = p.id and l.firm_id = p.firm_id)
            select l.id, l.firm_id, l.contract_no, l.status, l.data_status,
                   l.lock_version as version, l.signed_on,
                   (select min(signed_on) from line) as contract_on,
                   l.rent_vnd_m2_month as rent,
                   (select sum(b.area_m2) from space.bays b
                    where b.floor_id = o.floor_id and b.no <@ o.bays) as area_m2,
                   lower(o.during) as first_day,
                   least(upper(o.during) - 1, l.ended_on) as last_day
            from tenancy.leases l
            join space.occupancies o on o.id = l.occupancy_id
            where l.id = :id""")
        .param("id", id)
        .query(Row.class)
        .optional()
        .map(row -> leased(row, steps(id)));
  }

  private static Leased leased(Row row, List<LeaseMonths.Rate> steps) {
    List<LeaseMonths.Rate> rates = new ArrayList<>();
    rates.add(new LeaseMonths.Rate(row.firstDay(), row.rent()));
    rates.addAll(steps);
    return new Leased(
        row.id(),
        row.firmId(),
        row.contractNo(),
        row.status(),
        row.dataStatus(),
        row.version(),
        row.signedOn(),
        new LeaseMonths.Terms(
            row.areaM2(), row.firstDay(), row.lastDay(), row.contractOn(), rates));
  }

  private List<LeaseMonths.Rate> steps(long lease) {
    return jdbc.sql(
            """
            select from_day, rent_vnd_m2_month from tenancy.lease_rent_steps
            where lease_id = :lease order by from_day""")
        .param("lease", lease)
        .query(
            (row, n) ->
                new LeaseMonths.Rate(row.getObject(1, LocalDate.class), row.getBigDecimal(2)))
        .list();
  }

  /** What the lease bills, month by month. */
  List<Bill> schedule(long lease) {
    return jdbc.sql("select * from tenancy.lease_schedule(:lease)")
        .param("lease", lease)
        .query(Bill.class)
        .list();
  }

  /** Rent cuts with all their versions, by code. */
  Map<String, List<LeaseMonths.Cut>> cuts() {
    Map<String, List<LeaseMonths.Cut>> cuts = new LinkedHashMap<>();
    jdbc.sql(
            """
            select code, min(lower(in_force)) over (partition by code) as law_from,
                   lower(in_force) as first_day, upper(in_force) - 1 as last_day, min_cut_pct,
                   months, earlier_contracts = 'REMAINDER' as earlier
            from space.incentives order by code, in_force""")
        .query(
            row -> {
              cuts.computeIfAbsent(row.getString("code"), code -> new ArrayList<>())
                  .add(
                      new LeaseMonths.Cut(
                          row.getObject("law_from", LocalDate.class),
                          row.getObject("first_day", LocalDate.class),
                          row.getObject("last_day", LocalDate.class),
                          row.getBigDecimal("min_cut_pct"),
                          row.getInt("months"),
                          row.getBoolean("earlier")));
            });
    return cuts;
  }

  /** Makes other changes of the lease wait, and counts one more. */
  void touch(long lease) {
    jdbc.sql("update tenancy.leases set lock_version = lock_version + 1 where id = :id")
        .param("id", lease)
        .update();
  }

  /** Records a rent from a day on; false where that day has one already. */
  boolean insertStep(long lease, LocalDate from, BigDecimal rent, String reason, String username) {
    return jdbc.sql(
                """
                insert into tenancy.lease_rent_steps
                  (lease_id, from_day, rent_vnd_m2_month, reason, recorded_by)
                values (:lease, :from, :rent, :reason, :username)
                on conflict do nothing""")
            .param("lease", lease)
            .param("from", from)
            .param("rent", rent)
            .param("reason", reason)
            .param("username", username)
            .update()
        > 0;
  }
}
