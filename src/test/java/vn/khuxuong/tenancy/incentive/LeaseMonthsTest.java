package vn.khuxuong.tenancy.incentive;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.khuxuong.tenancy.firm.RentCut;
import vn.khuxuong.tenancy.incentive.LeaseMonths.Cut;
import vn.khuxuong.tenancy.incentive.LeaseMonths.Month;
import vn.khuxuong.tenancy.incentive.LeaseMonths.Rate;
import vn.khuxuong.tenancy.incentive.LeaseMonths.Terms;

/** Months of leases against sums worked out by hand. */
class LeaseMonthsTest {
  private static final LocalDate LAW = LocalDate.of(2025, 5, 17);
  private static final List<Cut> THIRTY = List.of(cut(LAW, null, "30", false));

  @Test
  void leaseFromTheMiddleOfAMonthPaysByDays() {
    // 200 m² at 114,000 = 22,800,000; 16 of 31 days = 11,767,741.94
    List<Month> months =
        LeaseMonths.of(terms("200", "114000", "2027-01-16", "2027-03-31", "2026-12-01"), THIRTY);
    assertThat(months).extracting(Month::days).containsExactly(16, 28, 31);
    assertThat(sums(months, Month::billVnd)).containsExactly(11_767_742L, 22_800_000L, 22_800_000L);
    // 70 % of 11,767,742 = 8,237,419.4
    assertThat(sums(months, Month::afterVnd)).containsExactly(8_237_419L, 15_960_000L, 15_960_000L);
    assertThat(sums(months, Month::cutVnd)).containsExactly(3_530_323L, 6_840_000L, 6_840_000L);
  }

  @Test
  void cutEndsOnTheDayBeforeTheSixtiethMonthIsOver() {
    // contract of 10 June 2025: the last day of the cut is 9 June 2030
    List<Month> months =
        LeaseMonths.of(terms("100", "100000", "2025-07-01", "2030-07-31", "2025-06-10"), THIRTY);
    assertThat(months).hasSize(61);
    assertThat(months.get(58).cutDays()).isEqualTo(31);
    Month june = months.get(59);
    assertThat(june.month()).hasToString("2030-06");
    assertThat(june.cutDays()).isEqualTo(9);
    // 9 of 30 days of 10,000,000 are cut: 30 % of 3,000,000
    assertThat(june.cutVnd()).isEqualByComparingTo("900000");
    assertThat(june.afterVnd()).isEqualByComparingTo("9100000");
    assertThat(months.get(60).cutVnd()).isEqualByComparingTo("0");
    assertThat(total(months, Month::billVnd)).isEqualTo(610_000_000);
    assertThat(total(months, Month::cutVnd)).isEqualTo(59 * 3_000_000L + 900_000);
  }

  @Test
  void contractOlderThanTheLawHasNoCutUnlessTheRuleSaysSo() {
    Terms terms = terms("100", "100000", "2025-01-01", "2025-12-31", "2024-12-20");
    List<Month> none = LeaseMonths.of(terms, THIRTY);
    assertThat(total(none, Month::cutVnd)).isZero();
    assertThat(total(none, Month::afterVnd)).isEqualTo(120_000_000);

    List<Month> rest = LeaseMonths.of(terms, List.of(cut(LAW, null, "30", true)));
    assertThat(rest.get(3).cutDays()).isZero();
    // 17 to 31 May: 15 of 31 days = 4,838,709.68; 70 % of 4,838,710 = 3,387,097
    assertThat(rest.get(4).cutDays()).isEqualTo(15);
    assertThat(rest.get(4).cutVnd()).isEqualByComparingTo("1451613");
    assertThat(total(rest, Month::cutVnd)).isEqualTo(1_451_613 + 7 * 3_000_000L);
  }

