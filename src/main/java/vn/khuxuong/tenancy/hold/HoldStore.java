package vn.khuxuong.tenancy.hold;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.khuxuong.space.Claims;
import vn.khuxuong.space.HazardClass;
import vn.khuxuong.space.Industry;
import vn.khuxuong.tenancy.RequestKey;
import vn.khuxuong.tenancy.RequestStore;
import vn.khuxuong.tenancy.TenancyRecords;

/** SQL of holds. */
@Component
class HoldStore {
  private static final String HOLD =
      """
      select h.id, h.occupancy_id, h.firm_id, m.code as firm_code, h.application_id, h.status,
             h.assumed, h.made_at, h.ended_at, h.end_reason, h.lock_version
      from tenancy.holds h
      left join tenancy.firms m on m.id = h.firm_id
      """;

  private final JdbcClient jdbc;
  private final Claims claims;
  private final TenancyRecords<Hold> records;

  HoldStore(JdbcClient jdbc, Claims claims) {
    this.jdbc = jdbc;
    this.claims = claims;
    this.records = new TenancyRecords<>(jdbc, "tenancy.holds", HOLD, "h", (row, n) -> hold(row));
  }

  /**
   * What firms may hold.
   *
   * @param mostHolds at a time
   * @param mostM2 by all of them together
   * @param hours until one lapses
   */
  record Limits(int mostHolds, double mostM2, int hours, String sourceVi, String sourceEn) {}

  /** Live holds of a firm. */
  record Held(int holds, double areaM2) {}

  /** A firm that somebody holds for. */
  record Firm(long id, Industry industry) {}

  Limits limits() {
    return jdbc.sql(
            """
            select most_holds, most_m2, hours, source_vi, source_en
            from tenancy.hold_limits
            where in_force @> (now() at time zone 'Asia/Ho_Chi_Minh')::date""")
        .query(
            (row, n) ->
                new Limits(
                    row.getInt("most_holds"),
                    row.getDouble("most_m2"),
                    row.getInt("hours"),
                    row.getString("source_vi"),
                    row.getString("source_en")))
        .single();
  }

  /** What a firm holds; what only waits to be withdrawn does not count. */
  Held held(long firm) {
    return jdbc.sql(
            """
            select count(*) as holds,
                   coalesce(sum((select sum(y.area_m2) from space.bays y
                                 where y.floor_id = o.floor_id and y.no <@ o.bays)), 0) as area_m2
            from tenancy.holds h
            join space.occupancies o on o.id = h.occupancy_id
            where h.firm_id = :firm and h.status = 'LIVE' and o.live and o.expires_at > now()""")
        .param("firm", firm)
        .query((row, n) -> new Held(row.getInt("holds"), row.getDouble("area_m2")))
        .single();
  }

  Optional<Firm> firm(String code) {
    return jdbc.sql("select id, industry from tenancy.firms where code = :code")
        .param("code", code)
        .query((row, n) -> firm(row))
        .optional();
  }

  Optional<Firm> firm(long id) {
    return jdbc.sql("select id, industry from tenancy.firms where id = :id")
        .param("id", id)
        .query((row, n) -> firm(row))
        .optional();
  }

  private static Firm firm(ResultSet row) throws SQLException {
    return new Firm(row.getLong("id"), Industry.valueOf(row.getString("industry")));
  }

  /** The mildest hazard and the first line of business of a floor; empty for no such floor. */
  Optional<HoldAsked.Usual> usual(long floor) {
    return jdbc.sql(
            """
            select coalesce((select max(h::text) from unnest(f.hazards) h), 'E') as hazard,
                   coalesce((select fi.industry from space.floor_industries fi
                             join space.industries i on i.code = fi.industry
                             where fi.floor_id = f.id order by i.position limit 1),
                            'ELECTRONICS') as industry
            from space.floors f where f.id = :floor""")
        .param("floor", floor)
        .query(
            (row, n) ->
                new HoldAsked.Usual(
                    Industry.valueOf(row.getString("industry")),
                    HazardClass.valueOf(row.getString("hazard"))))
        .optional();
  }

  long insert(
      long claim,
      @Nullable Long firm,
      @Nullable Long application,
      List<String> assumed,
      String username,
      @Nullable RequestKey key) {
    return RequestStore.bind(
            jdbc.sql(
                """
                insert into tenancy.holds (occupancy_id, firm_id, application_id, assumed, made_by,
                  request_key, request_sha256)
                values (:claim, :firm, :application, :assumed, :username, :key, :sha256)
                returning id"""),
            key)
        .param("claim", claim)
        .param("firm", firm, Types.BIGINT)
        .param("application", application, Types.BIGINT)
        .param("assumed", assumed.toArray(String[]::new))
        .param("username", username)
        .query(Long.class)
        .single();
  }

  Optional<Hold> find(long id) {
    return records.find(id);
  }

  /** Live holds behind claims. */
  List<Hold> live(Collection<Long> claimIds) {
    return records.behind(claimIds, Hold.Status.LIVE);
  }

  /**
   * Holds, the newest first.
   *
   * @param firm only this one's, null for all
   * @param status only these, null for all
   * @param before only those with a smaller id, null for all
   */
  List<Hold> list(
      @Nullable Long firm, Hold.@Nullable Status status, @Nullable Long before, int most) {
    return records.list(firm, status, before, most);
  }

  /** Ends a live hold. */
  void end(long id, Hold.Status status, String username, String reason) {
    records.end(id, Hold.Status.LIVE, status, username, reason);
  }

  /** The hold goes on with another claim. */
  void move(long id, long claim) {
    jdbc.sql(
            """
            update tenancy.holds set occupancy_id = :claim, lock_version = lock_version + 1
            where id = :id""")
        .param("claim", claim)
        .param("id", id)
        .update();
  }

  /** The application is answered by another claim. */
  void moveApplication(long application, long claim) {
    jdbc.sql("update tenancy.applications set occupancy_id = :claim where id = :id")
        .param("claim", claim)
        .param("id", application)
        .update();
  }

  private Hold hold(ResultSet row) throws SQLException {
    return new Hold(
        row.getLong("id"),
        claims.find(row.getLong("occupancy_id")).orElseThrow(),
        row.getObject("firm_id", Long.class),
        row.getString("firm_code"),
        row.getObject("application_id", Long.class),
        Hold.Status.valueOf(row.getString("status")),
        Arrays.asList((String[]) row.getArray("assumed").getArray()),
        row.getObject("made_at", OffsetDateTime.class),
        row.getObject("ended_at", OffsetDateTime.class),
        row.getString("end_reason"),
        row.getInt("lock_version"));
  }
}
