package vn.khuxuong.maps.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.khuxuong.geo.AxisOrder;
import vn.khuxuong.geo.Crs;
import vn.khuxuong.maps.layer.Layer;

/** What cannot be read, does not exist or is too large is refused in words, and at once. */
class FilterRefusalTest {

  private static final Layer SUBZONES = FilterLayers.subzones();

  private static FilterRefusal refusal(String text) {
    FilterRefusal refusal =
        catchThrowableOfType(FilterRefusal.class, () -> FilterReader.cql2Text(text, SUBZONES));
    assertThat(refusal).as(text).isNotNull();
    assertThat(refusal.vi()).isNotBlank().doesNotContain("Exception");
    return refusal;
  }

  private static FilterRefusal jsonRefusal(String json) {
    FilterRefusal refusal =
        catchThrowableOfType(FilterRefusal.class, () -> FilterReader.cql2Json(json, SUBZONES));
    assertThat(refusal).as(json).isNotNull();
    return refusal;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '§',
      value = {
        "code = |ends too early",
        "code|A condition is needed",
        "code = 'a' AND|ends too early",
        "code = 'a' 'b'|out of place",
        "code = 'a|does not end",
        "\"code = 'a'|does not end",
        "(code = 'a'|“)” is missing",
        "code = 'a')|out of place",
        "code ~ 'a'|means nothing here",
        "code = 'a'; drop table zones|out of place",
        "code == 'a'|out of place",
        "code = 'a' -- comment|Unknown property “comment”",
        "code LIKE name_vi|must be followed by a pattern",
        "area_m2 LIKE '1%'|A text is needed here, not a number",
        "code BETWEEN 'a' AND 'b'|BETWEEN is for numbers and dates",
        "code IN ()|out of place",
        "code = 5|A text cannot be compared with a number",
        "area_m2 = '5'|A number cannot be compared with a text",
        "valid_from > '2025-01-01'|A date cannot be compared with a text",
        "valid_from > 5|A date cannot be compared with a number",
        "code + 1 = 2|A number is needed here, not a text",
        "CASEI(area_m2) = 'a'|A text is needed here, not a number",
        "nosuch = 5|Unknown property “nosuch”",
        "exec(java.lang.Runtime.getRuntime(),'id') = 1|no function “exec”",
        "exec(1) = 1|no function “exec”",
        "A_CONTAINS(code, ('a')) |no function “A_CONTAINS”",
        "valid_from > DATE('2025-02-30')|is no date",
        "valid_from > DATE(2025)|out of place",
        "T_AFTER(valid_from, 5)|A date, an interval or a property",
        "T_AFTER(code, DATE('2025-01-01'))|A date, an interval or a property",
        "T_DURING(valid_from, INTERVAL('2025-02-01','2025-01-01'))|ends before it begins",
        "S_INTERSECTS(code, POINT(1 1))|needs two shapes",
        "S_INTERSECTS(geom)|“,” is missing",
        "S_NEAR(geom, POINT(1 1))|no function “S_NEAR”",
        "S_INTERSECTS(geom, POINT(NaN 1))|finite",
        "S_INTERSECTS(geom, POINT(1 Infinity))|finite",
        "S_INTERSECTS(geom, POINT(1 1e999))|finite",
        "S_INTERSECTS(geom, POINT(1e300 1))|leaves the area of CRS:84",
        "S_INTERSECTS(geom, POINT(1))|no well-known text",
        "S_INTERSECTS(geom, POINT(1 2)|“)” is missing",
        "S_INTERSECTS(geom, POLYGON((1 1, 2 2, 1 1)))|at least four points",
        "S_INTERSECTS(geom, POLYGON((0 0, 1 0, 1 1, 0 1)))|not closed",
        "S_INTERSECTS(geom, POLYGON((0 0, 1 1, 1 0, 0 1, 0 0)))|crosses itself",
        "S_INTERSECTS(geom, LINESTRING(0 0))|no well-known text",
        "S_INTERSECTS(geom, POLYGON EMPTY)|Unknown property",
        "S_INTERSECTS(geom, BBOX(1,2,3))|four or six",
        "S_INTERSECTS(geom, BBOX(1,2,3,4,5,6,7))|out of place",
        "S_INTERSECTS(geom, BBOX(1,2,NaN,4))|out of place",
        "S_INTERSECTS(geom, BBOX(1,5,2,4))|minimum above its maximum",
        "S_INTERSECTS(geom, BBOX(1,2,1e999,4))|not a number",
        "S_INTERSECTS(geom, GEOMETRYCOLLECTION(GEOMETRYCOLLECTION(POINT(1 1))))|must not hold",
        "area_m2 > 1e101|too large",
        "area_m2 > 1e999999999|too large",
        "area_m2 > 1e99999999999|not a number",
        "area_m2 > 1e-101|too small"
      })
  void saysWhatIsWrong(String text, String why) {
    assertThat(refusal(text).en()).contains(why);
  }

