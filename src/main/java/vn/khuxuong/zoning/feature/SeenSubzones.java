package vn.khuxuong.zoning.feature;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import vn.khuxuong.maps.FeatureRefusal;
import vn.khuxuong.maps.FeatureRefusal.Reason;
import vn.khuxuong.maps.SeenVersion;
import vn.khuxuong.zoning.Subzone;
import vn.khuxuong.zoning.SubzoneDiff;
import vn.khuxuong.zoning.SubzoneJson;
import vn.khuxuong.zoning.draft.DraftStates;
import vn.khuxuong.zoning.plan.Plan;
import vn.khuxuong.zoning.plan.PlanAccess;

/** Whether a client saw the subzone it changes, and what it did not see. */
@Component
class SeenSubzones {
  private final VersionStore versions;
  private final DraftStates states;
  private final PlanAccess access;

  SeenSubzones(VersionStore versions, DraftStates states, PlanAccess access) {
    this.versions = versions;
    this.states = states;
    this.access = access;
  }

  /**
   * Refuses who did not see the subzone as it is.
   *
   * @param current its version, 0 where it is gone or never was
   * @param bare whether not saying a version may do, see {@link DraftSubzones}
   */
  void require(
      Plan plan, String uid, @Nullable Subzone now, int current, SeenVersion seen, boolean bare) {
    boolean saw =
        switch (seen.how()) {
          case HEADER, BODY -> current > 0 && seen.names(current);
          case WHATEVER -> current > 0 && isOwn(plan, current);
          case ABSENT -> false;
          case UNSAID -> bare && isOwn(plan, current);
        };
    if (saw) {
      return;
    }
    if (seen.how() == SeenVersion.How.UNSAID) {
      throw new FeatureRefusal(
              Reason.VERSION_UNSAID,
              bare
                  ? "Người khác đã vẽ phân khu này; hãy cho biết bạn đã xem phiên bản nào."
                  : "Hãy cho biết bạn đang sửa phiên bản nào của phân khu.",
              bare
                  ? "Somebody else drew this subzone; say which version of it you saw."
                  : "Say which version of the subzone you are changing.")
          .remedy(
              "Gửi If-Match với ETag của lần đọc sau cùng, hoặc version trong nội dung.",
              "Send If-Match with the ETag of your last reading, or version in the body.");
    }
    throw stale(plan, uid, now, current, seen);
  }

  /** As the draft began with it, or as the caller left it. */
  private boolean isOwn(Plan plan, int version) {
    return versions
        .step(plan.id(), version)
        .filter(step -> step.kind().equals("START") || step.madeBy().equals(access.caller()))
        .isPresent();
  }

  private FeatureRefusal stale(
      Plan plan, String uid, @Nullable Subzone now, int current, SeenVersion seen) {
    if (now == null) {
      return new FeatureRefusal(
              Reason.STALE,
              "Phân khu này không còn trong đồ án; thay đổi của bạn chưa được ghi.",
              "The subzone is no longer in the plan; your change was not written.")
          .remedy(
              "Tải lại lớp dữ liệu. Lịch sử bản nháp vẫn giữ phân khu cũ.",
              "Load the layer again. The draft's history still has the subzone.");
    }
    FeatureRefusal refusal =
        new FeatureRefusal(
                Reason.STALE,
                "Phân khu “"
                    + now.code()
                    + "” đã được sửa sau lần bạn đọc; thay đổi của bạn chưa"
                    + " được ghi.",
                "Subzone “"
                    + now.code()
                    + "” was changed after you read it; your change was not"
                    + " written.")
            .remedy(
                "Tải lại lớp dữ liệu, xem những gì đã đổi rồi sửa lại.",
                "Load the layer again, look at what changed and make your change again.")
            .with("version", current);
    versions
        .step(plan.id(), current)
        .ifPresent(
            step ->
                refusal
                    .with("changedBy", step.madeBy())
                    .with("changedAt", step.madeAt().toInstant().toString()));
    seen.versions().stream()
        .max(Comparator.naturalOrder())
        .flatMap(version -> before(plan, uid, version))
        .ifPresent(then -> refusal.with("changes", changes(then, now)));
    return refusal;
  }

  /** The subzone as a version of it showed it; empty where that cannot be told. */
  Optional<Subzone> before(Plan plan, String uid, int version) {
    return versions
        .step(plan.id(), version)
        .map(step -> states.at(plan, step.headRevision()).subzones().get(uid));
  }

  /** What differs, property by property, with both values. */
  private static ArrayNode changes(Subzone then, Subzone now) {
    ArrayNode changes = JsonNodeFactory.instance.arrayNode();
    SubzoneDiff diff = SubzoneDiff.between(Map.of(then.uid(), then), Map.of(now.uid(), now));
    for (SubzoneDiff.Change change : diff.changed()) {
      for (SubzoneDiff.FieldChange field : change.fields()) {
        ObjectNode one = changes.addObject();
        one.put("property", DraftSubzones.property(field.attribute().key()));
        String key = field.attribute().key();
        one.set("before", SubzoneJson.writeAttributes(then).get(key));
        one.set("now", SubzoneJson.writeAttributes(now).get(key));
      }
      SubzoneDiff.GeometryChange geometry = change.geometry();
      if (geometry != null) {
        changes
            .addObject()
            .put("property", "geometry")
            .put("changed_m2", Math.rint(geometry.changedM2() * 100) / 100);
      }
    }
    return changes;
  }
}
