package vn.khuxuong.zoning.synthetic;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.locationtech.jts.geom.Coordinate;

/**
 * An edge as the ground has it: the way from one point to another, halved again and again with each
 * middle moved aside a little. It never turns by more than about 30° from the straight way, so it
 * crosses neither itself nor an edge that leaves at a right angle.
 */
final class Wiggle {
  private static final double FIRST_ASIDE = 0.07;
  private static final double LATER = 0.75;

  private Wiggle() {}

  /**
   * The vertices from one point to the other, both included.
   *
   * @param pieces how many straight pieces; 1 is the straight way
   */
  static List<Coordinate> between(Coordinate from, Coordinate to, int pieces, Random random) {
    List<Coordinate> way = new ArrayList<>(pieces + 1);
    way.add(from);
    halve(from, to, pieces, FIRST_ASIDE, random, way);
    return way;
  }

  private static void halve(
      Coordinate from,
      Coordinate to,
      int pieces,
      double aside,
      Random random,
      List<Coordinate> way) {
    if (pieces <= 1) {
      way.add(to);
      return;
    }
    int half = pieces / 2;
    double share = (double) half / pieces;
    double shift = aside * (2 * random.nextDouble() - 1);
    double dx = to.x - from.x;
    double dy = to.y - from.y;
    Coordinate middle =
        new Coordinate(from.x + share * dx - shift * dy, from.y + share * dy + shift * dx);
    halve(from, middle, pieces / 2, aside * LATER, random, way);
    halve(middle, to, pieces - pieces / 2, aside * LATER, random, way);
  }
}
