package vn.khuxuong.maps.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.khuxuong.maps.Door.encoded;
import static vn.khuxuong.maps.Refusals.harmless;
import static vn.khuxuong.maps.Refusals.problem;
import static vn.khuxuong.maps.Refusals.refused;
import static vn.khuxuong.maps.Refusals.within;
import static vn.khuxuong.maps.feature.HostileItems.ITEMS;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
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
import vn.khuxuong.platform.security.Accounts;

/**
 * The rows of the list of known attacks that touch what OGC API Features reads, runs, calls and
 * tells, each by its number.
 */
@KhuxuongTest
class FeaturesHostileHttpTest {
  private static final String SCRIPT = "\"--><script>alert(1)</script>";
  private static final List<String> PARAMETERS =
      List.of(
          "bbox",
          "bbox-crs",
          "crs",
          "datetime",
          "limit",
          "cursor",
          "offset",
          "filter",
          "filter-lang",
          "filter-crs",
          "properties",
          "skipGeometry",
          "sortby",
          "resultType",
          "asOf",
          "code",
          "lang");

  @LocalServerPort private int port;
  @Autowired private JdbcClient jdbc;
  @Autowired private Accounts accounts;
  private Door door;
  private HostileItems items;

  @BeforeEach
  void open() {
    door = new Door(port);
    items = new HostileItems(door);
  }

  @AfterEach
  void othersAreAnswered() {
    items.areAnsweredAsEver();
  }

  @Test
  void s6ObjectsOfJavaAreNotRead() {
    byte[] object = {(byte) 0xac, (byte) 0xed, 0, 5, 's', 'r'};
    for (String path : List.of(ITEMS, "/ogc/collections/draft_subzones/items", "/ogc")) {
      refused(door.post(path, "application/x-java-serialized-object", object));
    }
  }

