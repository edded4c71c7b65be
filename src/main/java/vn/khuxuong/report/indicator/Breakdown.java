package vn.khuxuong.report.indicator;

import java.util.List;

/**
 * A figure by zone, sector, year, country or kind of support; its lines sum to the total.
 *
 * @param by what it is broken down by: zone, sector, year, origin, supports
 */
public record Breakdown(String by, List<Line> lines, Line total) {
  /** Copies the lines. */
  public Breakdown {
    lines = List.copyOf(lines);
  }
}
