package vn.khuxuong.maps.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.khuxuong.platform.problem.ProblemException;

class LayerCatalogueTest {

  private static final String KILNS =
      """
      id: kilns
      title: {vi: Lò gạch, en: Brick kilns}
      description: {vi: Lò gạch cũ., en: Old brick kilns.}
      view: kilns
      key: id
      geometry: {column: geom, column3857: geom_3857, type: Point, storageCrs: 4326}
      zoom: {min: 10, max: 18}
      style: kilns
      label: name
      order: 5
      dataStatus: OFFICIAL
      licence: {vi: Tự do, en: Free}
      attribution: {vi: Thị trấn, en: The town}
      fields:
        - {name: name, type: string, queryable: true, title: {vi: Tên, en: Name}}
        - {name: owner_tax_code, type: string, roles: [OFFICER], title: {vi: Mã số thuế, en: Tax code}}
      """;

  @TempDir private Path folder;

  @Test
  void readsEveryLayerFileOfTheProduct() {
    LayerCatalogue catalogue = new LayerCatalogue(Path.of("maps/layers"), layer -> List.of());

    assertThat(catalogue.layers())
        .extracting(Layer::id)
        .containsExactly(
            "zones",
            "conversions",
            "subzones",
            "plots",
            "buildings",
            "floors",
            "bays",
            "vacancies");
    Layer bays = catalogue.find("bays").orElseThrow();
    assertThat(bays.title()).isEqualTo(new Text("Khoang", "Bays"));
    assertThat(bays.floor()).isEqualTo("level");
    assertThat(bays.field("status").orElseThrow().values().keySet())
        .containsExactly("FREE", "SOON", "HELD", "OFFERED", "LET", "ENDING", "OUT");
    assertThat(catalogue.find("vacancies").orElseThrow().time())
        .isEqualTo(new Layer.Period("free_from", "free_until", false));
  }

  @Test
  void hidesFieldFromEverybodyWithoutItsRole() throws IOException {
    write("kilns.yaml", KILNS);
    LayerCatalogue catalogue = catalogue();

    assertThat(catalogue.get("kilns").field("owner_tax_code")).isEmpty();
    assertThat(catalogue.get("kilns", Set.of("PLANNER")).field("owner_tax_code")).isEmpty();
    assertThat(catalogue.get("kilns", Set.of("OFFICER")).field("owner_tax_code")).isPresent();
    assertThat(catalogue.get("kilns").field("name")).isPresent();
  }

  @Test
  void aLayerKeptToRolesDoesNotExistForOthers() throws IOException {
    write("kilns.yaml", KILNS + "roles: [PLANNER, ADMIN]\nschema: drafting\n");
    LayerCatalogue catalogue = catalogue();

    assertThat(catalogue.layers()).isEmpty();
    assertThat(catalogue.layers(Set.of("OFFICER"))).isEmpty();
    assertThat(catalogue.find("kilns")).isEmpty();
    assertThat(catalogue.find("kilns", Set.of("FIRM", "OFFICER"))).isEmpty();
    assertThatThrownBy(() -> catalogue.get("kilns", Set.of("APPROVER")))
        .hasMessage("There is no layer of this name.");
    assertThat(catalogue.layers(Set.of("OFFICER", "PLANNER"))).hasSize(1);
    Layer kilns = catalogue.get("kilns", Set.of("ADMIN"));
    assertThat(kilns.relation(true)).isEqualTo("drafting.\"kilns\"");
    assertThat(kilns.roles()).containsExactlyInAnyOrder("PLANNER", "ADMIN");
  }

  @Test
  void whatIsNotPublicMustSayWhoMaySeeIt() throws IOException {
    write("kilns.yaml", KILNS + "schema: drafting\n");
    write("wells.yaml", KILNS.replace("id: kilns", "id: wells") + "schema: zoning\n");

    assertThat(catchThrowableOfType(BrokenCatalogueException.class, this::catalogue).complaints())
        .hasSize(3)
        .anySatisfy(c -> assertThat(c).contains("kilns.yaml: roles: must say who may see"))
        .anySatisfy(c -> assertThat(c).contains("wells.yaml: schema: must be one of"));
  }

