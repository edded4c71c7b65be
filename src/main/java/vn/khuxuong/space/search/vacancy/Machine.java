package vn.khuxuong.space.search.vacancy;

import org.jspecify.annotations.Nullable;

/**
 * The largest machine of a firm, and what it needs of a place. A first sieve with plain margins, on
 * the safe side; the manufacturer's foundation sheet and the structural engineer decide.
 *
 * <p>With m the mass in t, L, W, H length, width and height in m, g = 9.81 m/s²:
 *
 * <ul>
 *   <li>uniform load q = 1.25 · m · g / (L · W) kN/m²: the weight spread over the footprint, with a
 *       quarter more for running forces, tooling and stock
 *   <li>point load F = 1.3 · m · g / 4 kN: four feet, of which the heaviest takes 30 % more than
 *       its share
 *   <li>clear height h = H + 0.5 m, to lift it off its feet and for pipes and cables above it
 *   <li>goods lift c = 1.1 · m t: with pallet truck and packing
 *   <li>lift door: the shorter side + 0.1 m wide, H + 0.1 m high
 *   <li>lift car: the shorter and the longer side + 0.2 m, whichever way round
 * </ul>
 *
 * The last three do not count on levels that trucks reach. What cannot be worked out from the
 * figures given is left open.
 *
 * @param massT t, null where not given, likewise the others
 * @param lengthM m along the floor
 * @param widthM m across
 * @param heightM m
 */
record Machine(
    @Nullable Double massT,
    @Nullable Double lengthM,
    @Nullable Double widthM,
    @Nullable Double heightM) {

  private static final double G = 9.81;
  private static final double RUNNING = 1.25;
  private static final int FEET = 4;
  private static final double UNEVEN = 1.3;
  private static final double ABOVE_M = 0.5;
  private static final double HANDLING = 1.1;
  private static final double DOOR_PLAY_M = 0.1;
  private static final double CAR_PLAY_M = 0.2;

  /** Bounds of a mass in t and of a side in m that are taken for those of a machine. */
  static final double LEAST_T = 0.001;

  static final double MOST_T = 1000;
  static final double LEAST_M = 0.01;
  static final double MOST_M = 100;

  /**
   * What a machine needs; null where it cannot be told.
   *
   * @param loadKnM2 uniform load
   * @param pointLoadKn under the heaviest foot
   * @param heightM clear height
   * @param liftT capacity of the goods lift
   * @param liftDoorWidthM clear width of its door
   * @param liftDoorHeightM clear height of its door
   * @param liftCarWidthM one side of its car
   * @param liftCarDepthM the other, not shorter
   */
  record Needs(
      @Nullable Double loadKnM2,
      @Nullable Double pointLoadKn,
      @Nullable Double heightM,
      @Nullable Double liftT,
      @Nullable Double liftDoorWidthM,
      @Nullable Double liftDoorHeightM,
      @Nullable Double liftCarWidthM,
      @Nullable Double liftCarDepthM) {

    /** What this machine and another one both find enough. */
    Needs and(Needs other) {
      return new Needs(
          larger(loadKnM2, other.loadKnM2),
          larger(pointLoadKn, other.pointLoadKn),
          larger(heightM, other.heightM),
          larger(liftT, other.liftT),
          larger(liftDoorWidthM, other.liftDoorWidthM),
          larger(liftDoorHeightM, other.liftDoorHeightM),
          larger(liftCarWidthM, other.liftCarWidthM),
          larger(liftCarDepthM, other.liftCarDepthM));
    }

    private static @Nullable Double larger(@Nullable Double one, @Nullable Double other) {
      return one == null ? other : other == null ? one : (Double) Math.max(one, other);
    }
  }

  /** Whether nothing is known of it. */
  boolean isUnknown() {
    return massT == null && lengthM == null && widthM == null && heightM == null;
  }

  /** What it needs, rounded up to the second decimal. */
  Needs needs() {
    Double shorter = null;
    Double longer = null;
    Double load = null;
    if (lengthM != null && widthM != null) {
      shorter = Math.min(lengthM, widthM);
      longer = Math.max(lengthM, widthM);
      load = massT == null ? null : RUNNING * massT * G / (lengthM * widthM);
    }
    return new Needs(
        up(load),
        massT == null ? null : up(UNEVEN * massT * G / FEET),
        plus(heightM, ABOVE_M),
        massT == null ? null : up(HANDLING * massT),
        plus(shorter, DOOR_PLAY_M),
        plus(heightM, DOOR_PLAY_M),
        plus(shorter, CAR_PLAY_M),
        plus(longer, CAR_PLAY_M));
  }

  private static @Nullable Double plus(@Nullable Double metres, double play) {
    return metres == null ? null : up(metres + play);
  }

  /** Up to the next hundredth, but not for the crumbs of binary fractions. */
  private static @Nullable Double up(@Nullable Double value) {
    return value == null ? null : Math.ceil(Math.round(value * 1e6) / 1e4) / 100;
  }
}
