package vn.khuxuong.zoning.synthetic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.locationtech.jts.geom.Envelope;
import vn.khuxuong.geo.Crs;

/**
 * Where a synthetic zone lies, before it is drawn.
 *
 * @param code two letters of the province and a number
 * @param name place name in Vietnamese
 * @param commune another name, with its kind
 * @param longitude of its middle, in degrees
 * @param latitude of its middle, in degrees
 * @param size relative to the average zone
 * @param seed what it is drawn from
 */
public record ZonePlace(
    String code,
    String name,
    String commune,
    String province,
    double longitude,
    double latitude,
    Crs legal,
    double size,
    long seed) {

  /** Zones of the whole country. */
  public static final int ALL = Belt.ALL;

  /** Zones of the first belt, which is the city. */
  public static final int CITY = Belt.HM.zones();

  private static final double CELL_LONGITUDE = 0.042;
  private static final double CELL_LATITUDE = 0.041;
  private static final double SPREAD = 0.5;
  private static final double LEAST_SIZE = 0.35;
  private static final double LARGEST_SIZE = 2.3;
  private static final double ASIDE_DEGREES = 0.02;

  private record Cell(int column, int row) {
    double longitude() {
      return (column + 0.5) * CELL_LONGITUDE;
    }

    double latitude() {
      return (row + 0.5) * CELL_LATITUDE;
    }

    Envelope box() {
      return new Envelope(
          column * CELL_LONGITUDE,
          (column + 1) * CELL_LONGITUDE,
          row * CELL_LATITUDE,
          (row + 1) * CELL_LATITUDE);
    }
  }

  /**
   * The places of a country's zones; the city's come first. No two lie in one cell of about 4.5 km,
   * and none in a cell that touches ground kept clear.
   *
   * @param seed draws the same places each time
   * @param keptClear boxes in longitude and latitude
   */
  public static List<ZonePlace> all(long seed, List<Envelope> keptClear) {
    Random random = new Random(seed);
    List<String> names = Words.placeNames(random);
    List<String> communes = Words.placeNames(random);
    Set<Cell> taken = new HashSet<>();
    List<ZonePlace> places = new ArrayList<>();
    for (Belt belt : Belt.values()) {
      double[] sizes = sizes(belt.zones(), random);
      List<Cell> cells = cells(belt, random, taken, keptClear);
      taken.addAll(cells);
      for (int i = 0; i < belt.zones(); i++) {
        int n = places.size();
        // The smaller the zone, the further from the middle of its cell it may lie.
        double aside = ASIDE_DEGREES * (1 - sizes[i] / LARGEST_SIZE);
        places.add(
            new ZonePlace(
                belt.name() + String.format(Locale.ROOT, "%03d", i + 1),
                names.get(n),
                (random.nextInt(3) == 0 ? "Phường " : "Xã ") + communes.get(n),
                belt.province(),
                cells.get(i).longitude() + aside * (random.nextDouble() - 0.5),
                cells.get(i).latitude() + aside * (random.nextDouble() - 0.5),
                Crs.ofEpsg(belt.srid()),
                sizes[i],
                random.nextLong()));
      }
    }
    return List.copyOf(places);
  }

  /** Sizes of average 1, few large and many small. */
  private static double[] sizes(int count, Random random) {
    double[] sizes = new double[count];
    double sum = 0;
    for (int i = 0; i < count; i++) {
      sizes[i] = StrictMath.exp(0.5 * random.nextGaussian());
      sum += sizes[i];
    }
    for (int i = 0; i < count; i++) {
      sizes[i] = Math.min(LARGEST_SIZE, Math.max(LEAST_SIZE, sizes[i] * count / sum));
    }
    return sizes;
  }

  private static List<Cell> cells(
      Belt belt, Random random, Set<Cell> taken, List<Envelope> keptClear) {
    int column = (int) Math.floor(belt.longitude() / CELL_LONGITUDE);
    int row = (int) Math.floor(belt.latitude() / CELL_LATITUDE);
    int reach = (int) Math.ceil(Math.sqrt(belt.zones())) + 4;
    Map<Cell, Double> distances = new HashMap<>();
    for (int x = -reach; x <= reach; x++) {
      for (int y = -reach; y <= reach; y++) {
        Cell cell = new Cell(column + x, row + y);
        double far = StrictMath.hypot(x, y) * (1 + SPREAD * random.nextDouble());
        if (!taken.contains(cell) && keptClear.stream().noneMatch(cell.box()::intersects)) {
          distances.put(cell, far);
        }
      }
    }
    return distances.entrySet().stream()
        .sorted(
            Comparator.comparingDouble((Map.Entry<Cell, Double> e) -> e.getValue())
                .thenComparingInt(e -> e.getKey().column())
                .thenComparingInt(e -> e.getKey().row()))
        .limit(belt.zones())
        .map(Map.Entry::getKey)
        .toList();
  }
}
