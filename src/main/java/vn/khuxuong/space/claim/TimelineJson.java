package vn.khuxuong.space.claim;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Answer of {@code /api/v1/floors/{id}/timeline}: for each bay the periods that fill the days asked
 * for, without overlap.
 *
 * @param floor id
 * @param from first day
 * @param to first day no longer looked at
 * @param days how the days of all periods are meant
 */
record TimelineJson(
    long floor, LocalDate from, LocalDate to, String days, List<Bay> bays, long revision) {

  /** Said in every answer, since half the world counts the last day in. */
  static final String DAYS = "from inclusive, to exclusive";

  /** What a bay is for a while. */
  enum Status {
    /** Nobody claims it. */
    FREE,
    /** Held until somebody decides. */
    HOLD,
    /** Offered to a firm that has not answered. */
    OFFER,
    /** Let. */
    LEASE,
    /** Not for rent. */
    OUT,
    /** Before the hand-over. */
    NOT_YET,
    /** After the last day of the zone's land term. */
    BEYOND_TERM
  }

  /** A bay with its periods by day. */
  record Bay(int no, double areaM2, List<Period> periods) {}

  /**
   * A period. Of a tenant there is the line of business and nothing else.
   *
   * @param from first day
   * @param to day after the last one
   * @param deadline day on which the hold or offer lapses
   * @param reasonVi why the bay is not for rent
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Period(
      Status status,
      LocalDate from,
      LocalDate to,
      @Nullable LocalDate deadline,
      @Nullable String sectorVi,
      @Nullable String sectorEn,
      @Nullable String reasonVi,
      @Nullable String reasonEn) {}
}
