package vn.khuxuong.allocation.round;

import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.khuxuong.allocation.round.RoundProcess.Action;
import vn.khuxuong.allocation.round.RoundProcess.Actor;
import vn.khuxuong.platform.problem.ProblemException;
import vn.khuxuong.tenancy.Asked;
import vn.khuxuong.tenancy.Parties;
import vn.khuxuong.tenancy.Party;

/** Firms object to a shown draft (kiến nghị); officers answer, and approval waits for them. */
@Component
class Objections {
  private static final int LONGEST = 4_000;

  private final RoundStore rounds;
  private final ObjectionStore store;
  private final RoundSteps steps;
  private final Parties parties;

  Objections(RoundStore rounds, ObjectionStore store, RoundSteps steps, Parties parties) {
    this.rounds = rounds;
    this.store = store;
    this.steps = steps;
    this.parties = parties;
  }

  /** Objects for an application of the caller's firm, while the window is open. */
  @PreAuthorize("hasRole('FIRM')")
  @Transactional
  public ObjectionStore.Kept object(long id, @Nullable String application, @Nullable String body) {
    Party firm = parties.caller();
    String code = Asked.required("application", application);
    String text = text("body", body);
    Round round = steps.lock(id, Action.OBJECT, Actor.FIRM, null);
    boolean own =
        rounds.entries(id).stream()
            .anyMatch(e -> e.application().equals(code) && firm.sees(e.firmId()));
    if (!own) {
      throw unknown(code);
    }
    if (round.objectionsUntil() == null || rounds.now().isAfter(round.objectionsUntil())) {
      throw RoundProblem.NOT_YET.with(
          "Thời hạn kiến nghị đã hết.", "The window for objections has closed.");
    }
    long made = store.insert(id, code, text, firm.username());
    steps.take(
        round,
        Action.OBJECT,
        new RoundSteps.By(Actor.FIRM, firm.username(), null),
        Map.of("objection", made, "application", code, "bodySha256", CriteriaJson.sha256(text)));
    return store.find(id, made).orElseThrow();
  }

  /** Answers an objection, once. */
  @PreAuthorize("hasRole('OFFICER')")
  @Transactional
  public ObjectionStore.Kept reply(
      long id, long objection, @Nullable String ruling, @Nullable String reply) {
    ObjectionStore.Ruling answer =
        Asked.oneOf("ruling", ObjectionStore.Ruling.class, Asked.required("ruling", ruling));
    String text = text("reply", reply);
    Round round = steps.lock(id, Action.REPLY, Actor.OFFICER, null);
    ObjectionStore.Kept kept =
        store
            .find(id, objection)
            .orElseThrow(
                () ->
                    RoundProblem.UNKNOWN_OBJECTION
                        .with(
                            "Không có kiến nghị số " + objection + ".",
                            "There is no objection " + objection + ".")
                        .field("objection"));
    if (kept.ruling() != null) {
      throw RoundProblem.WRONG_STATE.with(
          "Kiến nghị này đã được trả lời.", "The objection was answered before.");
    }
    String username = parties.caller().username();
    store.reply(objection, answer, text, username);
    steps.take(
        round,
        Action.REPLY,
        new RoundSteps.By(Actor.OFFICER, username, null),
        Map.of(
            "objection", objection,
            "ruling", answer.name(),
            "replySha256", CriteriaJson.sha256(text)));
    return store.find(id, objection).orElseThrow();
  }

  /** Objections that the caller may read: its own firm's, an officer all. */
  @PreAuthorize("hasAnyRole('FIRM', 'OFFICER')")
  @Transactional(readOnly = true)
  public List<ObjectionStore.Kept> list(long id) {
    Party party = parties.caller();
    return store.list(id).stream().filter(kept -> party.sees(kept.firmId())).toList();
  }

  static ProblemException unknown(String application) {
    return RoundProblem.UNKNOWN_APPLICATION
        .with(
            "Hồ sơ " + application + " không có trong đợt này.",
            "Application " + application + " is not in this round.")
        .field("application");
  }

  private static String text(String member, @Nullable String value) {
    String text = Normalizer.normalize(Asked.required(member, value), Normalizer.Form.NFC).strip();
    boolean odd = text.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n');
    if (text.isEmpty() || text.length() > LONGEST || odd) {
      throw Asked.bad(
          member,
          "\"" + member + "\" phải có từ 1 đến " + LONGEST + " ký tự.",
          "\"" + member + "\" must have 1 to " + LONGEST + " characters.");
    }
    return text;
  }
}
