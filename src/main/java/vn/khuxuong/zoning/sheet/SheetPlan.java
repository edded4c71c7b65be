package vn.khuxuong.zoning.sheet;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.khuxuong.maps.style.Attributes;
import vn.khuxuong.zoning.Subzone;
import vn.khuxuong.zoning.Zone;
import vn.khuxuong.zoning.plan.Plan;
import vn.khuxuong.zoning.rule.Balance;

/**
 * A plan as it is printed.
 *
 * @param revision the state shown, the plan's head or an older one
 * @param subzones in the legal CRS, by code, whatever order they came in
 * @param contentSha256 fingerprint of the subzones
 * @param names whether the reader may know who drew and approved it
 */
record SheetPlan(
    Plan plan,
    int revision,
    Zone zone,
    List<Subzone> subzones,
    Balance balance,
    String contentSha256,
    boolean names) {

  static SheetPlan of(
      Plan plan,
      int revision,
      Zone zone,
      List<Subzone> subzones,
      String contentSha256,
      boolean names) {
    List<Subzone> sorted =
        subzones.stream()
            .sorted(Comparator.comparing(Subzone::code).thenComparing(Subzone::uid))
            .toList();
    return new SheetPlan(
        plan, revision, zone, sorted, Balance.of(sorted, zone), contentSha256, names);
  }

  /** The lists are copied. */
  SheetPlan {
    subzones = List.copyOf(subzones);
  }

  /** Whether this is what the plan shows now. */
  boolean isHead() {
    return revision == plan.headRevision();
  }

  /** Code of the cadastral map. */
  static String cadastralCode(Subzone subzone) {
    return Objects.requireNonNullElse(subzone.cadastralCode(), subzone.landUse().cadastralCode());
  }

  /** What styles may ask of a subzone, named as in the published view. */
  static Attributes attributes(Subzone subzone) {
    Map<String, @Nullable Object> values = new HashMap<>();
    values.put("code", subzone.code());
    values.put("land_use", subzone.landUse().name());
    values.put("land_use_vi", subzone.landUse().nameVi());
    values.put("land_use_en", subzone.landUse().nameEn());
    values.put("name_vi", subzone.nameVi());
    values.put("name_en", subzone.nameEn());
    values.put("cadastral_code", cadastralCode(subzone));
    values.put("phase", subzone.phase() == null ? null : subzone.phase().doubleValue());
    values.put("area_m2", subzone.areaM2());
    values.put("area_ha", subzone.areaM2() / 10_000);
    return values::get;
  }
}
