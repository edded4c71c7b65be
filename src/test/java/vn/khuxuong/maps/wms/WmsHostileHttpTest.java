package vn.khuxuong.maps.wms;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.khuxuong.maps.Door.encoded;
import static vn.khuxuong.maps.wms.HostileMap.MAP;
import static vn.khuxuong.maps.wms.HostileMap.harmless;
import static vn.khuxuong.maps.wms.HostileMap.refused;

import java.io.ByteArrayOutputStream;
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
import vn.khuxuong.maps.ZoneOperator;
import vn.khuxuong.platform.security.Accounts;
import vn.khuxuong.platform.security.Role;
import vn.khuxuong.zoning.PlanDesk;

/**
 * The rows of the list of known attacks that touch what the map service reads, runs, calls and
 * tells, each by its number.
 */
@KhuxuongTest
class WmsHostileHttpTest {
  private static final List<String> PARAMETERS =
      List.of(
          "layers",
          "styles",
          "crs",
          "bbox",
          "width",
          "height",
          "format",
          "bgcolor",
          "time",
          "asof",
          "dim_floor",
          "featureid",
          "cql_filter",
          "filter",
          "dpi",
          "request",
          "service",
          "exceptions");

  @LocalServerPort private int port;
  @Autowired private JdbcClient jdbc;
  @Autowired private Accounts accounts;
  private Door door;

  @BeforeEach
  void open() {
    door = new Door(port);
  }

  @Test
  void s6ObjectsOfJavaAreNotRead() {
    byte[] object = {(byte) 0xac, (byte) 0xed, 0, 5, 's', 'r'};
    Answer answer = door.post("/wms", "application/x-java-serialized-object", object);
    assertThat(answer.status()).isEqualTo(415);
    harmless(answer);
  }

