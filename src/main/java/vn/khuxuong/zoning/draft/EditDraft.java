package vn.khuxuong.zoning.draft;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import vn.khuxuong.platform.audit.Audit;
import vn.khuxuong.platform.problem.ProblemException;
import vn.khuxuong.zoning.StorageGrid;
import vn.khuxuong.zoning.Subzone;
import vn.khuxuong.zoning.SubzoneDiff;
import vn.khuxuong.zoning.ZoningProblem;
import vn.khuxuong.zoning.check.Piece;
import vn.khuxuong.zoning.check.Repair;
import vn.khuxuong.zoning.draft.RevisionStore.Kind;
import vn.khuxuong.zoning.edit.Drawing;
import vn.khuxuong.zoning.edit.EditJson;
import vn.khuxuong.zoning.edit.EditRefusal;
import vn.khuxuong.zoning.plan.Plan;
import vn.khuxuong.zoning.plan.PlanAccess;
import vn.khuxuong.zoning.plan.PlanStore;

/**
 * Changes what a draft shows. Every change is one transaction on the locked plan: the version the
 * client saw is compared, the edits are applied as a whole, the revision with the state before and
 * after is kept, and only then the plan shows it. What was drawn before stays in the tree.
 */
@Component
public class EditDraft {
  private final TransactionTemplate transaction;
  private final PlanAccess access;
  private final PlanStore plans;
  private final RevisionStore revisions;
  private final SubzoneStore subzones;
  private final DraftStates states;
  private final Audit audit;

  EditDraft(
      TransactionTemplate transaction,
      PlanAccess access,
      PlanStore plans,
      RevisionStore revisions,
      SubzoneStore subzones,
      DraftStates states,
      Audit audit) {
    this.transaction = transaction;
    this.access = access;
    this.plans = plans;
    this.revisions = revisions;
    this.subzones = subzones;
    this.states = states;
    this.audit = audit;
  }

  /**
   * What a change led to.
   *
   * @param plan as it stands now
   * @param revisionBefore revision it showed before
   * @param before what it showed
   * @param after what it shows
   */
  public record Outcome(Plan plan, int revisionBefore, DraftState before, DraftState after) {
    /** What changed, field by field. */
    public SubzoneDiff diff() {
      return SubzoneDiff.between(before.subzones(), after.subzones());
    }
  }

  /**
   * Applies a batch of edits as sent.
   *
   * @param key name the client gave the request; when the caller's batch of that name is written
   *     already, because its answer was lost on the way, nothing is written again and the answer
   *     says what changed since before it. Null for a request without a name
   */
  @PreAuthorize("hasRole('PLANNER')")
  public Outcome edit(long planId, Precondition given, JsonNode batch, @Nullable UUID key) {
    return change(
        planId, given, Kind.EDIT, key, (plan, state) -> new Drawn(apply(state, batch), batch));
  }

  /**
   * What somebody draws.
   *
   * @param after all subzones by uid; what was not touched as the same instances
   * @param batch what is kept as the revision's origin
   */
  public record Drawn(Map<String, Subzone> after, @Nullable JsonNode batch) {}

  /**
   * Draws what a use case makes of the locked plan. It looks itself whether the client saw what it
   * changes.
   */
  @PreAuthorize("hasRole('PLANNER')")
  public Outcome draw(long planId, BiFunction<Plan, DraftState, Drawn> drawing) {
    return change(planId, null, Kind.EDIT, null, drawing);
  }

  /** What a batch of edits would lead to; nothing is written. */
  @PreAuthorize("hasRole('PLANNER')")
  public Outcome tryOut(long planId, JsonNode batch) {
    Plan plan = access.readable(planId);
    DraftState before = states.of(plan);
    before.coverage();
    return new Outcome(
        plan, plan.headRevision(), before, before.next(settled(before, apply(before, batch))));
  }

  /** Accepts steps of the repair proposal for the draft as it stands. */
  @PreAuthorize("hasRole('PLANNER')")
  public Outcome repair(long planId, Precondition given, Set<String> stepIds) {
    return change(
        planId,
        given,
        Kind.REPAIR,
        null,
        (plan, state) -> new Drawn(mended(state, stepIds), names(stepIds)));
  }

  /**
   * Draws what an import read, in place of everything or beside it.
   *
   * @param ifMatch entity tag of the plan the person confirmed against
   * @param replace whether subzones that are not in the file go
   * @param batch what is kept as the revision's origin
   */
  @PreAuthorize("hasRole('PLANNER')")
  public Plan importInto(
      long planId, @Nullable String ifMatch, List<Subzone> read, boolean replace, JsonNode batch) {
    return change(
            planId,
            new Precondition(ifMatch, null),
            Kind.IMPORT,
            null,
            (plan, state) -> {
              Map<String, Subzone> after =
                  new LinkedHashMap<>(replace ? Map.of() : state.subzones());
              read.forEach(subzone -> after.put(subzone.uid(), subzone));
              return new Drawn(after, batch);
            })
        .plan();
  }

