package vn.khuxuong.space.search.vacancy;

import java.util.List;

/** Results by building. Rows are in the order of buildings, so one walk over them is enough. */
final class InBuildings {
  /** Buildings of an answer at most. */
  private static final int MOST = 200;

  private InBuildings() {}

  /**
   * Adds the buildings of a zone that have results, in the order of their codes.
   *
   * @param found rows that satisfy everything
   */
  static void add(List<VacancyJson.InBuilding> buildings, ZoneIndex zone, long[] found) {
    Sum[] sums = new Sum[zone.zone().buildings().size()];
    Bits.each(
        found,
        row -> {
          int index = zone.buildingIndex(row);
          if (sums[index] == null) {
            sums[index] = new Sum();
          }
          sums[index].add(zone, row);
        });
    for (int i = 0; i < sums.length && buildings.size() < MOST; i++) {
      if (sums[i] != null) {
        buildings.add(sums[i].json(zone.zone().code(), zone.zone().buildings().get(i)));
      }
    }
  }

  private static final class Sum {
    private int count;
    private int bays;
    private double areaM2;
    private double longestM2;
    private double rentFromUsd = Double.POSITIVE_INFINITY;

    void add(ZoneIndex zone, int row) {
      count++;
      bays += zone.bayCount(row);
      areaM2 += zone.areaM2(row);
      longestM2 = Math.max(longestM2, zone.areaM2(row));
      rentFromUsd = Math.min(rentFromUsd, zone.rentUsd(row));
    }

    VacancyJson.InBuilding json(String zone, BuildingSpace building) {
      return new VacancyJson.InBuilding(
          building.code(),
          zone,
          count,
          bays,
          Math.round(areaM2 * 100) / 100.0,
          longestM2,
          rentFromUsd);
    }
  }
}
