package vn.khuxuong.zoning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.util.PSQLException;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import vn.khuxuong.KhuxuongTest;

/** Zones and the plan of Phạm Văn Hai as loaded, and what the database refuses about plans. */
@KhuxuongTest
@Transactional
class PlanIT {
  private static final String PVH_1 =
      "(select p.id from zoning.plans p join zoning.zones z on z.id = p.zone_id"
          + " where z.code = 'PVH' and p.version = 1)";

  @Autowired private JdbcClient jdbc;

  @Test
  void zonesHaveTheAreasOfTheirSourcesInTheLegalCrs() {
    List<Double> errorsPct =
        jdbc.sql(
                """
                select 100 * abs(zoning.area_m2(geom, legal_srid) / 10000 - gross_area_ha)
                  / gross_area_ha
                from zoning.zones""")
            .query(Double.class)
            .list();
    assertThat(errorsPct).hasSize(6).allSatisfy(pct -> assertThat(pct).isLessThan(0.03));
  }

  @Test
  void schematicOutlinesSaySo() {
    assertThat(
            jdbc.sql("select distinct data_status from published.zones").query(String.class).list())
        .containsExactly("SCHEMATIC");
    assertThat(
            jdbc.sql("select count(*) from zoning.zones where jsonb_array_length(sources) > 0")
                .query(Long.class)
                .single())
        .isEqualTo(6);
  }

  @Test
  void subzonesOfPhamVanHaiTileTheZone() {
    double zoneM2 =
        number("select zoning.area_m2(geom, legal_srid) from zoning.zones where code = 'PVH'");
    assertThat(number("select sum(area_m2) from published.subzones where zone_code = 'PVH'"))
        .isEqualTo(zoneM2, within(5.0));
    assertThat(
            number(
                """
                select coalesce(max(zoning.area_m2(st_intersection(a.geom, b.geom), 9210)), 0)
                from published.subzones a
                join published.subzones b on a.id < b.id and st_intersects(a.geom, b.geom)"""))
        .isLessThan(0.1);
    assertThat(
            number(
                """
                select zoning.area_m2(st_symdifference(z.geom, s.geom), 9210)
                from zoning.zones z
                cross join (select st_union(geom) as geom from published.subzones) s
                where z.code = 'PVH'"""))
        .isLessThan(5.0);
  }

