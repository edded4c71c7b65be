package vn.khuxuong.space.search.vacancy;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.khuxuong.space.HazardClass;

/** Conditions on what a floor admits. */
final class Admits {
  private Admits() {}

  /** The fire approval permits the class of the firm's production (QCVN 06:2022/BXD annex C). */
  record Hazard(HazardClass hazard) implements Filter {
    @Override
    public String field() {
      return "hazard";
    }

    @Override
    public Subject subject() {
      return Subject.HAZARD;
    }

    @Override
    public long[] rows(ZoneIndex zone, Period period) {
      long[] rows = zone.hazard(hazard.ordinal());
      return rows == null ? zone.none() : rows;
    }

    @Override
    public boolean admits(ZoneIndex zone, Period period, int row) {
      return (zone.floorAt(row).hazards() & (1 << hazard.ordinal())) != 0;
    }

    /** The next class in the order of danger counts as nearest. */
    @Override
    public double shortfall(ZoneIndex zone, Period period, int row) {
      return Math.abs(nearest(zone, row).ordinal() - hazard.ordinal());
    }

    private HazardClass nearest(ZoneIndex zone, int row) {
      HazardClass best = hazard;
      int distance = Integer.MAX_VALUE;
      for (HazardClass other : of(zone.floorAt(row).hazards())) {
        if (Math.abs(other.ordinal() - hazard.ordinal()) < distance) {
          distance = Math.abs(other.ordinal() - hazard.ordinal());
          best = other;
        }
      }
      return best;
    }

    @Override
    public Object valueFor(ZoneIndex zone, Period period, int row) {
      return nearest(zone, row).name();
    }
  }

  /** The classes whose bits are set. */
  static List<HazardClass> of(int bits) {
    List<HazardClass> hazards = new ArrayList<>();
    for (HazardClass hazard : HazardClass.values()) {
      if ((bits & (1 << hazard.ordinal())) != 0) {
        hazards.add(hazard);
      }
    }
    return hazards;
  }

  /**
   * The floor admits a line of business.
   *
   * @param bit its place in {@link Industries}
   */
  record Industry(String code, int bit) implements Filter {
    @Override
    public String field() {
      return "industry";
    }

    @Override
    public Subject subject() {
      return Subject.INDUSTRY;
    }

    @Override
    public long[] rows(ZoneIndex zone, Period period) {
      long[] rows = zone.industry(bit);
      return rows == null ? zone.none() : rows;
    }

    @Override
    public boolean admits(ZoneIndex zone, Period period, int row) {
      return (zone.floorAt(row).industries() & (1L << bit)) != 0;
    }

    @Override
    public double shortfall(ZoneIndex zone, Period period, int row) {
      return admits(zone, period, row) ? 0 : 1;
    }

    @Override
    public @Nullable Object valueFor(ZoneIndex zone, Period period, int row) {
      return null;
    }
  }
}
