package vn.khuxuong.space;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Smallest rentable part of a floor (khoang), with its state on the day asked for.
 *
 * @param no place along the floor, from 0
 * @param areaM2 measured in the zone's legal CRS
 * @param freeFrom first day without a claim, not before the day asked for; null for a bay that is
 *     not for rent, while a hold or offer is undecided, and where leases run to the end of the
 *     zone's term
 */
public record Bay(int no, double areaM2, BayStatus status, @Nullable LocalDate freeFrom) {

  /** Whether a tenant can move in on or before the day. */
  public boolean freeBy(LocalDate day) {
    return freeFrom != null && !freeFrom.isAfter(day);
  }
}
