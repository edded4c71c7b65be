package vn.khuxuong.allocation.solver;

/**
 * A price for every capacity: bays of strips, kVA of floors and buildings, m³ of wastewater, m²
 * under a zone's cap. What a column earns beyond the price of what it uses tells whether it is
 * worth its place; with any prices that are not negative, the sum of the firms' best such earnings
 * and the worth of all capacities is a bound on the objective.
 */
final class Prices {
  /** Per bay of a strip where only counts matter. */
  final double[] strip;

  /** Per bay of positional strips. */
  final double[] bay;

  final double[] floorPower;
  final double[] buildingPower;
  final double[] buildingWater;
  final double[] zoneArea;

  private final Columns columns;
  private final Site site;
  private final Strips strips;

  /** Prices of all bays before each one, so that a block costs one subtraction. */
  private final double[] baysBefore;

  Prices(Columns columns) {
    this.columns = columns;
    site = columns.site;
    strips = columns.strips;
    strip = new double[strips.count];
    bay = new double[strips.bayCount()];
    floorPower = new double[site.floors.size()];
    buildingPower = new double[site.buildingCount()];
    buildingWater = new double[site.buildingCount()];
    zoneArea = new double[site.zoneRoom.length];
    baysBefore = new double[strips.bayCount() + 1];
  }

  /** Must be called when bay prices have changed. */
  void settle() {
    for (int b = 0; b < bay.length; b++) {
      baysBefore[b + 1] = baysBefore[b] + bay[b];
    }
  }

  /** Price of what a firm uses of a building wherever in it it stands. */
  double ofBuilding(int firm, int building) {
    return buildingPower[building] * site.power[firm] + buildingWater[building] * site.water[firm];
  }

  /** Price of everything else that a column uses. */
  double ofColumn(int firm, int column) {
    int s1 = columns.strip1[column];
    double price =
        ofBlock(s1, columns.at1[column], columns.bays1[column])
            + floorPower[strips.floor[s1]] * columns.power1[column];
    int s2 = columns.strip2[column];
    if (s2 >= 0) {
      price +=
          ofBlock(s2, columns.at2[column], columns.bays2[column])
              + floorPower[strips.floor[s2]] * columns.power2[column];
    }
    if (site.foreign[firm]) {
      price += zoneArea[site.zoneOfBuilding[strips.building[s1]]] * columns.area[column];
    }
    return price;
  }

  /** Worth of all capacities within a building, less a vacant run for each of its strips. */
  double worthOfCapacities(int building) {
    double worth =
        buildingPower[building] * site.buildingPower[building]
            + buildingWater[building] * site.buildingWater[building];
    for (int f : site.floorsOfBuilding[building]) {
      worth += floorPower[f] * site.floorPower[f];
      for (int s : strips.ofFloor[f]) {
        worth += ofBlock(s, 0, strips.length[s]) - site.instance.weights().vacantRun();
      }
    }
    return worth;
  }

  private double ofBlock(int s, int at, int bays) {
    if (!strips.positional[s]) {
      return strip[s] * bays;
    }
    int from = strips.firstBay[s] + at;
    return baysBefore[from + bays] - baysBefore[from];
  }
}
