package vn.khuxuong.tenancy.demo;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;
import vn.khuxuong.space.Industry;
import vn.khuxuong.space.Occupancy;
import vn.khuxuong.space.Trait;
import vn.khuxuong.tenancy.demo.Draft.Firm;
import vn.khuxuong.tenancy.demo.Draft.Wish;

/** SQL of the illustrative firms. */
@Component("tenancyDemoStore")
class DemoStore {
  private static final long LOCK = 0x6b68755f6669726dL;

  private final JdbcClient jdbc;

  DemoStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Makes a second instance wait until this transaction has ended. */
  void takeTurns() {
    jdbc.sql("select pg_advisory_xact_lock(:lock)").param("lock", LOCK).query().singleRow();
  }

  boolean hasFirms() {
    return jdbc.sql("select exists (select from tenancy.firms)").query(Boolean.class).single();
  }

  /** Records a firm under the next number, which its name, code and tax code carry. */
  long insertFirm(Firm firm) {
    GeneratedKeyHolder key = new GeneratedKeyHolder();
    jdbc.sql(
            """
            insert into tenancy.firms (code, name_vi, name_en, tax_code, industry, business_line,
              size_class, insured_employees, revenue_bn_vnd, capital_bn_vnd, supporting, hightech,
              green, domestic, displaced, cluster, data_status)
            select 'DN-' || lpad(n.no::text, 4, '0'),
              'Công ty TNHH ' || i.name_vi || ' Minh Họa ' || lpad(n.no::text, 3, '0'),
              'Illustrative ' || i.name_en || ' ' || lpad(n.no::text, 3, '0') || ' Co., Ltd',
              tenancy.invented_tax_code('00', n.no), i.code, 'INDUSTRY',
              :size, :employees, :revenue, :capital, :supporting, :hightech, :green, :domestic,
              :displaced, :cluster, 'ILLUSTRATIVE'
            from space.industries i
            cross join (select count(*) + 1 as no from tenancy.firms) n
            where i.code = :industry""")
        .param("industry", firm.industry().name())
        .param("size", firm.size().name())
        .param("employees", firm.insuredEmployees())
        .param("revenue", firm.revenueBnVnd())
        .param("capital", firm.capitalBnVnd())
        .param("supporting", firm.flags().supporting())
        .param("hightech", firm.flags().hightech())
        .param("green", firm.flags().green())
        .param("domestic", firm.flags().domestic())
        .param("displaced", firm.flags().displaced())
        .param("cluster", Habit.of(firm.industry()).cluster())
        .update(key, "id");
    return key.getKeyAs(Long.class);
  }

  /** Records the contract behind a lease, at the floor's present rent. */
  void insertLease(long firm, Occupancy occupancy) {
    jdbc.sql(
            """
            insert into tenancy.leases (firm_id, occupancy_id, contract_no, signed_on,
              rent_usd_m2_month, rent_vnd_m2_month, service_charge_usd_m2_month, deposit_months,
              data_status)
            select :firm, o.id,
              b.code || '/' || extract(year from :from::date) || '/' || lpad(o.id::text, 4, '0'),
              :from::date - 30, f.rent_usd_m2_month, f.rent_vnd_m2_month,
              b.service_charge_usd_m2_month, b.deposit_months, 'ILLUSTRATIVE'
            from space.occupancies o
            join space.floors f on f.id = o.floor_id
            join space.buildings b on b.id = f.building_id
            where o.id = :occupancy""")
        .param("firm", firm)
        .param("occupancy", occupancy.id())
        .param("from", occupancy.from())
        .update();
  }

