package vn.khuxuong.zoning.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import vn.khuxuong.KhuxuongTest;

/** In force on a day, known at a moment: a correction changes today's answer, never yesterday's. */
@KhuxuongTest
@Transactional
class PlanPeriodsIT {
  private static final OffsetDateTime JANUARY = OffsetDateTime.parse("2030-01-10T00:00:00+07:00");
  private static final OffsetDateTime JUNE = OffsetDateTime.parse("2030-06-10T00:00:00+07:00");

  @Autowired private JdbcClient jdbc;
  @Autowired private PlanStore plans;

  @Test
  void laterPlanTakesOverFromItsFirstDay() {
    long first = plan(91);
    long second = plan(92);
    putInForce(first, "[2030-01-01,)", JANUARY);
    putInForce(second, "[2031-01-01,)", JUNE);
    assertThat(inForce("2030-12-31", null)).isEqualTo(first);
    assertThat(inForce("2031-01-01", null)).isEqualTo(second);
  }

  @Test
  void backDatedCorrectionLeavesWhatWasKnownBefore() {
    long first = plan(91);
    long correction = plan(92);
    putInForce(first, "[2030-01-01,)", JANUARY);
    putInForce(correction, "[2030-03-01,2030-05-01)", JUNE);
    assertThat(inForce("2030-04-01", JUNE.plusDays(1))).isEqualTo(correction);
    assertThat(inForce("2030-04-01", JUNE.minusDays(1))).isEqualTo(first);
    assertThat(inForce("2030-02-28", JUNE.plusDays(1))).isEqualTo(first);
    assertThat(inForce("2030-05-01", JUNE.plusDays(1))).isEqualTo(first);
    assertThat(inForce("2029-12-31", JUNE.plusDays(1))).isNull();
  }

  @Test
  void nothingIsKnownBeforeItIsPublished() {
    long first = plan(91);
    putInForce(first, "[2030-01-01,)", JANUARY);
    assertThat(inForce("2030-04-01", JANUARY.minusSeconds(1))).isNull();
    assertThat(inForce("2030-04-01", JANUARY)).isEqualTo(first);
  }

  @Test
  void viewsAnswerForTheSameDayAndKnowledge() {
    long first = plan(91);
    long correction = plan(92);
    putInForce(first, "[2030-01-01,)", JANUARY);
    putInForce(correction, "[2030-01-01,)", JUNE);
    set("khu.on", "2030-04-01");
    set("khu.as_of", JUNE.minusDays(1).toString());
    assertThat(viewed()).isEqualTo(first);
    set("khu.as_of", JUNE.plusDays(1).toString());
    assertThat(viewed()).isEqualTo(correction);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "draft_revisions",
        "draft_changes",
        "draft_steps",
        "rule_sets",
        "plan_decisions",
        "plan_waivers"
      })
  void historyCannotBeTruncated(String table) {
    assertThatThrownBy(() -> jdbc.sql("truncate zoning." + table + " cascade").update())
        .rootCause()
        .hasMessageContaining("append-only");
  }

  @Test
  void historyCannotBeRewritten() {
    long plan = plan(91);
    jdbc.sql(
            "insert into zoning.draft_revisions (plan_id, revision, parent, kind, author)"
                + " values (:plan, 1, 0, 'START', 'an')")
        .param("plan", plan)
        .update();
    assertThatThrownBy(
            () ->
                jdbc.sql("update zoning.draft_revisions set author = 'binh' where plan_id = :plan")
                    .param("plan", plan)
                    .update())
        .rootCause()
        .hasMessageContaining("append-only");
  }

  @Test
  void whoeverDrewInThePlanDoesNotApproveIt() {
    long plan = plan(91);
    jdbc.sql(
            "insert into zoning.draft_revisions (plan_id, revision, parent, kind, author)"
                + " values (:plan, 1, 0, 'EDIT', 'binh')")
        .param("plan", plan)
        .update();
    assertThatThrownBy(
            () ->
                jdbc.sql("update zoning.plans set approved_by = 'binh' where id = :plan")
                    .param("plan", plan)
                    .update())
        .rootCause()
        .hasMessageContaining("nobody approves what he drew");
  }

  @Test
  void submittedPlanCannotBeDrawn() {
    long plan = plan(91);
    jdbc.sql("update zoning.plans set status = 'SUBMITTED' where id = :plan")
        .param("plan", plan)
        .update();
    assertThatThrownBy(
            () ->
                jdbc.sql(
                        """
                        insert into zoning.subzones (plan_id, uid, code, name_vi, name_en, land_use,
                          area_m2, geom)
                        select :plan, gen_random_uuid(), 'X', 'x', 'x', 'GREEN', 0, geom
                        from zoning.subzones limit 1""")
                    .param("plan", plan)
                    .update())
        .rootCause()
        .hasMessageContaining("only a draft or a returned plan may be drawn");
  }

  private long plan(int version) {
    return jdbc.sql(
            """
            insert into zoning.plans (zone_id, version, title_vi, title_en, author, data_status)
            select id, :version, 'Nháp', 'Draft', 'an', 'ILLUSTRATIVE'
            from zoning.zones where code = 'TB' returning id""")
        .param("version", version)
        .query(Long.class)
        .single();
  }

  private void putInForce(long plan, String period, OffsetDateTime moment) {
    jdbc.sql("select zoning.put_in_force(:plan, cast(:period as daterange), :moment)::text")
        .param("plan", plan)
        .param("period", period)
        .param("moment", moment)
        .query(String.class)
        .list();
  }

  private @Nullable Long inForce(String day, @Nullable OffsetDateTime asOf) {
    OffsetDateTime moment = asOf == null ? JUNE.plusYears(1) : asOf;
    return plans.inForce("TB", LocalDate.parse(day), moment).stream()
        .map(Plan::id)
        .findFirst()
        .orElse(null);
  }

  private void set(String name, String value) {
    jdbc.sql("select set_config(:name, :value, true)")
        .param("name", name)
        .param("value", value)
        .query(String.class)
        .single();
  }

  private @Nullable Long viewed() {
    return jdbc.sql(
            """
            select p.id from zoning.plans_in_force p join zoning.zones z on z.id = p.zone_id
            where z.code = 'TB'""")
        .query(Long.class)
        .optional()
        .orElse(null);
  }
}
