package vn.khuxuong.tenancy.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import vn.khuxuong.KhuxuongTest;
import vn.khuxuong.space.Bay;
import vn.khuxuong.space.BayStatus;
import vn.khuxuong.space.Building;
import vn.khuxuong.space.Buildings;
import vn.khuxuong.space.Industry;
import vn.khuxuong.tenancy.Application;
import vn.khuxuong.tenancy.Applications;

/** The illustrative firms as loaded. */
@KhuxuongTest
@Transactional
class DemoFirmsIT {
  @Autowired private DemoFirms demo;
  @Autowired private Applications applications;
  @Autowired private Buildings buildings;
  @Autowired private JdbcClient jdbc;

  @Test
  void sameRowsOnEveryMachine() {
    assertThat(
            jdbc.sql(
                    """
                    select md5(string_agg(row, '|' order by row collate "C"))
                    from (
                      select concat_ws(',', f.code, f.name_vi, f.tax_code, f.size_class,
                               f.insured_employees, f.revenue_bn_vnd, f.supporting, f.hightech,
                               f.green, f.domestic, f.displaced, a.code, a.area_min_m2,
                               a.area_max_m2, a.load_kn_m2, a.hazard, a.start_earliest,
                               a.start_latest, a.budget_vnd_m2_month, a.status) as row
                      from tenancy.firms f
                      left join tenancy.applications a on a.firm_id = f.id) rows""")
                .query(String.class)
                .single())
        .isEqualTo("5128abe60b55fd6ebbfbde32d88aa6d2");
  }

  @Test
  void secondRunAddsNothing() {
    int before = applications.listOpen().size();
    demo.run(new DefaultApplicationArguments());
    assertThat(applications.listOpen()).hasSize(before);
  }

  @Test
  void demandIsAboutOnePointThreeTimesTheVacantSpace() {
    double vacant =
        buildings.list(LocalDate.of(2026, 12, 1)).stream()
            .map(Building::floors)
            .flatMap(List::stream)
            .flatMap(floor -> floor.bays().stream())
            .filter(bay -> bay.status() == BayStatus.FREE || bay.status() == BayStatus.SOON)
            .mapToDouble(Bay::areaM2)
            .sum();
    double asked = applications.listOpen().stream().mapToDouble(Application::areaMinM2).sum();
    assertThat(asked / vacant).isBetween(1.25, 1.35);
  }

  @Test
  void makeUpIsThatOfTheCity() {
    List<Application> open = applications.listOpen();
    assertThat(open).hasSizeGreaterThan(80);
    assertThat(share(open.stream().filter(a -> a.flags().domestic()).count(), open.size()))
        .isBetween(0.70, 0.86);
    assertThat(open.stream().map(Application::sizeClass).distinct()).hasSize(4);
    assertThat(open.stream().map(Application::industry).distinct().count())
        .isGreaterThanOrEqualTo(11);
    assertThat(
            share(
                open.stream()
                    .filter(
                        a ->
                            Set.of(
                                    Industry.PRECISION_MECH,
                                    Industry.STAMPING,
                                    Industry.MOULD,
                                    Industry.PLASTIC,
                                    Industry.ELECTRONICS,
                                    Industry.AUTO_PARTS)
                                .contains(a.industry()))
                    .count(),
                open.size()))
        .isGreaterThan(0.5);
  }

  @Test
  void sizeClassFollowsFromTheEvidence() {
    assertThat(
            count(
                """
                select count(*) from tenancy.firms
                where size_class <> case
                  when insured_employees <= 10 and (revenue_bn_vnd <= 3 or capital_bn_vnd <= 3)
                    then 'MICRO'
                  when insured_employees <= 100 and (revenue_bn_vnd <= 50 or capital_bn_vnd <= 20)
                    then 'SMALL'
                  when insured_employees <= 200 and (revenue_bn_vnd <= 200 or capital_bn_vnd <= 100)
                    then 'MEDIUM'
                  else 'LARGE' end"""))
        .isZero();
  }

  @Test
  void everyClaimHasItsFirm() {
    assertThat(
            count(
                """
                select count(*) from space.occupancies o
                where o.kind = 'LEASE'
                    and not exists (select from tenancy.leases l where l.occupancy_id = o.id)
                  or o.kind <> 'LEASE' and not exists (
                    select from tenancy.applications a
                    where a.occupancy_id = o.id
                      and a.status = case o.kind when 'HOLD' then 'HELD' else 'OFFERED' end)"""))
        .isZero();
  }

  @Test
  void namesAndTaxCodesCannotBeMistakenForRealOnes() {
    assertThat(
            count(
                """
                select count(*) from tenancy.firms
                where name_vi not like '%Minh Họa%' or name_en not like 'Illustrative%'
                  or tax_code not like '00%' or data_status <> 'ILLUSTRATIVE'"""))
        .isZero();
  }

  @Test
  void industriesAreThoseOfTheProgram() {
    assertThat(
            jdbc.sql("select code from space.industries order by position")
                .query(String.class)
                .list())
        .containsExactlyElementsOf(Arrays.stream(Industry.values()).map(Enum::name).toList());
  }

  @Test
  void openApplicationsComeInOrderOfArrivalWithTheirZones() {
    List<Application> open = applications.listOpen();
    assertThat(open).isSortedAccordingTo((a, b) -> a.submittedAt().compareTo(b.submittedAt()));
    assertThat(open).allSatisfy(a -> assertThat(a.zones()).hasSizeBetween(1, 3));
  }

  private long count(String sql) {
    return jdbc.sql(sql).query(Long.class).single();
  }

  private static double share(long part, int whole) {
    return (double) part / whole;
  }
}
