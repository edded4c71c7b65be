package vn.khuxuong.space.search.vacancy;

import java.util.Comparator;
import java.util.PriorityQueue;

/** Rows by the rent of their floors, the cheapest first: the zones' floors are in this order. */
final class WalkByRent implements Walk {
  private final Rows found;
  private final Table table;

  WalkByRent(Rows found) {
    this.found = found;
    this.table = found.table();
  }

  /** A zone and its cheapest floor that was not looked at yet. */
  private static final class Head {
    private final int place;
    private final ZoneIndex zone;
    private int next;

    Head(int place, ZoneIndex zone) {
      this.place = place;
      this.zone = zone;
    }

    int floor() {
      return zone.byRent()[next];
    }

    double rentUsd() {
      return zone.rentUsdOf(floor());
    }

    int place() {
      return place;
    }

    boolean goOn() {
      next++;
      return next < zone.byRent().length;
    }
  }

  @Override
  public void each(Taker taker) {
    PriorityQueue<Head> heads =
        new PriorityQueue<>(
            Comparator.comparingDouble(Head::rentUsd).thenComparingInt(Head::place));
    int[] places = table.byLeastRent();
    int zones = 0;
    while (true) {
      double least = heads.isEmpty() ? Double.POSITIVE_INFINITY : heads.element().rentUsd();
      // zones come in when it is their turn; equal rents stand by place, so all of these
      while (zones < places.length && table.zone(places[zones]).leastRentUsd() <= least) {
        ZoneIndex zone = table.zone(places[zones]);
        if (zone.byRent().length > 0) {
          heads.add(new Head(places[zones], zone));
          least = heads.element().rentUsd();
        }
        zones++;
      }
      if (heads.isEmpty()) {
        return;
      }
      Head head = heads.remove();
      if (!floor(head, taker)) {
        return;
      }
      if (head.goOn()) {
        heads.add(head);
      }
    }
  }

  private boolean floor(Head head, Taker taker) {
    int floor = head.floor();
    int offset = table.firstWord(head.place()) << 6;
    for (int row = head.zone.firstRow(floor); row < head.zone.firstRow(floor + 1); row++) {
      if (Bits.has(found.words(), offset + row) && !taker.take(head.place(), row, head.rentUsd())) {
        return false;
      }
    }
    return true;
  }
}
