package vn.khuxuong.report.ledger;

import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
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
import tools.jackson.databind.JsonNode;
import vn.khuxuong.platform.problem.ApiProblem;
import vn.khuxuong.platform.time.CivilTime;
import vn.khuxuong.report.ReportAccess;
import vn.khuxuong.report.ReportProblem;
import vn.khuxuong.report.ledger.LedgerStore.EventRow;
import vn.khuxuong.report.ledger.LedgerStore.ProjectRow;

/** Rows of the ledger, in and out. */
@RestController
@RequestMapping("/api/v1/indicators")
class LedgerController {
  private static final int MOST_RATES = 400;

  private final Ledger ledger;
  private final LedgerStore store;
  private final Rates rates;
  private final RateStore rateStore;
  private final ReportAccess access;

  LedgerController(
      Ledger ledger, LedgerStore store, Rates rates, RateStore rateStore, ReportAccess access) {
    this.ledger = ledger;
    this.store = store;
    this.rates = rates;
    this.rateStore = rateStore;
    this.access = access;
  }

  /** An event that was recorded. */
  record Recorded(long id, String project) {}

  /**
   * A project with everything that was ever recorded of it.
   *
   * @param etag what to send as {@code If-Match} so that nothing is recorded over what was not seen
   */
  record ProjectHistory(
      String code,
      String etag,
      String name,
      @Nullable String taxCode,
      boolean illustrative,
      List<EventRow> events) {}

  /** A rate as it is sent. */
  record RateAsked(
      @Nullable LocalDate day,
      @Nullable BigDecimal vndPerUsd,
      @Nullable String source,
      @Nullable Boolean illustrative) {}

  /**
   * Records an event, or with {@code corrects} takes the place of one; {@code void} strikes that
   * one out. Members are those of {@link ReadEvent#FIELDS}.
   *
   * @param ifMatch tag of the project as it was read; without it the event goes after whatever
   *     there is
   */
  @PostMapping("/events")
  @PreAuthorize("hasRole('OFFICER')")
  ResponseEntity<Recorded> record(
      @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @RequestBody JsonNode body) {
    Map<String, String> texts = new HashMap<>();
    for (String field : ReadEvent.FIELDS) {
      JsonNode value = body.path(field);
      if (value.isContainer()) {
        throw ApiProblem.MALFORMED_BODY
            .with("“" + field + "” phải là một giá trị.", "“" + field + "” must be one value.")
            .field(field);
      }
      texts.put(field, value.isNull() ? "" : value.asString(""));
    }
    boolean strikeOut = body.path("void").asBoolean(false);
    JsonNode corrects = body.path("corrects");
    if (strikeOut) {
      if (!corrects.canConvertToLong()) {
        throw ApiProblem.MALFORMED_BODY
            .with("Xóa bỏ sự kiện nào?", "Which event is struck out?")
            .field("corrects");
      }
      // nothing but its place is kept of a row that only strikes out
      Map<String, String> bare = new HashMap<>();
      bare.put("project", texts.getOrDefault("project", ""));
      bare.put("reason", texts.getOrDefault("reason", ""));
      bare.put("kind", EventKind.WITHDRAWN.name());
      bare.put("on", LocalDate.now(CivilTime.ZONE).toString());
      texts = bare;
    }
    ReadEvent.Result read = ReadEvent.of(texts, ledger.known());
    ProjectEvent event = read.event();
    if (event == null) {
      throw Ledger.refused(read.faults());
    }
    long id =
        corrects.canConvertToLong()
            ? ledger.correct(corrects.asLong(), event, strikeOut, ifMatch, access.caller())
            : ledger.record(event, null, ifMatch, access.caller());
    return ResponseEntity.created(URI.create("/api/v1/indicators/projects/" + event.project()))
        .cacheControl(CacheControl.noStore())
        .eTag(ledger.tag(event.project()))
        .body(new Recorded(id, event.project()));
  }

  /**
   * A project's history with its corrections; for everybody but its firm and staff it is absent.
   */
  @GetMapping("/projects/{*code}")
  ResponseEntity<ProjectHistory> project(@PathVariable String code) {
    Optional<ProjectRow> found = store.project(code.substring(1));
    ProjectRow project =
        found
            .filter(
                row ->
                    access.isStaff()
                        || (row.taxCode() != null && access.ownTaxCodes().contains(row.taxCode())))
            .orElseThrow(
                () ->
                    ReportProblem.UNKNOWN_PROJECT
                        .with("Không có dự án mang mã này.", "No project has this code.")
                        .field("code")
                        .remedy(
                            "Dự án của bạn ở /api/v1/indicators/projects, sau khi đăng nhập.",
                            "Your own projects are at /api/v1/indicators/projects, signed in."));
    String tag = ledger.tag(project.code());
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .eTag(tag)
        .body(
            new ProjectHistory(
                project.code(),
                tag,
                project.name(),
                project.taxCode(),
                project.illustrative(),
                store.history(project.id(), access.isStaff())));
  }

  /** Exchange rates with their sources, the newest day first, at most 400. */
  @GetMapping("/rates")
  List<RateStore.RateRow> rates(
      @RequestParam(defaultValue = "1991-01-01") LocalDate from,
      @RequestParam(defaultValue = "2999-12-31") LocalDate to) {
    return rateStore.rates(from, to, MOST_RATES);
  }

  @PostMapping("/rates")
  @PreAuthorize("hasRole('OFFICER')")
  ResponseEntity<Map<String, Long>> rate(@RequestBody RateAsked asked) {
    long id =
        rates.record(
            asked.day(),
            asked.vndPerUsd(),
            asked.source(),
            Boolean.TRUE.equals(asked.illustrative()),
            access.caller());
    return ResponseEntity.created(URI.create("/api/v1/indicators/rates")).body(Map.of("id", id));
  }

  /** Zones and buildings that events may name. */
  @GetMapping("/places")
  @PreAuthorize("hasRole('OFFICER')")
  List<LedgerStore.PlaceRow> places() {
    return store.places();
  }

  /** Sectors that projects are counted by. */
  @GetMapping("/sectors")
  List<RateStore.SectorRow> sectors() {
    return rateStore.sectors();
  }
}