  @Test
  void s7s9StoredTextIsNeverRun() throws InterruptedException {
    String evil = "<img src=x onerror=alert(1)>{{7*7}}${7*7}";
    String formula = "=HYPERLINK(\"http://x\")";
    String before = operator(evil, formula);
    try {
      String of = "/ogc/collections/zones/items?code=HP";
      for (String path :
          List.of(
              of + "&f=html",
              of + "&f=kml",
              "/ogc/collections/zones/items/HP?f=html",
              "/wms?service=WMS&version=1.3.0&request=GetFeatureInfo&layers=zones&styles="
                  + "&query_layers=zones&crs=CRS:84&bbox=106,10,107.5,11.5&featureid=zones.HP"
                  + "&width=5&height=5&i=2&j=2&format=image/png&info_format=text/html")) {
        Answer answer = door.get(path);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.text()).as(path).contains("&lt;img").doesNotContain("<img src=x", ">49");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Content-Security-Policy")).doesNotContain("script-src 'unsafe");
      }
      Answer csv = door.get(of + "&f=csv");
      assertThat(csv.text()).contains("\"'=HYPERLINK(\"\"http://x\"\")\"");
    } finally {
      operator(before.split("\u0000", -1)[0], before.split("\u0000", -1)[1]);
    }
  }

  /** Renames the operator of a zone; gives both names as they were. */
  private String operator(String vi, String en) throws InterruptedException {
    String before =
        jdbc.sql("select operator_vi, operator_en from zoning.zones where code = 'HP'")
            .query((row, n) -> row.getString(1) + "\u0000" + row.getString(2))
            .single();
    jdbc.sql("update zoning.zones set operator_vi = :vi, operator_en = :en where code = 'HP'")
        .param("vi", vi)
        .param("en", en)
        .update();
    Thread.sleep(250);
    return before;
  }

  @Test
  void s8WhatClientsSendIsEscapedWherever() {
    for (String parameter : PARAMETERS) {
      for (String f : List.of("json", "html", "jsonfg", "csv", "kml")) {
        Answer answer = door.get(ITEMS + "?f=" + f + "&" + parameter + "=" + encoded(SCRIPT));
        assertThat(answer.status()).as(parameter).isIn(200, 400);
        harmless(answer);
      }
    }
    refused(door.get("/ogc/collections/" + encoded(SCRIPT)));
    refused(door.get("/ogc/collections/" + encoded(SCRIPT) + "?f=html"));
    refused(door.get(ITEMS + "/" + encoded(SCRIPT) + "?f=html"));
    refused(door.get(ITEMS + "?f=" + encoded(SCRIPT)));
    refused(door.get("/ogc?lang=" + encoded(SCRIPT) + "&x=1"));
    Answer page = door.get(ITEMS + "?f=html&code=" + encoded("<svg onload=alert(1)>"));
    harmless(page);
    assertThat(page.text()).doesNotContain("<svg onload");
  }

  @Test
  void s10LinesOfHeadersCannotBeMade() {
    for (String bad :
        List.of("a%0d%0aX-Evil:%201", "a%0aX-Evil:%201", "a%e5%98%8d%e5%98%8aX-Evil:1")) {
      Answer links = door.get(ITEMS + "?limit=1&code=" + bad);
      assertThat(links.status()).isIn(200, 400);
      harmless(links);
      harmless(door.get(ITEMS + "?limit=1&filter=code%3D%27" + bad + "%27"));
      refused(door.get(ITEMS + "/" + bad));
      refused(door.get(ITEMS + "?f=" + bad));
      refused(door.get(ITEMS + "?" + bad + "=1"));
      for (String path :
          List.of(ITEMS + "?x=1&", "/wms?", "/wfs?", "/wmts?", "/tiles/zones.json?x&")) {
        refused(door.get(path + "lang=" + bad));
        refused(door.get(path + bad + "=1"));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/ogc/collections/..%2f..%2f..%2fetc%2fpasswd",
        "/ogc/collections/subzones/items/..%2f..%2fetc%2fpasswd",
        "/ogc/collections/%2e%2e/%2e%2e/etc/passwd",
        "/ogc/collections/..%252f..%252fetc%252fpasswd",
        "/ogc/collections/subzones;x=..%2f/items",
        "/ogc/collections/..%5c..%5cwindows/items"
      })
  void s11NamesAreNoFiles(String path) {
    refused(door.get(path));
  }

  @Test
  void s12s13s14s15NoXmlIsEverRead() throws Exception {
    try (Canary canary = new Canary()) {
      String doctype =
          "<!DOCTYPE x [<!ENTITY xxe SYSTEM \"file:///etc/passwd\"><!ENTITY w SYSTEM \"%s\">]>"
              .formatted(canary.address());
      String body =
          doctype
              + "<wfs:Transaction xmlns:wfs='http://www.opengis.net/wfs/2.0'"
              + " xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' xsi:schemaLocation='x "
              + canary.address()
              + "'>&xxe;&w;</wfs:Transaction>";
      for (String type :
          List.of("application/xml", "application/gml+xml", "application/geo+json")) {
        refused(door.post(ITEMS, type, body));
        refused(door.post(ITEMS, type, body.getBytes(StandardCharsets.UTF_16)));
      }
      problem(items.filtered(doctype + "<Filter>&xxe;</Filter>"), 400);
      assertThat(canary.calls()).isZero();
    }
    within(
        5_000,
        () ->
            refused(door.post(ITEMS, "application/xml", "<x a='" + "y".repeat(10 << 20) + "'/>")));
  }

  @Test
  void s16NoAddressIsEverCalled() throws Exception {
    try (Canary canary = new Canary()) {
      for (String address :
          List.of(
              canary.address(), "file:///etc/passwd", "gopher://127.0.0.1/", "http://[::1]/x")) {
        for (String parameter :
            List.of("crs", "bbox-crs", "filter-crs", "profile", "schema", "url")) {
          problem(door.get(ITEMS + "?bbox=1,2,3,4&" + parameter + "=" + encoded(address)), 400);
        }
        assertThat(items.filtered("code = '" + address + "'").status()).isEqualTo(200);
      }
      assertThat(canary.calls()).isZero();
    }
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
    for (String path : List.of(ITEMS, "/ogc/collections/draft_subzones/items")) {
      within(
          3_000, () -> refused(door.postPacked(path, "application/geo+json", bomb.toByteArray())));
      refused(door.post(path, "application/geo+json", new byte[9 << 20]));
    }
  }

  @Test
  void s29NoParameterMakesAnotherAddressOfTheSameAnswer() {
    for (String query :
        List.of("x=1", "_=123", "utm_source=x", "token=x", "LIMIT=1", "limit=1&limit=1")) {
      problem(door.get(ITEMS + "?" + query), 400);
      problem(door.get("/ogc/collections?" + query), 400);
    }
  }

  @Test
  void s32NulAndStrangeLettersAreRefusedOrData() {
    for (String bad : List.of("%00", "a%00b", "%c0%af", "%ef%bf%bf", "%ff")) {
      refused(door.get(ITEMS + "/" + bad));
      refused(door.get("/ogc/collections/" + bad));
      Answer filter = door.get(ITEMS + "?filter=code%3D%27" + bad + "%27");
      assertThat(filter.status()).as(bad).isIn(200, 400);
      harmless(filter);
      harmless(door.get(ITEMS + "?code=" + bad));
    }
    String marks = "a" + "\u0301".repeat(3_000) + "\u202e\u2066";
    within(
        4_000,
        () -> {
          harmless(items.filtered("ACCENTI(name_vi) = ACCENTI('" + marks + "')"));
          harmless(door.get(ITEMS + "?code=" + encoded(marks)));
        });
  }

  @Test
  void s33WhatStaffWarmedIsNotToldToOthers() {
    DraftFeatures draft = new DraftFeatures(port, accounts);
    try {
      String items = DraftFeatures.ITEMS + "?plan_id=" + draft.plan;
      problem(door.get(items), 404);
      var staff = draft.desk.get(draft.an, items);
      assertThat(staff.status()).isEqualTo(200);
      assertThat(staff.raw().headers().firstValue("Cache-Control").orElse("")).contains("private");
      assertThat(staff.raw().headers().allValues("Vary").toString()).contains("Authorization");
      problem(door.get(items), 404);
      problem(door.get(items, "If-None-Match", staff.etag()), 404);
      problem(door.get(items, "If-None-Match", "*"), 404);
      problem(door.send("OPTIONS", DraftFeatures.ITEMS), 404, 401, 403);
      assertThat(draft.desk.get(draft.an, items).json().path("features").size()).isPositive();
    } finally {
      draft.withdraw();
    }
  }

  @Test
  void s34WhatIsHiddenIsUnknown() {
    for (String hidden :
        List.of("tax_code", "firm_id", "floor_power_left", "geom_z11", "label_3857")) {
      problem(door.get(ITEMS + "?" + hidden + "=1"), 400);
      problem(door.get(ITEMS + "?sortby=" + hidden), 400);
      problem(door.get(ITEMS + "?properties=" + hidden), 400);
      Answer known = items.filtered(hidden + " = '1'");
      problem(known, 400);
      assertThat(known.text().replace(hidden, "?"))
          .isEqualTo(items.filtered("nosuchthing = '1'").text().replace("nosuchthing", "?"));
    }
  }
}
