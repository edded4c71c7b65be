package vn.khuxuong.zoning.seed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.khuxuong.geo.Crs;
import vn.khuxuong.geo.GeoJson;
import vn.khuxuong.geo.GeoJson.Feature;
import vn.khuxuong.geo.GeoJson.FeatureCollection;
import vn.khuxuong.geo.GeoRefusal;
import vn.khuxuong.geo.ShapeRules;
import vn.khuxuong.platform.audit.Audit;
import vn.khuxuong.zoning.coarse.CoarseShapes;

/**
 * Brings zones and plans from the maps folder into the database, before the service says it is
 * ready. One transaction; a second instance waits and finds nothing left to do.
 */
@Component
@Order(LoadZones.FIRST)
class LoadZones implements ApplicationRunner {
  static final int FIRST = 10;

  private static final Logger log = LoggerFactory.getLogger(LoadZones.class);
  private static final ShapeRules RULES = ShapeRules.vietnam(Crs.CRS84);

  private final Path maps;
  private final SeedStore store;
  private final Audit audit;
  private final CoarseShapes coarseShapes;

  LoadZones(
      @Value("${khu.maps:maps}") Path maps,
      SeedStore store,
      Audit audit,
      CoarseShapes coarseShapes) {
    this.maps = maps;
    this.store = store;
    this.audit = audit;
    this.coarseShapes = coarseShapes;
  }

  @Override
  @Transactional
  public void run(ApplicationArguments arguments) {
    store.takeTurns();
    loadZones(maps.resolve("boundaries").resolve("zones.geojson"));
    for (Path plan : filesIn(maps.resolve("plans"))) {
      loadPlan(plan);
    }
    coarseShapes.makeMissing((done, total) -> {});
  }

  private void loadZones(Path file) {
    for (Feature zone : read(file).features()) {
      String code = zone.properties().path("code").asString("?");
      boolean isNew = checked(file, code, () -> store.upsertZone(zone));
      if (isNew) {
        audit.record(Audit.SYSTEM, "zone.loaded", "zone", code, Map.of("file", name(file)));
        log.info("Zone {} loaded from {}", code, name(file));
      }
    }
  }

  private void loadPlan(Path file) {
    FeatureCollection plan = read(file);
    String zone = plan.members().path("zone").asString("?");
    checked(
        file,
        zone,
        () -> {
          Long id = store.insertDraft(plan.members());
          if (id == null) {
            return false;
          }
          plan.features().forEach(subzone -> store.insertSubzone(id, subzone));
          store.publish(id);
          audit.record(
              Audit.SYSTEM,
              "plan.published",
              "plan",
              String.valueOf(id),
              Map.of("zone", zone, "file", name(file), "subzones", plan.features().size()));
          log.info("Plan {} published with {} subzones", name(file), plan.features().size());
          return true;
        });
  }

  private interface Step {
    boolean run();
  }

  private static boolean checked(Path file, String subject, Step step) {
    try {
      return step.run();
    } catch (DataIntegrityViolationException e) {
      throw new IllegalStateException(
          file + ", " + subject + ": " + e.getMostSpecificCause().getMessage(), e);
    }
  }

  private static FeatureCollection read(Path file) {
    try {
      return GeoJson.readFeatures(Files.readString(file), RULES);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file, e);
    } catch (GeoRefusal e) {
      throw new IllegalStateException(file + ": " + e.getMessage(), e);
    }
  }

  private static List<Path> filesIn(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".geojson")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot list " + folder, e);
    }
  }

  private static String name(Path file) {
    return file.getFileName().toString();
  }
}
