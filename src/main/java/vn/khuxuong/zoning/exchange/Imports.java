package vn.khuxuong.zoning.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.khuxuong.platform.audit.Audit;
import vn.khuxuong.platform.job.Jobs;
import vn.khuxuong.platform.problem.ProblemException;
import vn.khuxuong.zoning.Subzone;
import vn.khuxuong.zoning.SubzoneJson;
import vn.khuxuong.zoning.ZoningProblem;
import vn.khuxuong.zoning.draft.EditDraft;
import vn.khuxuong.zoning.exchange.ImportStore.State;
import vn.khuxuong.zoning.exchange.ImportStore.StoredImport;
import vn.khuxuong.zoning.plan.Plan;
import vn.khuxuong.zoning.plan.PlanAccess;

/** The way of a file into a draft: uploaded, read, looked at, confirmed or discarded. */
@Component
class Imports {
  /** More undecided files than this are nobody's work. */
  private static final int MOST_OPEN = 10;

  private final ImportStore store;
  private final PlanAccess access;
  private final EditDraft draft;
  private final Jobs jobs;
  private final Audit audit;
  private final JsonMapper json;

  Imports(
      ImportStore store,
      PlanAccess access,
      EditDraft draft,
      Jobs jobs,
      Audit audit,
      JsonMapper json) {
    this.store = store;
    this.access = access;
    this.draft = draft;
    this.jobs = jobs;
    this.audit = audit;
    this.json = json;
  }

  /**
   * Takes a file for a plan the caller may draw and queues its reading. The caller's own files that
   * waited for a decision for seven days are discarded in passing.
   */
  @Transactional
  UUID start(long planId, String fileName, byte[] content, ImportOptions options) {
    Plan plan = access.lockEditable(planId);
    store
        .discardForgotten(access.caller())
        .forEach(old -> discarded(old.id(), old.planId(), old.jobId()));
    if (store.countOpen(access.caller()) >= MOST_OPEN) {
      throw ZoningProblem.WRONG_STATUS
          .with(
              "Bạn đang có " + MOST_OPEN + " tệp chưa quyết định.",
              "You have " + MOST_OPEN + " files undecided.")
          .remedy("Xác nhận hoặc bỏ bớt.", "Confirm or discard some.");
    }
    UUID id = UUID.randomUUID();
    String name = shortened(fileName);
    String asked = options.toJson().toString();
    store.insert(id, plan.id(), access.caller(), name, content, asked);
    store.read(id, jobs.submit(ReadImport.KIND, new ReadImport.Parameters(id)), asked);
    audit.record(
        "import.started",
        "plan",
        String.valueOf(planId),
        Map.of("import", id, "file", name, "bytes", content.length));
    return id;
  }

  private static String shortened(String fileName) {
    String name = fileName.replaceAll(".*[/\\\\]", "").replaceAll("\\p{C}", "");
    return name.length() > 200 ? name.substring(name.length() - 200) : name;
  }

  /** An import of the caller, or into a plan of the caller. */
  @Transactional(readOnly = true)
  public StoredImport get(UUID id) {
    return ofCaller(id, store.find(id).orElseThrow(() -> unknown(id)));
  }

  /** What confirming would draw, as {@link SubzoneJson} in an array. */
  @Transactional(readOnly = true)
  public JsonNode subzones(UUID id) {
    get(id);
    return json.readTree(store.subzones(id).orElse("[]"));
  }

  /** Reads the file again in another way. */
  @Transactional
  public void readAgain(UUID id, ImportOptions options) {
    StoredImport stored = locked(id);
    access.lockEditable(stored.planId());
    require(stored, State.READ, State.REFUSED);
    store.read(
        id,
        jobs.submit(ReadImport.KIND, new ReadImport.Parameters(id)),
        options.toJson().toString());
  }

