package vn.khuxuong.tenancy.support;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.khuxuong.tenancy.Answer;
import vn.khuxuong.tenancy.Asked;
import vn.khuxuong.tenancy.Paging;
import vn.khuxuong.tenancy.incentive.Lack;
import vn.khuxuong.tenancy.incentive.Match;
import vn.khuxuong.tenancy.support.SupportProcess.Action;
import vn.khuxuong.tenancy.support.SupportProcess.NeedAction;
import vn.khuxuong.tenancy.support.SupportProcess.NeedState;
import vn.khuxuong.tenancy.support.SupportProcess.State;

/** Needs and referrals over HTTP: a firm's own, an officer's all. */
@RestController
@RequestMapping("/api/v1/support")
class SupportController {
  private static final String NEEDS = "/api/v1/support/needs";
  private static final String REFERRALS = "/api/v1/support/referrals";
  private static final String FIRM_OR_OFFICER = "hasAnyRole('FIRM', 'OFFICER')";
  private static final double MOST_VND = 1e15;

  private final SupportNeeds needs;
  private final Referrals referrals;

  SupportController(SupportNeeds needs, Referrals referrals) {
    this.needs = needs;
    this.referrals = referrals;
  }

  /** A need as it is sent; members as in {@link SupportNeed}. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record NeedJson(
      long id,
      String firm,
      String firmVi,
      String firmEn,
      Lack lack,
      String detail,
      @Nullable String zone,
      @Nullable BigDecimal areaM2,
      @Nullable BigDecimal loadKnM2,
      @Nullable BigDecimal clearHeightM,
      @Nullable BigDecimal amountVnd,
      NeedState status,
      OffsetDateTime madeAt,
      @Nullable OffsetDateTime endedAt,
      @Nullable String endReason,
      String dataStatus,
      int version) {
    static NeedJson of(SupportNeed need) {
      return new NeedJson(
          need.id(),
          need.firmCode(),
          need.firmVi(),
          need.firmEn(),
          need.lack(),
          need.detail(),
          need.zone(),
          need.areaM2(),
          need.loadKnM2(),
          need.clearHeightM(),
          need.amountVnd(),
          need.status(),
          need.madeAt(),
          need.endedAt(),
          need.endReason(),
          need.dataStatus(),
          need.version());
    }
  }

  /** Answer of {@code GET /api/v1/support/needs}: the newest first, and where it goes on. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record NeedPage(List<NeedJson> needs, @Nullable String next) {}

  /** A referral as it is sent; members as in {@link Referral}; steps are left out of lists. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record ReferralJson(
      long id,
      long need,
      Lack lack,
      String firm,
      String firmVi,
      String firmEn,
      String programme,
      String programmeVi,
      String programmeEn,
      State status,
      Match.Verdict verdict,
      @Nullable BigDecimal amountVnd,
      OffsetDateTime madeAt,
      int version,
      @Nullable List<Referral.Step> steps,
      @Nullable List<Action> open) {
    static ReferralJson of(Referral one) {
      return of(one, null, null);
    }

    static ReferralJson of(Referrals.Followed one) {
      return of(one.referral(), one.steps(), one.open());
    }

    private static ReferralJson of(
        Referral one, @Nullable List<Referral.Step> steps, @Nullable List<Action> open) {
      return new ReferralJson(
          one.id(),
          one.needId(),
          one.lack(),
          one.firmCode(),
          one.firmVi(),
          one.firmEn(),
          one.programme(),
          one.programmeVi(),
          one.programmeEn(),
          one.status(),
          one.verdict(),
          one.amountVnd(),
          one.madeAt(),
          one.version(),
          steps,
          open);
    }
  }

  /** Answer of {@code GET /api/v1/support/referrals}: the newest first, and where it goes on. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record ReferralPage(List<ReferralJson> referrals, @Nullable String next) {}

  /** Why. */
  record Why(@Nullable String reason) {}

  /** Which programme, and why. */
  record ReferralAsked(@Nullable String programme, @Nullable String reason) {}

