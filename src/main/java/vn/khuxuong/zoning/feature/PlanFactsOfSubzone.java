package vn.khuxuong.zoning.feature;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import vn.khuxuong.maps.SeenVersion;
import vn.khuxuong.zoning.Subzone;
import vn.khuxuong.zoning.plan.Plan;

/**
 * What the layer tells of a subzone that is not for the client to say. GIS tools send the whole
 * feature back, so an echo passes; anything else is a change nobody may make and is refused.
 */
final class PlanFactsOfSubzone {
  /** Areas are measured here and in the database with transformations 0.1 mm apart. */
  private static final double AREA_ALIKE_M2 = 1;

  private final Plan plan;
  private final FeatureId id;
  private final @Nullable Subzone now;
  private final SeenSubzones seen;

  PlanFactsOfSubzone(Plan plan, FeatureId id, @Nullable Subzone now, SeenSubzones seen) {
    this.plan = plan;
    this.id = id;
    this.now = now;
    this.seen = seen;
  }

  /**
   * Refuses a fact that is neither as it is nor as the client saw it.
   *
   * @param withId whether the id is looked at too (20-002r1, Requirement 44 B), rather than passed
   *     over (Requirement 11)
   */
  void require(Map<String, JsonNode> properties, SeenVersion asked, boolean withId) {
    Map<String, Object> facts = new LinkedHashMap<>();
    if (withId) {
      facts.put("feature_id", id.text());
    }
    facts.put("plan_id", plan.id());
    facts.put("plan_version", plan.version());
    facts.put("plan_status", plan.status().name());
    facts.put("plan_author", plan.author());
    facts.put("plan_shared", plan.shared());
    facts.put("zone_code", plan.zoneCode());
    facts.forEach(
        (name, fact) -> {
          JsonNode value = properties.get(name);
          if (value != null && !value.isNull() && !value.asString("").equals(fact.toString())) {
            throw readOnly(name, fact.toString());
          }
        });
    JsonNode area = properties.get("area_m2");
    if (area != null && !area.isNull() && now != null && !isAreaSeen(area, asked)) {
      throw readOnly("area_m2", String.valueOf(Math.round(now.areaM2())));
    }
  }

  private boolean isAreaSeen(JsonNode area, SeenVersion asked) {
    if (!area.isNumber()) {
      return false;
    }
    double m2 = area.doubleValue();
    return isAlike(m2, now)
        || asked.versions().stream()
            .anyMatch(version -> isAlike(m2, seen.before(plan, id.uid(), version).orElse(null)));
  }

  private static boolean isAlike(double m2, @Nullable Subzone subzone) {
    return subzone != null
        && Math.abs(m2 - subzone.areaM2()) <= AREA_ALIKE_M2 + subzone.areaM2() * 1e-6;
  }

  private static RuntimeException readOnly(String name, String fact) {
    return DraftSubzones.invalid(
            "properties." + name,
            "Không sửa được “" + name + "”, giá trị hiện tại là " + fact + ".",
            "“" + name + "” cannot be changed; it is " + fact + ".")
        .remedy(
            "Bỏ thuộc tính này hoặc gửi lại giá trị hiện tại.",
            "Leave the property out, or send the value it has.");
  }
}
