package vn.khuxuong.tenancy.incentive;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.khuxuong.tenancy.CsvAnswer;
import vn.khuxuong.tenancy.firm.Firm;
import vn.khuxuong.tenancy.firm.FirmAccess;
import vn.khuxuong.tenancy.firm.LawStore;

/** The catalogue of programmes for anybody, and what it says of a firm for that firm. */
@RestController
class IncentiveController {
  private static final List<String> HEAD =
      List.of(
          "code",
          "kind",
          "from",
          "until",
          "lacks",
          "conditions",
          "share_pct",
          "cut_pct",
          "cut_months",
          "name_vi",
          "name_en",
          "who_vi",
          "who_en",
          "gives_vi",
          "gives_en",
          "until_vi",
          "until_en",
          "body_vi",
          "body_en",
          "source_vi",
          "source_en",
          "article",
          "status",
          "open_vi",
          "open_en",
          "checked_on");

  private final Programmes programmes;
  private final FirmAccess access;
  private final LawStore law;

  IncentiveController(Programmes programmes, FirmAccess access, LawStore law) {
    this.programmes = programmes;
    this.access = access;
    this.law = law;
  }

  /** Answer of {@code GET /api/v1/incentives}. */
  record CatalogueJson(LocalDate on, List<ProgrammeJson> programmes) {}

  /** Answer of {@code GET /api/v1/incentives/sources}. */
  record SourcesJson(List<ProgrammeStore.Citation> sources) {}

  /** Answer of {@code GET /api/v1/firms/{code}/programmes}, with evidence that officers saw. */
  record MatchedJson(
      String firm, List<ProgrammeJson> programmes, List<ProgrammeStore.Evidence> evidence) {}

  @GetMapping("/api/v1/incentives")
  ResponseEntity<?> catalogue(
      @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate on,
      @RequestParam(required = false) @Nullable Lack lack,
      @RequestParam(name = "f", defaultValue = "json") String format) {
    Programmes.Catalogue found = programmes.catalogue(on, lack);
    return CsvAnswer.isAsked(format)
        ? CsvAnswer.of(
            "incentives-" + found.on(),
            HEAD,
            found.programmes().stream().map(IncentiveController::line).toList())
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

  private static List<String> line(Programme one) {
    ProgrammeJson json = ProgrammeJson.of(one, null);
    return Stream.of(
            one.code(),
            one.kind(),
            one.from(),
            one.until(),
            joined(json.lacks(), "|"),
            json.conditions().stream()
                .map(any -> joined(any, "|"))
                .collect(Collectors.joining(",")),
            one.sharePct(),
            one.cutPct(),
            one.cutMonths(),
            one.nameVi(),
            one.nameEn(),
            one.whoVi(),
            one.whoEn(),
            one.givesVi(),
            one.givesEn(),
            one.untilVi(),
            one.untilEn(),
            one.bodyVi(),
            one.bodyEn(),
            one.sourceVi(),
            one.sourceEn(),
            one.article(),
            one.status(),
            one.openVi(),
            one.openEn(),
            one.checkedOn())
        .map(value -> Objects.toString(value, ""))
        .toList();
  }

  private static String joined(List<?> values, String between) {
    return values.stream().map(Object::toString).collect(Collectors.joining(between));
  }
}
