package vn.khuxuong.space.search.vacancy;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Area in line on one floor: a stretch fits if some neighbouring bays of it have an area between
 * the bounds. Areas are compared in whole m²: bays are measured to the cm², which nobody rents by.
 *
 * @param least m², null where it does not matter
 * @param most m², likewise
 */
record AreaBetween(@Nullable Double least, @Nullable Double most) implements Filter {

  /**
   * Bays that a tenant would take.
   *
   * @param areaM2 together
   */
  record Part(int firstBay, int bayCount, double areaM2) {
    private static final double HUNDREDTHS = 100;

    /**
     * All neighbouring bays of a stretch, by first bay and length.
     *
     * @param ofFloor bays of the floor, by number
     * @param firstBay number of the stretch's first one
     */
    static List<Part> all(List<FloorSpace.Bay> ofFloor, int firstBay, int bayCount) {
      int first = 0;
      while (ofFloor.get(first).no() < firstBay) {
        first++;
      }
      List<Part> parts = new ArrayList<>();
      for (int i = first; i < first + bayCount; i++) {
        double area = 0;
        for (int j = i; j < first + bayCount; j++) {
          area += ofFloor.get(j).areaM2();
          double rounded = Math.round(area * HUNDREDTHS) / HUNDREDTHS;
          parts.add(new Part(ofFloor.get(i).no(), j - i + 1, rounded));
        }
      }
      return parts;
    }
  }

  /** Two parts on two floors, the lower one first. */
  record Pair(Part lower, Part upper, int upperRow) {}

  @Override
  public String field() {
    return least != null ? "areaMin" : "areaMax";
  }

  @Override
  public long[] rows(ZoneIndex zone, When when) {
    return zone.areas().rows(this);
  }

  @Override
  public boolean admits(ZoneIndex zone, Period period, int row) {
    return best(zone.areas().areas(row)) >= 0;
  }

  /** Whether an area in whole m² is between the bounds. */
  private boolean admits(long areaM2) {
    return (least == null || areaM2 >= least) && (most == null || areaM2 <= most);
  }

  /**
   * The area nearest to the need: the least that is enough, or without a lower bound the most that
   * is not too much; -1 where there is none.
   *
   * @param areasM2 whole m², ascending
   */
  long best(long[] areasM2) {
    long best = -1;
    for (long area : areasM2) {
      if (admits(area)) {
        best = area;
        if (least != null) {
          return best;
        }
      }
    }
    return best;
  }

  /** Whole m² of the part of a row that comes nearest to the need; -1 where none fits. */
  long best(ZoneIndex zone, int row) {
    return best(zone.areas().areas(row));
  }

  private boolean isEnough(double areaM2) {
    return least == null || Math.round(areaM2) >= least;
  }

  /**
   * The neighbouring bays of a stretch that come nearest to the need: the least area that is
   * enough, or without a lower bound the most that is not too much. Null where none fits.
   */
  @Nullable Part part(ZoneIndex zone, int row) {
    long wanted = best(zone, row);
    for (Part part : zone.parts(row)) {
      if (Math.round(part.areaM2()) == wanted) {
        return part;
      }
    }
    return null;
  }

  /**
   * The best two parts of a stretch and of one on the floor above it, from two rows neither of
   * which need fit alone; null where there are none.
   *
   * @param candidates rows that fit otherwise
   */
  @Nullable Pair pair(ZoneIndex zone, int row, long[] candidates) {
    int above = zone.floorAbove(zone.floorOf(row));
    if (above < 0) {
      return null;
    }
    List<Part> lower = zone.parts(row);
    Pair best = null;
    for (int other = zone.firstRow(above); other < zone.firstRow(above + 1); other++) {
      if (!Bits.has(candidates, other) || !isEnough(largest(zone, row) + largest(zone, other))) {
        continue;
      }
      for (Part upper : zone.parts(other)) {
        for (Part part : lower) {
          double sum = part.areaM2() + upper.areaM2();
          if (admits(Math.round(sum)) && (best == null || sum < sum(best))) {
            best = new Pair(part, upper, other);
          }
        }
      }
    }
    return best;
  }

  private static double largest(ZoneIndex zone, int row) {
    return zone.areaM2(row);
  }

  private static double sum(Pair pair) {
    return pair.lower().areaM2() + pair.upper().areaM2();
  }

  @Override
  public double shortfall(ZoneIndex zone, Period period, int row) {
    return distance(nearest(zone, row));
  }

  private double distance(long areaM2) {
    return Math.abs(areaM2 - wanted((double) areaM2));
  }

  private double wanted(double areaM2) {
    double notLess = least == null ? areaM2 : Math.max(areaM2, least);
    return most == null ? notLess : Math.min(notLess, most);
  }

  private long nearest(ZoneIndex zone, int row) {
    long[] areas = zone.areas().areas(row);
    long best = areas[0];
    for (long area : areas) {
      if (distance(area) < distance(best)) {
        best = area;
      }
    }
    return best;
  }

  @Override
  public Object valueFor(ZoneIndex zone, Period period, int row) {
    return nearest(zone, row);
  }
}
