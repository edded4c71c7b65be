package vn.khuxuong.space;

import static vn.khuxuong.space.HazardClass.B;
import static vn.khuxuong.space.HazardClass.C1;
import static vn.khuxuong.space.HazardClass.C2;
import static vn.khuxuong.space.HazardClass.C3;
import static vn.khuxuong.space.HazardClass.C4;
import static vn.khuxuong.space.HazardClass.D;
import static vn.khuxuong.space.HazardClass.E;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Line of business that floors admit and firms declare; names and VSIC codes stand in table {@code
 * space.industries}. The figures are what such a firm typically needs, for estimates where it has
 * not said.
 */
public enum Industry {
  PRECISION_MECH(C4, D, D, Trait.PRECISION, 0.100, 0.10),
  STAMPING(D, D, E, Trait.VIBRATION, 0.120, 0.10),
  MOULD(D, D, C4, Trait.VIBRATION, 0.110, 0.12),
  PLASTIC(C3, C3, C2, null, 0.100, 0.15),
  ELECTRONICS(C4, D, D, Trait.PRECISION, 0.070, 0.15),
  AUTO_PARTS(C3, D, D, null, 0.090, 0.15),
  TEXTILE_ACC(C3, C2, C3, null, 0.040, 0.30),
  FOOD(C4, D, E, Trait.FOOD, 0.060, 0.90),
  PLATING(C4, D, B, Trait.PLATING, 0.120, 1.40),
  CHEM(B, C1, C2, Trait.ODOUR, 0.060, 0.80),
  MEDICAL(C4, D, D, Trait.FOOD, 0.060, 0.30),
  PACKAGING(C2, C3, C3, null, 0.040, 0.20);

  private final HazardClass first;
  private final HazardClass second;
  private final HazardClass third;
  private final @Nullable Trait trait;
  private final double powerKvaPerM2;
  private final double wastewaterM3DayPer100M2;

  Industry(
      HazardClass first,
      HazardClass second,
      HazardClass third,
      @Nullable Trait trait,
      double powerKvaPerM2,
      double wastewaterM3DayPer100M2) {
    this.first = first;
    this.second = second;
    this.third = third;
    this.trait = trait;
    this.powerKvaPerM2 = powerKvaPerM2;
    this.wastewaterM3DayPer100M2 = wastewaterM3DayPer100M2;
  }

  /** Hazard classes such production falls into, each as often as it does among three firms. */
  public List<HazardClass> hazards() {
    return List.of(first, second, third);
  }

  /** What neighbours notice of it, or it of neighbours; empty where nothing. */
  public Optional<Trait> trait() {
    return Optional.ofNullable(trait);
  }

  /** Electrical demand in kVA per m² of floor. */
  public double powerKvaPerM2() {
    return powerKvaPerM2;
  }

  /** Wastewater in m³ per day and 100 m² of floor. */
  public double wastewaterM3DayPer100M2() {
    return wastewaterM3DayPer100M2;
  }
}
