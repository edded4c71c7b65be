package vn.khuxuong.tenancy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.khuxuong.space.HazardClass;
import vn.khuxuong.space.Industry;
import vn.khuxuong.space.Trait;

/**
 * What a firm asks for (đơn đăng ký), with what decides its priority.
 *
 * @param code key, for example {@code HS-0042}
 * @param submittedAt when it was complete; the order of arrival
 * @param areaMinM2 least total area
 * @param areaMaxM2 largest total area
 * @param loadKnM2 uniform floor load needed
 * @param clearHeightM clear height needed
 * @param powerKva electrical demand
 * @param wastewaterM3Day wastewater in m³ per day
 * @param liftT heaviest item for the goods lift; without meaning on the ground floor
 * @param cluster supply chain whose members gain from one building, null where none
 * @param startEarliest first day wanted
 * @param startLatest last day on which the lease may begin
 * @param budgetVndM2Month most VND per m² and month
 * @param zones zone codes, best first
 * @param acceptOther whether other zones are welcome too
 * @param maySplit whether two adjacent floors are welcome
 */
public record Application(
    String code,
    Instant submittedAt,
    Industry industry,
    Flags flags,
    SizeClass sizeClass,
    double areaMinM2,
    double areaMaxM2,
    double loadKnM2,
    double clearHeightM,
    double powerKva,
    double wastewaterM3Day,
    double liftT,
    HazardClass hazard,
    Set<Trait> traits,
    @Nullable String cluster,
    LocalDate startEarliest,
    LocalDate startLatest,
    int termMonths,
    long budgetVndM2Month,
    List<String> zones,
    boolean acceptOther,
    boolean maySplit) {

  /**
   * Facts about the firm that a round's policy gives points for.
   *
   * @param supporting supporting industry by certificate or list product
   * @param domestic without a foreign majority
   * @param displaced must leave its present place
   */
  public record Flags(
      boolean supporting, boolean hightech, boolean green, boolean domestic, boolean displaced) {}

  public Application {
    traits = Set.copyOf(traits);
    zones = List.copyOf(zones);
    if (!(areaMinM2 > 0 && areaMinM2 <= areaMaxM2)) {
      throw new IllegalArgumentException("Areas of application " + code);
    }
    if (startLatest.isBefore(startEarliest) || termMonths < 1) {
      throw new IllegalArgumentException("Dates of application " + code);
    }
  }
}
