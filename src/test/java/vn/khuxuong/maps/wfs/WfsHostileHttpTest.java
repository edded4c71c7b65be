package vn.khuxuong.maps.wfs;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.khuxuong.maps.Door.encoded;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.khuxuong.KhuxuongTest;
import vn.khuxuong.maps.Canary;
import vn.khuxuong.maps.Door;
import vn.khuxuong.maps.Door.Answer;
import vn.khuxuong.maps.OgcSchemas;
import vn.khuxuong.maps.ZoneOperator;
import vn.khuxuong.platform.security.Accounts;
import vn.khuxuong.platform.security.Role;
import vn.khuxuong.zoning.PlanDesk;

/** The rows of the list of known attacks that touch the feature service, each by its number. */
@KhuxuongTest
class WfsHostileHttpTest {
  private static final String GET =
      "/wfs?service=WFS&version=2.0.0&request=GetFeature&typeNames=subzones";
  private static final String EXEC = "exec(java.lang.Runtime.getRuntime(),'id')";

  @LocalServerPort private int port;
  @Autowired private JdbcClient jdbc;
  @Autowired private Accounts accounts;
  private Door door;

  @BeforeEach
  void open() {
    door = new Door(port);
  }

  /** A refusal that gives nothing away. */
  private static void refused(Answer answer, int status) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(answer.header("Content-Type")).startsWith("text/xml");
    assertThat(OgcSchemas.faults(answer.bytes(), "ows/1.1.0/owsExceptionReport.xsd")).isEmpty();
    assertThat(answer.text())
        .doesNotContain(
            "<script", "<svg", "org.postgresql", "\tat ", "select ", "published.", "root:");
  }

  private static String request(String inside) {
    return "<wfs:GetFeature xmlns:wfs='http://www.opengis.net/wfs/2.0'"
        + " xmlns:fes='http://www.opengis.net/fes/2.0' service='WFS' version='2.0.0'>"
        + "<wfs:Query typeNames='subzones'>"
        + inside
        + "</wfs:Query></wfs:GetFeature>";
  }

  @Test
  void s1NamesOfPropertiesAreNeverEvaluated() {
    refused(
        door.get(
            "/wfs?service=WFS&version=2.0.0&request=GetPropertyValue&typeNames=subzones"
                + "&valueReference="
                + encoded(EXEC)),
        400);
    refused(door.get(GET + "&propertyName=" + encoded(EXEC)), 400);
    refused(door.get(GET + "&sortBy=" + encoded(EXEC)), 400);
    refused(door.get(GET + "&cql_filter=" + encoded(EXEC + "='x'")), 400);
    for (String inside :
        List.of(
            "<wfs:PropertyName>" + EXEC + "</wfs:PropertyName>",
            "<fes:Filter><fes:PropertyIsEqualTo><fes:ValueReference>"
                + EXEC
                + "</fes:ValueReference><fes:Literal>x</fes:Literal></fes:PropertyIsEqualTo>"
                + "</fes:Filter>",
            "<fes:SortBy><fes:SortProperty><fes:ValueReference>"
                + EXEC
                + "</fes:ValueReference></fes:SortProperty></fes:SortBy>")) {
      refused(door.post("/wfs", "text/xml", request(inside)), 400);
    }
    Answer xpath = door.get(GET + "&propertyName=" + encoded("//zones[1]/name"));
    refused(xpath, 400);
    assertThat(xpath.text()).contains("InvalidParameterValue");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x' OR '1'='1", "x''y", "x''''y", "x';drop table y;--"})
  void s2LiteralsAreData(String literal) {
    String filter =
        "<fes:Filter><fes:PropertyIsEqualTo><fes:ValueReference>code</fes:ValueReference>"
            + "<fes:Literal>"
            + literal
            + "</fes:Literal></fes:PropertyIsEqualTo></fes:Filter>";
    Answer answer = door.post("/wfs", "text/xml", request(filter));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text()).contains("numberMatched=\"0\"");
    Answer id = door.get(GET + "&resourceId=" + encoded("subzones." + literal));
    assertThat(id.text()).contains("numberMatched=\"0\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2025-01-01') OR 1=1--", "2025-01-01;drop table x", "1;drop"})
  void s3TimesAreRead(String time) {
    refused(
        door.get(GET + "&cql_filter=" + encoded("valid_from > '" + time.replace("'", "''") + "'")),
        400);
    String filter =
        "<fes:Filter><fes:PropertyIsGreaterThan><fes:ValueReference>valid_from"
            + "</fes:ValueReference><fes:Literal>"
            + time
            + "</fes:Literal></fes:PropertyIsGreaterThan></fes:Filter>";
    refused(door.post("/wfs", "text/xml", request(filter)), 400);
  }

  @Test
  void s4NamesAreNoSql() {
    long start = System.nanoTime();
    refused(door.get(GET + "&sortBy=" + encoded("-name;select pg_sleep(9)")), 400);
    refused(door.get(GET + "&srsName=" + encoded("EPSG:9210);--")), 400);
    refused(door.get(GET.replace("subzones", encoded("subzones;drop table x"))), 400);
    assertThat((System.nanoTime() - start) / 1_000_000).isLessThan(1_000);
  }

  @Test
  void s5FunctionsAreUnknown() {
    refused(
        door.post(
            "/wfs",
            "text/xml",
            request(
                "<fes:Filter><fes:PropertyIsEqualTo><fes:Function name='ras:Jiffle'>"
                    + "<fes:Literal>1</fes:Literal></fes:Function><fes:Literal>1</fes:Literal>"
                    + "</fes:PropertyIsEqualTo></fes:Filter>")),
        400);
  }

  @Test
  void s6ObjectsOfJavaAreNotRead() {
    byte[] object = {(byte) 0xac, (byte) 0xed, 0, 5, 's', 'r'};
    refused(door.post("/wfs", "application/x-java-serialized-object", object), 415);
  }

  @Test
  void s8WhatClientsSendIsEscapedWherever() {
    for (String parameter :
        List.of(
            "typeNames",
            "srsName",
            "bbox",
            "count",
            "outputFormat",
            "propertyName",
            "sortBy",
            "filter",
            "resourceId",
            "storedQuery_id",
            "request",
            "version",
            "service")) {
      String query =
          (GET + "&").replaceAll("(?i)([?&])" + parameter + "=[^&]*&", "$1")
              + parameter
              + "="
              + encoded("\"--><script>alert(1)</script>");
      refused(door.get(query), 400);
    }
  }

  @Test
  void s7StoredTextIsEscaped() throws InterruptedException {
    String get = "/wfs?service=WFS&version=2.0.0&request=GetFeature&resourceId=zones.HP";
    String before = ZoneOperator.rename(jdbc, "<img src=x onerror=alert(1)>&xxe;]]>");
    try {
      assertThat(door.get(get).text()).contains("&lt;img").doesNotContain("<img", "]]>");
      Answer json = door.get(get + "&outputFormat=application/json");
      assertThat(json.header("Content-Type")).startsWith("application/json");
      assertThat(json.header("X-Content-Type-Options")).isEqualTo("nosniff");
    } finally {
      ZoneOperator.rename(jdbc, before);
    }
  }

  @Test
  void s10s11NoParameterMakesHeadersOrNamesFiles() {
    for (String bad : List.of("x%0d%0aX-Evil:%201", "..%2f..%2fetc%2fpasswd", "/etc/passwd")) {
      for (String parameter : List.of("typeNames", "outputFormat", "storedQuery_id", "srsName")) {
        Answer answer =
            door.get(
                (GET + "&").replaceAll("(?i)([?&])" + parameter + "=[^&]*&", "$1")
                    + parameter
                    + "="
                    + bad);
        refused(answer, 400);
        assertThat(answer.header("X-Evil")).isEmpty();
      }
    }
  }

  @Test
  void s12DocumentTypesAreRefused() throws Exception {
    try (Canary canary = new Canary()) {
      String entity =
          "<!DOCTYPE x [<!ENTITY xxe SYSTEM \"file:///etc/passwd\"><!ENTITY web SYSTEM \""
              + canary.address()
              + "\"><!ENTITY % p SYSTEM \""
              + canary.address()
              + "\"> %p;]>";
      String body =
          request(
              "<fes:Filter><fes:PropertyIsEqualTo><fes:ValueReference>code</fes:ValueReference>"
                  + "<fes:Literal>&xxe;&web;</fes:Literal></fes:PropertyIsEqualTo></fes:Filter>");
      Answer answer = door.post("/wfs", "text/xml", entity + body);
      refused(answer, 400);
      assertThat(answer.text()).contains("DOCTYPE");
      refused(
          door.get(
              GET
                  + "&filter="
                  + encoded(
                      entity
                          + "<Filter xmlns='http://www.opengis.net/fes/2.0'><PropertyIsNull>"
                          + "<ValueReference>&xxe;</ValueReference></PropertyIsNull></Filter>")),
          400);
      assertThat(canary.calls()).isZero();
    }
  }

  @Test
  void s13SchemasOfDocumentsAreNotFetched() throws Exception {
    try (Canary canary = new Canary()) {
      String transaction =
          "<wfs:Transaction xmlns:wfs='http://www.opengis.net/wfs/2.0'"
              + " xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' service='WFS'"
              + " xsi:schemaLocation='http://x "
              + canary.address()
              + "' version='2.0.0'><wfs:Insert/></wfs:Transaction>";
      refused(door.post("/wfs", "text/xml", transaction), 400);
      Answer got =
          door.post(
              "/wfs",
              "text/xml",
              request("")
                  .replace(
                      "service=",
                      "xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'"
                          + " xsi:schemaLocation='http://x "
                          + canary.address()
                          + "' service="));
      assertThat(got.status()).isEqualTo(200);
      assertThat(canary.calls()).isZero();
    }
  }

  @Test
  void s14OtherEncodingsDoNotHideADocumentType() {
    String body = "<!DOCTYPE x SYSTEM 'jar:file:///tmp/x.jar!/y'>" + request("");
    for (Charset charset : List.of(StandardCharsets.UTF_16, StandardCharsets.UTF_16BE)) {
      String declared = "<?xml version='1.0' encoding='" + charset.name() + "'?>" + body;
      refused(door.post("/wfs", "text/xml", declared.getBytes(charset)), 400);
    }
  }

  @Test
  void s15BombsAreRefusedQuickly() {
    StringBuilder bomb = new StringBuilder("<!DOCTYPE b [<!ENTITY a0 'ha'>");
    for (int i = 1; i < 30; i++) {
      bomb.append("<!ENTITY a").append(i).append(" '&a").append(i - 1).append(";&a").append(i - 1);
      bomb.append(";'>");
    }
    bomb.append("]>").append(request("<fes:Filter>&a29;</fes:Filter>"));
    long start = System.nanoTime();
    refused(door.post("/wfs", "text/xml", bomb.toString()), 400);
    String wide =
        request("")
            .replace("service='WFS'", "handle='" + "x".repeat(10_000_000) + "' service='WFS'");
    refused(door.post("/wfs", "text/xml", wide), 413);
    assertThat((System.nanoTime() - start) / 1_000_000).isLessThan(5_000);
  }

  @Test
  void s16NoAddressIsEverCalled() throws Exception {
    try (Canary canary = new Canary()) {
      String address = encoded(canary.address());
      for (String parameter : List.of("srsName", "storedQuery_id", "outputFormat", "namespaces")) {
        Answer answer = door.get(GET + "&" + parameter + "=" + address);
        assertThat(answer.status()).as(parameter).isIn(200, 400);
      }
      door.get(GET + "&count=1&resolve=remote&resolveDepth=*");
      String linked =
          "<fes:Filter><fes:Intersects><fes:ValueReference>geom</fes:ValueReference>"
              + "<gml:Polygon xmlns:gml='http://www.opengis.net/gml/3.2' gml:id='p'"
              + " xmlns:xlink='http://www.w3.org/1999/xlink' srsName='"
              + canary.address()
              + "'><gml:exterior xlink:href='"
              + canary.address()
              + "'/></gml:Polygon></fes:Intersects></fes:Filter>";
      refused(door.post("/wfs", "text/xml", request(linked)), 400);
      assertThat(canary.calls()).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"NaN NaN NaN NaN NaN NaN", "1e309 0 1 1 1e309 0", "0 0 1 1", "0 0 1 1 0 0"})
  void s18ShapesWithoutSenseAreRefused(String positions) {
    refused(door.post("/wfs", "text/xml", request(polygon(positions))), 400);
  }

  private static String polygon(String positions) {
    return "<fes:Filter><fes:Intersects><fes:ValueReference>geom</fes:ValueReference>"
        + "<gml:Polygon xmlns:gml='http://www.opengis.net/gml/3.2' gml:id='p'><gml:exterior>"
        + "<gml:LinearRing><gml:posList>"
        + positions
        + "</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></fes:Intersects>"
        + "</fes:Filter>";
  }

  @Test
  void s21s23ManyTypesListsAndPositionsAreRefusedQuickly() {
    long start = System.nanoTime();
    refused(door.get(GET.replace("subzones", "a,".repeat(10_000) + "a")), 400);
    refused(door.get(GET + "&resourceId=" + "subzones.1,".repeat(3_000)), 400);
    refused(
        door.get(GET + "&cql_filter=" + encoded("code IN ('a'" + ",'b'".repeat(4_000) + ")")), 400);
    refused(
        door.post("/wfs", "text/xml", request(polygon("0 0 1 1 ".repeat(100_000) + "0 0"))), 400);
    assertThat((System.nanoTime() - start) / 1_000_000).isLessThan(5_000);
  }

  @Test
  void s28BodiesAreNeverUnpacked() throws Exception {
    ByteArrayOutputStream bomb = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bomb)) {
      byte[] zeros = new byte[1 << 20];
      for (int i = 0; i < 200; i++) {
        gzip.write(zeros);
      }
    }
    refused(door.postPacked("/wfs", "text/xml", bomb.toByteArray()), 400);
  }

  @Test
  void s29StrayParametersMakeNoOtherAnswers() {
    String tag = door.get(GET).header("ETag");
    for (int i = 0; i < 20; i++) {
      assertThat(door.get(GET + "&x" + i + "=" + i, "If-None-Match", tag).status()).isEqualTo(304);
    }
  }

  @Test
  void s33WhatStaffWarmedIsNotToldToOthers() {
    PlanDesk desk = new PlanDesk(port, accounts);
    String planner = desk.person(Role.PLANNER);
    String path = GET.replace("subzones", "draft_subzones");
    refused(door.get(path), 400);
    PlanDesk.Answer staff = desk.get(planner, path + "&outputFormat=application/json");
    assertThat(staff.status()).isEqualTo(200);
    assertThat(staff.header("Cache-Control")).contains("private");
    assertThat(staff.header("Vary")).contains("Authorization");
    refused(door.get(path, "If-None-Match", staff.etag()), 400);
    byte[] open = door.get(GET).bytes();
    desk.get(planner, GET + "&outputFormat=application/json");
    assertThat(door.get(GET).bytes()).isEqualTo(open);
  }

  @ParameterizedTest
  @ValueSource(strings = {"NaN,0,1,1", "1,1,0,0", "1e309,0,1e310,1", "1,2,3,4,5,6,7", ","})
  void s20BoxesWithoutSenseAreRefused(String box) {
    refused(door.get(GET + "&bbox=" + encoded(box)), 400);
  }

  @Test
  void s22DeepFiltersAreRefused() {
    String one =
        "<fes:PropertyIsNull><fes:ValueReference>code</fes:ValueReference></fes:PropertyIsNull>";
    String deep = "<fes:Not>".repeat(1_600) + one + "</fes:Not>".repeat(1_600);
    refused(door.post("/wfs", "text/xml", request("<fes:Filter>" + deep + "</fes:Filter>")), 400);
    String wide = "<fes:Or>" + one.repeat(2_000) + "</fes:Or>";
    refused(door.post("/wfs", "text/xml", request("<fes:Filter>" + wide + "</fes:Filter>")), 400);
    String nested = "<x>".repeat(50_000) + "</x>".repeat(50_000);
    Answer unknown = door.post("/wfs", "text/xml", request(nested));
    assertThat(unknown.status()).isIn(200, 400);
  }

  @Test
  void s25DeepPagesAreRefusedAndLimitsHold() {
    refused(door.get(GET + "&startIndex=1000000000"), 400);
    refused(door.get(GET + "&startIndex=-1"), 400);
    refused(door.get(GET + "&count=x"), 400);
    Answer much = door.get(GET + "&count=1000000000");
    assertThat(much.status()).isEqualTo(200);
    assertThat(door.get(GET + "&count=0").text()).contains("numberReturned=\"0\"");
  }

  @Test
  void s32NulNeverReachesTheDatabase() {
    assertThat(door.get(GET + "&resourceId=%c0%af").status()).isEqualTo(400);
    for (String bad : List.of("%00", "a%00b")) {
      assertThat(door.get(GET + "&resourceId=zones." + bad).status()).isIn(200, 400);
      assertThat(door.get(GET + "&cql_filter=" + encoded("code='") + bad + "'").status())
          .isEqualTo(400);
    }
  }

  @Test
  void s34HiddenTypesAndPropertiesAreUnknown() {
    Answer hidden = door.get(GET.replace("subzones", "draft_subzones"));
    Answer absent = door.get(GET.replace("subzones", "draft_subzonez"));
    refused(hidden, 400);
    assertThat(hidden.text().replace("draft_subzones", "?"))
        .isEqualTo(absent.text().replace("draft_subzonez", "?"));
    refused(
        door.get("/wfs?service=WFS&version=2.0.0&request=GetFeature&resourceId=draft_subzones.1"),
        400);
  }
}
