package vn.khuxuong.tenancy.lease;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.khuxuong.platform.audit.Audit;
import vn.khuxuong.tenancy.Parties;
import vn.khuxuong.tenancy.Party;
import vn.khuxuong.tenancy.ProcessProblem;
import vn.khuxuong.tenancy.RequestKey;
import vn.khuxuong.tenancy.RequestStore;
import vn.khuxuong.tenancy.Versions;

/**
 * A firm asks for a further term, for another firm to take its lease over, or for an earlier end;
 * an officer grants it, which does that to the lease then and there, or refuses it.
 */
@Component
class LeaseRequests {
  private static final String REQUEST = "lease-request";

  private final LeaseRequestStore store;
  private final LeaseStore leaseStore;
  private final Leases leases;
  private final RequestStore named;
  private final Parties parties;
  private final Audit audit;

  LeaseRequests(
      LeaseRequestStore store,
      LeaseStore leaseStore,
      Leases leases,
      RequestStore named,
      Parties parties,
      Audit audit) {
    this.store = store;
    this.leaseStore = leaseStore;
    this.leases = leases;
    this.named = named;
    this.parties = parties;
    this.audit = audit;
  }

  /**
   * Asks; one thing at a time for each lease.
   *
   * @param key where the caller's request of that name is written already, it is returned
   */
  @PreAuthorize("hasRole('FIRM')")
  @Transactional
  public LeaseRequest make(long leaseId, LeaseRequestAsked asked, @Nullable UUID key) {
    Party party = parties.caller();
    LeaseRequestAsked.Reading wanted = asked.read();
    RequestKey request = RequestKey.of(key, new Named(leaseId, asked));
    Optional<Long> earlier =
        named.findEarlier(RequestStore.Made.LEASE_REQUESTS, party.username(), request);
    if (earlier.isPresent()) {
      return store.find(earlier.get()).orElseThrow();
    }
    Lease lease = leases.running(leaseId, wanted.kind(), null);
    Long heir = null;
    switch (wanted.kind()) {
      case END -> leases.refuseBadEnd(lease, "day", Objects.requireNonNull(wanted.day()));
      case TRANSFER -> {
        leases.refuseBadTransfer(lease, "day", Objects.requireNonNull(wanted.day()));
        heir = leases.heir(lease, Objects.requireNonNull(wanted.firm())).id();
      }
      case RENEW -> {
        // whether the bays are free afterwards is seen when it is granted
      }
    }
    if (store.hasOpen(leaseId)) {
      throw ProcessProblem.WRONG_STATE
          .with(
              "Hợp đồng này đã có một yêu cầu đang chờ ban quản lý.",
              "A request about this lease already waits for the authority.")
          .remedy(
              "Rút yêu cầu đó trước: DELETE /api/v1/lease-requests/{id}.",
              "Take that one back first: DELETE /api/v1/lease-requests/{id}.");
    }
    long id = store.insert(lease, wanted, heir, party.username(), request);
    audit.record(
        "lease.requested",
        REQUEST,
        String.valueOf(id),
        Map.of("lease", leaseId, "kind", wanted.kind().name(), "reason", wanted.reason()));
    return store.find(id).orElseThrow();
  }

  /** What a named request asked for, with the lease it was about. */
  private record Named(long lease, LeaseRequestAsked asked) {}

  /** The caller's requests, an officer's are all there are; the newest first. */
  @PreAuthorize("hasAnyRole('FIRM', 'OFFICER')")
  @Transactional(readOnly = true)
  public List<LeaseRequest> list(
      LeaseRequest.@Nullable Status status, @Nullable Long before, int most) {
    Party party = parties.caller();
    return !party.officer() && party.firmId() == null
        ? List.of()
        : store.list(party.firmId(), status, before, most);
  }

  /** A request that the caller may see. */
  @PreAuthorize("hasAnyRole('FIRM', 'OFFICER')")
  @Transactional(readOnly = true)
  public LeaseRequest get(long id) {
    return visible(id);
  }

  /** Does to the lease what was asked for. */
  @PreAuthorize("hasRole('OFFICER')")
  @Transactional
  public LeaseRequest grant(long id, String reason, @Nullable String ifMatch) {
    LeaseRequest request = open(id, ifMatch);
    String why = "request " + id + ": " + reason;
    Lease result =
        switch (request.kind()) {
          case RENEW ->
              leases.renew(request.leaseId(), Objects.requireNonNull(request.months()), why, null);
          case TRANSFER ->
              leases.transfer(
                  request.leaseId(),
                  Objects.requireNonNull(request.toFirm()),
                  Objects.requireNonNull(request.day()),
                  why,
                  null);
          case END ->
              leases.end(request.leaseId(), Objects.requireNonNull(request.day()), why, null);
        };
    store.grant(id, result.id(), parties.caller().username(), reason);
    return recorded(id, "lease-request.granted", reason);
  }

  @PreAuthorize("hasRole('OFFICER')")
  @Transactional
  public LeaseRequest refuse(long id, String reason, @Nullable String ifMatch) {
    open(id, ifMatch);
    store.end(id, LeaseRequest.Status.REFUSED, parties.caller().username(), reason);
    return recorded(id, "lease-request.refused", reason);
  }

  /** The firm takes it back; does nothing where that was done already. */
  @PreAuthorize("hasRole('FIRM')")
  @Transactional
  public LeaseRequest withdraw(long id, @Nullable String ifMatch) {
    if (visible(id).status() == LeaseRequest.Status.WITHDRAWN) {
      return visible(id);
    }
    open(id, ifMatch);
    store.end(id, LeaseRequest.Status.WITHDRAWN, parties.caller().username(), "withdrawn");
    return recorded(id, "lease-request.withdrawn", "withdrawn");
  }

  private LeaseRequest recorded(long id, String action, String reason) {
    audit.record(action, REQUEST, String.valueOf(id), Map.of("reason", reason));
    return store.find(id).orElseThrow();
  }

  private LeaseRequest open(long id, @Nullable String ifMatch) {
    leaseStore.find(visible(id).leaseId()).ifPresent(lease -> leases.takeTurns(lease.claim().id()));
    LeaseRequest request = visible(id);
    if (request.status() != LeaseRequest.Status.OPEN) {
      throw ProcessProblem.WRONG_STATE
          .with(
              "Yêu cầu này đã kết thúc (" + request.status() + ").",
              "This request has ended (" + request.status() + ").")
          .with("status", request.status().name());
    }
    Versions.refuseStale(ifMatch, id, request.version());
    return request;
  }

  private LeaseRequest visible(long id) {
    return store
        .find(id)
        .filter(request -> parties.caller().sees(request.firmId()))
        .orElseThrow(
            () ->
                ProcessProblem.UNKNOWN_LEASE_REQUEST
                    .with("Không có yêu cầu số " + id + ".", "There is no request " + id + ".")
                    .field("id"));
  }
}
