package vn.khuxuong.tenancy.lease;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.khuxuong.platform.audit.Audit;
import vn.khuxuong.platform.problem.ProblemException;
import vn.khuxuong.space.Claim;
import vn.khuxuong.space.ClaimWish;
import vn.khuxuong.space.Claims;
import vn.khuxuong.space.Industry;
import vn.khuxuong.tenancy.ApplicationProcess;
import vn.khuxuong.tenancy.ApplicationProcess.LeaseAction;
import vn.khuxuong.tenancy.ApplicationProcess.LeaseState;
import vn.khuxuong.tenancy.Asked;
import vn.khuxuong.tenancy.Parties;
import vn.khuxuong.tenancy.Party;
import vn.khuxuong.tenancy.ProcessProblem;
import vn.khuxuong.tenancy.Versions;

/** Signs leases, ends them, and lets others follow them. */
@Component
public class Leases {
  private static final String LEASE = "lease";

  private final LeaseStore store;
  private final Claims claims;
  private final Parties parties;
  private final Audit audit;

  Leases(LeaseStore store, Claims claims, Parties parties, Audit audit) {
    this.store = store;
    this.claims = claims;
    this.parties = parties;
    this.audit = audit;
  }

  /**
   * What is paid.
   *
   * @param rentUsdM2Month USD per m² and month
   * @param rentVndM2Month VND per m² and month
   * @param serviceChargeUsdM2Month USD per m² and month
   * @param depositMonths deposit in months of rent and service charge, null where not settled
   */
  public record Terms(
      double rentUsdM2Month,
      double rentVndM2Month,
      double serviceChargeUsdM2Month,
      @Nullable Double depositMonths) {}

  /**
   * Records the contract behind a claim of kind LEASE in the running transaction.
   *
   * @param offer that was accepted
   * @return id of the lease
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public long sign(Claim claim, long firm, Terms terms, long offer) {
    long id = store.insert(claim.id(), firm, terms, offer, null);
    audit.record(
        "lease.signed", LEASE, String.valueOf(id), Map.of("offer", offer, "claim", claim.id()));
    return id;
  }

  /** A lease that the caller may see. */
  @PreAuthorize("hasAnyRole('FIRM', 'OFFICER')")
  @Transactional(readOnly = true)
  public Lease get(long id) {
    return visible(id);
  }

  /** The caller's leases, an officer's are all there are; the newest first. */
  @PreAuthorize("hasAnyRole('FIRM', 'OFFICER')")
  @Transactional(readOnly = true)
  public List<Lease> list(@Nullable LeaseState status, @Nullable Long before, int most) {
    Party party = parties.caller();
    return !party.officer() && party.firmId() == null
        ? List.of()
        : store.list(party.firmId(), status, before, most);
  }

  /**
   * Ends a lease before its time.
   *
   * @param last its last day, from today on; before its first day it never begins
   */
  @PreAuthorize("hasRole('OFFICER')")
  @Transactional
  public Lease end(long id, LocalDate last, String reason, @Nullable String ifMatch) {
    Lease lease = running(id, LeaseAction.END, ifMatch);
    refuseBadEnd(lease, "lastDay", last);
    shorten(lease, last, LeaseState.ENDED);
    audit.record(
        "lease.ended",
        LEASE,
        String.valueOf(id),
        Map.of("lastDay", last.toString(), "reason", reason));
    return store.find(id).orElseThrow();
  }

  /**
   * Lets the same bays to the same firm for a further term on the same terms; gives the lease that
   * follows.
   */
  @PreAuthorize("hasRole('OFFICER')")
  @Transactional
  public Lease renew(long id, int months, String reason, @Nullable String ifMatch) {
    Lease lease = running(id, LeaseAction.RENEW, ifMatch);
    ClaimWish wish = lease.claim().wish();
    LocalDate from = wish.until().plusDays(1);
    Claim claim =
        claims.let(over(wish, wish.industry(), from, from.plusMonths(months).minusDays(1)));
    long next = store.insert(claim.id(), lease.firmId(), lease.terms(), null, id);
    store.move(id, LeaseState.RENEWED, null, null);
    audit.record("lease.renewed", LEASE, String.valueOf(id), Map.of("by", next, "reason", reason));
    return store.find(next).orElseThrow();
  }

