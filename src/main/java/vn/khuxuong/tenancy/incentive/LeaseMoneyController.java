package vn.khuxuong.tenancy.incentive;

import java.math.BigDecimal;
import java.util.List;
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
import vn.khuxuong.tenancy.CsvAnswer;

/** Money of a lease by month: its firm and officers read it, officers record new rents. */
@RestController
@RequestMapping("/api/v1/leases/{id}")
class LeaseMoneyController {
  private static final double MOST_VND = 1e9;

  private final LeaseMoney money;

  LeaseMoneyController(LeaseMoney money) {
    this.money = money;
  }

  @GetMapping("/months")
  @PreAuthorize("hasAnyRole('FIRM', 'OFFICER')")
  ResponseEntity<?> months(
      @PathVariable long id, @RequestParam(name = "f", defaultValue = "json") String format) {
    LeaseMonthsJson found = LeaseMonthsJson.of(money.reckon(id));
    return CsvAnswer.isAsked(format)
        ? CsvAnswer.of(
            "lease-" + id + "-months",
            List.of(
                "month",
                "from",
                "until",
                "days",
                "days_in_month",
                "cut_days",
                "bill_vnd",
                "cut_vnd",
                "after_vnd"),
            found.months().stream().map(LeaseMoneyController::line).toList())
        : Answer.of(found);
  }

  /**
   * A rent from a day on.
   *
   * @param from {@code yyyy-mm-dd}
   * @param rentVndM2Month VND per m² and month
   */
  record StepAsked(
      @Nullable String from, @Nullable Double rentVndM2Month, @Nullable String reason) {}

  @PostMapping("/rent-steps")
  @PreAuthorize("hasRole('OFFICER')")
  ResponseEntity<LeaseMonthsJson> step(
      @PathVariable long id,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @RequestBody StepAsked asked) {
    double rent =
        Asked.amount(
            "rentVndM2Month", Asked.required("rentVndM2Month", asked.rentVndM2Month()), MOST_VND);
    if (rent != Math.rint(rent)) {
      throw Asked.bad("rentVndM2Month", "Phải là số đồng tròn.", "It must be whole VND.");
    }
    money.step(
        id,
        Asked.day("from", asked.from()),
        BigDecimal.valueOf((long) rent),
        Asked.reason(asked.reason()),
        ifMatch);
    return Answer.of(LeaseMonthsJson.of(money.reckon(id)));
  }

  private static List<String> line(LeaseMonthsJson.MonthJson one) {
    return List.of(
        one.month(),
        one.from().toString(),
        one.until().toString(),
        String.valueOf(one.days()),
        String.valueOf(one.daysInMonth()),
        String.valueOf(one.cutDays()),
        one.billVnd().toPlainString(),
        one.cutVnd().toPlainString(),
        one.afterVnd().toPlainString());
  }
}
