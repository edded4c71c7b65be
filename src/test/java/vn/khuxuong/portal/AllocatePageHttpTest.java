package vn.khuxuong.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.khuxuong.KhuxuongTest;
import vn.khuxuong.platform.security.Accounts;
import vn.khuxuong.platform.security.Role;
import vn.khuxuong.zoning.PlanDesk;
import vn.khuxuong.zoning.PlanDesk.Answer;

/** Who gets the officer's console, and where it is linked. */
@KhuxuongTest
class AllocatePageHttpTest {
  @LocalServerPort private int port;
  @Autowired private Accounts accounts;

  @Test
  void onlyOfficersGetThePage() {
    PlanDesk desk = new PlanDesk(port, accounts);
    String officer = desk.person(Role.OFFICER);
    Answer page = desk.get(officer, "/allocate");
    assertThat(page.status()).isEqualTo(200);
    assertThat(text(page))
        .contains("id=\"stepper\"", "id=\"result\"", "id=\"whatif\"", "id=\"reason-list\"")
        .contains(officer);
    for (Role role : new Role[] {Role.FIRM, Role.PLANNER, Role.APPROVER, Role.ADMIN}) {
      assertThat(desk.get(desk.person(role), "/allocate").status()).as("%s", role).isEqualTo(403);
    }
    assertThat(text(desk.get(officer, "/"))).contains("href=\"/allocate\"");
    assertThat(text(desk.get(null, "/"))).doesNotContain("href=\"/allocate\"");
  }

  @Test
  void whoIsNotSignedInIsAskedTo() throws Exception {
    HttpResponse<Void> answer =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/allocate"))
                    .header("Accept", "text/html")
                    .build(),
                HttpResponse.BodyHandlers.discarding());
    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(answer.headers().firstValue("Location").orElse("")).endsWith("/login");
  }

  private static String text(Answer answer) {
    return new String(answer.raw().body(), StandardCharsets.UTF_8);
  }
}
