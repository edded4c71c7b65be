package vn.khuxuong.tenancy.application;

import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.khuxuong.platform.problem.ApiProblem;
import vn.khuxuong.tenancy.firm.FirmAccess;

/** {@code /api/v1/applications}: written, handed in, taken back, decided. */
@RestController
@RequestMapping("/api/v1/applications")
class ApplicationController {
  private static final String FIRM = "hasRole('FIRM')";
  private static final String OFFICER = "hasRole('OFFICER')";
  private static final String FIRM_OR_OFFICER = "hasAnyRole('FIRM', 'OFFICER')";
  private static final int PAGE = 50;
  private static final int MOST_OF_A_FIRM = 500;
  private static final int LONGEST_STATUS = 30;

  private final WriteApplication write;
  private final MoveApplication move;
  private final ApplicationStore applications;
  private final DocumentStore documents;
  private final ApplicationAccess access;
  private final FirmAccess firms;

  ApplicationController(
      WriteApplication write,
      MoveApplication move,
      ApplicationStore applications,
      DocumentStore documents,
      ApplicationAccess access,
      FirmAccess firms) {
    this.write = write;
    this.move = move;
    this.applications = applications;
    this.documents = documents;
    this.access = access;
    this.firms = firms;
  }

  /** Why an application is taken back. */
  record Withdrawal(@Nullable String reason) {}

  /** An officer's decision: ELIGIBLE, INELIGIBLE or INCOMPLETE, with its reason. */
  record Decision(@Nullable String decision, @Nullable String reason) {}

  /** Answer of {@code /completeness}. */
  record CompletenessJson(boolean complete, List<Missing> missing) {}

  /** A firm's own applications; for an officer those that were handed in. */
  @GetMapping
  @PreAuthorize(FIRM_OR_OFFICER)
  ResponseEntity<ApplicationJson.Page> list(
      @RequestParam(required = false) @Nullable String status,
      @RequestParam(required = false) @Nullable Long before) {
    ApplicationJson.Page page = firms.isOfficer() ? submitted(status, before) : own();
    return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(page);
  }

  private ApplicationJson.Page own() {
    return new ApplicationJson.Page(
        firms
            .ownFirmId()
            .map(firm -> applications.listOf(firm, MOST_OF_A_FIRM))
            .orElse(List.of())
            .stream()
            .map(ApplicationJson.Summary::of)
            .toList(),
        null);
  }

  private ApplicationJson.Page submitted(@Nullable String status, @Nullable Long before) {
    if (status != null && !status.matches("[A-Z_]{1," + LONGEST_STATUS + "}")) {
      throw ApiProblem.BAD_PARAMETER
          .with("Không có trạng thái này.", "There is no such status.")
          .field("status");
    }
    List<KeptApplication> found =
        applications.listSubmitted(status, before == null ? Long.MAX_VALUE : before, PAGE);
    return new ApplicationJson.Page(
        found.stream().map(ApplicationJson.Summary::of).toList(),
        found.size() < PAGE
            ? null
            : "/api/v1/applications?before="
                + found.get(PAGE - 1).id()
                + (status == null ? "" : "&status=" + status));
  }

  /** Makes a draft; with a key it may be sent again when no answer came. */
  @PostMapping
  @PreAuthorize(FIRM)
  ResponseEntity<ApplicationJson> make(
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable UUID key,
      @RequestBody ApplicationAsked asked) {
    KeptApplication made = write.make(asked, key);
    return answer(ResponseEntity.created(URI.create("/api/v1/applications/" + made.code())), made);
  }

  @GetMapping("/{code}")
  @PreAuthorize(FIRM_OR_OFFICER)
  ResponseEntity<ApplicationJson> get(@PathVariable String code) {
    return answer(ResponseEntity.ok(), access.readable(code));
  }

  @PutMapping("/{code}")
  @PreAuthorize(FIRM)
  ResponseEntity<ApplicationJson> change(
      @PathVariable String code,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @RequestBody ApplicationAsked asked) {
    return answer(ResponseEntity.ok(), write.change(code, ifMatch, asked));
  }

  @GetMapping("/{code}/completeness")
  @PreAuthorize(FIRM_OR_OFFICER)
  ResponseEntity<CompletenessJson> completeness(@PathVariable String code) {
    List<Missing> missing = move.missing(access.readable(code));
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(new CompletenessJson(missing.isEmpty(), missing));
  }

  @PostMapping("/{code}/submit")
  @PreAuthorize(FIRM)
  ResponseEntity<ApplicationJson> submit(
      @PathVariable String code,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
    return answer(ResponseEntity.ok(), move.submit(code, ifMatch));
  }

  @PostMapping("/{code}/withdraw")
  @PreAuthorize(FIRM)
  ResponseEntity<ApplicationJson> withdraw(
      @PathVariable String code,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @RequestBody Withdrawal body) {
    return answer(ResponseEntity.ok(), move.withdraw(code, ifMatch, body.reason()));
  }

  @PostMapping("/{code}/decide")
  @PreAuthorize(OFFICER)
  ResponseEntity<ApplicationJson> decide(
      @PathVariable String code,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @RequestBody Decision body) {
    return answer(ResponseEntity.ok(), move.decide(code, ifMatch, body.decision(), body.reason()));
  }

  private ResponseEntity<ApplicationJson> answer(
      ResponseEntity.BodyBuilder answer, KeptApplication application) {
    return answer
        .eTag(application.etag())
        .cacheControl(CacheControl.noStore().cachePrivate())
        .body(
            ApplicationJson.of(
                application,
                documents.list(application.id()),
                Status.isOpen(application.status()) ? move.missing(application) : List.of(),
                applications.steps(application.id())));
  }
}
