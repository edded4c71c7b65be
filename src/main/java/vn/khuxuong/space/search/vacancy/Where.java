package vn.khuxuong.space.search.vacancy;

import java.util.List;
import java.util.Set;

/** Conditions on where the space is. */
final class Where {
  private Where() {}

  /** All rows of a building are alike to it. */
  private interface OfPlace extends Filter {
    @Override
    default boolean isPlace() {
      return true;
    }

    @Override
    default long[] rows(ZoneIndex zone, When when) {
      Period period = zone.period(when);
      return zone.ofBuildings(row -> admits(zone, period, row));
    }
  }

  /**
   * In one of some zones.
   *
   * @param places middles of the zones, to tell which other zone is nearest
   */
  record InZones(Set<String> codes, List<Geodesic.Point> places) implements OfPlace {
    InZones {
      codes = Set.copyOf(codes);
      places = List.copyOf(places);
    }

    @Override
    public String field() {
      return "zone";
    }

    @Override
    public Subject subject() {
      return Subject.ZONE;
    }

    @Override
    public Reach reach(ZoneIndex zone) {
      return codes.contains(zone.zone().code()) ? Reach.ALL : Reach.NONE;
    }

    @Override
    public boolean admits(ZoneIndex zone, Period period, int row) {
      return reach(zone) == Reach.ALL;
    }

    @Override
    public double shortfall(ZoneIndex zone, Period period, int row) {
      return places.stream().mapToDouble(place -> place.chord(zone.point(row))).min().orElse(0);
    }

    @Override
    public Object valueFor(ZoneIndex zone, Period period, int row) {
      return zone.zone().code();
    }
  }

  /**
   * In one building.
   *
   * @param place its middle, to tell which other building is nearest
   */
  record InBuilding(String zone, String code, Geodesic.Point place) implements OfPlace {
    @Override
    public String field() {
      return "building";
    }

    @Override
    public Reach reach(ZoneIndex index) {
      return index.zone().code().equals(zone) ? Reach.SOME : Reach.NONE;
    }

    @Override
    public boolean admits(ZoneIndex index, Period period, int row) {
      return index.building(row).code().equals(code);
    }

    @Override
    public double shortfall(ZoneIndex index, Period period, int row) {
      return place.chord(index.point(row));
    }

    @Override
    public Object valueFor(ZoneIndex index, Period period, int row) {
      return index.building(row).code();
    }
  }

  /** With the middle of the building in a box, degrees of WGS 84. */
  record InBox(double west, double south, double east, double north) implements OfPlace {
    @Override
    public String field() {
      return "bbox";
    }

    @Override
    public Reach reach(ZoneIndex index) {
      ZoneSpace zone = index.zone();
      if (zone.east() < west
          || east < zone.west()
          || zone.north() < south
          || north < zone.south()) {
        return Reach.NONE;
      }
      return west <= zone.west()
              && zone.east() <= east
              && south <= zone.south()
              && zone.north() <= north
          ? Reach.ALL
          : Reach.SOME;
    }

    @Override
    public boolean admits(ZoneIndex index, Period period, int row) {
      BuildingSpace building = index.building(row);
      return west <= building.lon()
          && building.lon() <= east
          && south <= building.lat()
          && building.lat() <= north;
    }

    @Override
    public double shortfall(ZoneIndex index, Period period, int row) {
      BuildingSpace building = index.building(row);
      double lon = Math.max(west, Math.min(east, building.lon()));
      double lat = Math.max(south, Math.min(north, building.lat()));
      return Geodesic.Point.of(lon, lat).chord(index.point(row));
    }

    /** The smallest box around this one that holds the building. */
    @Override
    public Object valueFor(ZoneIndex index, Period period, int row) {
      BuildingSpace building = index.building(row);
      return Math.min(west, building.lon())
          + ","
          + Math.min(south, building.lat())
          + ","
          + Math.max(east, building.lon())
          + ","
          + Math.max(north, building.lat());
    }
  }

  /** With the middle of the building within some metres of a place. */
  record Within(Place place, Geodesic.Point point, double metres) implements OfPlace {
    private static final double KM = 1000;

    /** Up to here the way along the ground is less than so many times that through it. */
    private static final double NEAR = 500 * KM;

    private static final double BENT = 1.001;

    static Within of(Place place, double metres) {
      return new Within(place, place.point(), metres);
    }

    @Override
    public String field() {
      return "withinKm";
    }

    @Override
    public Reach reach(ZoneIndex index) {
      return index.ball().atLeast(point) > metres ? Reach.NONE : Reach.SOME;
    }

    @Override
    public boolean admits(ZoneIndex index, Period period, int row) {
      double chord = point.chord(index.point(row));
      if (chord > metres) {
        return false;
      }
      return (chord < NEAR && chord * BENT < metres)
          || place.metresTo(index.building(row)) <= metres;
    }

    @Override
    public double shortfall(ZoneIndex index, Period period, int row) {
      return Math.max(0, point.chord(index.point(row)) - metres);
    }

    @Override
    public Object valueFor(ZoneIndex index, Period period, int row) {
      return Math.ceil(place.metresTo(index.building(row)) / KM * 100) / 100;
    }
  }

  /** In a park to which a rent cut by law applies on a day. */
  record WithIncentive(int day) implements OfPlace {
    @Override
    public String field() {
      return "incentive";
    }

    @Override
    public Reach reach(ZoneIndex index) {
      return index.hasIncentive(day) ? Reach.ALL : Reach.NONE;
    }

    @Override
    public boolean admits(ZoneIndex index, Period period, int row) {
      return reach(index) == Reach.ALL;
    }

    @Override
    public double shortfall(ZoneIndex index, Period period, int row) {
      return admits(index, period, row) ? 0 : 1;
    }

    @Override
    public Object valueFor(ZoneIndex index, Period period, int row) {
      return false;
    }
  }
}
