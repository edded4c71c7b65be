package vn.khuxuong.zoning.presence;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import vn.khuxuong.platform.problem.ProblemException;
import vn.khuxuong.zoning.ZoningProblem;
import vn.khuxuong.zoning.comment.CommentStore;
import vn.khuxuong.zoning.plan.Plan;
import vn.khuxuong.zoning.plan.PlanAccess;
import vn.khuxuong.zoning.plan.PlanAnswers;
import vn.khuxuong.zoning.plan.PlanStatus;
import vn.khuxuong.zoning.presence.PresenceStore.Doing;

/**
 * The heartbeat of an open editor: it says that it is there and learns who else is, and by version
 * and counters whether there is something to catch up with.
 */
@RestController
@RequestMapping("/api/v1/plans/{id}/presence")
class PresenceController {
  private final PresenceStore presences;
  private final CommentStore comments;
  private final PlanAccess access;
  private final PlanAnswers answers;
  private final JsonMapper json;

  PresenceController(
      PresenceStore presences,
      CommentStore comments,
      PlanAccess access,
      PlanAnswers answers,
      JsonMapper json) {
    this.presences = presences;
    this.comments = comments;
    this.access = access;
    this.answers = answers;
    this.json = json;
  }

  /**
   * What a window says of itself.
   *
   * @param session UUID the window made for itself
   * @param subzone uid of the subzone it looks at, null for none
   * @param doing {@code VIEWING}, the usual, or {@code EDITING}
   */
  record Announcement(@Nullable String session, @Nullable String subzone, @Nullable String doing) {}

  /**
   * Who else is there, and how the plan stands.
   *
   * @param people every other window, also one of the caller's own
   * @param openComments threads that are not resolved
   * @param lastComment id of the newest comment, 0 for none
   * @param commentsEtag entity tag of the plan's comments
   */
  record Around(
      List<PresenceStore.Person> people,
      int lockVersion,
      String etag,
      int revision,
      PlanStatus status,
      long openComments,
      long lastComment,
      String commentsEtag) {}

  /** Is to be sent again well within 30 seconds. */
  @PutMapping
  ResponseEntity<Around> announce(@PathVariable long id, @RequestBody Announcement asked) {
    Plan plan = access.readableByStaff(id);
    List<PresenceStore.Person> people =
        presences.announce(
            id,
            access.caller(),
            uuid("session", asked.session()),
            asked.subzone() == null ? null : uuid("subzone", asked.subzone()),
            doing(asked.doing()));
    CommentStore.Counts said = comments.count(id);
    return answers.ofMany(
        new Around(
            people,
            plan.lockVersion(),
            plan.etag(),
            plan.headRevision(),
            plan.status(),
            said.open(),
            said.last(),
            said.etag(id)));
  }

  /** As a page that is closing can send it: a form, the CSRF token in {@code _csrf}. */
  @PostMapping(path = "/leave", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
  ResponseEntity<Void> leaveByForm(
      @PathVariable long id, @RequestParam(required = false) @Nullable String session) {
    access.refuseNonStaff(id);
    presences.leave(id, access.caller(), uuid("session", session));
    return ResponseEntity.noContent().build();
  }

  /** With a JSON body {@code {session}}, also where it calls itself plain text. */
  @PostMapping(
      path = "/leave",
      consumes = {MediaType.APPLICATION_JSON_VALUE, MediaType.TEXT_PLAIN_VALUE})
  ResponseEntity<Void> leave(@PathVariable long id, @RequestBody String body) {
    return leaveByForm(id, session(body));
  }

  private String session(String body) {
    try {
      return json.readTree(body).path("session").asString("");
    } catch (JacksonException e) {
      throw bad("session", "không phải JSON", "is no JSON").causedBy(e);
    }
  }

  private static UUID uuid(String field, @Nullable String text) {
    if (text != null && text.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")) {
      return UUID.fromString(text);
    }
    throw bad(field, "phải là UUID", "must be a UUID");
  }

  private static Doing doing(@Nullable String word) {
    if (word == null) {
      return Doing.VIEWING;
    }
    return Arrays.stream(Doing.values())
        .filter(doing -> doing.name().equals(word.toUpperCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(
            () -> bad("doing", "phải là VIEWING hoặc EDITING", "must be VIEWING or EDITING"));
  }

  private static ProblemException bad(String field, String vi, String en) {
    return ZoningProblem.BAD_BODY
        .with("“" + field + "” " + vi + ".", "“" + field + "” " + en + ".")
        .field(field)
        .remedy(
            "Ví dụ {\"session\": \"0b7c9f0e-6a5e-4c1b-9f39-0c8f4f6f2a11\"}.",
            "For example {\"session\": \"0b7c9f0e-6a5e-4c1b-9f39-0c8f4f6f2a11\"}.");
  }
}
