package vn.khuxuong.space.bench;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import vn.khuxuong.platform.time.CivilTime;

/**
 * Kinds of searches as people make them. None is asked for twice with the same figures but by
 * chance.
 */
enum Mix {
  /** The page as it opens. */
  ALL {
    @Override
    Ask next(List<ZonePoint> zones, Random random) {
      return new Ask().parameter("limit", 20 + random.nextInt(5));
    }
  },
  /** So many m² that bear so much. */
  NEEDS {
    @Override
    Ask next(List<ZonePoint> zones, Random random) {
      int area = 200 + 10 * random.nextInt(80);
      double load = one(random, 5, 7.5, 10);
      return new Ask()
          .with("areaMin", area, "v.area_m2 >= ?", area)
          .with("areaMax", area * 3 / 2, "v.area_m2 / v.bay_count <= ?", area * 3 / 2)
          .with("load", load, "f.load_kn_m2 >= ?", load)
          .with("height", 4.5, "f.clear_height_m >= ?", 4.5);
    }
  },
  /** One zone, by line of business. */
  ZONE {
    @Override
    Ask next(List<ZonePoint> zones, Random random) {
      String zone = zones.get(random.nextInt(zones.size())).code();
      String industry = List.of("ELECTRONICS", "MOULD", "PLASTIC").get(random.nextInt(3));
      return new Ask()
          .with("zone", zone, "v.zone_code = ?", zone)
          .with("hazard", "D", "? = any (f.hazards::text[])", "D")
          .with(
              "industry",
              industry,
              "exists (select from space.floor_industries i where i.floor_id = f.id"
                  + " and i.industry = ?)",
              industry);
    }
  },
  /** What the map shows. */
  BOX {
    @Override
    Ask next(List<ZonePoint> zones, Random random) {
      ZonePoint zone = zones.get(random.nextInt(zones.size()));
      double half = 0.01 + 0.1 * random.nextDouble();
      double west = zone.lon() - half * random.nextDouble();
      double south = zone.lat() - half * random.nextDouble();
      return new Ask()
          .with(
              "bbox",
              String.format(
                  Locale.ROOT, "%.5f,%.5f,%.5f,%.5f", west, south, west + half, south + half),
              "b.geom && st_makeenvelope(?, ?, ?, ?, 4326)",
              west,
              south,
              west + half,
              south + half)
          .with("areaMin", 300, "v.area_m2 >= ?", 300);
    }
  },
  /** The nearest that takes a machine. */
  MACHINE {
    @Override
    Ask next(List<ZonePoint> zones, Random random) {
      ZonePoint zone = zones.get(random.nextInt(zones.size()));
      double lon = zone.lon() + 0.02 * random.nextDouble();
      double t = 1 + random.nextInt(20) / 10.0;
      return new Ask()
          .parameter("machineLength", 2.5)
          .parameter("machineWidth", 2)
          .with("machineHeight", 2.2, "f.clear_height_m >= ?", 2.7)
          .with(
              "machineWeight",
              t,
              "f.load_kn_m2 >= ? and (v.level = 1 or v.lift_t >= ?)",
              1.25 * t * 9.81 / 5,
              1.1 * t)
          .with(
              "near",
              String.format(Locale.ROOT, "%.5f,%.5f", lon, zone.lat()),
              "st_dwithin(b.geom::geography, st_point(?, ?, 4326)::geography, 15000)",
              lon,
              zone.lat())
          .parameter("withinKm", 15)
          .by("distance", "centre::geography <-> st_point(?, ?, 4326)::geography", lon, zone.lat());
    }
  },
  /** From a month on, for some years, with power, under a rent. */
  TERM {
    @Override
    Ask next(List<ZonePoint> zones, Random random) {
      LocalDate from =
          LocalDate.now(CivilTime.ZONE).withDayOfMonth(1).plusMonths(1L + random.nextInt(12));
      int months = 12 * (1 + random.nextInt(5));
      int power = 20 + 10 * random.nextInt(10);
      return new Ask()
          .with("from", from, "v.free_from <= ?", from)
          .with(
              "months",
              months,
              "(v.free_until is null or v.free_until >= ?)",
              from.plusMonths(months).minusDays(1))
          .with("power", power, "v.power_kva >= ?", power)
          .with("rentMaxUsd", 5, "f.rent_usd_m2_month <= ?", 5);
    }
  },
  /** More than there is. */
  NOTHING {
    @Override
    Ask next(List<ZonePoint> zones, Random random) {
      int area = 3000 + 10 * random.nextInt(100);
      String zone = zones.get(random.nextInt(zones.size())).code();
      return new Ask()
          .with("areaMin", area, "v.area_m2 >= ?", area)
          .with("zone", zone, "v.zone_code = ?", zone)
          .with("load", 30, "f.load_kn_m2 >= ?", 30);
    }
  };

  /** How often each comes among twenty searches. */
  private static final List<Mix> OF_TWENTY =
      List.of(
          ALL, ALL, NEEDS, NEEDS, NEEDS, NEEDS, NEEDS, ZONE, ZONE, ZONE, BOX, BOX, BOX, BOX,
          MACHINE, MACHINE, TERM, TERM, TERM, NOTHING);

  /**
   * Where searches go.
   *
   * @param code of a zone
   * @param lon of its middle, degrees
   */
  record ZonePoint(String code, double lon, double lat) {}

  abstract Ask next(List<ZonePoint> zones, Random random);

  /** A search of any kind. */
  static Ask any(List<ZonePoint> zones, Random random) {
    return OF_TWENTY.get(random.nextInt(OF_TWENTY.size())).next(zones, random);
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  private static double one(Random random, double... values) {
    return values[random.nextInt(values.length)];
  }
}
