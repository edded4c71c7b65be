package vn.khuxuong.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.coverage.CoverageUnion;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/**
 * The published plan of Phạm Văn Hai tiles its zone exactly and keeps the rules a plan is judged
 * by, measured in EPSG:9210 after the trip through the file's longitudes and latitudes.
 */
class PlanFilesTest {
  private static final ShapeRules AREAS = ShapeRules.vietnam(Crs.CRS84).areasOnly();
  private static final CoordinateOperation TO_LEGAL =
      CoordinateOperation.between(Crs.CRS84, Crs.EPSG_9210);
  private static final Map<String, String> PREFIXES =
      Map.of(
          "INDUSTRY",
          "CN",
          "HIGHRISE",
          "NX",
          "SUPPORT",
          "HT",
          "WAREHOUSE",
          "KB",
          "SERVICE",
          "DV",
          "TECH",
          "KT",
          "GREEN",
          "CX",
          "ROAD",
          "GT",
          "WATER",
          "MN");

  private static GeoJson.FeatureCollection plan;
  private static Geometry[] subzones;
  private static Geometry zone;

  @BeforeAll
  static void readFiles() throws IOException {
    plan = GeoJson.readFeatures(Files.readString(Path.of("maps/plans/PVH-1.geojson")), AREAS);
    subzones =
        plan.features().stream()
            .map(feature -> TO_LEGAL.apply(feature.geometry()))
            .toArray(Geometry[]::new);
    zone =
        TO_LEGAL.apply(
            GeoJson.readFeatures(Files.readString(Path.of("maps/boundaries/zones.geojson")), AREAS)
                .features()
                .stream()
                .filter(feature -> "PVH".equals(feature.id()))
                .findFirst()
                .orElseThrow()
                .geometry());
  }

  @Test
  void tilesTheZoneWithoutGapOrOverlap() {
    Geometry union = CoverageUnion.union(subzones);
    assertThat(union.symDifference(zone).getArea()).isLessThan(0.001);
    for (int i = 0; i < subzones.length; i++) {
      for (int j = i + 1; j < subzones.length; j++) {
        assertThat(subzones[i].intersection(subzones[j]).getArea())
            .as("%s and %s", code(i), code(j))
            .isLessThan(0.001);
      }
    }
  }

  @Test
  void isACleanCoverageWithTheSameVerticesOnBothSidesOfEveryEdge() {
    assertThat(CoverageValidator.isValid(subzones)).isTrue();
    assertThat(CoverageValidator.hasInvalidResult(CoverageValidator.validate(subzones, 1.0)))
        .as("narrow gaps")
        .isFalse();
    Geometry[] damaged = subzones.clone();
    damaged[0] = damaged[0].buffer(0.01);
    assertThat(CoverageValidator.isValid(damaged)).as("the validator can say no").isFalse();
  }

  @Test
  void meetsTheOutlineExactlyWhereItMeetsIt() {
    Geometry outline = zone.getBoundary();
    Set<Coordinate> onOutline = new HashSet<>();
    for (Geometry subzone : subzones) {
      for (Coordinate vertex : subzone.getCoordinates()) {
        Point point = Crs.EPSG_9210.geometryFactory().createPoint(vertex);
        double distance = outline.distance(point);
        if (distance < 0.01) {
          onOutline.add(vertex);
          assertThat(distance).as("%s", vertex).isLessThan(1e-6);
        } else {
          assertThat(zone.contains(point)).isTrue();
        }
      }
    }
    assertThat(onOutline).contains(outline.getCoordinates()).hasSizeGreaterThan(20);
  }

  @Test
  void isMadeOfSimplePolygonsOneCanDrawAndLabel() {
    assertThat(subzones.length).isBetween(35, 70);
    for (int i = 0; i < subzones.length; i++) {
      assertThat(subzones[i].isValid()).as(code(i)).isTrue();
      assertThat(subzones[i] instanceof Polygon p && p.getNumInteriorRing() == 0)
          .as(code(i))
          .isTrue();
      assertThat(subzones[i].getArea()).as(code(i)).isGreaterThan(500);
    }
  }

