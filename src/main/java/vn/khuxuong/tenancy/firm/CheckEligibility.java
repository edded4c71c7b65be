package vn.khuxuong.tenancy.firm;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.khuxuong.space.SpaceProblem;

/**
 * The pre-check: every reason for which a building would or would not do, before anyone applies.
 */
@Component
public class CheckEligibility {
  private static final int MOST_NEAREST = 3;
  private static final Pattern CODE = Pattern.compile("[A-Z0-9-]{1,20}");

  private final PlaceStore places;
  private final LawStore law;

  CheckEligibility(PlaceStore places, LawStore law) {
    this.places = places;
    this.law = law;
  }

  /**
   * Judges a building.
   *
   * @param firm null where nothing is known of the firm
   * @param areaM2 area that money is worked out for, null for money per m² only
   * @throws vn.khuxuong.platform.problem.ProblemException {@link SpaceProblem#UNKNOWN_BUILDING}
   */
  @Transactional(readOnly = true)
  EligibilityJson check(
      String building, Needs needs, @Nullable Firm firm, @Nullable BigDecimal areaM2) {
    Place place = get(building);
    FindingText vi = FindingText.vietnamese(law.industryNames());
    FindingText en = FindingText.english(law.industryNames());
    Verdict verdict = Eligibility.judge(needs, place);
    FirmFacts facts = firm == null ? null : firm.facts(law.sizeLimits());
    List<BeneficiaryRule> rules = law.beneficiaryRules();
    return json(place, verdict, law.today(), law.rulesSha256(), vi, en)
        .with(preferences(rules, place, facts), incentives(rules, place, facts, areaM2));
  }

  private static EligibilityJson json(
      Place place,
      Verdict verdict,
      LocalDate today,
      String rulesSha256,
      FindingText vi,
      FindingText en) {
    return new EligibilityJson(
        place.code(),
        place.nameVi(),
        place.nameEn(),
        place.zone(),
        today,
        verdict.eligible(),
        summary(verdict, true),
        summary(verdict, false),
        reasons(verdict.findings(), vi, en),
        verdict.floors().stream()
            .map(
                floor ->
                    new EligibilityJson.OfFloor(
                        floor.floor(),
                        floor.level(),
                        verdict.buildingFits() && floor.fits(),
                        reasons(floor.findings(), vi, en)))
            .toList(),
        verdict.nearest().map(Verdict.OfFloor::level).orElse(null),
        List.of(),
        List.of(),
        rulesSha256);
  }

  /**
   * What the rules say of several buildings.
   *
   * @param fits whether one of them would do
   * @param looked how many were looked at; the first that would do is the last
   * @param nearest those that would do or lack least, best first, without preferences and cuts
   */
  public record Judgement(boolean fits, int looked, List<EligibilityJson> nearest) {
    /** Copies the list. */
    public Judgement {
      nearest = List.copyOf(nearest);
    }
  }

  private record Judged(Place place, Verdict verdict) {}

  /**
   * Judges buildings one by one until one would do.
   *
   * @param floor the only floor that counts, null where any does
   */
  @Transactional(readOnly = true)
  public Judgement judge(Needs needs, List<String> buildings, @Nullable Long floor) {
    List<Judged> judged = new ArrayList<>();
    Needs dated = needs.notBefore(law.today());
    for (String building : buildings) {
      Place place = get(building);
      Verdict verdict = Eligibility.judge(dated, place, floor);
      judged.add(new Judged(place, verdict));
      if (verdict.eligible()) {
        break;
      }
    }
    FindingText vi = FindingText.vietnamese(law.industryNames());
    FindingText en = FindingText.english(law.industryNames());
    String rules = law.rulesSha256();
    LocalDate today = law.today();
    return new Judgement(
        judged.stream().anyMatch(one -> one.verdict().eligible()),
        judged.size(),
        judged.stream()
            .sorted(
                Comparator.comparing((Judged one) -> !one.verdict().eligible())
                    .thenComparing(one -> one.verdict().distance()))
            .limit(MOST_NEAREST)
            .map(one -> json(one.place(), one.verdict(), today, rules, vi, en))
            .toList());
  }

  /** Rent cuts at a building. */
  @Transactional(readOnly = true)
  EligibilityJson.Incentives incentives(String building, Firm firm, @Nullable BigDecimal areaM2) {
    Place place = get(building);
    return new EligibilityJson.Incentives(
        place.code(),
        law.today(),
        incentives(law.beneficiaryRules(), place, firm.facts(law.sizeLimits()), areaM2));
  }

