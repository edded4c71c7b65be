package vn.khuxuong.zoning.exchange;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.index.kdtree.KdNode;
import org.locationtech.jts.index.kdtree.KdTree;
import vn.khuxuong.geo.CoordinateOperation;
import vn.khuxuong.geo.Crs;
import vn.khuxuong.zoning.Zone;

/**
 * Finds out in what CRS the coordinates of a file are, and by what mistake they were shifted, from
 * what is known of the place: the zone's outline and the vertices that are already in the plan.
 *
 * <p>Wrong meridians, swapped axes and wrong datums put a file kilometres away. Mistakes of less
 * than a metre show only where vertices of the file are meant to be known ones: the reading under
 * which most of them coincide is the right one, and how far they are from there as the file says is
 * the error.
 */
final class CrsDetection {
  /** Vertices this near to a known one are meant to be it; half of the smallest mistake, 0.55 m. */
  private static final double MATCH_M = 0.25;

  /** Fewer coincidences than this may be chance. */
  private static final int ENOUGH_MATCHES = 3;

  private static final int SAMPLE = 4_000;

  private static final Locale VIETNAM = Locale.forLanguageTag("vi-VN");

  /** How far outside the zone a file may begin and still be looked at. */
  private static final double NEARBY_M = 2_000;

  /**
   * A reading with what speaks for it.
   *
   * @param reading the way to understand the coordinates
   * @param insideShare share of the file's vertices inside the zone or on its edge, 0 to 1
   * @param matches vertices that coincide with known ones
   * @param residualM median distance of those, metres
   * @param offEastM how far the file is off to the east where it is taken at its word
   * @param offNorthM the same to the north
   * @param declared whether it is what the file says of itself
   * @param vi one sentence
   * @param en the same in English
   */
  record Candidate(
      Reading reading,
      double insideShare,
      int matches,
      double residualM,
      double offEastM,
      double offNorthM,
      boolean declared,
      String vi,
      String en) {

    double offM() {
      return Math.hypot(offEastM, offNorthM);
    }
  }

  private final Zone zone;
  private final KdTree known = new KdTree();
  private final IndexedPointInAreaLocator inside;
  private final double[] sample;

  private CrsDetection(
      Collection<Geometry> shapes, Zone zone, Collection<? extends Geometry> present) {
    this.zone = zone;
    this.inside = new IndexedPointInAreaLocator(zone.outline().buffer(1));
    for (Coordinate c : zone.outline().getCoordinates()) {
      known.insert(c);
    }
    present.forEach(shape -> Arrays.stream(shape.getCoordinates()).forEach(known::insert));
    this.sample = sample(shapes);
  }

  /**
   * The readings under which the file lies in or near the zone, best first; empty where there is
   * none.
   *
   * @param shapes the file's shapes in its own coordinates
   * @param declared CRS the file names, null where it names none or one that is not known here
   * @param present shapes already in the plan, in the legal CRS
   */
  static List<Candidate> rank(
      Collection<Geometry> shapes,
      @Nullable Crs declared,
      Zone zone,
      Collection<? extends Geometry> present) {
    return new CrsDetection(shapes, zone, present).rank(declared);
  }

  private static double[] sample(Collection<Geometry> shapes) {
    long all = shapes.stream().mapToLong(Geometry::getNumPoints).sum();
    long step = Math.max(1, all / SAMPLE);
    List<Coordinate> taken = new ArrayList<>();
    long i = 0;
    for (Geometry shape : shapes) {
      for (Coordinate c : shape.getCoordinates()) {
        if (i++ % step == 0) {
          taken.add(c);
        }
      }
    }
    double[] xy = new double[2 * taken.size()];
    for (int k = 0; k < taken.size(); k++) {
      xy[2 * k] = taken.get(k).x;
      xy[2 * k + 1] = taken.get(k).y;
    }
    return xy;
  }

