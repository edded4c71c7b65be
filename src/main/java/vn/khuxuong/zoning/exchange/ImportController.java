package vn.khuxuong.zoning.exchange;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.io.IOException;
import java.net.URI;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import vn.khuxuong.zoning.ZoningProblem;
import vn.khuxuong.zoning.exchange.ImportStore.StoredImport;
import vn.khuxuong.zoning.plan.Plan;
import vn.khuxuong.zoning.plan.PlanAnswers;
import vn.khuxuong.zoning.plan.PlanJson;

/** Files into drafts: 202 and a job, a report to look at, and one decision. */
@RestController
@RequestMapping("/api/v1")
class ImportController {
  private final Imports imports;
  private final PlanAnswers answers;
  private final JsonMapper json;

  ImportController(Imports imports, PlanAnswers answers, JsonMapper json) {
    this.imports = imports;
    this.answers = answers;
    this.json = json;
  }

  /** An import as clients see it. */
  record ImportJson(
      UUID id,
      long planId,
      String state,
      String fileName,
      String author,
      OffsetDateTime madeAt,
      @Nullable OffsetDateTime endedAt,
      @Nullable String job,
      String preview,
      @JsonRawValue String options,
      @JsonRawValue @Nullable String report) {}

  /** What confirming needs to be told. */
  record Confirmation(
      @Nullable String crs, @Nullable String mode, @Nullable Boolean leaveOutFaulty) {}

  @PostMapping("/plans/{id}/imports")
  ResponseEntity<ImportJson> start(
      @PathVariable long id,
      @RequestParam("file") MultipartFile file,
      @RequestParam(required = false) @Nullable String options)
      throws IOException {
    ImportOptions asked =
        options == null ? ImportOptions.none() : ImportOptions.read(tree(options));
    String name = Optional.ofNullable(file.getOriginalFilename()).orElse("");
    UUID made = imports.start(id, name, file.getBytes(), asked);
    return accepted(made);
  }

  private JsonNode tree(String options) {
    try {
      return json.readTree(options);
    } catch (JacksonException e) {
      throw ZoningProblem.BAD_BODY
          .with("“options” không phải JSON.", "“options” is no JSON.")
          .field("options");
    }
  }

  @GetMapping("/imports/{id}")
  ResponseEntity<ImportJson> get(@PathVariable UUID id) {
    return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(shown(imports.get(id)));
  }

  /** What confirming would draw, on the map. */
  @GetMapping("/imports/{id}/preview")
  ResponseEntity<ObjectNode> preview(@PathVariable UUID id) {
    ObjectNode collection = json.createObjectNode().put("type", "FeatureCollection");
    ArrayNode features = collection.putArray("features");
    for (JsonNode subzone : imports.subzones(id)) {
      ObjectNode properties = ((ObjectNode) subzone).deepCopy();
      JsonNode shape = properties.remove("shape");
      ObjectNode feature = features.addObject().put("type", "Feature");
      feature.put("id", properties.path("uid").asString(""));
      feature.set("geometry", shape);
      feature.set("properties", properties);
    }
    return ResponseEntity.ok()
        .contentType(PlanAnswers.GEOJSON)
        .cacheControl(CacheControl.noStore())
        .body(collection);
  }

  @PostMapping("/imports/{id}/options")
  ResponseEntity<ImportJson> readAgain(@PathVariable UUID id, @RequestBody JsonNode options) {
    imports.readAgain(id, ImportOptions.read(options));
    return accepted(id);
  }

  @PostMapping("/imports/{id}/confirm")
  ResponseEntity<PlanJson> confirm(
      @PathVariable UUID id,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
      @RequestBody Confirmation body) {
    if (ifMatch == null) {
      throw ZoningProblem.NO_VERSION_GIVEN
          .with(
              "Thiếu tiêu đề If-Match với ETag của đồ án.",
              "If-Match with the plan's ETag is missing.")
          .field("If-Match")
          .remedy("Đọc ETag ở GET /api/v1/plans/{id}.", "Take the ETag of GET /api/v1/plans/{id}.");
    }
    Plan drawn =
        imports.confirm(
            id,
            ifMatch,
            body.crs() == null ? "" : body.crs(),
            replaces(body.mode()),
            Boolean.TRUE.equals(body.leaveOutFaulty()));
    return answers.of(drawn, answers.json(drawn));
  }

  private static boolean replaces(@Nullable String mode) {
    if (!"replace".equals(mode) && !"add".equals(mode)) {
      throw ZoningProblem.BAD_BODY
          .with("“mode” phải là replace hoặc add.", "“mode” must be replace or add.")
          .field("mode");
    }
    return mode.equals("replace");
  }

  @DeleteMapping("/imports/{id}")
  ResponseEntity<Void> discard(@PathVariable UUID id) {
    imports.discard(id);
    return ResponseEntity.noContent().build();
  }

  private ResponseEntity<ImportJson> accepted(UUID id) {
    return ResponseEntity.status(HttpStatus.ACCEPTED)
        .location(URI.create("/api/v1/imports/" + id))
        .cacheControl(CacheControl.noStore())
        .body(shown(imports.get(id)));
  }

  private static ImportJson shown(StoredImport stored) {
    return new ImportJson(
        stored.id(),
        stored.planId(),
        stored.state().name(),
        stored.fileName(),
        stored.author(),
        stored.madeAt(),
        stored.endedAt(),
        stored.jobId() == null ? null : "/api/v1/jobs/" + stored.jobId(),
        "/api/v1/imports/" + stored.id() + "/preview",
        stored.options(),
        stored.report());
  }
}