  @Test
  void tellsThePlaceOfTheFault() {
    assertThat(refusal("code = 'a' AND nosuch = 1").position()).isEqualTo(15);
    assertThat(refusal("code = 'a' AND AND").position()).isEqualTo(15);
    assertThat(refusal("code = 'a' ~").position()).isEqualTo(11);
  }

  @Test
  void aHiddenPropertyIsUnknownInTheSameWords() {
    Layer open = FilterLayers.withSecret().visibleTo(java.util.Set.of());
    FilterRefusal hidden =
        catchThrowableOfType(
            FilterRefusal.class, () -> FilterReader.cql2Text("owner_tax_code = '1'", open));
    FilterRefusal absent = refusal("owner_tax_kode = '1'");
    assertThat(hidden.en()).isEqualTo(absent.en().replace("kode", "code"));
    assertThat(hidden.vi()).isEqualTo(absent.vi().replace("kode", "code"));
    assertThat(
            FilterReader.cql2Text(
                    "owner_tax_code = '1'",
                    FilterLayers.withSecret().visibleTo(java.util.Set.of("OFFICER")))
                .canonical())
        .isEqualTo("owner_tax_code = '1'");
  }

  @ParameterizedTest
  @ValueSource(ints = {65, 1_600, 80_000})
  void deepNestingIsRefusedHoweverItIsWritten(int depth) {
    assertThat(refusal("(".repeat(depth) + "code = 'a'" + ")".repeat(depth)).en())
        .contains("nested too deep");
    assertThat(refusal("NOT ".repeat(depth) + "code = 'a'").en()).contains("nested too deep");
    assertThat(refusal("area_m2 > " + "-".repeat(depth) + "1").en()).contains("nested too deep");
    assertThat(refusal("area_m2 > " + "(".repeat(depth) + "1" + ")".repeat(depth)).en())
        .contains("nested too deep");
    assertThat(refusal("CASEI(".repeat(depth) + "code").en()).contains("nested too deep");
    if (depth < 10_000) {
      String open = "{\"op\":\"and\",\"args\":[true,";
      assertThat(jsonRefusal(open.repeat(depth) + "true" + "]}".repeat(depth)).en())
          .contains("nested too deep");
      String not = "{\"op\":\"not\",\"args\":[";
      assertThat(jsonRefusal(not.repeat(depth) + "true" + "]}".repeat(depth)).en())
          .contains("nested too deep");
      assertThat(fesRefusal("<Not>".repeat(depth) + "</Not>".repeat(depth)).en())
          .contains("nested too deep");
    }
    String shape = "(".repeat(depth) + "1 1" + ")".repeat(depth);
    assertThat(refusal("S_INTERSECTS(geom, POLYGON" + shape + ")").en())
        .contains("too many parentheses");
  }

  @Test
  void manyPartsAreRefused() {
    String many =
        IntStream.range(0, 400)
            .mapToObj(i -> "code = 'a" + i + "'")
            .collect(Collectors.joining(" OR "));
    assertThat(refusal(many).en()).contains("too many parts");
    String sum = "area_m2 > " + "1+".repeat(600) + "1";
    assertThat(refusal(sum).en()).contains("too many parts");
    String json =
        IntStream.range(0, 400)
            .mapToObj(i -> "{\"op\":\"=\",\"args\":[{\"property\":\"code\"},\"a\"]}")
            .collect(Collectors.joining(",", "{\"op\":\"or\",\"args\":[", "]}"));
    assertThat(jsonRefusal(json).en()).contains("too many parts");
  }

  @Test
  void listsHoldAThousandValues() {
    String thousand =
        IntStream.range(0, 1000).mapToObj(i -> "'" + i + "'").collect(Collectors.joining(","));
    assertThat(FilterReader.cql2Text("code IN (" + thousand + ")", SUBZONES)).isNotNull();
    assertThat(refusal("code IN (" + thousand + ",'x')").en()).contains("list is too long");
  }

  @Test
  void shapesHoldTenThousandVertices() {
    String ring =
        IntStream.rangeClosed(0, 10_000)
            .mapToObj(i -> Math.cos(i % 10_000 / 1591.55) + " " + Math.sin(i % 10_000 / 1591.55))
            .collect(Collectors.joining(","));
    assertThat(refusal("S_INTERSECTS(geom, POLYGON((" + ring + ")))").en())
        .contains("too many vertices");
    String half =
        IntStream.range(0, 6_000)
            .mapToObj(i -> "1 " + i / 1e4)
            .collect(Collectors.joining(",", "(", ")"));
    assertThat(
            refusal(
                    "S_INTERSECTS(geom, LINESTRING"
                        + half
                        + ") OR S_INTERSECTS(geom, LINESTRING"
                        + half
                        + ")")
                .en())
        .as("all shapes of a filter count together")
        .contains("too many vertices");
  }

