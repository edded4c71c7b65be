package vn.khuxuong.zoning.draft;

import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import vn.khuxuong.zoning.ZoningProblem;
import vn.khuxuong.zoning.plan.Plan;
import vn.khuxuong.zoning.plan.PlanAccess;
import vn.khuxuong.zoning.plan.PlanAnswers;
import vn.khuxuong.zoning.plan.PlanJson;

/** Drawing over HTTP. Every change needs the version it changes and answers with the checks. */
@RestController
@RequestMapping("/api/v1/plans")
class DraftController {
  private final StartDraft start;
  private final EditDraft edit;
  private final JudgePlan judge;
  private final PlanAccess access;
  private final PlanAnswers answers;
  private final RevisionStore revisions;
  private final TransactionTemplate transaction;

  DraftController(
      StartDraft start,
      EditDraft edit,
      JudgePlan judge,
      PlanAccess access,
      PlanAnswers answers,
      RevisionStore revisions,
      TransactionTemplate transaction) {
    this.start = start;
    this.edit = edit;
    this.judge = judge;
    this.access = access;
    this.answers = answers;
    this.revisions = revisions;
    this.transaction = transaction;
  }

  @PostMapping
  ResponseEntity<PlanJson> start(@RequestBody StartDraft.NewDraft asked) {
    Plan plan = start.start(asked);
    return ResponseEntity.created(URI.create("/api/v1/plans/" + plan.id()))
        .headers(answers.headers(plan))
        .body(answers.json(plan));
  }

  @PatchMapping("/{id}")
  @PreAuthorize("hasRole('PLANNER')")
  ResponseEntity<PlanJson> describe(
      @PathVariable long id, @RequestBody StartDraft.NewDraft asked, Precondition given) {
    Plan plan =
        transaction.execute(
            status -> {
              Plan locked = access.lockEditable(id);
              edit.refuseStale(locked, given);
              return start.describe(locked, asked);
            });
    return answers.of(plan, answers.json(plan));
  }

  /** Applies a batch of edits as a whole; with a key it may be sent again when no answer came. */
  @PostMapping("/{id}/edits")
  ResponseEntity<ObjectNode> edit(
      @PathVariable long id,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable UUID key,
      @RequestBody JsonNode batch,
      Precondition given) {
    return answer(edit.edit(id, given, withoutVersion(batch), key));
  }

  @PostMapping("/{id}/undo")
  ResponseEntity<ObjectNode> undo(
      @PathVariable long id,
      @RequestBody(required = false) @Nullable JsonNode body,
      Precondition given) {
    return answer(edit.undo(id, given));
  }

  @PostMapping("/{id}/redo")
  ResponseEntity<ObjectNode> redo(
      @PathVariable long id,
      @RequestBody(required = false) @Nullable JsonNode body,
      Precondition given) {
    return answer(edit.redo(id, given));
  }

  /** What to show again. */
  record Shown(@Nullable Integer revision, @Nullable Integer version) implements Versioned {}

  @PostMapping("/{id}/show")
  ResponseEntity<ObjectNode> show(
      @PathVariable long id, @RequestBody Shown body, Precondition given) {
    if (body.revision() == null) {
      throw ZoningProblem.BAD_BODY
          .with("Thiếu số bản ghi.", "The revision's number is missing.")
          .field("revision");
    }
    return answer(edit.show(id, given, body.revision()));
  }

  /** Answer of {@code /revisions}. */
  record Revisions(int shown, List<RevisionStore.Revision> revisions) {}

  @GetMapping("/{id}/revisions")
  @PreAuthorize("hasAnyRole('PLANNER', 'APPROVER', 'ADMIN')")
  ResponseEntity<Revisions> revisions(@PathVariable long id) {
    Plan plan = access.readable(id);
    return answers.of(plan, new Revisions(plan.headRevision(), revisions.list(id)));
  }

  /**
   * What changed since the plan had a lock version, in the shape of an edit's answer, so that an
   * open editor catches up with a colleague.
   */
  @GetMapping("/{id}/changes")
  ResponseEntity<ObjectNode> changes(@PathVariable long id, @RequestParam int since) {
    Plan plan = access.readableByStaff(id);
    return answer(edit.since(plan, since).orElseThrow(() -> DraftProblems.neverHad(plan, since)));
  }

  /** Steps of the repair proposal to accept. */
  record Accepted(@Nullable Set<String> steps, @Nullable Integer version) implements Versioned {}

  @PostMapping("/{id}/repair")
  ResponseEntity<ObjectNode> repair(
      @PathVariable long id, @RequestBody Accepted body, Precondition given) {
    if (body.steps() == null || body.steps().isEmpty()) {
      throw ZoningProblem.BAD_BODY
          .with("Chưa chọn bước sửa nào.", "No step was chosen.")
          .field("steps")
          .remedy(
              "Đọc đề xuất ở GET /api/v1/plans/" + id + "/repair.",
              "Read the proposal at GET /api/v1/plans/" + id + "/repair.");
    }
    return answer(edit.repair(id, given, body.steps()));
  }

  private ResponseEntity<ObjectNode> answer(EditDraft.Outcome outcome) {
    Plan plan = outcome.plan();
    return answers.of(plan, OutcomeJson.of(outcome, judge.report(plan, outcome.after())));
  }

  private static JsonNode withoutVersion(JsonNode batch) {
    if (batch instanceof ObjectNode object && object.has("version")) {
      ObjectNode copy = object.deepCopy();
      copy.remove("version");
      return copy;
    }
    return batch;
  }
}