  private Place get(String building) {
    return Optional.of(building)
        .filter(code -> CODE.matcher(code).matches())
        .flatMap(places::find)
        .orElseThrow(
            () ->
                SpaceProblem.UNKNOWN_BUILDING
                    .with("Không có nhà xưởng nào mang mã này.", "No building has this code.")
                    .field("building")
                    .remedy(
                        "Danh sách ở /api/v1/buildings.", "They are listed at /api/v1/buildings."));
  }

  private static String summary(Verdict verdict, boolean vi) {
    long fitting = verdict.floors().stream().filter(Verdict.OfFloor::fits).count();
    int all = verdict.floors().size();
    if (verdict.eligible()) {
      return vi
          ? fitting + "/" + all + " tầng phù hợp."
          : fitting + " of " + all + " floors would do.";
    }
    if (!verdict.buildingFits()) {
      return vi
          ? "Cả tòa nhà không đủ; xem lý do."
          : "The building as a whole has not enough; see the reasons.";
    }
    return vi
        ? "Không tầng nào phù hợp; xem lý do từng tầng."
        : "No floor would do; see the reasons of each.";
  }

  private static List<EligibilityJson.Reason> reasons(
      List<Finding> findings, FindingText vi, FindingText en) {
    return findings.stream()
        .map(
            finding ->
                new EligibilityJson.Reason(
                    finding.rule(),
                    finding.rule().code(),
                    finding.blocks() ? "BLOCKS" : "ADVISES",
                    rounded(finding.needed()),
                    rounded(finding.offered()),
                    finding.rule().unit(),
                    finding.subject(),
                    finding.offers(),
                    vi.of(finding),
                    en.of(finding),
                    vi.change(finding),
                    en.change(finding),
                    finding.rule().sourceVi(),
                    finding.rule().sourceEn()))
        .toList();
  }

  private static @Nullable Double rounded(@Nullable Double value) {
    return value == null ? null : (Double) (Math.rint(value * 1000) / 1000);
  }

  private static List<EligibilityJson.Preference> preferences(
      List<BeneficiaryRule> rules, Place place, @Nullable FirmFacts firm) {
    return rules.stream()
        .filter(rule -> rule.purpose() == BeneficiaryRule.Purpose.PREFERENCE)
        .map(
            rule ->
                new EligibilityJson.Preference(
                    rule.code(),
                    rule.binds(place.zoneEstablishedOn()),
                    isFor(rule, firm),
                    rule.textVi(),
                    rule.textEn(),
                    rule.sourceVi(),
                    rule.sourceEn()))
        .toList();
  }

  private static @Nullable Boolean isFor(BeneficiaryRule rule, @Nullable FirmFacts firm) {
    return firm == null ? null : (Boolean) rule.isFor(firm);
  }

  private List<EligibilityJson.IncentiveJson> incentives(
      List<BeneficiaryRule> rules,
      Place place,
      @Nullable FirmFacts firm,
      @Nullable BigDecimal areaM2) {
    List<EligibilityJson.IncentiveJson> found = new ArrayList<>();
    for (LawStore.Incentive cut : law.incentives()) {
      Optional<BeneficiaryRule> whom =
          rules.stream()
              .filter(rule -> rule.purpose() == BeneficiaryRule.Purpose.INCENTIVE)
              .filter(rule -> rule.code().equals(cut.code()))
              .findFirst();
      found.add(
          new EligibilityJson.IncentiveJson(
              cut.code(),
              whom.map(rule -> isFor(rule, firm)).orElse(null),
              cut.minCutPct(),
              cut.months(),
              whom.map(BeneficiaryRule::textVi).orElse(""),
              whom.map(BeneficiaryRule::textEn).orElse(""),
              cut.conditionVi(),
              cut.conditionEn(),
              cut.sourceVi(),
              cut.sourceEn(),
              areaM2,
              place.storeys().stream().map(storey -> rent(storey, cut, areaM2)).toList()));
    }
    return found;
  }

  private static EligibilityJson.FloorRent rent(
      Place.Storey storey, LawStore.Incentive cut, @Nullable BigDecimal areaM2) {
    return new EligibilityJson.FloorRent(
        storey.id(),
        storey.level(),
        List.of(
            RentCut.of("USD", storey.rentUsdM2Month(), areaM2, cut.minCutPct(), cut.months()),
            RentCut.of("VND", storey.rentVndM2Month(), areaM2, cut.minCutPct(), cut.months())));
  }
}