  /**
   * A step of a referral.
   *
   * @param amountVnd what the firm received, only with RECEIVE
   * @param meets whether that ends the need, only with RECEIVE
   */
  record StepAsked(@Nullable String reason, @Nullable Double amountVnd, @Nullable Boolean meets) {}

  @PostMapping("/needs")
  @PreAuthorize("hasRole('FIRM')")
  ResponseEntity<NeedJson> state(
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable UUID key,
      @RequestBody NeedAsked asked) {
    SupportNeed made = needs.state(asked, key);
    return Answer.made(NEEDS, made, NeedJson.of(made));
  }

  @GetMapping("/needs")
  @PreAuthorize(FIRM_OR_OFFICER)
  ResponseEntity<NeedPage> needs(
      @RequestParam(required = false) @Nullable NeedState status,
      @RequestParam(required = false) @Nullable Long before,
      @RequestParam(defaultValue = "50") int limit) {
    Paging paging = new Paging(NEEDS, limit);
    return paging.answer(
        needs.list(status, before, paging.withOneMore()), status, NeedJson::of, NeedPage::new);
  }

  @GetMapping("/needs/{id}")
  @PreAuthorize(FIRM_OR_OFFICER)
  ResponseEntity<NeedJson> need(@PathVariable long id) {
    SupportNeed need = needs.get(id);
    return Answer.of(need, NeedJson.of(need));
  }

  @PostMapping("/needs/{id}/{action:meet|withdraw}")
  @PreAuthorize(FIRM_OR_OFFICER)
  ResponseEntity<NeedJson> end(
      @PathVariable long id,
      @PathVariable String action,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @RequestBody Why asked) {
    SupportNeed ended =
        needs.take(
            id,
            NeedAction.valueOf(action.toUpperCase(Locale.ROOT)),
            Asked.reason(asked.reason()),
            ifMatch);
    return Answer.of(ended, NeedJson.of(ended));
  }

  @PostMapping("/needs/{id}/referrals")
  @PreAuthorize(FIRM_OR_OFFICER)
  ResponseEntity<ReferralJson> refer(@PathVariable long id, @RequestBody ReferralAsked asked) {
    Referrals.Followed made = referrals.begin(id, asked.programme(), Asked.reason(asked.reason()));
    return Answer.made(REFERRALS, made.referral(), ReferralJson.of(made));
  }

  @GetMapping("/referrals")
  @PreAuthorize(FIRM_OR_OFFICER)
  ResponseEntity<ReferralPage> referrals(
      @RequestParam(required = false) @Nullable State status,
      @RequestParam(required = false) @Nullable Long before,
      @RequestParam(defaultValue = "50") int limit) {
    Paging paging = new Paging(REFERRALS, limit);
    return paging.answer(
        referrals.list(status, before, paging.withOneMore()),
        status,
        ReferralJson::of,
        ReferralPage::new);
  }

  @GetMapping("/referrals/{id}")
  @PreAuthorize(FIRM_OR_OFFICER)
  ResponseEntity<ReferralJson> referral(@PathVariable long id) {
    Referrals.Followed found = referrals.get(id);
    return Answer.of(found.referral(), ReferralJson.of(found));
  }

  @PostMapping("/referrals/{id}/{action}")
  @PreAuthorize(FIRM_OR_OFFICER)
  ResponseEntity<ReferralJson> step(
      @PathVariable long id,
      @PathVariable Action action,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @RequestBody StepAsked asked) {
    Referrals.Followed moved =
        referrals.take(
            id,
            action,
            Asked.reason(asked.reason()),
            amount(asked.amountVnd()),
            Boolean.TRUE.equals(asked.meets()),
            ifMatch);
    return Answer.of(moved.referral(), ReferralJson.of(moved));
  }

  private static @Nullable BigDecimal amount(@Nullable Double vnd) {
    if (vnd == null) {
      return null;
    }
    if (!(vnd >= 1 && vnd <= MOST_VND) || vnd != Math.rint(vnd)) {
      throw Asked.bad(
          "amountVnd",
          "\"amountVnd\" phải là số đồng tròn, lớn hơn 0.",
          "\"amountVnd\" must be whole VND above 0.");
    }
    return BigDecimal.valueOf(vnd.longValue());
  }
}
