package vn.khuxuong.zoning.rule;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import vn.khuxuong.zoning.Subzone;
import vn.khuxuong.zoning.check.Severity;
import vn.khuxuong.zoning.rule.Verdict.Status;

/** Brings one rule and one plan to a verdict. */
final class Judge {
  private static final double SAME = 1e-6;

  private final PlanFacts facts;

  Judge(PlanFacts facts) {
    this.facts = facts;
  }

  /** The verdict of a rule, by the wording in force on the day judged. */
  Verdict judge(List<Rule> wordings) {
    Rule rule = wordings.stream().filter(w -> w.isInForce(facts.on())).findFirst().orElse(null);
    if (rule == null) {
      return notInForce(wordings);
    }
    Applicability.Answer applies = rule.applies().answer(facts);
    if (applies.known() == Applicability.Known.NO) {
      return notApplicable(rule, applies.vi(), applies.en());
    }
    Measure measure = rule.check().measure(facts);
    if (measure.met() == null) {
      return notApplicable(rule, measure.vi(), measure.en());
    }
    return verdict(rule, measure, measure.met(), applies);
  }

  private Verdict verdict(Rule rule, Measure measure, boolean met, Applicability.Answer applies) {
    Waiver waiver = facts.waivers().get(rule.id());
    boolean waived = !met && waiver != null && rule.mayBeWaivedBy(waiver, facts.on());
    boolean old = !met && !waived && isOldShortfall(rule, measure);
    boolean doubtful = applies.known() == Applicability.Known.UNKNOWN;
    StringBuilder vi = new StringBuilder(capital(measure.vi()));
    StringBuilder en = new StringBuilder(capital(measure.en()));
    if (waived) {
      vi.append("; được miễn theo quyết định ").append(waiver.decisionNo());
      vi.append(" ngày ").append(Figures.vi(waiver.decidedOn()));
      en.append("; waived by decision ").append(waiver.decisionNo());
      en.append(" of ").append(waiver.decidedOn());
    } else if (!met && waiver != null) {
      vi.append("; quyết định ").append(waiver.decisionNo());
      vi.append(" không miễn được quy định này");
      en.append("; decision ").append(waiver.decisionNo()).append(" cannot waive this rule");
    }
    if (old) {
      vi.append("; khu đang chuyển đổi đã thiếu từ trước, không phải vi phạm mới");
      en.append("; the converting zone fell short before, this is no new breach");
    }
    if (doubtful) {
      vi.append("; ").append(applies.vi()).append(", nên chỉ khuyến cáo");
      en.append("; ").append(applies.en()).append(", so this only advises");
    }
    if (!rule.noteVi().isEmpty()) {
      vi.append(". ").append(rule.noteVi());
      en.append(". ").append(rule.noteEn());
    }
    return new Verdict(
        rule.id(),
        rule.titleVi(),
        rule.titleEn(),
        met ? Status.PASS : waived ? Status.WAIVED : Status.FAIL,
        old || doubtful ? Severity.ADVISES : rule.severity(),
        measure.measured(),
        measure.limit(),
        measure.margin(),
        measure.unit(),
        source(rule),
        rule.validFrom(),
        rule.validTo(),
        measure.subjects(),
        old,
        waived ? waiver : null,
        sentence(vi),
        sentence(en));
  }

  /**
   * A converting zone that is older than the rule's act may keep what it lacks; where the plan in
   * force is known, the new plan must not lack more than that.
   */
  private boolean isOldShortfall(Rule rule, Measure measure) {
    if (!rule.reportsOldShortfall() || !facts.zone().converting() || facts.zone().planned()) {
      return false;
    }
    if (Applicability.established(facts.zone(), rule.act().inForce(), facts.on()).known()
        == Applicability.Known.YES) {
      return false;
    }
    List<Subzone> inForce = facts.inForce();
    if (inForce == null) {
      return true;
    }
    Measure before = rule.check().measure(facts.asInForce(inForce));
    return Boolean.FALSE.equals(before.met()) && measure.margin() >= before.margin() - SAME;
  }

  private Verdict notInForce(List<Rule> wordings) {
    LocalDate on = facts.on();
    Rule shown =
        wordings.stream()
            .filter(wording -> wording.validFrom().isAfter(on))
            .min(Comparator.comparing(Rule::validFrom))
            .orElseGet(
                () -> wordings.stream().max(Comparator.comparing(Rule::validFrom)).orElseThrow());
    boolean later = shown.validFrom().isAfter(on);
    LocalDate to = shown.validTo();
    return notApplicable(
        shown,
        later || to == null
            ? "có hiệu lực từ " + Figures.vi(shown.validFrom())
            : "hết hiệu lực từ " + Figures.vi(to),
        later || to == null
            ? "in force from " + shown.validFrom()
            : "no longer in force since " + to);
  }

  private static Verdict notApplicable(Rule rule, String vi, String en) {
    return new Verdict(
        rule.id(),
        rule.titleVi(),
        rule.titleEn(),
        Status.NOT_APPLICABLE,
        rule.severity(),
        null,
        null,
        null,
        "",
        source(rule),
        rule.validFrom(),
        rule.validTo(),
        List.of(),
        false,
        null,
        "Không áp dụng: " + vi + ".",
        "Not applicable: " + en + ".");
  }

  private static Verdict.Source source(Rule rule) {
    return new Verdict.Source(
        rule.act().titleVi(),
        rule.act().titleEn(),
        rule.articleVi(),
        rule.articleEn(),
        rule.act().inForce(),
        rule.confirmed());
  }

  private static String capital(String clause) {
    return clause.substring(0, 1).toUpperCase(Locale.ROOT) + clause.substring(1);
  }

  private static String sentence(StringBuilder text) {
    return text.charAt(text.length() - 1) == '.' ? text.toString() : text.append('.').toString();
  }
}
