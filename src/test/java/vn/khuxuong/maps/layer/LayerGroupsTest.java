package vn.khuxuong.maps.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LayerGroupsTest {
  private static final String GOOD =
      "groups:\n  - {id: town, title: {vi: Phố, en: Town}, layers: [streets, houses]}\n";

  @TempDir private Path maps;

  private void write(String yaml, int second) throws Exception {
    Path file = maps.resolve("groups.yaml");
    Files.writeString(file, yaml);
    Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000_000L + second * 1000L));
  }

  @Test
  void everyLayerAsShippedIsInOneGroup() {
    LayerGroups groups = LayerGroups.in(Path.of("maps"));
    LayerCatalogue catalogue = new LayerCatalogue(Path.of("maps/layers"), layer -> List.of());
    for (Layer layer : catalogue.layers(Set.of("PLANNER"))) {
      assertThat(groups.all().stream().filter(g -> g.layerIds().contains(layer.id())))
          .as(layer.id())
          .hasSize(1);
    }
  }

  @Test
  void noFileMeansNoGroups() {
    assertThat(LayerGroups.in(maps).all()).isEmpty();
  }

  @Test
  void aBrokenFileStopsTheStartWithAllComplaints() throws Exception {
    write(
        "groups:\n  - {id: A, layers: [x]}\n  - {id: b, title: {vi: b, en: b}, layers: [x]}\n", 0);
    assertThatThrownBy(() -> LayerGroups.in(maps))
        .isInstanceOf(BrokenCatalogueException.class)
        .hasMessageContaining("groups[0].id")
        .hasMessageContaining("groups[0].title")
        .hasMessageContaining("groups[1].layers");
  }

  @Test
  void aBrokenFileLaterKeepsTheLastGoodOne() throws Exception {
    write(GOOD, 0);
    LayerGroups groups = LayerGroups.in(maps);
    write("groups: [", 1);
    Thread.sleep(1_100);
    assertThat(groups.find("town")).isPresent();
    assertThat(groups.complaints().toString()).contains("groups.yaml");
    write(GOOD.replace("town", "city"), 2);
    Thread.sleep(1_100);
    assertThat(groups.find("city")).isPresent();
    assertThat(groups.complaints()).isEmpty();
  }
}
