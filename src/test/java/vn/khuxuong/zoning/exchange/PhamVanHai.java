package vn.khuxuong.zoning.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import tools.jackson.databind.node.JsonNodeFactory;
import vn.khuxuong.geo.Crs;
import vn.khuxuong.geo.GeoJson;
import vn.khuxuong.zoning.PlanFile;
import vn.khuxuong.zoning.StorageGrid;
import vn.khuxuong.zoning.Subzone;
import vn.khuxuong.zoning.Zone;
import vn.khuxuong.zoning.ZonesFile;

/** The seeded plan of Phạm Văn Hai, and what tests of files need to compare plans. */
final class PhamVanHai {
  static final Zone ZONE = zone();
  static final List<Subzone> SUBZONES = subzones();
  static final Crs LEGAL = ZONE.legal();

  private PhamVanHai() {}

  private static Zone zone() {
    return ZonesFile.get(Path.of("maps/boundaries/zones.geojson"), "PVH");
  }

  private static List<Subzone> subzones() {
    return PlanFile.read(json("maps/plans/PVH-1.geojson"), ZONE).subzones();
  }

  private static tools.jackson.databind.JsonNode json(String file) {
    try {
      return GeoJson.parse(Files.readString(Path.of(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Sheet sheet(List<Subzone> subzones) {
    return new Sheet(
        "PVH-1", JsonNodeFactory.instance.objectNode().put("zone", "PVH"), subzones, LEGAL);
  }

  /** Everything a plan says, in an order of its own: equal for equal plans. */
  static Set<String> content(List<Subzone> subzones) {
    Set<String> content = new TreeSet<>();
    for (Subzone subzone : subzones) {
      StringBuilder line = new StringBuilder();
      for (SubzoneField field : SubzoneField.values()) {
        line.append(field.column()).append('=').append(field.of(subzone)).append(';');
      }
      content.add(line.append(StorageGrid.toStored(subzone.shape(), LEGAL).norm()).toString());
    }
    return content;
  }

  /** Folders of this package that this process has left in the temporary folder. */
  static List<String> leftovers() {
    String own = Workspace.PREFIX + ProcessHandle.current().pid() + "-";
    try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(name -> name.startsWith(own))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
