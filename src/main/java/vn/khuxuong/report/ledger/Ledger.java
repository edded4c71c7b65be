package vn.khuxuong.report.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.khuxuong.platform.audit.Audit;
import vn.khuxuong.platform.problem.ProblemException;
import vn.khuxuong.report.ReportProblem;
import vn.khuxuong.report.ledger.LedgerStore.ProjectRow;
import vn.khuxuong.report.ledger.LedgerStore.StepRow;

/** Writes the ledger: appends events and corrections, never changes a row. */
@Component
public class Ledger {
  private final LedgerStore store;
  private final Audit audit;

  Ledger(LedgerStore store, Audit audit) {
    this.store = store;
    this.audit = audit;
  }

  /** What events may refer to today. */
  @Transactional(readOnly = true)
  public Known known() {
    return store.known();
  }

  /**
   * What stands against recording these events one after another, by their place in the list;
   * nothing is written. Events with faults are taken to be left out.
   */
  @Transactional(readOnly = true)
  public Map<Integer, List<Fault>> check(List<ProjectEvent> events) {
    Map<Integer, List<Fault>> all = new HashMap<>();
    Map<String, Optional<ProjectRow>> projects = new HashMap<>();
    Map<String, List<Sequence.Step>> lives = new HashMap<>();
    Map<String, Boolean> begun = new HashMap<>();
    Map<String, Optional<Long>> rates = new HashMap<>();
    for (int i = 0; i < events.size(); i++) {
      ProjectEvent event = events.get(i);
      String code = event.project();
      Optional<ProjectRow> row = projects.computeIfAbsent(code, store::project);
      List<Sequence.Step> life =
          lives.computeIfAbsent(code, c -> store.steps(c).stream().map(StepRow::step).toList());
      List<Fault> faults = new ArrayList<>();
      boolean illustrative =
          row.map(ProjectRow::illustrative).orElse(begun.getOrDefault(code, event.illustrative()));
      otherStatus(event, illustrative).ifPresent(faults::add);
      row.flatMap(r -> otherName(event, r)).ifPresent(faults::add);
      List<Sequence.Step> longer = new ArrayList<>(life);
      longer.add(step(event, Long.MAX_VALUE - events.size() + i));
      Sequence.fault(longer).ifPresent(faults::add);
      if (event.capital() != null
          && rates
              .computeIfAbsent(
                  event.on() + "/" + illustrative, day -> store.rate(event.on(), illustrative))
              .isEmpty()) {
        faults.add(noRate(event.on()));
      }
      if (faults.isEmpty()) {
        lives.put(code, longer);
        begun.put(code, illustrative);
      } else {
        all.put(i, faults);
      }
    }
    return all;
  }

  /**
   * Appends an event, within the transaction of whoever asks.
   *
   * @param register import that brings it, null for one recorded by hand
   * @return its id
   * @throws ProblemException {@link ReportProblem#BAD_EVENT}
   */
  @Transactional(propagation = Propagation.REQUIRED)
  public long record(ProjectEvent event, @Nullable UUID register, String author) {
    return record(event, register, null, author);
  }

  /**
   * Appends the events of a register one after another, within the transaction of whoever asks; the
   * audit of its confirmation names them all.
   *
   * @return what stands against some of them, by their place; where there is any, nothing is
   *     appended
   */
  @Transactional(propagation = Propagation.REQUIRED)
  public Map<Integer, List<Fault>> recordAll(
      List<ProjectEvent> events, UUID register, String author) {
    events.stream().map(ProjectEvent::project).distinct().sorted().forEach(store::takeTurns);
    Map<Integer, List<Fault>> faults = check(events);
    if (!faults.isEmpty()) {
      return faults;
    }
    Map<String, Long> projects = new HashMap<>();
    Map<String, Optional<Long>> rates = new HashMap<>();
    for (ProjectEvent event : events) {
      long project =
          projects.computeIfAbsent(
              event.project(),
              code ->
                  store
                      .project(code)
                      .map(ProjectRow::id)
                      .orElseGet(() -> store.insertProject(event)));
      Optional<Long> rate =
          event.capital() == null
              ? Optional.empty()
              : rates.computeIfAbsent(event.on() + "/" + event.illustrative(), day -> rate(event));
      store.insert(project, event.kind().name(), event, rate.orElse(null), null, register, author);
    }
    return Map.of();
  }

  /**
   * As {@link #record(ProjectEvent, UUID, String)}.
   *
   * @param ifMatch tag of the project as its author saw it, null where the author does not say
   * @throws ProblemException {@link ReportProblem#PROJECT_STALE}
   */
  @Transactional(propagation = Propagation.REQUIRED)
  public long record(
      ProjectEvent event, @Nullable UUID register, @Nullable String ifMatch, String author) {
    store.takeTurns(event.project());
    refuseStale(event.project(), ifMatch);
    List<Fault> faults = check(List.of(event)).getOrDefault(0, List.of());
    if (!faults.isEmpty()) {
      throw refused(faults);
    }
    long project =
        store
            .project(event.project())
            .map(ProjectRow::id)
            .orElseGet(() -> store.insertProject(event));
    long id =
        store.insert(
            project, event.kind().name(), event, rate(event).orElse(null), null, register, author);
    audit.record(
        author,
        "indicator.event-recorded",
        "project",
        event.project(),
        register == null
            ? Map.of("event", id, "kind", event.kind(), "on", event.on().toString())
            : Map.of(
                "event",
                id,
                "kind",
                event.kind(),
                "on",
                event.on().toString(),
                "register",
                register.toString()));
    return id;
  }

