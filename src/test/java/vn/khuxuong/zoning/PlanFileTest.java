package vn.khuxuong.zoning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import vn.khuxuong.geo.GeoJson;
import vn.khuxuong.platform.problem.ProblemException;
import vn.khuxuong.platform.web.Language;

/** Plans and zones come out of their files whole, or with a refusal that says where and what. */
class PlanFileTest {
  private static final Path ZONES = Path.of("maps/boundaries/zones.geojson");
  private static final Zone PVH = ZonesFile.get(ZONES, "PVH");

  private static final String PLAN =
      """
      {"type": "FeatureCollection", "zone": "PVH", "parkKind": "eco", "validTo": "2040-01-01",
       "features": [
        {"type": "Feature", "properties": {"code": "CN-01", "landUse": "INDUSTRY",
          "nameVi": "Công nghiệp", "nameEn": "Industry", "maxDensityPct": 70, "maxFloors": 5,
          "far": 2.8, "phase": 1}, "geometry": {"type": "Polygon", "coordinates":
          [[[106.51,10.81],[106.52,10.81],[106.52,10.82],[106.51,10.82],[106.51,10.81]]]}},
        {"type": "Feature", "properties": {"code": "CX-01", "landUse": "green",
          "nameVi": "Cây xanh", "nameEn": "Greenery"}, "geometry": {"type": "MultiPolygon",
          "coordinates":
          [[[[106.52,10.81],[106.53,10.81],[106.53,10.82],[106.52,10.82],[106.52,10.81]]]]}}]}
      """;

  private static PlanFile read(String json) {
    return PlanFile.read(GeoJson.parse(json), PVH);
  }

