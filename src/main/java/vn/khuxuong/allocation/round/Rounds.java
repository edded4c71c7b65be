package vn.khuxuong.allocation.round;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.khuxuong.allocation.solver.Instance;
import vn.khuxuong.platform.audit.Audit;
import vn.khuxuong.platform.job.Jobs;
import vn.khuxuong.space.Building;
import vn.khuxuong.space.Buildings;
import vn.khuxuong.tenancy.Application;
import vn.khuxuong.tenancy.Applications;

/** Use cases of rounds. */
@Component
public class Rounds {
  private final RoundStore store;
  private final Buildings buildings;
  private final Applications applications;
  private final Jobs jobs;
  private final Audit audit;
  private final JsonMapper json;

  Rounds(
      RoundStore store,
      Buildings buildings,
      Applications applications,
      Jobs jobs,
      Audit audit,
      JsonMapper json) {
    this.store = store;
    this.buildings = buildings;
    this.applications = applications;
    this.jobs = jobs;
    this.audit = audit;
    this.json = json;
  }

  /**
   * Freezes every open application and every vacant bay into the first round there is and queues
   * its solving; does nothing where a round exists already or nobody applied.
   *
   * @param month0 month 0 of the problem; bays count as they stand on its first day
   * @param seconds budget of the solve
   * @param seed of every random choice
   */
  @Transactional
  public void closeFirst(
      String code,
      String titleVi,
      String titleEn,
      YearMonth month0,
      String dataStatus,
      double seconds,
      long seed) {
    List<Application> open = store.isEmpty() ? applications.listOpen() : List.of();
    if (open.isEmpty()) {
      return;
    }
    List<Building> standing = buildings.list(month0.atDay(1));
    Instance problem = FrozenProblem.of(code, RoundPolicy.standard(), month0, standing, open);
    Optional<Long> id =
        store.insertClosed(code, titleVi, titleEn, month0, write(problem), dataStatus);
    id.ifPresent(
        round -> {
          audit.record(
              Audit.SYSTEM,
              "round.closed",
              "round",
              String.valueOf(round),
              Map.of("code", code, "applications", open.size()));
          jobs.submit(SolveRound.KIND, new SolveRound.Parameters(round, seconds, seed));
        });
  }

  private String write(Instance problem) {
    ObjectNode document = json.createObjectNode();
    document.put("format", "alloc-instance/1");
    document.setAll((ObjectNode) json.valueToTree(problem));
    return json.writeValueAsString(document);
  }
}
