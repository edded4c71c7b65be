package vn.khuxuong.zoning.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.khuxuong.KhuxuongTest;
import vn.khuxuong.platform.security.Accounts;
import vn.khuxuong.platform.security.Role;
import vn.khuxuong.zoning.PlanDesk;
import vn.khuxuong.zoning.PlanDesk.Answer;

/** Sheets over HTTP: who gets which, how they may be kept, what is refused. */
@KhuxuongTest
class SheetHttpTest {
  @LocalServerPort private int port;
  @Autowired private Accounts accounts;
  private PlanDesk desk;

  @BeforeEach
  void sitDown() {
    desk = new PlanDesk(port, accounts);
  }

  @Test
  void anybodyPrintsThePublishedPlanAndAsksAgainWithItsTag() {
    String url = published() + "/sheet?scale=10000&lang=vi";
    Answer sheet = desk.get(null, url);
    assertThat(sheet.status()).isEqualTo(200);
    assertThat(sheet.header("Content-Type")).isEqualTo("application/pdf");
    assertThat(sheet.header("Content-Disposition"))
        .isEqualTo("inline; filename=\"PVH-1-1_10000-A1.pdf\"");
    assertThat(sheet.header("Cache-Control")).contains("public");
    assertThat(new String(sheet.raw().body(), 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
    assertThat(desk.get(null, url).raw().body()).isEqualTo(sheet.raw().body());
    Answer again =
        desk.send(
            null,
            HttpRequest.newBuilder(desk.uri(url)).header("If-None-Match", sheet.etag()).GET());
    assertThat(again.status()).isEqualTo(304);
    assertThat(again.raw().body()).isEmpty();
    assertThat(desk.get(null, url + "&palette=cadastral").etag()).isNotEqualTo(sheet.etag());
    assertThat(desk.get(desk.person(Role.PLANNER), url).etag()).isNotEqualTo(sheet.etag());
  }

  @Test
  void draftIsForStaffOnlyAndStaysOutOfCaches() {
    String planner = desk.person(Role.PLANNER);
    Answer draft = desk.draftOfWholeZone(planner, "PVH");
    assertThat(draft.status()).as("%s", draft.json()).isEqualTo(200);
    String plan = "/api/v1/plans/" + draft.etag().replaceAll("\"(\\d+)-.*", "$1");
    assertThat(desk.get(null, plan + "/sheet").status()).isEqualTo(404);
    Answer sheet = desk.get(planner, plan + "/sheet?paper=A3");
    assertThat(sheet.status()).isEqualTo(200);
    assertThat(sheet.header("Cache-Control")).contains("no-store");
    assertThat(desk.get(planner, plan + "/sheet?revision=1&paper=A3").status()).isEqualTo(200);
    assertThat(desk.get(planner, plan + "/sheet?revision=99").status()).isEqualTo(404);
    assertThat(desk.get(null, published() + "/sheet?revision=1").status()).isEqualTo(404);
  }

  @Test
  void badParametersAreProblemsThatNameFieldAndRemedy() {
    for (String bad :
        new String[] {
          "scale=7",
          "scale=",
          "paper=A9",
          "orientation=x",
          "lang=de",
          "palette=x",
          "center=1",
          "center=1,1&scale=500",
          "scale=500&paper=A4",
          "revision=x"
        }) {
      Answer answer = desk.get(null, published() + "/sheet?" + bad);
      assertThat(answer.status()).as(bad).isEqualTo(400);
      assertThat(answer.type()).endsWith("/problems/bad-parameter");
      assertThat(answer.json().path("field").asString()).isEqualTo(bad.split("=")[0]);
      if (!bad.startsWith("revision")) {
        assertThat(answer.json().path("remedy").asString()).as(bad).isNotBlank();
      }
    }
  }

  private String published() {
    return desk.get(null, "/api/v1/plans?zone=PVH")
        .json()
        .path("plans")
        .valueStream()
        .filter(plan -> plan.path("status").asString().equals("PUBLISHED"))
        .map(plan -> "/api/v1/plans/" + plan.path("id").asLong())
        .findFirst()
        .orElseThrow();
  }
}
