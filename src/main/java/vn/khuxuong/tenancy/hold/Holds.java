package vn.khuxuong.tenancy.hold;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.khuxuong.platform.audit.Audit;
import vn.khuxuong.platform.problem.ProblemException;
import vn.khuxuong.space.Claim;
import vn.khuxuong.space.Claims;
import vn.khuxuong.space.ClaimsLapsed;
import vn.khuxuong.space.HazardClass;
import vn.khuxuong.space.Industry;
import vn.khuxuong.tenancy.ApplicationProcess.Action;
import vn.khuxuong.tenancy.ApplicationProcess.Actor;
import vn.khuxuong.tenancy.ApplicationSteps;
import vn.khuxuong.tenancy.LettingModes;
import vn.khuxuong.tenancy.Parties;
import vn.khuxuong.tenancy.Party;
import vn.khuxuong.tenancy.ProcessProblem;
import vn.khuxuong.tenancy.RequestKey;
import vn.khuxuong.tenancy.RequestStore;

/** Makes, moves and ends holds. */
@Component
public class Holds {
  private static final String HOLD = "hold";

  private final HoldStore store;
  private final RequestStore requests;
  private final Claims claims;
  private final Parties parties;
  private final ApplicationSteps steps;
  private final LettingModes modes;
  private final Audit audit;

  Holds(
      HoldStore store,
      RequestStore requests,
      Claims claims,
      Parties parties,
      ApplicationSteps steps,
      LettingModes modes,
      Audit audit) {
    this.store = store;
    this.requests = requests;
    this.claims = claims;
    this.parties = parties;
    this.steps = steps;
    this.modes = modes;
    this.audit = audit;
  }

  /**
   * Holds bays for the caller's firm, or for the one that an officer names. The bays are asked for
   * before the limits, so who comes too late learns that they are taken, whatever else.
   *
   * @param key where the caller's request of that name is written already, its hold is returned
   */
  @PreAuthorize("hasAnyRole('FIRM', 'OFFICER')")
  @Transactional
  public Hold make(HoldAsked asked, @Nullable UUID key) {
    Party party = parties.caller();
    asked.check();
    RequestKey request = RequestKey.of(key, asked);
    Optional<Long> earlier =
        requests.findEarlier(RequestStore.Made.HOLDS, party.username(), request);
    if (earlier.isPresent()) {
      return store.find(earlier.get()).orElseThrow();
    }
    ApplicationSteps.@Nullable Standing application = application(party, asked);
    HoldStore.@Nullable Firm firm = firm(party, asked, application);
    HoldAsked.Reading reading = asked.reading(usual(asked, firm));
    claims.refuseTaken(reading.wish());
    if (firm != null) {
      requests.takeTurns(RequestStore.Made.HOLDS, "firm " + firm.id());
    }
    HoldStore.Limits limits = store.limits();
    HoldStore.Held before = firm == null ? new HoldStore.Held(0, 0) : store.held(firm.id());
    Optional<LettingModes.Mode> mode = modes.ofFloor(reading.wish().floorId());
    Claim claim = claims.hold(reading.wish(), Duration.ofHours(limits.hours()));
    if (!party.officer()) {
      mode.ifPresent(LettingModes.Mode::refuseRound);
      refuseBeyond(limits, before, claim.areaM2());
    }
    long id =
        store.insert(
            claim.id(),
            firm == null ? null : firm.id(),
            application == null ? null : application.id(),
            reading.assumed(),
            party.username(),
            request);
    if (application != null) {
      steps.take(
          application.id(), Action.HOLD, actor(party), party.username(), claim.id(), "hold " + id);
    }
    Hold hold = store.find(id).orElseThrow();
    audit.record("hold.made", HOLD, String.valueOf(id), facts(hold));
    return hold;
  }

  /** A hold that the caller may see. */
  @PreAuthorize("hasAnyRole('FIRM', 'OFFICER')")
  @Transactional(readOnly = true)
  public Hold get(long id) {
    return visible(id);
  }