  private List<Candidate> rank(@Nullable Crs declared) {
    List<Candidate> found = new ArrayList<>();
    for (Reading plain : plainReadings()) {
      boolean isDeclared = declared != null && declared.srid() == plain.crs().srid();
      Candidate asSaid = judge(plain, plain, isDeclared);
      if (asSaid == null) {
        continue;
      }
      found.add(asSaid);
      for (Shift shift : Shift.values()) {
        Reading corrected = new Reading(plain.crs(), plain.swapped(), shift);
        Candidate candidate =
            shift != Shift.RIGHT && mayBeShifted(plain.crs())
                ? judge(corrected, plain, false)
                : null;
        if (candidate != null && isBetter(candidate, asSaid)) {
          found.add(candidate);
        }
      }
    }
    withoutTwins(found);
    found.sort(
        Comparator.<Candidate>comparingInt(c -> -rounded(c.matches()))
            .thenComparing(c -> -Math.round(c.insideShare() * 50))
            .thenComparing(c -> !c.declared())
            .thenComparingDouble(c -> Math.round(c.residualM() * 100))
            .thenComparing(c -> c.reading().crs() != zone.legal())
            .thenComparing(c -> c.reading().swapped())
            .thenComparing(c -> c.reading().id()));
    return found;
  }

  /**
   * VN-2000 degrees and WGS 84 degrees never shifted are one; the name that fits the file stays.
   */
  private static void withoutTwins(List<Candidate> found) {
    boolean saysWgs84 =
        found.stream().anyMatch(c -> c.declared() && c.reading().crs() == Crs.CRS84);
    boolean unshifted =
        found.stream()
            .anyMatch(
                c -> c.reading().crs() == Crs.CRS84 && c.reading().shift() == Shift.NO_DATUM_SHIFT);
    if (unshifted) {
      found.removeIf(
          saysWgs84
              ? c -> c.reading().crs() == Crs.EPSG_4756
              : c -> c.reading().crs() == Crs.CRS84 && c.reading().shift() == Shift.NO_DATUM_SHIFT);
    }
  }

  /** A few coincidences more or less say nothing. */
  private int rounded(int matches) {
    int all = sample.length / 2;
    return matches < ENOUGH_MATCHES ? 0 : 1 + (int) Math.round(20.0 * matches / all);
  }

  /** A correction is offered only where it makes vertices coincide that otherwise do not. */
  private boolean isBetter(Candidate corrected, Candidate asSaid) {
    return rounded(corrected.matches()) > rounded(asSaid.matches());
  }

  private List<Reading> plainReadings() {
    List<Reading> readings = new ArrayList<>();
    for (Crs crs : Crs.values()) {
      if (crs != Crs.EPSG_4326) {
        readings.add(new Reading(crs, false, Shift.RIGHT));
        readings.add(new Reading(crs, true, Shift.RIGHT));
      }
    }
    return readings;
  }

  private static boolean mayBeShifted(Crs crs) {
    return crs.isLegal() || crs == Crs.CRS84;
  }

  private @Nullable Candidate judge(Reading reading, Reading plain, boolean declared) {
    double[] legal = toLegal(reading);
    Envelope near = zone.outline().getEnvelopeInternal();
    near.expandBy(NEARBY_M);
    int in = 0;
    int nearby = 0;
    int all = legal.length / 2;
    for (int i = 0; i < legal.length; i += 2) {
      Coordinate c = new Coordinate(legal[i], legal[i + 1]);
      if (near.contains(c)) {
        nearby++;
        in += inside.locate(c) == Location.EXTERIOR ? 0 : 1;
      }
    }
    if (nearby * 2 < all || all == 0) {
      return null;
    }
    List<double[]> matches = matches(legal);
    double residual = median(matches.stream().mapToDouble(m -> Math.hypot(m[1], m[2])).toArray());
    double[] off = {0, 0};
    if (!reading.equals(plain)) {
      off = off(toLegal(plain), legal, matches);
    }
    return described(
        new Candidate(
            reading,
            (double) in / all,
            matches.size(),
            residual,
            off[0],
            off[1],
            declared,
            "",
            ""));
  }

