package vn.khuxuong.space.search.vacancy;

import java.util.Arrays;
import java.util.List;

/** What the floors of a zone have left of what they share: power and wastewater. */
final class Supplies {
  private final List<BuildingSpace> buildings;
  private final FloorSpace[] floors;
  private final int[] buildingOf;
  private final UseByDay floorPower;
  private final UseByDay buildingPower;
  private final UseByDay buildingWastewater;

  /**
   * Adds up what live claims use.
   *
   * @param floors of all buildings, one building after the other
   * @param buildingOf place of each floor's building
   */
  Supplies(List<BuildingSpace> buildings, FloorSpace[] floors, int[] buildingOf) {
    this.buildings = buildings;
    this.floors = floors;
    this.buildingOf = buildingOf;
    List<List<ClaimSpan>> ofFloors = Arrays.stream(floors).map(FloorSpace::claims).toList();
    List<List<ClaimSpan>> ofBuildings = buildings.stream().map(BuildingSpace::claims).toList();
    floorPower = UseByDay.of(ofFloors, ClaimSpan::powerKva);
    buildingPower = UseByDay.of(ofBuildings, ClaimSpan::powerKva);
    buildingWastewater = UseByDay.of(ofBuildings, ClaimSpan::wastewaterM3Day);
  }

  /** What floors have left of one supply, in kVA or in m³ a day. */
  interface Left {
    double of(int floor);
  }

  /** What is left of a supply on every day; quickest where floors are asked for in order. */
  Left left(Measure supply, Days use) {
    return supply == Measure.POWER_LEFT_KVA
        ? new Power(use)
        : floor -> wastewaterLeftM3Day(floor, use);
  }

  /** kVA that a tenant of the floor could draw on every day: what floor and building both have. */
  double powerLeftKva(int floor, Days use) {
    return new Power(use).of(floor);
  }

  /** kVA that the floor has left on every day, whatever its building has. */
  double powerOfFloorKva(int floor, Days use) {
    return floors[floor].powerKva() - floorPower.peak(floor, use);
  }

  /** m³ a day that the floor's building could discharge beside what it has promised. */
  double wastewaterLeftM3Day(int floor, Days use) {
    int building = buildingOf[floor];
    double promised = buildingWastewater.peak(building, use);
    return Math.max(0, buildings.get(building).wastewaterM3Day() - promised);
  }

  private final class Power implements Left {
    private final Days use;
    private int building = -1;
    private double ofBuilding;

    Power(Days use) {
      this.use = use;
    }

    @Override
    public double of(int floor) {
      if (building != buildingOf[floor]) {
        building = buildingOf[floor];
        ofBuilding = buildings.get(building).powerKva() - buildingPower.peak(building, use);
      }
      return Math.max(0, Math.min(powerOfFloorKva(floor, use), ofBuilding));
    }
  }
}