  @Test
  void tellsAllFaultsOfAllFilesAtOnceWithFileAndPlace() throws IOException {
    write(
        "kilns.yaml",
        KILNS
            .replace("view: kilns", "view: kilns; drop table zones")
            .replace("type: string, queryable", "type: strng, queryable")
            .replace("roles: [OFFICER]", "roles: [KING]")
            .replace("{min: 10, max: 18}", "{min: 18, max: 10}")
            .replace("order: 5", "ordr: 5"));
    write("wells.yaml", "id: wells\ntitle: {vi: Giếng}\n");
    write("noise.yaml", "{ never closed");

    List<String> complaints =
        catchThrowableOfType(BrokenCatalogueException.class, this::catalogue).complaints();

    assertThat(complaints)
        .anyMatch(c -> c.contains("kilns.yaml: view: must be a name"))
        .anyMatch(c -> c.contains("kilns.yaml: fields[0].type: must be one of [string, integer"))
        .anyMatch(c -> c.contains("kilns.yaml: fields[1].roles: \"KING\" is no role"))
        .anyMatch(c -> c.contains("kilns.yaml: zoom: must be levels from 0 to 24"))
        .anyMatch(c -> c.contains("kilns.yaml: order: is missing"))
        .anyMatch(c -> c.contains("kilns.yaml: ordr: is not known here"))
        .anyMatch(c -> c.contains("wells.yaml: title.en: is missing"))
        .anyMatch(c -> c.contains("wells.yaml: geometry: is missing"))
        .anyMatch(c -> c.contains("noise.yaml: is not YAML"));
  }

  @Test
  void refusesLabelThatNotEverybodyMaySee() throws IOException {
    write("kilns.yaml", KILNS.replace("label: name", "label: owner_tax_code"));

    assertThatThrownBy(this::catalogue)
        .hasMessageContaining("label: \"owner_tax_code\" must be one of the fields, without roles");
  }

  @Test
  void refusesKeyThatIsNoPublicField() throws IOException {
    write("kilns.yaml", KILNS.replace("key: id", "key: owner_tax_code"));

    assertThatThrownBy(this::catalogue)
        .hasMessageContaining("key: \"owner_tax_code\" must be one of the fields, without roles");
  }

  @Test
  void refusesFilterNamedLikeParameterOfTheDoors() throws IOException {
    write(
        "kilns.yaml",
        KILNS.replace("name: name", "name: limit").replace("label: name", "label: limit"));

    assertThatThrownBy(this::catalogue)
        .hasMessageContaining("queryable: \"limit\" has another meaning as a parameter");
  }

  @Test
  void tellsUnknownLayerAsProblem() throws IOException {
    write("kilns.yaml", KILNS);

    assertThatThrownBy(() -> catalogue().get("wells"))
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem -> assertThat(problem.type()).isEqualTo(MapsProblem.UNKNOWN_LAYER));
    assertThat(catalogue().get("kilns").keyType()).isEqualTo(FieldType.INTEGER);
  }

  @Test
  void refusesLayerNamedLikeLabelsOfAnother() throws IOException {
    write("kilns.yaml", KILNS.replace("id: kilns", "id: kilns_label"));

    assertThatThrownBy(this::catalogue).hasMessageContaining("id: must not end in _label");
  }

  @Test
  void refusesSameLayerInTwoFiles() throws IOException {
    write("kilns.yaml", KILNS);
    write("kilns2.yaml", KILNS);

    assertThatThrownBy(this::catalogue)
        .hasMessageContaining("kilns2.yaml: id: another file has the layer \"kilns\" already");
  }

  @Test
  void refusesKeyWrittenTwice() throws IOException {
    write("kilns.yaml", KILNS + "order: 7\n");

    assertThatThrownBy(this::catalogue).hasMessageContaining("kilns.yaml: is not YAML");
  }

  @Test
  void refusesFolderWithoutLayers() {
    assertThatThrownBy(this::catalogue).hasMessageContaining("has no layer file");
  }

  @Test
  void tellsWhatTheDatabaseSaysOfEachLayer() throws IOException {
    write("kilns.yaml", KILNS);

    assertThatThrownBy(
            () -> new LayerCatalogue(folder, layer -> List.of("view: " + layer.view() + " gone")))
        .hasMessageContaining("kilns.yaml: view: kilns gone");
  }

  @Test
  void showsChangedFileAndKeepsLastGoodOneWhenTheNextIsBroken() throws Exception {
    write("kilns.yaml", KILNS);
    LayerCatalogue catalogue = catalogue();
    String first = catalogue.version();

    write("kilns.yaml", KILNS.replace("Old brick kilns.", "Brick kilns of the old town."));
    Thread.sleep(1100);
    assertThat(catalogue.find("kilns").orElseThrow().description().en())
        .isEqualTo("Brick kilns of the old town.");
    String second = catalogue.version();
    assertThat(second).isNotEqualTo(first);

    write("kilns.yaml", "id: 7\n");
    Thread.sleep(1100);
    assertThat(catalogue.find("kilns").orElseThrow().description().en())
        .isEqualTo("Brick kilns of the old town.");
    assertThat(catalogue.version()).isEqualTo(second);
    assertThat(catalogue.complaints()).isNotEmpty().allMatch(line -> line.contains("kilns.yaml"));

    write("kilns.yaml", KILNS);
    Thread.sleep(1100);
    assertThat(catalogue.complaints()).isEmpty();
    assertThat(catalogue.version()).isEqualTo(first);
  }

  private LayerCatalogue catalogue() {
    return new LayerCatalogue(folder, layer -> List.of());
  }

  private void write(String name, String yaml) throws IOException {
    Files.writeString(folder.resolve(name), yaml);
  }
}
