package vn.khuxuong.maps.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
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
import vn.khuxuong.platform.problem.ProblemException;

class ItemsQueryTest {

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
  void cursorComesBackAsItWent() {
    for (String key : List.of("TT-A", "Đ-1", "17")) {
      assertThat(Cursor.parse(new Cursor(key).text(), FieldType.STRING)).isEqualTo(new Cursor(key));
    }
    String text = new Cursor("TT-A").text();
    assertThatThrownBy(() -> Cursor.parse(text, FieldType.INTEGER))
        .isInstanceOf(ProblemException.class);
  }

  @Test
  void readsFiltersAsTheTypeOfTheirField() {
    ItemsQuery query =
        read(Map.of("zone_code", "PVH", "plan_version", "1", "limit", "7", "crs", "EPSG:9210"));

    assertThat(query.filters()).extracting(ItemsQuery.Equality::value).containsExactly("PVH", 1L);
    assertThat(query.limit()).isEqualTo(7);
    assertThat(query.crs()).isEqualTo(Crs.EPSG_9210);
    assertThat(query.boxes()).isEmpty();
  }

  @Test
  void westBeyondEastIsTwoBoxes() {
    assertThat(read(Map.of("bbox", "177,65,-177,70")).boxes()).hasSize(2);
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

    assertThat(ItemsQuery.parameters(forPublic)).doesNotContain("owner_tax_code");
    assertThat(ItemsQuery.parameters(forOfficer)).contains("owner_tax_code");
    assertThat(new FeatureSql(forPublic).feature(Crs.CRS84, true)).doesNotContain("owner_tax");
    assertThat(new FeatureSql(forOfficer).feature(Crs.CRS84, true)).contains("owner_tax");
    Map<String, String[]> hidden = Map.of("owner_tax_code", new String[] {"0312345678"});
    Map<String, String[]> unknown = Map.of("nosuch_tax_xx", new String[] {"0312345678"});
    assertThatThrownBy(() -> Parameters.read(hidden, ItemsQuery.parameters(forPublic)))
        .isInstanceOfSatisfying(
            ProblemException.class,
            refusal ->
                assertThatThrownBy(() -> Parameters.read(unknown, ItemsQuery.parameters(forPublic)))
                    .hasMessage(refusal.getMessage().replace("owner_tax_code", "nosuch_tax_xx")));
  }

  private static ItemsQuery read(Map<String, String> values) {
    java.util.Map<String, String[]> given = new java.util.LinkedHashMap<>();
    values.forEach((name, value) -> given.put(name, new String[] {value}));
    return ItemsQuery.read(SUBZONES, Parameters.read(given, ItemsQuery.parameters(SUBZONES)));
  }
}