  /** The caller's holds, an officer's are all there are; the newest first. */
  @PreAuthorize("hasAnyRole('FIRM', 'OFFICER')")
  @Transactional(readOnly = true)
  public List<Hold> list(Hold.@Nullable Status status, @Nullable Long before, int most) {
    Party party = parties.caller();
    if (!party.officer() && party.firmId() == null) {
      return List.of();
    }
    return store.list(party.firmId(), status, before, most);
  }

  /** Gives the bays back; does nothing where the hold has ended, unless it has become an offer. */
  @PreAuthorize("hasAnyRole('FIRM', 'OFFICER')")
  @Transactional
  public Hold release(long id, String reason, Precondition precondition) {
    Hold hold = locked(id);
    if (hold.status() == Hold.Status.OFFERED) {
      throw ended(hold);
    }
    if (hold.status() == Hold.Status.LIVE) {
      precondition.check(hold);
      Party party = parties.caller();
      claims.release(hold.claim().id(), "released");
      store.end(id, Hold.Status.RELEASED, party.username(), reason);
      follow(hold, Action.RELEASE, actor(party), party.username(), reason);
      audit.record("hold.released", HOLD, String.valueOf(id), Map.of("reason", reason));
    }
    return store.find(id).orElseThrow();
  }

  /** Moves the deadline of a live hold. */
  @PreAuthorize("hasRole('OFFICER')")
  @Transactional
  public Hold extend(long id, OffsetDateTime deadline, String reason, Precondition precondition) {
    Hold hold = locked(id);
    precondition.check(hold);
    if (hold.status() != Hold.Status.LIVE) {
      throw ended(hold);
    }
    Claim claim = claims.extend(hold.claim().id(), deadline);
    store.move(id, claim.id());
    if (hold.applicationId() != null) {
      store.moveApplication(hold.applicationId(), claim.id());
    }
    audit.record(
        "hold.extended",
        HOLD,
        String.valueOf(id),
        Map.of("deadline", deadline.toString(), "reason", reason));
    return store.find(id).orElseThrow();
  }

  /**
   * A live hold, with all claims on its building waiting for this transaction; for who offers it.
   *
   * @throws ProblemException UNKNOWN_HOLD, or WRONG_STATE where it has ended
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Hold lockLive(long id) {
    Hold hold = locked(id);
    if (hold.status() != Hold.Status.LIVE) {
      throw ended(hold);
    }
    return hold;
  }

  /**
   * The hold has become an offer.
   *
   * @param claim the bays as they are offered
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void offered(Hold hold, long offer, long claim) {
    String username = parties.caller().username();
    store.end(hold.id(), Hold.Status.OFFERED, username, "offer " + offer);
    if (hold.applicationId() != null) {
      steps.take(
          hold.applicationId(), Action.OFFER, Actor.OFFICER, username, claim, "offer " + offer);
    }
    audit.record("hold.offered", HOLD, String.valueOf(hold.id()), Map.of("offer", offer));
  }

  /** Time has ended holds. */
  @EventListener
  public void lapsed(ClaimsLapsed lapsed) {
    List<Long> ids = lapsed.claims().stream().map(Claim::id).toList();
    for (Hold hold : store.live(ids)) {
      store.end(hold.id(), Hold.Status.LAPSED, Audit.SYSTEM, "deadline");
      follow(hold, Action.LAPSE, Actor.TIME, Audit.SYSTEM, "deadline");
      audit.record(
          Audit.SYSTEM,
          "hold.lapsed",
          HOLD,
          String.valueOf(hold.id()),
          Map.of("reason", "deadline"));
    }
  }

  private Hold visible(long id) {
    Hold hold = store.find(id).orElseThrow(() -> unknown(id));
    if (!parties.caller().sees(hold.firmId())) {
      throw unknown(id);
    }
    return hold;
  }

  private Hold locked(long id) {
    claims.takeTurns(visible(id).claim().id());
    return visible(id);
  }

  private void follow(Hold hold, Action action, Actor actor, String username, String reason) {
    if (hold.applicationId() != null) {
      steps.follow(hold.applicationId(), action, actor, username, reason);
    }
  }

  private static Actor actor(Party party) {
    return party.officer() ? Actor.OFFICER : Actor.FIRM;
  }

