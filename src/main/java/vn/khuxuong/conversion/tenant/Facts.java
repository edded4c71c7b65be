package vn.khuxuong.conversion.tenant;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is held of a tenant in a zone; what is not known is null.
 *
 * @param vsic codes the firm declared, main one first; its line of business's code where it
 *     declared none
 * @param insuredEmployees of the firm's profile, as its revenue
 * @param revenueBnVnd billion VND a year
 * @param asOf day of the figures that follow, null where there are none
 * @param jobs people at work in the zone
 * @param energyKwhYear kWh a year
 * @param waterM3Year m³ a year
 * @param emissionGroup I to IV
 * @param source of those figures
 * @param factsStatus OFFICIAL or ILLUSTRATIVE, of those figures
 */
record Facts(
    String zone,
    long firmId,
    String firm,
    String nameVi,
    String nameEn,
    String industryVi,
    String industryEn,
    List<String> vsic,
    @Nullable Integer insuredEmployees,
    @Nullable Double revenueBnVnd,
    boolean displaced,
    String dataStatus,
    @Nullable LocalDate asOf,
    @Nullable Integer jobs,
    @Nullable Double energyKwhYear,
    @Nullable Double waterM3Year,
    @Nullable String emissionGroup,
    @Nullable String source,
    @Nullable String factsStatus) {

  Facts {
    vsic = List.copyOf(vsic);
  }
}
