package vn.khuxuong.tenancy.offer;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.khuxuong.platform.audit.Audit;
import vn.khuxuong.platform.problem.ProblemException;
import vn.khuxuong.space.Claim;
import vn.khuxuong.space.ClaimWish;
import vn.khuxuong.space.Claims;
import vn.khuxuong.tenancy.ApplicationProcess.Action;
import vn.khuxuong.tenancy.ApplicationProcess.Actor;
import vn.khuxuong.tenancy.ApplicationSteps;

/**
 * Offers bays that nobody took to the next on the building's waiting list whose wishes they meet,
 * at the same rent and for as long as the first offer was open. Nobody has to do it, and nobody
 * chooses: the published order does.
 */
@Component
class PassOn {
  private final WaitingStore waiting;
  private final OfferStore store;
  private final ApplicationSteps steps;
  private final Claims claims;
  private final Audit audit;

  PassOn(
      WaitingStore waiting, OfferStore store, ApplicationSteps steps, Claims claims, Audit audit) {
    this.waiting = waiting;
    this.store = store;
    this.steps = steps;
    this.claims = claims;
    this.audit = audit;
  }

  /** Passes the bays of an ended offer on; they stay free where nobody waits for such. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void toNext(Offer ended) {
    OffsetDateTime deadline = waiting.sameTimeAgain(ended.id());
    for (WaitingStore.Candidate next : waiting.candidates(ended)) {
      Claim claim;
      try {
        claim = claims.offer(wish(ended.claim().wish(), next), deadline);
      } catch (ProblemException cannotHave) {
        passOver(ended, next, cannotHave);
        continue;
      }
      offer(ended, next, claim, deadline);
      return;
    }
  }

  /** A limit of the place, such as its power, is in the way: the next one may need less. */
  private void passOver(Offer ended, WaitingStore.Candidate next, ProblemException cannotHave) {
    audit.record(
        Audit.SYSTEM,
        "application.passed-over",
        "application",
        next.code(),
        Map.of("offer", ended.id(), "reason", cannotHave.type().kind().slug()));
  }

  private static ClaimWish wish(ClaimWish was, WaitingStore.Candidate next) {
    ApplicationSteps.Standing application = next.application();
    LocalDate from = next.from();
    return new ClaimWish(
        was.floorId(),
        was.firstBay(),
        was.bayCount(),
        from,
        from.plusMonths(application.termMonths()).minusDays(1),
        application.industry(),
        application.hazard(),
        application.traits(),
        application.loadKnM2(),
        application.powerKva(),
        application.wastewaterM3Day());
  }

  private void offer(
      Offer ended, WaitingStore.Candidate next, Claim claim, OffsetDateTime deadline) {
    ApplicationSteps.Standing application = next.application();
    steps.take(
        application.id(),
        Action.OFFER,
        Actor.TIME,
        Audit.SYSTEM,
        claim.id(),
        "passed on from offer " + ended.id());
    long id =
        store.insert(
            claim.id(),
            new OfferStore.Origin(application.firmId(), application.id(), null, ended.id()),
            deadline,
            ended.rent(),
            Audit.SYSTEM,
            null);
    audit.record(
        Audit.SYSTEM,
        "offer.passed-on",
        "offer",
        String.valueOf(id),
        Map.of("from", ended.id(), "application", next.code(), "place", next.place()));
  }
}
