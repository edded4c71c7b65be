package vn.khuxuong.tenancy.tenant;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Answer of {@code GET /api/v1/buildings/{code}/tenants}.
 *
 * @param tenants claims that run on the day or later, by level, first bay and first day
 */
record TenantsJson(String building, LocalDate asOf, List<Tenant> tenants) {

  /**
   * A claim with the firm behind it.
   *
   * @param kind HOLD, OFFER or LEASE
   * @param from first day
   * @param until last day of a lease, day of the deadline of a hold or offer
   * @param areaM2 measured in the zone's legal CRS
   * @param powerKva claimed of the floor's supply
   * @param firm code, null where the authority holds the bays for itself
   * @param contractNo of a lease, null for other kinds
   * @param rentUsdM2Month as agreed or offered, null for a hold
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Tenant(
      int level,
      int firstBay,
      int bayCount,
      String kind,
      LocalDate from,
      LocalDate until,
      double areaM2,
      double powerKva,
      String hazard,
      @Nullable String firm,
      @Nullable String nameVi,
      @Nullable String nameEn,
      @Nullable String sizeClass,
      @Nullable String contractNo,
      @Nullable Double rentUsdM2Month,
      @Nullable Double rentVndM2Month) {}
}
