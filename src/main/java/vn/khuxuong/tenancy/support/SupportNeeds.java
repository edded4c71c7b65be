package vn.khuxuong.tenancy.support;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.khuxuong.platform.audit.Audit;
import vn.khuxuong.tenancy.Parties;
import vn.khuxuong.tenancy.Party;
import vn.khuxuong.tenancy.ProcessProblem;
import vn.khuxuong.tenancy.RequestKey;
import vn.khuxuong.tenancy.RequestStore;
import vn.khuxuong.tenancy.Versions;
import vn.khuxuong.tenancy.support.SupportProcess.Actor;
import vn.khuxuong.tenancy.support.SupportProcess.NeedAction;
import vn.khuxuong.tenancy.support.SupportProcess.NeedState;

/** A firm says what it lacks; it or an officer says when that is over. */
@Component
class SupportNeeds {
  private static final String NEED = "support-need";

  private final NeedStore store;
  private final RequestStore named;
  private final Parties parties;
  private final Audit audit;

  SupportNeeds(NeedStore store, RequestStore named, Parties parties, Audit audit) {
    this.store = store;
    this.named = named;
    this.parties = parties;
    this.audit = audit;
  }

  /**
   * States a need of the caller's firm; one open statement of each kind.
   *
   * @param key where the caller's request of that name is written already, it is returned
   */
  @PreAuthorize("hasRole('FIRM')")
  @Transactional
  public SupportNeed state(NeedAsked asked, @Nullable UUID key) {
    Party party = parties.caller();
    Long firm = party.firmId();
    if (firm == null) {
      throw ProcessProblem.NO_FIRM
          .with("Tài khoản này chưa gắn với doanh nghiệp nào.", "This account acts for no firm.")
          .remedy("Khai doanh nghiệp trước ở /firm.", "Register your firm at /firm first.");
    }
    NeedAsked.Reading wanted = asked.read();
    RequestKey request = RequestKey.of(key, asked);
    Optional<Long> earlier =
        named.findEarlier(RequestStore.Made.SUPPORT_NEEDS, party.username(), request);
    if (earlier.isPresent()) {
      return store.find(earlier.get()).orElseThrow();
    }
    if (wanted.zone() != null && !store.hasZone(wanted.zone())) {
      throw SupportProblem.BAD_NEED
          .with("Không có khu mang mã này.", "No zone has this code.")
          .field("zone");
    }
    store.takeTurns(firm);
    store
        .findOpen(firm, wanted.lack())
        .ifPresent(
            id -> {
              throw SupportProblem.STATED_ALREADY
                  .with(
                      "Doanh nghiệp đã nêu: thiếu "
                          + wanted.lack().vi().toLowerCase(java.util.Locale.ROOT)
                          + ".",
                      "The firm has stated already that it lacks this: "
                          + wanted.lack().en().toLowerCase(java.util.Locale.ROOT)
                          + ".")
                  .field("lack")
                  .remedy(
                      "Rút nhu cầu cũ rồi nêu lại.", "Withdraw the old one, then state it anew.")
                  .with("need", id);
            });
    long id = store.insert(firm, wanted, party.username(), request);
    audit.record(
        "support-need.stated", NEED, String.valueOf(id), Map.of("lack", wanted.lack().name()));
    return store.find(id).orElseThrow();
  }

  /** The caller's needs, an officer's are all there are; the newest first. */
  @PreAuthorize("hasAnyRole('FIRM', 'OFFICER')")
  @Transactional(readOnly = true)
  public List<SupportNeed> list(@Nullable NeedState status, @Nullable Long before, int most) {
    Party party = parties.caller();
    return !party.officer() && party.firmId() == null
        ? List.of()
        : store.list(party.firmId(), status, before, most);
  }

  /** A need that the caller may see. */
  @PreAuthorize("hasAnyRole('FIRM', 'OFFICER')")
  @Transactional(readOnly = true)
  public SupportNeed get(long id) {
    return visible(store.find(id), id);
  }

  /** Takes a step that the table allows the caller. */
  @PreAuthorize("hasAnyRole('FIRM', 'OFFICER')")
  @Transactional
  public SupportNeed take(long id, NeedAction action, String reason, @Nullable String ifMatch) {
    SupportNeed need = lock(id);
    Party party = parties.caller();
    NeedState to =
        SupportProcess.step(need.status(), action)
            .filter(step -> step.who().contains(actor(party)))
            .orElseThrow(() -> wrong(need.status()))
            .to();
    Versions.refuseStale(ifMatch, id, need.version());
    store.end(id, to, party.username(), reason);
    audit.record(
        "support-need." + (to == NeedState.MET ? "met" : "withdrawn"),
        NEED,
        String.valueOf(id),
        Map.of("reason", reason));
    return store.find(id).orElseThrow();
  }

  /** A need that the caller may see, locked. */
  SupportNeed lock(long id) {
    return visible(store.lock(id), id);
  }

  private SupportNeed visible(Optional<SupportNeed> found, long id) {
    return found
        .filter(need -> parties.caller().sees(need.firmId()))
        .orElseThrow(
            () ->
                SupportProblem.UNKNOWN_NEED
                    .with("Không có nhu cầu số " + id + ".", "There is no need " + id + ".")
                    .field("id"));
  }

  static Actor actor(Party party) {
    return party.officer() ? Actor.OFFICER : Actor.FIRM;
  }

  static vn.khuxuong.platform.problem.ProblemException wrong(Enum<?> status) {
    return ProcessProblem.WRONG_STATE
        .with(
            "Trạng thái hiện tại (" + status + ") không cho bạn làm việc này.",
            "The present state (" + status + ") does not let you do this.")
        .with("status", status.name());
  }
}
