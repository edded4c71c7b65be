package vn.khuxuong.zoning.publish;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.khuxuong.platform.problem.ApiProblem;
import vn.khuxuong.platform.problem.ProblemException;
import vn.khuxuong.zoning.ZoningProblem;
import vn.khuxuong.zoning.comment.CommentAsked;
import vn.khuxuong.zoning.draft.Precondition;
import vn.khuxuong.zoning.draft.Versioned;
import vn.khuxuong.zoning.plan.Plan;
import vn.khuxuong.zoning.plan.PlanAccess;
import vn.khuxuong.zoning.plan.PlanAnswers;
import vn.khuxuong.zoning.plan.PlanJson;

/** The steps of a plan's life over HTTP, and the record of them for staff. */
@RestController
@RequestMapping("/api/v1")
class DecisionController {
  private static final int LONGEST_TEXT = 2_000;
  private static final String STAFF = "hasAnyRole('PLANNER', 'APPROVER', 'ADMIN')";

  private final DecidePlan decide;
  private final WaivePlanRule waive;
  private final ReplayDecision replay;
  private final DecisionStore decisions;
  private final PlanAccess access;
  private final PlanAnswers answers;

  DecisionController(
      DecidePlan decide,
      WaivePlanRule waive,
      ReplayDecision replay,
      DecisionStore decisions,
      PlanAccess access,
      PlanAnswers answers) {
    this.decide = decide;
    this.waive = waive;
    this.replay = replay;
    this.decisions = decisions;
    this.access = access;
    this.answers = answers;
  }

  /** Body of every step; which members a step needs, its method says. */
  record Step(
      @Nullable String reason,
      @Nullable String decisionNo,
      @Nullable String decidedOn,
      @Nullable String authorityVi,
      @Nullable String authorityEn,
      @Nullable String validFrom,
      @Nullable String validTo,
      @Nullable Long over,
      @Nullable String ruleId,
      @Nullable List<@Nullable CommentAsked> comments,
      @Nullable Integer version)
      implements Versioned {
    static final Step EMPTY =
        new Step(null, null, null, null, null, null, null, null, null, null, null);
  }

  @PostMapping("/plans/{id}/submit")
  ResponseEntity<PlanJson> submit(
      @PathVariable long id,
      @RequestBody(required = false) @Nullable Step body,
      Precondition given) {
    Step step = orEmpty(body);
    return answer(decide.submit(id, given, optional("reason", step.reason())));
  }

  @PostMapping("/plans/{id}/withdraw")
  ResponseEntity<PlanJson> withdraw(
      @PathVariable long id,
      @RequestBody(required = false) @Nullable Step body,
      Precondition given) {
    Step step = orEmpty(body);
    return answer(decide.withdraw(id, given, optional("reason", step.reason())));
  }

  /** Needs a reason; may come with comments, which are kept with the decision or not at all. */
  @PostMapping("/plans/{id}/return")
  ResponseEntity<PlanJson> sendBack(
      @PathVariable long id,
      @RequestBody(required = false) @Nullable Step body,
      Precondition given) {
    Step step = orEmpty(body);
    return answer(
        decide.sendBack(
            id,
            given,
            required("reason", step.reason()),
            step.comments() == null ? List.of() : step.comments()));
  }

  /** Needs decision number, its date, the authority and the first day in force. */
  @PostMapping("/plans/{id}/approve")
  ResponseEntity<PlanJson> approve(
      @PathVariable long id,
      @RequestBody(required = false) @Nullable Step body,
      Precondition given) {
    Step step = orEmpty(body);
    String authorityVi = required("authorityVi", step.authorityVi());
    String authorityEn = optional("authorityEn", step.authorityEn());
    LocalDate from = day("validFrom", required("validFrom", step.validFrom()));
    LocalDate to = step.validTo() == null ? null : day("validTo", step.validTo());
    if (to != null && !to.isAfter(from)) {
      throw bad("validTo", "phải sau validFrom", "must be after validFrom");
    }
    return answer(
        decide.approve(
            id,
            given,
            new DecidePlan.Approval(
                required("decisionNo", step.decisionNo()),
                day("decidedOn", required("decidedOn", step.decidedOn())),
                authorityVi,
                authorityEn == null ? authorityVi : authorityEn,
                from,
                to,
                optional("reason", step.reason()))));
  }

  @PostMapping("/plans/{id}/publish")
  ResponseEntity<PlanJson> publish(
      @PathVariable long id,
      @RequestBody(required = false) @Nullable Step body,
      Precondition given) {
    Step step = orEmpty(body);
    return answer(decide.publish(id, given, step.over()));
  }

  /** Records an authority's decision that frees the plan from one rule. */
  @PostMapping("/plans/{id}/waivers")
  ResponseEntity<PlanJson> waive(@PathVariable long id, @RequestBody Step step) {
    return answer(
        waive.waive(
            id,
            required("ruleId", step.ruleId()),
            required("decisionNo", step.decisionNo()),
            day("decidedOn", required("decidedOn", step.decidedOn()))));
  }

  /** Answer of {@code /decisions}. */
  record Decisions(List<DecisionStore.Decision> decisions) {}

  @GetMapping("/plans/{id}/decisions")
  @PreAuthorize(STAFF)
  ResponseEntity<Decisions> decisions(@PathVariable long id) {
    Plan plan = access.readable(id);
    return answers.of(plan, new Decisions(decisions.list(id)));
  }

  /** Takes a decision's checks again and compares. */
  @GetMapping("/plans/{id}/decisions/{decision}/replay")
  @PreAuthorize(STAFF)
  ResponseEntity<ReplayDecision.Replay> replay(@PathVariable long id, @PathVariable long decision) {
    return answers.ofMany(replay.replay(access.readable(id), decision));
  }

  /** A rule book that some decision was taken by, whole. */
  @GetMapping("/rule-sets/{sha256}")
  ResponseEntity<String> ruleSet(@PathVariable String sha256) {
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType("text/plain;charset=UTF-8"))
        .body(
            decisions
                .ruleSet(sha256)
                .orElseThrow(
                    () ->
                        ApiProblem.NOT_FOUND.with(
                            "Không có bộ quy tắc này.", "There is no such rule set.")));
  }

  private ResponseEntity<PlanJson> answer(Plan plan) {
    return answers.of(plan, answers.json(plan));
  }

  private static Step orEmpty(@Nullable Step body) {
    return body == null ? Step.EMPTY : body;
  }

  private static String required(String field, @Nullable String value) {
    String text = optional(field, value);
    if (text == null) {
      throw bad(field, "không được để trống", "must be given");
    }
    return text;
  }

  private static @Nullable String optional(String field, @Nullable String value) {
    if (value == null || value.isBlank()) {
      return null;
    }
    if (value.length() > LONGEST_TEXT || value.indexOf('\0') >= 0) {
      throw bad(
          field,
          "dài quá " + LONGEST_TEXT + " ký tự hoặc có ký tự lạ",
          "is longer than " + LONGEST_TEXT + " characters or has a NUL");
    }
    return value.strip();
  }

  private static LocalDate day(String field, String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw bad(field, "phải là ngày yyyy-mm-dd", "must be a date yyyy-mm-dd").causedBy(e);
    }
  }

  private static ProblemException bad(String field, String vi, String en) {
    return ZoningProblem.BAD_BODY
        .with("“" + field + "” " + vi + ".", "“" + field + "” " + en + ".")
        .field(field);
  }
}
