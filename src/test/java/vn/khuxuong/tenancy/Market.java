package vn.khuxuong.tenancy;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.khuxuong.platform.security.Role;
import vn.khuxuong.space.InventedTown;
import vn.khuxuong.zoning.PlanDesk;
import vn.khuxuong.zoning.PlanDesk.Answer;

/**
 * Buildings to let and firms that want them, made in committed transactions: every building, firm
 * and account is a new one.
 */
public final class Market {
  private static final AtomicInteger NUMBER = new AtomicInteger(1000);

  private final JdbcClient jdbc;
  private final InventedTown town;
  private final String password;

  /**
   * @param password of all accounts; kept in plain, so that a storm is not about hashing
   */
  public Market(JdbcClient jdbc, String password) {
    this.jdbc = jdbc;
    this.town = new InventedTown(jdbc);
    this.password = password;
  }

  /** Ground floor of a new building in a new zone whose term ends in 2060; see InventedTown. */
  public long floor() {
    int number = NUMBER.incrementAndGet();
    return town.floor(town.building(town.zone("Z" + number, "2060-12-31"), "Z" + number + "-A"), 1);
  }

  /** One more floor of the building in which another one is. */
  public long floorAbove(long floor) {
    long building =
        jdbc.sql("select building_id from space.floors where id = :floor")
            .param("floor", floor)
            .query(Long.class)
            .single();
    return town.floor(building, 2);
  }

  /** Code of the building of a floor. */
  public String building(long floor) {
    return jdbc.sql(
            """
            select b.code from space.floors f join space.buildings b on b.id = f.building_id
            where f.id = :floor""")
        .param("floor", floor)
        .query(String.class)
        .single();
  }

  /** A new electronics firm; gives its code. */
  public String firm() {
    int number = NUMBER.incrementAndGet();
    String code = "DN-9" + String.format(Locale.ROOT, "%06d", number);
    jdbc.sql(
            """
            insert into tenancy.firms (code, name_vi, name_en, tax_code, industry, business_line,
              size_class, supporting, hightech, green, domestic, displaced, data_status)
            values (:code, 'Công ty Thử', 'Test Co.', tenancy.invented_tax_code('9', :number),
              'ELECTRONICS', 'INDUSTRY', 'SMALL',
              true, false, false, true, false, 'ILLUSTRATIVE')""")
        .param("code", code)
        .param("number", number)
        .update();
    return code;
  }

  /**
   * An eligible application of a firm for 100 to 300 m² from 2027 on, for three years, in the zone
   * of a floor; gives its code.
   *
   * @param arrival the smaller, the earlier it was complete
   */
  public String application(String firm, long floor, int arrival) {
    String code = "HS-9" + String.format(Locale.ROOT, "%06d", NUMBER.incrementAndGet());
    jdbc.sql(
            """
            with made as (
              insert into tenancy.applications (code, firm_id, status, submitted_at, industry,
                area_min_m2, area_max_m2, load_kn_m2, clear_height_m, power_kva, wastewater_m3_day,
                lift_t, hazard, start_earliest, start_latest, term_months, budget_vnd_m2_month,
                accept_other, may_split, data_status)
              select :code, id, 'ELIGIBLE', timestamptz '2026-11-01' + make_interval(days => :arrival),
                'ELECTRONICS', 100, 300, 5, 4, 10, 1, 1, 'D', '2027-01-01', '2027-12-31', 36,
                200000, false, false, 'ILLUSTRATIVE'
              from tenancy.firms where code = :firm
              returning id)
            insert into tenancy.application_zones (application_id, rank, zone_id)
            select made.id, 1, b.zone_id
            from made, space.floors f
            join space.buildings b on b.id = f.building_id
            where f.id = :floor""")
        .param("code", code)
        .param("firm", firm)
        .param("floor", floor)
        .param("arrival", arrival)
        .update();
    return code;
  }

  /** A new account that acts for a firm; its name signs in. */
  public String personOf(String firm) {
    String username = account(Role.FIRM);
    jdbc.sql(
            """
            insert into tenancy.firm_people (username, firm_id)
            select :username, id from tenancy.firms where code = :firm""")
        .param("username", username)
        .param("firm", firm)
        .update();
    return username;
  }

  /** A new account with a role. */
  public String account(Role role) {
    String username = role.name().toLowerCase(Locale.ROOT) + "-" + NUMBER.incrementAndGet();
    jdbc.sql(
            """
            with person as (
              insert into platform.users (username, display_name, password_hash)
              values (:username, :username, '{noop}' || :password) returning id)
            insert into platform.user_roles (user_id, role) select id, :role from person""")
        .param("username", username)
        .param("password", password)
        .param("role", role.name())
        .update();
    return username;
  }

  /** Rows of the question that must have no answer. */
  public long doubleBookings() {
    return jdbc.sql("select count(*) from space.double_bookings()").query(Long.class).single();
  }

  /** Body of a request for bays over the year 2027. */
  public static String wish(long floor, int firstBay, int bayCount) {
    return "{\"floor\":"
        + floor
        + ",\"firstBay\":"
        + firstBay
        + ",\"bayCount\":"
        + bayCount
        + ",\"from\":\"2027-01-01\",\"months\":12}";
  }

  /** Body of an offer of bays from 2027 on to an eligible application. */
  public static String offer(
      String application, long floor, int firstBay, int bayCount, String deadline) {
    return String.format(
        Locale.ROOT,
        "{\"application\":\"%s\",\"floor\":%d,\"firstBay\":%d,\"bayCount\":%d,"
            + "\"from\":\"2027-01-01\",\"deadline\":\"%s\"}",
        application,
        floor,
        firstBay,
        bayCount,
        deadline);
  }

  /** Moves an offer back, so that its deadline has passed. */
  public void expire(long offer) {
    String trigger = "alter table space.occupancies %s trigger occupancy_append_only";
    jdbc.sql(trigger.formatted("disable")).update();
    jdbc.sql(
            """
            update space.occupancies
            set recorded_at = now() - interval '2 hours', expires_at = now() - interval '1 second'
            where id = (select occupancy_id from tenancy.offers where id = :id)""")
        .param("id", offer)
        .update();
    jdbc.sql(trigger.formatted("enable")).update();
    jdbc.sql(
            """
            update tenancy.offers
            set made_at = now() - interval '2 hours', deadline = now() - interval '1 second'
            where id = :id""")
        .param("id", offer)
        .update();
  }

  /** A lease of a firm on bay 0 of a floor over 2027, as people make one; gives its path. */
  public String lease(PlanDesk desk, String person, String officer, long floor) {
    long hold = desk.post(person, "/api/v1/holds", null, wish(floor, 0, 1)).id();
    String body = "{\"hold\":" + hold + ",\"deadline\":\"2126-12-31T17:00:00+07:00\"}";
    Answer offer = desk.post(officer, "/api/v1/offers", null, body);
    if (offer.status() != 201) {
      throw new AssertionError(offer.json().toString());
    }
    return desk.post(person, offer.header("Location") + "/accept", null, "")
        .json()
        .path("lease")
        .asString();
  }
}