  /**
   * Takes the place of an event from now on; what was known before stays known as of then.
   *
   * @param strikeOut whether the event only goes
   * @param ifMatch as for {@link #record(ProjectEvent, UUID, String, String)}
   * @throws ProblemException {@link ReportProblem#BAD_EVENT}
   */
  @Transactional
  public long correct(
      long corrects,
      ProjectEvent event,
      boolean strikeOut,
      @Nullable String ifMatch,
      String author) {
    store.takeTurns(event.project());
    refuseStale(event.project(), ifMatch);
    ProjectRow project =
        store.project(event.project()).orElseThrow(() -> refused(List.of(notThere(corrects))));
    List<StepRow> rows = store.steps(event.project());
    StepRow wrong =
        rows.stream()
            .filter(row -> row.id() == corrects)
            .findFirst()
            .orElseThrow(() -> refused(List.of(notThere(corrects))));
    List<Fault> faults = new ArrayList<>();
    if (event.reason() == null) {
      faults.add(
          new Fault(
              "reason",
              "Đính chính phải nói lý do.",
              "A correction says why.",
              "Ghi lý do.",
              "Give the reason."));
    }
    if (!strikeOut && event.kind() != wrong.step().kind()) {
      faults.add(
          new Fault(
              "kind",
              "Đính chính giữ nguyên loại sự kiện.",
              "A correction keeps the kind of the event.",
              "Xóa bỏ bằng void, rồi ghi sự kiện khác.",
              "Strike it out with void and record another."));
    }
    List<Sequence.Step> life =
        new ArrayList<>(
            rows.stream().filter(row -> row.id() != corrects).map(StepRow::step).toList());
    if (!strikeOut) {
      life.add(step(event, wrong.step().line()));
      otherStatus(event, project.illustrative()).ifPresent(faults::add);
    }
    Sequence.fault(life).ifPresent(faults::add);
    Optional<Long> rate = strikeOut ? Optional.empty() : rate(event);
    if (!strikeOut && event.capital() != null && rate.isEmpty()) {
      faults.add(noRate(event.on()));
    }
    if (!faults.isEmpty()) {
      throw refused(faults);
    }
    long id =
        store.insert(
            project.id(),
            strikeOut ? "VOID" : event.kind().name(),
            event,
            rate.orElse(null),
            corrects,
            null,
            author);
    audit.record(
        author,
        strikeOut ? "indicator.event-struck-out" : "indicator.event-corrected",
        "project",
        event.project(),
        Map.of("event", id, "corrects", corrects, "reason", String.valueOf(event.reason())));
    return id;
  }

  /** Entity tag of a project: it moves with every row that is recorded of it. */
  String tag(String project) {
    return "\"" + store.lastEvent(project) + "\"";
  }

  private void refuseStale(String project, @Nullable String ifMatch) {
    if (ifMatch == null || ifMatch.strip().equals("*")) {
      return;
    }
    String present = tag(project);
    if (Arrays.stream(ifMatch.split(",")).noneMatch(one -> one.strip().equals(present))) {
      throw ReportProblem.PROJECT_STALE
          .with(
              "Có người vừa ghi thêm về dự án " + project + " từ lần bạn đọc.",
              "Somebody has recorded more of project " + project + " since you read it.")
          .field("If-Match")
          .remedy("Đọc lại dự án rồi ghi.", "Read the project again, then record.")
          .with("etag", present);
    }
  }

  /** The refusal of an event with all that is wrong with it. */
  static ProblemException refused(List<Fault> faults) {
    Fault first = faults.get(0);
    return ReportProblem.BAD_EVENT
        .with(first.vi(), first.en())
        .field(first.field())
        .remedy(first.remedyVi(), first.remedyEn())
        .with("faults", faults);
  }

  private Optional<Long> rate(ProjectEvent event) {
    return event.capital() == null
        ? Optional.empty()
        : store.rate(event.on(), event.illustrative());
  }

  private static Sequence.Step step(ProjectEvent event, long line) {
    return new Sequence.Step(event.kind(), event.on(), line, event.currency());
  }

  private static Optional<Fault> otherStatus(ProjectEvent event, boolean illustrative) {
    return event.illustrative() == illustrative
        ? Optional.empty()
        : Optional.of(
            new Fault(
                "illustrative",
                "Dự án minh họa và dự án thật không lẫn vào nhau.",
                "Illustrative and real projects are kept apart.",
                "Ghi illustrative là " + illustrative + ", hoặc dùng mã khác.",
                "Give illustrative as " + illustrative + ", or another code."));
  }

  private static Optional<Fault> otherName(ProjectEvent event, ProjectRow row) {
    String tax = event.taxCode();
    return tax == null || tax.equals(row.taxCode())
        ? Optional.empty()
        : Optional.of(
            new Fault(
                "taxCode",
                "Dự án này trong sổ mang mã số thuế khác.",
                "The ledger has this project under another tax code.",
                "Kiểm tra mã dự án và mã số thuế.",
                "Check the project code and the tax code."));
  }

  private static Fault noRate(LocalDate day) {
    return new Fault(
        "on",
        "Chưa có tỷ giá cho ngày " + day + ", nên chưa quy đổi được vốn.",
        "There is no exchange rate for " + day + ", so the capital cannot be converted.",
        "Ghi tỷ giá có nguồn của ngày đó trước, ở mục Tỷ giá (POST /api/v1/indicators/rates).",
        "Record that day's rate with its source first, under Rates (POST"
            + " /api/v1/indicators/rates).");
  }

  private static Fault notThere(long corrects) {
    return new Fault(
        "corrects",
        "Dự án không có sự kiện " + corrects + " còn hiệu lực.",
        "The project has no event " + corrects + " that still counts.",
        "Xem lịch sử ở /api/v1/indicators/projects/{code}.",
        "Look at its history at /api/v1/indicators/projects/{code}.");
  }
}
