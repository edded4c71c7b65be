package vn.khuxuong.tenancy.incentive;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Rent of a lease by calendar month in whole VND, before and after a cut. A month that is let in
 * part, or whose rent or cut changes in it, is worked out by days; only the sums of a month are
 * rounded, half up. Without service charge and tax.
 */
final class LeaseMonths {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private LeaseMonths() {}

  /**
   * A rent from a day on.
   *
   * @param vndM2Month VND per m² and month
   */
  record Rate(LocalDate from, BigDecimal vndM2Month) {}

  /**
   * What is let and what it costs.
   *
   * @param first day let
   * @param last day let; before the first where it never began
   * @param contractOn day from which the months of a cut are counted
   * @param rates at least one; the first holds from the beginning, whatever its day
   */
  record Terms(
      BigDecimal areaM2, LocalDate first, LocalDate last, LocalDate contractOn, List<Rate> rates) {
    Terms {
      rates = rates.stream().sorted(Comparator.comparing(Rate::from)).toList();
      if (rates.isEmpty() || areaM2.signum() <= 0) {
        throw new IllegalArgumentException("Terms of a lease");
      }
    }
  }

  /**
   * A dated version of a rent cut.
   *
   * @param lawFrom first day of its first version
   * @param from first day of this version
   * @param until last day in force, null where none is set
   * @param pct least cut, percent
   * @param months counted from the contract
   * @param earlierContracts whether contracts signed before {@code lawFrom} have the months that
   *     are left
   */
  record Cut(
      LocalDate lawFrom,
      LocalDate from,
      @Nullable LocalDate until,
      BigDecimal pct,
      int months,
      boolean earlierContracts) {

    /** Whether rent of the day is cut. */
    boolean covers(LocalDate day, LocalDate contractOn) {
      return !day.isBefore(from)
          && (until == null || !day.isAfter(until))
          && (earlierContracts || !contractOn.isBefore(lawFrom))
          && !day.isBefore(contractOn)
          && day.isBefore(contractOn.plusMonths(months));
    }
  }

  /**
   * A calendar month of a lease.
   *
   * @param first day let in it, {@code last} likewise
   * @param days let in it
   * @param cutDays days of them whose rent is cut
   * @param billVnd before the cut
   * @param cutVnd the cut
   * @param afterVnd what is left: bill less cut
   */
  record Month(
      YearMonth month,
      LocalDate first,
      LocalDate last,
      int days,
      int daysInMonth,
      int cutDays,
      BigDecimal billVnd,
      BigDecimal cutVnd,
      BigDecimal afterVnd) {}

  /** The months of a lease in order; none for one that never began. */
  static List<Month> of(Terms terms, List<Cut> cuts) {
    List<Month> months = new ArrayList<>();
    YearMonth last = YearMonth.from(terms.last());
    for (YearMonth month = YearMonth.from(terms.first());
        !month.isAfter(last) && !terms.last().isBefore(terms.first());
        month = month.plusMonths(1)) {
      months.add(month(month, terms, cuts));
    }
    return months;
  }

  private static Month month(YearMonth month, Terms terms, List<Cut> cuts) {
    LocalDate first = later(month.atDay(1), terms.first());
    LocalDate last = earlier(month.atEndOfMonth(), terms.last());
    BigDecimal all = BigDecimal.ZERO;
    Map<BigDecimal, BigDecimal> byCut = new TreeMap<>();
    int cutDays = 0;
    for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
      BigDecimal rent = rate(terms, day);
      all = all.add(rent);
      BigDecimal pct = pct(cuts, day, terms.contractOn());
      if (pct.signum() > 0) {
        cutDays++;
        byCut.merge(pct, rent, BigDecimal::add);
      }
    }
    BigDecimal bill = vnd(all, terms.areaM2(), month);
    BigDecimal cut = BigDecimal.ZERO;
    for (Map.Entry<BigDecimal, BigDecimal> part : byCut.entrySet()) {
      BigDecimal base = vnd(part.getValue(), terms.areaM2(), month);
      // as RentCut has it: what is left is rounded, and the cut is the difference
      BigDecimal left =
          base.multiply(HUNDRED.subtract(part.getKey()))
              .divide(HUNDRED)
              .setScale(0, RoundingMode.HALF_UP);
      cut = cut.add(base.subtract(left));
    }
    return new Month(
        month,
        first,
        last,
        last.getDayOfMonth() - first.getDayOfMonth() + 1,
        month.lengthOfMonth(),
        cutDays,
        bill,
        cut,
        bill.subtract(cut));
  }

  /** Rents per m² of days, summed, times area, as a share of the month. */
  private static BigDecimal vnd(BigDecimal dayRents, BigDecimal areaM2, YearMonth month) {
    return dayRents
        .multiply(areaM2)
        .divide(BigDecimal.valueOf(month.lengthOfMonth()), 0, RoundingMode.HALF_UP);
  }

  private static BigDecimal rate(Terms terms, LocalDate day) {
    Rate found = terms.rates().get(0);
    for (Rate rate : terms.rates()) {
      if (!rate.from().isAfter(day)) {
        found = rate;
      }
    }
    return found.vndM2Month();
  }

  private static BigDecimal pct(List<Cut> cuts, LocalDate day, LocalDate contractOn) {
    return cuts.stream()
        .filter(cut -> cut.covers(day, contractOn))
        .map(Cut::pct)
        .max(Comparator.naturalOrder())
        .orElse(BigDecimal.ZERO);
  }

  private static LocalDate later(LocalDate a, LocalDate b) {
    return a.isAfter(b) ? a : b;
  }

  private static LocalDate earlier(LocalDate a, LocalDate b) {
    return a.isBefore(b) ? a : b;
  }
}
