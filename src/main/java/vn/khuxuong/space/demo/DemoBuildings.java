package vn.khuxuong.space.demo;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.khuxuong.platform.audit.Audit;
import vn.khuxuong.space.demo.Site.Placement;

/**
 * Loads the illustrative buildings with their tenants at first start, after the zones and before
 * the service says it is ready. One transaction; a second instance waits and finds the work done.
 */
@Component
@Order(DemoBuildings.AFTER_ZONES)
class DemoBuildings implements ApplicationRunner {
  static final int AFTER_ZONES = 20;

  private static final Logger log = LoggerFactory.getLogger(DemoBuildings.class);

  private final DemoStore store;
  private final Audit audit;
  private final boolean wanted;
  private final YearMonth reference;

  DemoBuildings(
      DemoStore store,
      Audit audit,
      @Value("${khu.demo:on}") String demo,
      @Value("${khu.demo.reference:2026-11}") String reference) {
    this.store = store;
    this.audit = audit;
    this.wanted = !demo.equalsIgnoreCase("off");
    this.reference = YearMonth.parse(reference);
  }

  @Override
  @Transactional
  public void run(ApplicationArguments arguments) {
    if (!wanted) {
      return;
    }
    store.takeTurns();
    if (store.hasBuildings()) {
      return;
    }
    List<String> codes = load();
    if (codes.isEmpty()) {
      log.warn("No illustrative buildings: none of their zones is loaded");
      return;
    }
    audit.record(
        Audit.SYSTEM,
        "demo.loaded",
        "building",
        "*",
        Map.of("buildings", codes, "reference", reference.toString()));
    log.info("Loaded {} illustrative buildings", codes.size());
  }

  private List<String> load() {
    Map<Land, Sites> sites = new HashMap<>();
    List<String> codes = new ArrayList<>();
    for (BuildingPlan plan : BuildingPlan.all()) {
      Sites land =
          sites.computeIfAbsent(
              new Land(plan.zone(), plan.land()), key -> new Sites(store.land(key)));
      if (!land.isEmpty()) {
        Placement placement = land.take(plan.floor().widthM(), plan.floor().depthM());
        store.insert(plan, placement, Tenants.of(plan, reference));
        codes.add(plan.code());
      }
    }
    return codes;
  }

  /**
   * Where a building may stand.
   *
   * @param landUse of the subzones wanted, empty for anywhere in the zone
   */
  record Land(String zone, String landUse) {}
}
