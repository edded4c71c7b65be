package vn.khuxuong.report.indicator;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.khuxuong.platform.problem.ApiProblem;
import vn.khuxuong.report.ReportAccess;

/** The rows that a number of the report is made of. */
@Component
class ListProjects {
  private static final int MOST = 500;

  private final ReportStore store;
  private final ReportAccess access;

  ListProjects(ReportStore store, ReportAccess access) {
    this.store = store;
    this.access = access;
  }

  /**
   * Which rows are wanted; null is any.
   *
   * @param sector division, the first two digits of a VSIC code
   * @param year of registration
   * @param supports CERTIFICATE, PRODUCT, NONE, or ANY for both of supporting industry
   * @param since first day of registration
   */
  record Wanted(
      @Nullable String zone,
      @Nullable String sector,
      @Nullable Integer year,
      @Nullable String origin,
      @Nullable String supports,
      @Nullable LocalDate since) {

    boolean matches(Project one) {
      return (zone == null || zone.equals(one.zoneCode()))
          && (sector == null || sector.equals(one.division()))
          && (year == null || year == one.registeredOn().getYear())
          && (origin == null || origin.equals(one.origin()))
          && (supports == null
              || supports.equals(one.supports())
              || (supports.equals("ANY") && one.isSupporting()))
          && (since == null || !one.registeredOn().isBefore(since));
    }
  }

  /**
   * Some of the rows.
   *
   * @param total rows in all
   * @param own whether they are only those of the caller's firm
   * @param next code to go on after, null at the end
   */
  record Page(List<Project> projects, int total, boolean own, @Nullable String next) {}

  @Transactional(readOnly = true)
  @PreAuthorize("isAuthenticated()")
  public Page run(Asked asked, Wanted wanted, @Nullable String after, int limit) {
    if (limit < 1 || limit > MOST) {
      throw ApiProblem.BAD_PARAMETER
          .with("“limit” từ 1 đến " + MOST + ".", "“limit” is from 1 to " + MOST + ".")
          .field("limit");
    }
    boolean staff = access.isStaff();
    Set<String> own = staff ? Set.of() : access.ownTaxCodes();
    List<Project> rows =
        store.projects(asked.on(), asked.known(), asked.illustrative()).stream()
            .filter(one -> one.withdrawnOn() == null)
            .filter(one -> staff || (one.taxCode() != null && own.contains(one.taxCode())))
            .filter(wanted::matches)
            .toList();
    List<Project> rest =
        rows.stream().filter(one -> after == null || one.code().compareTo(after) > 0).toList();
    List<Project> page = rest.subList(0, Math.min(limit, rest.size()));
    return new Page(
        page, rows.size(), !staff, rest.size() > limit ? page.get(page.size() - 1).code() : null);
  }
}
