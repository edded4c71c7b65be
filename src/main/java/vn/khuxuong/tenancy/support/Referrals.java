package vn.khuxuong.tenancy.support;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.khuxuong.platform.audit.Audit;
import vn.khuxuong.tenancy.Asked;
import vn.khuxuong.tenancy.Parties;
import vn.khuxuong.tenancy.Party;
import vn.khuxuong.tenancy.Versions;
import vn.khuxuong.tenancy.firm.Firm;
import vn.khuxuong.tenancy.firm.FirmStore;
import vn.khuxuong.tenancy.incentive.Match;
import vn.khuxuong.tenancy.incentive.Programmes;
import vn.khuxuong.tenancy.support.SupportProcess.Action;
import vn.khuxuong.tenancy.support.SupportProcess.Actor;
import vn.khuxuong.tenancy.support.SupportProcess.NeedAction;
import vn.khuxuong.tenancy.support.SupportProcess.NeedState;
import vn.khuxuong.tenancy.support.SupportProcess.State;

/** Sends firms to programmes and follows them along {@link SupportProcess}, each step audited. */
@Component
class Referrals {
  private static final String REFERRAL = "referral";

  private final ReferralStore store;
  private final SupportNeeds needs;
  private final Programmes programmes;
  private final FirmStore firms;
  private final Parties parties;
  private final Audit audit;

  Referrals(
      ReferralStore store,
      SupportNeeds needs,
      Programmes programmes,
      FirmStore firms,
      Parties parties,
      Audit audit) {
    this.store = store;
    this.needs = needs;
    this.programmes = programmes;
    this.firms = firms;
    this.parties = parties;
    this.audit = audit;
  }

  /** A referral with its steps and what the caller may do with it now. */
  record Followed(Referral referral, List<Referral.Step> steps, List<Action> open) {
    Followed {
      steps = List.copyOf(steps);
      open = List.copyOf(open);
    }
  }

  /**
   * Begins one: a firm asks, an officer sends it on at once. What the rules say is kept and refuses
   * nobody.
   *
   * @param programme code of a programme that helps with the need
   */
  @PreAuthorize("hasAnyRole('FIRM', 'OFFICER')")
  @Transactional
  public Followed begin(long needId, @Nullable String programme, String reason) {
    SupportNeed need = needs.lock(needId);
    if (need.status() != NeedState.OPEN) {
      throw SupportNeeds.wrong(need.status());
    }
    Firm firm = firms.find(need.firmId()).orElseThrow();
    Programmes.Matched found =
        programmes.match(firm, need.lack()).stream()
            .filter(one -> one.programme().code().equals(programme))
            .findFirst()
            .orElseThrow(
                () ->
                    SupportProblem.UNKNOWN_PROGRAMME
                        .with(
                            "Không có chương trình nào mang mã này cho nhu cầu này.",
                            "No programme of this code helps with this need.")
                        .field("programme")
                        .remedy(
                            "Danh sách ở /api/v1/incentives?lack=" + need.lack() + ".",
                            "They are listed at /api/v1/incentives?lack=" + need.lack() + "."));
    String code = found.programme().code();
    if (store.hasOpen(needId, code)) {
      throw SupportProblem.REFERRED_ALREADY.with(
          "Nhu cầu này đang được theo dõi ở chương trình này.",
          "This need is being followed at this programme already.");
    }
    Party party = parties.caller();
    State first = party.officer() ? State.REFERRED : State.ASKED;
    Match.Verdict verdict = found.match().verdict();
    long id = store.insert(need, code, first, verdict, party.username());
    store.addStep(id, party.officer() ? "REFER" : "ASK", null, first, reason, party.username());
    audit.record(
        party.officer() ? "referral.referred" : "referral.asked",
        REFERRAL,
        String.valueOf(id),
        Map.of("need", needId, "programme", code, "verdict", verdict.name(), "reason", reason));
    return followed(store.find(id).orElseThrow());
  }

  /** The caller's referrals, an officer's are all there are; the newest first. */
  @PreAuthorize("hasAnyRole('FIRM', 'OFFICER')")
  @Transactional(readOnly = true)
  public List<Referral> list(@Nullable State status, @Nullable Long before, int most) {
    Party party = parties.caller();
    return !party.officer() && party.firmId() == null
        ? List.of()
        : store.list(party.firmId(), status, before, most);
  }

  /** A referral that the caller may see. */
  @PreAuthorize("hasAnyRole('FIRM', 'OFFICER')")
  @Transactional(readOnly = true)
  public Followed get(long id) {
    return followed(visible(store.find(id), id));
  }

  /**
   * Takes a step that the table allows the caller.
   *
   * @param amountVnd what the firm received, only with RECEIVE; null where not counted in money
   * @param meets whether what was received ends the need, only with RECEIVE
   */
  @PreAuthorize("hasAnyRole('FIRM', 'OFFICER')")
  @Transactional
  public Followed take(
      long id,
      Action action,
      String reason,
      @Nullable BigDecimal amountVnd,
      boolean meets,
      @Nullable String ifMatch) {
    Referral referral = visible(store.lock(id), id);
    Party party = parties.caller();
    State to =
        SupportProcess.step(referral.status(), action)
            .filter(step -> step.who().contains(SupportNeeds.actor(party)))
            .orElseThrow(() -> SupportNeeds.wrong(referral.status()))
            .to();
    Versions.refuseStale(ifMatch, id, referral.version());
    if (action != Action.RECEIVE && (amountVnd != null || meets)) {
      throw Asked.bad(
          amountVnd == null ? "meets" : "amountVnd",
          "Chỉ ghi số tiền và kết quả khi doanh nghiệp đã nhận.",
          "Amount and outcome are recorded only once the firm has received it.");
    }
    store.move(id, to, amountVnd);
    store.addStep(id, action.name(), referral.status(), to, reason, party.username());
    Map<String, Object> detail = new LinkedHashMap<>();
    detail.put("from", referral.status().name());
    detail.put("to", to.name());
    detail.put("reason", reason);
    if (amountVnd != null) {
      detail.put("amountVnd", amountVnd);
    }
    audit.record(
        "referral." + to.name().toLowerCase(Locale.ROOT).replace('_', '-'),
        REFERRAL,
        String.valueOf(id),
        detail);
    if (meets && needs.lock(referral.needId()).status() == NeedState.OPEN) {
      needs.take(referral.needId(), NeedAction.MEET, reason, null);
    }
    return followed(store.find(id).orElseThrow());
  }

  private Followed followed(Referral referral) {
    Actor actor = SupportNeeds.actor(parties.caller());
    return new Followed(
        referral,
        store.steps(referral.id()),
        List.copyOf(SupportProcess.open(referral.status(), actor)));
  }

  private Referral visible(Optional<Referral> found, long id) {
    return found
        .filter(referral -> parties.caller().sees(referral.firmId()))
        .orElseThrow(
            () ->
                SupportProblem.UNKNOWN_REFERRAL
                    .with(
                        "Không có lần giới thiệu số " + id + ".",
                        "There is no referral " + id + ".")
                    .field("id"));
  }
}
