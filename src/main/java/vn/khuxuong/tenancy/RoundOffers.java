package vn.khuxuong.tenancy;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import vn.khuxuong.platform.problem.ProblemException;

/** The door through which an approved allocation round makes its offers. */
public interface RoundOffers {

  /**
   * Bays on one floor.
   *
   * @param level 1 is the ground floor
   * @param share of the application's area that lies here, 0 to 1; so much of its power is drawn
   *     here
   */
  record Place(String building, int level, int firstBay, int bayCount, double share) {}

  /**
   * Offers an eligible application what a round gives it, at the floors' present rent; for two
   * floors there are two offers, which are answered as one: whatever happens to one happens to the
   * other in the same transaction. A part of the caller's transaction, which a refusal leaves
   * usable.
   *
   * @param places one, or two adjacent floors
   * @param from first day of the lease
   * @return ids of the offers, in the order of places
   * @throws ProblemException with the reason why the bays or the application cannot be had any
   *     more; then nothing was offered
   */
  List<Long> offer(
      String application,
      List<Place> places,
      LocalDate from,
      OffsetDateTime deadline,
      String username);
}