  @Test
  void lengthAndNulAreRefusedBeforeAnythingIsRead() {
    assertThat(refusal("code = '" + "a".repeat(Limits.LENGTH) + "'").en()).contains("too long");
    assertThat(refusal("code = 'a\0'").en()).contains("NUL");
    assertThat(jsonRefusal("{\"op\":\"=\",\"args\":[{\"property\":\"code\"},\"a\\u0000\"]}").en())
        .contains("NUL");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '§',
      value = {
        "{|not valid JSON",
        "[1]|not understood",
        "null|not understood",
        "{\"op\":\"=\"}|wrong number of arguments",
        "{\"op\":\"=\",\"args\":[1]}|wrong number of arguments",
        "{\"op\":\"and\",\"args\":[true]}|wrong number of arguments",
        "{\"op\":5,\"args\":[true]}|not understood",
        "{\"op\":\"exec\",\"args\":[1]}|no function “exec”",
        "{\"op\":\"=\",\"args\":[{\"property\":\"nosuch\"},1]}|Unknown property “nosuch”",
        "{\"op\":\"=\",\"op\":\"=\",\"args\":[1,1]}|not valid JSON",
        "{\"op\":\"=\",\"args\":[{\"property\":\"area_m2\"},NaN]}|not valid JSON",
        "{\"op\":\"=\",\"args\":[{\"property\":\"area_m2\"},1e999]}|too large",
        "{\"op\":\"s_intersects\",\"args\":[{\"property\":\"geom\"},{\"type\":\"Point\",\"coordinates\":[1]}]}|at"
            + " least two numbers",
        "{\"op\":\"s_intersects\",\"args\":[{\"property\":\"geom\"},{\"bbox\":[1,2,3]}]}"
            + "|wrong number of arguments",
        "{\"op\":\"s_intersects\",\"args\":[{\"property\":\"geom\"},{\"type\":\"Circle\"}]}"
            + "|Circle"
      })
  void refusesJsonThatIsNoFilter(String json, String why) {
    assertThat(jsonRefusal(json).en()).contains(why);
  }

  private static FilterRefusal fesRefusal(String content) {
    String xml = "<Filter xmlns=\"http://www.opengis.net/fes/2.0\">" + content + "</Filter>";
    return xmlRefusal(xml);
  }

  private static FilterRefusal xmlRefusal(String xml) {
    FilterRefusal refusal =
        catchThrowableOfType(
            FilterRefusal.class,
            () -> FilterReader.fes(xml, SUBZONES, Crs.CRS84, AxisOrder.GML_SHORT));
    assertThat(refusal).as(xml).isNotNull();
    return refusal;
  }

  @Test
  void refusesXmlWithADocumentTypeOrEntities() {
    String filter =
        "<Filter><PropertyIsEqualTo><ValueReference>code</ValueReference>"
            + "<Literal>&xxe;</Literal></PropertyIsEqualTo></Filter>";
    String dtd = "<!DOCTYPE f [<!ENTITY xxe SYSTEM \"file:///etc/passwd\">]>";
    assertThat(xmlRefusal(dtd + filter).en()).contains("DOCTYPE").doesNotContain("root:");
    assertThat(xmlRefusal(filter).en()).contains("not well-formed");
    String lol = "<!DOCTYPE l [<!ENTITY a \"aaaa\"><!ENTITY xxe \"&a;&a;&a;&a;\">]>" + filter;
    assertThat(xmlRefusal(lol).en()).contains("DOCTYPE");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '§',
      value = {
        "|exactly one condition",
        "<Nonsense/>|Element “Nonsense”",
        "<And/>|is empty",
        "<PropertyIsEqualTo><ValueReference>nosuch</ValueReference><Literal>1</Literal>"
            + "</PropertyIsEqualTo>|Unknown property “nosuch”",
        "<PropertyIsEqualTo><Function name='exec'/><Literal>1</Literal></PropertyIsEqualTo>"
            + "|no function “exec”",
        "<PropertyIsEqualTo><ValueReference>area_m2</ValueReference><Literal>a</Literal>"
            + "</PropertyIsEqualTo>|not a number",
        "<PropertyIsLike wildCard='**'><ValueReference>code</ValueReference><Literal>a</Literal>"
            + "</PropertyIsLike>|must be one character",
        "<Intersects><ValueReference>geom</ValueReference>"
            + "<Point srsName='EPSG:1'><pos>1 2</pos></Point></Intersects>|Unknown coordinate",
        "<Intersects><ValueReference>geom</ValueReference><Point><pos>1"
            + " x</pos></Point></Intersects>|not a number"
      })
  void refusesXmlThatIsNoFilter(String content, String why) {
    assertThat(fesRefusal(content == null ? "" : content).en()).contains(why);
  }
}
