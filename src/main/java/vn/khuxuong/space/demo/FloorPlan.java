package vn.khuxuong.space.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/**
 * How every storey of a building is cut, in its own metres: x along the street front from the left
 * corner, y away from the street.
 *
 * @param widthM along the street
 * @param depthM away from the street
 * @param bays by bay number; between them lie corridor, lifts and stairs
 * @param breaks bay numbers before which a corridor or core stands
 */
record FloorPlan(double widthM, double depthM, List<Envelope> bays, List<Integer> breaks) {

  FloorPlan {
    bays = List.copyOf(bays);
    breaks = List.copyOf(breaks);
  }

  /** One row of bays, with corridor, lifts and stairs in a strip along the back. */
  static FloorPlan oneRow(int bays, double bayWidthM, double bayDepthM, double stripM) {
    List<Envelope> cut = new ArrayList<>();
    for (int i = 0; i < bays; i++) {
      cut.add(new Envelope(i * bayWidthM, (i + 1) * bayWidthM, 0, bayDepthM));
    }
    return new FloorPlan(bays * bayWidthM, bayDepthM + stripM, cut, List.of());
  }

  /** Two rows either side of a corridor, numbered row by row, with the core at the left end. */
  static FloorPlan twoRows(
      int baysPerRow, double bayWidthM, double bayDepthM, double corridorM, double coreM) {
    List<Envelope> cut = new ArrayList<>();
    for (int row = 0; row < 2; row++) {
      double front = row * (bayDepthM + corridorM);
      for (int i = 0; i < baysPerRow; i++) {
        double left = coreM + i * bayWidthM;
        cut.add(new Envelope(left, left + bayWidthM, front, front + bayDepthM));
      }
    }
    return new FloorPlan(
        coreM + baysPerRow * bayWidthM, 2 * bayDepthM + corridorM, cut, List.of(baysPerRow));
  }

  /** Gross area of one storey in m². */
  double plateM2() {
    return widthM * depthM;
  }

  /** Area of one bay in m². */
  double bayM2(int no) {
    return bays.get(no).getArea();
  }

  /**
   * The plate's outline, counterclockwise and closed, with a corner wherever a bay meets it: bays
   * and plate then share their edges exactly in any coordinate system.
   */
  List<Coordinate> outline() {
    TreeSet<Double> front = new TreeSet<>();
    TreeSet<Double> back = new TreeSet<>();
    TreeSet<Double> left = new TreeSet<>();
    TreeSet<Double> right = new TreeSet<>();
    for (Envelope bay : bays) {
      for (double x : List.of(bay.getMinX(), bay.getMaxX())) {
        for (double y : List.of(bay.getMinY(), bay.getMaxY())) {
          if (y == 0) {
            front.add(x);
          }
          if (y == depthM) {
            back.add(x);
          }
          if (x == 0) {
            left.add(y);
          }
          if (x == widthM) {
            right.add(y);
          }
        }
      }
    }
    for (TreeSet<Double> along : List.of(front, back)) {
      along.add(0.0);
      along.add(widthM);
    }
    for (TreeSet<Double> along : List.of(left, right)) {
      along.remove(0.0);
      along.remove(depthM);
    }
    List<Coordinate> ring = new ArrayList<>();
    front.forEach(x -> ring.add(new Coordinate(x, 0)));
    right.forEach(y -> ring.add(new Coordinate(widthM, y)));
    back.descendingSet().forEach(x -> ring.add(new Coordinate(x, depthM)));
    left.descendingSet().forEach(y -> ring.add(new Coordinate(0, y)));
    ring.add(new Coordinate(0, 0));
    return ring;
  }

  /** The plate's four corners. */
  List<Coordinate> corners() {
    return ring(new Envelope(0, widthM, 0, depthM));
  }

  /** The corners of a rectangle, counterclockwise and closed. */
  static List<Coordinate> ring(Envelope box) {
    return List.of(
        new Coordinate(box.getMinX(), box.getMinY()),
        new Coordinate(box.getMaxX(), box.getMinY()),
        new Coordinate(box.getMaxX(), box.getMaxY()),
        new Coordinate(box.getMinX(), box.getMaxY()),
        new Coordinate(box.getMinX(), box.getMinY()));
  }
}
