package vn.khuxuong.tenancy.incentive;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.khuxuong.platform.audit.Audit;
import vn.khuxuong.tenancy.ApplicationProcess.LeaseState;
import vn.khuxuong.tenancy.Asked;
import vn.khuxuong.tenancy.Parties;
import vn.khuxuong.tenancy.ProcessProblem;
import vn.khuxuong.tenancy.Versions;
import vn.khuxuong.tenancy.firm.Firm;
import vn.khuxuong.tenancy.firm.FirmStore;
import vn.khuxuong.tenancy.firm.LawStore;

/**
 * What a lease bills month by month, what a rent cut would leave of it, and whether both
 * reckonings, this one and the database's schedule, say the same.
 */
@Component
class LeaseMoney {
  private static final Logger log = LoggerFactory.getLogger(LeaseMoney.class);

  private final MoneyStore store;
  private final Programmes programmes;
  private final FirmStore firms;
  private final LawStore law;
  private final Parties parties;
  private final Audit audit;

  LeaseMoney(
      MoneyStore store,
      Programmes programmes,
      FirmStore firms,
      LawStore law,
      Parties parties,
      Audit audit) {
    this.store = store;
    this.programmes = programmes;
    this.firms = firms;
    this.law = law;
    this.parties = parties;
    this.audit = audit;
  }

  /**
   * The answer.
   *
   * @param programme rent cut that is worked out, null where none is in force
   * @param match what its rules say of the firm; nothing is cut for one that is not eligible
   * @param schedule what the lease bills by the database's reckoning
   */
  record Reckoning(
      MoneyStore.Leased lease,
      @Nullable Programme programme,
      @Nullable Match match,
      @Nullable LocalDate lawFrom,
      List<LeaseMonths.Month> months,
      List<MoneyStore.Bill> schedule) {
    Reckoning {
      months = List.copyOf(months);
      schedule = List.copyOf(schedule);
    }

    BigDecimal sum(Function<LeaseMonths.Month, BigDecimal> of) {
      return months.stream().map(of).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    BigDecimal scheduled() {
      return schedule.stream()
          .map(MoneyStore.Bill::billVnd)
          .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Whether each month is billed as it was worked out, and so the sums are the same. */
    boolean isReconciled() {
      if (months.size() != schedule.size()) {
        return false;
      }
      for (int i = 0; i < months.size(); i++) {
        LeaseMonths.Month month = months.get(i);
        MoneyStore.Bill bill = schedule.get(i);
        if (!month.month().atDay(1).equals(bill.month())
            || !month.first().equals(bill.firstDay())
            || !month.last().equals(bill.lastDay())
            || month.billVnd().compareTo(bill.billVnd()) != 0) {
          return false;
        }
      }
      return true;
    }
  }

  /** Works a lease out that the caller may see. */
  @PreAuthorize("hasAnyRole('FIRM', 'OFFICER')")
  @Transactional(readOnly = true)
  public Reckoning reckon(long id) {
    MoneyStore.Leased lease = visible(id);
    Firm firm = firms.find(lease.firmId()).orElseThrow();
    Map<String, List<LeaseMonths.Cut>> cuts = store.cuts();
    List<MoneyStore.Bill> schedule = store.schedule(id);
    Optional<Reckoning> best =
        programmes.catalogue(null, null).programmes().stream()
            .filter(one -> one.cutPct() != null && cuts.containsKey(one.code()))
            .map(one -> with(one, lease, firm, cuts, schedule))
            .min(
                Comparator.comparing(
                        (Reckoning one) -> Objects.requireNonNull(one.match()).verdict())
                    .thenComparing(
                        one -> one.sum(LeaseMonths.Month::cutVnd), Comparator.reverseOrder()));
    Reckoning found =
        best.orElseGet(
            () ->
                new Reckoning(
                    lease, null, null, null, LeaseMonths.of(lease.terms(), List.of()), schedule));
    if (!found.isReconciled()) {
      log.error("Lease {} bills other sums than its months", id);
    }
    return found;
  }

  private Reckoning with(
      Programme one,
      MoneyStore.Leased lease,
      Firm firm,
      Map<String, List<LeaseMonths.Cut>> all,
      List<MoneyStore.Bill> schedule) {
    Match match = programmes.match(firm, one);
    List<LeaseMonths.Cut> cuts = Objects.requireNonNull(all.get(one.code()));
    return new Reckoning(
        lease,
        one,
        match,
        cuts.get(0).lawFrom(),
        LeaseMonths.of(
            lease.terms(), match.verdict() == Match.Verdict.NOT_ELIGIBLE ? List.of() : cuts),
        schedule);
  }

  /**
   * Records a rent that holds from a day on.
   *
   * @param from from today on, within the lease
   */
  @PreAuthorize("hasRole('OFFICER')")
  @Transactional
  public void step(
      long id, LocalDate from, BigDecimal rent, String reason, @Nullable String ifMatch) {
    visible(id);
    store.touch(id);
    MoneyStore.Leased lease = visible(id);
    if (!lease.status().equals(LeaseState.RUNNING.name())) {
      throw ProcessProblem.WRONG_STATE
          .with(
              "Hợp đồng này đã chuyển sang trạng thái " + lease.status() + ".",
              "This lease is " + lease.status() + ".")
          .with("status", lease.status());
    }
    Versions.refuseStale(ifMatch, id, lease.version() - 1);
    LocalDate today = law.today();
    LocalDate first = lease.terms().first().isAfter(today) ? lease.terms().first() : today;
    if (from.isBefore(first) || from.isAfter(lease.terms().last())) {
      throw Asked.bad(
          "from",
          "\"from\" phải từ " + first + " đến " + lease.terms().last() + ".",
          "\"from\" must be between " + first + " and " + lease.terms().last() + ".");
    }
    if (!store.insertStep(id, from, rent, reason, parties.caller().username())) {
      throw ProcessProblem.WRONG_STATE
          .with("Ngày này đã có giá thuê mới.", "That day has a new rent already.")
          .field("from");
    }
    audit.record(
        "lease.rent-step-recorded",
        "lease",
        String.valueOf(id),
        Map.of("from", from.toString(), "rentVndM2Month", rent, "reason", reason));
  }

  private MoneyStore.Leased visible(long id) {
    return store
        .find(id)
        .filter(lease -> parties.caller().sees(lease.firmId()))
        .orElseThrow(
            () ->
                ProcessProblem.UNKNOWN_LEASE
                    .with("Không có hợp đồng số " + id + ".", "There is no lease " + id + ".")
                    .field("id"));
  }
}
