package vn.khuxuong.zoning.synthetic;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/**
 * Rows of cells, one above the other, cut so that neighbours have every vertex of their common edge
 * in common: together they cover the ground without gap or overlap in any coordinate system.
 *
 * <p>Between the rows run lines, numbered from 0 below the first row. A line has a station wherever
 * a cell of the row below or above ends, and further ones as wished. Coordinates are those of a
 * frame of its own, in metres.
 */
final class Patchwork {

  /** How lines and walls run. */
  interface Form {
    /** Where the station {@code u} of a line lies. */
    Coordinate station(int line, double u);

    /** The way along a line between neighbouring stations, or up a wall; ends included. */
    List<Coordinate> way(Coordinate from, Coordinate to, boolean border);
  }

  /**
   * One cell.
   *
   * @param ring closed, counterclockwise
   * @param inside the largest upright box that no side reaches into; may be null-like if there is
   *     none
   */
  record Cell(int row, int column, List<Coordinate> ring, Envelope inside) {}

  private final double[][] cuts;
  private final List<NavigableMap<Double, List<Coordinate>>> ways = new ArrayList<>();
  private final List<List<List<Coordinate>>> walls = new ArrayList<>();

  /**
   * @param cuts of each row, the lowest first: where its cells end, from the first cell's left to
   *     the last one's right, ascending
   * @param further stations of each line
   */
  Patchwork(double[][] cuts, List<List<Double>> further, Form form) {
    this.cuts = cuts;
    List<NavigableMap<Double, Coordinate>> lines = new ArrayList<>();
    for (int line = 0; line <= cuts.length; line++) {
      NavigableMap<Double, Coordinate> stations = new TreeMap<>();
      for (double u : stations(line, further)) {
        stations.put(u, form.station(line, u));
      }
      lines.add(stations);
      ways.add(ways(line, stations, form));
    }
    for (int row = 0; row < cuts.length; row++) {
      List<List<Coordinate>> ofRow = new ArrayList<>();
      int last = cuts[row].length - 1;
      for (int k = 0; k <= last; k++) {
        double u = cuts[row][k];
        ofRow.add(form.way(at(lines.get(row), u), at(lines.get(row + 1), u), k == 0 || k == last));
      }
      walls.add(ofRow);
    }
  }

  private static Coordinate at(NavigableMap<Double, Coordinate> stations, double u) {
    Coordinate found = stations.get(u);
    if (found == null) {
      throw new IllegalStateException("No station at " + u);
    }
    return found;
  }

  private NavigableSet<Double> stations(int line, List<List<Double>> further) {
    NavigableSet<Double> stations = new TreeSet<>();
    for (int row = Math.max(0, line - 1); row <= Math.min(line, cuts.length - 1); row++) {
      for (double u : cuts[row]) {
        stations.add(u);
      }
    }
    double first = stations.first();
    double last = stations.last();
    further.get(line).stream().filter(u -> u > first && u < last).forEach(stations::add);
    return stations;
  }

  private NavigableMap<Double, List<Coordinate>> ways(
      int line, NavigableMap<Double, Coordinate> stations, Form form) {
    NavigableMap<Double, List<Coordinate>> pieces = new TreeMap<>();
    boolean border = line == 0 || line == cuts.length;
    Double from = null;
    for (var station : stations.entrySet()) {
      if (from != null) {
        pieces.put(from, form.way(at(stations, from), station.getValue(), border));
      }
      from = station.getKey();
    }
    return pieces;
  }

  /** Every cell, row by row. */
  List<Cell> cells() {
    List<Cell> cells = new ArrayList<>();
    for (int row = 0; row < cuts.length; row++) {
      for (int k = 0; k + 1 < cuts[row].length; k++) {
        List<Coordinate> below = along(row, cuts[row][k], cuts[row][k + 1]);
        List<Coordinate> above = along(row + 1, cuts[row][k], cuts[row][k + 1]);
        List<Coordinate> left = walls.get(row).get(k);
        List<Coordinate> right = walls.get(row).get(k + 1);
        List<Coordinate> ring = new ArrayList<>();
        append(ring, below);
        append(ring, right);
        append(ring, reversed(above));
        append(ring, reversed(left));
        cells.add(new Cell(row, k, ring, inside(below, right, above, left)));
      }
    }
    return cells;
  }

  /** The outline of all cells together, closed, counterclockwise. */
  List<Coordinate> outline() {
    List<Coordinate> ring = new ArrayList<>();
    int top = cuts.length;
    append(ring, along(0, first(0), last(0)));
    for (int row = 0; row < top; row++) {
      append(ring, walls.get(row).get(cuts[row].length - 1));
      if (row + 1 < top) {
        append(ring, step(row + 1, last(row), last(row + 1)));
      }
    }
    append(ring, reversed(along(top, first(top - 1), last(top - 1))));
    for (int row = top - 1; row >= 0; row--) {
      append(ring, reversed(walls.get(row).get(0)));
      if (row > 0) {
        append(ring, step(row, first(row), first(row - 1)));
      }
    }
    return ring;
  }

  private double first(int row) {
    return cuts[row][0];
  }

  private double last(int row) {
    return cuts[row][cuts[row].length - 1];
  }

  private List<Coordinate> step(int line, double from, double to) {
    return from <= to ? along(line, from, to) : reversed(along(line, to, from));
  }

  private List<Coordinate> along(int line, double from, double to) {
    List<Coordinate> chain = new ArrayList<>();
    for (List<Coordinate> piece : ways.get(line).subMap(from, true, to, false).values()) {
      append(chain, piece);
    }
    return chain;
  }

  private static void append(List<Coordinate> chain, List<Coordinate> more) {
    boolean joined = !chain.isEmpty() && !more.isEmpty();
    chain.addAll(joined ? more.subList(1, more.size()) : more);
  }

  private static List<Coordinate> reversed(List<Coordinate> chain) {
    List<Coordinate> copy = new ArrayList<>(chain);
    Collections.reverse(copy);
    return copy;
  }

  private static Envelope inside(
      List<Coordinate> below,
      List<Coordinate> right,
      List<Coordinate> above,
      List<Coordinate> left) {
    double minX = left.stream().mapToDouble(c -> c.x).max().orElse(0);
    double maxX = right.stream().mapToDouble(c -> c.x).min().orElse(0);
    double minY = below.stream().mapToDouble(c -> c.y).max().orElse(0);
    double maxY = above.stream().mapToDouble(c -> c.y).min().orElse(0);
    return minX < maxX && minY < maxY ? new Envelope(minX, maxX, minY, maxY) : new Envelope();
  }
}
