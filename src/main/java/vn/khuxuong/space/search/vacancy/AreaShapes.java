package vn.khuxuong.space.search.vacancy;

import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The rows of a zone by the areas that can be taken of them: of all neighbouring bays, in whole m².
 * A zone has few kinds of floors, so most rows share their areas with many others.
 */
final class AreaShapes {
  private final int[] shapeOf;
  private final List<long[]> areas = new ArrayList<>();

  /** The bays that make up a stretch, by which equal ones are known. */
  private record Bays(List<FloorSpace.Bay> ofFloor, int firstBay, int bayCount) {}

  /** Looks at every row once. */
  AreaShapes(ZoneIndex zone) {
    shapeOf = new int[zone.size()];
    Map<LongBuffer, Integer> known = new HashMap<>();
    Map<Bays, Integer> seen = new HashMap<>();
    for (int row = 0; row < zone.size(); row++) {
      List<FloorSpace.Bay> ofFloor = zone.floorAt(row).bays();
      Bays bays = new Bays(ofFloor, zone.firstBay(row), zone.bayCount(row));
      Integer shape = seen.get(bays);
      if (shape == null) {
        long[] all = areas(zone, row);
        shape = known.computeIfAbsent(LongBuffer.wrap(all), any -> known.size());
        if (shape == areas.size()) {
          areas.add(all);
        }
        seen.put(bays, shape);
      }
      shapeOf[row] = shape;
    }
  }

  private static long[] areas(ZoneIndex zone, int row) {
    return zone.parts(row).stream()
        .mapToLong(part -> Math.round(part.areaM2()))
        .sorted()
        .distinct()
        .toArray();
  }

  /** Number of shapes. */
  int size() {
    return areas.size();
  }

  /** Areas that can be taken of rows of a shape, in whole m², ascending. */
  long[] ofShape(int shape) {
    return areas.get(shape);
  }

  /** The shape of a row, from 0. */
  int shapeOf(int row) {
    return shapeOf[row];
  }

  /** Areas that can be taken of a row, in whole m², ascending. */
  long[] areas(int row) {
    return areas.get(shapeOf[row]);
  }

  /** Rows of which an area within the bounds can be taken. */
  long[] rows(AreaBetween bounds) {
    boolean[] fits = new boolean[areas.size()];
    for (int shape = 0; shape < fits.length; shape++) {
      fits[shape] = bounds.best(areas.get(shape)) >= 0;
    }
    long[] found = Bits.none(shapeOf.length);
    for (int row = 0; row < shapeOf.length; row++) {
      if (fits[shapeOf[row]]) {
        Bits.set(found, row);
      }
    }
    return found;
  }
}
