package vn.khuxuong.zoning.feature;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import vn.khuxuong.geo.CoordinateOperation;
import vn.khuxuong.maps.FeatureChange;
import vn.khuxuong.maps.FeatureRefusal;
import vn.khuxuong.zoning.Zone;
import vn.khuxuong.zoning.plan.Plan;
import vn.khuxuong.zoning.plan.PlanAccess;
import vn.khuxuong.zoning.plan.PlanStore;
import vn.khuxuong.zoning.plan.ZoneStore;

/**
 * Which draft a request changes. Ids name it; a new subzone names it as {@code plan_id}, or it is
 * the one draft the caller draws where the new subzone lies.
 */
@Component
class ChosenDraft {
  private final PlanStore plans;
  private final PlanAccess access;
  private final ZoneStore zones;

  ChosenDraft(PlanStore plans, PlanAccess access, ZoneStore zones) {
    this.plans = plans;
    this.access = access;
    this.zones = zones;
  }

  /**
   * The draft's id.
   *
   * @throws FeatureRefusal where there is no such draft, or there are several
   */
  long of(List<FeatureChange> changes) {
    Set<Long> chosen = new LinkedHashSet<>();
    for (int i = 0; i < changes.size(); i++) {
      try {
        chosen.add(of(changes.get(i)));
      } catch (FeatureRefusal refusal) {
        throw refusal.inChange(i);
      }
      if (chosen.size() > 1) {
        throw DraftSubzones.invalid(
                "properties.plan_id",
                "Mỗi lần gửi chỉ sửa một đồ án.",
                "A request may change one plan only.")
            .inChange(i)
            .remedy("Gửi riêng cho từng đồ án.", "Send one request for each plan.");
      }
    }
    return chosen.iterator().next();
  }

  private long of(FeatureChange change) {
    if (change instanceof FeatureChange.Create create) {
      return forNew(create);
    }
    String id;
    if (change instanceof FeatureChange.Replace replace) {
      id = replace.id();
    } else if (change instanceof FeatureChange.Update update) {
      id = update.id();
    } else {
      id = ((FeatureChange.Delete) change).id();
    }
    FeatureId feature = FeatureId.parse(id).orElseThrow(DraftSubzones::unknown);
    return plans
        .find(feature.planId())
        .filter(plan -> plan.status().isOpen())
        .map(Plan::id)
        .orElseThrow(DraftSubzones::unknown);
  }

  private long forNew(FeatureChange.Create create) {
    JsonNode named = create.properties().get("plan_id");
    if (named == null || named.isNull()) {
      return byPlace(create);
    }
    Plan plan =
        named.isIntegralNumber() && named.canConvertToLong()
            ? plans.find(named.longValue()).orElse(null)
            : null;
    if (plan == null || !plan.status().isOpen()) {
      throw DraftSubzones.invalid(
              "properties.plan_id",
              "Không có đồ án đang vẽ mang số này.",
              "No plan of this number is being drawn.")
          .remedy(
              "Các đồ án bạn đang vẽ: " + mine(null) + ".",
              "The plans you draw: " + mine(null) + ".");
    }
    return plan.id();
  }

  private long byPlace(FeatureChange.Create create) {
    JsonNode code = create.properties().get("zone_code");
    List<Plan> there =
        drawn(code == null || !code.isString() ? null : code.asString()).stream()
            .filter(plan -> touches(plan, create.shape()))
            .toList();
    if (there.size() == 1) {
      return there.get(0).id();
    }
    throw DraftSubzones.invalid(
            "properties.plan_id",
            there.isEmpty()
                ? "Ở chỗ này bạn không vẽ đồ án nào."
                : "Ở chỗ này bạn vẽ nhiều đồ án: " + numbers(there) + ".",
            there.isEmpty()
                ? "You draw no plan at this place."
                : "You draw several plans at this place: " + numbers(there) + ".")
        .remedy(
            "Điền plan_id; các đồ án bạn đang vẽ: " + mine(null) + ".",
            "Fill in plan_id; the plans you draw: " + mine(null) + ".");
  }

  private List<Plan> drawn(@Nullable String zone) {
    return plans.list(zone, false).stream()
        .filter(plan -> plan.status().isOpen() && access.draws(plan))
        .toList();
  }

  private String mine(@Nullable String zone) {
    List<Plan> drawn = drawn(zone);
    return drawn.isEmpty() ? "–" : numbers(drawn);
  }

  private static String numbers(List<Plan> some) {
    return some.stream()
        .limit(20)
        .map(plan -> plan.id() + " (" + plan.zoneCode() + ")")
        .collect(Collectors.joining(", "));
  }

  private boolean touches(Plan plan, FeatureChange.Shape shape) {
    Zone zone = zones.get(plan.zoneCode());
    Geometry legal = CoordinateOperation.between(shape.crs(), zone.legal()).apply(shape.geometry());
    return zone.outline().intersects(legal);
  }
}
