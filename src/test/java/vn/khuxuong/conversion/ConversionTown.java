package vn.khuxuong.conversion;

import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.khuxuong.space.InventedTown;
import vn.khuxuong.tenancy.Market;

/** An invented zone in conversion whose tenants and applications can be counted. */
public final class ConversionTown {
  private final JdbcClient jdbc;
  private final InventedTown town;
  private final Market market;
  private final String code;
  private final long building;

  /**
   * @param termEnd last day of the zone's land term
   */
  public ConversionTown(JdbcClient jdbc, Market market, String termEnd) {
    this.jdbc = jdbc;
    this.town = new InventedTown(jdbc);
    this.market = market;
    this.code =
        "C" + String.format(Locale.ROOT, "%06d", ThreadLocalRandom.current().nextInt(1_000_000));
    long zone = town.zone(code, termEnd);
    jdbc.sql("update zoning.zones set converting = true where id = :id").param("id", zone).update();
    this.building = town.building(zone, code + "-A");
  }

  public String code() {
    return code;
  }

  public String building() {
    return code + "-A";
  }

  /** One more floor of six bays of 200 m². */
  public long floor(int level) {
    return town.floor(building, level);
  }

  /** A firm that rents bays until a day; gives its code. */
  public String tenant(long floor, String bays, String until) {
    String firm = market.firm();
    lease(firm, floor, bays, "[2026-01-01," + until + "]");
    return firm;
  }

  /** One more lease of a firm. */
  public void lease(String firm, long floor, String bays, String during) {
    long claim = town.claim(floor, "LEASE", bays, during, 5, 0.1);
    jdbc.sql(
            """
            insert into tenancy.leases (firm_id, occupancy_id, contract_no, signed_on,
              rent_usd_m2_month, rent_vnd_m2_month, service_charge_usd_m2_month, data_status)
            select id, :claim, 'HD-' || :claim, '2025-12-01', 4.5, 114000, 0.5, 'ILLUSTRATIVE'
            from tenancy.firms where code = :firm""")
        .param("claim", claim)
        .param("firm", firm)
        .update();
  }

  /** What a firm declares: its code of the classification, people and billion VND a year. */
  public void profile(String firm, String vsic, int people, double revenue) {
    jdbc.sql(
            """
            update tenancy.firms
            set vsic = array[:vsic], insured_employees = :people, revenue_bn_vnd = :revenue
            where code = :firm""")
        .param("vsic", vsic)
        .param("people", people)
        .param("revenue", revenue)
        .param("firm", firm)
        .update();
  }

  /** An application of a firm for a lease of some months from a day in this zone alone. */
  public String application(String firm, long floor, String from, int months, double load) {
    String application = market.application(firm, floor, 1);
    jdbc.sql(
            """
            update tenancy.applications
            set start_earliest = cast(:from as date), start_latest = cast(:from as date) + 365,
              term_months = :months, load_kn_m2 = :load
            where code = :code""")
        .param("from", from)
        .param("months", months)
        .param("load", load)
        .param("code", application)
        .update();
    return application;
  }

  /** A published plan that is one subzone of the whole zone. */
  public long plan(int version, String landUse, String from) {
    jdbc.sql(
            """
            update zoning.plan_periods set known = tstzrange(lower(known), clock_timestamp())
            where zone_id = (select id from zoning.zones where code = :zone) and upper_inf(known)""")
        .param("zone", code)
        .update();
    jdbc.sql(
            """
            update zoning.plans set status = 'SUPERSEDED', superseded_at = clock_timestamp()
            where zone_id = (select id from zoning.zones where code = :zone)
              and status = 'PUBLISHED'""")
        .param("zone", code)
        .update();
    long plan =
        jdbc.sql(
                """
                insert into zoning.plans (zone_id, version, status, title_vi, title_en, author,
                  data_status)
                select id, :version, 'DRAFT', 'Đồ án thử', 'Test plan', 'system', 'ILLUSTRATIVE'
                from zoning.zones where code = :zone returning id""")
            .param("version", version)
            .param("zone", code)
            .query(Long.class)
            .single();
    jdbc.sql(
            """
            insert into zoning.subzones (plan_id, uid, code, name_vi, name_en, land_use, geom)
            select :plan, gen_random_uuid(), 'S-01', 'Phân khu', 'Subzone', :use, st_geometryn(geom, 1)
            from zoning.zones where code = :zone""")
        .param("plan", plan)
        .param("use", landUse)
        .param("zone", code)
        .update();
    jdbc.sql(
            """
            update zoning.plans
            set status = 'PUBLISHED', valid_from = cast(:from as date),
              published_at = clock_timestamp()
            where id = :plan""")
        .param("from", from)
        .param("plan", plan)
        .update();
    jdbc.sql(
            """
            insert into zoning.plan_periods (zone_id, plan_id, valid, known)
            select zone_id, id, daterange(cast(:from as date), null),
              tstzrange(clock_timestamp(), null)
            from zoning.plans where id = :plan""")
        .param("from", from)
        .param("plan", plan)
        .update();
    return plan;
  }
}
