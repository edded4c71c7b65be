package vn.khuxuong.tenancy.incentive;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.khuxuong.tenancy.Answer;
import vn.khuxuong.tenancy.Asked;
import vn.khuxuong.tenancy.CsvAnswer;
import vn.khuxuong.tenancy.firm.Firm;
import vn.khuxuong.tenancy.firm.FirmAccess;
import vn.khuxuong.tenancy.firm.LawStore;

/**
 * The catalogue of programmes for anybody, kept by officers, and what it says of a firm for that
 * firm.
 */
@RestController
class IncentiveController {
  private final Programmes programmes;
  private final KeepCatalogue catalogue;
  private final FirmAccess access;
  private final LawStore law;

  IncentiveController(
      Programmes programmes, KeepCatalogue catalogue, FirmAccess access, LawStore law) {
    this.programmes = programmes;
    this.catalogue = catalogue;
    this.access = access;
    this.law = law;
  }

  /** Answer of {@code GET /api/v1/incentives}. */
  record CatalogueJson(LocalDate on, List<ProgrammeJson> programmes) {}

  /** Answer of {@code GET /api/v1/incentives/sources}. */
  record SourcesJson(List<EvidenceStore.Citation> sources) {}

  /** Answer of {@code GET /api/v1/firms/{code}/programmes}, with evidence that officers saw. */
  record MatchedJson(
      String firm, List<ProgrammeJson> programmes, List<EvidenceStore.Evidence> evidence) {}

  @GetMapping("/api/v1/incentives")
  ResponseEntity<?> catalogue(
      @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate on,
      @RequestParam(required = false) @Nullable Lack lack,
      @RequestParam(name = "f", defaultValue = "json") String format) {
    Programmes.Catalogue found = programmes.catalogue(on, lack);
    return CsvAnswer.isAsked(format)
        ? CsvAnswer.of(
            "incentives-" + found.on(),
            ProgrammeColumns.HEAD,
            found.programmes().stream().map(ProgrammeColumns::of).toList())
        : ResponseEntity.ok()
            .cacheControl(CacheControl.noCache())
            .body(
                new CatalogueJson(
                    found.on(),
                    found.programmes().stream().map(one -> ProgrammeJson.of(one, null)).toList()));
  }

  @GetMapping("/api/v1/incentives/sources")
  ResponseEntity<SourcesJson> sources(
      @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate on) {
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noCache())
        .body(new SourcesJson(programmes.citations(on)));
  }

  /** Answer of {@code GET /api/v1/incentives/{code}/versions}: the first first. */
  record VersionsJson(List<ProgrammeJson> versions) {
    static VersionsJson of(List<Programme> versions) {
      return new VersionsJson(versions.stream().map(one -> ProgrammeJson.of(one, null)).toList());
    }
  }

  @GetMapping("/api/v1/incentives/{code}/versions")
  ResponseEntity<VersionsJson> versions(@PathVariable String code) {
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noCache())
        .body(VersionsJson.of(catalogue.versions(code)));
  }

  @PostMapping("/api/v1/incentives")
  @PreAuthorize("hasRole('OFFICER')")
  ResponseEntity<VersionsJson> record(
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @RequestBody ProgrammeAsked asked) {
    return ResponseEntity.status(HttpStatus.CREATED)
        .cacheControl(CacheControl.noStore())
        .body(VersionsJson.of(catalogue.record(asked, ifMatch)));
  }

  /** The last day, {@code yyyy-mm-dd}, and why. */
  record EndAsked(@Nullable String until, @Nullable String reason) {}

  @PostMapping("/api/v1/incentives/{id}/end")
  @PreAuthorize("hasRole('OFFICER')")
  ResponseEntity<VersionsJson> end(
      @PathVariable long id,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @RequestBody EndAsked asked) {
    return Answer.of(
        VersionsJson.of(
            catalogue.end(
                id, Asked.day("until", asked.until()), Asked.reason(asked.reason()), ifMatch)));
  }

  @PostMapping("/api/v1/incentives/{id}/standing")
  @PreAuthorize("hasRole('OFFICER')")
  ResponseEntity<VersionsJson> standing(
      @PathVariable long id,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @RequestBody StandingAsked asked) {
    return Answer.of(VersionsJson.of(catalogue.standing(id, asked, ifMatch)));
  }

  @GetMapping("/api/v1/firms/{code}/programmes")
  @PreAuthorize("hasAnyRole('FIRM', 'OFFICER')")
  ResponseEntity<MatchedJson> ofFirm(
      @PathVariable String code, @RequestParam(required = false) @Nullable Lack lack) {
    Firm firm = access.get(code);
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(
            new MatchedJson(
                firm.code(),
                programmes.match(firm, lack).stream()
                    .map(one -> ProgrammeJson.of(one.programme(), one.match()))
                    .toList(),
                programmes.evidence(firm)));
  }

  @PutMapping("/api/v1/firms/{code}/evidence/{fact}")
  @PreAuthorize("hasRole('OFFICER')")
  ResponseEntity<MatchedJson> record(
      @PathVariable String code, @PathVariable Fact fact, @RequestBody EvidenceAsked asked) {
    programmes.record(code, fact, asked.read(fact, law.today()));
    return ofFirm(code, null);
  }

  @DeleteMapping("/api/v1/firms/{code}/evidence/{fact}")
  @PreAuthorize("hasRole('OFFICER')")
  ResponseEntity<MatchedJson> takeBack(@PathVariable String code, @PathVariable Fact fact) {
    programmes.takeBack(code, fact);
    return ofFirm(code, null);
  }
}