  @Test
  void namesEverySubzoneOnceAndByItsUse() {
    Set<String> codes = new HashSet<>();
    for (GeoJson.Feature feature : plan.features()) {
      String code = feature.properties().path("code").asString();
      assertThat(codes.add(code)).as(code).isTrue();
      assertThat(feature.id()).isEqualTo(code);
      String use = feature.properties().path("landUse").asString();
      assertThat(code).matches(PREFIXES.get(use) + "-\\d\\d");
      assertThat(feature.properties().path("nameVi").asString()).isNotBlank();
      assertThat(feature.properties().path("nameEn").asString()).isNotBlank();
      assertThat(feature.properties().path("cadastralCode").asString())
          .isIn("SKK", "TMD", "DRA", "DNL", "DKV", "DGT", "DTL", "MNC");
    }
  }

  @Test
  void statesLegalAreas() {
    for (int i = 0; i < subzones.length; i++) {
      assertThat(plan.features().get(i).properties().path("areaM2").asDouble())
          .as(code(i))
          .isEqualTo(subzones[i].getArea(), within(0.06));
    }
  }

  @Test
  void keepsTheLandUseBalance() {
    Map<String, Double> ha = new HashMap<>();
    for (int i = 0; i < subzones.length; i++) {
      ha.merge(use(i), subzones[i].getArea() / 10_000, Double::sum);
    }
    double total = zone.getArea() / 10_000;
    assertThat(total).isEqualTo(668, within(0.1));
    assertThat(ha.keySet()).isEqualTo(PREFIXES.keySet());
    assertThat(ha.get("GREEN") / total).isGreaterThanOrEqualTo(0.10);
    assertThat(ha.get("ROAD") / total).isGreaterThanOrEqualTo(0.10);
    assertThat(ha.get("TECH") / total).isGreaterThanOrEqualTo(0.01);
    assertThat(ha.get("SUPPORT") / total).isGreaterThanOrEqualTo(0.05);
    assertThat(ha.get("SUPPORT")).isGreaterThanOrEqualTo(33.4);
  }

  @Test
  void keepsTheSupportSubzoneInOnePiece() {
    List<Geometry> parts = new ArrayList<>();
    for (int i = 0; i < subzones.length; i++) {
      if (use(i).equals("SUPPORT")) {
        parts.add(subzones[i]);
      }
    }
    assertThat(parts).hasSizeGreaterThan(1);
    assertThat(CoverageUnion.union(parts.toArray(Geometry[]::new)) instanceof Polygon).isTrue();
  }

  @Test
  void keepsBuildingsTenMetresFromTheOutline() {
    Geometry outline = zone.getBoundary();
    for (int i = 0; i < subzones.length; i++) {
      if (!Set.of("GREEN", "ROAD", "WATER").contains(use(i))) {
        assertThat(subzones[i].distance(outline)).as(code(i)).isGreaterThanOrEqualTo(10);
      }
    }
  }

  @Test
  void keepsDensityLimits() {
    for (GeoJson.Feature feature : plan.features()) {
      int density = feature.properties().path("maxDensityPct").asInt(-1);
      int floors = feature.properties().path("maxFloors").asInt(-1);
      double far = feature.properties().path("far").asDouble(-1);
      assertThat(density).isBetween(0, floors > 5 ? 60 : 70);
      assertThat(far).isBetween(0.0, density / 100.0 * floors);
    }
  }

  @Test
  void dividesIntoTheTwoParksOfTheDispatch() {
    double first = 0;
    for (int i = 0; i < subzones.length; i++) {
      int phase = plan.features().get(i).properties().path("phase").asInt();
      assertThat(phase).isIn(1, 2);
      first += phase == 1 ? subzones[i].getArea() / 10_000 : 0;
    }
    assertThat(first).isEqualTo(379, within(0.1));
  }

  @Test
  void saysThatItIsIllustrative() {
    assertThat(plan.members().path("dataStatus").asString()).isEqualTo("ILLUSTRATIVE");
    assertThat(plan.members().path("zone").asString()).isEqualTo("PVH");
    assertThat(plan.members().path("legalSrid").asInt()).isEqualTo(9210);
    assertThat(plan.members().path("sourceVi").asString()).contains("minh họa");
    assertThat(plan.members().path("sourceEn").asString()).contains("not an approved plan");
  }

  private static String code(int i) {
    return plan.features().get(i).properties().path("code").asString();
  }

  private static String use(int i) {
    return plan.features().get(i).properties().path("landUse").asString();
  }
}