  private ApplicationSteps.@Nullable Standing application(Party party, HoldAsked asked) {
    String code = asked.application();
    return code == null ? null : steps.get(code, party);
  }

  private HoldStore.@Nullable Firm firm(
      Party party, HoldAsked asked, ApplicationSteps.@Nullable Standing application) {
    if (application != null) {
      return store.firm(application.firmId()).orElseThrow();
    }
    if (party.officer()) {
      String code = asked.firm();
      return code == null
          ? null
          : store
              .firm(code)
              .orElseThrow(
                  () ->
                      ProcessProblem.UNKNOWN_FIRM
                          .with("Không có doanh nghiệp nào mang mã này.", "No firm has this code.")
                          .field("firm"));
    }
    Long own = party.firmId();
    if (own == null) {
      throw ProcessProblem.NO_FIRM
          .with(
              "Tài khoản này chưa gắn với doanh nghiệp nào.", "This account acts for no firm yet.")
          .remedy(
              "Đăng ký doanh nghiệp ở POST /api/v1/firms.",
              "Register the firm with POST /api/v1/firms.");
    }
    return store.firm(own).orElseThrow();
  }

  /** Where there is no such floor, the claim itself says so. */
  private HoldAsked.Usual usual(HoldAsked asked, HoldStore.@Nullable Firm firm) {
    HoldAsked.Usual ofFloor =
        store
            .usual(asked.floorId())
            .orElse(new HoldAsked.Usual(Industry.ELECTRONICS, HazardClass.E));
    return firm == null ? ofFloor : new HoldAsked.Usual(firm.industry(), ofFloor.hazard());
  }

  private static void refuseBeyond(HoldStore.Limits limits, HoldStore.Held held, double areaM2) {
    boolean tooMany = held.holds() >= limits.mostHolds();
    if (!tooMany && held.areaM2() + areaM2 <= limits.mostM2()) {
      return;
    }
    throw ProcessProblem.HOLD_LIMIT
        .with(
            "Mỗi doanh nghiệp được giữ nhiều nhất "
                + limits.mostHolds()
                + " chỗ và "
                + limits.mostM2()
                + " m² cùng lúc; đang giữ "
                + held.holds()
                + " chỗ, "
                + held.areaM2()
                + " m². Căn cứ: "
                + limits.sourceVi()
                + ".",
            "A firm may have "
                + limits.mostHolds()
                + " holds and "
                + limits.mostM2()
                + " m² at a time; it has "
                + held.holds()
                + " with "
                + held.areaM2()
                + " m². Source: "
                + limits.sourceEn()
                + ".")
        .field(tooMany ? "floor" : "bayCount")
        .remedy(
            "Trả bớt chỗ đang giữ: DELETE /api/v1/holds/{id}.",
            "Give back a hold first: DELETE /api/v1/holds/{id}.")
        .with("mostHolds", limits.mostHolds())
        .with("mostM2", limits.mostM2())
        .with("holds", held.holds())
        .with("heldM2", held.areaM2());
  }

  private static ProblemException ended(Hold hold) {
    return ProcessProblem.WRONG_STATE
        .with(
            "Chỗ giữ này đã kết thúc (" + hold.status() + ").",
            "This hold has ended (" + hold.status() + ").")
        .with("status", hold.status().name());
  }

  private static ProblemException unknown(long id) {
    return ProcessProblem.UNKNOWN_HOLD
        .with("Không có chỗ giữ số " + id + ".", "There is no hold " + id + ".")
        .field("id");
  }

  private static Map<String, Object> facts(Hold hold) {
    return Map.of(
        "claim", hold.claim().id(),
        "floor", hold.claim().wish().floorId(),
        "firstBay", hold.claim().wish().firstBay(),
        "bayCount", hold.claim().wish().bayCount(),
        "from", hold.claim().wish().from().toString(),
        "until", hold.claim().wish().until().toString(),
        "firm", String.valueOf(hold.firmCode()));
  }

  /** What a client says it has seen of a hold. */
  interface Precondition {
    void check(Hold present);
  }
}
