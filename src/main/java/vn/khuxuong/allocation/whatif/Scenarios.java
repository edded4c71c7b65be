package vn.khuxuong.allocation.whatif;

import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;
import vn.khuxuong.allocation.round.ClosedRounds;
import vn.khuxuong.allocation.round.RoundProblem;
import vn.khuxuong.allocation.solver.InstanceFault;
import vn.khuxuong.platform.audit.Audit;
import vn.khuxuong.platform.job.Jobs;
import vn.khuxuong.tenancy.Asked;
import vn.khuxuong.tenancy.Parties;

/** Officers ask what would be if; each has a few scenarios at a time and some more an hour. */
@Component
class Scenarios {
  private static final int SOON_SECONDS = 30;
  private static final int HOUR_SECONDS = 3_600;
  private static final int MOST_OPEN = 3;
  private static final int MOST_AN_HOUR = 30;
  private static final int LONGEST_NAME = 200;

  private final ScenarioStore store;
  private final ClosedRounds rounds;
  private final Jobs jobs;
  private final Parties parties;
  private final Audit audit;
  private final JsonMapper json;

  Scenarios(
      ScenarioStore store,
      ClosedRounds rounds,
      Jobs jobs,
      Parties parties,
      Audit audit,
      JsonMapper json) {
    this.store = store;
    this.rounds = rounds;
    this.jobs = jobs;
    this.parties = parties;
    this.audit = audit;
    this.json = json;
  }

  /** Forks a round and queues its solving; the round is not touched. */
  @PreAuthorize("hasRole('OFFICER')")
  @Transactional
  public ScenarioStore.Kept ask(long round, ScenarioAsked asked) {
    String username = parties.caller().username();
    ScenarioStore.Load load = store.load(username);
    if (load.open() >= MOST_OPEN || load.lastHour() >= MOST_AN_HOUR) {
      throw RoundProblem.TOO_MANY_SCENARIOS
          .with(
              "Mỗi người có tối đa "
                  + MOST_OPEN
                  + " phương án đang tính và "
                  + MOST_AN_HOUR
                  + " phương án một giờ.",
              "Each person has at most "
                  + MOST_OPEN
                  + " scenarios being solved, and "
                  + MOST_AN_HOUR
                  + " an hour.")
          .remedy("Chờ phương án trước tính xong.", "Wait until an earlier one is solved.")
          .retryAfter(load.open() >= MOST_OPEN ? SOON_SECONDS : HOUR_SECONDS);
    }
    String name = name(asked.name());
    asked.budget();
    ClosedRounds.Frozen frozen = rounds.frozen(round);
    try {
      Fork.of(frozen.instance(), frozen.sides(), asked);
    } catch (InstanceFault fault) {
      throw Asked.bad(
          "applications",
          "Phương án không hợp lệ: " + fault.getMessage(),
          "The scenario is not sound: " + fault.getMessage());
    }
    long id = store.insert(round, frozen.run(), name, json.writeValueAsString(asked), username);
    UUID job = jobs.submit(SolveScenario.KIND, new SolveScenario.Parameters(id));
    store.queued(id, job);
    return store.find(id).orElseThrow();
  }

  /** A scenario of a round. */
  @PreAuthorize("hasRole('OFFICER')")
  @Transactional(readOnly = true)
  public ScenarioStore.Kept get(long round, long id) {
    return store
        .find(round, id)
        .orElseThrow(
            () ->
                RoundProblem.UNKNOWN_SCENARIO
                    .with(
                        "Không có phương án thử số " + id + ".", "There is no scenario " + id + ".")
                    .field("scenario"));
  }

  /** Throws a scenario away, and stops its solving; the round never knew of it. */
  @PreAuthorize("hasRole('OFFICER')")
  @Transactional
  public void discard(long round, long id) {
    ScenarioStore.Kept kept = get(round, id);
    if (kept.jobId() != null) {
      jobs.cancel(kept.jobId());
    }
    store.delete(round, id);
    audit.record(
        "scenario.discarded",
        "round",
        String.valueOf(round),
        Map.of("scenario", id, "name", kept.name(), "asked", kept.asked()));
  }

  /** Scenarios of a round, the newest first. */
  @PreAuthorize("hasRole('OFFICER')")
  @Transactional(readOnly = true)
  public List<ScenarioStore.Kept> list(long round) {
    return store.list(round);
  }

  private static String name(@Nullable String value) {
    String text = Normalizer.normalize(Asked.required("name", value), Normalizer.Form.NFC).strip();
    if (text.isEmpty()
        || text.length() > LONGEST_NAME
        || text.chars().anyMatch(Character::isISOControl)) {
      throw Asked.bad(
          "name",
          "Tên phương án phải có từ 1 đến " + LONGEST_NAME + " ký tự.",
          "The name has 1 to " + LONGEST_NAME + " characters.");
    }
    return text;
  }
}
