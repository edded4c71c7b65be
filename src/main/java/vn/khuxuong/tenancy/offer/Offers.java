package vn.khuxuong.tenancy.offer;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.khuxuong.platform.audit.Audit;
import vn.khuxuong.platform.problem.ProblemException;
import vn.khuxuong.space.Claim;
import vn.khuxuong.space.Claims;
import vn.khuxuong.space.ClaimsLapsed;
import vn.khuxuong.tenancy.ApplicationProcess.Action;
import vn.khuxuong.tenancy.ApplicationProcess.Actor;
import vn.khuxuong.tenancy.ApplicationSteps;
import vn.khuxuong.tenancy.Parties;
import vn.khuxuong.tenancy.Party;
import vn.khuxuong.tenancy.ProcessProblem;
import vn.khuxuong.tenancy.RequestKey;
import vn.khuxuong.tenancy.RequestStore;
import vn.khuxuong.tenancy.Versions;
import vn.khuxuong.tenancy.hold.Hold;
import vn.khuxuong.tenancy.hold.Holds;
import vn.khuxuong.tenancy.lease.Leases;

/** Makes offers and takes the firms' answers. */
@Component
class Offers {
  private static final String OFFER = "offer";

  private final OfferStore store;
  private final RequestStore requests;
  private final PassOn passOn;
  private final Holds holds;
  private final Leases leases;
  private final ApplicationSteps steps;
  private final Claims claims;
  private final Parties parties;
  private final Audit audit;

  Offers(
      OfferStore store,
      RequestStore requests,
      PassOn passOn,
      Holds holds,
      Leases leases,
      ApplicationSteps steps,
      Claims claims,
      Parties parties,
      Audit audit) {
    this.store = store;
    this.requests = requests;
    this.passOn = passOn;
    this.holds = holds;
    this.leases = leases;
    this.steps = steps;
    this.claims = claims;
    this.parties = parties;
    this.audit = audit;
  }

  /** Offers what a hold has, or bays for an application. */
  @PreAuthorize("hasRole('OFFICER')")
  @Transactional
  public Offer make(OfferAsked asked, @Nullable UUID key) {
    Party officer = parties.caller();
    asked.check();
    RequestKey request = RequestKey.of(key, asked);
    Optional<Long> earlier =
        requests.findEarlier(RequestStore.Made.OFFERS, officer.username(), request);
    if (earlier.isPresent()) {
      return store.find(earlier.get()).orElseThrow();
    }
    Long hold = asked.hold();
    long id =
        hold == null ? offer(asked, officer, request) : offerHeld(hold, asked, officer, request);
    Offer offer = store.find(id).orElseThrow();
    audit.record(
        "offer.made",
        OFFER,
        String.valueOf(id),
        Map.of(
            "firm", offer.firmCode(),
            "claim", offer.claim().id(),
            "deadline", offer.deadline().toString(),
            "rentUsdM2Month", offer.rent().usdM2Month()));
    return offer;
  }

  private long offerHeld(
      long holdId, OfferAsked asked, Party officer, @Nullable RequestKey request) {
    Hold hold = holds.lockLive(holdId);
    Long firm = hold.firmId() != null ? hold.firmId() : firm(asked);
    Claim claim = claims.offerHeld(hold.claim().id(), asked.until());
    long id =
        store.insert(
            claim.id(),
            new OfferStore.Origin(firm, hold.applicationId(), holdId, null),
            asked.until(),
            asked.rent(store.rent(claim.wish().floorId())),
            officer.username(),
            request);
    holds.offered(hold, id, claim.id());
    return id;
  }

  private long offer(OfferAsked asked, Party officer, @Nullable RequestKey request) {
    ApplicationSteps.Standing application = steps.get(String.valueOf(asked.application()), officer);
    Claim claim = claims.offer(asked.wish(application), asked.until());
    steps.take(
        application.id(),
        Action.OFFER,
        Actor.OFFICER,
        officer.username(),
        claim.id(),
        "claim " + claim.id());
    return store.insert(
        claim.id(),
        new OfferStore.Origin(application.firmId(), application.id(), null, null),
        asked.until(),
        asked.rent(store.rent(claim.wish().floorId())),
        officer.username(),
        request);
  }

  private long firm(OfferAsked asked) {
    String code = asked.firm();
    return Optional.ofNullable(code)
        .flatMap(store::firm)
        .orElseThrow(
            () ->
                ProcessProblem.UNKNOWN_FIRM
                    .with(
                        "Chỗ giữ này của cơ quan; hãy cho biết mời doanh nghiệp nào.",
                        "The authority holds these bays itself; say which firm they are offered to.")
                    .field("firm"));
  }

  /** An offer that the caller may see. */
  @PreAuthorize("hasAnyRole('FIRM', 'OFFICER')")
  @Transactional(readOnly = true)
  public Offer get(long id) {
    return visible(id);
  }

  /** The caller's offers, an officer's are all there are; the newest first. */
  @PreAuthorize("hasAnyRole('FIRM', 'OFFICER')")
  @Transactional(readOnly = true)
  public List<Offer> list(Offer.@Nullable Status status, @Nullable Long before, int most) {
    Party party = parties.caller();
    return !party.officer() && party.firmId() == null
        ? List.of()
        : store.list(party.firmId(), status, before, most);
  }

