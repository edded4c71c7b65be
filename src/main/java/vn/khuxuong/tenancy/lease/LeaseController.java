package vn.khuxuong.tenancy.lease;

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
import vn.khuxuong.space.ClaimWish;
import vn.khuxuong.tenancy.Answer;
import vn.khuxuong.tenancy.ApplicationProcess.LeaseState;
import vn.khuxuong.tenancy.Asked;
import vn.khuxuong.tenancy.Paging;

/** Leases over HTTP: a firm reads its own, an officer keeps them all. */
@RestController
@RequestMapping(LeaseController.PATH)
class LeaseController {
  static final String PATH = "/api/v1/leases";

  private final Leases leases;

  LeaseController(Leases leases) {
    this.leases = leases;
  }

  @GetMapping("/{id}")
  ResponseEntity<LeaseJson> get(@PathVariable long id) {
    return answer(leases.get(id));
  }

  @GetMapping
  ResponseEntity<LeaseJson.Page> list(
      @RequestParam(required = false) @Nullable LeaseState status,
      @RequestParam(required = false) @Nullable Long before,
      @RequestParam(defaultValue = "50") int limit) {
    Paging paging = new Paging(PATH, limit);
    List<Lease> found = leases.list(status, before, paging.withOneMore());
    return paging.answer(found, status, LeaseJson::of, LeaseJson.Page::new);
  }

  /** The last day ({@code yyyy-mm-dd}) and why. */
  record Ending(@Nullable String lastDay, @Nullable String reason) {}

  @PostMapping("/{id}/end")
  @PreAuthorize("hasRole('OFFICER')")
  ResponseEntity<LeaseJson> end(
      @PathVariable long id,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @RequestBody Ending asked) {
    return answer(
        leases.end(
            id, Asked.day("lastDay", asked.lastDay()), Asked.reason(asked.reason()), ifMatch));
  }

  /** The further term, in months, and why. */
  record Renewal(@Nullable Integer months, @Nullable String reason) {}

  @PostMapping("/{id}/renew")
  @PreAuthorize("hasRole('OFFICER')")
  ResponseEntity<LeaseJson> renew(
      @PathVariable long id,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @RequestBody Renewal asked) {
    return created(
        leases.renew(
            id,
            Asked.whole("months", asked.months(), 1, ClaimWish.MOST_MONTHS),
            Asked.reason(asked.reason()),
            ifMatch));
  }

  /** The firm's code, its first day ({@code yyyy-mm-dd}) and why. */
  record Transfer(@Nullable String firm, @Nullable String from, @Nullable String reason) {}

  @PostMapping("/{id}/transfer")
  @PreAuthorize("hasRole('OFFICER')")
  ResponseEntity<LeaseJson> transfer(
      @PathVariable long id,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @RequestBody Transfer asked) {
    return created(
        leases.transfer(
            id,
            Asked.required("firm", asked.firm()),
            Asked.day("from", asked.from()),
            Asked.reason(asked.reason()),
            ifMatch));
  }

  private static ResponseEntity<LeaseJson> created(Lease lease) {
    return Answer.made(PATH, lease, LeaseJson.of(lease));
  }

  private static ResponseEntity<LeaseJson> answer(Lease lease) {
    return Answer.of(lease, LeaseJson.of(lease));
  }
}