  @Test
  void readsTheZonesAsTheyAreSeeded() {
    assertThat(ZonesFile.list(ZONES))
        .extracting(Zone::code)
        .containsExactly("TT", "TB", "HP", "CL", "BC", "PVH");
    assertThat(PVH.planned()).isTrue();
    assertThat(PVH.establishedOn()).isNull();
    Zone catLai = ZonesFile.get(ZONES, "cl");
    assertThat(catLai.converting()).isTrue();
    assertThat(catLai.termEnd()).isEqualTo(LocalDate.of(2061, 1, 23));
    assertThat(catLai.kind()).isEqualTo(Zone.Kind.IP);
    assertThat(ZonesFile.get(ZONES, "TT").kind()).isEqualTo(Zone.Kind.EPZ);
    assertThatThrownBy(() -> ZonesFile.get(ZONES, "XX"))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> assertThat(e.remedy(Language.EN)).contains("TT, TB, HP, CL, BC, PVH"));
  }

  @Test
  void readsTheSeededPlanWithTheSameUidsEveryTime() throws IOException {
    JsonNode json = GeoJson.parse(Files.readString(Path.of("maps/plans/PVH-1.geojson")));
    PlanFile plan = PlanFile.read(json, PVH);
    assertThat(plan.subzones()).hasSize(70);
    assertThat(plan.validFrom()).isEqualTo(LocalDate.of(2026, 10, 1));
    assertThat(plan.parkKind()).isEqualTo("GENERAL");
    assertThat(plan.subzones().get(0).uid())
        .isEqualTo(PlanFile.read(json, PVH).subzones().get(0).uid());
  }

  @Test
  void readsMembersAndUnwrapsSinglePolygons() {
    PlanFile plan = read(PLAN);
    assertThat(plan.parkKind()).isEqualTo("ECO");
    assertThat(plan.validTo()).isEqualTo(LocalDate.of(2040, 1, 1));
    assertThat(plan.subzones().get(1).landUse()).isEqualTo(LandUse.GREEN);
    assertThat(plan.subzones().get(1).maxFloors()).isNull();
    assertThat(plan.subzones().get(0).shape().getSRID()).isEqualTo(9210);
  }

  @Test
  void coordinatesMayBeEastAndNorthWhereTheFileSaysSo() {
    List<Subzone> expected = read(PLAN).subzones();
    ObjectNode plan = (ObjectNode) GeoJson.parse(PLAN);
    for (int i = 0; i < expected.size(); i++) {
      ((ObjectNode) plan.path("features").path(i))
          .set("geometry", GeoJson.write(expected.get(i).shape()));
    }
    plan.set(
        "crs",
        GeoJson.parse(
            "{\"type\":\"name\",\"properties\":{\"name\":\"urn:ogc:def:crs:EPSG::9210\"}}"));
    List<Subzone> read = PlanFile.read(plan, PVH).subzones();
    assertThat(read.get(0).shape().equalsExact(expected.get(0).shape(), 1e-3)).isTrue();
    assertThat(read.get(1).areaM2()).isCloseTo(expected.get(1).areaM2(), within(0.1));
  }

  @Test
  void aCrossedOutlineIsReadForTheCheckToFind() {
    PlanFile plan =
        read(PLAN.replace("[106.52,10.81],[106.52,10.82],", "[106.52,10.82],[106.52,10.81],"));
    assertThat(plan.subzones().get(0).shape().isValid()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"code\": \"CX-01\", | | features[1].properties.code | is missing",
        "\"code\": \"CX-01\" | \"code\": \"CN-01\" | features[1].properties.code"
            + " | is also that of features[0]",
        "\"code\": \"CN-01\" | \"code\": \"cn 01\" | features[0].properties.code | out of bounds",
        "\"landUse\": \"green\" | \"landUse\": \"forest\" | features[1].properties.landUse"
            + " | is no land use",
        "\"maxDensityPct\": 70 | \"maxDensityPct\": \"70\" | features[0].properties.maxDensityPct"
            + " | must be a number",
        "\"maxDensityPct\": 70 | \"maxDensityPct\": 170 | features[0].properties.maxDensityPct"
            + " | out of bounds: 170",
        "\"maxFloors\": 5 | \"maxFloors\": 5.5 | features[0].properties.maxFloors"
            + " | must be a whole number",
        "\"phase\": 1 | \"phase\": 0 | features[0].properties.phase | out of bounds",
        "\"phase\": 1 | \"uid\": \"7\" | features[0].properties.uid | is no UUID",
        "\"nameEn\": \"Greenery\" | \"nameEn\": 7 | features[1].properties.nameEn"
            + " | must be a text",
        "\"eco\" | \"CITY\" | parkKind | is no kind of park",
        "\"2040-01-01\" | \"1/1/2040\" | validTo | is no date",
        "\"zone\": \"PVH\" | \"zone\": \"TB\" | zone | not PVH",
        "[106.51,10.81],[106.52 | [6.51,10.81],[106.52 | features[0].geometry | not closed",
        "FeatureCollection | Topology | type | no FeatureCollection"
      })
  void refusesWithFeatureFieldAndRemedy(String from, String to, String field, String what) {
    String broken = PLAN.replaceFirst(Pattern.quote(from), to == null ? "" : to);
    assertThat(broken).isNotEqualTo(PLAN);
    assertThatThrownBy(() -> read(broken))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> {
              assertThat(e.type()).isEqualTo(ZoningProblem.BAD_FILE);
              assertThat(e.members()).containsEntry("field", field);
              assertThat(e.detail(Language.EN)).contains(what);
              if (!field.endsWith("geometry")) {
                assertThat(e.remedy(Language.VI)).isNotBlank();
              }
            });
  }

  @Test
  void refusesASubzoneOfSeveralParts() {
    String two =
        PLAN.replace(
            "[[[[106.52,10.81],[106.53,10.81],[106.53,10.82],[106.52,10.82],[106.52,10.81]]]]",
            "[[[[106.52,10.81],[106.53,10.81],[106.53,10.82],[106.52,10.81]]],"
                + "[[[106.54,10.81],[106.55,10.81],[106.55,10.82],[106.54,10.81]]]]");
    assertThatThrownBy(() -> read(two))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> {
              assertThat(e.detail(Language.EN)).contains("2 separate parts");
              assertThat(e.members()).containsEntry("field", "features[1].geometry");
            });
  }
}
