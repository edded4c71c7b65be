package vn.khuxuong.zoning.rule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Polygon;
import vn.khuxuong.geo.Crs;
import vn.khuxuong.zoning.LandUse;
import vn.khuxuong.zoning.Subzone;
import vn.khuxuong.zoning.Zone;

/** An invented zone whose subzones are rectangles, so that every area can be counted by hand. */
final class Town {
  static final double EAST = 600_000;
  static final double NORTH = 1_190_000;
  static final LocalDate TODAY = LocalDate.of(2026, 11, 25);

  private Town() {}

  /** A rectangle by its corner and size in metres. */
  static Polygon rectangle(double east, double north, double width, double height) {
    return (Polygon)
        Crs.EPSG_9210
            .geometryFactory()
            .toGeometry(
                new Envelope(
                    EAST + east, EAST + east + width, NORTH + north, NORTH + north + height));
  }

  /** A self-crossing quadrilateral. */
  static Polygon bowTie() {
    return Crs.EPSG_9210
        .geometryFactory()
        .createPolygon(
            new Coordinate[] {
              new Coordinate(EAST, NORTH),
              new Coordinate(EAST + 100, NORTH + 100),
              new Coordinate(EAST + 100, NORTH),
              new Coordinate(EAST, NORTH + 100),
              new Coordinate(EAST, NORTH)
            });
  }

  /** A planned zone, 100 m high and as many hectares as it is hundreds of metres wide. */
  static Zone newZone(double ha) {
    return zone(true, false, null, null, null, rectangle(0, 0, 100 * ha, 100));
  }

  /** An operating zone in conversion, founded 1997. */
  static Zone oldZone(double ha) {
    return zone(false, true, 1997, null, null, rectangle(0, 0, 100 * ha, 100));
  }

  static Zone zone(
      boolean planned,
      boolean converting,
      @Nullable Integer founded,
      @Nullable LocalDate establishedOn,
      @Nullable LocalDate termEnd,
      Polygon outline) {
    return new Zone(
        "BM",
        "Khu công nghiệp Bến Mới",
        "Ben Moi Industrial Park",
        Zone.Kind.IP,
        planned,
        converting,
        outline.getArea() / 10_000,
        founded,
        establishedOn,
        termEnd,
        Crs.EPSG_9210,
        outline);
  }

  /** Land laid from the zone's western end eastwards, each part a strip 100 m high. */
  static final class Strips {
    private final List<Subzone> subzones = new ArrayList<>();
    private double at;

    Strips add(LandUse use, double ha) {
      return add(use, ha, 1, null, null, null, null);
    }

    Strips add(
        LandUse use,
        double ha,
        @Nullable Integer phase,
        @Nullable Double density,
        @Nullable Integer floors,
        @Nullable Double far,
        @Nullable String purpose) {
      String code = use.label() + "-" + String.format("%02d", subzones.size() + 1);
      subzones.add(
          new Subzone(
              UUID.nameUUIDFromBytes(code.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                  .toString(),
              code,
              use,
              use.nameVi(),
              use.nameEn(),
              null,
              phase,
              density,
              floors,
              far,
              purpose,
              purpose,
              rectangle(at, 0, 100 * ha, 100)));
      at += 100 * ha;
      return this;
    }

    List<Subzone> list() {
      return List.copyOf(subzones);
    }
  }

  static Strips land() {
    return new Strips();
  }

  static PlanFacts facts(Zone zone, Strips land) {
    return new PlanFacts(zone, "GENERAL", land.list(), TODAY, Map.of());
  }
}
