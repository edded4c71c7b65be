package vn.khuxuong.allocation.round;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import vn.khuxuong.allocation.answer.Group;
import vn.khuxuong.allocation.answer.Reserved;
import vn.khuxuong.allocation.answer.Sides;
import vn.khuxuong.allocation.lottery.LotDraw;
import vn.khuxuong.allocation.round.RoundProcess.Action;
import vn.khuxuong.allocation.round.RoundProcess.Actor;
import vn.khuxuong.allocation.solver.Instance;
import vn.khuxuong.allocation.solver.InstanceJson;
import vn.khuxuong.platform.audit.Audit;
import vn.khuxuong.platform.problem.ProblemException;
import vn.khuxuong.space.Building;
import vn.khuxuong.space.Buildings;
import vn.khuxuong.tenancy.Application;
import vn.khuxuong.tenancy.Applications;
import vn.khuxuong.tenancy.Parties;

/**
 * Closes a round once its deadline has passed: freezes and hashes every eligible application that
 * was complete by then, every bay that is free, and what the criteria make of both; reveals the
 * seed of the draw. The deadline itself closes it within seconds where no officer does.
 */
@Component
class CloseRound {
  private static final Logger log = LoggerFactory.getLogger(CloseRound.class);

  private final RoundStore store;
  private final RoundSteps steps;
  private final CriteriaJson criteria;
  private final Buildings buildings;
  private final Applications applications;
  private final Parties parties;
  private final TransactionTemplate transaction;

  CloseRound(
      RoundStore store,
      RoundSteps steps,
      CriteriaJson criteria,
      Buildings buildings,
      Applications applications,
      Parties parties,
      TransactionTemplate transaction) {
    this.store = store;
    this.steps = steps;
    this.criteria = criteria;
    this.buildings = buildings;
    this.applications = applications;
    this.parties = parties;
    this.transaction = transaction;
  }

  /** Closes a round by hand. */
  @PreAuthorize("hasRole('OFFICER')")
  @Transactional
  public Round close(long id, @Nullable String reason, @Nullable String ifMatch) {
    Round round = steps.lock(id, Action.CLOSE, Actor.OFFICER, ifMatch);
    close(round, new RoundSteps.By(Actor.OFFICER, parties.caller().username(), reason));
    return store.find(id).orElseThrow();
  }

  @Scheduled(initialDelay = 3_000, fixedDelay = 1_000)
  void closeDue() {
    try {
      store.due().forEach(id -> alone(id, () -> byTime(id)));
      store.stranded().forEach(id -> alone(id, () -> fail(id)));
    } catch (DataAccessException | TransactionException e) {
      log.warn("Rounds could not be looked at for now: {}", e.getMessage());
    }
  }

  /** One round that fails does not keep the others waiting. */
  private void alone(long id, Runnable step) {
    try {
      transaction.executeWithoutResult(status -> step.run());
    } catch (DataAccessException | TransactionException | IllegalArgumentException e) {
      log.warn("Round {} could not be moved for now", id, e);
    }
  }

  private void byTime(long id) {
    if (store.due().contains(id)) {
      try {
        close(
            steps.lock(id, Action.CLOSE, Actor.TIME, null),
            new RoundSteps.By(Actor.TIME, Audit.SYSTEM, "deadline"));
      } catch (ProblemException closedMeanwhile) {
        log.debug("Round {} was closed by somebody else", id);
      }
    }
  }

  private void fail(long id) {
    try {
      Round round = steps.lock(id, Action.FAIL, Actor.ENGINE, null);
      if (store.stranded().contains(id)) {
        steps.take(
            round,
            Action.FAIL,
            new RoundSteps.By(Actor.ENGINE, Audit.SYSTEM, "the job ended without an answer"),
            Map.of());
      }
    } catch (ProblemException answeredMeanwhile) {
      log.debug("Round {} has its answer", id);
    }
  }

  /** Freezes a locked round. */
  void close(Round round, RoundSteps.By by) {
    OffsetDateTime deadline = round.deadline();
    if (deadline == null || store.now().isBefore(deadline)) {
      throw RoundProblem.NOT_YET
          .with(
              "Hồ sơ còn nhận đến " + deadline + ".",
              "Applications may come in until " + deadline + ".")
          .with("deadline", String.valueOf(deadline));
    }
    freeze(
        round,
        by,
        applications.listOpen().stream()
            .filter(a -> !a.submittedAt().isAfter(deadline.toInstant()))
            .toList());
  }

