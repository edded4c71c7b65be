package vn.khuxuong.zoning.seed;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.CRC32;
import org.locationtech.jts.geom.Polygon;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.khuxuong.platform.audit.Audit;
import vn.khuxuong.zoning.StorageGrid;
import vn.khuxuong.zoning.seed.SeedStore.PlannedSubzone;

/**
 * Divides the subzones of the illustrative plans into illustrative plots, once for each zone, after
 * the plans are loaded and before the service says it is ready.
 */
@Component
@Order(LoadPlots.AFTER_PLANS)
class LoadPlots implements ApplicationRunner {
  static final int AFTER_PLANS = LoadZones.FIRST + 5;

  private static final Logger log = LoggerFactory.getLogger(LoadPlots.class);
  private static final int PERCENT_FREE = 45;
  private static final int PERCENT_RESERVED = 15;

  private final SeedStore store;
  private final Audit audit;
  private final boolean wanted;

  LoadPlots(SeedStore store, Audit audit, @Value("${khu.demo:on}") String demo) {
    this.store = store;
    this.audit = audit;
    this.wanted = !demo.equalsIgnoreCase("off");
  }

  @Override
  @Transactional
  public void run(ApplicationArguments arguments) {
    if (!wanted) {
      return;
    }
    store.takeTurns();
    for (String zone : store.zonesWithoutPlots()) {
      int plots = 0;
      for (PlannedSubzone subzone : store.subzonesToDivide(zone, PlotDivision.landUses())) {
        plots += divide(subzone);
      }
      if (plots > 0) {
        audit.record(Audit.SYSTEM, "plots.loaded", "zone", zone, Map.of("plots", plots));
        log.info("Zone {} divided into {} illustrative plots", zone, plots);
      }
    }
  }

  private int divide(PlannedSubzone subzone) {
    Polygon land = (Polygon) StorageGrid.fromStored(subzone.shape(), subzone.legal());
    List<Polygon> plots = PlotDivision.of(land, subzone.use());
    for (int i = 0; i < plots.size(); i++) {
      String code = String.format(Locale.ROOT, "%s-%02d", subzone.code(), i + 1);
      store.insertPlot(
          subzone, code, status(code), StorageGrid.toStored(plots.get(i), subzone.legal()));
    }
    return plots.size();
  }

  /** Made up, but the same at every installation. */
  private static String status(String code) {
    CRC32 hash = new CRC32();
    hash.update(code.getBytes(StandardCharsets.UTF_8));
    long percent = hash.getValue() % 100;
    return percent < PERCENT_FREE
        ? "FREE"
        : percent < PERCENT_FREE + PERCENT_RESERVED ? "RESERVED" : "LET";
  }
}
