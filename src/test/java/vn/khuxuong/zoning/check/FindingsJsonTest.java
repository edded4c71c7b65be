package vn.khuxuong.zoning.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static vn.khuxuong.zoning.check.Town.box;
import static vn.khuxuong.zoning.check.Town.judged;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import vn.khuxuong.geo.Crs;

class FindingsJsonTest {
  private final Coverage coverage =
      judged(
          box(0, 0, 200, 100),
          new Piece("1", "CN-01", box(0, 0, 100, 100), 0),
          new Piece("2", "CX-02", box(99.5, 0, 200, 100), 0));

  @Test
  void writesFindingsAsFeaturesInLongitudeAndLatitude() {
    ObjectNode json =
        new FindingsJson(coverage.pieces(), Crs.EPSG_9210, true).collection(coverage.findings());
    assertThat(json.path("type").asString()).isEqualTo("FeatureCollection");
    assertThat(json.path("blocks").asInt()).isEqualTo(1);
    JsonNode overlap = json.path("features").get(0);
    JsonNode properties = overlap.path("properties");
    assertThat(properties.path("code").asString()).isEqualTo("OVERLAP");
    assertThat(properties.path("severity").asString()).isEqualTo("BLOCKS");
    assertThat(properties.path("areaM2").asDouble()).isCloseTo(50, within(1e-3));
    assertThat(properties.path("widthM").asDouble()).isCloseTo(0.5, within(0.01));
    assertThat(properties.path("subjects").get(0).asString()).isEqualTo("1");
    assertThat(properties.path("subjectLabels").get(0).asString()).isEqualTo("CN-01");
    assertThat(properties.path("message")).isEqualTo(properties.path("messageVi"));
    assertThat(properties.path("messageVi").asString()).contains("CN-01 và CX-02 chồng lên nhau");
    assertThat(properties.path("repairs").get(0).path("action").asString())
        .isEqualTo("TRIM_OVERLAP");
    JsonNode corner = overlap.path("geometry").path("coordinates").get(0).get(0);
    assertThat(corner.get(0).asDouble()).isBetween(106.5, 106.7);
    assertThat(corner.get(1).asDouble()).isBetween(10.7, 10.8);
  }

  @Test
  void namesTheZoneAmongTheSubjects() {
    Coverage outside = judged(box(0, 0, 99, 100), new Piece("1", "CN-01", box(0, 0, 100, 100), 0));
    JsonNode properties =
        new FindingsJson(outside.pieces(), Crs.EPSG_9210, false)
            .feature(outside.findings().get(0))
            .path("properties");
    assertThat(properties.path("subjects").toString()).isEqualTo("[\"1\",\"zone\"]");
    assertThat(properties.path("message").asString()).contains("reaches beyond the zone");
  }

  @Test
  void writesStepsWithTheShapesTheyLeave() {
    Repair.Step step = Repair.propose(coverage).get(0);
    JsonNode json = new FindingsJson(coverage.pieces(), Crs.EPSG_9210, true).step(step);
    assertThat(json.path("action").asString()).isEqualTo("TRIM_OVERLAP");
    assertThat(json.path("movedM2").asDouble()).isCloseTo(50, within(1e-3));
    assertThat(json.path("mends")).isNotEmpty();
    assertThat(json.path("after").get(0).path("geometry").path("type").asString())
        .isEqualTo("Polygon");
    assertThat(json.path("textVi").asString()).contains("Cắt phần chồng");
  }
}
