package vn.khuxuong.tenancy.demo;

import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
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
import vn.khuxuong.space.Bay;
import vn.khuxuong.space.BayStatus;
import vn.khuxuong.space.Building;
import vn.khuxuong.space.Buildings;
import vn.khuxuong.space.Floor;
import vn.khuxuong.space.Occupancy;
import vn.khuxuong.tenancy.demo.Draft.Firm;
import vn.khuxuong.tenancy.demo.Draft.Wish;

/**
 * Loads the illustrative firms at first start, after the illustrative buildings: tenants with their
 * contracts, and applicants until their least areas add up to {@value #DEMAND} times the space that
 * nobody has claimed.
 */
@Component
@Order(DemoFirms.AFTER_BUILDINGS)
class DemoFirms implements ApplicationRunner {
  static final int AFTER_BUILDINGS = 30;

  private static final Logger log = LoggerFactory.getLogger(DemoFirms.class);
  private static final double DEMAND = 1.3;
  private static final long TENANT_SEED = 20_2026;
  private static final long APPLICANT_SEED = 80_2021;
  private static final int APPLICATION_DAYS = 50;

  private final DemoStore store;
  private final Buildings buildings;
  private final Audit audit;
  private final boolean wanted;
  private final YearMonth reference;

  DemoFirms(
      DemoStore store,
      Buildings buildings,
      Audit audit,
      @Value("${khu.demo:on}") String demo,
      @Value("${khu.demo.reference:2026-11}") String reference) {
    this.store = store;
    this.buildings = buildings;
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
    if (store.hasFirms()) {
      return;
    }
    List<Building> all = buildings.list(reference.atDay(1));
    if (all.isEmpty()) {
      return;
    }
    int tenants = loadTenants(all);
    int applicants = loadApplicants(freeM2(all) * DEMAND);
    store.insertNeeds();
    audit.record(
        Audit.SYSTEM,
        "demo.loaded",
        "firm",
        "*",
        Map.of("tenants", tenants, "applicants", applicants, "reference", reference.toString()));
    log.info("Loaded {} illustrative tenants and {} applicants", tenants, applicants);
  }

  private static double freeM2(List<Building> all) {
    return all.stream()
        .flatMap(building -> building.floors().stream())
        .flatMap(floor -> floor.bays().stream())
        .filter(bay -> bay.status() == BayStatus.FREE || bay.status() == BayStatus.SOON)
        .mapToDouble(Bay::areaM2)
        .sum();
  }

  private int loadTenants(List<Building> all) {
    Draft draft = new Draft(TENANT_SEED, reference);
    int count = 0;
    for (Building building : all) {
      for (Floor floor : building.floors()) {
        for (Occupancy occupancy : floor.occupancies()) {
          Firm firm = draft.firm(occupancy.industry());
          long id = store.insertFirm(firm);
          if (occupancy.kind() == Occupancy.Kind.LEASE) {
            store.insertLease(id, occupancy);
          } else {
            double areaM2 =
                floor.bays().stream()
                    .filter(bay -> occupancy.covers(bay.no()))
                    .mapToDouble(Bay::areaM2)
                    .sum();
            store.insertApplication(
                id,
                firm,
                draft.wish(firm, Math.floor(areaM2 * 0.9)),
                arrival(-draft.between(1, 20)),
                occupancy);
          }
          count++;
        }
      }
    }
    return count;
  }

  private int loadApplicants(double demandM2) {
    Draft draft = new Draft(APPLICANT_SEED, reference);
    double asked = 0;
    int count = 0;
    while (asked < demandM2) {
      Firm firm = draft.firm();
      Wish wish = draft.wish(firm);
      store.insertApplication(store.insertFirm(firm), firm, wish, arrival(count), null);
      asked += wish.areaMinM2();
      count++;
    }
    return count;
  }

  /** Applications come in one after another in the weeks before the reference month's end. */
  private OffsetDateTime arrival(int number) {
    return reference
        .atDay(1)
        .minusDays(APPLICATION_DAYS)
        .atTime(8, 0)
        .atOffset(ZoneOffset.ofHours(7))
        .plusMinutes(397L * number);
  }
}
