package vn.khuxuong.tenancy.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.khuxuong.KhuxuongTest;
import vn.khuxuong.platform.security.Accounts;
import vn.khuxuong.tenancy.FirmDesk;
import vn.khuxuong.zoning.PlanDesk;
import vn.khuxuong.zoning.PlanDesk.Answer;

/** Papers over HTTP: told by content, kept under clean names, given back as attachments only. */
@KhuxuongTest
class DocumentHttpTest {
  @LocalServerPort private int port;
  @Autowired private Accounts accounts;
  @Autowired private JdbcClient jdbc;
  private FirmDesk firms;
  private PlanDesk desk;
  private String person;
  private String url;

  @BeforeEach
  void open() {
    firms = new FirmDesk(port, accounts, jdbc);
    desk = firms.desk();
    person = firms.firm();
    url = firms.draft(person);
  }

  @AfterEach
  void clean() {
    firms.clean();
  }

  @Test
  void paperComesBackAsAnAttachmentWithItsOwnType() {
    Answer added =
        firms.upload(person, url, "BUSINESS_REGISTRATION", "../../giấy phép.html", FirmDesk.PDF);
    assertThat(added.status()).as("%s", added.json()).isEqualTo(201);
    assertThat(added.header("Location")).isEqualTo(url + "/documents/1");
    assertThat(added.json().at("/documents/0/name").asString()).isEqualTo("giấy phép_html.pdf");
    assertThat(added.json().at("/documents/0/mediaType").asString()).isEqualTo("application/pdf");
    assertThat(added.json().path("applicationEtag").asString())
        .isEqualTo(desk.get(person, url).etag());
    Answer file = desk.get(person, added.header("Location"));
    assertThat(file.status()).isEqualTo(200);
    assertThat(file.raw().body()).isEqualTo(FirmDesk.PDF);
    assertThat(file.header("Content-Type")).isEqualTo("application/pdf");
    assertThat(file.header("Content-Disposition")).startsWith("attachment;");
    assertThat(file.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(file.header("Content-Security-Policy")).contains("sandbox");
    assertThat(file.header("Cache-Control")).contains("no-store");
  }

  @Test
  void typeSaidByTheClientDoesNotCount() {
    Answer refused =
        firms.upload(person, url, "OTHER", "x.pdf", "<html>".getBytes(StandardCharsets.UTF_8));
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.type()).isEqualTo("/problems/tenancy/bad-document");
    assertThat(refused.json().path("field").asString()).isEqualTo("file");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "GIF89a/*<svg/onload=alert(1)>*/=1;",
        "%PDF-1.4\n%%EOF\nPK\u0005\u0006",
        "%PDF-1.4\n<script>alert(1)</script>",
        "PK\u0003\u0004%PDF-1.4\n%%EOF"
      })
  void fileThatIsSomethingElseAsWellIsRefused(String content) {
    byte[] bytes = content.getBytes(StandardCharsets.ISO_8859_1);
    assertThat(firms.upload(person, url, "OTHER", "a.pdf", bytes).status()).isEqualTo(422);
    assertThat(desk.get(person, url + "/documents").json().path("documents").size()).isZero();
  }

  @Test
  void tooLargeAFileIsRefused() {
    byte[] large = Arrays.copyOf(FirmDesk.PDF, (10 << 20) + 1);
    Answer refused = firms.upload(person, url, "OTHER", "a.pdf", large);
    assertThat(refused.status()).isEqualTo(413);
    assertThat(refused.type()).isEqualTo("/problems/tenancy/document-too-large");
  }

  @Test
  void kindMustBeOneOfTheList() {
    assertThat(firms.upload(person, url, "PASSPORT", "a.pdf", FirmDesk.PDF).status())
        .isEqualTo(422);
  }

  @Test
  void paperTakenBackKeepsItsNumberAndIsMissingAgain() {
    firms.upload(person, url, "BUSINESS_REGISTRATION", "a.pdf", FirmDesk.PDF);
    String etag = desk.get(person, url).etag();
    Answer removed = remove(1);
    assertThat(removed.status()).isEqualTo(200);
    assertThat(removed.json().path("documents").size()).isZero();
    assertThat(removed.json().path("applicationEtag").asString()).isNotEqualTo(etag);
    assertThat(desk.get(person, url + "/documents/1").status()).isEqualTo(404);
    assertThat(remove(1).status()).isEqualTo(404);
    assertThat(desk.post(person, url + "/submit", null, "").status()).isEqualTo(422);
    Answer second = firms.upload(person, url, "BUSINESS_REGISTRATION", "b.pdf", FirmDesk.PDF);
    assertThat(second.header("Location")).isEqualTo(url + "/documents/2");
  }

  @Test
  void papersOfWhatWasHandedInStay() {
    firms.upload(person, url, "BUSINESS_REGISTRATION", "a.pdf", FirmDesk.PDF);
    assertThat(desk.post(person, url + "/submit", null, "").status()).isEqualTo(200);
    assertThat(remove(1).status()).isEqualTo(409);
    assertThat(firms.upload(person, url, "OTHER", "b.pdf", FirmDesk.PDF).status()).isEqualTo(409);
  }

  @Test
  void unknownAndForeignPapersAreNotFound() {
    firms.upload(person, url, "OTHER", "a.pdf", FirmDesk.PDF);
    for (String no : new String[] {"0", "2", "-1"}) {
      assertThat(desk.get(person, url + "/documents/" + no).status()).as(no).isEqualTo(404);
    }
    assertThat(desk.get(person, url + "/documents/99999999999").status()).isEqualTo(400);
    String other = firms.firm();
    String own = firms.draft(other);
    assertThat(desk.get(other, own + "/documents/1").status()).isEqualTo(404);
    assertThat(desk.get(other, url + "/documents/1").status()).isEqualTo(404);
  }

  private Answer remove(int no) {
    return desk.send(person, HttpRequest.newBuilder(desk.uri(url + "/documents/" + no)).DELETE());
  }
}
