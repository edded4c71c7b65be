package vn.khuxuong.conversion.aim;

import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Officers write what a zone is to become: {@code POST /api/v1/conversions/{zone}/sectors}, {@code
 * …/eco-findings}, {@code …/share-targets}, {@code …/balances}, {@code …/milestones}, {@code
 * …/responsibles}. Nothing is changed: a later row counts from its day on. Each answers with the
 * whole aim of today; {@code If-Match} takes the tag of the part out of its {@code versions}.
 */
@RestController
@RequestMapping("/api/v1/conversions/{zone}")
@PreAuthorize("hasRole('OFFICER')")
class AimController {
  private final SetAims aims;

  AimController(SetAims aims) {
    this.aims = aims;
  }

  @PostMapping("/sectors")
  ResponseEntity<AimJson> sector(
      @PathVariable String zone,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @RequestBody AimAsked.Sector asked) {
    return made(aims.sector(zone, asked, ifMatch));
  }

  @PostMapping("/eco-findings")
  ResponseEntity<AimJson> finding(
      @PathVariable String zone,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @RequestBody AimAsked.Finding asked) {
    return made(aims.finding(zone, asked, ifMatch));
  }

  @PostMapping("/share-targets")
  ResponseEntity<AimJson> target(
      @PathVariable String zone,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @RequestBody AimAsked.Target asked) {
    return made(aims.target(zone, asked, ifMatch));
  }

  @PostMapping("/balances")
  ResponseEntity<AimJson> balance(
      @PathVariable String zone,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @RequestBody AimAsked.Balance asked) {
    return made(aims.balance(zone, asked, ifMatch));
  }

  @PostMapping("/milestones")
  ResponseEntity<AimJson> milestone(
      @PathVariable String zone,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @RequestBody AimAsked.Milestone asked) {
    return made(aims.milestone(zone, asked, ifMatch));
  }

  @PostMapping("/responsibles")
  ResponseEntity<AimJson> responsible(
      @PathVariable String zone,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @RequestBody AimAsked.Responsible asked) {
    return made(aims.responsible(zone, asked, ifMatch));
  }

  private static ResponseEntity<AimJson> made(AimJson aim) {
    return ResponseEntity.status(HttpStatus.CREATED).cacheControl(CacheControl.noStore()).body(aim);
  }
}
