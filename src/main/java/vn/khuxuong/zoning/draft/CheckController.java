package vn.khuxuong.zoning.draft;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import vn.khuxuong.platform.problem.ApiProblem;
import vn.khuxuong.zoning.Subzone;
import vn.khuxuong.zoning.SubzoneDiff;
import vn.khuxuong.zoning.ZoningProblem;
import vn.khuxuong.zoning.check.FindingsJson;
import vn.khuxuong.zoning.check.Repair;
import vn.khuxuong.zoning.plan.Plan;
import vn.khuxuong.zoning.plan.PlanAccess;
import vn.khuxuong.zoning.plan.PlanAnswers;
import vn.khuxuong.zoning.rule.Balance;

/** What the checks say about a plan, also about edits that are only tried out. */
@RestController
@RequestMapping("/api/v1/plans/{id}")
class CheckController {
  private static final MediaType XLSX =
      MediaType.valueOf("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

  private final PlanAccess access;
  private final PlanAnswers answers;
  private final DraftStates states;
  private final JudgePlan judge;
  private final EditDraft edit;

  CheckController(
      PlanAccess access, PlanAnswers answers, DraftStates states, JudgePlan judge, EditDraft edit) {
    this.access = access;
    this.answers = answers;
    this.states = states;
    this.judge = judge;
    this.edit = edit;
  }

  /** Findings, verdicts and balance of the plan as it stands. */
  @GetMapping("/report")
  ResponseEntity<ObjectNode> report(@PathVariable long id) {
    Plan plan = access.readable(id);
    return answers.of(plan, ReportJson.of(judge.report(plan, states.of(plan))));
  }

  /** As {@code report}; with {@code edits} in the body, of what they would lead to. */
  @PostMapping("/check")
  ResponseEntity<ObjectNode> check(
      @PathVariable long id, @RequestBody(required = false) @Nullable JsonNode body) {
    Plan plan = access.readable(id);
    if (body == null || !body.has("edits")) {
      return report(id);
    }
    EditDraft.Outcome outcome = edit.tryOut(id, body);
    return answers.of(plan, OutcomeJson.of(outcome, judge.report(plan, outcome.after())));
  }

  /** The land-use balance; beside another plan's where {@code against} names one. */
  @GetMapping("/balance")
  ResponseEntity<?> balance(
      @PathVariable long id,
      @RequestParam(required = false) @Nullable Long against,
      @RequestParam(defaultValue = "json") String f) {
    Plan plan = access.readable(id);
    Balance balance = balance(plan);
    Balance other = against == null ? null : balance(access.readable(against));
    String name = "can-bang-dat-" + plan.zoneCode() + "-v" + plan.version();
    return switch (f) {
      case "json" -> answers.of(plan, BalanceJson.of(balance, other));
      case "csv" ->
          download(
              plan,
              name + ".csv",
              MediaType.parseMediaType("text/csv;charset=UTF-8"),
              BalanceJson.csv(balance, other));
      case "xlsx" -> download(plan, name + ".xlsx", XLSX, BalanceJson.xlsx(balance, other));
      default ->
          throw ApiProblem.BAD_PARAMETER
              .with("Không có định dạng này.", "There is no such format.")
              .field("f")
              .remedy("Dùng json, csv hoặc xlsx.", "Use json, csv or xlsx.");
    };
  }

  /** What differs between two versions of a zone's plan, field by field, and their balances. */
  @GetMapping("/compare")
  ResponseEntity<ObjectNode> compare(@PathVariable long id, @RequestParam long with) {
    Plan plan = access.readable(id);
    Plan other = access.readable(with);
    if (!plan.zoneCode().equals(other.zoneCode())) {
      throw ZoningProblem.BAD_BODY
          .with("Hai đồ án thuộc hai khu khác nhau.", "The plans belong to different zones.")
          .field("with");
    }
    SubzoneDiff diff = SubzoneDiff.between(states.of(other).subzones(), states.of(plan).subzones());
    ObjectNode json = diff.toJson();
    DraftState now = states.of(plan);
    json.set("after", SubzoneFeatures.of(DraftState.present(diff, now.subzones()), now));
    DraftState then = states.of(other);
    List<Subzone> old = new ArrayList<>(diff.removed());
    diff.changed().forEach(change -> old.add(then.subzones().get(change.uid())));
    json.set("before", SubzoneFeatures.of(old, then));
    json.put("plan", plan.id()).put("with", other.id());
    json.set("balance", BalanceJson.of(balance(plan), balance(other)));
    return answers.of(plan, json);
  }

  /** Steps that would mend the draft, each to be accepted on its own. */
  @GetMapping("/repair")
  @PreAuthorize("hasAnyRole('PLANNER', 'APPROVER', 'ADMIN')")
  ResponseEntity<Map<String, Object>> repair(@PathVariable long id) {
    Plan plan = access.readable(id);
    DraftState state = states.of(plan);
    List<Repair.Step> steps = EditDraft.steps(state);
    FindingsJson json = new FindingsJson(state.coverage().pieces(), plan.legal(), true);
    return answers.of(
        plan,
        Map.of(
            "plan", plan.id(),
            "etag", plan.etag(),
            "lockVersion", plan.lockVersion(),
            "steps", steps.stream().map(json::step).toList()));
  }

  private Balance balance(Plan plan) {
    DraftState state = states.of(plan);
    return Balance.of(state.list(), state.zone());
  }

  private ResponseEntity<byte[]> download(Plan plan, String name, MediaType type, byte[] content) {
    return ResponseEntity.ok()
        .headers(answers.headers(plan))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename(name, StandardCharsets.UTF_8)
                .build()
                .toString())
        .contentType(type)
        .body(content);
  }
}
