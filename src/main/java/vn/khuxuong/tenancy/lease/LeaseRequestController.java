package vn.khuxuong.tenancy.lease;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.khuxuong.tenancy.Answer;
import vn.khuxuong.tenancy.ApplicationProcess.LeaseAction;
import vn.khuxuong.tenancy.Asked;
import vn.khuxuong.tenancy.Paging;

/** What firms ask for about their leases, over HTTP: a firm's own, an officer's all. */
@RestController
class LeaseRequestController {
  private static final String PATH = "/api/v1/lease-requests";

  private final LeaseRequests requests;

  LeaseRequestController(LeaseRequests requests) {
    this.requests = requests;
  }

  /** A request as it is sent; members as in {@link LeaseRequest}. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Json(
      long id,
      long lease,
      String firm,
      LeaseAction kind,
      @Nullable Integer months,
      @Nullable LocalDate day,
      @Nullable String toFirm,
      String reason,
      LeaseRequest.Status status,
      OffsetDateTime madeAt,
      @Nullable OffsetDateTime endedAt,
      @Nullable String endReason,
      @Nullable String result) {

    static Json of(LeaseRequest request) {
      return new Json(
          request.id(),
          request.leaseId(),
          request.firmCode(),
          request.kind(),
          request.months(),
          request.day(),
          request.toFirm(),
          request.reason(),
          request.status(),
          request.madeAt(),
          request.endedAt(),
          request.endReason(),
          request.resultId() == null ? null : LeaseController.PATH + "/" + request.resultId());
    }
  }

  /** Answer of {@code GET /api/v1/lease-requests}: the newest first, and where it goes on. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Page(List<Json> requests, @Nullable String next) {}

  /** Why an officer decides so. */
  record Decision(@Nullable String reason) {}

  @PostMapping(LeaseController.PATH + "/{id}/requests")
  @PreAuthorize("hasRole('FIRM')")
  ResponseEntity<Json> make(
      @PathVariable long id,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable UUID key,
      @RequestBody LeaseRequestAsked asked) {
    LeaseRequest made = requests.make(id, asked, key);
    return Answer.made(PATH, made, Json.of(made));
  }

  @GetMapping(PATH)
  ResponseEntity<Page> list(
      @RequestParam(required = false) LeaseRequest.@Nullable Status status,
      @RequestParam(required = false) @Nullable Long before,
      @RequestParam(defaultValue = "50") int limit) {
    Paging paging = new Paging(PATH, limit);
    return paging.answer(
        requests.list(status, before, paging.withOneMore()), status, Json::of, Page::new);
  }

  @GetMapping(PATH + "/{id}")
  ResponseEntity<Json> get(@PathVariable long id) {
    return answer(requests.get(id));
  }

  @PostMapping(PATH + "/{id}/grant")
  @PreAuthorize("hasRole('OFFICER')")
  ResponseEntity<Json> grant(
      @PathVariable long id,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @RequestBody Decision decision) {
    return answer(requests.grant(id, Asked.reason(decision.reason()), ifMatch));
  }

  @PostMapping(PATH + "/{id}/refuse")
  @PreAuthorize("hasRole('OFFICER')")
  ResponseEntity<Json> refuse(
      @PathVariable long id,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @RequestBody Decision decision) {
    return answer(requests.refuse(id, Asked.reason(decision.reason()), ifMatch));
  }

  @DeleteMapping(PATH + "/{id}")
  @PreAuthorize("hasRole('FIRM')")
  ResponseEntity<Json> withdraw(
      @PathVariable long id,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
    return answer(requests.withdraw(id, ifMatch));
  }

  private static ResponseEntity<Json> answer(LeaseRequest request) {
    return Answer.of(request, Json.of(request));
  }
}
