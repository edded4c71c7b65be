package vn.khuxuong.report.indicator;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.khuxuong.platform.web.Language;
import vn.khuxuong.report.ReportProblem;

/**
 * The indicators as a report. {@code on} is the day in force, {@code known} the day whose knowledge
 * is asked, both today where not given; {@code illustrative=true} counts illustrative projects too.
 */
@RestController
@RequestMapping("/api/v1/indicators")
class ReportController {
  private static final MediaType XLSX =
      MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
  private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

  private final MakeReport reports;
  private final ListProjects projects;

  ReportController(MakeReport reports, ListProjects projects) {
    this.reports = reports;
    this.projects = projects;
  }

  /** The report; that of the last edition unless the authority's staff ask. */
  @GetMapping({"", "/report.json"})
  ResponseEntity<Report> report(
      @RequestParam(required = false) @Nullable String on,
      @RequestParam(required = false) @Nullable String known,
      @RequestParam(defaultValue = "false") boolean illustrative) {
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(reports.run(Asked.read(on, known, illustrative)));
  }

  @GetMapping("/report.xlsx")
  ResponseEntity<byte[]> workbook(
      @RequestParam(required = false) @Nullable String on,
      @RequestParam(required = false) @Nullable String known,
      @RequestParam(defaultValue = "false") boolean illustrative,
      HttpServletRequest request) {
    Report report = reports.run(Asked.read(on, known, illustrative));
    return file(
        "chi-tieu-" + report.on() + ".xlsx",
        XLSX,
        ReportFiles.workbook(ReportTables.of(report, Language.of(request))));
  }

  @GetMapping("/report.csv")
  ResponseEntity<byte[]> csv(
      @RequestParam(required = false) @Nullable String on,
      @RequestParam(required = false) @Nullable String known,
      @RequestParam(defaultValue = "false") boolean illustrative,
      HttpServletRequest request) {
    Report report = reports.run(Asked.read(on, known, illustrative));
    return file(
        "chi-tieu-" + report.on() + ".csv",
        CSV,
        ReportFiles.csv(ReportTables.of(report, Language.of(request))));
  }

  /** One table of the report: summary, points, zone, sector, year, origin, supports, floors… */
  @GetMapping("/tables/{name}.csv")
  ResponseEntity<byte[]> table(
      @PathVariable String name,
      @RequestParam(required = false) @Nullable String on,
      @RequestParam(required = false) @Nullable String known,
      @RequestParam(defaultValue = "false") boolean illustrative,
      HttpServletRequest request) {
    Report report = reports.run(Asked.read(on, known, illustrative));
    List<ReportTable> tables = ReportTables.of(report, Language.of(request));
    ReportTable table =
        tables.stream()
            .filter(one -> one.name().equals(name))
            .findFirst()
            .orElseThrow(
                () ->
                    ReportProblem.UNKNOWN_TABLE
                        .with("Báo cáo không có bảng này.", "The report has no such table.")
                        .field("name")
                        .with("tables", tables.stream().map(ReportTable::name).toList()));
    return file(
        "chi-tieu-" + table.name() + "-" + report.on() + ".csv",
        CSV,
        ReportFiles.csv(List.of(table)));
  }

  /**
   * Rows behind a number: all of them for staff, for a firm those of its own tax code. Anonymous
   * callers are asked to sign in.
   *
   * @param after code of the last row of the page before
   */
  @GetMapping("/projects")
  ResponseEntity<ListProjects.Page> projects(
      @RequestParam(required = false) @Nullable String on,
      @RequestParam(required = false) @Nullable String known,
      @RequestParam(defaultValue = "false") boolean illustrative,
      @RequestParam(required = false) @Nullable String zone,
      @RequestParam(required = false) @Nullable String sector,
      @RequestParam(required = false) @Nullable Integer year,
      @RequestParam(required = false) @Nullable String origin,
      @RequestParam(required = false) @Nullable String supports,
      @RequestParam(required = false) @Nullable LocalDate since,
      @RequestParam(required = false) @Nullable String after,
      @RequestParam(defaultValue = "100") int limit) {
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(
            projects.run(
                Asked.read(on, known, illustrative),
                new ListProjects.Wanted(zone, sector, year, origin, supports, since),
                after,
                limit));
  }

  private static ResponseEntity<byte[]> file(String name, MediaType type, byte[] content) {
    return ResponseEntity.ok()
        .contentType(type)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(name).build().toString())
        .cacheControl(CacheControl.noStore())
        .body(content);
  }
}
