package vn.khuxuong.zoning.feature;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.khuxuong.maps.EditableCollection;
import vn.khuxuong.maps.FeatureChange;
import vn.khuxuong.maps.FeatureRefusal;
import vn.khuxuong.maps.FeatureRefusal.Reason;
import vn.khuxuong.platform.security.Role;
import vn.khuxuong.zoning.SubzoneDiff;
import vn.khuxuong.zoning.check.Finding;
import vn.khuxuong.zoning.check.Severity;
import vn.khuxuong.zoning.draft.EditDraft;
import vn.khuxuong.zoning.plan.Plan;

/**
 * Layer {@code draft_subzones}: who may draw a draft may change its subzones from a GIS tool. One
 * request changes one draft, as one revision.
 *
 * <p>A change must name the version it saw, which must be the one there is. Two things may be done
 * without: {@code DELETE}, which stock QGIS sends bare, and {@code If-Match: *}; both only where
 * the subzone is as the draft began with it or as the caller left it, so that nobody's work but
 * one's own can be lost. Either way the draft's history keeps what was there.
 */
@Component
class DraftSubzones implements EditableCollection {
  static final String LAYER = "draft_subzones";

  /** The report has all of them. */
  private static final int MOST_NOTICES = 6;

  private final EditDraft drafts;
  private final ChosenDraft chosen;
  private final VersionStore versions;
  private final SeenSubzones seen;

  DraftSubzones(EditDraft drafts, ChosenDraft chosen, VersionStore versions, SeenSubzones seen) {
    this.drafts = drafts;
    this.chosen = chosen;
    this.versions = versions;
    this.seen = seen;
  }

  @Override
  public String layer() {
    return LAYER;
  }

  @Override
  public Set<String> editors() {
    return Set.of(Role.PLANNER.name());
  }

  @Override
  public Changed change(List<FeatureChange> changes) {
    long planId = chosen.of(changes);
    Map<String, Integer> before = new HashMap<>();
    List<SubzoneChanges.Target> targets = new ArrayList<>();
    EditDraft.Outcome outcome =
        drafts.draw(
            planId,
            (plan, state) -> {
              before.putAll(versions.of(planId));
              SubzoneChanges drawing = new SubzoneChanges(plan, state, before, seen);
              for (int i = 0; i < changes.size(); i++) {
                try {
                  targets.add(drawing.add(changes.get(i)));
                } catch (FeatureRefusal refusal) {
                  throw refusal.inChange(i);
                }
              }
              return drawing.drawn();
            });
    return changed(outcome, before, targets);
  }

  private static Changed changed(
      EditDraft.Outcome outcome, Map<String, Integer> before, List<SubzoneChanges.Target> targets) {
    Plan plan = outcome.plan();
    SubzoneDiff diff = outcome.diff();
    Map<String, Integer> now = new HashMap<>();
    diff.created().forEach(subzone -> now.put(subzone.uid(), plan.lockVersion()));
    diff.changed().stream()
        .filter(
            change -> !change.isNodedOnly(outcome.before().subzones(), outcome.after().subzones()))
        .forEach(change -> now.put(change.uid(), plan.lockVersion()));
    List<Feature> features = new ArrayList<>();
    for (SubzoneChanges.Target target : targets) {
      boolean there = outcome.after().subzones().containsKey(target.uid());
      int version = now.getOrDefault(target.uid(), before.getOrDefault(target.uid(), 0));
      features.add(
          new Feature(id(plan, target.uid()), there ? version : 0, target.created() && there));
    }
    List<Moved> moved = new ArrayList<>();
    now.forEach(
        (uid, version) ->
            moved.add(new Moved(id(plan, uid), before.getOrDefault(uid, 0), version)));
    return new Changed(features, moved, notices(outcome, now.keySet()));
  }

  private static String id(Plan plan, String uid) {
    return new FeatureId(plan.id(), uid).text();
  }

  /** The findings that the changed subzones are part of, and how many there are in all. */
  private static List<Notice> notices(EditDraft.Outcome outcome, Set<String> changed) {
    List<Finding> all = outcome.after().coverage().findings();
    String report = "/api/v1/plans/" + outcome.plan().id() + "/report";
    List<Notice> notices = new ArrayList<>();
    long blocking = all.stream().filter(f -> f.severity() == Severity.BLOCKS).count();
    if (!all.isEmpty()) {
      notices.add(
          new Notice(
              report,
              "Đồ án "
                  + outcome.plan().id()
                  + ": "
                  + blocking
                  + " lỗi phải sửa, "
                  + (all.size() - blocking)
                  + " cảnh báo.",
              "Plan "
                  + outcome.plan().id()
                  + ": "
                  + blocking
                  + " findings to mend, "
                  + (all.size() - blocking)
                  + " warnings."));
    }
    for (Finding finding : all) {
      Set<String> subjects = new HashSet<>(finding.subjects());
      subjects.retainAll(changed);
      if (!subjects.isEmpty() && notices.size() < MOST_NOTICES) {
        notices.add(new Notice(report, finding.messageVi(), finding.messageEn()));
      }
    }
    return notices;
  }

  static FeatureRefusal invalid(@Nullable String field, String vi, String en) {
    FeatureRefusal refusal = new FeatureRefusal(Reason.INVALID, vi, en);
    return field == null ? refusal : refusal.field(field);
  }

  static FeatureRefusal unknown() {
    return new FeatureRefusal(
        Reason.UNKNOWN,
        "Không có đối tượng mang mã này trong lớp dữ liệu.",
        "The layer has no feature of this id.");
  }

  /** A subzone's attribute as a property of the layer: {@code nameVi} is {@code name_vi}. */
  static String property(String key) {
    return key.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
  }
}