  @Test
  void s7StoredTextIsNeverRun() throws InterruptedException {
    String before = ZoneOperator.rename(jdbc, "<img src=x onerror=alert(1)>{{7*7}}");
    try {
      for (String type : List.of("text/html", "text/plain", "application/json")) {
        Answer answer =
            door.get(
                MAP.replace("subzones", "zones")
                        .replace("GetMap", "GetFeatureInfo")
                        .replace("106.48,10.78,106.52,10.82", "106,10,107.5,11.5")
                        .replace("256", "5")
                    + "&query_layers=zones&i=2&j=2&featureid=zones.HP&info_format="
                    + type);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).startsWith(type);
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        if (type.equals("text/html")) {
          assertThat(answer.text()).contains("&lt;img").doesNotContain("<img");
        }
      }
    } finally {
      ZoneOperator.rename(jdbc, before);
    }
  }

  @Test
  void s8WhatClientsSendIsEscapedWherever() {
    for (String parameter : PARAMETERS) {
      for (String bad :
          List.of("<script>alert(1)</script>", "\"><svg onload=alert(1)>", "--><script>")) {
        String query = parameter + "=" + encoded(bad);
        String asked = (MAP + "&").replaceAll("(?i)([?&])" + parameter + "=[^&]*&", "$1") + query;
        Answer answer = door.get(asked);
        assertThat(answer.status()).as(asked).isIn(200, 400);
        harmless(answer);
      }
    }
    Answer viewer = door.get(MAP.replace("image/png", "application/openlayers"));
    refused(viewer, 400);
  }

  @Test
  void s10LinesOfHeadersCannotBeMade() {
    Answer answer = door.get(MAP + "&exceptions=XML&layers=x%0d%0aX-Evil:1&bgcolor=%0d%0a");
    assertThat(answer.header("X-Evil")).isEmpty();
    harmless(answer);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"../../etc/passwd", "..%2f..%2fetc%2fpasswd", "/etc/passwd", "default/../../x"})
  void s11StylesAreNoFiles(String style) {
    refused(door.get(MAP.replace("styles=", "styles=" + encoded(style))), 400);
    assertThat(door.get(MAP + "&map=/tmp/x.map").status()).isEqualTo(200);
  }

  @Test
  void s12StylesInBodiesAreNotParsed() throws Exception {
    try (Canary canary = new Canary()) {
      String body =
          "<?xml version='1.0'?><!DOCTYPE x [<!ENTITY xxe SYSTEM \"file:///etc/passwd\">"
              + "<!ENTITY web SYSTEM \""
              + canary.address()
              + "\">]><StyledLayerDescriptor><NamedLayer><Name>&xxe;&web;</Name></NamedLayer>"
              + "</StyledLayerDescriptor>";
      for (String type :
          List.of("application/vnd.ogc.sld+xml", "text/xml", "application/xml", "text/plain")) {
        Answer answer = door.post(MAP, type, body);
        refused(answer, 415);
      }
      assertThat(canary.calls()).isZero();
    }
  }

  @Test
  void s13SchemasOfBodiesAreNotFetched() throws Exception {
    try (Canary canary = new Canary()) {
      String body =
          "<GetMap xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' xsi:schemaLocation='x "
              + canary.address()
              + "'/>";
      refused(door.post("/wms", "text/xml", body), 415);
      assertThat(canary.calls()).isZero();
    }
  }

  @Test
  void s14OtherEncodingsAreNotParsedEither() {
    String body =
        "<?xml version='1.0' encoding='UTF-16'?><!DOCTYPE x SYSTEM 'jar:file:///x!/y'><x/>";
    refused(door.post("/wms", "text/xml", body.getBytes(StandardCharsets.UTF_16)), 415);
  }

  @Test
  void s15EntityBombsCostNothing() {
    StringBuilder bomb = new StringBuilder("<!DOCTYPE b [<!ENTITY a0 'ha'>");
    for (int i = 1; i < 30; i++) {
      bomb.append("<!ENTITY a").append(i).append(" '&a").append(i - 1).append(";&a").append(i - 1);
      bomb.append(";'>");
    }
    bomb.append("]><GetMap>&a29;</GetMap>");
    long start = System.nanoTime();
    refused(door.post("/wms", "application/xml", bomb.toString()), 415);
    String filter =
        bomb.toString().replace("<GetMap>", "<Filter>").replace("</GetMap>", "</Filter>");
    refused(door.get(MAP + "&filter=" + encoded(filter)), 400);
    assertThat((System.nanoTime() - start) / 1_000_000).isLessThan(5_000);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://169.254.169.254/latest",
        "http://127.0.0.1:5432",
        "http://[::1]/x.sld",
        "http://2130706433/",
        "file:///etc/passwd",
        "gopher://127.0.0.1/"
      })
  void s16NoAddressIsEverCalled(String address) {
    for (String parameter : List.of("sld", "remote_ows_url")) {
      refused(door.get(MAP + "&" + parameter + "=" + encoded(address)), 400);
    }
    refused(
        door.get(
            "/wms?service=WMS&request=GetLegendGraphic&layer=zones&format=image/png&sld="
                + encoded(address)),
        400);
  }

  @Test
  void s16TheCanaryIsNotCalled() throws Exception {
    try (Canary canary = new Canary()) {
      refused(door.get(MAP + "&sld=" + encoded(canary.address())), 400);
      refused(
          door.get(MAP + "&remote_ows_type=WFS&remote_ows_url=" + encoded(canary.address())), 400);
      String external =
          "<StyledLayerDescriptor><ExternalGraphic><OnlineResource xlink:href='"
              + canary.address()
              + "'/></ExternalGraphic></StyledLayerDescriptor>";
      refused(door.get(MAP + "&sld_body=" + encoded(external)), 400);
      assertThat(canary.calls()).isZero();
    }
  }

  @Test
  void s24StylesOfClientsAreRefusedWhateverIsInThem() {
    String sld =
        "<StyledLayerDescriptor version='1.1.0'><NamedLayer><Name>subzones</Name><UserStyle>"
            + "<FeatureTypeStyle><Rule><ElseFilter/></Rule></FeatureTypeStyle></UserStyle>"
            + "</NamedLayer></StyledLayerDescriptor>";
    refused(door.get(MAP + "&sld_body=" + encoded(sld)), 400);
    assertThat(door.get(MAP).status()).isEqualTo(200);
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
    for (String type : List.of("application/x-www-form-urlencoded", "text/xml")) {
      Answer answer = door.postPacked("/wms", type, bomb.toByteArray());
      assertThat(answer.status()).as(type).isBetween(400, 499);
      harmless(answer);
    }
  }

  @Test
  void s29StrayParametersMakeNoOtherPictures() {
    String tag = door.get(MAP).header("ETag");
    for (int i = 0; i < 20; i++) {
      Answer known = door.get(MAP + "&x" + i + "=" + i, "If-None-Match", tag);
      assertThat(known.status()).as("nothing is drawn for it").isEqualTo(304);
    }
  }

  @Test
  void s33WhatStaffWarmedIsNotToldToOthers() {
    PlanDesk desk = new PlanDesk(port, accounts);
    String planner = desk.person(Role.PLANNER);
    for (String path :
        List.of(
            MAP.replace("layers=subzones", "layers=draft_subzones"),
            MAP.replace("layers=subzones", "layers=subzones,draft_subzones"),
            "/wms?service=WMS&request=GetLegendGraphic&format=image/png&layer=draft_subzones")) {
      refused(door.get(path), 400);
      PlanDesk.Answer staff = desk.get(planner, path);
      assertThat(staff.status()).isEqualTo(200);
      assertThat(staff.header("Cache-Control")).contains("private");
      assertThat(staff.raw().headers().allValues("Vary").toString()).contains("Authorization");
      refused(door.get(path, "If-None-Match", staff.etag()), 400);
    }
    byte[] open = door.get(MAP).bytes();
    desk.get(planner, MAP);
    assertThat(door.get(MAP).bytes()).isEqualTo(open);
  }

  @Test
  void s31LegendsNeverReadData() {
    String legend = "/wms?service=WMS&request=GetLegendGraphic&format=image/png&layer=";
    for (String layer : List.of("bays", "subzones", "zones")) {
      door.get(legend + layer);
      long start = System.nanoTime();
      assertThat(door.get(legend + layer).status()).isEqualTo(200);
      assertThat((System.nanoTime() - start) / 1_000_000).as(layer).isLessThan(300);
    }
    refused(door.get(legend + "bays&width=100000"), 400);
    refused(door.get(legend + "bays&rule=" + encoded("<script>")), 400);
  }

  @Test
  void s32NulAndOverlongLettersAreRefusedOrData() {
    for (String bad : List.of("%00", "%c0%af", "a%00b", "%ef%bf%bf")) {
      Answer layer = door.get(MAP.replace("layers=subzones", "layers=" + bad));
      assertThat(layer.status()).as(bad).isEqualTo(400);
      Answer filter = door.get(MAP + "&cql_filter=" + encoded("code='") + bad + encoded("'"));
      assertThat(filter.status()).as(bad).isIn(200, 400);
      harmless(filter);
      Answer id = door.get(MAP + "&featureid=zones." + bad);
      assertThat(id.status()).as(bad).isIn(200, 400);
    }
  }

  @Test
  void s34HiddenLayersAreUnknown() {
    Answer hidden = door.get(MAP.replace("layers=subzones", "layers=draft_subzones"));
    Answer absent = door.get(MAP.replace("layers=subzones", "layers=draft_subzonez"));
    refused(hidden, 400);
    assertThat(hidden.text().replace("draft_subzones", "?"))
        .isEqualTo(absent.text().replace("draft_subzonez", "?"));
  }
}
