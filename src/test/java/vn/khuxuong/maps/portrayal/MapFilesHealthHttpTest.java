package vn.khuxuong.maps.portrayal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.khuxuong.KhuxuongTest;
import vn.khuxuong.maps.Door;
import vn.khuxuong.maps.layer.LayerCatalogue;
import vn.khuxuong.maps.layer.LayerGroups;
import vn.khuxuong.maps.style.Styles;
import vn.khuxuong.platform.security.Accounts;
import vn.khuxuong.platform.security.Role;
import vn.khuxuong.zoning.PlanDesk;

/** Broken files of maps/ are told to those who can mend them, and to nobody else. */
@KhuxuongTest
class MapFilesHealthHttpTest {
  @LocalServerPort private int port;
  @Autowired private Accounts accounts;
  @TempDir private Path maps;

  @Test
  void administratorsSeeWhatIsWrongWithFilesAndOthersDoNot() {
    PlanDesk desk = new PlanDesk(port, accounts);
    String health = "/actuator/health";
    var seen = desk.get(desk.person(Role.ADMIN), health).json().path("components").path("mapFiles");
    assertThat(seen.path("status").asString()).isEqualTo("UP");
    assertThat(seen.path("details").path("layers").asString()).isNotEmpty();
    assertThat(desk.get(desk.person(Role.PLANNER), health).json().has("components")).isFalse();
    assertThat(new Door(port).get(health).text()).doesNotContain("mapFiles", "components");
    assertThat(desk.get(desk.person(Role.ADMIN), "/actuator/prometheus").raw().body())
        .asString(java.nio.charset.StandardCharsets.UTF_8)
        .contains("khu_maps_files_refused 0.0");
  }

  @Test
  void namesTheFaultsOfFilesThatAreNotInUse() throws Exception {
    copy("layers/zones.yaml");
    copy("styles/zones.json");
    copy("groups.yaml");
    LayerCatalogue layers = new LayerCatalogue(maps.resolve("layers"), layer -> List.of());
    MapFilesHealth health =
        new MapFilesHealth(layers, LayerGroups.in(maps), Styles.in(maps.resolve("styles")));
    assertThat(health.health().getDetails()).doesNotContainKey("refused");
    for (String file : List.of("layers/zones.yaml", "styles/zones.json", "groups.yaml")) {
      Files.writeString(maps.resolve(file), "{\"groups\": 7, \"version\": 1}");
      Files.setLastModifiedTime(maps.resolve(file), FileTime.fromMillis(1_000_000));
    }
    Thread.sleep(1_100);
    Health told = health.health();
    assertThat(told.getStatus()).as("the last good files serve").isEqualTo(Status.UP);
    assertThat(String.valueOf(told.getDetails().get("refused")))
        .contains("zones.yaml", "zones.json", "groups.yaml");
    assertThat(layers.find("zones")).isPresent();
  }

  private void copy(String file) throws Exception {
    Files.createDirectories(maps.resolve(file).getParent());
    Files.copy(Path.of("maps").resolve(file), maps.resolve(file));
  }
}
