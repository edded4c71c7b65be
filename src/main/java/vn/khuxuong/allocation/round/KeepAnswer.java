package vn.khuxuong.allocation.round;

import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;
import vn.khuxuong.allocation.answer.Answer;
import vn.khuxuong.allocation.answer.Changes;
import vn.khuxuong.allocation.answer.Reserved;
import vn.khuxuong.allocation.fairness.Fairness;
import vn.khuxuong.allocation.solver.Budget;
import vn.khuxuong.allocation.solver.Instance;
import vn.khuxuong.allocation.solver.InstanceJson;
import vn.khuxuong.allocation.solver.Placement;
import vn.khuxuong.allocation.solver.ResultJson;
import vn.khuxuong.allocation.solver.Solution;

/** Stores an answer as a run: placements, reasons, report, and what the chain records of it. */
@Component
class KeepAnswer {
  private final RunStore runs;
  private final RoundStore rounds;
  private final ReasonWords words;
  private final JsonMapper json;

  KeepAnswer(RunStore runs, RoundStore rounds, ReasonWords words, JsonMapper json) {
    this.runs = runs;
    this.rounds = rounds;
    this.words = words;
    this.json = json;
  }

  /**
   * Where an answer comes from.
   *
   * @param follows the run before, null for none
   * @param budget null for an officer's move
   */
  record Origin(
      RunStore.Kind kind,
      @Nullable UUID job,
      String username,
      @Nullable String reason,
      @Nullable Long follows,
      @Nullable Budget budget,
      boolean cancelled,
      Changes changes) {}

  /**
   * A frozen problem, read.
   *
   * @param month0 the round's reference month, number 0 of the problem
   */
  record Frozen(String input, String sha256, Instance instance, YearMonth month0) {}

  /** An answer with its reasons and report, made outside any transaction. */
  record Ready(
      Answer answer,
      Frozen frozen,
      List<ReasonWords.Told> reasons,
      RunReport report,
      Origin origin) {}

  /** Works out reasons and report; takes a while for many firms. */
  Ready prepare(Answer answer, Frozen frozen, Origin origin) {
    Instance instance = frozen.instance();
    List<Placement> placements = answer.solution().placements();
    return new Ready(
        answer,
        frozen,
        words.of(instance, frozen.month0(), placements, answer.aside(), answer.quotas()),
        new RunReport(
            answer.quotas(),
            answer.aside(),
            Fairness.of(instance, placements, answer.aside().keySet(), Reserved::industry)),
        origin);
  }

  /** Stores it; gives what the chain records. */
  @Transactional(propagation = Propagation.MANDATORY)
  public Map<String, Object> store(Round round, Ready ready) {
    Frozen frozen = ready.frozen();
    Solution solution = ready.answer().solution();
    String result = new String(ResultJson.write(solution, frozen.sha256()), StandardCharsets.UTF_8);
    String changes = json.writeValueAsString(ready.origin().changes());
    String report = json.writeValueAsString(ready.report());
    RunStore.NewRun run = newRun(round, ready, result, changes, report);
    long id = runs.insert(run);
    insertPlacements(id, round, ready);
    ready.reasons().forEach(told -> runs.insert(told.of(id)));
    Map<String, Object> detail = new LinkedHashMap<>(runs.rowHashes(id));
    detail.put("run", id);
    detail.put("kind", run.kind());
    detail.put("madeBy", run.madeBy());
    detail.put("engine", run.engine());
    detail.put("seed", run.seed());
    detail.put("iterations", run.iterations());
    detail.put("objective", run.objective());
    detail.put("bound", run.bound());
    detail.put("checker", run.checker());
    detail.put("moved", run.moved());
    detail.put("penalty", run.penalty());
    detail.put("inputSha256", run.inputSha256());
    detail.put("rulesSha256", run.rulesSha256());
    detail.put("resultSha256", run.resultSha256());
    detail.put("changesSha256", CriteriaJson.sha256(changes));
    detail.put("reportSha256", CriteriaJson.sha256(report));
    return detail;
  }

  private static RunStore.NewRun newRun(
      Round round, Ready ready, String result, String changes, String report) {
    Origin origin = ready.origin();
    Answer answer = ready.answer();
    Solution solution = answer.solution();
    Instance instance = ready.frozen().instance();
    Budget budget = origin.budget();
    boolean reproducible = budget != null && budget.reproducible();
    return new RunStore.NewRun(
        round.id(),
        origin.job(),
        origin.kind().name(),
        origin.username(),
        origin.reason(),
        origin.follows(),
        solution.engine(),
        solution.status().name(),
        solution.budget().seed(),
        budget == null || budget.reproducible() ? null : budget.seconds(),
        reproducible ? budget.iterations() : null,
        solution.budget().threads(),
        solution.elapsedSeconds(),
        solution.iterations(),
        origin.cancelled(),
        reproducible && !origin.cancelled(),
        solution.objective(),
        solution.bound(),
        solution.verdict().score().demand(),
        solution.verdict().score().preference(),
        solution.verdict().score().vacantRuns(),
        solution.verdict().score().clusterLinks(),
        solution.verdict().feasible() ? "FEASIBLE" : "INFEASIBLE",
        ready.frozen().sha256(),
        CriteriaJson.sha256(round),
        CriteriaJson.sha256(result),
        solution.firms(),
        solution.placements().size(),
        instance.firms().stream().mapToLong(Instance.Firm::areaMinM2).sum(),
        Supply.freeM2(instance),
        solution.verdict().areaM2(),
        result,
        changes,
        answer.moved(),
        answer.penalty(),
        report);
  }

  private void insertPlacements(long runId, Round round, Ready ready) {
    Instance instance = ready.frozen().instance();
    Map<String, Instance.Floor> floors =
        instance.floors().stream()
            .collect(Collectors.toMap(Instance.Floor::id, Function.identity()));
    Map<String, Instance.Firm> firms =
        instance.firms().stream().collect(Collectors.toMap(Instance.Firm::id, Function.identity()));
    Set<Placement> before = new HashSet<>(ready.origin().changes().before());
    before.addAll(ready.origin().changes().kept());
    boolean first = ready.origin().follows() == null;
    for (Placement placement : ready.answer().solution().placements()) {
      Instance.Firm firm = firms.get(placement.firm());
      for (int i = 0; i < placement.blocks().size(); i++) {
        Placement.Block block = placement.blocks().get(i);
        Instance.Floor floor = floors.get(block.floor());
        runs.insert(
            new RunStore.NewPlacement(
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
                Reserved.industry(firm.industry()),
                !first && !before.contains(placement)));
      }
    }
  }

  static int areaM2(Instance.Floor floor, Placement.Block block) {
    return floor.bays().subList(block.startBay(), block.startBay() + block.bayCount()).stream()
        .mapToInt(Instance.Bay::areaM2)
        .sum();
  }

  /** The frozen problem of a round. */
  Frozen frozen(long roundId) {
    String input = rounds.input(roundId);
    byte[] bytes = input.getBytes(StandardCharsets.UTF_8);
    YearMonth month0 = rounds.find(roundId).orElseThrow().month0();
    return new Frozen(input, InstanceJson.sha256(bytes), InstanceJson.read(bytes), month0);
  }

  /** The placements of a stored run. */
  static List<Placement> placements(RunStore.Kept run, Instance instance) {
    return ResultJson.read(run.result().getBytes(StandardCharsets.UTF_8), instance);
  }

  Changes changes(RunStore.Kept run) {
    return run.changes().equals("{}")
        ? Changes.none()
        : json.readValue(run.changes(), Changes.class);
  }
}
