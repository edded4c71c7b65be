package vn.khuxuong.space.search.vacancy;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoublePredicate;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** What the results of a question are ordered by, zone by zone. */
final class KeysOfZones {
  /** More than what rounding can change. */
  private static final double PLAY = 2e-6;

  /** More than what adding up in another order can change. */
  private static final double NOISE = 1e-9;

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

  /** Needs of supplies. */
  private final Bound[] supplies;

  /** How much floors have left of the first of them, zone by zone. */
  private final List<LeftOver> left;

  /** What no row has less than by needs that do not depend on days, and area. */
  private final double least;

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
    this.left = supplies.length == 0 ? List.of() : table.left(supplies[0].measure(), when.use());
    this.least = Arrays.stream(ofKinds).filter(one -> one >= 0).min().orElse(0);
  }

  private double leastAreaM2() {
    AreaBetween area = question.area();
    return area == null || area.least() == null ? 0 : area.least();
  }

  /**
   * What the needs that do not depend on days come to, kind by kind of all rows; not a number where
   * one of them is not met.
   */
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
      double there = need.measure().ofFloor(floor);
      sum += there < need.limit() ? Double.NaN : there / need.limit() - 1;
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
      case FIT -> byFit ? byFit(place) : new ByRent(zone);
    };
  }

  private Ranking.Keys byFit(int place) {
    return supplies.length == 0 || question.split() ? new ByFit(place) : new ByLeft(place);
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
  private class ByFit implements Ranking.Keys {
    private final ZoneIndex zone;
    private final int place;
    private final int[] kinds;

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
      double all = Double.POSITIVE_INFINITY;
      for (int kind : kinds) {
        double one = ofKinds[kind];
        if (one >= 0 && one < all) {
          all = one;
        }
      }
      return all;
    }

    @Override
    public double of(int row, double bound) {
      double ofKind = ofKinds[kinds[zone.kinds().of(row)]];
      if (supplies.length == 0 && !Double.isNaN(ofKind)) {
        return ofKind;
      }
      return ofKind - PLAY >= bound ? bound : exactly(row);
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

  /** The same where a supply is needed: floors come by how much they have left of it. */
  private final class ByLeft extends ByFit {
    private final LeftOver order;
    private final double limit;

    ByLeft(int place) {
      super(place);
      order = left.get(place);
      limit = supplies[0].limit();
    }

    @Override
    public double least() {
      int first = order.first(limit);
      return first < order.size() ? least(first) : Double.POSITIVE_INFINITY;
    }

    private double least(int step) {
      return rounded(
          least + order.least(step) / limit - 1 - NOISE); // as keys are, so ties are told
    }

    @Override
    public boolean hasOrder() {
      return true;
    }

    @Override
    public void floors(DoublePredicate goOn, IntConsumer action) {
      for (int i = order.first(limit); i < order.size() && goOn.test(least(i)); i++) {
        for (int number = order.start(i); number < order.start(i + 1); number++) {
          action.accept(order.floor(number));
        }
      }
    }
  }
}
