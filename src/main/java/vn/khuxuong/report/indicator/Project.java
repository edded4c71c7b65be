package vn.khuxuong.report.indicator;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A project as in force on a day and as known at a moment.
 *
 * @param withdrawnOn day from which it does not count any more, null while it does
 * @param capital in the currency of its certificate
 * @param capitalUsd every change of capital at the rate of its own day
 * @param capitalVnd the same in VND
 * @param sector VSIC code, {@code division} its first two digits
 * @param supports CERTIFICATE, PRODUCT or NONE
 * @param areaM2 land or floor that it uses, null where it is not known
 */
public record Project(
    long projectId,
    String code,
    String name,
    @Nullable String taxCode,
    boolean illustrative,
    LocalDate registeredOn,
    @Nullable LocalDate withdrawnOn,
    BigDecimal capital,
    String currency,
    BigDecimal capitalUsd,
    BigDecimal capitalVnd,
    String sector,
    String division,
    String supports,
    @Nullable String supportsRef,
    String zoneCode,
    @Nullable String plot,
    @Nullable String building,
    @Nullable Integer level,
    @Nullable Integer firstBay,
    @Nullable Integer bayCount,
    String origin,
    @Nullable Integer jobs,
    @Nullable BigDecimal areaM2,
    @Nullable String sizeClass) {

  /** Whether it is one of those the programme counts: supporting industry, registered since. */
  boolean isSupporting() {
    return !supports.equals("NONE");
  }

  /** Whether it still runs and was registered on a day or later. */
  boolean runsSince(LocalDate since) {
    return withdrawnOn == null && !registeredOn.isBefore(since);
  }
}
