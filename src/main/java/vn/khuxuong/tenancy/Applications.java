package vn.khuxuong.tenancy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.khuxuong.space.HazardClass;
import vn.khuxuong.space.Industry;
import vn.khuxuong.space.Trait;

/** Applications for floor space, for the rounds that answer them. */
@Component
public class Applications {
  private final JdbcClient jdbc;

  Applications(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Every application that may take part in a round: found eligible and not yet answered, in the
   * order of arrival.
   */
  public List<Application> listOpen() {
    return jdbc.sql(
            """
            select a.*, f.supporting, f.hightech, f.green, f.domestic, f.displaced, f.size_class,
                   f.cluster,
                   array(select z.code
                         from tenancy.application_zones az
                         join zoning.zones z on z.id = az.zone_id
                         where az.application_id = a.id
                         order by az.rank) as zones
            from tenancy.applications a
            join tenancy.firms f on f.id = a.firm_id
            where a.status = 'ELIGIBLE'
            order by a.submitted_at, a.id""")
        .query((row, n) -> application(row))
        .list();
  }

  private static Application application(ResultSet row) throws SQLException {
    return new Application(
        row.getString("code"),
        row.getObject("submitted_at", OffsetDateTime.class).toInstant(),
        Industry.valueOf(row.getString("industry")),
        new Application.Flags(
            row.getBoolean("supporting"),
            row.getBoolean("hightech"),
            row.getBoolean("green"),
            row.getBoolean("domestic"),
            row.getBoolean("displaced")),
        SizeClass.valueOf(row.getString("size_class")),
        row.getDouble("area_min_m2"),
        row.getDouble("area_max_m2"),
        row.getDouble("load_kn_m2"),
        row.getDouble("clear_height_m"),
        row.getDouble("power_kva"),
        row.getDouble("wastewater_m3_day"),
        row.getDouble("lift_t"),
        HazardClass.valueOf(row.getString("hazard")),
        traits(row),
        row.getString("cluster"),
        row.getObject("start_earliest", LocalDate.class),
        row.getObject("start_latest", LocalDate.class),
        row.getInt("term_months"),
        row.getLong("budget_vnd_m2_month"),
        Arrays.asList((String[]) row.getArray("zones").getArray()),
        row.getBoolean("accept_other"),
        row.getBoolean("may_split"));
  }

  private static Set<Trait> traits(ResultSet row) throws SQLException {
    return Arrays.stream((Object[]) row.getArray("traits").getArray())
        .map(name -> Trait.valueOf(name.toString()))
        .collect(Collectors.toUnmodifiableSet());
  }
}
