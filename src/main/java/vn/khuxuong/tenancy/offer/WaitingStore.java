package vn.khuxuong.tenancy.offer;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.khuxuong.tenancy.ApplicationSteps;

/** SQL of waiting lists. */
@Component
class WaitingStore {
  private final JdbcClient jdbc;
  private final ApplicationSteps steps;

  WaitingStore(JdbcClient jdbc, ApplicationSteps steps) {
    this.jdbc = jdbc;
    this.steps = steps;
  }

  /**
   * Who would take bays that have become free.
   *
   * @param place on the list
   * @param from first day that suits
   */
  record Candidate(int place, String code, ApplicationSteps.Standing application, LocalDate from) {}

  /** A line of a list. */
  record Line(
      int place, String application, long firm, OffsetDateTime completeAt, String vi, String en) {}

  /** A line of the history of one application's places. */
  record Past(String building, @Nullable Integer place, OffsetDateTime since) {}

  /** Those on the list whose wishes the bays of an ended offer meet, in its order. */
  List<Candidate> candidates(Offer ended) {
    record Found(int place, String code, LocalDate from) {}
    return jdbc
        .sql(
            """
            select w.place, a.code,
                   greatest(a.start_earliest, :from, (now() at time zone 'Asia/Ho_Chi_Minh')::date)
                     as first_day
            from space.floors f
            cross join lateral tenancy.waiting_list(f.building_id) w
            join tenancy.applications a on a.id = w.application_id
            where f.id = :floor
              and :area between a.area_min_m2 and a.area_max_m2
              and a.load_kn_m2 <= f.load_kn_m2
              and a.clear_height_m <= f.clear_height_m
              and a.hazard = any (f.hazards)
              and exists (select from space.floor_industries fi
                          where fi.floor_id = f.id and fi.industry = a.industry)
              and (f.level = 1 or a.lift_t <= coalesce(
                (select max(l.capacity_t) from space.goods_lifts l
                 where l.building_id = f.building_id), 0))
              and a.budget_vnd_m2_month >= :rent
              and greatest(a.start_earliest, :from,
                           (now() at time zone 'Asia/Ho_Chi_Minh')::date) <= a.start_latest
            order by w.place
            limit 50""")
        .param("floor", ended.claim().wish().floorId())
        .param("area", ended.claim().areaM2())
        .param("from", ended.claim().wish().from())
        .param("rent", ended.rent().vndM2Month())
        .query(
            (row, n) ->
                new Found(
                    row.getInt("place"),
                    row.getString("code"),
                    row.getObject("first_day", LocalDate.class)))
        .list()
        .stream()
        .map(
            found ->
                new Candidate(
                    found.place(),
                    found.code(),
                    steps.find(found.code()).orElseThrow(),
                    found.from()))
        .toList();
  }

  /** The deadline of an offer that is open from now for as long as another one was meant to be. */
  OffsetDateTime sameTimeAgain(long offer) {
    return jdbc.sql("select now() + (deadline - made_at) from tenancy.offers where id = :id")
        .param("id", offer)
        .query(OffsetDateTime.class)
        .single();
  }

  /** A building's list in its order. */
  List<Line> list(String building) {
    return jdbc.sql(
            """
            select w.place, a.code, w.firm_id, w.submitted_at, i.name_vi, i.name_en
            from space.buildings b
            cross join lateral tenancy.waiting_list(b.id) w
            join tenancy.applications a on a.id = w.application_id
            join space.industries i on i.code = a.industry
            where b.code = :building
            order by w.place""")
        .param("building", building)
        .query(
            (row, n) ->
                new Line(
                    row.getInt("place"),
                    row.getString("code"),
                    row.getLong("firm_id"),
                    row.getObject("submitted_at", OffsetDateTime.class),
                    row.getString("name_vi"),
                    row.getString("name_en")))
        .list();
  }

  /** How an application's places have changed, the newest first. */
  List<Past> history(long application) {
    return jdbc.sql(
            """
            select b.code, w.place, w.since
            from tenancy.waiting_places w
            join space.buildings b on b.id = w.building_id
            where w.application_id = :application
            order by w.id desc
            limit 1000""")
        .param("application", application)
        .query(
            (row, n) ->
                new Past(
                    row.getString("code"),
                    row.getObject("place", Integer.class),
                    row.getObject("since", OffsetDateTime.class)))
        .list();
  }

  /** Writes down changed places where applications have changed; 0 while another instance does. */
  int notePlaces() {
    return Optional.ofNullable(
            jdbc.sql("select tenancy.note_changed_places()").query(Integer.class).single())
        .orElse(0);
  }
}
