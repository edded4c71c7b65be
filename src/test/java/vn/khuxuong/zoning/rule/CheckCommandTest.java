package vn.khuxuong.zoning.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import vn.khuxuong.geo.Crs;
import vn.khuxuong.geo.GeoJson;
import vn.khuxuong.geo.ShapeRules;

/** {@code khu check} as people and scripts meet it: what it prints and how it ends. */
class CheckCommandTest {
  private static final Path MAPS = Path.of("maps");
  private static final String PLAN = "maps/plans/PVH-1.geojson";

  @TempDir private Path folder;

  private record Outcome(int exitCode, String out, String err) {
    JsonNode json() {
      return GeoJson.parse(out);
    }
  }

  private static Outcome check(String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int exitCode =
        CheckCommand.run(
            List.of(args),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            MAPS);
    return new Outcome(
        exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private String file(String name, Object content) throws IOException {
    return Files.writeString(folder.resolve(name), content.toString()).toString();
  }

  private static ObjectNode plan() throws IOException {
    return (ObjectNode) GeoJson.parse(Files.readString(Path.of(PLAN)));
  }

  private static ObjectNode properties(ObjectNode plan, String code) {
    for (JsonNode feature : plan.path("features")) {
      if (feature.path("id").asString("").equals(code)) {
        return (ObjectNode) feature.path("properties");
      }
    }
    throw new AssertionError(code);
  }

  @Test
  void seededPlanIsNotBlocked() {
    Outcome outcome = check(PLAN, "--zone", "PVH", "--on", "2026-11-25");
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.exitCode()).isZero();
    assertThat(outcome.out())
        .contains("Pham Van Hai", "TOPOLOGY", "blocking 0", "LAND-USE BALANCE", "667.9645")
        .endsWith("Nothing blocks.\n");
  }

  @Test
  void speaksVietnamese() {
    Outcome outcome = check(PLAN, "--zone", "PVH", "--lang", "vi");
    assertThat(outcome.out())
        .contains("Khu công nghiệp Phạm Văn Hai", "HÌNH HỌC", "yêu cầu ≥ 10 %", "667,9645")
        .endsWith("Không có gì chặn đồ án.\n");
  }

  @Test
  void jsonIsAFeatureCollectionWithRulesAndBalance() {
    JsonNode json = check(PLAN, "--zone", "pvh", "--on", "2026-11-25", "--json").json();
    assertThat(json.path("type").asString()).isEqualTo("FeatureCollection");
    assertThat(json.path("judgedOn").asString()).isEqualTo("2026-11-25");
    assertThat(json.path("ruleSetSha256").asString())
        .isEqualTo(RuleBook.read(MAPS.resolve("rules")).sha256());
    assertThat(json.path("balance").path("total").path("areaM2").asLong()).isEqualTo(6_679_645);
    assertThat(json.path("summary").path("blocks").asBoolean()).isFalse();
    assertThat(json.path("summary").path("rules").path("fail").asInt()).isZero();
    JsonNode density =
        json.path("rules")
            .valueStream()
            .filter(rule -> rule.path("ruleId").asString().equals("plot-density"))
            .findFirst()
            .orElseThrow();
    assertThat(density.path("status").asString()).isEqualTo("pass");
    assertThat(density.path("effect").asString()).isEqualTo("BLOCKS");
    assertThat(density.path("validFrom").asString()).isEqualTo("2021-07-05");
    assertThat(density.path("source").path("confirmed").asBoolean()).isTrue();
  }

  @Test
  void aBrokenRuleEndsWithOne() throws IOException {
    ObjectNode plan = plan();
    properties(plan, "CN-01").put("maxDensityPct", 75);
    Outcome outcome = check(file("dense.geojson", plan), "--zone", "PVH", "--json");
    assertThat(outcome.exitCode()).isEqualTo(1);
    assertThat(outcome.json().path("summary").path("blockingRules").asInt()).isEqualTo(1);
    Outcome text = check(file("dense.geojson", plan), "--zone", "PVH");
    assertThat(text.out())
        .containsPattern("BLOCKS +plot-density")
        .contains("75 %, allowed ≤ 70 %", "BLOCKED: 0 topology findings, 1 rules");
  }

  @Test
  void aSubzoneLeftOutIsAGapOnTheMap() throws IOException {
    ObjectNode plan = plan();
    ((ArrayNode) plan.path("features")).remove(0);
    Outcome outcome = check(file("gap.geojson", plan), "--zone", "PVH", "--json");
    assertThat(outcome.exitCode()).isEqualTo(1);
    JsonNode gap = outcome.json().path("features").path(0);
    assertThat(gap.path("properties").path("code").asString()).isEqualTo("GAP");
    assertThat(gap.path("properties").path("areaM2").asDouble()).isCloseTo(275_360, within(1.0));
    assertThat(gap.path("properties").path("messageVi").asString()).contains("Khoảng hở");
    assertThat(GeoJson.readGeometry(gap, ShapeRules.vietnam(Crs.CRS84)).getNumPoints())
        .isGreaterThan(10);
    assertThat(outcome.json().path("balance").path("unplannedM2").asLong()).isEqualTo(275_360);
  }

  @Test
  void anyFileOfPolygonsIsACoverage() throws IOException {
    String squares =
        """
        {"type": "FeatureCollection",
         "crs": {"type": "name", "properties": {"name": "EPSG:9210"}},
         "features": [
          {"type": "Feature", "id": 1, "properties": {"name": "Một"}, "geometry":
           {"type": "Polygon", "coordinates": [[[600000,1190000],[600100,1190000],
            [600100,1190100],[600000,1190100],[600000,1190000]]]}},
          {"type": "Feature", "id": 2, "properties": {"name": "Hai"}, "geometry":
           {"type": "Polygon", "coordinates": [[[600090,1190000],[600200,1190000],
            [600200,1190100],[600090,1190100],[600090,1190000]]]}}]}
        """;
    Outcome outcome = check(file("squares.geojson", squares), "--json");
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.exitCode()).isEqualTo(1);
    JsonNode overlap = outcome.json().path("features").path(0).path("properties");
    assertThat(overlap.path("code").asString()).isEqualTo("OVERLAP");
    assertThat(overlap.path("areaM2").asDouble()).isCloseTo(1000, within(0.01));
    assertThat(overlap.path("widthM").asDouble()).isCloseTo(10, within(0.1));
    assertThat(overlap.path("subjects").toString()).isEqualTo("[\"1\",\"2\"]");
    assertThat(overlap.path("messageEn").asString()).contains("Một", "Hai");
    assertThat(outcome.json().path("rules").isEmpty()).isTrue();
    Outcome apart = check(file("apart.geojson", squares.replace("600090", "600100")));
    assertThat(apart.exitCode()).as(apart.out()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        " | no file",
        "maps/plans/PVH-1.geojson | --zone CODE for a plan, or --crs EPSG:9210",
        "maps/plans/PVH-1.geojson --zone | --zone needs a value",
        "maps/plans/PVH-1.geojson --zone XX | There is no zone of code “XX”. Use one of: TT, TB,",
        "maps/plans/PVH-1.geojson --zone TB | zone is “PVH”, not TB",
        "maps/plans/PVH-1.geojson --zone PVH --on tomorrow | must be a date such as",
        "maps/plans/PVH-1.geojson --zone PVH --crs EPSG:9210 | leave --crs out",
        "maps/plans/PVH-1.geojson --zone PVH --rule-set x | must be one of [qcxdvn-2008]",
        "maps/plans/PVH-1.geojson --zone PVH --lang fr | --lang must be vi or en",
        "maps/plans/PVH-1.geojson --zone PVH --maps pom.xml | rules: cannot be read",
        "maps/plans/PVH-1.geojson --crs EPSG:4326 | must be a projected VN-2000 system",
        "maps/plans/PVH-1.geojson --crs 9210x | Unknown coordinate reference system",
        "maps/plans/none.geojson --zone PVH | no such file: maps/plans/none.geojson",
        "maps/plans --zone PVH | is a directory",
        "pom.xml --zone PVH | Not valid JSON (line 1",
        "a.geojson b.geojson | one file only",
        "--frobnicate | unknown option '--frobnicate'"
      })
  void badUsageOrInputEndsWithTwoAndOneLine(String args, String message) {
    Outcome outcome = check(args == null ? new String[0] : args.split(" "));
    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err()).startsWith("khu check: ").contains(message);
    assertThat(outcome.err().lines()).hasSize(1);
  }

  @Test
  void explainsItself() {
    assertThat(check("--help").exitCode()).isZero();
    assertThat(check("--help").out()).contains("--zone CODE", "--crs EPSG:N", "exit code");
  }
}
