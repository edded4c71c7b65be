package vn.khuxuong.allocation.round;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Follows the chain of a round's steps and holds everything they rest on against its hashes: rule
 * set, input, side constraints, every run with its placements and reasons, objections, what came of
 * the offers.
 */
@Component
class VerifyChain {
  private final RoundStore rounds;
  private final RunStore runs;
  private final RoundRecords records;
  private final ObjectionStore objections;
  private final OutcomeStore outcomes;
  private final ReadRound read;
  private final JsonMapper json;

  VerifyChain(
      RoundStore rounds,
      RunStore runs,
      RoundRecords records,
      ObjectionStore objections,
      OutcomeStore outcomes,
      ReadRound read,
      JsonMapper json) {
    this.rounds = rounds;
    this.runs = runs;
    this.records = records;
    this.objections = objections;
    this.outcomes = outcomes;
    this.read = read;
    this.json = json;
  }

  /** A step, as it stands in the chain. */
  record Link(int no, String at, String action, String from, String to, String hash) {}

  /**
   * What came of it.
   *
   * @param holds whether nothing was changed since it was recorded
   * @param head hash of the newest step: who keeps it can prove later that none was rewritten
   */
  record Verdict(boolean holds, String head, List<ChainFault> faults, List<Link> steps) {}

  /** Verifies a round that the caller may see; actors and reasons are not told here. */
  @Transactional(readOnly = true)
  public Verdict verify(long id) {
    Round round = read.visible(id);
    List<ChainFault> faults = new ArrayList<>();
    List<Link> links = new ArrayList<>();
    Map<Long, RunStore.Kept> kept = new HashMap<>();
    runs.list(id).forEach(run -> kept.put(run.id(), run));
    List<Long> told = new ArrayList<>();
    List<Long> offered = new ArrayList<>();
    String previous = "";
    int no = 0;
    for (RoundRecords.Kept record : records.list(id)) {
      no++;
      if (record.no() != no || !record.previous().equals(previous)) {
        faults.add(ChainFault.outOfLine(record.no()));
      }
      if (!RoundRecords.hash(record.previous(), record.payload()).equals(record.hash())) {
        faults.add(ChainFault.rewritten(record.no()));
      }
      previous = record.hash();
      no = record.no();
      JsonNode payload = json.readTree(record.payload());
      links.add(
          new Link(
              record.no(),
              payload.path("at").asString(""),
              payload.path("action").asString(""),
              payload.path("from").asString(""),
              payload.path("to").asString(""),
              record.hash()));
      detail(round, payload, kept, told, offered, faults);
    }
    if (no == 0) {
      faults.add(ChainFault.none());
    }
    for (Long run : kept.keySet()) {
      if (!told.contains(run)) {
        faults.add(ChainFault.unrecorded("run " + run));
      }
    }
    outcomes.list(id).stream()
        .map(OutcomeStore.Outcome::runId)
        .distinct()
        .filter(run -> !offered.contains(run))
        .forEach(run -> faults.add(ChainFault.unrecorded("offers of run " + run)));
    boolean ends =
        links.isEmpty() || links.get(links.size() - 1).to().equals(round.status().name());
    if (!ends) {
      faults.add(ChainFault.otherStatus());
    }
    return new Verdict(faults.isEmpty(), previous, faults, links);
  }

  private void detail(
      Round round,
      JsonNode payload,
      Map<Long, RunStore.Kept> kept,
      List<Long> told,
      List<Long> offered,
      List<ChainFault> faults) {
    JsonNode detail = payload.path("detail");
    switch (payload.path("action").asString("")) {
      case "OPEN" -> rules(round, detail, faults);
      case "CLOSE" -> {
        rules(round, detail, faults);
        same(faults, "round", "input", detail, "inputSha256", sha(rounds.input(round.id())));
        same(faults, "round", "sides", detail, "sidesSha256", sha(rounds.sides(round.id())));
      }
      case "ANSWER", "MOVE" -> {
        long id = detail.path("run").asLong();
        told.add(id);
        Optional.ofNullable(kept.get(id))
            .ifPresentOrElse(
                run -> run(run, detail, faults), () -> faults.add(ChainFault.gone("run " + id)));
      }
      case "OBJECT" -> objection(round, detail, "bodySha256", faults);
      case "OFFER" -> {
        long id = detail.path("run").asLong();
        offered.add(id);
        // records of before say what came of each offer, and have no hash of the rows
        if (detail.has("outcomesSha256")) {
          String now = outcomes.sha256(id);
          same(faults, "offers of run " + id, "outcomes", detail, "outcomesSha256", now);
        }
      }
      case "REPLY" -> objection(round, detail, "replySha256", faults);
      default -> {
        // rests on nothing else
      }
    }
  }

  private static void rules(Round round, JsonNode detail, List<ChainFault> faults) {
    same(faults, "round", "criteria", detail, "rulesSha256", CriteriaJson.sha256(round));
  }

  private void run(RunStore.Kept run, JsonNode detail, List<ChainFault> faults) {
    String where = "run " + run.id();
    same(faults, where, "result", detail, "resultSha256", sha(run.result()));
    same(faults, where, "changes", detail, "changesSha256", sha(run.changes()));
    same(faults, where, "report", detail, "reportSha256", sha(run.report()));
    Map<String, String> rows = runs.rowHashes(run.id());
    same(faults, where, "placements", detail, "placementsSha256", of(rows, "placementsSha256"));
    same(faults, where, "reasons", detail, "reasonsSha256", of(rows, "reasonsSha256"));
    RoundJson.Run figures = run.json();
    number(faults, where, "objective", detail, figures.objective());
    number(faults, where, "bound", detail, figures.bound());
    number(faults, where, "seed", detail, figures.seed());
    number(faults, where, "iterations", detail, figures.iterations());
    number(faults, where, "moved", detail, run.moved());
    number(faults, where, "penalty", detail, run.penalty());
    same(faults, where, "engine", detail, "engine", figures.engine());
    same(faults, where, "checker", detail, "checker", figures.checker());
    same(faults, where, "madeBy", detail, "madeBy", run.madeBy());
    same(faults, where, "inputSha256", detail, "inputSha256", figures.inputSha256());
  }

  private void objection(Round round, JsonNode detail, String member, List<ChainFault> faults) {
    long id = detail.path("objection").asLong();
    String where = "objection " + id;
    Optional<ObjectionStore.Kept> kept = objections.find(round.id(), id);
    if (kept.isEmpty()) {
      faults.add(ChainFault.gone(where));
      return;
    }
    boolean body = member.equals("bodySha256");
    String text = body ? kept.get().body() : String.valueOf(kept.get().reply());
    same(faults, where, body ? "body" : "reply", detail, member, sha(text));
  }

  private static String of(Map<String, String> hashes, String name) {
    return hashes.getOrDefault(name, "");
  }

  private static String sha(String text) {
    return CriteriaJson.sha256(text);
  }

  private static void number(
      List<ChainFault> faults, String where, String member, JsonNode detail, long now) {
    if (detail.path(member).asLong() != now) {
      faults.add(ChainFault.number(where, member, now, detail.path(member).asLong()));
    }
  }

  private static void same(
      List<ChainFault> faults,
      String where,
      String what,
      JsonNode detail,
      String member,
      String now) {
    if (!detail.path(member).asString("").equals(now)) {
      faults.add(ChainFault.changed(where, what));
    }
  }
}
