package vn.khuxuong.zoning.exchange;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.khuxuong.geo.Crs;
import vn.khuxuong.platform.problem.ApiProblem;
import vn.khuxuong.platform.problem.ProblemException;
import vn.khuxuong.zoning.draft.DraftStates;
import vn.khuxuong.zoning.plan.Plan;
import vn.khuxuong.zoning.plan.PlanAccess;
import vn.khuxuong.zoning.plan.PlanAnswers;

/** Any plan version the caller may read, as a file. */
@RestController
@RequestMapping("/api/v1/plans/{id}/export")
class ExportController {
  private static final String FORMATS =
      Arrays.stream(Format.values()).map(Format::key).collect(Collectors.joining(", "));

  private final PlanAccess access;
  private final PlanAnswers answers;
  private final DraftStates drafts;
  private final JsonMapper json;

  ExportController(PlanAccess access, PlanAnswers answers, DraftStates drafts, JsonMapper json) {
    this.access = access;
    this.answers = answers;
    this.drafts = drafts;
    this.json = json;
  }

  /**
   * The file.
   *
   * @param f a {@link Format#key}, {@code geojson} where nothing is asked
   * @param crs CRS of its coordinates, the format's usual one where nothing is asked
   */
  @GetMapping
  ResponseEntity<byte[]> export(
      @PathVariable long id,
      @RequestParam(defaultValue = "geojson") String f,
      @RequestParam(required = false) @Nullable String crs)
      throws IOException {
    Plan plan = access.readable(id);
    Format format =
        Format.find(f).orElseThrow(() -> bad("f", "Có các định dạng: ", "Formats are: ", FORMATS));
    Crs asked =
        crs == null
            ? format.usualCrs(plan.legal())
            : Crs.find(crs)
                .orElseThrow(
                    () -> bad("crs", "Có các hệ, ví dụ ", "Known are, for example, ", "EPSG:9210"));
    if (!format.canHold(asked)) {
      String usual = format.usualCrs(plan.legal()).code();
      throw bad(
          "crs", "Định dạng này chỉ nhận, ví dụ: ", "This format takes, for example: ", usual);
    }
    String name = plan.zoneCode() + "-" + plan.version();
    Sheet sheet = new Sheet(name, members(plan), drafts.of(plan).list(), plan.legal());
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    WritePlan.as(format, sheet, asked, file);
    HttpHeaders headers = answers.headers(plan);
    headers.setContentType(MediaType.parseMediaType(format.mediaType()));
    headers.setContentDisposition(
        ContentDisposition.attachment().filename(name + "." + format.extension()).build());
    // one plan, many files: an entity tag of each, since the compressed and the plain one differ
    headers.setETag(plan.etag().replaceFirst("\"$", "-" + f + "-" + asked.srid() + "\""));
    headers.set("Content-Crs", "<" + asked.uri() + ">");
    return ResponseEntity.ok().headers(headers).body(file.toByteArray());
  }

  private ObjectNode members(Plan plan) {
    ObjectNode members = json.createObjectNode();
    members.put("zone", plan.zoneCode()).put("version", plan.version());
    members.put("titleVi", plan.titleVi()).put("titleEn", plan.titleEn());
    members.put("status", plan.status().name()).put("dataStatus", plan.dataStatus());
    members.put("parkKind", plan.parkKind()).put("legalSrid", plan.legal().srid());
    if (plan.scale() != null) {
      members.put("scale", plan.scale());
    }
    if (plan.decisionNo() != null) {
      members.put("decisionNo", plan.decisionNo());
    }
    if (plan.validFrom() != null) {
      members.put("validFrom", plan.validFrom().toString());
    }
    return members;
  }

  private static ProblemException bad(String field, String vi, String en, String accepted) {
    return ApiProblem.BAD_PARAMETER.with(vi + accepted + ".", en + accepted + ".").field(field);
  }
}
