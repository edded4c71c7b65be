package vn.khuxuong.space;

import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Who may have which bays when: the one door to availability for the modules that let and allocate.
 * Every method is one transaction, or a part of the caller's. Claims on one building take turns, so
 * of any number that ask for a bay at once exactly one has it.
 *
 * <p>What cannot be had is refused with a {@link SpaceProblem} that says why: BAY_TAKEN names the
 * period of the claim in the way and never whose it is. A refused call leaves the caller's
 * transaction usable. A hold or offer whose deadline has passed does not stand in the way: it is
 * withdrawn first, and {@link ClaimsLapsed} is published.
 *
 * <p>Deadlines are judged by the database's clock.
 */
public interface Claims {

  /**
   * Refuses bays that somebody claims already, without waiting for anybody: what passes may still
   * be refused when it is claimed.
   *
   * @throws vn.khuxuong.platform.problem.ProblemException BAY_TAKEN
   */
  void refuseTaken(ClaimWish wish);

  /**
   * Holds bays for a while.
   *
   * @param lasting until the hold lapses, from now
   * @throws vn.khuxuong.platform.problem.ProblemException a {@link SpaceProblem}
   */
  Claim hold(ClaimWish wish, Duration lasting);

  /**
   * Offers bays that nobody claims.
   *
   * @param deadline in the future
   * @throws vn.khuxuong.platform.problem.ProblemException a {@link SpaceProblem}
   */
  Claim offer(ClaimWish wish, OffsetDateTime deadline);

  /**
   * Offers the bays that a live hold has; the hold becomes history.
   *
   * @throws vn.khuxuong.platform.problem.ProblemException CLAIM_GONE where the hold has ended
   */
  Claim offerHeld(long hold, OffsetDateTime deadline);

  /**
   * Lets bays that nobody claims; the period may have begun already.
   *
   * @throws vn.khuxuong.platform.problem.ProblemException a {@link SpaceProblem}
   */
  Claim let(ClaimWish wish);

  /**
   * Lets the bays of a live offer; the offer becomes history. Its deadline is the caller's
   * business.
   *
   * @throws vn.khuxuong.platform.problem.ProblemException CLAIM_GONE where the offer has ended
   */
  Claim letOffered(long offer);

  /**
   * Moves the deadline of a live hold or offer; gives the claim that replaces it.
   *
   * @throws vn.khuxuong.platform.problem.ProblemException CLAIM_GONE where it has ended
   */
  Claim extend(long claim, OffsetDateTime deadline);

  /**
   * Ends a live lease before its time; gives the claim that replaces it, empty where nothing of the
   * period is left.
   *
   * @param last its new last day, before the present one
   * @throws vn.khuxuong.platform.problem.ProblemException CLAIM_GONE where it has ended
   */
  Optional<Claim> shorten(long lease, LocalDate last, String reason);

  /**
   * Withdraws a claim.
   *
   * @return false where it was withdrawn before
   */
  boolean release(long claim, String reason);

  /**
   * Withdraws those of the claims whose deadline has passed. Where another transaction is busy with
   * the building it leaves them for the next time.
   *
   * @param claims all on one building
   * @return what was withdrawn
   */
  List<Claim> lapse(Collection<Long> claims);

  /**
   * Makes everybody who claims bays of the same building wait until the caller's transaction ends;
   * to be called before reading what the caller then decides on. Must run in a transaction.
   */
  void takeTurns(long claim);

  /** A claim, live or not. */
  Optional<Claim> find(long claim);
}
