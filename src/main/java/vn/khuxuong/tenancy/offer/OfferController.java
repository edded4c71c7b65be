package vn.khuxuong.tenancy.offer;

import java.util.List;
import java.util.UUID;
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
import vn.khuxuong.tenancy.Paging;
import vn.khuxuong.tenancy.Turnstile;

/** Offers over HTTP: officers make them, firms answer. */
@RestController
@RequestMapping(OfferController.PATH)
class OfferController {
  static final String PATH = "/api/v1/offers";

  private final Offers offers;
  private final Turnstile turnstile;

  OfferController(Offers offers, Turnstile turnstile) {
    this.offers = offers;
    this.turnstile = turnstile;
  }

  /** Makes an offer; with a key it may be sent again when no answer came. */
  @PostMapping
  ResponseEntity<OfferJson> make(
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable UUID key,
      @RequestBody OfferAsked asked) {
    Offer offer = turnstile.pass(() -> offers.make(asked, key));
    return Answer.made(PATH, offer, OfferJson.of(offer));
  }

  @GetMapping("/{id}")
  ResponseEntity<OfferJson> get(@PathVariable long id) {
    return answer(offers.get(id));
  }

  @GetMapping
  ResponseEntity<OfferJson.Page> list(
      @RequestParam(required = false) Offer.@Nullable Status status,
      @RequestParam(required = false) @Nullable Long before,
      @RequestParam(defaultValue = "50") int limit) {
    Paging paging = new Paging(PATH, limit);
    List<Offer> found = offers.list(status, before, paging.withOneMore());
    return paging.answer(found, status, OfferJson::of, OfferJson.Page::new);
  }

  /** Why; the body of a firm's no and of an officer's second thoughts. */
  record Because(@Nullable String reason) {}

  @PostMapping("/{id}/accept")
  ResponseEntity<OfferJson> accept(
      @PathVariable long id,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
    return answer(turnstile.pass(() -> offers.accept(id, ifMatch)));
  }

  @PostMapping("/{id}/decline")
  @PreAuthorize("hasRole('FIRM')")
  ResponseEntity<OfferJson> decline(
      @PathVariable long id,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @RequestBody Because asked) {
    String reason = Asked.reason(asked.reason());
    return answer(turnstile.pass(() -> offers.decline(id, reason, ifMatch)));
  }

  @PostMapping("/{id}/withdraw")
  @PreAuthorize("hasRole('OFFICER')")
  ResponseEntity<OfferJson> withdraw(
      @PathVariable long id,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @RequestBody Because asked) {
    String reason = Asked.reason(asked.reason());
    return answer(turnstile.pass(() -> offers.withdraw(id, reason, ifMatch)));
  }

  private static ResponseEntity<OfferJson> answer(Offer offer) {
    return Answer.of(offer, OfferJson.of(offer));
  }
}
