package vn.khuxuong.allocation.solver;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.khuxuong.allocation.solver.Instance.Bay;
import vn.khuxuong.allocation.solver.Instance.Building;
import vn.khuxuong.allocation.solver.Instance.Firm;
import vn.khuxuong.allocation.solver.Instance.Flags;
import vn.khuxuong.allocation.solver.Instance.Floor;
import vn.khuxuong.allocation.solver.Instance.Incompatibility;
import vn.khuxuong.allocation.solver.Instance.Policy;
import vn.khuxuong.allocation.solver.Instance.Scope;
import vn.khuxuong.allocation.solver.Instance.Tenant;
import vn.khuxuong.allocation.solver.Instance.Weights;
import vn.khuxuong.allocation.solver.Instance.Zone;

/** An invented town: a small problem where everything fits unless a test says otherwise. */
final class Town {
  static final Policy POLICY =
      new Policy(10, 25, 20, 8, 12, 20, Map.of("SMALL", 8, "LARGE", 0), 100);

  final List<Zone> zones = new ArrayList<>(List.of(new Zone("Z1", "KCN Một", 100_000)));
  final List<Building> buildings = new ArrayList<>();
  final List<Floor> floors = new ArrayList<>();
  final List<Tenant> tenants = new ArrayList<>();
  final List<Firm> firms = new ArrayList<>();
  final List<Incompatibility> incompatible = new ArrayList<>();
  Weights weights = new Weights(10, 2, 10_000, 4_000);

  Town zone(String id, int foreignAreaCapM2) {
    zones.add(new Zone(id, "KCN " + id, foreignAreaCapM2));
    return this;
  }

  Town building(String id) {
    return building(id, "Z1", 10_000, 1_000);
  }

  Town building(String id, String zone, int powerKva, int wastewaterM3) {
    buildings.add(new Building(id, zone, powerKva, wastewaterM3));
    return this;
  }

  Town repel(String a, String b, Scope scope) {
    incompatible.add(new Incompatibility(a, b, scope));
    return this;
  }

  Town tenant(String id, String floor, int startBay, int bayCount, String... traits) {
    tenants.add(new Tenant(id, floor, startBay, bayCount, List.of(traits), 10, 1));
    return this;
  }

  Town add(FloorDraft floor) {
    floors.add(floor.build());
    return this;
  }

  Town add(FirmDraft firm) {
    firms.add(firm.build(firms.size()));
    return this;
  }

  Instance build() {
    return new Instance(
        "town",
        weights,
        List.of(3, 2, 1),
        POLICY,
        incompatible,
        zones,
        buildings,
        floors,
        tenants,
        firms);
  }

  /** A floor of {@code bays} bays of 100 m². */
  static FloorDraft floor(String id, String building, int level, int bays) {
    FloorDraft floor = new FloorDraft();
    floor.id = id;
    floor.building = building;
    floor.level = level;
    floor.bays = IntStream.range(0, bays).mapToObj(i -> new Bay(100, 0)).toList();
    return floor;
  }

  /** A domestic firm that asks {@code areaMinM2} to {@code areaMaxM2}. */
  static FirmDraft firm(String id, int areaMinM2, int areaMaxM2) {
    FirmDraft firm = new FirmDraft();
    firm.id = id;
    firm.areaMinM2 = areaMinM2;
    firm.areaMaxM2 = areaMaxM2;
    return firm;
  }

  /** A floor in the making. */
  static final class FloorDraft {
    String id = "";
    String building = "";
    int level;
    List<Bay> bays = List.of();
    List<Integer> breaks = List.of();
    int load = 10;
    int height = 50;
    int power = 1_000;
    int lift = 3;
    List<String> hazards = List.of("C", "D");
    List<String> industries = List.of("MECH", "FOOD");
    int until = 600;
    int rent = 100;

    FloorDraft areas(int... areas) {
      bays = Arrays.stream(areas).mapToObj(area -> new Bay(area, 0)).toList();
      return this;
    }

    FloorDraft from(int... months) {
      List<Bay> later = new ArrayList<>();
      for (int i = 0; i < bays.size(); i++) {
        later.add(new Bay(bays.get(i).areaM2(), months[i]));
      }
      bays = later;
      return this;
    }

    FloorDraft breaks(Integer... at) {
      breaks = List.of(at);
      return this;
    }

    FloorDraft load(int value) {
      load = value;
      return this;
    }

    FloorDraft power(int value) {
      power = value;
      return this;
    }

    FloorDraft rent(int value) {
      rent = value;
      return this;
    }

    FloorDraft until(int value) {
      until = value;
      return this;
    }

    Floor build() {
      return new Floor(
          id,
          building,
          level,
          bays,
          breaks,
          load,
          height,
          power,
          lift,
          hazards,
          industries,
          until,
          rent);
    }
  }

  /** A firm in the making. */
  static final class FirmDraft {
    String id = "";
    String industry = "MECH";
    boolean supporting;
    boolean domestic = true;
    int areaMinM2;
    int areaMaxM2;
    int load = 5;
    int height = 40;
    int power = 20;
    int water = 1;
    int lift = 1;
    String hazard = "C";
    List<String> traits = List.of();
    @Nullable String cluster;
    int earliest;
    int latest = 6;
    int term = 60;
    int budget = 150;
    List<String> zonePrefs = List.of("Z1");
    boolean acceptOther;
    boolean maySplit;

    FirmDraft supporting() {
      supporting = true;
      return this;
    }

    FirmDraft foreign() {
      domestic = false;
      return this;
    }

    FirmDraft load(int value) {
      load = value;
      return this;
    }

    FirmDraft power(int value) {
      power = value;
      return this;
    }

    FirmDraft water(int value) {
      water = value;
      return this;
    }

    FirmDraft budget(int value) {
      budget = value;
      return this;
    }

    FirmDraft trait(String trait) {
      traits = List.of(trait);
      return this;
    }

    FirmDraft cluster(String name) {
      cluster = name;
      return this;
    }

    FirmDraft zones(String... ids) {
      zonePrefs = List.of(ids);
      return this;
    }

    FirmDraft acceptOther() {
      acceptOther = true;
      return this;
    }

    FirmDraft split() {
      maySplit = true;
      return this;
    }

    FirmDraft starts(int from, int to) {
      earliest = from;
      latest = to;
      return this;
    }

    Firm build(int submitted) {
      Flags flags = new Flags(supporting, false, false, domestic, false);
      return new Firm(
          id,
          submitted,
          industry,
          flags,
          "SMALL",
          POLICY.priority(flags, "SMALL"),
          areaMinM2,
          areaMaxM2,
          load,
          height,
          power,
          water,
          lift,
          hazard,
          traits,
          cluster,
          earliest,
          latest,
          term,
          budget,
          zonePrefs,
          acceptOther,
          maySplit);
    }
  }
}
