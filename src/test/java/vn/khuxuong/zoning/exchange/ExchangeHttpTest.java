package vn.khuxuong.zoning.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import vn.khuxuong.KhuxuongTest;
import vn.khuxuong.geo.CoordinateOperation;
import vn.khuxuong.geo.Crs;
import vn.khuxuong.platform.security.Accounts;
import vn.khuxuong.platform.security.Role;
import vn.khuxuong.zoning.PlanDesk;
import vn.khuxuong.zoning.PlanDesk.Answer;
import vn.khuxuong.zoning.StorageGrid;
import vn.khuxuong.zoning.Subzone;

/** Files over HTTP: uploaded, read by a job, looked at, confirmed; and every plan as a file. */
@KhuxuongTest
class ExchangeHttpTest {
  @LocalServerPort private int port;
  @Autowired private Accounts accounts;
  @Autowired private JdbcClient jdbc;
  private PlanDesk desk;
  private String planner;
  private String plan;
  private String etag;

  @BeforeEach
  void startDraft() {
    desk = new PlanDesk(port, accounts);
    planner = desk.person(Role.PLANNER);
    Answer started =
        desk.post(
            planner,
            "/api/v1/plans",
            null,
            "{\"zone\":\"PVH\",\"titleVi\":\"Nhập thử\",\"titleEn\":\"Import trial\"}");
    plan = "/api/v1/plans/" + started.id();
    etag = started.etag();
  }

  @Test
  void exportOfThePublishedPlanImportsIntoADraftWithTheSameContent() throws Exception {
    for (Format format : Format.values()) {
      Answer file = desk.get(null, publishedPlan() + "/export?f=" + format.key());
      assertThat(file.status()).isEqualTo(200);
      assertThat(file.header("Content-Disposition")).contains("PVH-1." + format.extension());
      Answer read = read(upload(planner, file.raw().body(), "PVH-1." + format.extension(), null));
      assertThat(read.json().path("state").asString())
          .as("%s %s", format, read.json())
          .isEqualTo("READ");
      assertThat(read.json().at("/report/errors").asInt()).isZero();
      assertThat(read.json().at("/report/subzones/count").asInt()).isEqualTo(70);
      Answer confirmed = confirm(read, "replace");
      assertThat(confirmed.status()).as("%s", confirmed.json()).isEqualTo(200);
      etag = confirmed.etag();
      assertThat(contentSha256(plan)).as(format.name()).isEqualTo(contentSha256(publishedPlan()));
    }
  }

  @Test
  void nothingIsDrawnBeforeItIsConfirmedAndTheFileIsGoneAfterwards() throws Exception {
    byte[] file = desk.get(null, publishedPlan() + "/export?f=gpkg").raw().body();
    Answer read = read(upload(planner, file, "a.gpkg", null));
    String id = read.json().path("id").asString();
    assertThat(desk.get(planner, plan + "/subzones").json().path("features")).isEmpty();
    assertThat(desk.get(planner, "/api/v1/imports/" + id + "/preview").json().path("features"))
        .hasSize(70);
    assertThat(post(read, "/confirm", null, body(read, "add")).status()).isEqualTo(428);
    assertThat(post(read, "/confirm", "\"1-99\"", body(read, "add")).status()).isEqualTo(412);
    assertThat(post(read, "/confirm", etag, "{\"mode\":\"add\",\"crs\":\"EPSG:5899\"}").status())
        .isEqualTo(400);
    assertThat(confirm(read, "add").status()).isEqualTo(200);
    assertThat(kept(id)).isFalse();
    assertThat(confirm(read, "add").status()).isEqualTo(409);
    assertThat(desk.get(planner, plan + "/revisions").json().toString()).contains("IMPORT");
  }

  @Test
  void strangersDoNotSeeTheImport() throws Exception {
    Answer read = read(upload(planner, csv(), "a.csv", null));
    String url = "/api/v1/imports/" + read.json().path("id").asString();
    assertThat(desk.get(desk.person(Role.PLANNER), url).status()).isEqualTo(404);
    assertThat(desk.get(desk.person(Role.APPROVER), url).status()).isEqualTo(404);
    assertThat(desk.get(null, url).status()).isEqualTo(401);
    assertThat(desk.get(null, url + "/preview").status()).isEqualTo(401);
    assertThat(upload(null, csv(), "a.csv", null).status()).isEqualTo(401);
    assertThat(upload(desk.person(Role.APPROVER), csv(), "a.csv", null).status()).isEqualTo(403);
    assertThat(desk.get(null, plan + "/export").status()).isEqualTo(404);
    assertThat(desk.get(planner, plan + "/export").header("Cache-Control")).contains("no-store");
  }