  /**
   * Another firm takes the rest of the term over, on the same terms; gives its lease.
   *
   * @param firm code of the firm; its line of business must be admitted on the floor
   * @param from its first day, from today on
   */
  @PreAuthorize("hasRole('OFFICER')")
  @Transactional
  public Lease transfer(
      long id, String firm, LocalDate from, String reason, @Nullable String ifMatch) {
    Lease lease = running(id, LeaseAction.TRANSFER, ifMatch);
    refuseBadTransfer(lease, "from", from);
    LeaseStore.Firm heir = heir(lease, firm);
    ClaimWish wish = lease.claim().wish();
    shorten(lease, from.minusDays(1), LeaseState.TRANSFERRED);
    Claim claim = claims.let(over(wish, heir.industry(), from, wish.until()));
    long next = store.insert(claim.id(), heir.id(), lease.terms(), null, id);
    audit.record(
        "lease.transferred",
        LEASE,
        String.valueOf(id),
        Map.of("to", firm, "by", next, "from", from.toString(), "reason", reason));
    return store.find(next).orElseThrow();
  }

  private void shorten(Lease lease, LocalDate last, LeaseState status) {
    Optional<Claim> rest =
        claims.shorten(lease.claim().id(), last, status.name().toLowerCase(Locale.ROOT));
    store.move(lease.id(), status, rest.map(Claim::id).orElse(null), last);
  }

  /** Refuses a last day that is none, under the name that it was sent by. */
  void refuseBadEnd(Lease lease, String member, LocalDate last) {
    refuseOutside(member, last, store.today(), lease.claim().wish().until().minusDays(1));
  }

  /** Likewise of another firm's first day. */
  void refuseBadTransfer(Lease lease, String member, LocalDate from) {
    ClaimWish wish = lease.claim().wish();
    LocalDate today = store.today();
    refuseOutside(member, from, wish.from().isAfter(today) ? wish.from() : today, wish.until());
  }

  /** The other firm of that code. */
  LeaseStore.Firm heir(Lease lease, String firm) {
    return store
        .firm(firm)
        .filter(found -> found.id() != lease.firmId())
        .orElseThrow(
            () ->
                ProcessProblem.UNKNOWN_FIRM
                    .with(
                        "Không có doanh nghiệp nào khác mang mã này.",
                        "No other firm has this code.")
                    .field("firm"));
  }

  /** Makes all claims on the building of a claim wait for this transaction. */
  void takeTurns(long claim) {
    claims.takeTurns(claim);
  }

  /** A lease that the caller may see and that may go on so, locked. */
  Lease running(long id, LeaseAction action, @Nullable String ifMatch) {
    claims.takeTurns(visible(id).claim().id());
    Lease lease = visible(id);
    if (ApplicationProcess.step(lease.status(), action).isEmpty()) {
      throw ProcessProblem.WRONG_STATE
          .with(
              "Hợp đồng này đã chuyển sang trạng thái " + lease.status() + ".",
              "This lease is " + lease.status() + ".")
          .with("status", lease.status().name());
    }
    Versions.refuseStale(ifMatch, id, lease.version());
    return lease;
  }

  private Lease visible(long id) {
    Lease lease = store.find(id).orElseThrow(() -> unknown(id));
    if (!parties.caller().sees(lease.firmId())) {
      throw unknown(id);
    }
    return lease;
  }

  private static ClaimWish over(
      ClaimWish wish, Industry industry, LocalDate from, LocalDate until) {
    return new ClaimWish(
        wish.floorId(),
        wish.firstBay(),
        wish.bayCount(),
        from,
        until,
        industry,
        wish.hazard(),
        wish.traits(),
        wish.loadKnM2(),
        wish.powerKva(),
        wish.wastewaterM3Day());
  }

  private static void refuseOutside(String member, LocalDate day, LocalDate first, LocalDate last) {
    if (day.isBefore(first) || day.isAfter(last)) {
      throw Asked.bad(
          member,
          "\"" + member + "\" phải từ " + first + " đến " + last + ".",
          "\"" + member + "\" must be between " + first + " and " + last + ".");
    }
  }

  private static ProblemException unknown(long id) {
    return ProcessProblem.UNKNOWN_LEASE
        .with("Không có hợp đồng số " + id + ".", "There is no lease " + id + ".")
        .field("id");
  }
}
