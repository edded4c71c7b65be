package vn.khuxuong.space.search.vacancy;

import java.util.Comparator;
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
    public boolean admits(ZoneIndex zone, Period period, int row) {
      return Hazards.has(zone.floorAt(row).hazards(), hazard);
    }

    /** The next class in the order of danger counts as nearest. */
    @Override
    public double shortfall(ZoneIndex zone, Period period, int row) {
      return distance(nearest(zone, row));
    }

    private int distance(HazardClass other) {
      return Math.abs(Hazards.place(other) - Hazards.place(hazard));
    }

    private HazardClass nearest(ZoneIndex zone, int row) {
      return Hazards.list(zone.floorAt(row).hazards()).stream()
          .min(Comparator.comparingInt(this::distance))
          .orElse(hazard);
    }

    @Override
    public Object valueFor(ZoneIndex zone, Period period, int row) {
      return nearest(zone, row).name();
    }
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