  /** Takes one step back in the draft's history. */
  @PreAuthorize("hasRole('PLANNER')")
  public Outcome undo(long planId, Precondition given) {
    return move(
        planId,
        given,
        "UNDO",
        plan ->
            revisions
                .parent(plan.id(), plan.headRevision())
                .orElseThrow(
                    () ->
                        ZoningProblem.NOTHING_TO_UNDO.with(
                            "Đây là trạng thái đầu tiên của bản nháp.",
                            "This is the first state of the draft.")));
  }

  /** Takes one step forward again, along the newest branch. */
  @PreAuthorize("hasRole('PLANNER')")
  public Outcome redo(long planId, Precondition given) {
    return move(
        planId,
        given,
        "REDO",
        plan ->
            revisions
                .child(plan.id(), plan.headRevision())
                .orElseThrow(
                    () ->
                        ZoningProblem.NOTHING_TO_UNDO.with(
                            "Không còn bước nào để làm lại.", "There is no step to redo.")));
  }

  /** Shows any revision of the draft's history again; the others stay. */
  @PreAuthorize("hasRole('PLANNER')")
  public Outcome show(long planId, Precondition given, int revision) {
    return move(
        planId,
        given,
        "SHOW",
        plan -> {
          if (!revisions.exists(plan.id(), revision)) {
            throw ZoningProblem.BAD_BODY
                .with(
                    "Đồ án không có bản ghi " + revision + ".",
                    "The plan has no revision " + revision + ".")
                .field("revision")
                .remedy(
                    "Danh sách ở /api/v1/plans/" + plan.id() + "/revisions.",
                    "They are listed at /api/v1/plans/" + plan.id() + "/revisions.");
          }
          return revision;
        });
  }

  private interface Target {
    int of(Plan plan);
  }

  private Outcome move(long planId, Precondition given, String kind, Target target) {
    Outcome outcome =
        transaction.execute(
            status -> {
              Plan plan = lock(planId, given);
              DraftState before = states.of(plan);
              int revision = target.of(plan);
              DraftState wanted = states.at(plan, revision);
              showDifference(plan, before.subzones(), wanted.subzones());
              DraftState after = wanted.isChecked() ? wanted : before.next(shared(before, wanted));
              return finish(plan, revision, kind, before, after);
            });
    return kept(outcome);
  }

  private Outcome change(
      long planId,
      @Nullable Precondition given,
      Kind kind,
      @Nullable UUID key,
      BiFunction<Plan, DraftState, Drawn> drawing) {
    Outcome outcome =
        transaction.execute(
            status -> {
              Plan plan = access.lockEditable(planId);
              Optional<Integer> base =
                  key == null
                      ? Optional.empty()
                      : revisions.baseOf(plan.id(), access.caller(), key);
              if (base.isPresent()) {
                return new Outcome(plan, base.get(), states.at(plan, base.get()), states.of(plan));
              }
              if (given != null) {
                refuseStale(plan, given);
              }
              DraftState before = states.of(plan);
              Drawn asked = drawing.apply(plan, before);
              Map<String, Subzone> drawn = settled(before, asked.after());
              Map<String, @Nullable Subzone> changes =
                  showDifference(plan, before.subzones(), drawn);
              if (changes.isEmpty()) {
                return new Outcome(plan, plan.headRevision(), before, before);
              }
              int revision =
                  revisions.add(
                      plan, kind, access.caller(), asked.batch(), key, before.subzones(), changes);
              return finish(plan, revision, kind.name(), before, before.next(drawn));
            });
    return kept(outcome);
  }

  private Outcome kept(Outcome outcome) {
    states.keep(outcome.revisionBefore(), outcome.plan(), outcome.after());
    return outcome;
  }

  private Plan lock(long planId, Precondition given) {
    Plan plan = access.lockEditable(planId);
    refuseStale(plan, given);
    return plan;
  }

  /**
   * Refuses a client whose version is not the plan's, with the server's copy and what changed
   * since.
   *
   * @throws ProblemException 412, 409 or 428, see {@link Precondition}
   */
  public void refuseStale(Plan plan, Precondition given) {
    if (given.holds(plan)) {
      return;
    }
    OptionalInt seen = given.seen(plan);
    Outcome since = seen.isEmpty() ? null : since(plan, seen.getAsInt()).orElse(null);
    throw DraftProblems.stale(given.staleness(), plan, since);
  }

  /**
   * What changed in a plan since it had a lock version, whoever changed it; empty where it never
   * had that version.
   */
  Optional<Outcome> since(Plan plan, int lockVersion) {
    Optional<Integer> shown =
        lockVersion == plan.lockVersion()
            ? Optional.of(plan.headRevision())
            : revisions.shownBy(plan.id(), lockVersion);
    return shown.map(
        revision -> new Outcome(plan, revision, states.at(plan, revision), states.of(plan)));
  }

