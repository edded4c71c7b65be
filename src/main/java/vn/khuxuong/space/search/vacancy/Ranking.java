package vn.khuxuong.space.search.vacancy;

import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** The first results of a question after its cursor, of many that are offered one by one. */
final class Ranking {

  /**
   * A result.
   *
   * @param key smaller comes first
   */
  record Row(ZoneIndex zone, int row, double key) {
    Position position() {
      return Position.of(key, zone, row);
    }
  }

  private final Question question;
  private final List<Bound> needs;
  private final Geodesic.Point point;
  private final int most;
  private final boolean byRent;
  private final PriorityQueue<Row> best =
      new PriorityQueue<>((a, b) -> b.position().compareTo(a.position()));
  private double worst = Double.POSITIVE_INFINITY;

  /** Keeps one more than a page, to know whether there is another. */
  Ranking(Question question) {
    this.question = question;
    this.most = question.limit() + 1;
    this.point = question.near() == null ? new Geodesic.Point(0, 0, 0) : question.near().point();
    this.needs =
        question.filters().stream()
            .filter(filter -> filter instanceof Bound)
            .map(filter -> (Bound) filter)
            .filter(bound -> bound.least() && bound.limit() > 0)
            .filter(bound -> bound.measure() != Measure.LEVEL)
            .toList();
    AreaBetween area = question.area();
    boolean anyNeed = !needs.isEmpty() || (area != null && area.least() != null);
    this.byRent =
        !question.order().descending()
            && (question.order().key() == Order.Key.RENT
                || (question.order().key() == Order.Key.FIT && !anyNeed));
  }

  /** Takes the results of a zone; zones must come by code. */
  void offer(ZoneIndex zone, Period period, long[] rows) {
    boolean nearestFirst =
        question.order().key() == Order.Key.DISTANCE && !question.order().descending();
    if (nearestFirst && zone.ball().atLeast(point) >= worst) {
      return;
    }
    if (byRent && zone.leastRentUsd() >= worst) {
      return;
    }
    Keys keys = new Keys(zone, period);
    Bits.each(rows, row -> offer(zone, row, keys.of(row)));
  }

  private void offer(ZoneIndex zone, int row, double key) {
    if (key >= worst) {
      return; // rows come by place, so among equal ones the first stay
    }
    Cursor after = question.after();
    Row candidate = new Row(zone, row, key);
    if (after != null
        && (key < after.after().key()
            || (key == after.after().key()
                && candidate.position().compareTo(after.after()) <= 0))) {
      return;
    }
    if (best.size() == most) {
      best.remove();
    }
    best.add(candidate);
    if (best.size() == most) {
      worst = best.element().key();
    }
  }

  /** The best ones, first the first. */
  List<Row> list() {
    List<Row> rows = new ArrayList<>(best);
    rows.sort((a, b) -> a.position().compareTo(b.position()));
    return rows;
  }

  private final class Keys {
    private final ZoneIndex zone;
    private final Period period;

    /** Of each need floor by floor; null for one that depends on days. */
    private final double @Nullable [][] figures;

    private int building = -1;
    private double metres;
    private int floor = -1;
    private double ofFloor;

    Keys(ZoneIndex zone, Period period) {
      this.zone = zone;
      this.period = period;
      this.figures = new double[question.order().key() == Order.Key.FIT ? needs.size() : 0][];
      for (int i = 0; i < figures.length; i++) {
        Measure measure = needs.get(i).measure();
        figures[i] = measure.dependsOnDays() ? null : zone.figures(measure);
      }
    }

    double of(int row) {
      double key =
          switch (question.order().key()) {
            case RENT -> zone.rentUsd(row);
            case AREA -> areaM2(row);
            case FROM -> Math.max(zone.stretch(row).free().from(), Days.number(question.today()));
            case DISTANCE -> metres(row);
            case FIT -> surplus(row);
          };
      // 0 - key and not -key, so that there is no negative zero
      return question.order().descending() ? 0 - key : key;
    }

    private double areaM2(int row) {
      AreaBetween area = question.area();
      long part = area == null ? -1 : area.best(zone, row);
      return part < 0 ? zone.areaM2(row) : part;
    }

    private double metres(int row) {
      Place near = question.near();
      if (near == null) {
        return 0;
      }
      if (!question.order().descending() && zone.point(row).chord(point) >= worst) {
        return worst; // too far even in a straight line through the ground
      }
      if (building != zone.buildingIndex(row)) {
        building = zone.buildingIndex(row);
        metres = near.metresTo(zone.building(row));
      }
      return metres;
    }

    private double surplus(int row) {
      if (floor != zone.floorOf(row)) {
        floor = zone.floorOf(row);
        ofFloor = 0;
        for (int i = 0; i < figures.length; i++) {
          Bound need = needs.get(i);
          double figure =
              figures[i] != null ? figures[i][floor] : need.measure().of(zone, period, row);
          ofFloor += figure / need.limit() - 1;
        }
      }
      double surplus = ofFloor;
      boolean any = !needs.isEmpty();
      AreaBetween area = question.area();
      if (area != null && area.least() != null && area.least() > 0) {
        surplus += areaM2(row) / area.least() - 1;
        any = true;
      }
      return any ? Math.round(surplus * 1e6) / 1e6 : zone.rentUsd(row);
    }
  }
}
