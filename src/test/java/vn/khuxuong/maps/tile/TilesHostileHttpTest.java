package vn.khuxuong.maps.tile;

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
import vn.khuxuong.maps.OgcSchemas;
import vn.khuxuong.platform.security.Accounts;
import vn.khuxuong.platform.security.Role;
import vn.khuxuong.zoning.PlanDesk;

/** The rows of the list of known attacks that touch tiles of all kinds, each by its number. */
@KhuxuongTest
class TilesHostileHttpTest {
  private static final String TILE = "/tiles/subzones/13/6519/3848.mvt";
  private static final String WMTS =
      "/wmts?service=WMTS&version=1.0.0&request=GetTile&layer=subzones&style=default"
          + "&tilematrixset=WebMercatorQuad&tilematrix=13&tilerow=3848&tilecol=6519"
          + "&format=image/png";
  private static final String EXEC = "exec(java.lang.Runtime.getRuntime(),'id')";
  private static final String SCRIPT = "\"--><script>alert(1)</script>";

  /** The same tile through every door, ready for parameters. */
  private static final List<String> DOORS =
      List.of(
          TILE + "?",
          "/tiles/subzones/13/6519/3848.png?",
          "/tiles/subzones.json?",
          "/ogc/collections/subzones/tiles/WebMercatorQuad/13/3848/6519?f=mvt&",
          "/ogc/collections/subzones/map/tiles/WebMercatorQuad/13/3848/6519?f=png&",
          "/ogc/tiles/WebMercatorQuad/13/3848/6519?f=mvt&collections=subzones&");

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
    assertThat(door.get(TILE).status()).isEqualTo(200);
    assertThat(door.get(WMTS).status()).isEqualTo(200);
  }

  /** An exception report that gives nothing away. */
  private static void report(Answer answer, Integer... statuses) {
    assertThat(answer.status()).as(answer.text()).isIn((Object[]) statuses);
    assertThat(answer.header("Content-Type")).startsWith("application/xml");
    assertThat(answer.header("ETag")).isEmpty();
    assertThat(OgcSchemas.faults(answer.bytes(), "ows/1.1.0/owsExceptionReport.xsd")).isEmpty();
    harmless(answer);
  }

  private static String wmts(String parameter, String value) {
    return (WMTS + "&").replaceAll("(?i)([?&])" + parameter + "=[^&]*&", "$1")
        + parameter
        + "="
        + encoded(value);
  }

  @Test
  void s1NamesOfPropertiesAreNeverEvaluated() {
    for (String path : DOORS) {
      problem(door.get(path + "filter=" + encoded(EXEC + "='x'")), 400);
      problem(door.get(path + encoded(EXEC) + "=1"), 400);
      problem(door.get(path + "properties=" + encoded(EXEC)), 400);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"code = 'x'' OR ''1''=''1'", "code = 'x''y'", "code IN ('a'');drop table x;--')"})
  void s2LiteralsAreData(String filter) {
    assertThat(door.get(TILE + "?filter=" + encoded(filter)).status()).isEqualTo(204);
    byte[] none = door.get("/tiles/subzones/13/6519/3848.png?filter=" + encoded("1=2")).bytes();
    assertThat(door.get("/tiles/subzones/13/6519/3848.png?filter=" + encoded(filter)).bytes())
        .isEqualTo(none);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2025-01-01') OR 1=1--", "2025-01-01;drop table x", "1;drop"})
  void s3TimesAndStoreysAreRead(String value) {
    for (String path : DOORS) {
      for (String parameter : List.of("datetime", "asOf", "floor", "subset")) {
        problem(door.get(path + parameter + "=" + encoded(value)), 400);
      }
    }
    report(door.get(wmts("time", value)), 400);
    report(door.get(wmts("floor", value)), 400);
  }

  @Test
  void s4s5NamesAreNoSqlAndFunctionsAreUnknown() {
    within(
        6_000,
        () -> {
          for (String path : DOORS) {
            problem(door.get(path + "filter=" + encoded("pg_sleep(9)=1")), 400);
            problem(door.get(path + "filter=true&filter-crs=" + encoded("EPSG:9210);--")), 400);
          }
          problem(door.get("/tiles/" + encoded("subzones;drop table x") + "/3/0/0.mvt"), 400, 404);
          report(door.get(wmts("tilematrixset", "x;drop table y")), 400);
          report(door.get(wmts("layer", "subzones\";drop table x")), 400);
        });
  }

  @Test
  void s6s12s13s14s15BodiesAreNotRead() throws Exception {
    try (Canary canary = new Canary()) {
      String body =
          "<!DOCTYPE x [<!ENTITY w SYSTEM '" + canary.address() + "'>]><GetTile>&w;</GetTile>";
      for (String path : List.of("/wmts", TILE, "/tiles/subzones.json", "/ogc/tiles")) {
        refused(door.post(path, "text/xml", body));
        refused(door.post(path, "application/x-java-serialized-object", body));
      }
      assertThat(canary.calls()).isZero();
    }
  }

  @Test
  void s8s10WhatClientsSendIsEscapedWherever() {
    for (String bad : List.of(SCRIPT, "><svg onload=alert(1)>", "x\r\nX-Evil: 1")) {
      for (String parameter :
          List.of(
              "service",
              "version",
              "request",
              "layer",
              "style",
              "format",
              "tilematrixset",
              "tilematrix",
              "tilerow",
              "tilecol",
              "time",
              "floor")) {
        report(door.get(wmts(parameter, bad)), 400);
      }
      for (String path : DOORS) {
        for (String parameter : List.of("filter", "datetime", "f", "floor", "asOf", "styles")) {
          Answer answer = door.get(path + parameter + "=" + encoded(bad));
          assertThat(answer.status()).as(path + parameter).isIn(400, 404, 200);
          harmless(answer);
        }
      }
      refused(door.get("/tiles/" + encoded(bad) + "/3/0/0.mvt"));
      refused(door.get("/tiles/zones/3/0/" + encoded(bad)));
      refused(door.get("/tiles/" + encoded(bad) + ".json"));
      refused(door.get("/ogc/collections/subzones/tiles/" + encoded(bad) + "?f=html"));
      refused(door.get("/wmts/1.0.0/" + encoded(bad) + "/default/WebMercatorQuad/3/0/0.png"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/tiles/..%2f..%2fetc%2fpasswd/3/0/0.mvt",
        "/tiles/..%2f..%2fetc%2fpasswd.json",
        "/tiles/zones/3/0/..%2f..%2f..%2fetc%2fpasswd",
        "/tiles/zones/v/..%2f..%2fx/3/0/0.mvt",
        "/tiles/subzones/3/0/0.png?styles=..%2f..%2fetc%2fpasswd",
        "/ogc/collections/subzones/styles/..%2f..%2fetc%2fpasswd/map/tiles",
        "/wmts/1.0.0/subzones/..%2f..%2fetc%2fpasswd/WebMercatorQuad/3/0/0.png",
        "/wmts/1.0.0/%2e%2e/%2e%2e/etc/passwd"
      })
  void s11NamesAreNoFiles(String path) {
    refused(door.get(path));
  }

  @Test
  void s16NoAddressIsEverCalled() throws Exception {
    try (Canary canary = new Canary()) {
      for (String path : DOORS) {
        for (String parameter : List.of("filter-crs", "styles", "url", "collections")) {
          refused(door.get(path + "filter=true&" + parameter + "=" + encoded(canary.address())));
        }
      }
      report(door.get(wmts("style", canary.address())), 400);
      assertThat(canary.calls()).isZero();
    }
  }

  @Test
  void s18s20s22s23FiltersWithoutSenseOrBoundAreRefused() {
    within(
        15_000,
        () -> {
          for (String path : DOORS) {
            for (String filter :
                List.of(
                    "S_INTERSECTS(geometry, POINT(NaN 1))",
                    "S_INTERSECTS(geometry, POLYGON((0 0,1 1,0 0)))",
                    "(".repeat(1_600) + "code='a'" + ")".repeat(1_600),
                    "NOT ".repeat(1_600) + "code='a'",
                    "code='a'" + " OR code='b'".repeat(1_600),
                    "code IN ('a'" + ",'b'".repeat(4_000) + ")")) {
              problem(door.get(path + "filter=" + encoded(filter)), 400);
            }
          }
          refused(door.get(TILE + "?filter=" + "x".repeat(200_000)));
        });
  }

  @Test
  void s21ManyLayersAreRefusedAndDuplicatesCostNothing() {
    within(
        6_000,
        () -> {
          problem(door.get("/tiles/" + "a,".repeat(10_000) + "a/3/0/0.mvt"), 400, 404);
          StringBuilder different = new StringBuilder("a");
          for (int i = 0; i < 7_000; i++) {
            different.append(",a").append(i);
          }
          problem(door.get("/tiles/" + different + "/3/0/0.mvt"), 400);
          problem(door.get("/tiles/" + different + ".json"), 400);
          refused(
              door.get(
                  "/ogc/tiles/WebMercatorQuad/13/3848/6519?f=mvt&collections="
                      + "a,".repeat(10_000)
                      + "a"));
          report(door.get(WMTS.replace("layer=subzones", "layer=" + "a,".repeat(9_000))), 400);
        });
    byte[] once = door.get(TILE).bytes();
    assertThat(door.get(TILE.replace("subzones", "subzones,subzones,subzones")).bytes())
        .isEqualTo(once);
  }

  @Test
  void s26TilesOutsideOfTheirMatrixAreRefused() {
    for (String place :
        List.of(
            "99/0/0",
            "-1/0/0",
            "3/-1/0",
            "3/8/0",
            "3/0/8",
            "3/NaN/0",
            "3/0/NaN",
            "3/1e1/0",
            "3/0x1/0",
            "99999999999999999999/0/0",
            "3/99999999999999999999/0",
            "3/%2b1/0",
            "3/%d9%a1/0")) {
      for (String format : List.of("mvt", "png", "jpg")) {
        problem(door.get("/tiles/zones/" + place + "." + format), 400, 404);
      }
      for (String kind : List.of("tiles", "map/tiles")) {
        problem(
            door.get("/ogc/collections/zones/" + kind + "/WebMercatorQuad/" + place),
            400,
            404,
            406);
      }
      String[] parts = place.split("/", -1);
      report(
          door.get(
              WMTS.replaceAll("tilematrix=13", "tilematrix=" + parts[0])
                  .replaceAll("tilecol=6519", "tilecol=" + parts[1])
                  .replaceAll("tilerow=3848", "tilerow=" + parts[2])),
          400);
      refused(door.get("/wmts/1.0.0/zones/default/WebMercatorQuad/" + place + ".png"));
    }
    within(
        8_000,
        () -> {
          for (String layer : List.of("zones", "subzones", "bays")) {
            assertThat(door.get("/tiles/" + layer + "/0/0/0.png").status()).isEqualTo(200);
            assertThat(door.get("/tiles/" + layer + "/0/0/0.mvt").status()).isIn(200, 204);
          }
        });
  }

  @Test
  void s29NoParameterMakesAnotherAddressOfTheSameTile() {
    for (String path : DOORS) {
      for (String query : List.of("x=1", "_=1", "FILTER=true", "floor=1&floor=1", "v=2")) {
        problem(door.get(path + query), 400);
      }
    }
  }

  @Test
  void s32NulAndStrangeLettersAreRefusedOrData() {
    for (String bad : List.of("%00", "a%00b", "%c0%af", "%ef%bf%bf", "%ff")) {
      refused(door.get("/tiles/" + bad + "/3/0/0.mvt"));
      refused(door.get("/wmts/1.0.0/" + bad + "/default/WebMercatorQuad/3/0/0.png"));
      report(door.get(WMTS.replace("layer=subzones", "layer=" + bad)), 400);
      for (String path : DOORS) {
        Answer answer = door.get(path + "filter=code%3D%27" + bad + "%27");
        assertThat(answer.status()).as(path + bad).isIn(200, 204, 400);
        harmless(answer);
      }
    }
  }

  @Test
  void s33s34WhatStaffWarmedIsNotToldToOthers() {
    PlanDesk desk = new PlanDesk(port, accounts);
    String planner = desk.person(Role.PLANNER);
    for (String path :
        List.of(
            "/tiles/%s/9/407/240.mvt",
            "/tiles/%s/9/407/240.png",
            "/tiles/subzones,%s/9/407/240.png",
            "/tiles/%s.json",
            "/ogc/collections/%s/map/tiles/WebMercatorQuad",
            "/wmts/1.0.0/%s/default/WebMercatorQuad/9/240/407.png")) {
      String hidden = path.formatted("draft_subzones");
      Answer before = door.get(hidden);
      assertThat(before.status()).as(path).isIn(400, 404);
      PlanDesk.Answer staff = desk.get(planner, hidden);
      assertThat(staff.status()).as(path).isIn(200, 204);
      assertThat(staff.raw().headers().firstValue("Cache-Control").orElse(""))
          .as(path)
          .contains("private");
      assertThat(staff.raw().headers().allValues("Vary").toString()).contains("Authorization");
      Answer after = door.get(hidden, "If-None-Match", staff.etag());
      assertThat(after.status()).as(path).isEqualTo(before.status());
      assertThat(after.text()).isEqualTo(before.text());
      assertThat(after.text().replace("draft_subzones", "?"))
          .isEqualTo(
              door.get(path.formatted("draft_subzonez")).text().replace("draft_subzonez", "?"));
      assertThat(desk.get(planner, hidden).status()).as(path).isIn(200, 204);
    }
  }
}