  /** Records an application; one that a hold or offer answers refers to that claim. */
  void insertApplication(
      long firm, Firm facts, Wish wish, OffsetDateTime submitted, @Nullable Occupancy answer) {
    GeneratedKeyHolder key = new GeneratedKeyHolder();
    Industry industry = facts.industry();
    jdbc.sql(
            """
            insert into tenancy.applications (code, firm_id, status, submitted_at, industry,
              area_min_m2, area_max_m2, load_kn_m2, clear_height_m, power_kva, wastewater_m3_day,
              lift_t, hazard, traits, start_earliest, start_latest, term_months,
              budget_vnd_m2_month, accept_other, may_split, occupancy_id, data_status)
            select 'HS-' || lpad((count(*) + 1)::text, 4, '0'), :firm, :status, :submitted,
              :industry, :areaMin, :areaMax, :load, :height, :power, :wastewater, :lift, :hazard,
              cast(:traits as space.trait[]), :earliest, :latest, :term, :budget, :acceptOther,
              :maySplit, :occupancy, 'ILLUSTRATIVE'
            from tenancy.applications""")
        .param("firm", firm)
        .param("status", status(answer))
        .param("submitted", submitted)
        .param("industry", industry.name())
        .param("areaMin", wish.areaMinM2())
        .param("areaMax", wish.areaMaxM2())
        .param("load", wish.loadKnM2())
        .param("height", wish.clearHeightM())
        .param("power", wish.powerKva())
        .param("wastewater", wish.wastewaterM3Day())
        .param("lift", wish.liftT())
        .param("hazard", wish.hazard().name())
        .param("traits", industry.trait().stream().map(Trait::name).toArray(String[]::new))
        .param("earliest", wish.startEarliest())
        .param("latest", wish.startLatest())
        .param("term", wish.termMonths())
        .param("budget", wish.budgetVndM2Month())
        .param("acceptOther", wish.acceptOther())
        .param("maySplit", wish.maySplit())
        .param("occupancy", answer == null ? null : answer.id(), java.sql.Types.BIGINT)
        .update(key, "id");
    insertZones(key.getKeyAs(Long.class), wish.zones());
  }

  /**
   * Records what some of the firms lack: of every seven in a row the first five lack one thing
   * each, premises by the figures of what tenants already have.
   */
  void insertNeeds() {
    jdbc.sql(
            """
            insert into tenancy.support_needs (firm_id, lack, detail, area_m2, load_kn_m2,
              clear_height_m, amount_vnd, made_by, made_at, data_status)
            select f.id, l.lack, l.detail,
              case when l.lack = 'PREMISES' then 200 + 50 * (f.n % 9) end,
              case when l.lack = 'PREMISES' then 5 + 2.5 * (f.n % 4) end,
              case when l.lack = 'PREMISES' then 4 + 0.5 * (f.n % 3) end,
              case when l.lack = 'CAPITAL' then 500000000 * (1 + f.n % 6) end,
              'system', timestamptz '2026-11-01 08:00+07' + make_interval(hours => f.n::integer),
              'ILLUSTRATIVE'
            from (select id, row_number() over (order by id) as n from tenancy.firms
                  where data_status = 'ILLUSTRATIVE') f
            join (values
              (0, 'PREMISES', 'Minh họa: cần thêm chỗ cho dây chuyền thứ hai.'),
              (1, 'CAPITAL', 'Minh họa: thiếu vốn mua máy.'),
              (2, 'TECHNOLOGY', 'Minh họa: cần đổi máy cũ.'),
              (3, 'MARKET', 'Minh họa: cần khách hàng trong chuỗi cung ứng.'),
              (4, 'STANDARDS', 'Minh họa: cần chứng nhận ISO 9001.')) l (no, lack, detail)
              on f.n % 7 = l.no""")
        .update();
  }

  private static String status(@Nullable Occupancy answer) {
    if (answer == null) {
      return "ELIGIBLE";
    }
    return switch (answer.kind()) {
      case HOLD -> "HELD";
      case OFFER -> "OFFERED";
      case LEASE -> "LEASED";
    };
  }

  private void insertZones(long application, List<String> zones) {
    jdbc.sql(
            """
            insert into tenancy.application_zones (application_id, rank, zone_id)
            select :application, w.rank, z.id
            from unnest(cast(:zones as text[])) with ordinality w (code, rank)
            join zoning.zones z on z.code = w.code""")
        .param("application", application)
        .param("zones", zones.toArray(String[]::new))
        .update();
  }
}
