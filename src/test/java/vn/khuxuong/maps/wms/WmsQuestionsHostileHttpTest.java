package vn.khuxuong.maps.wms;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.khuxuong.maps.Door.encoded;
import static vn.khuxuong.maps.wms.HostileMap.MAP;
import static vn.khuxuong.maps.wms.HostileMap.harmless;
import static vn.khuxuong.maps.wms.HostileMap.refused;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.khuxuong.KhuxuongTest;
import vn.khuxuong.maps.Door;
import vn.khuxuong.maps.Door.Answer;

/**
 * The rows of the list of known attacks that touch what one may ask of the map service: names,
 * literals, times, shapes, boxes, and how large all that may be. Each by its number.
 */
@KhuxuongTest
class WmsQuestionsHostileHttpTest {
  @LocalServerPort private int port;
  private Door door;

  @BeforeEach
  void open() {
    door = new Door(port);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "exec(java.lang.Runtime.getRuntime(),'id')='x'",
        "exec(java.lang.Runtime.getRuntime(),'id')",
        "T(java.lang.Runtime)='x'",
        "tax_code='x'"
      })
  void s1NamesOfPropertiesAreNeverEvaluated(String filter) {
    refused(door.get(MAP + "&cql_filter=" + encoded(filter)), 400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "name_vi LIKE '*'' OR 1=1--'",
        "code = 'x''y'",
        "code = 'x'' OR ''1''=''1'",
        "code IN ('a'');drop table x;--')"
      })
  void s2LiteralsAreData(String filter) {
    Answer answer = door.get(MAP + "&transparent=true&cql_filter=" + encoded(filter));
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    byte[] none = door.get(MAP + "&transparent=true&cql_filter=EXCLUDE").bytes();
    assertThat(answer.bytes()).isEqualTo(none);
  }

  @Test
  void s2NamesOfFeaturesAreData() {
    byte[] none = door.get(MAP + "&transparent=true&cql_filter=EXCLUDE").bytes();
    String id = encoded("subzones.1' OR '1'='1");
    assertThat(door.get(MAP + "&transparent=true&featureid=" + id).bytes()).isEqualTo(none);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "time=2025-01-01') OR 1=1--",
        "time=2025-01-01;drop table x",
        "dim_floor=1;drop",
        "dim_floor=1 or 1=1",
        "asof=2025-01-01' --"
      })
  void s3TimesAndStoreysAreRead(String dimension) {
    String[] parts = dimension.split("=", 2);
    refused(door.get(MAP + "&" + parts[0] + "=" + encoded(parts[1])), 400);
  }

  @Test
  void s4NamesAreNoSql() {
    refused(door.get(MAP.replace("CRS:84", encoded("EPSG:9210);--"))), 400);
    refused(
        door.get(MAP.replace("layers=subzones", "layers=" + encoded("subzones;drop table x"))),
        400);
  }

  @Test
  void s5FunctionsAreUnknown() {
    String fes =
        "<Filter xmlns='http://www.opengis.net/fes/2.0'><PropertyIsEqualTo>"
            + "<Function name='ras:Jiffle'><Literal>x</Literal></Function><Literal>1</Literal>"
            + "</PropertyIsEqualTo></Filter>";
    refused(door.get(MAP + "&filter=" + encoded(fes)), 400);
    refused(door.get(MAP + "&cql_filter=" + encoded("jiffle('x')=1")), 400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "INTERSECTS(geom, POINT(NaN 1))",
        "INTERSECTS(geom, POINT(1e309 1))",
        "INTERSECTS(geom, POLYGON((0 0,1 1,0 0)))",
        "INTERSECTS(geom, POLYGON((0 0,1 1,1 0,0 1,0 0)))",
        "BBOX(geom, 1, 1, 0, 0)"
      })
  void s18ShapesWithoutSenseAreRefused(String filter) {
    refused(door.get(MAP + "&cql_filter=" + encoded(filter)), 400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "width=100000&height=100000",
        "width=-1&height=256",
        "width=4097&height=4096",
        "width=256&height=256&dpi=100000",
        "width=256&height=256&format_options=dpi:99999",
        "width=2147483648&height=1",
        "width=1e3&height=1"
      })
  void s19SizesAreJudgedBeforeAnyWork(String size) {
    long start = System.nanoTime();
    refused(door.get(MAP.replace("width=256&height=256", size)), 400);
    Answer picture =
        door.get(MAP.replace("width=256&height=256", size) + "&exceptions=INIMAGE&layers=x");
    assertThat(picture.bytes().length).isLessThan(100_000);
    assertThat((System.nanoTime() - start) / 1_000_000).isLessThan(2_000);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "106.5,10.8,106.5,10.8",
        "106.6,10.9,106.5,10.8",
        "NaN,NaN,NaN,NaN",
        "Infinity,0,1,1",
        "1e308,1e308,1e309,1e309",
        "106.5,10.8,106.6",
        ",,,",
        "0x1,0,2,2"
      })
  void s20BoxesWithoutSenseAreRefused(String box) {
    refused(door.get(MAP.replace("106.48,10.78,106.52,10.82", encoded(box))), 400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0,0,1e-300,1e-300",
        "106.5,10.8,106.500000000000014,10.800000000000002",
        "-1e307,-1e307,1e307,1e307",
        "-180,-90,180,90",
        "500,500,501,501"
      })
  void s20BoxesWithoutGroundAreEmptyPictures(String box) {
    Answer answer = door.get(MAP.replace("106.48,10.78,106.52,10.82", encoded(box)));
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).startsWith("image/png");
  }

  @Test
  void s21ManyLayersAreRefusedAndDuplicatesCostLittle() {
    String many = "subzones,".repeat(10_000);
    String form =
        MAP.substring(MAP.indexOf('?') + 1).replace("layers=subzones", "layers=" + many + "zones");
    long start = System.nanoTime();
    refused(door.post("/wms", "application/x-www-form-urlencoded", form), 400);
    assertThat((System.nanoTime() - start) / 1_000_000).isLessThan(2_000);
    String roots = String.join(",", IntStream.range(0, 32).mapToObj(i -> "khuxuong").toList());
    refused(door.get(MAP.replace("layers=subzones", "layers=" + roots)), 400);
    String same = String.join(",", IntStream.range(0, 32).mapToObj(i -> "subzones").toList());
    Answer answer = door.get(MAP.replace("layers=subzones", "layers=" + same));
    assertThat(answer.status()).isEqualTo(200);
  }

  private Answer filtered(String filter) {
    String form = MAP.substring(MAP.indexOf('?') + 1) + "&cql_filter=" + encoded(filter);
    return door.post("/wms", "application/x-www-form-urlencoded", form);
  }

  @Test
  void s22DeepFiltersAreRefused() {
    refused(filtered("(".repeat(1_600) + "code='a'" + ")".repeat(1_600)), 400);
    refused(filtered("NOT ".repeat(500) + "code='a'"), 400);
    refused(filtered("code='a'" + " OR code='b'".repeat(5_000)), 400);
    Answer wide = filtered("code='a'" + " OR code='b'".repeat(200));
    assertThat(wide.status()).as(wide.text()).isEqualTo(200);
  }

  @Test
  void s23ListsAndShapesOfAnySizeAreRefusedQuickly() {
    long start = System.nanoTime();
    refused(filtered("code IN ('a'" + ",'b'".repeat(200_000) + ")"), 400);
    refused(filtered("INTERSECTS(geom, POLYGON((" + "0 0,".repeat(400_000) + "0 0)))"), 400);
    assertThat((System.nanoTime() - start) / 1_000_000).isLessThan(5_000);
    Answer like = filtered("name_vi LIKE '%_%_%_%_%_%_%_%_%_%'");
    assertThat(like.status()).as(like.text()).isEqualTo(200);
  }

  @Test
  void s25NumbersOfFeaturesAreBounded() {
    String info =
        MAP.replace("GetMap", "GetFeatureInfo")
            + "&query_layers=subzones&i=128&j=128&info_format=application/json&feature_count=";
    for (String bad : List.of("-1", "x", "99999999999999999999")) {
      Answer answer = door.get(info + bad);
      assertThat(answer.status()).as(bad).isIn(200, 400);
      harmless(answer);
    }
    Answer many = door.get(info + "1000000000");
    assertThat(many.status()).isIn(200, 400);
    assertThat(many.bytes().length).isLessThan(1_000_000);
  }
}