  @Test
  void contractOfTheFirstDayOfTheLawHasTheCutAndOfTheDayBeforeHasNot() {
    assertThat(
            total(
                LeaseMonths.of(
                    terms("100", "100000", "2025-06-01", "2025-06-30", "2025-05-17"), THIRTY),
                Month::cutVnd))
        .isEqualTo(3_000_000);
    assertThat(
            total(
                LeaseMonths.of(
                    terms("100", "100000", "2025-06-01", "2025-06-30", "2025-05-16"), THIRTY),
                Month::cutVnd))
        .isZero();
  }

  @Test
  void rentThatRisesInAMonthIsPaidByDays() {
    Terms terms =
        new Terms(
            new BigDecimal("100.5"),
            day("2026-04-01"),
            day("2026-05-31"),
            day("2026-03-01"),
            List.of(
                new Rate(day("2026-04-16"), new BigDecimal("110000")),
                new Rate(day("2026-04-01"), new BigDecimal("100000"))));
    // (15 × 100,000 + 15 × 110,000) × 100.5 / 30
    assertThat(sums(LeaseMonths.of(terms, List.of()), Month::billVnd))
        .containsExactly(10_552_500L, 11_055_000L);
  }

  @Test
  void laterVersionOfTheLawCutsFromItsOwnDayOn() {
    List<Cut> cuts =
        List.of(
            cut(LAW, LocalDate.of(2026, 4, 15), "30", false),
            new Cut(LAW, LocalDate.of(2026, 4, 16), null, new BigDecimal("50"), 60, false));
    List<Month> months =
        LeaseMonths.of(terms("100", "100000", "2026-04-01", "2026-05-31", "2026-03-01"), cuts);
    // half of 10,000,000 at 30 %, half at 50 %
    assertThat(sums(months, Month::cutVnd)).containsExactly(4_000_000L, 5_000_000L);
  }

  @Test
  void wholeMonthIsTheSameAsOnAnOffer() {
    RentCut offer =
        RentCut.of(
            "VND", new BigDecimal("114001"), new BigDecimal("33.33"), new BigDecimal(30), 60);
    Month month =
        LeaseMonths.of(terms("33.33", "114001", "2026-06-01", "2026-06-30", "2026-05-01"), THIRTY)
            .get(0);
    assertThat(month.billVnd()).isEqualByComparingTo(offer.perMonth());
    assertThat(month.afterVnd()).isEqualByComparingTo(offer.perMonthAfter());
    assertThat(month.billVnd()).isEqualByComparingTo("3799653");
  }

  @Test
  void leaseThatNeverBeganBillsNothing() {
    assertThat(
            LeaseMonths.of(
                terms("100", "100000", "2026-06-01", "2026-05-31", "2026-05-01"), THIRTY))
        .isEmpty();
  }

  @Test
  void everyMonthIsBillLessCut() {
    List<Month> months =
        LeaseMonths.of(terms("77.77", "98765", "2025-02-27", "2031-03-02", "2025-06-30"), THIRTY);
    assertThat(months).hasSize(74);
    for (Month month : months) {
      assertThat(month.afterVnd()).isEqualTo(month.billVnd().subtract(month.cutVnd()));
      assertThat(month.cutVnd().scale()).isZero();
    }
  }

  private static Terms terms(String area, String rent, String first, String last, String signed) {
    return new Terms(
        new BigDecimal(area),
        day(first),
        day(last),
        day(signed),
        List.of(new Rate(day(first), new BigDecimal(rent))));
  }

  private static Cut cut(LocalDate from, @Nullable LocalDate until, String pct, boolean earlier) {
    return new Cut(from, from, until, new BigDecimal(pct), 60, earlier);
  }

  private static LocalDate day(String text) {
    return LocalDate.parse(text);
  }

  private static List<Long> sums(List<Month> months, Function<Month, BigDecimal> of) {
    return months.stream().map(month -> of.apply(month).longValueExact()).toList();
  }

  private static long total(List<Month> months, Function<Month, BigDecimal> of) {
    return sums(months, of).stream().mapToLong(Long::longValue).sum();
  }
}