  private Outcome finish(
      Plan plan, int revision, String kind, DraftState before, DraftState after) {
    plans.moveHead(plan.id(), revision);
    plans.recordStep(plan.id(), kind, access.caller());
    audit.record(
        "plan.drawn",
        "plan",
        String.valueOf(plan.id()),
        Map.of("kind", kind, "revision", revision, "from", plan.headRevision()));
    return new Outcome(access.readable(plan.id()), plan.headRevision(), before, after);
  }

  /** Writes what differs; returns it by uid, null for what is gone. */
  private Map<String, @Nullable Subzone> showDifference(
      Plan plan, Map<String, Subzone> before, Map<String, Subzone> after) {
    SubzoneDiff diff = SubzoneDiff.between(before, after);
    List<Subzone> written = DraftState.present(diff, after);
    List<String> removed = diff.removed().stream().map(Subzone::uid).toList();
    Map<String, @Nullable Subzone> changes = new LinkedHashMap<>();
    written.forEach(subzone -> changes.put(subzone.uid(), subzone));
    removed.forEach(uid -> changes.put(uid, null));
    Set<String> noded =
        diff.changed().stream()
            .filter(change -> change.isNodedOnly(before, after))
            .map(SubzoneDiff.Change::uid)
            .collect(Collectors.toSet());
    subzones.show(plan, written, removed, noded);
    return changes;
  }

  private static Map<String, Subzone> apply(DraftState state, JsonNode batch) {
    try {
      return Drawing.apply(
          state.subzones(),
          state.zone(),
          EditJson.read(batch, state.zone().legal()),
          () -> UUID.randomUUID().toString());
    } catch (EditRefusal refusal) {
      throw DraftProblems.refused(refusal, state.zone().legal());
    }
  }

  /** Steps that would mend the draft and leave every subzone one polygon. */
  static List<Repair.Step> steps(DraftState state) {
    return Repair.propose(state.coverage()).stream()
        .filter(step -> step.after().values().stream().allMatch(Polygon.class::isInstance))
        .toList();
  }

  private static Map<String, Subzone> mended(DraftState state, Set<String> stepIds) {
    List<Repair.Step> steps =
        steps(state).stream().filter(step -> stepIds.contains(step.id())).toList();
    Set<String> found = steps.stream().map(Repair.Step::id).collect(Collectors.toSet());
    if (!found.equals(stepIds)) {
      throw ZoningProblem.BAD_EDIT
          .with(
              "Bước sửa này không có trong đề xuất hiện tại.",
              "Such a step is not in the proposal as it stands.")
          .field("steps")
          .remedy("Đọc lại đề xuất sửa rồi chọn.", "Read the proposal again and choose from it.");
    }
    Map<String, Subzone> after = new LinkedHashMap<>(state.subzones());
    for (Piece piece : Repair.accept(state.coverage(), steps).pieces()) {
      Subzone subzone = after.get(piece.id());
      if (subzone != null && !piece.shape().equalsExact(subzone.shape())) {
        after.put(piece.id(), subzone.withShape((Polygon) piece.shape()));
      }
    }
    return after;
  }

  /** The target's subzones, those that are the same as before as the same instances. */
  private static Map<String, Subzone> shared(DraftState before, DraftState target) {
    Map<String, Subzone> shared = new LinkedHashMap<>(target.subzones());
    Set<String> differ = new HashSet<>();
    DraftState.present(SubzoneDiff.between(before.subzones(), target.subzones()), target.subzones())
        .forEach(subzone -> differ.add(subzone.uid()));
    shared.replaceAll(
        (uid, subzone) -> differ.contains(uid) ? subzone : before.subzones().get(uid));
    return shared;
  }

  private static ArrayNode names(Set<String> stepIds) {
    ArrayNode names = JsonNodeFactory.instance.arrayNode();
    stepIds.stream().sorted().forEach(names::add);
    return names;
  }

  /** Shapes as they will be when read again, so that what is checked is what is kept. */
  @SuppressWarnings("ReferenceEquality") // what an edit did not touch is the same instance
  private static Map<String, Subzone> settled(DraftState before, Map<String, Subzone> drawn) {
    Map<String, Subzone> after = new LinkedHashMap<>();
    Set<String> codes = new HashSet<>();
    drawn.forEach(
        (uid, subzone) -> {
          if (!codes.add(subzone.code())) {
            throw DraftProblems.codeTaken(subzone.code());
          }
          after.put(
              uid, subzone == before.subzones().get(uid) ? subzone : settled(before, subzone));
        });
    return after;
  }

  private static Subzone settled(DraftState before, Subzone subzone) {
    var legal = before.zone().legal();
    Geometry stored = StorageGrid.toStored(subzone.shape(), legal);
    if (stored.isEmpty() || !stored.isValid()) {
      throw DraftProblems.invalid(subzone, stored);
    }
    return subzone.withShape((Polygon) StorageGrid.fromStored(stored, legal));
  }
}
