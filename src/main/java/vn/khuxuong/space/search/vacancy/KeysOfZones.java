package vn.khuxuong.space.search.vacancy;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the results of a question are ordered by, zone by zone. */
final class KeysOfZones {
  /** More than what rounding can change. */
  private static final double PLAY = 2e-6;

  private static final double MILLIONTHS = 1e6;

  private final Table table;
  private final Question question;
  private final List<Bound> needs;

  /** Of every kind of areas in the table the one that comes nearest to the need, else -1. */
  private final double[] bestAreas;

  /** By kind of row; not a number where the row itself must be looked at. */
  private final double[] ofKinds;

  /** Needs that do not depend on days. */
  private final Bound[] standing;

  /** Needs of supplies, and roughly how much of them floors have left. */
  private final Bound[] supplies;

  private final List<List<LeftOver>> left = new ArrayList<>();
  private final When when;
  private final boolean byArea;
  private final boolean byFit;

  KeysOfZones(Table table, Question question) {
    this.table = table;
    this.question = question;
    this.needs =
        question.filters().stream()
            .filter(filter -> filter instanceof Bound)
            .map(filter -> (Bound) filter)
            .filter(bound -> bound.least() && bound.limit() > 0)
            .filter(bound -> bound.measure() != Measure.LEVEL)
            .toList();
    AreaBetween area = question.area();
    this.bestAreas =
        area == null ? new double[0] : table.shapes().stream().mapToDouble(area::best).toArray();
    this.byArea = leastAreaM2() > 0;
    this.byFit = !needs.isEmpty() || byArea;
    this.when = table.equal(question.when());
    boolean asked = question.order().key() == Order.Key.FIT;
    this.standing = needs.stream().filter(need -> !need.dependsOnDays()).toArray(Bound[]::new);
    this.supplies =
        needs.stream().filter(need -> asked && need.dependsOnDays()).toArray(Bound[]::new);
    this.ofKinds = byFit && asked ? ofKinds() : new double[0];
    for (Bound supply : supplies) {
      left.add(table.left(supply.measure(), when));
    }
  }

  private double leastAreaM2() {
    AreaBetween area = question.area();
    return area == null || area.least() == null ? 0 : area.least();
  }

  /** What the needs that do not depend on days come to, kind by kind of all rows. */
  private double[] ofKinds() {
    int shapes = table.shapes().size();
    double[] all = new double[table.grades().size() * shapes];
    for (int i = 0; i < all.length; i++) {
      all[i] = ofFloor(table.grades().get(i / shapes));
      if (byArea) {
        double part = bestAreas[i % shapes];
        all[i] += part < 0 ? Double.NaN : part / leastAreaM2() - 1;
      }
      if (supplies.length == 0 && !Double.isNaN(all[i])) {
        all[i] = rounded(all[i]); // it is the key itself
      }
    }
    return all;
  }

  private static double rounded(double surplus) {
    return Math.round(surplus * MILLIONTHS) / MILLIONTHS;
  }

  private double ofFloor(FloorSpace floor) {
    double sum = 0;
    for (Bound need : standing) {
      sum += need.measure().ofFloor(floor) / need.limit() - 1;
    }
    return sum;
  }

  /** A way to take rows in order; null where there is none, or it is not worth it. */
  @Nullable Walk walk(Rows found) {
    if (question.order().descending() || question.filters().stream().anyMatch(Filter::isPlace)) {
      return null;
    }
    return switch (question.order().key()) {
      case RENT -> new WalkByRent(found);
      case FIT -> byFit ? walkByKind(found) : new WalkByRent(found);
      case AREA, FROM, DISTANCE -> null;
    };
  }

  private @Nullable Walk walkByKind(Rows found) {
    return supplies.length == 0 && !question.split() ? new WalkByKind(found, ofKinds) : null;
  }

  /** Keys of the zone at a place. */
  Ranking.Keys of(int place) {
    Ranking.Keys keys = ascending(place);
    return question.order().descending() ? new Descending(keys) : keys;
  }

  private Ranking.Keys ascending(int place) {
    ZoneIndex zone = table.zone(place);
    return switch (question.order().key()) {
      case RENT -> new ByRent(zone);
      case AREA -> new ByArea(place);
      case FROM -> new ByDay(zone, Days.number(question.today()));
      case DISTANCE ->
          question.near() == null ? new ByRent(zone) : new ByDistance(zone, question.near());
      case FIT -> byFit ? new ByFit(place) : new ByRent(zone);
    };
  }

