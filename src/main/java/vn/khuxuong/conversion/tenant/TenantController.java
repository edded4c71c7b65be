package vn.khuxuong.conversion.tenant;

import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
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
import vn.khuxuong.tenancy.Asked;

/**
 * Tenants over HTTP: {@code GET /api/v1/conversions/{zone}/tenants} for staff; officers decide, add
 * figures and answer, firms contest. Kept by no cache.
 */
@RestController
@RequestMapping("/api/v1/conversions")
class TenantController {
  /** Those who read everything; officers alone write. */
  private static final String STAFF = "hasAnyRole('OFFICER', 'APPROVER', 'ADMIN')";

  private static final double MOST = 1e12;

  private final ConversionTenants tenants;
  private final JudgeTenant judge;

  TenantController(ConversionTenants tenants, JudgeTenant judge) {
    this.tenants = tenants;
    this.judge = judge;
  }

  private enum Subject {
    SECTOR,
    LABOUR,
    ENERGY,
    WATER,
    EMISSION,
    LAND_PER_JOB,
    VERDICT
  }

  private enum Outcome {
    ACCEPTED,
    REJECTED
  }

  private enum Group {
    I,
    II,
    III,
    IV
  }

  /** A decision; {@code leaveBy} for MOVE only. */
  record DecisionAsked(
      @Nullable String verdict,
      @Nullable String leaveBy,
      @Nullable String reason,
      @Nullable String signedBy) {}

  /** Figures of a day; what is left out is not known. */
  record FiguresAsked(
      @Nullable String asOf,
      @Nullable Integer jobs,
      @Nullable Double energyKwhYear,
      @Nullable Double waterM3Year,
      @Nullable String emissionGroup,
      @Nullable String source) {}

  /** What the firm says; subject is a criterion or VERDICT. */
  record ContestAsked(@Nullable String subject, @Nullable String reason) {}

  /** ACCEPTED or REJECTED, and why. */
  record AnswerAsked(@Nullable String outcome, @Nullable String reason) {}

  @GetMapping("/{zone}/tenants")
  @PreAuthorize(STAFF)
  ResponseEntity<ConversionTenants.Tenants> list(
      @PathVariable String zone, @RequestParam(required = false) @Nullable String on) {
    return kept(HttpStatus.OK, tenants.on(zone, on));
  }

  @PostMapping("/{zone}/tenants/{firm}/decisions")
  @PreAuthorize("hasRole('OFFICER')")
  ResponseEntity<TenantJson> decide(
      @PathVariable String zone,
      @PathVariable String firm,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @RequestBody DecisionAsked asked) {
    return kept(
        HttpStatus.CREATED,
        judge.decide(
            zone,
            firm,
            Asked.oneOf("verdict", Verdict.class, Asked.required("verdict", asked.verdict())),
            asked.leaveBy() == null ? null : Asked.day("leaveBy", asked.leaveBy()),
            Asked.reason(asked.reason()),
            name(asked.signedBy()),
            ifMatch));
  }

  private static String name(@Nullable String value) {
    String name = Asked.required("signedBy", value).strip();
    if (name.isEmpty() || name.length() > 100 || name.chars().anyMatch(Character::isISOControl)) {
      throw Asked.bad(
          "signedBy",
          "Hãy ghi họ tên và chức vụ người ký, tối đa 100 ký tự.",
          "Write the name and office of who signs, 100 characters at most.");
    }
    return name;
  }

  @PostMapping("/{zone}/tenants/{firm}/figures")
  @PreAuthorize("hasRole('OFFICER')")
  ResponseEntity<TenantJson> figures(
      @PathVariable String zone, @PathVariable String firm, @RequestBody FiguresAsked asked) {
    Integer jobs = asked.jobs();
    String group = asked.emissionGroup();
    String source = Asked.required("source", asked.source()).strip();
    if (source.isEmpty() || source.length() > 500) {
      throw Asked.bad(
          "source", "Hãy ghi nguồn, tối đa 500 ký tự.", "Name the source, 500 characters at most.");
    }
    return kept(
        HttpStatus.CREATED,
        judge.addFigures(
            zone,
            firm,
            new TenantJson.Figures(
                Asked.day("asOf", asked.asOf()),
                jobs == null ? null : (Integer) Asked.whole("jobs", jobs, 0, 1_000_000),
                amount("energyKwhYear", asked.energyKwhYear()),
                amount("waterM3Year", asked.waterM3Year()),
                group == null ? null : Asked.oneOf("emissionGroup", Group.class, group).name(),
                source,
                "OFFICIAL")));
  }

  private static @Nullable Double amount(String member, @Nullable Double value) {
    return value == null ? null : (Double) Asked.amount(member, value, MOST);
  }

  @PostMapping("/{zone}/contests")
  @PreAuthorize("hasRole('FIRM')")
  ResponseEntity<TenantJson> contest(@PathVariable String zone, @RequestBody ContestAsked asked) {
    return kept(
        HttpStatus.CREATED,
        judge.contest(
            zone,
            Asked.oneOf("subject", Subject.class, Asked.required("subject", asked.subject()))
                .name(),
            Asked.reason(asked.reason())));
  }

  @PostMapping("/contests/{id}/answer")
  @PreAuthorize("hasRole('OFFICER')")
  ResponseEntity<TenantJson.Contest> answer(@PathVariable long id, @RequestBody AnswerAsked asked) {
    return kept(
        HttpStatus.CREATED,
        judge.answer(
            id,
            Asked.oneOf("outcome", Outcome.class, Asked.required("outcome", asked.outcome()))
                .name(),
            Asked.reason(asked.reason())));
  }

  private static <T> ResponseEntity<T> kept(HttpStatus status, T body) {
    return ResponseEntity.status(status).cacheControl(CacheControl.noStore()).body(body);
  }
}