  /**
   * Makes the offer a lease, and that which is answered with it; accepted again it answers the
   * same.
   */
  @PreAuthorize("hasRole('FIRM')")
  @Transactional
  public Offer accept(long id, @Nullable String ifMatch) {
    Offer offer = locked(id);
    if (offer.status() == Offer.Status.ACCEPTED) {
      return offer;
    }
    refuseEnded(offer, ifMatch);
    String username = parties.caller().username();
    both(offer).forEach(one -> accept(one, username));
    return store.find(id).orElseThrow();
  }

  /** The offer and the open ones that are answered with it. */
  private List<Offer> both(Offer offer) {
    return store.together(offer).stream().filter(one -> one.status() == Offer.Status.OPEN).toList();
  }

  private void accept(Offer offer, String username) {
    Claim let = claims.letOffered(offer.claim().id());
    long lease =
        leases.sign(
            let,
            offer.firmId(),
            new Leases.Terms(
                offer.rent().usdM2Month(),
                offer.rent().vndM2Month(),
                offer.rent().serviceUsdM2Month(),
                offer.rent().depositMonths()),
            offer.id());
    store.end(offer.id(), Offer.Status.ACCEPTED, username, "accepted");
    step(offer, Action.ACCEPT, Actor.FIRM, username, let.id(), "lease " + lease);
    audit.record("offer.accepted", OFFER, String.valueOf(offer.id()), Map.of("lease", lease));
  }

  /** Refuses the offer and that which is answered with it; the bays go to the next who wait. */
  @PreAuthorize("hasRole('FIRM')")
  @Transactional
  public Offer decline(long id, String reason, @Nullable String ifMatch) {
    List<Offer> both = both(open(id, ifMatch));
    for (Offer offer : both) {
      end(offer, Offer.Status.DECLINED, "declined", Action.DECLINE, Actor.FIRM, reason);
      audit.record("offer.declined", OFFER, String.valueOf(offer.id()), Map.of("reason", reason));
    }
    both.forEach(passOn::toNext);
    return store.find(id).orElseThrow();
  }

  /** Takes an offer, and that which is answered with it, back before the firm has answered. */
  @PreAuthorize("hasRole('OFFICER')")
  @Transactional
  public Offer withdraw(long id, String reason, @Nullable String ifMatch) {
    for (Offer offer : both(open(id, ifMatch))) {
      end(
          offer,
          Offer.Status.WITHDRAWN,
          "offer withdrawn",
          Action.TAKE_BACK,
          Actor.OFFICER,
          reason);
      audit.record("offer.withdrawn", OFFER, String.valueOf(offer.id()), Map.of("reason", reason));
    }
    return store.find(id).orElseThrow();
  }

  /** Time has ended offers. */
  @EventListener
  public void lapsed(ClaimsLapsed lapsed) {
    for (Offer offer : store.open(lapsed.claims().stream().map(Claim::id).toList())) {
      store.end(offer.id(), Offer.Status.LAPSED, Audit.SYSTEM, "deadline");
      if (offer.applicationId() != null) {
        steps.follow(offer.applicationId(), Action.LAPSE, Actor.TIME, Audit.SYSTEM, "deadline");
      }
      audit.record(
          Audit.SYSTEM,
          "offer.lapsed",
          OFFER,
          String.valueOf(offer.id()),
          Map.of("reason", "deadline"));
      passOn.toNext(offer);
    }
  }

  private Offer open(long id, @Nullable String ifMatch) {
    Offer offer = locked(id);
    refuseEnded(offer, ifMatch);
    return offer;
  }

  private void end(
      Offer offer, Offer.Status status, String ofClaim, Action action, Actor actor, String why) {
    String username = parties.caller().username();
    claims.release(offer.claim().id(), ofClaim);
    store.end(offer.id(), status, username, why);
    step(offer, action, actor, username, null, why);
  }

  private void step(
      Offer offer, Action action, Actor actor, String username, @Nullable Long claim, String why) {
    if (offer.applicationId() != null) {
      steps.take(offer.applicationId(), action, actor, username, claim, why);
    }
  }

  private void refuseEnded(Offer offer, @Nullable String ifMatch) {
    boolean open = offer.status() == Offer.Status.OPEN;
    if (offer.status() == Offer.Status.LAPSED || (open && !store.isInTime(offer.id()))) {
      throw ProcessProblem.OFFER_LAPSED
          .with("Hạn trả lời thư mời này đã qua.", "The time to answer this offer has passed.")
          .with("deadline", offer.deadline().toString());
    }
    if (!open) {
      throw ProcessProblem.WRONG_STATE
          .with(
              "Thư mời này đã kết thúc (" + offer.status() + ").",
              "This offer has ended (" + offer.status() + ").")
          .with("status", offer.status().name());
    }
    Versions.refuseStale(ifMatch, offer.id(), offer.version());
  }

  private Offer visible(long id) {
    Offer offer = store.find(id).orElseThrow(() -> unknown(id));
    if (!parties.caller().sees(offer.firmId())) {
      throw unknown(id);
    }
    return offer;
  }

  private Offer locked(long id) {
    claims.takeTurns(visible(id).claim().id());
    return visible(id);
  }

  private static ProblemException unknown(long id) {
    return ProcessProblem.UNKNOWN_OFFER
        .with("Không có thư mời số " + id + ".", "There is no offer " + id + ".")
        .field("id");
  }
}
