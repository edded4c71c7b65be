package vn.khuxuong.space.building;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.net.http.HttpRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import vn.khuxuong.KhuxuongTest;
import vn.khuxuong.platform.security.Accounts;
import vn.khuxuong.zoning.PlanDesk;
import vn.khuxuong.zoning.PlanDesk.Answer;

/** The plan of a floor, as the page draws it. */
@KhuxuongTest
class FloorPlanHttpTest {
  @LocalServerPort private int port;
  @Autowired private Accounts accounts;
  private PlanDesk desk;

  @BeforeEach
  void sitDown() {
    desk = new PlanDesk(port, accounts);
  }

  @Test
  void baysHaveTheAreasOfTheirFloor() {
    JsonNode floor = desk.get(null, "/api/v1/buildings/TT-C").json().path("floors").path(2);
    JsonNode plan = desk.get(null, path(floor)).json();
    assertThat(plan.path("crs").asString()).isEqualTo("EPSG:9210");
    assertThat(plan.path("level").asInt()).isEqualTo(3);
    assertThat(plan.path("bays")).hasSize(floor.path("bays").size());
    for (int no = 0; no < plan.path("bays").size(); no++) {
      JsonNode bay = plan.path("bays").path(no);
      assertThat(bay.path("no").asInt()).isEqualTo(no);
      assertThat(area(bay.path("shape").path("rings").path(0)))
          .isCloseTo(floor.path("bays").path(no).path("areaM2").asDouble(), within(1.0));
      assertThat(bay.path("wall").asBoolean()).isEqualTo(no == 4);
    }
    assertThat(plan.path("common").size()).as("two rows with a corridor between").isPositive();
    assertThat(plan.path("widthM").asDouble())
        .isGreaterThanOrEqualTo(plan.path("depthM").asDouble());
  }

  @Test
  void knownPlanIsNotSentAgain() {
    JsonNode floor = desk.get(null, "/api/v1/buildings/TT-A").json().path("floors").path(0);
    Answer first = desk.get(null, path(floor));
    Answer again =
        desk.send(
            null,
            HttpRequest.newBuilder(desk.uri(path(floor))).header("If-None-Match", first.etag()));
    assertThat(again.status()).isEqualTo(304);
  }

  @Test
  void unknownFloorIsRefused() {
    Answer answer = desk.get(null, "/api/v1/floors/99999999/plan");
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.type()).isEqualTo("/problems/space/unknown-floor");
  }

  private static String path(JsonNode floor) {
    return "/api/v1/floors/" + floor.path("id").asLong() + "/plan";
  }

  private static double area(JsonNode ring) {
    double twice = 0;
    for (int i = 0; i + 1 < ring.size(); i++) {
      twice +=
          ring.path(i).path("x").asDouble() * ring.path(i + 1).path("y").asDouble()
              - ring.path(i + 1).path("x").asDouble() * ring.path(i).path("y").asDouble();
    }
    return Math.abs(twice) / 2;
  }
}
