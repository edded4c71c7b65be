package vn.khuxuong.tenancy.hold;

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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.khuxuong.tenancy.Answer;
import vn.khuxuong.tenancy.Asked;
import vn.khuxuong.tenancy.Paging;
import vn.khuxuong.tenancy.Turnstile;
import vn.khuxuong.tenancy.Versions;

/** Holds over HTTP: a firm's own, an officer's all. */
@RestController
@RequestMapping(HoldController.PATH)
class HoldController {
  static final String PATH = "/api/v1/holds";

  private static final String NO_REASON = "no longer needed";

  private final Holds holds;
  private final Turnstile turnstile;

  HoldController(Holds holds, Turnstile turnstile) {
    this.holds = holds;
    this.turnstile = turnstile;
  }

  /** Holds bays; with a key it may be sent again when no answer came. */
  @PostMapping
  ResponseEntity<HoldJson> make(
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable UUID key,
      @RequestBody HoldAsked asked) {
    Hold hold = turnstile.pass(() -> holds.make(asked, key));
    return Answer.made(PATH, hold, HoldJson.of(hold));
  }

  @GetMapping("/{id}")
  ResponseEntity<HoldJson> get(@PathVariable long id) {
    return answer(holds.get(id));
  }

  @GetMapping
  ResponseEntity<HoldJson.Page> list(
      @RequestParam(required = false) Hold.@Nullable Status status,
      @RequestParam(required = false) @Nullable Long before,
      @RequestParam(defaultValue = "50") int limit) {
    Paging paging = new Paging(PATH, limit);
    List<Hold> found = holds.list(status, before, paging.withOneMore());
    return paging.answer(found, status, HoldJson::of, HoldJson.Page::new);
  }

  /** Gives the bays back. Sent again it changes nothing and answers the same. */
  @DeleteMapping("/{id}")
  ResponseEntity<Void> release(
      @PathVariable long id,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @RequestParam(required = false) @Nullable String reason) {
    String why = reason == null ? NO_REASON : Asked.reason(reason);
    turnstile.pass(
        () -> holds.release(id, why, hold -> Versions.refuseStale(ifMatch, id, hold.version())));
    return ResponseEntity.noContent().build();
  }

  /** Another deadline, and why. */
  record Extension(@Nullable String deadline, @Nullable String reason) {}

  @PostMapping("/{id}/extend")
  @PreAuthorize("hasRole('OFFICER')")
  ResponseEntity<HoldJson> extend(
      @PathVariable long id,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @RequestBody Extension asked) {
    return answer(
        holds.extend(
            id,
            Asked.moment("deadline", asked.deadline()),
            Asked.reason(asked.reason()),
            hold -> Versions.refuseStale(ifMatch, id, hold.version())));
  }

  private static ResponseEntity<HoldJson> answer(Hold hold) {
    return Answer.of(hold, HoldJson.of(hold));
  }
}
