package vn.khuxuong.maps.portrayal;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.khuxuong.maps.Door.encoded;
import static vn.khuxuong.maps.Refusals.harmless;
import static vn.khuxuong.maps.Refusals.problem;
import static vn.khuxuong.maps.Refusals.refused;
import static vn.khuxuong.maps.Refusals.within;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.khuxuong.KhuxuongTest;
import vn.khuxuong.maps.Canary;
import vn.khuxuong.maps.Door;
import vn.khuxuong.maps.Door.Answer;
import vn.khuxuong.platform.security.Accounts;
import vn.khuxuong.platform.security.Role;
import vn.khuxuong.zoning.PlanDesk;

/** The rows of the list of known attacks that touch styles, sprites, letters and legends. */
@KhuxuongTest
class StylesHostileHttpTest {

  @LocalServerPort private int port;
  @Autowired private Accounts accounts;
  private Door door;

  @BeforeEach
  void open() {
    door = new Door(port);
  }

  /** Whatever was sent, the next one is answered as ever. */
  @AfterEach
  void othersAreAnswered() {
    assertThat(door.get("/styles/subzones.json").status()).isEqualTo(200);
    assertThat(door.get("/ogc/styles/subzones").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"--><script>alert(1)</script>",
        "><svg onload=alert(1)>",
        "x\r\nX-Evil: 1",
        "${jndi:ldap://127.0.0.1/x}",
        "x' OR '1'='1"
      })
  void s1s2s8s10NamesAreLookedUpOnly(String bad) {
    String name = encoded(bad);
    for (String path :
        List.of(
            "/styles/" + name + ".json",
            "/styles/" + name + "/legend.json",
            "/styles/subzones/legend.json?style=" + name,
            "/styles/sprite/" + name + ".png",
            "/styles/sprite/" + name + ".json",
            "/styles/fonts/" + name + "/0-255.pbf",
            "/styles/fonts/Noto%20Sans%20Regular/" + name,
            "/ogc/styles/" + name,
            "/ogc/styles/" + name + "/metadata",
            "/ogc/styles/subzones?f=" + name,
            "/ogc/collections/" + name + "/styles",
            "/ogc/styles?" + name + "=1")) {
      refused(door.get(path));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/styles/..%2f..%2fetc%2fpasswd.json",
        "/styles/..%2flayers%2fzones.yaml.json",
        "/styles/%2e%2e/%2e%2e/etc/passwd",
        "/styles/subzones%00.json",
        "/styles/sprite/..%2f..%2fetc%2fpasswd.png",
        "/styles/sprite/..%252f..%252fetc%252fpasswd.png",
        "/styles/sprite/..%5c..%5cx.png",
        "/styles/fonts/..%2f..%2fetc/0-255.pbf",
        "/styles/fonts/..%2f..%2fetc%2fpasswd/0-255.pbf",
        "/styles/fonts/x/..%2f..%2f0-255.pbf",
        "/styles/fonts/Noto%20Sans%20Regular/1-256.pbf",
        "/styles/fonts/Noto%20Sans%20Regular/99999-99999.pbf",
        "/ogc/styles/..%2f..%2fetc%2fpasswd",
        "/ogc/styles/%2e%2e/styles/subzones.json/../x"
      })
  void s11NamesAreNoFiles(String path) {
    refused(door.get(path));
  }

  @Test
  void s6s12s16s24StylesOfClientsAreNotTaken() throws Exception {
    try (Canary canary = new Canary()) {
      String sld =
          "<!DOCTYPE x [<!ENTITY w SYSTEM '"
              + canary.address()
              + "'>]><StyledLayerDescriptor version='1.1.0'><NamedLayer><Name>&w;</Name><UserStyle>"
              + "<FeatureTypeStyle><Rule><ElseFilter/></Rule></FeatureTypeStyle></UserStyle>"
              + "</NamedLayer></StyledLayerDescriptor>";
      for (String path : List.of("/ogc/styles", "/ogc/styles/subzones", "/styles/subzones.json")) {
        refused(door.post(path, "application/vnd.ogc.sld+xml;version=1.1", sld));
        refused(door.post(path, "application/x-java-serialized-object", sld));
        refused(door.send("PUT", path));
        refused(door.send("DELETE", path));
      }
      refused(door.get("/ogc/styles?url=" + encoded(canary.address())));
      refused(door.get("/ogc/styles/subzones?sld=" + encoded(canary.address())));
      assertThat(canary.calls()).isZero();
    }
  }

  @Test
  void s29UnknownParametersOfTheApiAreRefused() {
    for (String path :
        List.of(
            "/ogc/styles",
            "/ogc/styles/subzones",
            "/ogc/styles/subzones/metadata",
            "/ogc/collections/subzones/styles")) {
      problem(door.get(path + "?x=1"), 400);
    }
  }

  @Test
  void s31LegendsAndSpritesNeverReadData() {
    for (String path : List.of("/styles/bays/legend.json", "/styles/sprite/subzones@2x.png")) {
      door.get(path);
      within(600, () -> assertThat(door.get(path).status()).isEqualTo(200));
    }
  }

  @Test
  void s32NulAndStrangeLettersAreRefused() {
    for (String bad : List.of("%00", "a%00b", "%c0%af", "%ef%bf%bf", "%ff")) {
      refused(door.get("/styles/" + bad + ".json"));
      refused(door.get("/styles/" + bad + "/legend.json"));
      refused(door.get("/styles/sprite/" + bad + ".png"));
      refused(door.get("/styles/fonts/" + bad + "/0-255.pbf"));
      refused(door.get("/ogc/styles/" + bad));
    }
  }

  @Test
  void s33s34StylesOfHiddenLayersAreUnknown() {
    PlanDesk desk = new PlanDesk(port, accounts);
    String planner = desk.person(Role.PLANNER);
    for (String path : List.of("/styles/%s/legend.json", "/ogc/collections/%s/styles")) {
      String hidden = path.formatted("draft_subzones");
      Answer before = door.get(hidden);
      problem(before, 404);
      PlanDesk.Answer staff = desk.get(planner, hidden);
      assertThat(staff.status()).isEqualTo(200);
      assertThat(staff.raw().headers().firstValue("Cache-Control").orElse("")).contains("private");
      Answer after = door.get(hidden, "If-None-Match", staff.etag());
      problem(after, 404);
      assertThat(after.text()).isEqualTo(before.text());
      assertThat(after.text().replace("draft_subzones", "?"))
          .isEqualTo(door.get(path.formatted("nosuchlayer")).text().replace("nosuchlayer", "?"));
    }
    harmless(door.get("/ogc/styles"));
    assertThat(door.get("/ogc/styles").text()).doesNotContain("draft_subzones");
  }
}
