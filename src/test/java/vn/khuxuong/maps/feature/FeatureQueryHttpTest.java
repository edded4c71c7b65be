package vn.khuxuong.maps.feature;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import vn.khuxuong.KhuxuongTest;
import vn.khuxuong.maps.Door;
import vn.khuxuong.maps.Door.Answer;

/** Filtering, sorting, selecting, paging and counting at the items of a collection. */
@KhuxuongTest
class FeatureQueryHttpTest {

  private static final String SUBZONES = "/ogc/collections/subzones/items?";
  private static final String BAYS = "/ogc/collections/bays/items?";

  @LocalServerPort private int port;
  @Autowired private JdbcClient jdbc;

  private Door door;

  @BeforeEach
  void open() {
    door = new Door(port);
  }

  private JsonNode get(String path) {
    Answer answer = door.get(path);
    assertThat(answer.status()).as(path + "\n" + answer.text()).isEqualTo(200);
    return answer.json();
  }

  private static List<String> ids(JsonNode page) {
    List<String> ids = new ArrayList<>();
    page.get("features").forEach(feature -> ids.add(feature.get("id").asString()));
    return ids;
  }

  private long count(String condition) {
    return jdbc.sql("select count(*) from published.subzones where " + condition)
        .query(Long.class)
        .single();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '§',
      value = {
        "land_use = 'SUPPORT' AND area_m2 > 10000|land_use = 'SUPPORT' and area_m2 > 10000",
        "CASEI(ACCENTI(land_use_vi)) LIKE CASEI(ACCENTI('%dat%'))"
            + "|platform.fold(land_use_vi) like '%dat%'",
        "T_AFTER(valid_from, DATE('1999-01-01'))|true",
        "S_INTERSECTS(geom, BBOX(106,10,107,11))|true",
        "code = 'x'' OR ''1''=''1'|false"
      })
  void filtersByCql2Text(String cql2, String sql) {
    JsonNode page = get(SUBZONES + "filter=" + Door.encoded(cql2));
    assertThat(page.get("numberMatched").asLong()).isEqualTo(count(sql));
  }

  @Test
  void filtersByCql2JsonAndInAnotherSystem() {
    String json = "{\"op\":\"=\",\"args\":[{\"property\":\"land_use\"},\"SUPPORT\"]}";
    JsonNode page = get(SUBZONES + "filter-lang=cql2-json&filter=" + Door.encoded(json));
    assertThat(page.get("numberMatched").asLong()).isEqualTo(count("land_use = 'SUPPORT'"));
    String place =
        jdbc.sql(
                "select st_y(p) || ' ' || st_x(p) from (select"
                    + " st_transform(st_pointonsurface(geom), 4756) as p from published.subzones"
                    + " where land_use = 'SUPPORT' limit 1) x")
            .query(String.class)
            .single();
    String filter = Door.encoded("S_INTERSECTS(geom, POINT(" + place + "))");
    String crs = Door.encoded("http://www.opengis.net/def/crs/EPSG/0/4756");
    JsonNode found = get(SUBZONES + "filter-crs=" + crs + "&filter=" + filter);
    assertThat(found.get("numberMatched").asLong()).isEqualTo(1);
    assertThat(found.at("/features/0/properties/land_use").asString()).isEqualTo("SUPPORT");
  }

  @Test
  void filterAndParametersMustAllHold() {
    JsonNode page =
        get(SUBZONES + "land_use=SUPPORT&phase=1&filter=" + Door.encoded("area_m2 > 10000"));
    assertThat(page.get("numberMatched").asLong())
        .isEqualTo(count("land_use = 'SUPPORT' and phase = 1 and area_m2 > 10000"));
    String id = ids(page).get(0);
    assertThat(ids(get(SUBZONES + "id=" + id))).containsExactly(id);
  }

