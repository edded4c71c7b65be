package vn.khuxuong.space;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import vn.khuxuong.KhuxuongTest;

/** States of bays on days, and how vacant bays merge. */
@KhuxuongTest
@Transactional
class BayStatesIT {
  @Autowired private JdbcClient jdbc;
  private InventedTown town;
  private long floor;

  @BeforeEach
  void build() {
    town = new InventedTown(jdbc);
    long building = town.building(town.zone("QQ", "2041-12-31"), "QQ-A");
    floor = town.floor(building, 1);
  }

  @ParameterizedTest(name = "{0}: {1}, free from {2}, occupied until {3}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "2026-12-31 | FREE   | 2026-12-31 | -",
        "2027-01-01 | LET    | 2028-01-01 | 2027-12-31",
        "2027-06-30 | LET    | 2028-01-01 | 2027-12-31",
        "2027-07-01 | ENDING | 2028-01-01 | 2027-12-31",
        "2027-12-31 | ENDING | 2028-01-01 | 2027-12-31",
        "2028-01-01 | FREE   | 2028-01-01 | -"
      })
  void leaseMakesBayLetThenEndingThenFree(String on, String status, String from, String until) {
    town.claim(floor, "LEASE", "[0,1)", "[2027-01-01,2028-01-01)");
    town.on(on);
    assertThat(state(0)).isEqualTo(status + " " + from + " " + until);
  }

  @Test
  void leaseThatIsFollowedDoesNotEnd() {
    town.claim(floor, "LEASE", "[0,1)", "[2026-01-01,2027-01-01)");
    town.claim(floor, "LEASE", "[0,2)", "[2027-01-01,2030-01-01)");
    town.on("2026-11-24");
    assertThat(state(0)).isEqualTo("LET 2030-01-01 2026-12-31");
    assertThat(state(1)).isEqualTo("FREE 2026-11-24 null");
  }

  @Test
  void leaseToTheEndOfTheTermNeverFreesTheBay() {
    town.claim(floor, "LEASE", "[0,1)", "[2026-01-01,2042-01-01)");
    town.on("2041-10-01");
    assertThat(state(0)).isEqualTo("ENDING null 2041-12-31");
  }

  @ParameterizedTest
  @CsvSource({"HOLD,HELD", "OFFER,OFFERED"})
  void undecidedClaimShowsItsDeadlineAlsoBeforeItsFirstDay(String kind, String status) {
    town.claim(floor, kind, "[0,1)", "[2027-02-01,2030-02-01)");
    town.on("2026-11-24");
    assertThat(state(0)).isEqualTo(status + " null 2026-12-15");
    town.on("2027-03-01");
    assertThat(state(0)).isEqualTo(status + " null 2026-12-15");
  }

  @Test
  void bayBeforeHandOverIsFreeSoon() {
    jdbc.sql("update space.bays set available_from = '2027-03-01' where floor_id = :f and no = 2")
        .param("f", floor)
        .update();
    town.on("2026-11-24");
    assertThat(state(2)).isEqualTo("SOON 2027-03-01 null");
    town.on("2027-03-01");
    assertThat(state(2)).isEqualTo("FREE 2027-03-01 null");
  }

  @Test
  void bayNotForRentIsOutWhateverElse() {
    putOut(4);
    town.on("2026-11-24");
    assertThat(state(4)).isEqualTo("OUT null null");
  }

  @Test
  void vacantBaysMergeUpToTheBreak() {
    town.on("2026-11-24");
    assertThat(vacancies()).containsExactly("0+3 600", "3+3 600");
  }

  @Test
  void claimsAndBaysNotForRentCutVacancies() {
    town.claim(floor, "LEASE", "[1,2)", "[2026-01-01,2028-01-01)");
    putOut(4);
    town.on("2026-11-24");
    assertThat(vacancies()).containsExactly("0+1 200", "2+1 200", "3+1 200", "5+1 200");
  }

  @Test
  void vacancyEndsWhereTheNextClaimBegins() {
    town.claim(floor, "LEASE", "[0,1)", "[2027-05-01,2028-01-01)");
    town.on("2026-11-24");
    assertThat(
            jdbc.sql(
                    """
                    select first_bay || '+' || bay_count || ' ' || coalesce(free_until::text, 'open')
                    from published.vacancies where floor_id = :floor order by first_bay""")
                .param("floor", floor)
                .query(String.class)
                .list())
        .containsExactly("0+1 2027-04-30", "1+2 open", "3+3 open");
  }

  @Test
  void vacancyIsTheUnionOfItsBays() {
    town.on("2026-11-24");
    List<Double> areas =
        jdbc.sql(
                """
                select st_area(st_transform(geom, 9210)) from published.vacancies
                where floor_id = :floor and st_numgeometries(geom) = 1 order by first_bay""")
            .param("floor", floor)
            .query(Double.class)
            .list();
    assertThat(areas).hasSize(2).allSatisfy(m2 -> assertThat(m2).isBetween(599.99, 600.01));
  }

  @Test
  void powerLeftIsThatOfTheBusiestDayToCome() {
    town.claim(floor, "LEASE", "[0,1)", "[2026-01-01,2027-01-01)", 100, 1);
    town.claim(floor, "LEASE", "[0,1)", "[2027-01-01,2028-01-01)", 120, 1);
    town.claim(floor, "LEASE", "[1,2)", "[2027-06-01,2028-01-01)", 30, 1);
    assertThat(powerLeft("2026-11-24")).isEqualTo(150);
    assertThat(powerLeft("2027-12-31")).isEqualTo(150);
    assertThat(powerLeft("2028-01-01")).isEqualTo(300);
  }

  @Test
  void withdrawnClaimNoLongerCounts() {
    long hold = town.claim(floor, "HOLD", "[0,3)", "[2026-11-01,2029-11-01)");
    town.on("2026-11-24");
    assertThat(state(0)).startsWith("HELD");
    jdbc.sql(
            """
            update space.occupancies set withdrawn_at = now(), withdrawn_reason = 'lapsed'
            where id = :id""")
        .param("id", hold)
        .update();
    assertThat(state(0)).isEqualTo("FREE 2026-11-24 null");
    assertThat(powerLeft("2026-11-24")).isEqualTo(300);
  }

  private double powerLeft(String on) {
    town.on(on);
    return jdbc.sql("select power_kva from space.floor_power_left where floor_id = :floor")
        .param("floor", floor)
        .query(Double.class)
        .single();
  }

  private void putOut(int no) {
    jdbc.sql(
            """
            update space.bays set rentable = false, out_reason_vi = 'Trạm', out_reason_en = 'Plant'
            where floor_id = :floor and no = :no""")
        .param("floor", floor)
        .param("no", no)
        .update();
  }

  private String state(int no) {
    return jdbc.sql(
            """
            select concat_ws(' ', status, coalesce(free_from::text, 'null'),
                             coalesce(occupied_until::text, 'null'))
            from published.bays where floor_id = :floor and bay_no = :no""")
        .param("floor", floor)
        .param("no", no)
        .query(String.class)
        .single();
  }

  private List<String> vacancies() {
    return jdbc.sql(
            """
            select first_bay || '+' || bay_count || ' ' || round(area_m2)
            from published.vacancies where floor_id = :floor order by first_bay""")
        .param("floor", floor)
        .query(String.class)
        .list();
  }
}
