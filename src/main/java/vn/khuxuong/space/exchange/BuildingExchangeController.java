package vn.khuxuong.space.exchange;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.multipart.MultipartFile;
import tools.jackson.databind.json.JsonMapper;
import vn.khuxuong.platform.problem.ApiProblem;
import vn.khuxuong.platform.web.EntityTag;
import vn.khuxuong.space.SpaceProblem;

/** Buildings as files, out and in. */
@RestController
class BuildingExchangeController {
  private static final long MOST_BYTES = 10_000_000;

  private final TableStore store;
  private final ImportBuilding imports;
  private final JsonMapper json;

  BuildingExchangeController(TableStore store, ImportBuilding imports, JsonMapper json) {
    this.store = store;
    this.imports = imports;
    this.json = json;
  }

  /** A building with its lifts, floors and bays, every field and shape, as one file. */
  @GetMapping("/api/v1/buildings/{code}/export")
  @Nullable ResponseEntity<byte[]> export(
      @PathVariable String code,
      @RequestParam(defaultValue = "geojson") String f,
      WebRequest request) {
    boolean csv = f.equals("csv");
    if (!csv && !f.equals("geojson")) {
      throw ApiProblem.BAD_PARAMETER
          .with("Không có dạng này.", "There is no such format.")
          .field("f")
          .remedy("csv hoặc geojson.", "csv or geojson.");
    }
    List<Row> rows = store.rows(code);
    if (rows.isEmpty()) {
      throw SpaceProblem.UNKNOWN_BUILDING
          .with("Không có nhà xưởng nào mang mã này.", "No building has this code.")
          .field("code")
          .with("code", code);
    }
    byte[] body =
        csv
            ? WriteTable.csv(rows).getBytes(StandardCharsets.UTF_8)
            : json.writeValueAsBytes(WriteTable.geoJson(rows));
    String tag = EntityTag.of(body);
    if (request.checkNotModified(tag)) {
      return null;
    }
    String name = rows.get(0).value("code") + (csv ? ".csv" : ".geojson");
    return ResponseEntity.ok()
        .contentType(
            csv
                ? new MediaType("text", "csv", StandardCharsets.UTF_8)
                : MediaType.parseMediaType("application/geo+json"))
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
        .cacheControl(CacheControl.noCache())
        .eTag(tag)
        .body(body);
  }

  /**
   * Says what a file of a building, CSV or GeoJSON as exported, would change; with {@code
   * apply=true} does it, wholly or not at all. Sent again it changes nothing more.
   *
   * @param base of an earlier report: nothing is done where the building has changed since
   */
  @PostMapping(path = "/api/v1/buildings/imports", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  @PreAuthorize("hasAnyRole('OFFICER', 'ADMIN')")
  ResponseEntity<ImportReport> take(
      @RequestParam("file") MultipartFile file,
      @RequestParam(defaultValue = "false") boolean apply,
      @RequestParam(required = false) @Nullable String base)
      throws IOException {
    if (file.getSize() > MOST_BYTES) {
      throw ApiProblem.TOO_LARGE
          .with("Tệp lớn hơn 10 MB.", "The file is larger than 10 MB.")
          .field("file")
          .remedy("Một tệp cho mỗi nhà xưởng.", "One file for each building.");
    }
    ImportReport report = imports.run(file.getBytes(), apply, base);
    if (apply && !report.applied()) {
      throw SpaceProblem.BUILDING_REFUSED
          .with(
              "Không có gì thay đổi: " + report.refusals().size() + " điều chưa được.",
              "Nothing was changed: " + report.refusals().size() + " things are wrong.")
          .field("file")
          .with("refusals", report.refusals())
          .remedy("Sửa từng dòng rồi gửi lại.", "Mend the rows and send it again.");
    }
    return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(report);
  }
}
