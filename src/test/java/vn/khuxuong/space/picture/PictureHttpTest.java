package vn.khuxuong.space.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import vn.khuxuong.KhuxuongTest;
import vn.khuxuong.platform.security.Accounts;
import vn.khuxuong.platform.security.Role;
import vn.khuxuong.zoning.PlanDesk;
import vn.khuxuong.zoning.PlanDesk.Answer;

/** Photos and plans of a building: officers keep them, everybody sees them. */
@KhuxuongTest
class PictureHttpTest {
  private static final String PICTURES = "/api/v1/buildings/BC-A/pictures";
  private static final String BOUNDARY = "----khu";

  @LocalServerPort private int port;
  @Autowired private Accounts accounts;
  @Autowired private JdbcClient jdbc;
  private PlanDesk desk;

  @BeforeEach
  void sitDown() {
    desk = new PlanDesk(port, accounts);
  }

  @Test
  void officerAddsAPhotoThatEverybodySeesAndTakesItBack() throws IOException {
    String officer = desk.person(Role.OFFICER);
    byte[] photo = picture("jpg");
    Answer added = add(officer, photo, "PHOTO", "Sân bốc dỡ phía nam", "Loading yard, south");
    assertThat(added.status()).as("%s", added.json()).isEqualTo(201);
    String address = added.header("Location");

    JsonNode one = last(desk.get(null, PICTURES).json());
    assertThat(one.path("mediaType").asString()).isEqualTo("image/jpeg");
    assertThat(one.path("altVi").asString()).isEqualTo("Sân bốc dỡ phía nam");
    assertThat(one.path("altEn").asString()).isEqualTo("Loading yard, south");
    assertThat(one.propertyNames()).doesNotContain("uploadedBy", "name");

    Answer content = desk.get(null, address);
    assertThat(content.raw().body()).isEqualTo(photo);
    assertThat(content.header("Content-Type")).isEqualTo("image/jpeg");
    assertThat(content.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(content.etag()).as("strong").matches("\"[0-9a-f]{64}\"");
    assertThat(
            desk.send(
                    null,
                    HttpRequest.newBuilder(desk.uri(address))
                        .header("If-None-Match", content.etag()))
                .status())
        .isEqualTo(304);

    Answer removed = desk.send(officer, HttpRequest.newBuilder(desk.uri(address)).DELETE());
    assertThat(removed.status()).isEqualTo(200);
    assertThat(desk.get(null, address).type()).isEqualTo("/problems/space/unknown-picture");
    assertThat(desk.send(officer, HttpRequest.newBuilder(desk.uri(address)).DELETE()).status())
        .isEqualTo(404);
    assertThat(
            jdbc.sql(
                    """
                    select count(*) from platform.audit
                    where actor = :officer and subject_type = 'building' and subject_id = 'BC-A'""")
                .param("officer", officer)
                .query(Integer.class)
                .single())
        .isEqualTo(2);
  }

  @Test
  void planComesAsAFileToKeep() throws IOException {
    String officer = desk.person(Role.OFFICER);
    ByteArrayOutputStream pdf = new ByteArrayOutputStream();
    try (PDDocument plan = new PDDocument()) {
      plan.addPage(new PDPage());
      plan.save(pdf);
    }
    Answer added = add(officer, pdf.toByteArray(), "PLAN", "Mặt bằng tầng 1", "Plan of floor 1");
    assertThat(added.status()).isEqualTo(201);
    Answer content = desk.get(null, added.header("Location"));
    assertThat(content.header("Content-Disposition")).startsWith("attachment");
    assertThat(content.header("Content-Security-Policy")).contains("sandbox");
    desk.send(officer, HttpRequest.newBuilder(desk.uri(added.header("Location"))).DELETE());
  }

  @Test
  void onlyStaffMayAdd() throws IOException {
    byte[] photo = picture("png");
    assertThat(add(null, photo, "PHOTO", "a", "b").status()).isEqualTo(401);
    for (Role role : new Role[] {Role.FIRM, Role.PLANNER, Role.APPROVER}) {
      assertThat(add(desk.person(role), photo, "PHOTO", "a", "b").status()).isEqualTo(403);
    }
  }

  @Test
  void contentDecidesAndNotTheName() throws IOException {
    String officer = desk.person(Role.OFFICER);
    byte[] page = "<html><script>alert(1)</script></html>".getBytes(StandardCharsets.US_ASCII);
    Answer refused = add(officer, page, "PHOTO", "Ảnh", "Photo");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.type()).isEqualTo("/problems/space/bad-picture");
    assertThat(refused.json().path("field").asString()).isEqualTo("file");
    assertThat(refused.json().path("remedy").asString()).isNotBlank();

    byte[] photo = picture("png");
    byte[] longer = Arrays.copyOf(photo, photo.length + 4);
    assertThat(add(officer, longer, "PHOTO", "Ảnh", "Photo").status()).isEqualTo(422);
    byte[] large = Arrays.copyOf(photo, (10 << 20) + 1);
    assertThat(add(officer, large, "PHOTO", "Ảnh", "Photo").status()).isEqualTo(413);
  }

  @Test
  void textsInBothLanguagesAreRequired() throws IOException {
    String officer = desk.person(Role.OFFICER);
    Answer vi = add(officer, picture("png"), "PHOTO", " ", "Photo");
    assertThat(vi.status()).isEqualTo(422);
    assertThat(vi.json().path("field").asString()).isEqualTo("altVi");
    assertThat(add(officer, picture("png"), "PHOTO", "a\0b", "Photo").status()).isEqualTo(400);
    Answer en = add(officer, picture("png"), "PHOTO", "Ảnh", "");
    assertThat(en.json().path("field").asString()).isEqualTo("altEn");
    assertThat(add(officer, picture("png"), "FILM", "Ảnh", "Photo").json().path("field").asString())
        .isEqualTo("kind");
  }

  @Test
  void unknownBuildingIsRefused() throws IOException {
    assertThat(desk.get(null, "/api/v1/buildings/XX-9/pictures").status()).isEqualTo(404);
    assertThat(desk.get(null, PICTURES + "/999999").status()).isEqualTo(404);
  }

  private static JsonNode last(JsonNode answer) {
    JsonNode pictures = answer.path("pictures");
    return pictures.path(pictures.size() - 1);
  }

  private Answer add(
      @Nullable String who, byte[] content, String kind, String altVi, String altEn) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    part(body, "kind", "", kind.getBytes(StandardCharsets.UTF_8));
    part(body, "altVi", "", altVi.getBytes(StandardCharsets.UTF_8));
    part(body, "altEn", "", altEn.getBytes(StandardCharsets.UTF_8));
    part(body, "file", "; filename=\"anh.jpg\"", content);
    body.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
    return desk.send(
        who,
        HttpRequest.newBuilder(desk.uri(PICTURES))
            .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
            .POST(BodyPublishers.ofByteArray(body.toByteArray())));
  }

  private static void part(ByteArrayOutputStream body, String name, String more, byte[] content) {
    body.writeBytes(
        ("--"
                + BOUNDARY
                + "\r\nContent-Disposition: form-data; name=\""
                + name
                + "\""
                + more
                + "\r\n\r\n")
            .getBytes(StandardCharsets.UTF_8));
    body.writeBytes(content);
    body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] picture(String format) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), format, out);
    return out.toByteArray();
  }
}
