package vn.khuxuong.space.search.vacancy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/**
 * The rows of a zone by the areas that can be taken of them: of all neighbouring bays, in whole m².
 * A zone has few kinds of floors, so most rows share their areas with many others.
 */
final class AreaShapes {
  private final int size;
  private final int[] shapeOf;
  private final List<long[]> areas = new ArrayList<>();
  private final List<long[]> rows = new ArrayList<>();

  /** Looks at every row once. */
  AreaShapes(ZoneIndex zone) {
    size = zone.size();
    shapeOf = new int[size];
    Map<List<Long>, Integer> known = new HashMap<>();
    for (int row = 0; row < size; row++) {
      long[] all =
          zone.parts(row).stream()
              .mapToLong(part -> Math.round(part.areaM2()))
              .sorted()
              .distinct()
              .toArray();
      int shape = known.computeIfAbsent(LongStream.of(all).boxed().toList(), any -> known.size());
      if (shape == areas.size()) {
        areas.add(all);
        rows.add(Bits.none(size));
      }
      shapeOf[row] = shape;
      Bits.set(rows.get(shape), row);
    }
  }

  /** Areas that can be taken of a row, in whole m², ascending. */
  long[] areas(int row) {
    return areas.get(shapeOf[row]);
  }

  /** Rows of which an area within the bounds can be taken. */
  long[] rows(AreaBetween bounds) {
    long[] found = Bits.none(size);
    for (int shape = 0; shape < areas.size(); shape++) {
      if (bounds.best(areas.get(shape)) >= 0) {
        Bits.add(found, rows.get(shape));
      }
    }
    return found;
  }
}
