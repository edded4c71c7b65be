package vn.khuxuong.space.search.vacancy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import vn.khuxuong.space.HazardClass;

/** Zones and questions that nobody thought of. */
final class RandomTown {
  private static final int MOST_DAYS = 2500;

  private final Random random;
  private long lastFloor;

  RandomTown(Random random) {
    this.random = random;
  }

  List<ZoneIndex> zones(int count) {
    return Stream.iterate(0, i -> i + 1)
        .limit(count)
        .map(i -> zone("Q" + (char) ('A' + i)))
        .toList();
  }

  ZoneIndex zone(String code) {
    BuildingSpace[] buildings = new BuildingSpace[1 + random.nextInt(5)];
    for (int i = 0; i < buildings.length; i++) {
      double lon = 106.7 + random.nextInt(20) / 100.0;
      List<FloorSpace> floors = new ArrayList<>();
      int count = 1 + random.nextInt(5);
      for (int level = 1; level <= count; level++) {
        floors.add(floor(level));
      }
      buildings[i] = SmallTown.building(code + "-" + (char) ('A' + i), lon, 10.8, floors);
    }
    Days incentive = random.nextBoolean() ? SmallTown.days("2025-05-17", "2028-01-01") : null;
    return SmallTown.zone(code, incentive, buildings);
  }

  private FloorSpace floor(int level) {
    int today = Days.number(SmallTown.TODAY);
    int count = 1 + random.nextInt(8);
    List<FloorSpace.Bay> bays = new ArrayList<>();
    for (int no = 0; no < count; no++) {
      double area = 80 + random.nextInt(4) * 12.25;
      int from = random.nextInt(6) == 0 ? today + random.nextInt(MOST_DAYS) : today - 2;
      bays.add(new FloorSpace.Bay(no, area, from));
    }
    return new FloorSpace(
        ++lastFloor,
        level,
        one(5, 7.5, 10, 20),
        one(20, 30, 60),
        one(4.5, 5, 6),
        one(100, 200),
        1 + random.nextInt((1 << HazardClass.values().length) - 1),
        random.nextInt(4),
        count > 3 && random.nextBoolean() ? Set.of(2) : Set.of(),
        one(3, 4, 4.5, 5),
        one(75_000, 100_000),
        bays,
        claims(count, today),
        0);
  }

  private List<ClaimSpan> claims(int bays, int today) {
    List<ClaimSpan> claims = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      int first = random.nextInt(bays);
      int end = first + 1 + random.nextInt(bays - first);
      int from = today - 400 + random.nextInt(MOST_DAYS);
      int until = from + 30 + random.nextInt(900);
      if (until > today
          && claims.stream()
              .noneMatch(
                  other ->
                      other.firstBay() < end
                          && first < other.endBay()
                          && other.from() < until
                          && from < other.until())) {
        double kva = random.nextInt(600) / 10.0;
        Days during = new Days(from, until);
        claims.add(new ClaimSpan(first, end, during, kva, random.nextInt(20) / 10.0));
      }
    }
    return claims;
  }

  private double one(double... values) {
    return values[random.nextInt(values.length)];
  }

  /** Conditions of every kind, each now and then. */
  String query() {
    StringBuilder query = new StringBuilder("limit=" + (1 + random.nextInt(30)));
    maybe(query, "near=106.8,10.8", 2);
    if (query.indexOf("near") > 0) {
      maybe(query, "withinKm=" + (1 + random.nextInt(12)), 2);
    }
    maybe(query, "bbox=106.7,10.7,106." + (75 + random.nextInt(10)) + ",10.9", 5);
    maybe(query, "areaMin=" + 10 * random.nextInt(60), 3);
    maybe(query, "load=" + one(5, 7.5, 10), 3);
    maybe(query, "height=" + one(4.5, 5), 5);
    maybe(query, "power=" + one(0, 20, 50, 62.5, 150), 2);
    maybe(query, "wastewater=" + one(1, 5, 8.5), 4);
    maybe(query, "hazard=" + one("C1", "D"), 5);
    maybe(query, "industry=" + one("MOULD", "FOOD"), 5);
    maybe(query, "rentMaxUsd=" + one(4, 5), 4);
    maybe(query, "floorMin=" + (1 + random.nextInt(3)), 5);
    maybe(query, "incentive=true", 8);
    maybe(query, "lift=3", 8);
    maybe(query, "from=" + SmallTown.TODAY.plusDays(random.nextInt(MOST_DAYS)), 2);
    maybe(query, "months=" + (1 + random.nextInt(48)), 2);
    maybe(query, "sort=" + one("rent", "-rent", "area", "-area", "from", "fit", "-fit"), 2);
    if (query.indexOf("near") > 0 && query.indexOf("sort") < 0) {
      maybe(query, "sort=distance", 2);
    }
    return query.toString();
  }

  private String one(String... values) {
    return values[random.nextInt(values.length)];
  }

  private void maybe(StringBuilder query, String pair, int in) {
    if (random.nextInt(in) == 0) {
      query.append('&').append(pair);
    }
  }
}
