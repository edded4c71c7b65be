package vn.khuxuong.tenancy.tenant;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.khuxuong.platform.problem.ApiProblem;
import vn.khuxuong.platform.problem.ProblemException;
import vn.khuxuong.space.AvailabilityDay;
import vn.khuxuong.space.SpaceProblem;

/** Tells the authority's staff who is in a building, when leases end and what stood empty. */
@Component
public class Tenants {
  static final String STAFF = "hasAnyRole('OFFICER', 'ADMIN')";
  private static final int MOST_YEARS = 40;
  private static final int FIRST_YEAR = 2000;
  private static final int LAST_YEAR = 2100;

  private final TenantStore store;
  private final AvailabilityDay day;

  Tenants(TenantStore store, AvailabilityDay day) {
    this.store = store;
    this.day = day;
  }

  /**
   * Claims of a building with the firms behind them.
   *
   * @param on civil date; claims that ended before it are left out
   * @throws ProblemException {@link SpaceProblem#UNKNOWN_BUILDING}
   */
  @PreAuthorize(STAFF)
  @Transactional(readOnly = true)
  TenantsJson tenants(String building, LocalDate on) {
    known(building);
    within("on", on);
    day.set(on);
    return new TenantsJson(building, on, store.tenants(building));
  }

  /**
   * How much of what is let on the day ends in which year.
   *
   * @throws ProblemException {@link SpaceProblem#UNKNOWN_BUILDING}
   */
  @PreAuthorize(STAFF)
  @Transactional(readOnly = true)
  RolloverJson rollover(String building, LocalDate on) {
    known(building);
    within("on", on);
    day.set(on);
    return new RolloverJson(building, on, store.letM2(building), store.years(building));
  }

  /**
   * m² free by month.
   *
   * @param from its month is the first, null for a year before the day
   * @param to its month is the last, null for five years after the day
   * @throws ProblemException {@link SpaceProblem#UNKNOWN_BUILDING}, {@link
   *     ApiProblem#BAD_PARAMETER} for an order or length that makes no sense
   */
  @PreAuthorize(STAFF)
  @Transactional(readOnly = true)
  VacancyJson vacancy(
      String building, LocalDate on, @Nullable LocalDate from, @Nullable LocalDate to) {
    known(building);
    within("on", on);
    day.set(on);
    within("from", from);
    within("to", to);
    LocalDate first = (from == null ? on.minusYears(1) : from).withDayOfMonth(1);
    LocalDate last = (to == null ? on.plusYears(5) : to).withDayOfMonth(1);
    if (last.isBefore(first) || first.plusYears(MOST_YEARS).isBefore(last)) {
      throw ApiProblem.BAD_PARAMETER
          .with(
              "\"to\" phải sau \"from\", nhiều nhất " + MOST_YEARS + " năm.",
              "\"to\" must be after \"from\", by at most " + MOST_YEARS + " years.")
          .field("to");
    }
    return new VacancyJson(
        building, on, store.rentableM2(building), store.months(building, first, last));
  }

  private static void within(String field, @Nullable LocalDate asked) {
    if (asked != null && (asked.getYear() < FIRST_YEAR || asked.getYear() > LAST_YEAR)) {
      throw ApiProblem.BAD_PARAMETER
          .with("Ngày nằm ngoài khoảng dữ liệu.", "The date is outside the data.")
          .field(field)
          .remedy(
              "Chọn ngày từ năm " + FIRST_YEAR + " đến năm " + LAST_YEAR + ".",
              "Choose a day between " + FIRST_YEAR + " and " + LAST_YEAR + ".");
    }
  }

  private void known(String building) {
    if (!store.hasBuilding(building)) {
      throw SpaceProblem.UNKNOWN_BUILDING
          .with("Không có nhà xưởng nào mang mã này.", "No building has this code.")
          .field("code")
          .with("code", building);
    }
  }
}
