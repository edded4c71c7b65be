package vn.khuxuong.tenancy.incentive;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.khuxuong.platform.web.Language;

/**
 * Answer of {@code GET /api/v1/leases/{id}/months}; money in whole VND.
 *
 * @param version of the lease, named by {@code If-Match} of a new rent
 * @param contractOn day from which the months of the cut are counted
 * @param rates rents per m² and month, each from its day on
 * @param programme rent cut that is worked out, null where none is in force
 * @param conditional whether the cut hangs on evidence that is still missing
 * @param vi why something is cut, or nothing
 * @param scheduleVnd what the lease schedule bills in all
 * @param reconciled whether the schedule bills each month as {@code billVnd} has it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record LeaseMonthsJson(
    long lease,
    int version,
    String contractNo,
    String dataStatus,
    LocalDate from,
    LocalDate until,
    LocalDate signedOn,
    LocalDate contractOn,
    BigDecimal areaM2,
    List<Rate> rates,
    @Nullable ProgrammeJson programme,
    boolean conditional,
    String vi,
    String en,
    BigDecimal billVnd,
    BigDecimal cutVnd,
    BigDecimal afterVnd,
    BigDecimal scheduleVnd,
    boolean reconciled,
    List<MonthJson> months) {

  /** A rent from a day on. */
  record Rate(LocalDate from, BigDecimal vndM2Month) {}

  /**
   * A month.
   *
   * @param month {@code yyyy-mm}
   */
  record MonthJson(
      String month,
      LocalDate from,
      LocalDate until,
      int days,
      int daysInMonth,
      int cutDays,
      BigDecimal billVnd,
      BigDecimal cutVnd,
      BigDecimal afterVnd) {
    static MonthJson of(LeaseMonths.Month one) {
      return new MonthJson(
          one.month().toString(),
          one.first(),
          one.last(),
          one.days(),
          one.daysInMonth(),
          one.cutDays(),
          one.billVnd(),
          one.cutVnd(),
          one.afterVnd());
    }
  }

  static LeaseMonthsJson of(LeaseMoney.Reckoning found) {
    LeaseMonths.Terms terms = found.lease().terms();
    Match match = found.match();
    Programme programme = found.programme();
    return new LeaseMonthsJson(
        found.lease().id(),
        found.lease().version(),
        found.lease().contractNo(),
        found.lease().dataStatus(),
        terms.first(),
        terms.last(),
        found.lease().signedOn(),
        terms.contractOn(),
        terms.areaM2(),
        terms.rates().stream().map(rate -> new Rate(rate.from(), rate.vndM2Month())).toList(),
        programme == null ? null : ProgrammeJson.of(programme, match),
        match != null && match.verdict() == Match.Verdict.MISSING_EVIDENCE,
        why(found, Language.VI),
        why(found, Language.EN),
        found.sum(LeaseMonths.Month::billVnd),
        found.sum(LeaseMonths.Month::cutVnd),
        found.sum(LeaseMonths.Month::afterVnd),
        found.scheduled(),
        found.isReconciled(),
        found.months().stream().map(MonthJson::of).toList());
  }

  private static String why(LeaseMoney.Reckoning found, Language language) {
    Match match = found.match();
    LocalDate lawFrom = found.lawFrom();
    if (match == null || lawFrom == null) {
      return language.choose(
          "Hiện không có quy định giảm tiền thuê nào.", "No rent cut is in force.");
    }
    String verdict = match.sentence(language == Language.VI);
    if (match.verdict() == Match.Verdict.NOT_ELIGIBLE) {
      return verdict;
    }
    long months = found.months().stream().filter(month -> month.cutDays() > 0).count();
    LocalDate contract = found.lease().terms().contractOn();
    if (months > 0) {
      return verdict
          + language.choose(
              " Tính từ hợp đồng ngày "
                  + Language.VI.date(contract)
                  + ", có "
                  + months
                  + " tháng được giảm.",
              " Counted from the contract of "
                  + Language.EN.date(contract)
                  + ", the rent of "
                  + months
                  + " months is cut.");
    }
    return contract.isBefore(lawFrom)
        ? verdict
            + language.choose(
                " Hợp đồng ký ngày "
                    + Language.VI.date(contract)
                    + ", trước ngày quy định có hiệu"
                    + " lực ("
                    + Language.VI.date(lawFrom)
                    + "); chưa có quy định cho hợp đồng cũ nên không tính giảm.",
                " The contract of "
                    + Language.EN.date(contract)
                    + " is older than the rule ("
                    + Language.EN.date(lawFrom)
                    + "); no rule for older contracts was found, so nothing is cut.")
        : verdict
            + language.choose(
                " Thời gian được giảm tính từ hợp đồng ngày "
                    + Language.VI.date(contract)
                    + " đã hết.",
                " The time of the cut, counted from the contract of "
                    + Language.EN.date(contract)
                    + ", is over.");
  }
}
