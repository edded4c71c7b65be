package vn.khuxuong.tenancy.tenant;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.khuxuong.platform.problem.ApiProblem;

/**
 * Tenants of a building over HTTP, for officers and administrators: {@code tenants}, {@code
 * rollover}, {@code vacancy}. {@code on} asks for another day than today, {@code f=csv} answers the
 * latter two as CSV. Kept by no cache.
 */
@RestController
@RequestMapping("/api/v1/buildings/{code}")
@PreAuthorize(Tenants.STAFF)
class TenantController {
  private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

  private final Tenants tenants;
  private final Clock clock;

  TenantController(Tenants tenants, Clock clock) {
    this.tenants = tenants;
    this.clock = clock;
  }

  @GetMapping("/tenants")
  ResponseEntity<TenantsJson> tenants(
      @PathVariable String code,
      @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate on) {
    return kept(ResponseEntity.ok()).body(tenants.tenants(code, day(on)));
  }

  @GetMapping("/rollover")
  ResponseEntity<?> rollover(
      @PathVariable String code,
      @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate on,
      @RequestParam(name = "f", defaultValue = "json") String format) {
    RolloverJson found = tenants.rollover(code, day(on));
    return isCsv(format)
        ? csv(
            code + "-rollover",
            "year,leases,area_m2",
            found.years().stream()
                .map(one -> one.year() + "," + one.leases() + "," + one.areaM2())
                .toList())
        : kept(ResponseEntity.ok()).body(found);
  }

  @GetMapping("/vacancy")
  ResponseEntity<?> vacancy(
      @PathVariable String code,
      @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate on,
      @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate from,
      @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate to,
      @RequestParam(name = "f", defaultValue = "json") String format) {
    VacancyJson found = tenants.vacancy(code, day(on), from, to);
    return isCsv(format)
        ? csv(
            code + "-vacancy",
            "month,free_m2",
            found.months().stream().map(one -> one.month() + "," + one.freeM2()).toList())
        : kept(ResponseEntity.ok()).body(found);
  }

  private LocalDate day(@Nullable LocalDate on) {
    return on == null ? LocalDate.now(clock) : on;
  }

  private static boolean isCsv(String format) {
    if (!format.equals("json") && !format.equals("csv")) {
      throw ApiProblem.BAD_PARAMETER
          .with("f phải là json hoặc csv.", "f must be json or csv.")
          .field("f");
    }
    return format.equals("csv");
  }

  private static ResponseEntity.BodyBuilder kept(ResponseEntity.BodyBuilder answer) {
    return answer.cacheControl(CacheControl.noStore());
  }

  /** Lines of numbers, which need no quotes. */
  private static ResponseEntity<String> csv(String name, String head, List<String> lines) {
    return kept(ResponseEntity.ok())
        .contentType(CSV)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(name + ".csv").build().toString())
        .body(lines.stream().collect(Collectors.joining("\r\n", head + "\r\n", "\r\n")));
  }
}