  @Test
  void refusalOfAFilterTellsThePlace() {
    Answer answer =
        door.get(SUBZONES + "lang=en&filter=" + Door.encoded("code = 'a' AND nosuch = 1"));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().get("detail").asString()).contains("Unknown property “nosuch”");
    assertThat(answer.json().get("field").asString()).isEqualTo("filter");
    assertThat(answer.json().get("position").asInt()).isEqualTo(15);
  }

  @Test
  void deepAndHugeFiltersAreRefusedAtOnce() {
    long start = System.nanoTime();
    String open = "{\"op\":\"and\",\"args\":[true,";
    String deep = open.repeat(600) + "true" + "]}".repeat(600);
    Answer answer = door.get(SUBZONES + "filter-lang=cql2-json&filter=" + Door.encoded(deep));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().get("type").asString()).isEqualTo("/problems/maps/bad-parameter");
    String list =
        IntStream.range(0, 1001).mapToObj(String::valueOf).collect(Collectors.joining(","));
    assertThat(
            door.get(SUBZONES + "filter=id%20IN%20(" + list + ")").json().get("detail").asString())
        .contains("1000");
    String huge = "S_INTERSECTS(geom,POLYGON((" + "1%201,".repeat(100_000) + "1%201)))";
    assertThat(door.get(SUBZONES + "filter=" + huge).status()).isBetween(400, 431);
    assertThat(System.nanoTime() - start).isLessThan(3_000_000_000L);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sortby=-area_m2",
        "sortby=%2Bland_use,-area_m2",
        "sortby=+land_use,-area_m2",
        "sortby=max_floors,-far,code",
        "sortby=-valid_from,-id",
        "sortby=-name_vi"
      })
  void pagesOfAnyOrderHoldEveryFeatureOnceAndInOrder(String sortby) {
    List<String> whole = ids(get(SUBZONES + sortby + "&limit=1000"));
    assertThat(new HashSet<>(whole)).hasSize(70).hasSameSizeAs(whole);
    for (int limit : List.of(1, 7, 69, 70)) {
      List<String> paged = new ArrayList<>();
      String next = SUBZONES + sortby + "&limit=" + limit;
      while (!next.isEmpty()) {
        JsonNode page = get(next);
        assertThat(page.get("numberMatched").asLong()).isEqualTo(70);
        paged.addAll(ids(page));
        next = next(page);
      }
      assertThat(paged).as(limit + " a page").isEqualTo(whole);
    }
  }

  private static String next(JsonNode page) {
    for (JsonNode link : page.get("links")) {
      if (link.get("rel").asString().equals("next")) {
        return link.get("href").asString();
      }
    }
    return "";
  }

  @Test
  void sortsByTheValuesThemselves() {
    List<Double> areas = new ArrayList<>();
    get(SUBZONES + "sortby=-area_m2&limit=1000")
        .get("features")
        .forEach(feature -> areas.add(feature.at("/properties/area_m2").asDouble()));
    assertThat(areas).isSortedAccordingTo(Comparator.reverseOrder());
    List<String> codes = new ArrayList<>();
    get(SUBZONES + "sortby=code&limit=1000")
        .get("features")
        .forEach(feature -> codes.add(feature.at("/properties/code").asString()));
    assertThat(codes).isSorted();
  }

  @Test
  void featuresWithoutAValueComeLastAndArePagedToo() {
    List<String> paged = new ArrayList<>();
    List<String> days = new ArrayList<>();
    String next = BAYS + "sortby=-free_from&limit=500&properties=free_from";
    while (!next.isEmpty()) {
      JsonNode page = get(next);
      paged.addAll(ids(page));
      page.get("features").forEach(f -> days.add(f.at("/properties/free_from").asString("none")));
      next = next(page);
    }
    long bays = jdbc.sql("select count(*) from published.bays").query(Long.class).single();
    assertThat(new HashSet<>(paged)).hasSize((int) bays).hasSameSizeAs(paged);
    List<String> known = days.stream().filter(day -> !day.equals("none")).toList();
    assertThat(known).isNotEmpty().isSortedAccordingTo(Comparator.reverseOrder());
    assertThat(days.subList(0, known.size())).doesNotContain("none");
  }

  @Test
  void selectsPropertiesAndShapes() {
    JsonNode page = get(SUBZONES + "properties=code,area_m2&limit=1");
    JsonNode feature = page.at("/features/0");
    assertThat(feature.get("properties").propertyNames())
        .containsExactlyInAnyOrder("code", "area_m2");
    assertThat(feature.get("geometry").isNull()).isTrue();
    assertThat(feature.has("id")).isTrue();
    JsonNode shaped = get(SUBZONES + "properties=code,geometry&limit=1").at("/features/0");
    assertThat(shaped.at("/geometry/type").asString()).isEqualTo("Polygon");
    JsonNode bare = get(SUBZONES + "skipGeometry=true&limit=1").at("/features/0");
    assertThat(bare.get("geometry").isNull()).isTrue();
    assertThat(bare.get("properties").size()).isGreaterThan(10);
    String one = "/ogc/collections/zones/items/PVH?properties=name_vi";
    assertThat(get(one).get("properties").propertyNames()).containsExactly("name_vi");
    assertThat(door.get("/ogc/collections/zones/items/PVH?properties=nosuch").status())
        .isEqualTo(400);
  }

  @Test
  void offsetLeadsToTheSameFeaturesAsTheCursorAndGoesOnWithOne() {
    List<String> whole = ids(get(SUBZONES + "limit=1000"));
    JsonNode page = get(SUBZONES + "offset=30&limit=20");
    assertThat(ids(page)).isEqualTo(whole.subList(30, 50));
    assertThat(page.get("numberMatched").asLong()).isEqualTo(70);
    String next = next(page);
    assertThat(next).contains("cursor=").doesNotContain("offset=");
    assertThat(ids(get(next))).isEqualTo(whole.subList(50, 70));
    JsonNode beyond = get(SUBZONES + "offset=500");
    assertThat(ids(beyond)).isEmpty();
    assertThat(beyond.get("numberMatched").asLong()).isEqualTo(70);
    Answer far = door.get(SUBZONES + "offset=1000000000&lang=en");
    assertThat(far.status()).isEqualTo(400);
    assertThat(far.json().get("remedy").asString()).contains("next");
  }

  @Test
  void countsAreExactAndMayBeAskedForAlone() {
    JsonNode hits = get(SUBZONES + "resultType=hits&filter=" + Door.encoded("area_m2 > 50000"));
    assertThat(hits.get("features").isEmpty()).isTrue();
    assertThat(hits.get("numberReturned").asLong()).isZero();
    assertThat(hits.get("numberMatched").asLong()).isEqualTo(count("area_m2 > 50000"));
    JsonNode page = get(SUBZONES + "limit=1&filter=" + Door.encoded("area_m2 > 50000"));
    assertThat(page.get("numberMatched").asLong()).isEqualTo(count("area_m2 > 50000"));
  }

  @Test
  void headersTellTheLinksAndTheCrs() {
    Answer answer = door.get(SUBZONES + "limit=5");
    List<String> links = answer.response().headers().allValues("Link");
    Set<String> rels =
        links.stream()
            .map(link -> link.replaceAll(".*rel=\"([a-z]+)\".*", "$1"))
            .collect(Collectors.toSet());
    assertThat(rels).containsExactlyInAnyOrder("self", "alternate", "next");
    assertThat(answer.header("Content-Crs"))
        .isEqualTo("<http://www.opengis.net/def/crs/OGC/1.3/CRS84>");
    assertThat(Long.parseLong(answer.header("Content-Length"))).isEqualTo(answer.bytes().length);
    Answer head = door.send("HEAD", SUBZONES + "limit=5");
    assertThat(head.status()).isEqualTo(200);
    assertThat(head.bytes()).isEmpty();
    assertThat(head.header("ETag")).isEqualTo(answer.header("ETag"));
    Answer foreign = door.get(SUBZONES + "limit=5", "Origin", "https://example.org");
    assertThat(foreign.header("Access-Control-Allow-Origin")).isEqualTo("*");
    assertThat(foreign.header("Access-Control-Expose-Headers"))
        .contains("ETag", "Link", "Content-Crs", "Location");
  }

  @Test
  void acceptIsHonouredOrRefused() {
    assertThat(door.get(SUBZONES, "Accept", "application/geo+json").header("Content-Type"))
        .isEqualTo("application/geo+json");
    assertThat(door.get(SUBZONES, "Accept", "application/fg+json").header("Content-Type"))
        .isEqualTo("application/fg+json");
    assertThat(door.get(SUBZONES, "Accept", "text/html,*/*;q=0.5").header("Content-Type"))
        .startsWith("text/html");
    assertThat(door.get(SUBZONES, "Accept", "image/png").status()).isEqualTo(406);
    assertThat(door.get(SUBZONES + "f=xml").status()).isEqualTo(400);
    assertThat(door.get(SUBZONES + "f=geojson").status()).isEqualTo(200);
  }
}
