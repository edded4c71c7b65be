package vn.khuxuong.tenancy.firm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.khuxuong.tenancy.SizeClass;

/** Every threshold of Decree 80/2021/ND-CP art. 5 from both sides. */
class SizeRuleTest {

  @ParameterizedTest
  @CsvSource({
    // employees decide, with revenue and capital of the smallest
    "INDUSTRY, 0, 0, 0, MICRO",
    "INDUSTRY, 10, 3, 3, MICRO",
    "INDUSTRY, 11, 3, 3, SMALL",
    "INDUSTRY, 100, 3, 3, SMALL",
    "INDUSTRY, 101, 3, 3, MEDIUM",
    "INDUSTRY, 200, 3, 3, MEDIUM",
    "INDUSTRY, 201, 3, 3, LARGE",
    "SERVICES, 10, 3, 3, MICRO",
    "SERVICES, 11, 3, 3, SMALL",
    "SERVICES, 50, 3, 3, SMALL",
    "SERVICES, 51, 3, 3, MEDIUM",
    "SERVICES, 100, 3, 3, MEDIUM",
    "SERVICES, 101, 3, 3, LARGE",
    // revenue decides, with too much capital
    "INDUSTRY, 10, 3.00, 999, MICRO",
    "INDUSTRY, 10, 3.01, 999, SMALL",
    "INDUSTRY, 10, 50.00, 999, SMALL",
    "INDUSTRY, 10, 50.01, 999, MEDIUM",
    "INDUSTRY, 10, 200.00, 999, MEDIUM",
    "INDUSTRY, 10, 200.01, 999, LARGE",
    "SERVICES, 10, 10.00, 999, MICRO",
    "SERVICES, 10, 10.01, 999, SMALL",
    "SERVICES, 10, 100.00, 999, SMALL",
    "SERVICES, 10, 100.01, 999, MEDIUM",
    "SERVICES, 10, 300.00, 999, MEDIUM",
    "SERVICES, 10, 300.01, 999, LARGE",
    // capital decides, with too much revenue
    "INDUSTRY, 10, 999, 3.00, MICRO",
    "INDUSTRY, 10, 999, 3.01, SMALL",
    "INDUSTRY, 10, 999, 20.00, SMALL",
    "INDUSTRY, 10, 999, 20.01, MEDIUM",
    "INDUSTRY, 10, 999, 100.00, MEDIUM",
    "INDUSTRY, 10, 999, 100.01, LARGE",
    "SERVICES, 10, 999, 3.00, MICRO",
    "SERVICES, 10, 999, 3.01, SMALL",
    "SERVICES, 10, 999, 50.00, SMALL",
    "SERVICES, 10, 999, 50.01, MEDIUM",
    "SERVICES, 10, 999, 100.00, MEDIUM",
    "SERVICES, 10, 999, 100.01, LARGE",
    // a firm without a full year has capital alone
    "INDUSTRY, 10, , 3, MICRO",
    "INDUSTRY, 10, , 20.01, MEDIUM",
    // and one that does not say its capital has revenue alone
    "INDUSTRY, 10, 3, , MICRO",
    "INDUSTRY, 10, 200.01, , LARGE"
  })
  void classFollowsFromTheFigures(
      BusinessLine line,
      int employees,
      @Nullable BigDecimal revenue,
      @Nullable BigDecimal capital,
      SizeClass expected) {
    assertThat(
            SizeRule.judge(
                    line, new SizeEvidence(2025, employees, revenue, capital), Decree80.LIMITS)
                .sizeClass())
        .isEqualTo(expected);
  }

  @Test
  void reasonNamesArticleAndFiguresInBothLanguages() {
    SizeVerdict small = judge(42, "31.5", "12");
    assertThat(SizeText.vietnamese(small))
        .isEqualTo(
            "Doanh nghiệp nhỏ: 42 lao động đóng BHXH (không quá 100) và doanh thu 31,5 tỷ đồng"
                + " (không quá 50), theo Nghị định 80/2021/NĐ-CP, điều 5 (ngành nông, lâm, ngư"
                + " nghiệp, công nghiệp và xây dựng).");
    assertThat(SizeText.english(small))
        .isEqualTo(
            "Small: 42 insured employees (at most 100) and revenue of 31.5 bn VND (at most 50), by"
                + " Decree 80/2021/ND-CP, art. 5 (agriculture, industry, construction).");
    assertThat(small.tests()).hasSize(2);
    assertThat(small.tests().get(0).holds()).isFalse();
    assertThat(small.tests().get(1).capitalHolds()).isTrue();
  }

  @Test
  void reasonOfCapitalAndOfALargeFirmIsTold() {
    assertThat(SizeText.vietnamese(judge(42, "999", "12")))
        .contains("tổng nguồn vốn 12 tỷ đồng (không quá 20)");
    assertThat(SizeText.english(judge(201, "1", "1")))
        .startsWith("Large: 201 insured employees are more than the 200 of medium firms");
    assertThat(SizeText.vietnamese(judge(5, "999", "999")))
        .startsWith("Doanh nghiệp lớn: doanh thu 999 tỷ đồng và vốn 999 tỷ đồng");
  }

  @Test
  void nothingInForceLeavesEverybodyLarge() {
    SizeVerdict verdict =
        SizeRule.judge(
            BusinessLine.INDUSTRY, new SizeEvidence(2025, 1, BigDecimal.ONE, null), List.of());
    assertThat(verdict.sizeClass()).isEqualTo(SizeClass.LARGE);
    assertThat(SizeText.english(verdict)).contains("No limits");
  }

  @Test
  void evidenceWithoutFiguresOrBelowNoughtIsNone() {
    assertThatThrownBy(() -> new SizeEvidence(2025, 1, null, null))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new SizeEvidence(2025, -1, BigDecimal.ONE, null))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new SizeEvidence(2025, 1, new BigDecimal("-0.01"), null))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static SizeVerdict judge(int employees, String revenue, String capital) {
    return SizeRule.judge(
        BusinessLine.INDUSTRY,
        new SizeEvidence(2025, employees, new BigDecimal(revenue), new BigDecimal(capital)),
        Decree80.LIMITS);
  }
}
