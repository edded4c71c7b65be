package vn.khuxuong.tenancy.offer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.khuxuong.space.Claims;
import vn.khuxuong.tenancy.RequestKey;
import vn.khuxuong.tenancy.RequestStore;
import vn.khuxuong.tenancy.TenancyRecords;

/** SQL of offers. */
@Component
class OfferStore {
  private static final String OFFER =
      """
      select t.id, t.occupancy_id, t.firm_id, m.code as firm_code, t.application_id,
             a.code as application_code, t.hold_id, t.passed_on_from,
             coalesce(t.together_with, (
               select s.id from tenancy.offers s where s.together_with = t.id)) as together_with,
             t.status, t.deadline,
             t.rent_usd_m2_month, t.rent_vnd_m2_month, t.service_charge_usd_m2_month,
             t.deposit_months::float8 as deposit_months, t.made_at,
             t.ended_at, t.end_reason, t.lock_version,
             (select l.id from tenancy.leases l where l.offer_id = t.id) as lease_id
      from tenancy.offers t
      join tenancy.firms m on m.id = t.firm_id
      left join tenancy.applications a on a.id = t.application_id
      """;

  private final JdbcClient jdbc;
  private final Claims claims;
  private final TenancyRecords<Offer> records;

  OfferStore(JdbcClient jdbc, Claims claims) {
    this.jdbc = jdbc;
    this.claims = claims;
    this.records = new TenancyRecords<>(jdbc, "tenancy.offers", OFFER, "t", (row, n) -> offer(row));
  }

  /**
   * Where an offer comes from.
   *
   * @param together offer with which it is answered as one, null for none
   */
  record Origin(
      long firm,
      @Nullable Long application,
      @Nullable Long hold,
      @Nullable Long passedOnFrom,
      @Nullable Long together) {
    Origin(
        long firm, @Nullable Long application, @Nullable Long hold, @Nullable Long passedOnFrom) {
      this(firm, application, hold, passedOnFrom, null);
    }

    /** The second of two offers that are answered as one; the first answers the application. */
    static Origin together(long firm, long first) {
      return new Origin(firm, null, null, null, first);
    }
  }

  Optional<Long> firm(String code) {
    return jdbc.sql("select id from tenancy.firms where code = :code")
        .param("code", code)
        .query(Long.class)
        .optional();
  }

  /** What a floor costs at present. */
  Offer.Rent rent(long floor) {
    return jdbc.sql(
            """
            select f.rent_usd_m2_month, f.rent_vnd_m2_month, b.service_charge_usd_m2_month,
                   b.deposit_months::float8 as deposit_months
            from space.floors f
            join space.buildings b on b.id = f.building_id
            where f.id = :floor""")
        .param("floor", floor)
        .query((row, n) -> rent(row))
        .single();
  }

  long insert(
      long claim,
      Origin origin,
      OffsetDateTime deadline,
      Offer.Rent rent,
      String username,
      @Nullable RequestKey key) {
    return RequestStore.bind(
            jdbc.sql(
                """
                insert into tenancy.offers (occupancy_id, firm_id, application_id, hold_id,
                  passed_on_from, together_with, deadline, rent_usd_m2_month, rent_vnd_m2_month,
                  service_charge_usd_m2_month, deposit_months, made_by, request_key, request_sha256)
                values (:claim, :firm, :application, :hold, :passedOnFrom, :together, :deadline, :usd, :vnd,
                  :service, :deposit, :username, :key, :sha256)
                returning id"""),
            key)
        .param("claim", claim)
        .param("firm", origin.firm())
        .param("application", origin.application(), Types.BIGINT)
        .param("hold", origin.hold(), Types.BIGINT)
        .param("passedOnFrom", origin.passedOnFrom(), Types.BIGINT)
        .param("together", origin.together(), Types.BIGINT)
        .param("deadline", deadline)
        .param("usd", rent.usdM2Month())
        .param("vnd", rent.vndM2Month())
        .param("service", rent.serviceUsdM2Month())
        .param("deposit", rent.depositMonths(), Types.DOUBLE)
        .param("username", username)
        .query(Long.class)
        .single();
  }

  Optional<Offer> find(long id) {
    return records.find(id);
  }

  /** The offer and the one that is answered with it, if any; the earlier first. */
  List<Offer> together(Offer offer) {
    Long other = offer.togetherWith();
    if (other == null) {
      return List.of(offer);
    }
    return Stream.of(offer, find(other).orElseThrow())
        .sorted(Comparator.comparingLong(Offer::id))
        .toList();
  }

  /** Open offers behind claims. */
  List<Offer> open(Collection<Long> claimIds) {
    return records.behind(claimIds, Offer.Status.OPEN);
  }

  /**
   * Offers, the newest first.
   *
   * @param firm only this one's, null for all
   * @param status only these, null for all
   * @param before only those with a smaller id, null for all
   */
  List<Offer> list(
      @Nullable Long firm, Offer.@Nullable Status status, @Nullable Long before, int most) {
    return records.list(firm, status, before, most);
  }

  /** Whether the deadline lies ahead by the database's clock, as of the request's beginning. */
  boolean isInTime(long id) {
    return jdbc.sql("select deadline > now() from tenancy.offers where id = :id")
        .param("id", id)
        .query(Boolean.class)
        .single();
  }

  /** Ends an open offer. */
  void end(long id, Offer.Status status, String username, String reason) {
    records.end(id, Offer.Status.OPEN, status, username, reason);
  }

  private Offer offer(ResultSet row) throws SQLException {
    return new Offer(
        row.getLong("id"),
        claims.find(row.getLong("occupancy_id")).orElseThrow(),
        row.getLong("firm_id"),
        row.getString("firm_code"),
        row.getObject("application_id", Long.class),
        row.getString("application_code"),
        row.getObject("hold_id", Long.class),
        row.getObject("passed_on_from", Long.class),
        row.getObject("together_with", Long.class),
        row.getObject("lease_id", Long.class),
        Offer.Status.valueOf(row.getString("status")),
        row.getObject("deadline", OffsetDateTime.class),
        rent(row),
        row.getObject("made_at", OffsetDateTime.class),
        row.getObject("ended_at", OffsetDateTime.class),
        row.getString("end_reason"),
        row.getInt("lock_version"));
  }

  private static Offer.Rent rent(ResultSet row) throws SQLException {
    return new Offer.Rent(
        row.getDouble("rent_usd_m2_month"),
        row.getDouble("rent_vnd_m2_month"),
        row.getDouble("service_charge_usd_m2_month"),
        row.getObject("deposit_months", Double.class));
  }
}
