package vn.khuxuong.space.claim;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.khuxuong.space.claim.TimelineJson.Period;
import vn.khuxuong.space.claim.TimelineJson.Status;

/** SQL of time lines. */
@Component
class TimelineStore {
  private final JdbcClient jdbc;

  TimelineStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A bay of the floor. */
  record BayRow(int no, double areaM2) {}

  /** A period of a bay. */
  record PeriodRow(int bay, Period period) {}

  boolean hasFloor(long floor) {
    return jdbc.sql("select exists (select from space.floors where id = :floor)")
        .param("floor", floor)
        .query(Boolean.class)
        .single();
  }

  /** Bays of a floor by number. */
  List<BayRow> bays(long floor) {
    return jdbc.sql("select no, area_m2 from space.bays where floor_id = :floor order by no")
        .param("floor", floor)
        .query((row, n) -> new BayRow(row.getInt("no"), row.getDouble("area_m2")))
        .list();
  }

  /**
   * The periods of all bays of a floor within a window, by bay and day. Those of a bay fill the
   * window without overlap: claims first; of what they leave, days beyond the land term, then bays
   * that are not for rent, then days before the hand-over; the rest is free.
   *
   * @param to exclusive
   */
  List<PeriodRow> periods(long floor, LocalDate from, LocalDate to) {
    return jdbc.sql(
            """
            with bay as (
              select y.no, y.rentable, y.out_reason_vi, y.out_reason_en,
                     coalesce(y.available_from, b.available_from) as available_from,
                     case when z.term_end is null then '{}'::datemultirange
                          else datemultirange(daterange(z.term_end + 1, null)) end as too_late,
                     daterange(:from, :to) as days
              from space.bays y
              join space.floors f on f.id = y.floor_id
              join space.buildings b on b.id = f.building_id
              join zoning.zones z on z.id = b.zone_id
              where y.floor_id = :floor),
            claim as (
              select bay.no, o.kind, o.industry, o.expires_at, bay.days * o.during as period
              from bay
              join space.occupancies o on o.floor_id = :floor and o.live
                and o.bays @> bay.no and o.during && bay.days),
            open as (
              select bay.*,
                     datemultirange(bay.days) - coalesce(
                       (select range_agg(c.period) from claim c where c.no = bay.no),
                       '{}'::datemultirange) as rest
              from bay),
            period as (
              select no, kind as status, period, industry,
                     (expires_at at time zone 'Asia/Ho_Chi_Minh')::date as deadline,
                     null as reason_vi, null as reason_en
              from claim
              union all
              select no, 'BEYOND_TERM', unnest(rest * too_late), null, null, null, null
              from open
              union all
              select no, 'OUT', unnest(rest - too_late), null, null, out_reason_vi, out_reason_en
              from open where not rentable
              union all
              select no, 'NOT_YET',
                     unnest((rest - too_late) * datemultirange(daterange(null, available_from))),
                     null, null, null, null
              from open where rentable
              union all
              select no, 'FREE',
                     unnest((rest - too_late) * datemultirange(daterange(available_from, null))),
                     null, null, null, null
              from open where rentable)
            select p.no, p.status, lower(p.period) as first_day, upper(p.period) as end_day,
                   p.deadline, i.name_vi, i.name_en, p.reason_vi, p.reason_en
            from period p
            left join space.industries i on i.code = p.industry
            order by p.no, p.period""")
        .param("floor", floor)
        .param("from", from)
        .param("to", to)
        .query((row, n) -> new PeriodRow(row.getInt("no"), period(row)))
        .list();
  }

  private static Period period(ResultSet row) throws SQLException {
    return new Period(
        Status.valueOf(row.getString("status")),
        row.getObject("first_day", LocalDate.class),
        row.getObject("end_day", LocalDate.class),
        row.getObject("deadline", LocalDate.class),
        row.getString("name_vi"),
        row.getString("name_en"),
        row.getString("reason_vi"),
        row.getString("reason_en"));
  }
}
