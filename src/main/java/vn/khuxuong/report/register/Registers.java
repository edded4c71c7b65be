package vn.khuxuong.report.register;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.khuxuong.platform.audit.Audit;
import vn.khuxuong.platform.file.Sha256;
import vn.khuxuong.platform.problem.ProblemException;
import vn.khuxuong.report.ReportAccess;
import vn.khuxuong.report.ReportProblem;
import vn.khuxuong.report.ledger.Fault;
import vn.khuxuong.report.ledger.Ledger;
import vn.khuxuong.report.ledger.ProjectEvent;
import vn.khuxuong.report.register.RegisterStore.State;
import vn.khuxuong.report.register.RegisterStore.StoredRegister;

/** The way of a register into the ledger: read, looked at, confirmed or discarded. */
@Component
class Registers {
  private static final int MOST_OPEN = 10;

  private final RegisterStore store;
  private final ReadRegister reader;
  private final Ledger ledger;
  private final ReportAccess access;
  private final Audit audit;
  private final JsonMapper json;

  Registers(
      RegisterStore store,
      ReadRegister reader,
      Ledger ledger,
      ReportAccess access,
      Audit audit,
      JsonMapper json) {
    this.store = store;
    this.reader = reader;
    this.ledger = ledger;
    this.access = access;
    this.audit = audit;
    this.json = json;
  }

  /** Reads a file and keeps what it was read as; the ledger is not touched. */
  @Transactional
  UUID read(byte[] file, String fileName, NumberText.Style style) {
    String author = access.caller();
    if (store.countOpen(author) >= MOST_OPEN) {
      throw ReportProblem.TOO_MANY_REGISTERS
          .with(
              "Bạn đang có " + MOST_OPEN + " tệp chưa quyết định.",
              "You have " + MOST_OPEN + " files undecided.")
          .remedy("Xác nhận hoặc bỏ bớt.", "Confirm or discard some.");
    }
    Reading reading = reader.run(file, style);
    String report = json.writeValueAsString(reading.summary());
    String events = json.writeValueAsString(reading.events());
    UUID id = UUID.randomUUID();
    String name = fileName.replaceAll(".*[/\\\\]", "").replaceAll("\\p{C}", "");
    store.insert(
        id,
        author,
        name.length() > 200 ? name.substring(0, 200) : name,
        Sha256.of(file),
        Sha256.of(report + events),
        report,
        events);
    audit.record(
        author,
        "indicator.register-read",
        "register",
        id.toString(),
        Map.of("file", name, "good", reading.summary().good()));
    return id;
  }

  /** Registers of the caller that wait for a decision. */
  @Transactional(readOnly = true)
  public List<RegisterStore.OpenRegister> open() {
    return store.open(access.caller());
  }

  /** A register of the caller; for everybody else it does not exist. */
  @Transactional(readOnly = true)
  public StoredRegister get(UUID id) {
    return own(id, store.find(id).orElseThrow(() -> unknown(id)));
  }

  /**
   * Records what was read, wholly or not at all.
   *
   * @param reading hash of the reading that the caller has looked at
   * @param leaveOutFaulty whether lines with faults may be left out
   * @return number of events recorded
   */
  @Transactional
  public int confirm(UUID id, String reading, boolean leaveOutFaulty) {
    StoredRegister register = locked(id);
    if (!register.readingSha256().equals(reading)) {
      throw ReportProblem.REGISTER_STALE
          .with("Phải xác nhận đúng lần đọc đã xem.", "Confirm the reading that was looked at.")
          .field("reading")
          .remedy("Gửi “reading” của báo cáo.", "Send reading as in the report.");
    }
    int refused = json.readTree(register.report()).path("refused").asInt();
    if (refused > 0 && !leaveOutFaulty) {
      throw ReportProblem.REGISTER_REFUSED
          .with(refused + " dòng chưa ghi được.", refused + " lines cannot be recorded.")
          .field("leaveOutFaulty")
          .with("refused", refused)
          .remedy(
              "Sửa tệp và gửi lại, hoặc gửi leaveOutFaulty = true để bỏ các dòng đó.",
              "Mend the file and send it again, or send leaveOutFaulty = true to leave them out.");
    }
    List<ProjectEvent> events =
        json.readValue(
            String.valueOf(register.events()), new TypeReference<List<ProjectEvent>>() {});
    if (events.isEmpty()) {
      throw ReportProblem.REGISTER_REFUSED
          .with("Không có dòng nào ghi được.", "There is nothing to record.")
          .field("file");
    }
    Map<Integer, List<Fault>> changed = ledger.recordAll(events, id, access.caller());
    if (!changed.isEmpty()) {
      String project = events.get(Collections.min(changed.keySet())).project();
      throw ReportProblem.REGISTER_STALE
          .with(
              "Sổ đã thay đổi từ lần đọc; dự án " + project + " không ghi được nữa.",
              "The ledger changed since; project " + project + " cannot be recorded.")
          .field("project")
          .remedy("Gửi lại tệp để đọc lại.", "Send the file again to have it read anew.");
    }
    store.decide(id, State.CONFIRMED);
    audit.record(
        access.caller(),
        "indicator.register-confirmed",
        "register",
        id.toString(),
        Map.of("events", events.size(), "leftOut", refused));
    return events.size();
  }

  @Transactional
  public void discard(UUID id) {
    locked(id);
    store.decide(id, State.DISCARDED);
    audit.record(
        access.caller(), "indicator.register-discarded", "register", id.toString(), Map.of());
  }

  private StoredRegister locked(UUID id) {
    StoredRegister register = own(id, store.lock(id).orElseThrow(() -> unknown(id)));
    if (register.state() != State.READ) {
      throw ReportProblem.REGISTER_STALE
          .with("Lần nhập này đã được quyết định.", "The import was decided on already.")
          .with("state", register.state().name());
    }
    return register;
  }

  private StoredRegister own(UUID id, StoredRegister register) {
    if (!register.author().equals(access.caller())) {
      throw unknown(id);
    }
    return register;
  }

  private static ProblemException unknown(UUID id) {
    return ReportProblem.UNKNOWN_REGISTER
        .with("Không có lần nhập " + id + ".", "There is no import " + id + ".")
        .field("id");
  }
}