  /** The other way round. */
  private record Descending(Ranking.Keys keys) implements Ranking.Keys {
    @Override
    public double least() {
      return Double.NEGATIVE_INFINITY;
    }

    @Override
    public double of(int row, double bound) {
      // 0 - key and not -key, so that there is no negative zero
      return 0 - keys.of(row, Double.POSITIVE_INFINITY);
    }
  }

  private record ByRent(ZoneIndex zone) implements Ranking.Keys {
    @Override
    public double least() {
      return zone.leastRentUsd();
    }

    @Override
    public double of(int row, double bound) {
      return zone.rentUsd(row);
    }
  }

  private record ByDay(ZoneIndex zone, int today) implements Ranking.Keys {
    @Override
    public double least() {
      return today;
    }

    @Override
    public double of(int row, double bound) {
      return Math.max(zone.free(row).from(), today);
    }
  }

  /** By the part that fits, or the whole stretch. */
  private final class ByArea implements Ranking.Keys {
    private final ZoneIndex zone;
    private final int[] shapes;

    ByArea(int place) {
      zone = table.zone(place);
      shapes = table.shapesOf(place);
    }

    @Override
    public double least() {
      return 0;
    }

    @Override
    public double of(int row, double bound) {
      double part = bestAreas.length == 0 ? -1 : bestAreas[shapes[zone.areas().shapeOf(row)]];
      return part < 0 ? zone.areaM2(row) : part;
    }
  }

  private static final class ByDistance implements Ranking.Keys {
    private final ZoneIndex zone;
    private final Place near;
    private final Geodesic.Point point;
    private int building = -1;
    private double metres;

    ByDistance(ZoneIndex zone, Place near) {
      this.zone = zone;
      this.near = near;
      this.point = near.point();
    }

    @Override
    public double least() {
      return zone.ball().atLeast(point);
    }

    @Override
    public double of(int row, double bound) {
      if (building != zone.buildingIndex(row)) {
        double chord = zone.point(row).chord(point);
        if (chord >= bound) {
          return chord; // too far even in a straight line through the ground
        }
        building = zone.buildingIndex(row);
        metres = near.metresTo(zone.building(row));
      }
      return metres;
    }
  }

  /**
   * By how much more there is than needed, see {@link Order.Key#FIT}. Of what is found nothing is
   * less than needed; of a row that is joined by one above this is not sure.
   */
  private final class ByFit implements Ranking.Keys {
    private final ZoneIndex zone;
    private final int place;
    private final int[] kinds;
    private double known = Double.NaN;

    /** No floor with a larger code can have a key below the known bound. */
    private char mostLeft;

    ByFit(int place) {
      this.place = place;
      zone = table.zone(place);
      kinds = table.kindsOf(place);
    }

    @Override
    public double least() {
      if (question.split()) {
        return Double.NEGATIVE_INFINITY;
      }
      double least = Double.POSITIVE_INFINITY;
      for (int kind : kinds) {
        double one = ofKinds[kind];
        if (one >= 0 && one < least) {
          least = one;
        }
      }
      return supplies.length == 0 ? least : least - PLAY;
    }

    @Override
    public double of(int row, double bound) {
      double ofKind = ofKinds[kinds[zone.kinds().of(row)]];
      if (supplies.length == 0 && !Double.isNaN(ofKind)) {
        return ofKind;
      }
      if (ofKind - PLAY >= bound) {
        return bound;
      }
      if (supplies.length > 0 && !question.split()) {
        if (bound != known) {
          known = bound;
          mostLeft = Rough.of((1 + bound + PLAY) * supplies[0].limit());
        }
        if (left.get(0).get(place).of(row) > mostLeft) {
          return bound;
        }
      }
      return exactly(row);
    }

    private double exactly(int row) {
      double surplus = ofFloor(zone.floorAt(row));
      for (Bound need : supplies) {
        surplus += need.measure().of(zone, zone.period(when), row) / need.limit() - 1;
      }
      if (byArea) {
        double part = bestAreas[table.shapesOf(place)[zone.areas().shapeOf(row)]];
        surplus += (part < 0 ? zone.areaM2(row) : part) / leastAreaM2() - 1;
      }
      return rounded(surplus);
    }
  }
}
