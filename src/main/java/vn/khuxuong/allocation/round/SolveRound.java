package vn.khuxuong.allocation.round;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.khuxuong.allocation.solver.Allocator;
import vn.khuxuong.allocation.solver.Budget;
import vn.khuxuong.allocation.solver.Explanation;
import vn.khuxuong.allocation.solver.Instance;
import vn.khuxuong.allocation.solver.InstanceJson;
import vn.khuxuong.allocation.solver.Placement;
import vn.khuxuong.allocation.solver.Progress;
import vn.khuxuong.allocation.solver.Reason;
import vn.khuxuong.allocation.solver.ReasonText;
import vn.khuxuong.allocation.solver.ResultJson;
import vn.khuxuong.allocation.solver.Solution;
import vn.khuxuong.platform.audit.Audit;
import vn.khuxuong.platform.job.Job;
import vn.khuxuong.platform.job.JobHandler;

/** The job that solves a closed round and stores the answer, its proof and every firm's reason. */
@Component
class SolveRound implements JobHandler {
  static final String KIND = "allocation.solve";

  private final RoundStore store;
  private final Audit audit;
  private final TransactionTemplate transaction;
  private final JsonMapper json;

  /** What the job is asked. */
  record Parameters(long roundId, double seconds, long seed) {}

  SolveRound(RoundStore store, Audit audit, TransactionTemplate transaction, JsonMapper json) {
    this.store = store;
    this.audit = audit;
    this.transaction = transaction;
    this.json = json;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public void run(Job job, JsonNode parameters) {
    if (store.hasRunOf(job.id())) {
      return; // done before a crash that came between the answer and the job's own end
    }
    Parameters asked = json.treeToValue(parameters, Parameters.class);
    byte[] input = store.input(asked.roundId()).getBytes(StandardCharsets.UTF_8);
    Instance instance = InstanceJson.read(input);
    Budget budget = Budget.ofSeconds(asked.seconds(), asked.seed());
    Solution solution = Allocator.solve(instance, budget, progress(job, budget));
    List<Reason> reasons = Explanation.of(instance, solution.placements());
    String result =
        new String(ResultJson.write(solution, InstanceJson.sha256(input)), StandardCharsets.UTF_8);
    transaction.executeWithoutResult(
        status -> {
          long runId = store.insert(newRun(job, asked, instance, solution, input, result));
          insertPlacements(runId, instance, solution);
          insertReasons(runId, reasons);
          store.propose(asked.roundId());
          audit.record(
              Audit.SYSTEM,
              "round.solved",
              "round",
              String.valueOf(asked.roundId()),
              Map.of("objective", solution.objective(), "bound", solution.bound()));
        });
  }

  private static Progress progress(Job job, Budget budget) {
    long total = Math.max(1, Math.round(budget.seconds() * 1000));
    return new Progress() {
      @Override
      public void report(Report report) {
        Map<String, Object> figures = new HashMap<>();
        figures.put("objective", report.objective());
        if (report.bound() < Long.MAX_VALUE) {
          figures.put("bound", report.bound());
          figures.put("gapPct", RoundStore.gapPct(report.objective(), report.bound()));
        }
        figures.put("iterations", report.iterations());
        job.progress(
            Math.min(total - 1, Math.round(report.elapsedSeconds() * 1000)),
            total,
            "Đang giải",
            "Solving",
            figures);
      }

      @Override
      public boolean cancelled() {
        return job.cancelled();
      }
    };
  }

  private static RoundStore.NewRun newRun(
      Job job,
      Parameters asked,
      Instance instance,
      Solution solution,
      byte[] input,
      String result) {
    var score = solution.verdict().score();
    return new RoundStore.NewRun(
        asked.roundId(),
        job.id(),
        solution.engine(),
        solution.status().name(),
        asked.seed(),
        asked.seconds(),
        solution.elapsedSeconds(),
        solution.iterations(),
        solution.objective(),
        solution.bound(),
        score.demand(),
        score.preference(),
        score.vacantRuns(),
        score.clusterLinks(),
        solution.verdict().feasible() ? "FEASIBLE" : "INFEASIBLE",
        InstanceJson.sha256(input),
        solution.firms(),
        solution.placements().size(),
        instance.firms().stream().mapToLong(Instance.Firm::areaMinM2).sum(),
        supplyM2(instance),
        solution.verdict().areaM2(),
        result);
  }

  private static long supplyM2(Instance instance) {
    Map<String, List<Instance.Tenant>> tenants =
        instance.tenants().stream().collect(Collectors.groupingBy(Instance.Tenant::floor));
    long supply = 0;
    for (Instance.Floor floor : instance.floors()) {
      for (int bay = 0; bay < floor.bays().size(); bay++) {
        int no = bay;
        boolean taken =
            tenants.getOrDefault(floor.id(), List.of()).stream()
                .anyMatch(t -> t.startBay() <= no && no < t.startBay() + t.bayCount());
        supply += taken ? 0 : floor.bays().get(bay).areaM2();
      }
    }
    return supply;
  }

  private void insertPlacements(long runId, Instance instance, Solution solution) {
    RoundStore.StoredRound round = store.roundOfRun(runId);
    Map<String, Instance.Floor> floors =
        instance.floors().stream()
            .collect(Collectors.toMap(Instance.Floor::id, Function.identity()));
    Map<String, Instance.Firm> firms =
        instance.firms().stream().collect(Collectors.toMap(Instance.Firm::id, Function.identity()));
    for (Placement placement : solution.placements()) {
      Instance.Firm firm = firms.get(placement.firm());
      for (int i = 0; i < placement.blocks().size(); i++) {
        Placement.Block block = placement.blocks().get(i);
        Instance.Floor floor = floors.get(block.floor());
        store.insert(
            new RoundStore.NewPlacement(
                runId,
                placement.firm(),
                i,
                floor.building(),
                floor.level(),
                block.startBay(),
                block.bayCount(),
                areaM2(floor, block),
                round.month0().plusMonths(placement.start()).atDay(1),
                firm.termMonths(),
                firm.industry()));
      }
    }
  }

  private static int areaM2(Instance.Floor floor, Placement.Block block) {
    return floor.bays().subList(block.startBay(), block.startBay() + block.bayCount()).stream()
        .mapToInt(Instance.Bay::areaM2)
        .sum();
  }

  private void insertReasons(long runId, List<Reason> reasons) {
    Map<String, String> zoneNames = store.zoneNames();
    UnaryOperator<String> zone = code -> zoneNames.getOrDefault(code, code);
    ReasonText vi =
        ReasonText.vietnamese(floor -> floor.replaceFirst("(.*)/(.*)", "tầng $2 nhà $1"), zone);
    ReasonText en =
        ReasonText.english(floor -> floor.replaceFirst("(.*)/(.*)", "floor $2 of $1"), zone);
    for (Reason reason : reasons) {
      store.insert(
          new RoundStore.NewReason(
              runId,
              reason.firm(),
              ReasonText.cause(reason),
              vi.causeOf(reason),
              en.causeOf(reason),
              vi.of(reason),
              en.of(reason),
              json.writeValueAsString(reason)));
    }
  }
}
