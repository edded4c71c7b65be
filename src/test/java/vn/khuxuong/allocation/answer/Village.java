package vn.khuxuong.allocation.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import vn.khuxuong.allocation.solver.Budget;
import vn.khuxuong.allocation.solver.Instance;

/** A village of one zone with floors of bays of 100 m², where firms differ in what a test says. */
final class Village {
  static final Instance.Policy POLICY =
      new Instance.Policy(10, 25, 0, 0, 0, 20, Map.of("SMALL", 8, "LARGE", 0), 100);
  static final Budget BUDGET = Budget.ofIterations(4_000, 1);

  final List<Instance.Building> buildings = new ArrayList<>();
  final List<Instance.Floor> floors = new ArrayList<>();
  final List<Instance.Firm> firms = new ArrayList<>();

  /** A building of one floor, {@code A/1}. */
  Village building(String id, int bays) {
    buildings.add(new Instance.Building(id, "Z", 1_000, 100));
    floors.add(
        new Instance.Floor(
            id + "/1",
            id,
            1,
            IntStream.range(0, bays).mapToObj(i -> new Instance.Bay(100, 0)).toList(),
            List.of(),
            10,
            50,
            1_000,
            99,
            List.of("D"),
            List.of("MECH"),
            600,
            100));
    return this;
  }

  /** A firm that asks for whole bays: small or large, supporting or not, load in kN/m². */
  Village firm(String id, int areaM2, String size, boolean supporting, int load, int budget) {
    Instance.Flags flags = new Instance.Flags(supporting, false, false, true, false);
    firms.add(
        new Instance.Firm(
            id,
            firms.size(),
            "MECH",
            flags,
            size,
            POLICY.priority(flags, size),
            areaM2,
            areaM2,
            load,
            40,
            10,
            1,
            0,
            "D",
            List.of(),
            null,
            0,
            12,
            36,
            budget,
            List.of("Z"),
            false,
            false));
    return this;
  }

  /** A small supporting firm that fits everywhere. */
  Village small(String id, int areaM2) {
    return firm(id, areaM2, "SMALL", true, 5, 200);
  }

  /** A large firm that fits everywhere. */
  Village large(String id, int areaM2) {
    return firm(id, areaM2, "LARGE", false, 5, 200);
  }

  Instance build() {
    return new Instance(
        "village",
        new Instance.Weights(10, 2, 1_000, 400),
        List.of(3),
        POLICY,
        List.of(),
        List.of(new Instance.Zone("Z", "KCN Làng", 100_000)),
        buildings,
        floors,
        List.of(),
        firms);
  }
}