  @Test
  void subzoneAreaIsThatOfTheLegalCrsAndNotOfTheWebMap() {
    assertThat(
            number(
                """
                select max(abs(area_m2 - st_area(st_transform(geom, 9210))))
                from published.subzones"""))
        .isLessThan(0.006);
    assertThat(number("select avg(st_area(geom_3857) / area_m2) from published.subzones"))
        .isBetween(1.03, 1.05);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update zoning.subzones set name_vi = 'Khác' where plan_id = " + PVH_1,
        "delete from zoning.subzones where plan_id = " + PVH_1,
        "insert into zoning.subzones (plan_id, uid, code, name_vi, name_en, land_use, area_m2, geom)"
            + " select plan_id, gen_random_uuid(), 'X-99', 'x', 'x', 'GREEN', 0, geom from zoning.subzones"
            + " where plan_id = "
            + PVH_1
            + " limit 1",
        "update zoning.plans set title_vi = 'Khác' where id = " + PVH_1,
        "update zoning.plans set status = 'DRAFT' where id = " + PVH_1,
        "update zoning.plans set status = 'SUPERSEDED', superseded_at = now(), valid_to = '2030-01-01'"
            + " where id = "
            + PVH_1,
        "delete from zoning.plans where id = " + PVH_1,
        "truncate zoning.subzones"
      })
  void refusesToChangeWhatIsPublished(String change) {
    assertRefused(() -> jdbc.sql(change).update(), "plan_published_immutable");
  }

  @Test
  void publishedPlanMayOnlyBeSuperseded() {
    assertThatCode(
            () ->
                jdbc.sql(
                        "update zoning.plans set status = 'SUPERSEDED', superseded_at = now()"
                            + " where id = "
                            + PVH_1)
                    .update())
        .doesNotThrowAnyException();
  }

  @Test
  void draftMayBeChangedAndMeasuresItself() {
    long draft = draft(902);
    jdbc.sql(
            """
            insert into zoning.subzones (plan_id, uid, code, name_vi, name_en, land_use, area_m2, geom)
            values (:draft, gen_random_uuid(), 'T-1', 'Thử', 'Test', 'GREEN', 1,
              st_transform(st_makeenvelope(584000, 1195000, 584100, 1195050, 9210), 4326))""")
        .param("draft", draft)
        .update();
    assertThat(number("select area_m2 from zoning.subzones where code = 'T-1'")).isEqualTo(5000);
    jdbc.sql(
            """
            update zoning.subzones set area_m2 = 1, geom =
              st_transform(st_makeenvelope(584000, 1195000, 584100, 1195010, 9210), 4326)
            where code = 'T-1'""")
        .update();
    assertThat(number("select area_m2 from zoning.subzones where code = 'T-1'")).isEqualTo(1000);
  }

  @Test
  void refusesBowTie() {
    long draft = draft(902);
    assertRefused(
        () ->
            jdbc.sql(
                    """
                    insert into zoning.subzones (plan_id, uid, code, name_vi, name_en, land_use,
                      area_m2, geom)
                    values (:draft, gen_random_uuid(), 'T-1', 'Thử', 'Test', 'GREEN', 1, st_geomfromtext(
                      'POLYGON((106.51 10.8,106.52 10.81,106.52 10.8,106.51 10.81,106.51 10.8))',
                      4326))""")
                .param("draft", draft)
                .update(),
        "subzone_valid_shape");
  }

  @Test
  void refusesSecondPublishedPlanOfAZone() {
    long draft = draft(902);
    assertThatThrownBy(
            () ->
                jdbc.sql(
                        """
                        update zoning.plans set status = 'PUBLISHED', published_at = now(),
                          valid_from = '2027-01-01', approved_by = 'binh',
                          decision_no = '1/QD', decided_on = '2026-12-01', authority_vi = 'HEPZA'
                        where id = :draft""")
                    .param("draft", draft)
                    .update())
        .rootCause()
        .hasMessageContaining("plan_one_published");
  }

  @Test
  void refusesTwoPlansInForceOnOneDayAsKnownAtOneMoment() {
    long draft = draft(902);
    assertThatThrownBy(
            () ->
                jdbc.sql(
                        """
                        insert into zoning.plan_periods (zone_id, plan_id, valid)
                        select zone_id, id, '[2027-01-01,)' from zoning.plans where id = :draft""")
                    .param("draft", draft)
                    .update())
        .rootCause()
        .hasMessageContaining("plan_one_in_force");
  }

  @Test
  void refusesAuthorWhoApproves() {
    assertThatThrownBy(
            () ->
                jdbc.sql("update zoning.plans set approved_by = author where id = :draft")
                    .param("draft", draft(902))
                    .update())
        .rootCause()
        .hasMessageContaining("check constraint");
  }

  @Test
  void planIsInForceFromItsFirstDay() {
    jdbc.sql("select set_config('khu.on', '2026-09-30', true)").query(String.class).single();
    assertThat(number("select count(*) from published.subzones")).isZero();
    jdbc.sql("select set_config('khu.on', '2026-10-01', true)").query(String.class).single();
    assertThat(number("select count(*) from published.subzones")).isEqualTo(70);
  }

  @Test
  void yesterdayNobodyKnewThePlan() {
    jdbc.sql("select set_config('khu.as_of', '2020-01-01T00:00Z', true)")
        .query(String.class)
        .single();
    assertThat(number("select count(*) from published.subzones")).isZero();
  }

  private long draft(int version) {
    return jdbc.sql(
            """
            insert into zoning.plans (zone_id, version, title_vi, title_en, author, data_status)
            select id, :version, 'Nháp', 'Draft', 'an', 'ILLUSTRATIVE'
            from zoning.zones where code = 'PVH'
            returning id""")
        .param("version", version)
        .query(Long.class)
        .single();
  }

  private double number(String sql) {
    return jdbc.sql(sql).query(Double.class).single();
  }

  private static void assertRefused(ThrowingCallable change, String constraint) {
    assertThatThrownBy(change)
        .rootCause()
        .isInstanceOfSatisfying(
            PSQLException.class,
            e ->
                assertThat(e.getServerErrorMessage())
                    .satisfies(
                        message -> {
                          assertThat(message.getSQLState()).isEqualTo("23514");
                          assertThat(message.getConstraint()).isEqualTo(constraint);
                        }));
  }
}
