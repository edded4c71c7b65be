package vn.khuxuong.allocation.solver;

import java.util.Arrays;

/**
 * All capacities of a problem in one vector: bays of strips of counts, single bays of positional
 * strips, power of floors, power and wastewater of buildings, m² under the zones' caps. Prices in
 * vectors like it are scaled, so that a step of one length moves all kinds of price alike.
 */
final class CapacityRows {
  private final Columns columns;
  private final Site site;
  private final Strips strips;

  /** Where floors, buildings' power, buildings' wastewater and zones begin, and the end. */
  private final int[] begin;

  private final double[] capacity;

  /** Units of each row that go with one bay. */
  private final double[] scale;

  CapacityRows(Columns columns) {
    this.columns = columns;
    site = columns.site;
    strips = columns.strips;
    int bays = strips.count + strips.bayCount();
    int floors = bays + site.floorPower.length;
    int buildings = floors + columns.buildings();
    int water = buildings + columns.buildings();
    begin = new int[] {bays, floors, buildings, water, water + site.zoneRoom.length};
    capacity = new double[water + site.zoneRoom.length];
    scale = new double[capacity.length];
    for (int s = 0; s < strips.count; s++) {
      int from = strips.count + strips.firstBay[s];
      capacity[s] = strips.positional[s] ? 0 : strips.length[s];
      Arrays.fill(capacity, from, from + strips.length[s], strips.positional[s] ? 1 : 0);
    }
    fill(0, Arrays.stream(site.floorPower).asLongStream().toArray());
    fill(1, Arrays.stream(site.buildingPower).asLongStream().toArray());
    fill(2, Arrays.stream(site.buildingWater).asLongStream().toArray());
    fill(3, site.zoneRoom);
    Arrays.fill(scale, 0, bays, 1);
  }

  private void fill(int kind, long[] capacities) {
    for (int i = 0; i < capacities.length; i++) {
      capacity[begin[kind] + i] = capacities[i];
    }
    double total = Arrays.stream(capacity, begin[kind], begin[kind + 1]).sum();
    double each = Math.max(1e-3, total / Math.max(1, strips.bayCount()));
    Arrays.fill(scale, begin[kind], begin[kind + 1], each);
  }

  int count() {
    return capacity.length;
  }

  /** What all capacities are worth at scaled prices. */
  double worth(double[] scaled) {
    double worth = 0;
    for (int row = 0; row < capacity.length; row++) {
      worth += scaled[row] / scale[row] * capacity[row];
    }
    return worth;
  }

  /** Use of a row beyond its capacity, in bays' worth. */
  double over(double[] used, int row) {
    return (used[row] - capacity[row]) / scale[row];
  }

  /** Puts scaled prices into prices. */
  void setPrices(double[] scaled, Prices prices) {
    int row = 0;
    for (double[] kind :
        new double[][] {
          prices.strip,
          prices.bay,
          prices.floorPower,
          prices.buildingPower,
          prices.buildingWater,
          prices.zoneArea
        }) {
      for (int i = 0; i < kind.length; i++) {
        kind[i] = scaled[row] / scale[row];
        row++;
      }
    }
    prices.settle();
  }

  /** Sets the price of every bay by its area; leaves other prices alone. */
  void setPriceOfArea(double[] scaled, double pricePerM2) {
    for (int s = 0; s < strips.count; s++) {
      scaled[s] = strips.positional[s] ? 0 : pricePerM2 * strips.area(s, 0, 1);
      for (int at = 0; strips.positional[s] && at < strips.length[s]; at++) {
        scaled[strips.count + strips.firstBay[s] + at] = pricePerM2 * strips.area(s, at, 1);
      }
    }
  }

  /** Adds what a firm uses on a column. */
  void book(double[] use, int firm, int column) {
    int building = columns.building(column);
    book(use, columns.strip1[column], columns.at1[column], columns.bays1[column]);
    use[begin[0] + strips.floor[columns.strip1[column]]] += columns.power1[column];
    if (columns.strip2[column] >= 0) {
      book(use, columns.strip2[column], columns.at2[column], columns.bays2[column]);
      use[begin[0] + strips.floor[columns.strip2[column]]] += columns.power2[column];
    }
    use[begin[1] + building] += site.power[firm];
    use[begin[2] + building] += site.water[firm];
    if (site.foreign[firm]) {
      use[begin[3] + site.zoneOfBuilding[building]] += columns.area[column];
    }
  }

  private void book(double[] use, int s, int at, int bays) {
    if (strips.positional[s]) {
      int from = strips.count + strips.firstBay[s] + at;
      for (int bay = from; bay < from + bays; bay++) {
        use[bay]++;
      }
    } else {
      use[s] += bays;
    }
  }
}
