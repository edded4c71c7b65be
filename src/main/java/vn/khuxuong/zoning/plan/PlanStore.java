package vn.khuxuong.zoning.plan;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.khuxuong.geo.Crs;

/** SQL of plan versions without their subzones. */
@Component
public class PlanStore {
  private static final String PLANS =
      """
      select p.*, z.code as zone_code, z.legal_srid
      from zoning.plans p join zoning.zones z on z.id = p.zone_id\s""";

  private final JdbcClient jdbc;

  PlanStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The plan with this id, empty where there is none. */
  public Optional<Plan> find(long id) {
    return jdbc.sql(PLANS + "where p.id = :id")
        .param("id", id)
        .query((row, i) -> plan(row))
        .optional();
  }

  /** As {@link #find}, making every other writer of this plan wait for this transaction. */
  public Optional<Plan> lock(long id) {
    return jdbc.sql(PLANS + "where p.id = :id for update of p")
        .param("id", id)
        .query((row, i) -> plan(row))
        .optional();
  }

  /** Makes every other publication in this plan's zone wait for this transaction. */
  public void lockZone(String zoneCode) {
    jdbc.sql("select id from zoning.zones where code = :code for update")
        .param("code", zoneCode)
        .query(Long.class)
        .single();
  }

  /** Plan versions, newest first within a zone. */
  public List<Plan> list(@Nullable String zoneCode, boolean publicOnly) {
    return jdbc.sql(
            PLANS
                + """
                where (cast(:zone as text) is null or z.code = :zone)
                  and (not :publicOnly or p.status in ('PUBLISHED', 'SUPERSEDED'))
                order by z.code, p.version desc""")
        .param("zone", zoneCode)
        .param("publicOnly", publicOnly)
        .query((row, i) -> plan(row))
        .list();
  }

  /** The plans in force on a day as was known at a moment, at most one for a zone. */
  public List<Plan> inForce(
      @Nullable String zoneCode, @Nullable LocalDate on, @Nullable OffsetDateTime asOf) {
    return jdbc.sql(
            PLANS
                + """
                join zoning.plan_periods pp on pp.plan_id = p.id
                where (cast(:zone as text) is null or z.code = :zone)
                  and pp.valid @> coalesce(cast(:on as date), zoning.on_date())
                  and pp.known @> coalesce(cast(:asOf as timestamptz), now())
                order by z.code""")
        .param("zone", zoneCode)
        .param("on", on)
        .param("asOf", asOf)
        .query((row, i) -> plan(row))
        .list();
  }

  /** The zone's published plan, empty where it has none. */
  public Optional<Plan> published(String zoneCode) {
    return jdbc.sql(PLANS + "where z.code = :zone and p.status = 'PUBLISHED'")
        .param("zone", zoneCode)
        .query((row, i) -> plan(row))
        .optional();
  }

  /** What a new draft starts with. */
  public record NewPlan(
      String zoneCode,
      String titleVi,
      String titleEn,
      @Nullable Integer scale,
      String parkKind,
      boolean shared,
      @Nullable Long basedOn,
      String dataStatus,
      String author) {}

  /** Adds a draft under the zone's next version number; the caller holds {@link #lockZone}. */
  public long insert(NewPlan plan) {
    return jdbc.sql(
            """
            insert into zoning.plans (zone_id, version, title_vi, title_en, scale, park_kind, shared,
              based_on, data_status, author)
            select z.id, (select coalesce(max(version), 0) + 1 from zoning.plans where zone_id = z.id),
                   normalize(:titleVi, NFC), :titleEn, :scale, :parkKind, :shared, :basedOn,
                   :dataStatus, :author
            from zoning.zones z where z.code = :zoneCode
            returning id""")
        .paramSource(plan)
        .query(Long.class)
        .single();
  }

  /** Sets what a draft says of itself and moves its lock version. */
  public void describe(
      long id,
      String titleVi,
      String titleEn,
      @Nullable Integer scale,
      String parkKind,
      boolean shared) {
    jdbc.sql(
            """
            update zoning.plans set title_vi = normalize(:titleVi, NFC), title_en = :titleEn,
              scale = :scale, park_kind = :parkKind, shared = :shared,
              lock_version = lock_version + 1
            where id = :id""")
        .param("id", id)
        .param("titleVi", titleVi)
        .param("titleEn", titleEn)
        .param("scale", scale)
        .param("parkKind", parkKind)
        .param("shared", shared)
        .update();
  }

  /** Makes a new draft show its first revision; its lock version stays the first. */
  public void startHead(long id, int revision) {
    jdbc.sql("update zoning.plans set head_revision = :revision where id = :id")
        .param("id", id)
        .param("revision", revision)
        .update();
  }

  /** Shows another revision and moves the lock version. */
  public void moveHead(long id, int revision) {
    jdbc.sql(
            """
            update zoning.plans set head_revision = :revision, lock_version = lock_version + 1
            where id = :id""")
        .param("id", id)
        .param("revision", revision)
        .update();
  }

  /** Records which revision the plan's lock version shows. */
  public void recordStep(long id, String kind, String actor) {
    jdbc.sql(
            """
            insert into zoning.draft_steps (plan_id, lock_version, head_revision, kind, made_by)
            select id, lock_version, head_revision, :kind, :actor from zoning.plans where id = :id""")
        .param("id", id)
        .param("kind", kind)
        .param("actor", actor)
        .update();
  }

  private static Plan plan(ResultSet row) throws SQLException {
    return new Plan(
        row.getLong("id"),
        row.getString("zone_code"),
        Crs.ofEpsg(row.getInt("legal_srid")),
        row.getInt("version"),
        PlanStatus.valueOf(row.getString("status")),
        row.getString("title_vi"),
        row.getString("title_en"),
        row.getObject("scale", Integer.class),
        row.getString("park_kind"),
        row.getObject("based_on", Long.class),
        row.getString("author"),
        row.getBoolean("shared"),
        row.getString("submitted_by"),
        row.getString("approved_by"),
        row.getString("decision_no"),
        row.getObject("decided_on", LocalDate.class),
        row.getString("authority_vi"),
        row.getString("authority_en"),
        row.getObject("approved_over", Long.class),
        row.getObject("valid_from", LocalDate.class),
        row.getObject("valid_to", LocalDate.class),
        row.getObject("published_at", OffsetDateTime.class),
        row.getObject("superseded_at", OffsetDateTime.class),
        row.getString("data_status"),
        row.getInt("lock_version"),
        row.getInt("head_revision"),
        row.getObject("created_at", OffsetDateTime.class));
  }
}