  @Test
  void shiftedDrawingWithOldTextIsReadByItsOptionsAndTheMappingIsRemembered() throws Exception {
    Answer read = read(upload(planner, csv(), "a.csv", null));
    JsonNode report = read.json().path("report");
    assertThat(report.path("text").asString()).isEqualTo("TCVN3");
    assertThat(report.at("/crs/chosen").asString()).isEqualTo("EPSG:9210~swapped");
    assertThat(report.path("errors").asInt()).isEqualTo(1);
    assertThat(post(read, "/confirm", etag, body(read, "add")).status()).isEqualTo(422);
    String options = "{\"mapping\":{\"landUses\":{\"Khác\":\"SERVICE\"}}}";
    Answer again = read(post(read, "/options", null, options));
    assertThat(again.json().at("/report/errors").asInt()).isZero();
    Answer drawn = confirm(again, "add");
    assertThat(drawn.status()).as("%s", drawn.json()).isEqualTo(200);
    JsonNode features = desk.get(planner, plan + "/subzones").json().path("features");
    assertThat(features).hasSize(2);
    assertThat(features.toString()).contains("Đất nhà máy, kho tàng").contains("SERVICE");
    etag = drawn.etag();
    Answer second = read(upload(planner, csv(), "b.csv", null));
    assertThat(second.json().at("/report/errors").asInt()).isZero();
  }

  @Test
  void badFileEndsInAReportAndCanBeDiscarded() throws Exception {
    Answer read =
        read(upload(planner, "<!DOCTYPE x><kml/>".getBytes(StandardCharsets.UTF_8), "a.kml", null));
    assertThat(read.json().path("state").asString()).isEqualTo("REFUSED");
    assertThat(read.json().at("/report/refusal/cause").asString()).isEqualTo("UNSAFE_XML");
    String id = read.json().path("id").asString();
    HttpRequest.Builder delete = HttpRequest.newBuilder(desk.uri("/api/v1/imports/" + id)).DELETE();
    assertThat(desk.send(planner, delete).status()).isEqualTo(204);
    assertThat(kept(id)).isFalse();
  }

  @Test
  void importsThatWaitedAWeekMakeRoomForANewOne() throws Exception {
    byte[] bad = "<!DOCTYPE x><kml/>".getBytes(StandardCharsets.UTF_8);
    String refused = read(upload(planner, bad, "a.kml", null)).json().path("id").asString();
    String recent = read(upload(planner, csv(), "a.csv", null)).json().path("id").asString();
    String other = desk.person(Role.PLANNER);
    String waiting = read(upload(planner, csv(), "b.csv", null)).json().path("id").asString();
    age(refused, planner, 8);
    age(waiting, planner, 8);
    age(recent, planner, 6);
    String others = UUID.randomUUID().toString();
    copy(recent, others, other, 8);
    for (int i = 0; i < 8; i++) {
      copy(waiting, UUID.randomUUID().toString(), planner, 1);
    }
    assertThat(states(refused, waiting, recent, others))
        .containsExactly("REFUSED", "READ", "READ", "READ");
    Answer started = upload(planner, csv(), "c.csv", null);
    assertThat(started.status()).as("%s", started.json()).isEqualTo(202);
    assertThat(states(refused, waiting, recent, others))
        .containsExactly("DISCARDED", "DISCARDED", "READ", "READ");
    assertThat(kept(refused)).isFalse();
    assertThat(kept(waiting)).isFalse();
    assertThat(kept(recent)).isTrue();
    assertThat(upload(planner, csv(), "d.csv", null).status()).isEqualTo(409);
    assertThat(
            jdbc.sql(
                    """
                    select count(*) from platform.audit
                    where action = 'import.discarded' and actor = :who
                      and detail ->> 'import' in (:one, :two)""")
                .param("who", planner)
                .param("one", refused)
                .param("two", waiting)
                .query(Integer.class)
                .single())
        .isEqualTo(2);
  }

  private void age(String id, String author, int days) {
    jdbc.sql(
            """
            update zoning.imports set made_at = now() - make_interval(days => :days)
            where id = cast(:id as uuid) and author = :author""")
        .param("days", days)
        .param("id", id)
        .param("author", author)
        .update();
  }

  private void copy(String id, String as, String author, int days) {
    jdbc.sql(
            """
            insert into zoning.imports (id, plan_id, author, file_name, options, state, made_at)
            select cast(:as as uuid), plan_id, :author, file_name, options, 'READ',
                   now() - make_interval(days => :days)
            from zoning.imports where id = cast(:id as uuid)""")
        .param("as", as)
        .param("author", author)
        .param("days", days)
        .param("id", id)
        .update();
  }

