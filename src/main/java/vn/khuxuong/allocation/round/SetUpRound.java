package vn.khuxuong.allocation.round;

import java.security.SecureRandom;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.khuxuong.allocation.lottery.LotDraw;
import vn.khuxuong.allocation.round.RoundProcess.Action;
import vn.khuxuong.allocation.round.RoundProcess.Actor;
import vn.khuxuong.platform.audit.Audit;
import vn.khuxuong.tenancy.Asked;
import vn.khuxuong.tenancy.Parties;

/** Sets up a round: criteria, related firms, opening; and withdraws one. */
@Component
class SetUpRound {
  private static final SecureRandom RANDOM = new SecureRandom();

  private final RoundStore store;
  private final RoundSteps steps;
  private final CriteriaJson criteria;
  private final Parties parties;
  private final Audit audit;

  SetUpRound(
      RoundStore store, RoundSteps steps, CriteriaJson criteria, Parties parties, Audit audit) {
    this.store = store;
    this.steps = steps;
    this.criteria = criteria;
    this.parties = parties;
    this.audit = audit;
  }

  /** Starts a draft. */
  @PreAuthorize("hasRole('OFFICER')")
  @Transactional
  public Round create(RoundAsked asked) {
    RoundStore.Draft draft = asked.draft(criteria, Criteria.standard(), caller());
    long id =
        store
            .insert(draft)
            .orElseThrow(
                () ->
                    RoundProblem.CODE_TAKEN
                        .with(
                            "Mã đợt " + draft.code() + " đã dùng.",
                            "The code " + draft.code() + " is taken.")
                        .field("code"));
    audit.record("round.created", "round", String.valueOf(id), Map.of("code", draft.code()));
    return store.find(id).orElseThrow();
  }

  /** Changes a draft; its code stays. */
  @PreAuthorize("hasRole('OFFICER')")
  @Transactional
  public Round change(long id, RoundAsked asked, @Nullable String ifMatch) {
    Round round = steps.lock(id, Action.CHANGE, Actor.OFFICER, ifMatch);
    RoundStore.Draft draft =
        asked.withCode(round.code()).draft(criteria, criteria.of(round), caller());
    store.change(id, draft);
    audit.record("round.changed", "round", String.valueOf(id), Map.of("code", round.code()));
    return store.find(id).orElseThrow();
  }

  /**
   * Says which firms count as one, while the round is a draft or open.
   *
   * @param groups codes of firms
   */
  @PreAuthorize("hasRole('OFFICER')")
  @Transactional
  public Round relate(long id, List<List<String>> groups, String reason) {
    Round round = store.lock(id).orElseThrow(() -> RoundSteps.unknown(id));
    if (round.status() != RoundProcess.State.DRAFT && round.status() != RoundProcess.State.OPEN) {
      throw RoundProblem.WRONG_STATE
          .with("Đợt đã khóa hồ sơ.", "The round's applications are frozen.")
          .with("status", round.status().name());
    }
    store.forgetRelations(id);
    for (int group = 0; group < groups.size(); group++) {
      for (String firm : groups.get(group)) {
        if (!store.relate(id, group + 1, firm)) {
          throw Asked.bad(
              "groups",
              "Không có doanh nghiệp " + firm + ", hoặc đã ở nhóm khác.",
              "There is no firm " + firm + ", or it is in another group.");
        }
      }
    }
    audit.record(
        "round.related", "round", String.valueOf(id), Map.of("groups", groups, "reason", reason));
    return round;
  }

  /** Publishes criteria and deadline; from now on they are fixed. */
  @PreAuthorize("hasRole('OFFICER')")
  @Transactional
  public Round open(long id, @Nullable String reason, @Nullable String ifMatch) {
    Round round = steps.lock(id, Action.OPEN, Actor.OFFICER, ifMatch);
    open(round, new RoundSteps.By(Actor.OFFICER, caller(), reason));
    return store.find(id).orElseThrow();
  }

  void open(Round round, RoundSteps.By by) {
    OffsetDateTime deadline = round.deadline();
    if (deadline == null || !deadline.isAfter(store.now())) {
      throw Asked.bad(
          "deadline",
          "Hạn nộp hồ sơ phải ở tương lai.",
          "The deadline for applications must lie ahead.");
    }
    publish(round, by, deadline);
  }

  /** Publishes without looking at the deadline. */
  void publish(Round round, RoundSteps.By by, OffsetDateTime deadline) {
    Map<RoundStore.Column, Object> filled = new EnumMap<>(RoundStore.Column.class);
    filled.put(RoundStore.Column.OPENED_BY, by.username());
    filled.put(RoundStore.Column.OPENED_AT, store.now());
    String commitment = "";
    if (criteria.of(round).tieBreak() == Criteria.TieBreak.LOT) {
      byte[] bytes = new byte[32];
      RANDOM.nextBytes(bytes);
      String seed = HexFormat.of().formatHex(bytes);
      commitment = LotDraw.commitment(seed);
      store.seal(round.id(), seed);
      filled.put(RoundStore.Column.LOT_COMMITMENT, commitment);
    }
    steps.take(
        round,
        Action.OPEN,
        by,
        Map.of(
            "rulesSha256", CriteriaJson.sha256(round),
            "deadline", deadline.toInstant().toString(),
            "lotCommitment", commitment),
        filled);
  }

  /** Ends a round before it was decided. */
  @PreAuthorize("hasRole('OFFICER')")
  @Transactional
  public Round withdraw(long id, String reason, @Nullable String ifMatch) {
    Round round = steps.lock(id, Action.WITHDRAW, Actor.OFFICER, ifMatch);
    steps.take(
        round, Action.WITHDRAW, new RoundSteps.By(Actor.OFFICER, caller(), reason), Map.of());
    return store.find(id).orElseThrow();
  }

  private String caller() {
    return parties.caller().username();
  }
}
