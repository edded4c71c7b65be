package vn.khuxuong.tenancy.incentive;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.khuxuong.tenancy.SizeClass;
import vn.khuxuong.tenancy.incentive.Match.Verdict;

/** Who a programme is for, why, and what is missing. */
class MatchTest {
  private static final List<Set<Fact>> RENT_CUT =
      List.of(Set.of(Fact.SME, Fact.PRIVATE_HIGHTECH, Fact.STARTUP));

  @Test
  void smallFirmIsEligibleByItsFiguresAlone() {
    Match match = Match.of(RENT_CUT, firm(SizeClass.SMALL, true, true, false, Set.of()).facts());
    assertThat(match.verdict()).isEqualTo(Verdict.ELIGIBLE);
    assertThat(match.met()).containsExactly(Fact.SME);
    assertThat(match.sentence(true))
        .isEqualTo(
            "Thuộc đối tượng: là doanh nghiệp siêu nhỏ, nhỏ hoặc vừa theo số liệu đã" + " khai.");
  }

  @Test
  void firmWithoutFiguresIsToldWhichEvidenceIsMissing() {
    Match match = Match.of(RENT_CUT, firm(SizeClass.SMALL, false, true, false, Set.of()).facts());
    assertThat(match.verdict()).isEqualTo(Verdict.MISSING_EVIDENCE);
    assertThat(match.missing())
        .containsExactly(Set.of(Fact.SME, Fact.PRIVATE_HIGHTECH, Fact.STARTUP));
    assertThat(match.sentence(false))
        .startsWith("Still missing: insured employees")
        .contains(", or ");
  }

  @Test
  void largeForeignFirmCouldStillBeAStartUp() {
    Match match = Match.of(RENT_CUT, firm(SizeClass.LARGE, true, false, true, Set.of()).facts());
    assertThat(match.verdict()).isEqualTo(Verdict.MISSING_EVIDENCE);
    assertThat(match.missing()).containsExactly(Set.of(Fact.STARTUP));
  }

  @Test
  void largeForeignFirmIsNoSme() {
    Match match =
        Match.of(
            List.of(Set.of(Fact.SME, Fact.PRIVATE_HIGHTECH)),
            firm(SizeClass.LARGE, true, false, true, Set.of()).facts());
    assertThat(match.verdict()).isEqualTo(Verdict.NOT_ELIGIBLE);
    assertThat(match.sentence(true))
        .isEqualTo(
            "Không thuộc đối tượng: là doanh nghiệp lớn theo số liệu đã khai, có phần"
                + " vốn nước ngoài chi phối.");
  }

  @Test
  void everyConditionMustHold() {
    List<Set<Fact>> both = List.of(Set.of(Fact.SUPPORTING_PRODUCT), Set.of(Fact.RESEARCH_PARTNER));
    Match without = Match.of(both, firm(SizeClass.SMALL, true, true, true, Set.of()).facts());
    assertThat(without.verdict()).isEqualTo(Verdict.MISSING_EVIDENCE);
    assertThat(without.met()).containsExactly(Fact.SUPPORTING_PRODUCT);
    assertThat(without.missing()).containsExactly(Set.of(Fact.RESEARCH_PARTNER));
    Match with =
        Match.of(
            both, firm(SizeClass.SMALL, true, true, true, Set.of(Fact.RESEARCH_PARTNER)).facts());
    assertThat(with.verdict()).isEqualTo(Verdict.ELIGIBLE);
  }

  @Test
  void oneConditionThatFailsOutweighsEvidenceThatIsMissing() {
    Match match =
        Match.of(
            List.of(Set.of(Fact.INVESTMENT_PLAN), Set.of(Fact.LEASE)),
            firm(SizeClass.SMALL, true, true, true, Set.of()).facts());
    assertThat(match.verdict()).isEqualTo(Verdict.NOT_ELIGIBLE);
    assertThat(match.failed()).containsExactly(Set.of(Fact.LEASE));
  }

  @Test
  void everyFactHasItsWordsInBothLanguages() {
    for (Fact fact : Fact.values()) {
      for (Fact.State state : Fact.State.values()) {
        assertThat(fact.text(state, true)).isNotBlank().isNotEqualTo(fact.text(state, false));
      }
    }
  }

  @Test
  void rulesAndMoneyKnowNoFrameworkAndNoDatabase() {
    var rules =
        new ClassFileImporter()
            .importClasses(Fact.class, FirmCase.class, Match.class, LeaseMonths.class, Lack.class);
    for (var type : rules) {
      assertThat(
              type.getDirectDependenciesFromSelf().stream()
                  .map(d -> d.getTargetClass().getFullName())
                  .filter(
                      name ->
                          name.startsWith("java.sql.") || name.startsWith("org.springframework.")))
          .as(type.getName())
          .isEmpty();
    }
  }

  private static FirmCase firm(
      SizeClass size, boolean shown, boolean domestic, boolean supporting, Set<Fact> seen) {
    return new FirmCase(size, shown, domestic, false, false, supporting, false, false, false, seen);
  }
}
