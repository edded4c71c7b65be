package vn.khuxuong.conversion.scenario;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.khuxuong.platform.file.CsvText;
import vn.khuxuong.tenancy.Answer;
import vn.khuxuong.tenancy.Asked;

/**
 * What-ifs over HTTP: {@code /api/v1/conversions/scenarios}. {@code GET …/compare?id=1&id=2}
 * answers what follows from the real state and from each, on a day with {@code on}; {@code f=csv}
 * gives the areas by year. Officers write, management reads.
 */
@RestController
@RequestMapping(ScenarioController.PATH)
@PreAuthorize("hasAnyRole('OFFICER', 'APPROVER', 'ADMIN')")
class ScenarioController {
  static final String PATH = "/api/v1/conversions/scenarios";
  private static final int MOST_COMPARED = 4;
  private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

  private final Scenarios scenarios;

  ScenarioController(Scenarios scenarios) {
    this.scenarios = scenarios;
  }

  /** Answer of the list, the newest first. */
  record All(List<ScenarioJson> scenarios) {}

  /** Answer of the comparison, the real state first. */
  record Compared(List<ConsequencesJson> columns) {}

  @GetMapping
  ResponseEntity<All> list() {
    return Answer.of(new All(scenarios.list()));
  }

  @GetMapping("/{id}")
  ResponseEntity<ScenarioJson> get(@PathVariable long id) {
    ScenarioJson found = scenarios.get(id);
    return Answer.of(found, found);
  }

  @PostMapping
  @PreAuthorize("hasRole('OFFICER')")
  ResponseEntity<ScenarioJson> make(@RequestBody ScenarioAsked asked) {
    ScenarioJson made = scenarios.make(asked);
    return Answer.made(PATH, made, made);
  }

  @PutMapping("/{id}")
  @PreAuthorize("hasRole('OFFICER')")
  ResponseEntity<ScenarioJson> change(
      @PathVariable long id,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @RequestBody ScenarioAsked asked) {
    ScenarioJson changed = scenarios.change(id, asked, ifMatch);
    return Answer.of(changed, changed);
  }

  @DeleteMapping("/{id}")
  @PreAuthorize("hasRole('OFFICER')")
  ResponseEntity<Void> archive(
      @PathVariable long id,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
    scenarios.archive(id, ifMatch);
    return ResponseEntity.noContent().build();
  }

  @GetMapping("/compare")
  ResponseEntity<?> compare(
      @RequestParam(name = "id", required = false) @Nullable List<Long> ids,
      @RequestParam(required = false) @Nullable String on,
      @RequestParam(name = "f", defaultValue = "json") String format) {
    List<Long> asked = ids == null ? List.of() : ids.stream().distinct().toList();
    if (asked.size() > MOST_COMPARED) {
      throw Asked.bad(
          "id",
          "So sánh nhiều nhất " + MOST_COMPARED + " kịch bản.",
          "At most " + MOST_COMPARED + " scenarios are compared.");
    }
    List<ConsequencesJson> columns = scenarios.compare(asked, on);
    return switch (format) {
      case "json" -> Answer.of(new Compared(columns));
      case "csv" -> csv(columns);
      default -> throw Asked.bad("f", "f phải là json hoặc csv.", "f must be json or csv.");
    };
  }

  private static String quoted(String text) {
    return "\"" + CsvText.guarded(text).replace("\"", "\"\"") + "\"";
  }

  private static ResponseEntity<String> csv(List<ConsequencesJson> columns) {
    String lines =
        columns.stream()
            .flatMap(
                column ->
                    column.zones().stream()
                        .flatMap(
                            zone ->
                                zone.releases().stream()
                                    .map(
                                        one ->
                                            quoted(column.name())
                                                + ","
                                                + zone.zone()
                                                + ","
                                                + one.year()
                                                + ","
                                                + one.cause()
                                                + ","
                                                + one.areaM2()
                                                + ","
                                                + one.leases())))
            .collect(
                Collectors.joining("\r\n", "scenario,zone,year,cause,area_m2,leases\r\n", "\r\n"));
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .contentType(CSV)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename("conversion.csv").build().toString())
        .body(lines);
  }
}
