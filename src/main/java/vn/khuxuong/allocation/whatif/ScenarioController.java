package vn.khuxuong.allocation.whatif;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.net.URI;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;
import vn.khuxuong.allocation.solver.Placement;
import vn.khuxuong.tenancy.Answer;

/** Scenarios over HTTP, for officers: the difference as a table and as features for the map. */
@RestController
@RequestMapping("/api/v1/rounds/{id}/scenarios")
class ScenarioController {
  private final Scenarios scenarios;
  private final ScenarioStore store;
  private final JsonMapper json;

  ScenarioController(Scenarios scenarios, ScenarioStore store, JsonMapper json) {
    this.scenarios = scenarios;
    this.store = store;
    this.json = json;
  }

  /** A scenario; figures and difference are left out until it is solved. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record ScenarioJson(
      long id,
      String name,
      String state,
      @Nullable String job,
      String madeBy,
      OffsetDateTime madeAt,
      @JsonRawValue String asked,
      @JsonRawValue @Nullable String figures,
      @Nullable List<Difference.Row> difference) {}

  /** Scenarios of a round. */
  record Page(List<ScenarioJson> scenarios) {}

  @PostMapping
  ResponseEntity<ScenarioJson> ask(@PathVariable long id, @RequestBody ScenarioAsked asked) {
    ScenarioStore.Kept kept = scenarios.ask(id, asked);
    return ResponseEntity.accepted()
        .location(URI.create("/api/v1/rounds/" + id + "/scenarios/" + kept.id()))
        .body(json(kept, false));
  }

  @GetMapping
  ResponseEntity<Page> list(@PathVariable long id) {
    return Answer.of(new Page(scenarios.list(id).stream().map(kept -> json(kept, false)).toList()));
  }

  @GetMapping("/{scenario}")
  ResponseEntity<ScenarioJson> get(@PathVariable long id, @PathVariable long scenario) {
    return Answer.of(json(scenarios.get(id, scenario), true));
  }

  @DeleteMapping("/{scenario}")
  ResponseEntity<Void> discard(@PathVariable long id, @PathVariable long scenario) {
    scenarios.discard(id, scenario);
    return ResponseEntity.noContent().build();
  }

  /** Bays that change hands, where they were and where they would be (CRS84). */
  @GetMapping(path = "/{scenario}/map", produces = "application/geo+json")
  ResponseEntity<String> map(@PathVariable long id, @PathVariable long scenario) {
    List<Object> features = new ArrayList<>();
    for (Difference.Row row : difference(scenarios.get(id, scenario))) {
      add(features, row, "before", row.before());
      add(features, row, "after", row.after());
    }
    Map<String, Object> collection = new LinkedHashMap<>();
    collection.put("type", "FeatureCollection");
    collection.put("features", features);
    return ResponseEntity.ok()
        .contentType(MediaType.valueOf("application/geo+json"))
        .body(json.writeValueAsString(collection));
  }

  private void add(
      List<Object> features, Difference.Row row, String side, @Nullable Placement placement) {
    if (placement == null) {
      return;
    }
    for (Placement.Block block : placement.blocks()) {
      int slash = block.floor().lastIndexOf('/');
      String building = block.floor().substring(0, slash);
      int level = Integer.parseInt(block.floor().substring(slash + 1));
      store
          .outline(building, level, block.startBay(), block.bayCount())
          .ifPresent(
              geometry -> {
                Map<String, Object> properties = new LinkedHashMap<>();
                properties.put("application", row.application());
                properties.put("kind", row.kind().name());
                properties.put("side", side);
                properties.put("building", building);
                properties.put("level", level);
                properties.put("firstBay", block.startBay());
                properties.put("bayCount", block.bayCount());
                Map<String, Object> feature = new LinkedHashMap<>();
                feature.put("type", "Feature");
                feature.put("properties", properties);
                feature.put("geometry", json.readTree(geometry));
                features.add(feature);
              });
    }
  }

  private ScenarioJson json(ScenarioStore.Kept kept, boolean whole) {
    return new ScenarioJson(
        kept.id(),
        kept.name(),
        kept.state(),
        kept.jobId() == null ? null : kept.jobId().toString(),
        kept.madeBy(),
        kept.madeAt(),
        kept.asked(),
        kept.figures(),
        whole && kept.result() != null ? difference(kept) : null);
  }

  private List<Difference.Row> difference(ScenarioStore.Kept kept) {
    String result = kept.result();
    if (result == null) {
      return List.of();
    }
    SolveScenario.Result solved = json.readValue(result, SolveScenario.Result.class);
    return Difference.of(solved.without(), solved.with());
  }
}