  /**
   * Draws what was read into the draft as one revision.
   *
   * @param ifMatch entity tag of the plan as the caller knows it
   * @param crs id of the reading the caller confirms, which must be the one it was read with
   * @param replace whether it takes the place of everything in the draft
   * @param leaveOutFaulty whether features that cannot be drawn may be left out
   */
  @Transactional
  public Plan confirm(
      UUID id, String ifMatch, String crs, boolean replace, boolean leaveOutFaulty) {
    StoredImport stored = locked(id);
    Plan plan = access.lockEditable(stored.planId());
    require(stored, State.READ);
    JsonNode report = json.readTree(String.valueOf(stored.report()));
    refuseOtherReading(report.path("crs").path("chosen").asString(""), crs);
    refuseFaulty(report.path("errors").asInt(0), leaveOutFaulty);
    List<Subzone> subzones = new ArrayList<>();
    for (JsonNode subzone : json.readTree(store.subzones(id).orElse("[]"))) {
      subzones.add(SubzoneJson.read(subzone, plan.legal()));
    }
    if (subzones.isEmpty()) {
      throw BadFile.NO_POLYGONS.with("Không có gì để vẽ.", "There is nothing to draw.");
    }
    ObjectNode batch = json.createObjectNode();
    batch.put("import", id.toString()).put("file", stored.fileName()).put("crs", crs);
    batch.put("mode", replace ? "replace" : "add");
    Plan drawn = draft.importInto(plan.id(), ifMatch, subzones, replace, batch);
    store.remember(
        access.caller(),
        report.path("fieldsSha256").asString(""),
        report.path("mapping").toString());
    store.decide(id, State.CONFIRMED);
    audit.record(
        "import.confirmed",
        "plan",
        String.valueOf(plan.id()),
        Map.of("import", id, "subzones", subzones.size(), "replace", replace, "crs", crs));
    return drawn;
  }

  /** Forgets a file that was not drawn; a job that still reads it is told to stop. */
  @Transactional
  public void discard(UUID id) {
    StoredImport stored = locked(id);
    require(stored, State.READING, State.READ, State.REFUSED);
    store.decide(id, State.DISCARDED);
    discarded(id, stored.planId(), stored.jobId());
  }

  private void discarded(UUID id, long planId, @Nullable UUID jobId) {
    if (jobId != null) {
      jobs.cancel(jobId);
    }
    audit.record("import.discarded", "plan", String.valueOf(planId), Map.of("import", id));
  }

  private static void refuseOtherReading(String chosen, String confirmed) {
    if (chosen.isEmpty() || !chosen.equals(confirmed)) {
      throw ZoningProblem.BAD_BODY
          .with(
              "Phải xác nhận đúng cách đọc tọa độ đã dùng: “" + chosen + "”.",
              "The reading of the coordinates to confirm is “" + chosen + "”.")
          .field("crs")
          .remedy(
              "Gửi “crs” bằng crs.chosen của báo cáo, hoặc chọn cách khác qua …/options.",
              "Send crs as crs.chosen of the report, or choose another through …/options.");
    }
  }

  private static void refuseFaulty(int errors, boolean leaveOut) {
    if (errors > 0 && !leaveOut) {
      throw ZoningProblem.BAD_FILE
          .with(
              errors + " đối tượng không vẽ được.",
              errors + " features of the file cannot be drawn.")
          .field("leaveOutFaulty")
          .with("errors", errors)
          .remedy(
              "Sửa tệp, đổi ánh xạ, hoặc gửi leaveOutFaulty = true để bỏ chúng.",
              "Mend the file or the mapping, or send leaveOutFaulty = true to leave them out.");
    }
  }

  private StoredImport locked(UUID id) {
    return ofCaller(id, store.lock(id).orElseThrow(() -> unknown(id)));
  }

  /** For everybody else the import does not exist. */
  private StoredImport ofCaller(UUID id, StoredImport stored) {
    String caller = access.caller();
    if (!stored.author().equals(caller)
        && !access.readable(stored.planId()).author().equals(caller)) {
      throw unknown(id);
    }
    return stored;
  }

  private static void require(StoredImport stored, State... states) {
    if (!List.of(states).contains(stored.state())) {
      throw ZoningProblem.WRONG_STATUS
          .with(
              "Lần nhập đang ở trạng thái " + stored.state() + ".",
              "The import is " + stored.state() + ".")
          .with("state", stored.state().name());
    }
  }

  private static ProblemException unknown(UUID id) {
    return ZoningProblem.UNKNOWN_IMPORT
        .with("Không có lần nhập " + id + ".", "There is no import " + id + ".")
        .field("id");
  }
}
