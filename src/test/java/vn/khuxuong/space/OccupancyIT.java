package vn.khuxuong.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import vn.khuxuong.KhuxuongTest;

/** What the database itself refuses, whoever asks. */
@KhuxuongTest
@Transactional
class OccupancyIT {
  private static final String YEAR = "[2027-01-01,2028-01-01)";

  @Autowired private JdbcClient jdbc;
  private InventedTown town;
  private long floor;

  @BeforeEach
  void build() {
    town = new InventedTown(jdbc);
    long building = town.building(town.zone("QQ", "2041-12-31"), "QQ-A");
    floor = town.floor(building, 1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[0,2) | [2027-01-01,2028-01-01)",
        "[1,2) | [2027-06-01,2027-06-02)",
        "[1,3) | [2026-06-01,2027-01-02)",
        "[0,1) | [2027-12-31,2030-01-01)"
      })
  void refusesSecondClaimOnTheSameBayAndDay(String bays, String during) {
    town.claim(floor, "LEASE", "[0,2)", YEAR);
    assertThat(refusalOf(() -> town.claim(floor, "HOLD", bays, during)))
        .extracting(ServerErrorMessage::getSQLState, ServerErrorMessage::getConstraint)
        .containsExactly("23P01", "occupancy_no_double_booking");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[2,3) | [2027-01-01,2028-01-01)",
        "[0,2) | [2028-01-01,2029-01-01)",
        "[0,2) | [2026-01-01,2027-01-01)"
      })
  void allowsNextBayAndNextDay(String bays, String during) {
    town.claim(floor, "LEASE", "[0,2)", YEAR);
    assertThatCode(() -> town.claim(floor, "LEASE", bays, during)).doesNotThrowAnyException();
  }

  @Test
  void allowsBaysOfWithdrawnClaimAgain() {
    long hold = town.claim(floor, "HOLD", "[0,2)", YEAR);
    withdraw(hold);
    assertThatCode(() -> town.claim(floor, "LEASE", "[0,2)", YEAR)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[4,7) | [2027-01-01,2028-01-01) | occupancy_inside_floor",
        "[2,4) | [2027-01-01,2028-01-01) | occupancy_crosses_no_break",
        "[0,1) | [2019-12-31,2028-01-01) | occupancy_after_completion",
        "[0,1) | [2041-01-01,2042-01-02) | occupancy_within_term"
      })
  void refusesClaimOnWhatThePlaceDoesNotOffer(String bays, String during, String constraint) {
    assertRefused(() -> town.claim(floor, "LEASE", bays, during), constraint);
  }

  @Test
  void allowsClaimUpToTheLastDayOfTheTerm() {
    assertThatCode(() -> town.claim(floor, "LEASE", "[0,1)", "[2041-01-01,2042-01-01)"))
        .doesNotThrowAnyException();
  }

  @Test
  void refusesBayThatIsNotForRent() {
    jdbc.sql(
            """
            update space.bays set rentable = false, out_reason_vi = 'Trạm', out_reason_en = 'Plant'
            where floor_id = :floor and no = 1""")
        .param("floor", floor)
        .update();
    assertRefused(() -> town.claim(floor, "LEASE", "[0,2)", YEAR), "occupancy_rentable");
  }

  @Test
  void refusesMorePowerThanTheFloorHasOnAnyDay() {
    town.claim(floor, "LEASE", "[0,1)", "[2027-01-01,2027-07-01)", 200, 1);
    town.claim(floor, "LEASE", "[1,2)", "[2027-07-01,2028-01-01)", 200, 1);
    town.claim(floor, "LEASE", "[2,3)", YEAR, 100, 1);
    assertRefused(
        () -> town.claim(floor, "LEASE", "[3,4)", "[2027-12-31,2028-06-01)", 1, 1),
        "occupancy_floor_power");
  }

  @Test
  void refusesMorePowerThanTheBuildingHas() {
    long other = town.floor(buildingOf(floor), 2);
    town.claim(floor, "LEASE", "[0,1)", YEAR, 300, 1);
    town.claim(other, "LEASE", "[0,1)", YEAR, 200, 1);
    assertRefused(
        () -> town.claim(other, "LEASE", "[1,2)", YEAR, 1, 1), "occupancy_building_power");
  }

  @Test
  void refusesMoreWastewaterThanTheBuildingMayDischarge() {
    town.claim(floor, "LEASE", "[0,1)", YEAR, 1, 20);
    assertRefused(() -> town.claim(floor, "LEASE", "[1,2)", YEAR, 1, 0.1), "occupancy_wastewater");
  }

  @Test
  void refusesHazardThatTheFloorDoesNotPermit() {
    assertRefused(() -> claimAs("PLASTIC", "C2"), "occupancy_hazard");
  }

  @Test
  void refusesIndustryThatTheFloorDoesNotAdmit() {
    assertRefused(() -> claimAs("FOOD", "D"), "occupancy_industry");
  }

  @Test
  void refusesToRewriteHistory() {
    long lease = town.claim(floor, "LEASE", "[0,1)", YEAR);
    assertRefused(
        () ->
            jdbc.sql(
                    "update space.occupancies set during = '[2027-01-01,2027-02-01)' where id = :id")
                .param("id", lease)
                .update(),
        "occupancy_append_only");
  }

  @Test
  void refusesToForgetAClaim() {
    long lease = town.claim(floor, "LEASE", "[0,1)", YEAR);
    assertRefused(
        () -> jdbc.sql("delete from space.occupancies where id = :id").param("id", lease).update(),
        "occupancy_append_only");
  }

  private void claimAs(String industry, String hazard) {
    jdbc.sql(
            """
            insert into space.occupancies (floor_id, bays, during, kind, industry, hazard,
              load_kn_m2, power_kva, wastewater_m3_day)
            values (:floor, '[0,1)', '[2027-01-01,2028-01-01)', 'LEASE', :industry, :hazard,
              1, 1, 1)""")
        .param("floor", floor)
        .param("industry", industry)
        .param("hazard", hazard)
        .update();
  }

  private void withdraw(long claim) {
    jdbc.sql(
            """
            update space.occupancies set withdrawn_at = now(), withdrawn_reason = 'lapsed'
            where id = :id""")
        .param("id", claim)
        .update();
  }

  private long buildingOf(long floor) {
    return jdbc.sql("select building_id from space.floors where id = :floor")
        .param("floor", floor)
        .query(Long.class)
        .single();
  }

  private static void assertRefused(ThrowingCallable change, String constraint) {
    assertThat(refusalOf(change))
        .extracting(ServerErrorMessage::getSQLState, ServerErrorMessage::getConstraint)
        .containsExactly("23514", constraint);
  }

  private static ServerErrorMessage refusalOf(ThrowingCallable change) {
    PSQLException[] found = new PSQLException[1];
    assertThatThrownBy(change)
        .rootCause()
        .isInstanceOfSatisfying(PSQLException.class, e -> found[0] = e);
    return found[0].getServerErrorMessage();
  }
}