  /** How far the plain reading is from the corrected one, at the vertices that coincide. */
  private static double[] off(double[] plain, double[] corrected, List<double[]> matches) {
    double[] east = new double[matches.size()];
    double[] north = new double[matches.size()];
    for (int k = 0; k < east.length; k++) {
      int i = (int) matches.get(k)[0];
      east[k] = plain[i] - corrected[i];
      north[k] = plain[i + 1] - corrected[i + 1];
    }
    return new double[] {median(east), median(north)};
  }

  private double[] toLegal(Reading reading) {
    double[] xy = sample.clone();
    reading.toLonLat(xy);
    CoordinateOperation.between(Crs.CRS84, zone.legal()).apply(xy);
    return xy;
  }

  /** Index of the vertex and its distance to the nearest known one, east and north. */
  private List<double[]> matches(double[] legal) {
    List<double[]> matches = new ArrayList<>();
    for (int i = 0; i < legal.length; i += 2) {
      Coordinate c = new Coordinate(legal[i], legal[i + 1]);
      if (!c.isValid()) {
        continue;
      }
      Envelope around = new Envelope(c);
      around.expandBy(MATCH_M);
      Coordinate nearest = null;
      for (Object node : known.query(around)) {
        Coordinate candidate = ((KdNode) node).getCoordinate();
        if (c.distance(candidate) <= MATCH_M
            && (nearest == null || c.distance(candidate) < c.distance(nearest))) {
          nearest = candidate;
        }
      }
      if (nearest != null) {
        matches.add(new double[] {i, c.x - nearest.x, c.y - nearest.y});
      }
    }
    return matches;
  }

  private static double median(double[] values) {
    if (values.length == 0) {
      return 0;
    }
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  private Candidate described(Candidate c) {
    Reading reading = c.reading();
    boolean degrees = reading.crs().isGeographic();
    StringBuilder vi = new StringBuilder(name(reading.crs().nameVi(), reading.crs()));
    StringBuilder en = new StringBuilder(name(reading.crs().nameEn(), reading.crs()));
    if (reading.swapped()) {
      vi.append(degrees ? ", vĩ độ trước" : ", bắc trước đông (X là bắc)");
      en.append(degrees ? ", latitude first" : ", north before east (X is north)");
    }
    vi.append(String.format(VIETNAM, ": %.0f %% số đỉnh nằm trong khu", 100 * c.insideShare()));
    en.append(
        String.format(Locale.ROOT, ": %.0f %% of the vertices in the zone", 100 * c.insideShare()));
    if (c.matches() >= ENOUGH_MATCHES) {
      vi.append(
          String.format(
              Locale.ROOT,
              ", %d đỉnh trùng mốc đã biết (lệch %.2f m)",
              c.matches(),
              c.residualM()));
      en.append(
          String.format(
              Locale.ROOT,
              ", %d coincide with known ones (%.2f m apart)",
              c.matches(),
              c.residualM()));
    }
    if (reading.shift() != Shift.RIGHT) {
      vi.append(
          String.format(
              VIETNAM,
              ". Tệp này đã được chuyển %s: lệch %.2f m (đông %+.2f, bắc %+.2f); cách đọc này sửa"
                  + " lại",
              reading.shift().vi(),
              c.offM(),
              c.offEastM(),
              c.offNorthM()));
      en.append(
          String.format(
              Locale.ROOT,
              ". This file was converted %s: %.2f m off (east %+.2f, north %+.2f); this reading"
                  + " corrects it",
              reading.shift().en(),
              c.offM(),
              c.offEastM(),
              c.offNorthM()));
    }
    return new Candidate(
        reading,
        c.insideShare(),
        c.matches(),
        c.residualM(),
        c.offEastM(),
        c.offNorthM(),
        c.declared(),
        vi.append('.').toString(),
        en.append('.').toString());
  }

  private static String name(String name, Crs crs) {
    return name + " (" + crs.code() + ")";
  }
}