  void freeze(Round round, RoundSteps.By by, List<Application> applying) {
    Criteria rules = criteria.of(round);
    List<Building> standing =
        buildings.list(round.month0().atDay(1)).stream()
            .filter(b -> rules.takesPart(b.zoneCode(), b.code()))
            .toList();
    Instance problem = problem(round, rules, standing, applying);
    String input = new String(InstanceJson.write(problem), StandardCharsets.UTF_8);
    String seed = store.unseal(round.id()).orElse(null);
    List<String> order = order(rules, applying, seed);
    Map<String, Long> firms = store.firmsOf(order);
    Sides sides =
        new Sides(
            quotas(rules, problem),
            related(rules, order, firms, store.relations(round.id())),
            order,
            rules.changePenalty());
    String written = criteria.write(sides);
    enter(round.id(), problem, order, firms, applying);
    Map<RoundStore.Column, Object> filled = new EnumMap<>(RoundStore.Column.class);
    filled.put(RoundStore.Column.INPUT, input);
    filled.put(RoundStore.Column.SIDES, written);
    filled.put(RoundStore.Column.CLOSED_AT, store.now());
    if (seed != null) {
      filled.put(RoundStore.Column.LOT_SEED, seed);
    }
    Map<String, Object> detail = new LinkedHashMap<>();
    detail.put("applications", applying.size());
    detail.put("buildings", standing.size());
    detail.put("inputSha256", CriteriaJson.sha256(input));
    detail.put("sidesSha256", CriteriaJson.sha256(written));
    detail.put("rulesSha256", CriteriaJson.sha256(round));
    detail.put("lotSeed", seed == null ? "" : seed);
    steps.take(round, Action.CLOSE, by, detail, filled);
  }

  private static Instance problem(
      Round round, Criteria rules, List<Building> standing, List<Application> applying) {
    Map<String, Group> kept = new HashMap<>();
    rules
        .reserves()
        .forEach(r -> kept.put(FrozenProblem.floorId(r.building(), r.level()), r.group()));
    return Reserved.apply(
        FrozenProblem.of(round.code(), rules.policy(), round.month0(), standing, applying), kept);
  }

  private static List<String> order(
      Criteria rules, List<Application> applying, @Nullable String seed) {
    if (rules.tieBreak() == Criteria.TieBreak.LOT && seed != null) {
      return LotDraw.draw(seed, applying.stream().map(Application::code).toList()).stream()
          .map(LotDraw.Lot::application)
          .toList();
    }
    return applying.stream()
        .sorted(Comparator.comparing(Application::submittedAt).thenComparing(Application::code))
        .map(Application::code)
        .toList();
  }

  private static List<Sides.Quota> quotas(Criteria rules, Instance problem) {
    long supply = Supply.freeM2(problem);
    return rules.quotas().stream()
        .map(q -> new Sides.Quota(q.group(), supply * q.atLeastPct() / 100))
        .toList();
  }

  /** Applications that count as one, two or more in each list. */
  private static List<List<String>> related(
      Criteria rules, List<String> order, Map<String, Long> firms, Map<Long, Integer> groups) {
    Map<String, List<String>> byOwner = new TreeMap<>();
    for (String application : order) {
      Long firm = firms.get(application);
      Integer group = groups.get(firm);
      if (group != null) {
        byOwner.computeIfAbsent("G" + group, g -> new ArrayList<>()).add(application);
      } else if (rules.firmCountsOnce()) {
        byOwner.computeIfAbsent("F" + firm, f -> new ArrayList<>()).add(application);
      }
    }
    return byOwner.values().stream().filter(list -> list.size() > 1).toList();
  }

  private void enter(
      long round,
      Instance problem,
      List<String> order,
      Map<String, Long> firms,
      List<Application> applying) {
    Map<String, Integer> points = new HashMap<>();
    problem.firms().forEach(firm -> points.put(firm.id(), firm.priority()));
    Map<String, OffsetDateTime> arrival = new HashMap<>();
    applying.forEach(a -> arrival.put(a.code(), a.submittedAt().atOffset(ZoneOffset.UTC)));
    for (int i = 0; i < order.size(); i++) {
      String application = order.get(i);
      store.insert(
          round,
          new RoundStore.Entry(
              application,
              firms.getOrDefault(application, 0L),
              i + 1,
              points.getOrDefault(application, 0),
              arrival.getOrDefault(application, OffsetDateTime.MIN)));
    }
  }
}
