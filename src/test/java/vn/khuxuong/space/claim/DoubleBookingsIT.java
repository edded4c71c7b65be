package vn.khuxuong.space.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import vn.khuxuong.space.InventedTown;
import vn.khuxuong.tenancy.Market;
import vn.khuxuong.tenancy.ProcessTest;

/** Raw SQL fails; and where the guards are taken away, the question finds what they keep out. */
@ProcessTest
@Transactional
class DoubleBookingsIT {
  private static final String YEAR = "[2027-01-01,2028-01-01)";

  @Autowired private JdbcClient jdbc;
  private InventedTown town;
  private long floor;

  @BeforeEach
  void build() {
    town = new InventedTown(jdbc);
    floor = new Market(jdbc, "unused here").floor();
  }

  @Test
  void findsNothingWhereNothingIsWrong() {
    town.claim(floor, "LEASE", "[0,2)", YEAR);
    town.claim(floor, "HOLD", "[2,3)", YEAR);
    town.claim(floor, "OFFER", "[0,2)", "[2028-01-01,2029-01-01)");
    assertThat(faults()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "insert into space.occupancies (floor_id, bays, during, kind, industry, hazard, load_kn_m2,"
            + " power_kva, wastewater_m3_day) select floor_id, bays, during, 'LEASE', industry,"
            + " hazard, load_kn_m2, 0, 0 from space.occupancies where floor_id = :floor",
        "update space.occupancies set during = '[2027-06-01,2029-01-01)' where floor_id = :floor",
        "update space.occupancies set bays = '[0,6)' where floor_id = :floor",
        "update space.occupancies set withdrawn_at = null, withdrawn_reason = null, power_kva = 1"
            + " where floor_id = :floor",
        "update space.occupancies set power_kva = 9999 where floor_id = :floor",
        "delete from space.occupancies where floor_id = :floor"
      })
  void rawSqlThatWouldBookTwiceOrRewriteHistoryFails(String sql) {
    town.claim(floor, "LEASE", "[0,2)", YEAR);
    assertThatThrownBy(() -> jdbc.sql(sql).param("floor", floor).update())
        .isInstanceOf(DataIntegrityViolationException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "delete from tenancy.holds",
        "truncate tenancy.holds cascade",
        "update tenancy.waiting_places set place = 1"
      })
  void rawSqlThatWouldForgetWhatWasHeldOrWaitedForFails(String sql) {
    long claim = town.claim(floor, "HOLD", "[0,1)", YEAR);
    jdbc.sql("insert into tenancy.holds (occupancy_id, made_by) values (:claim, 'x')")
        .param("claim", claim)
        .update();
    assertThatThrownBy(() -> jdbc.sql(sql).update())
        .isInstanceOf(DataAccessException.class)
        .rootCause()
        .message()
        .containsAnyOf("append-only", "never deleted");
  }

  @Test
  void findsWhatTheGuardsKeepOut() {
    jdbc.sql("alter table space.occupancies drop constraint occupancy_no_double_booking").update();
    jdbc.sql("alter table space.occupancies disable trigger occupancy_guarded").update();
    town.claim(floor, "LEASE", "[0,2)", YEAR);
    town.claim(floor, "LEASE", "[1,2)", "[2027-06-01,2027-07-01)");
    town.claim(floor, "LEASE", "[2,4)", "[2029-01-01,2030-01-01)");
    town.claim(floor, "LEASE", "[5,7)", "[2031-01-01,2032-01-01)");
    town.claim(floor, "LEASE", "[0,1)", "[2033-01-01,2034-01-01)", 301, 1);
    town.claim(floor, "LEASE", "[0,1)", "[2035-01-01,2036-01-01)", 501, 1);
    town.claim(floor, "LEASE", "[0,1)", "[2037-01-01,2038-01-01)", 1, 21);
    assertThat(faults())
        .containsExactlyInAnyOrder(
            "TAKEN_TWICE 2027-06-01",
            "CROSSES_BREAK 2029-01-01",
            "NO_SUCH_BAY 2031-01-01",
            "FLOOR_POWER 2033-01-01",
            "FLOOR_POWER 2035-01-01",
            "BUILDING_POWER 2035-01-01",
            "WASTEWATER 2037-01-01");
  }

  private List<String> faults() {
    return jdbc.sql(
            "select fault || ' ' || day from space.double_bookings() where floor_id = :floor")
        .param("floor", floor)
        .query(String.class)
        .list();
  }
}
