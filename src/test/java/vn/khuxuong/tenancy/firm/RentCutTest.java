package vn.khuxuong.tenancy.firm;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.khuxuong.tenancy.SizeClass;

/** Whom cuts and preferences of law are for, and what a cut leaves of a rent. */
class RentCutTest {
  private static final BigDecimal THIRTY = BigDecimal.valueOf(30);

  @Test
  void thirtyPercentOfARentInBothCurrencies() {
    RentCut usd = RentCut.of("USD", new BigDecimal("4.90"), new BigDecimal("300"), THIRTY, 60);
    assertThat(usd)
        .isEqualTo(
            new RentCut(
                "USD",
                new BigDecimal("4.90"),
                new BigDecimal("3.43"),
                new BigDecimal("1470.00"),
                new BigDecimal("1029.00"),
                new BigDecimal("26460.00")));
    RentCut vnd = RentCut.of("VND", new BigDecimal("124500"), new BigDecimal("333.33"), THIRTY, 60);
    assertThat(vnd.perM2MonthAfter()).isEqualTo(new BigDecimal("87150"));
    assertThat(vnd.perMonth()).isEqualTo(new BigDecimal("41499585"));
    assertThat(vnd.perMonthAfter()).isEqualTo(new BigDecimal("29049710"));
  }

  @Test
  void withoutAnAreaThereIsNoSumPerMonth() {
    RentCut usd = RentCut.of("USD", new BigDecimal("4.90"), null, THIRTY, 60);
    assertThat(usd.perMonth()).isNull();
    assertThat(usd.saved()).isNull();
  }

  @Test
  void cutIsForSmallFirmsOfEveryKindAndForPrivateHightechOfAnySize() {
    BeneficiaryRule rule = rule(null);
    assertThat(rule.isFor(new FirmFacts(SizeClass.MEDIUM, false, false, false))).isTrue();
    assertThat(rule.isFor(new FirmFacts(SizeClass.LARGE, false, true, true))).isFalse();
    assertThat(rule.isFor(new FirmFacts(SizeClass.LARGE, true, false, false))).isTrue();
  }

  @Test
  void ruleBindsZonesEstablishedAfterItsDayOnly() {
    assertThat(rule(null).binds(null)).isTrue();
    BeneficiaryRule dated = rule(LocalDate.of(2025, 5, 17));
    assertThat(dated.binds(LocalDate.of(2025, 5, 17))).isFalse();
    assertThat(dated.binds(LocalDate.of(2025, 5, 18))).isTrue();
    assertThat(dated.binds(null)).isNull();
  }

  private static BeneficiaryRule rule(@Nullable LocalDate after) {
    return new BeneficiaryRule(
        BeneficiaryRule.Purpose.INCENTIVE,
        "RESOLUTION_198",
        after,
        Set.of(SizeClass.MICRO, SizeClass.SMALL, SizeClass.MEDIUM),
        true,
        false,
        false,
        "",
        "",
        "",
        "");
  }
}