  private List<String> states(String... ids) {
    return Stream.of(ids)
        .map(
            id ->
                jdbc.sql("select state from zoning.imports where id = cast(:id as uuid)")
                    .param("id", id)
                    .query(String.class)
                    .single())
        .toList();
  }

  @Test
  void unknownFormatAndImpossibleCrsAreRefused() {
    assertThat(desk.get(null, publishedPlan() + "/export?f=dwg").status()).isEqualTo(400);
    assertThat(desk.get(null, publishedPlan() + "/export?f=kml&crs=EPSG:9210").status())
        .isEqualTo(400);
    assertThat(desk.get(null, publishedPlan() + "/export?crs=EPSG:1").status()).isEqualTo(400);
  }

  /** Two subzones as a surveyor writes them: X is north, text in TCVN3, one land use unknown. */
  private static byte[] csv() {
    StringBuilder text = new StringBuilder("ma o;loai dat;x;y\n");
    List<String> uses = List.of("§Êt nhµ m¸y, kho tµng", "Kh¸c");
    for (int i = 0; i < 2; i++) {
      Subzone subzone = PhamVanHai.SUBZONES.get(i);
      var stored = StorageGrid.toStored(subzone.shape(), PhamVanHai.LEGAL);
      for (var c :
          CoordinateOperation.between(Crs.CRS84, Crs.EPSG_9210).apply(stored).getCoordinates()) {
        text.append(String.format(Locale.ROOT, "L%d;%s;%.4f;%.4f\n", i + 1, uses.get(i), c.y, c.x));
      }
    }
    return text.toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  private String publishedPlan() {
    long id =
        jdbc.sql(
                """
                select p.id from zoning.plans p join zoning.zones z on z.id = p.zone_id
                where z.code = 'PVH' and p.version = 1""")
            .query(Long.class)
            .single();
    return "/api/v1/plans/" + id;
  }

  private String contentSha256(String url) {
    String id = url.substring(url.lastIndexOf('/') + 1);
    return jdbc.sql(
            """
            select string_agg(concat_ws('|', uid, code, land_use, name_vi, name_en, cadastral_code,
              phase, max_density_pct, max_floors, far, purpose_vi, purpose_en,
              st_astext(st_normalize(geom), 15)), chr(10) order by code)
            from zoning.subzones where plan_id = :id""")
        .param("id", Long.valueOf(id))
        .query(String.class)
        .single();
  }

  private boolean kept(String id) {
    return jdbc.sql(
            "select file is not null or subzones is not null from zoning.imports where id = cast(:id as uuid)")
        .param("id", id)
        .query(Boolean.class)
        .single();
  }

  private Answer upload(@Nullable String who, byte[] file, String name, @Nullable String options) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    if (options != null) {
      part(body, "name=\"options\"", options.getBytes(StandardCharsets.UTF_8));
    }
    part(body, "name=\"file\"; filename=\"" + name + "\"", file);
    body.writeBytes("--khu--\r\n".getBytes(StandardCharsets.UTF_8));
    HttpRequest.Builder request =
        HttpRequest.newBuilder(desk.uri(plan + "/imports"))
            .header("Content-Type", "multipart/form-data; boundary=khu")
            .POST(BodyPublishers.ofByteArray(body.toByteArray()));
    return desk.send(who, request);
  }

  private static void part(ByteArrayOutputStream body, String disposition, byte[] content) {
    String head = "--khu\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n";
    body.writeBytes(head.getBytes(StandardCharsets.UTF_8));
    body.writeBytes(content);
    body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
  }

  /** Waits until the job has read the file. */
  private Answer read(Answer accepted) throws InterruptedException {
    assertThat(accepted.status()).as("%s", accepted.json()).isEqualTo(202);
    Answer answer = desk.get(planner, accepted.header("Location"));
    for (int i = 0; i < 300 && answer.json().path("state").asString().equals("READING"); i++) {
      Thread.sleep(100);
      answer = desk.get(planner, accepted.header("Location"));
    }
    return answer;
  }

  private static String body(Answer read, String mode) {
    return "{\"mode\":\""
        + mode
        + "\",\"crs\":\""
        + read.json().at("/report/crs/chosen").asString()
        + "\"}";
  }

  private Answer confirm(Answer read, String mode) {
    return post(read, "/confirm", etag, body(read, mode));
  }

  private Answer post(Answer read, String path, @Nullable String ifMatch, String body) {
    String url = "/api/v1/imports/" + read.json().path("id").asString();
    return desk.post(planner, url + path, ifMatch, body);
  }
}
