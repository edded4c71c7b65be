package vn.khuxuong.maps.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.khuxuong.geo.Crs;
import vn.khuxuong.maps.layer.Field;
import vn.khuxuong.maps.layer.FieldType;
import vn.khuxuong.maps.layer.Layer;
import vn.khuxuong.maps.layer.LayerCatalogue;
import vn.khuxuong.maps.layer.Text;
import vn.khuxuong.maps.query.FeatureQuery;
import vn.khuxuong.maps.query.SortKey;
import vn.khuxuong.platform.problem.ProblemException;

class ItemsRequestTest {

  private static final Layer SUBZONES =
      new LayerCatalogue(Path.of("maps/layers"), layer -> List.of()).get("subzones");

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "2026-11-24, 2026-11-24, 2026-11-24",
        "2026-11-24T16:59:59Z, 2026-11-24, 2026-11-24",
        "2026-11-24T17:00:00Z, 2026-11-25, 2026-11-25",
        "2026-11-24t17:00:00.5z, 2026-11-25, 2026-11-25",
        "2026-11-24T23:30:00+07:00, 2026-11-24, 2026-11-24",
        "2026-01-01/2026-02-01, 2026-01-01, 2026-02-01",
        "../2026-02-01, -, 2026-02-01",
        "/2026-02-01, -, 2026-02-01",
        "2026-01-01/.., 2026-01-01, -",
        "2026-01-01/, 2026-01-01, -",
        "../.., -, -"
      })
  void readsDatesMomentsAndIntervalsAsDaysOfTheCity(String text, LocalDate first, LocalDate last) {
    assertThat(Interval.parse(text)).isEqualTo(new Interval(first, last));
  }

  @Test
  void readsFiltersAsTheTypeOfTheirField() {
    FeatureQuery query =
        read(Map.of("zone_code", "PVH", "plan_version", "1", "limit", "7", "crs", "EPSG:9210"))
            .query();

    assertThat(query.filter().canonical()).isEqualTo("(plan_version = 1 AND zone_code = 'PVH')");
    assertThat(query.limit()).isEqualTo(7);
    assertThat(query.crs()).isEqualTo(Crs.EPSG_9210);
    assertThat(query.fields()).isEqualTo(SUBZONES.fields());
    assertThat(query.shapes()).isTrue();
  }

  @Test
  void everyConditionIsPartOfOneFilter() {
    FeatureQuery query =
        read(Map.of(
                "bbox", "106,10,107,11",
                "datetime", "2026-01-01/..",
                "land_use", "ROAD",
                "id", "7",
                "filter", "far > 2 OR phase = 1"))
            .query();

    assertThat(query.filter().canonical())
        .isEqualTo(
            "((far > 2 OR phase = 1)"
                + " AND S_INTERSECTS(geom,POLYGON((106 10,106 11,107 11,107 10,106 10)))"
                + " AND T_INTERSECTS(INTERVAL(valid_from,'..'),INTERVAL('2026-01-01','..'))"
                + " AND id = 7 AND land_use = 'ROAD')");
    assertThat(query.on()).isNull();
    assertThat(read(Map.of("datetime", "2026-01-01")).query().on())
        .isEqualTo(LocalDate.of(2026, 1, 1));
  }

  @Test
  void westBeyondEastIsTwoBoxes() {
    assertThat(read(Map.of("bbox", "177,65,-177,70")).query().filter().canonical())
        .contains("MULTIPOLYGON");
  }

  @Test
  void readsOrderSelectionAndStart() {
    FeatureQuery query =
        read(Map.of(
                "sortby", " land_use,-area_m2,id",
                "properties", "code,area_m2",
                "offset", "100000"))
            .query();

    assertThat(query.sort())
        .containsExactly(
            new SortKey("land_use", FieldType.STRING, false),
            new SortKey("area_m2", FieldType.NUMBER, true),
            new SortKey("id", FieldType.INTEGER, false));
    assertThat(query.fields()).extracting(Field::name).containsExactly("code", "area_m2");
    assertThat(query.shapes()).as("a shape is a property that may be selected").isFalse();
    assertThat(query.start()).isEqualTo(new FeatureQuery.Start.Offset(100_000));
    assertThat(read(Map.of("properties", "code,geometry")).query().shapes()).isTrue();
    assertThat(read(Map.of("skipGeometry", "true")).query().shapes()).isFalse();
  }

  @Test
  void pagesHaveALimitAndFilesHaveNone() {
    assertThat(read(Map.of()).query().limit()).isEqualTo(100);
    assertThat(read(Map.of("limit", "1000000000000")).query().limit()).isEqualTo(10_000);
    Parameters none = Parameters.read(Map.of(), Set.of());
    assertThat(ItemsRequest.read(SUBZONES, none, Format.FLATGEOBUF).query().limit())
        .isEqualTo(FeatureQuery.NO_LIMIT);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sortby|nosuch",
        "sortby|code,code",
        "sortby|-name;select pg_sleep(9)",
        "sortby|code,",
        "sortby|++code",
        "properties|code,nosuch",
        "properties|exec(java.lang.Runtime.getRuntime())",
        "offset|100001",
        "offset|1000000000",
        "offset|-1",
        "offset|1e3",
        "offset|99999999999999999999999",
        "limit|0",
        "limit|-1",
        "limit|unlimited",
        "resultType|all",
        "skipGeometry|yes",
        "filter|nosuch = 1",
        "filter|code =",
        "filter-lang|ecql",
        "filter-crs|EPSG:1",
        "datetime|2025-02-30",
        "datetime|2025-01-01') OR 1=1--",
        "area_m2|abc",
        "area_m2|NaN",
        "plan_version|1.5",
        "valid_from|yesterday",
        "bbox|1,2,3",
        "bbox|NaN,1,2,3"
      })
  void refusesWhatCannotBeMeant(String name, String value) {
    assertThatThrownBy(() -> read(Map.of(name, value)))
        .isInstanceOfSatisfying(
            ProblemException.class,
            refusal -> assertThat(refusal.members()).containsEntry("field", name));
  }

  @Test
  void fieldKeptFromTheAskerIsNoParameterNoPropertyAndNoColumnOfTheStatement() {
    List<Field> fields = new ArrayList<>(SUBZONES.fields());
    fields.add(
        new Field(
            "owner_tax_code",
            FieldType.STRING,
            new Text("Mã số thuế", "Tax code"),
            null,
            Map.of(),
            Set.of("OFFICER"),
            true));
    Layer whole =
        new Layer(
            SUBZONES.id(),
            SUBZONES.title(),
            SUBZONES.description(),
            SUBZONES.view(),
            SUBZONES.now(),
            SUBZONES.key(),
            SUBZONES.geometry(),
            fields,
            SUBZONES.zoom(),
            SUBZONES.scale(),
            SUBZONES.style(),
            SUBZONES.label(),
            SUBZONES.time(),
            SUBZONES.floor(),
            SUBZONES.order(),
            SUBZONES.roles(),
            SUBZONES.editable(),
            SUBZONES.dataStatus(),
            SUBZONES.licence(),
            SUBZONES.attribution());
    Layer forPublic = whole.visibleTo(Set.of());
    Layer forOfficer = whole.visibleTo(Set.of("OFFICER"));

    assertThat(ItemsRequest.parameters(forPublic)).doesNotContain("owner_tax_code");
    assertThat(ItemsRequest.parameters(forOfficer)).contains("owner_tax_code");
    assertThat(FeatureQuery.all(forPublic).fields())
        .extracting(Field::name)
        .doesNotContain("owner_tax_code");
    assertThat(FeatureQuery.all(forOfficer).fields())
        .extracting(Field::name)
        .contains("owner_tax_code");
    for (String parameter : List.of("filter", "sortby", "properties")) {
      String wording = parameter.equals("filter") ? "%s = '1'" : "%s";
      assertThatThrownBy(() -> refused(forPublic, parameter, wording.formatted("owner_tax_code")))
          .isInstanceOfSatisfying(
              ProblemException.class,
              refusal ->
                  assertThatThrownBy(
                          () -> refused(forPublic, parameter, wording.formatted("nosuch_tax_xx")))
                      .hasMessage(refusal.getMessage().replace("owner_tax_code", "nosuch_tax_xx")));
    }
    Map<String, String[]> hidden = Map.of("owner_tax_code", new String[] {"0312345678"});
    Map<String, String[]> unknown = Map.of("nosuch_tax_xx", new String[] {"0312345678"});
    assertThatThrownBy(() -> Parameters.read(hidden, ItemsRequest.parameters(forPublic)))
        .isInstanceOfSatisfying(
            ProblemException.class,
            refusal ->
                assertThatThrownBy(
                        () -> Parameters.read(unknown, ItemsRequest.parameters(forPublic)))
                    .hasMessage(refusal.getMessage().replace("owner_tax_code", "nosuch_tax_xx")));
  }

  private static void refused(Layer layer, String name, String value) {
    Parameters given = Parameters.read(Map.of(name, new String[] {value}), Set.of(name));
    ItemsRequest.read(layer, given, Format.JSON);
  }

  private static ItemsRequest read(Map<String, String> values) {
    Map<String, String[]> given = new LinkedHashMap<>();
    values.forEach((name, value) -> given.put(name, new String[] {value}));
    Parameters parameters = Parameters.read(given, ItemsRequest.parameters(SUBZONES));
    return ItemsRequest.read(SUBZONES, parameters, Format.JSON);
  }
}
