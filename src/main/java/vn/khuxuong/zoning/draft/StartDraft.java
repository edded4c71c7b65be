package vn.khuxuong.zoning.draft;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.khuxuong.platform.audit.Audit;
import vn.khuxuong.platform.problem.ProblemException;
import vn.khuxuong.zoning.Subzone;
import vn.khuxuong.zoning.ZoningProblem;
import vn.khuxuong.zoning.draft.RevisionStore.Kind;
import vn.khuxuong.zoning.plan.Plan;
import vn.khuxuong.zoning.plan.PlanAccess;
import vn.khuxuong.zoning.plan.PlanStore;
import vn.khuxuong.zoning.plan.ZoneStore;
import vn.khuxuong.zoning.rule.PlanFacts;

/**
 * Makes a new version of a zone's plan: empty, or with the subzones of any version there is. That
 * is also how a scenario is forked and how an old version is restored.
 */
@Component
class StartDraft {
  private static final int LONGEST_TITLE = 300;

  private final PlanAccess access;
  private final PlanStore plans;
  private final ZoneStore zones;
  private final RevisionStore revisions;
  private final SubzoneStore subzones;
  private final DraftStates states;
  private final Audit audit;

  StartDraft(
      PlanAccess access,
      PlanStore plans,
      ZoneStore zones,
      RevisionStore revisions,
      SubzoneStore subzones,
      DraftStates states,
      Audit audit) {
    this.access = access;
    this.plans = plans;
    this.zones = zones;
    this.revisions = revisions;
    this.subzones = subzones;
    this.states = states;
    this.audit = audit;
  }

  /**
   * What is asked for; what is null comes from the plan it is based on, or is usual.
   *
   * @param zone code of the zone; may be left out where {@code basedOn} tells it
   * @param basedOn id of the plan whose subzones the draft starts with
   * @param revision revision of that plan to take, null for what it shows
   */
  record NewDraft(
      @Nullable String zone,
      @Nullable String titleVi,
      @Nullable String titleEn,
      @Nullable Integer scale,
      @Nullable String parkKind,
      @Nullable Boolean shared,
      @Nullable Long basedOn,
      @Nullable Integer revision) {}

  /** Makes the draft and returns it. */
  @PreAuthorize("hasRole('PLANNER')")
  @Transactional
  public Plan start(NewDraft asked) {
    Plan base = asked.basedOn() == null ? null : access.readable(asked.basedOn());
    String zone = zone(asked, base);
    String titleVi = title("titleVi", asked.titleVi(), base == null ? null : base.titleVi());
    String titleEn = title("titleEn", asked.titleEn(), base == null ? titleVi : base.titleEn());
    Integer scale = asked.scale() != null || base == null ? asked.scale() : base.scale();
    String parkKind =
        asked.parkKind() != null ? asked.parkKind() : base == null ? "GENERAL" : base.parkKind();
    refuseOdd(scale, parkKind);
    plans.lockZone(zone);
    long id =
        plans.insert(
            new PlanStore.NewPlan(
                zone,
                titleVi,
                titleEn,
                scale,
                parkKind,
                Boolean.TRUE.equals(asked.shared()),
                base == null ? null : base.id(),
                base == null ? "ILLUSTRATIVE" : base.dataStatus(),
                access.caller()));
    Plan draft = access.readable(id);
    Map<String, Subzone> content = content(base, asked.revision());
    int first =
        revisions.add(
            draft, Kind.START, access.caller(), null, null, Map.of(), new LinkedHashMap<>(content));
    subzones.show(draft, content.values(), List.of(), Set.of());
    plans.startHead(id, first);
    plans.recordStep(id, Kind.START.name(), access.caller());
    audit.record(
        "plan.started",
        "plan",
        String.valueOf(id),
        base == null
            ? Map.of("zone", zone)
            : Map.of("zone", zone, "basedOn", base.id(), "subzones", content.size()));
    return access.readable(id);
  }

  /**
   * Changes what a draft says of itself; null leaves a value as it is.
   *
   * @param plan locked and checked for staleness by the caller
   */
  @PreAuthorize("hasRole('PLANNER')")
  @Transactional
  public Plan describe(Plan plan, NewDraft asked) {
    String titleVi = title("titleVi", asked.titleVi(), plan.titleVi());
    String titleEn = title("titleEn", asked.titleEn(), plan.titleEn());
    Integer scale = asked.scale() == null ? plan.scale() : asked.scale();
    String parkKind = asked.parkKind() == null ? plan.parkKind() : asked.parkKind();
    refuseOdd(scale, parkKind);
    boolean shared = asked.shared() == null ? plan.shared() : asked.shared();
    if (shared != plan.shared() && !plan.author().equals(access.caller())) {
      throw ZoningProblem.NOT_YOURS
          .with(
              "Chỉ người vẽ mới bật hoặc tắt dùng chung.",
              "Only the author switches sharing on or off.")
          .field("shared");
    }
    plans.describe(plan.id(), titleVi, titleEn, scale, parkKind, shared);
    plans.recordStep(plan.id(), "DESCRIBE", access.caller());
    audit.record(
        "plan.described",
        "plan",
        String.valueOf(plan.id()),
        Map.of("titleVi", titleVi, "parkKind", parkKind, "shared", shared));
    return access.readable(plan.id());
  }

  private Map<String, Subzone> content(@Nullable Plan base, @Nullable Integer revision) {
    if (base == null) {
      return Map.of();
    }
    if (revision == null) {
      return states.of(base).subzones();
    }
    if (!access.seesDrafts() || !revisions.exists(base.id(), revision)) {
      throw bad("revision", "Đồ án không có bản ghi này.", "The plan has no such revision.");
    }
    return states.at(base, revision).subzones();
  }

  private String zone(NewDraft asked, @Nullable Plan base) {
    String zone = asked.zone() != null ? asked.zone() : base == null ? null : base.zoneCode();
    if (zone == null) {
      throw bad("zone", "Thiếu mã khu.", "The zone's code is missing.");
    }
    zones.get(zone);
    if (base != null && !base.zoneCode().equals(zone)) {
      throw bad(
          "basedOn",
          "Đồ án gốc thuộc khu " + base.zoneCode() + ".",
          "The plan it is based on belongs to zone " + base.zoneCode() + ".");
    }
    return zone;
  }

  private static String title(String field, @Nullable String asked, @Nullable String usual) {
    String title = asked == null ? usual : asked.strip();
    if (title == null || title.isEmpty() || title.length() > LONGEST_TITLE) {
      throw bad(
          field,
          "Tên đồ án phải có từ 1 đến " + LONGEST_TITLE + " ký tự.",
          "The title must have 1 to " + LONGEST_TITLE + " characters.");
    }
    if (title.chars().anyMatch(Character::isISOControl)) {
      throw bad(field, "Tên đồ án có ký tự lạ.", "The title has control characters.");
    }
    return title;
  }

  private static void refuseOdd(@Nullable Integer scale, String parkKind) {
    if (scale != null && scale != 500 && scale != 2000 && scale != 5000) {
      throw bad(
          "scale", "Tỷ lệ phải là 500, 2000 hoặc 5000.", "The scale must be 500, 2000 or 5000.");
    }
    if (!PlanFacts.PARK_KINDS.contains(parkKind)) {
      throw bad(
          "parkKind",
          "Loại khu phải là một trong " + PlanFacts.PARK_KINDS + ".",
          "The park kind must be one of " + PlanFacts.PARK_KINDS + ".");
    }
  }

  private static ProblemException bad(String field, String vi, String en) {
    return ZoningProblem.BAD_BODY.with(vi, en).field(field);
  }
}
