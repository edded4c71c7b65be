package vn.khuxuong.zoning.exchange;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import vn.khuxuong.platform.job.Job;
import vn.khuxuong.platform.job.JobHandler;
import vn.khuxuong.platform.problem.ProblemException;
import vn.khuxuong.platform.web.Language;
import vn.khuxuong.zoning.Subzone;
import vn.khuxuong.zoning.SubzoneJson;
import vn.khuxuong.zoning.Zone;
import vn.khuxuong.zoning.draft.DraftStates;
import vn.khuxuong.zoning.exchange.ImportStore.State;
import vn.khuxuong.zoning.exchange.ImportStore.StoredImport;
import vn.khuxuong.zoning.plan.Plan;
import vn.khuxuong.zoning.plan.PlanStore;
import vn.khuxuong.zoning.plan.ZoneStore;

/** The job that reads an uploaded file and writes down what it holds. It draws nothing. */
@Component
class ReadImport implements JobHandler {
  static final String KIND = "zoning.import";
  private static final Logger log = LoggerFactory.getLogger(ReadImport.class);

  private final ImportStore store;
  private final PlanStore plans;
  private final ZoneStore zones;
  private final DraftStates drafts;
  private final JsonMapper json;

  /** What the job is asked. */
  record Parameters(UUID importId) {}

  ReadImport(
      ImportStore store, PlanStore plans, ZoneStore zones, DraftStates drafts, JsonMapper json) {
    this.store = store;
    this.plans = plans;
    this.zones = zones;
    this.drafts = drafts;
    this.json = json;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public void run(Job job, JsonNode parameters) throws IOException {
    UUID id = json.treeToValue(parameters, Parameters.class).importId();
    StoredImport asked = store.find(id).orElse(null);
    Optional<byte[]> file = store.file(id);
    if (asked == null || file.isEmpty() || asked.state() != State.READING) {
      return; // decided meanwhile, or read before a crash that came after
    }
    try {
      ImportReport report = read(job, asked, file.get());
      ArrayNode drawn = json.createArrayNode();
      Plan plan = plans.find(asked.planId()).orElseThrow();
      report.subzones().forEach(s -> drawn.add(SubzoneJson.write(s, plan.legal())));
      store.endReading(id, job.id(), State.READ, report.json().toString(), drawn.toString());
    } catch (ProblemException e) {
      store.endReading(id, job.id(), State.REFUSED, refusal(e).toString(), null);
    } catch (RuntimeException | IOException e) {
      log.error("File of import {} could not be read", id, e);
      ProblemException why =
          BadFile.BROKEN.with("Không đọc được tệp này.", "This file cannot be read.");
      store.endReading(id, job.id(), State.REFUSED, refusal(why).toString(), null);
      throw e;
    }
  }

  private ImportReport read(Job job, StoredImport asked, byte[] file) throws IOException {
    RawFile raw =
        ReadFile.read(
            file,
            asked.fileName(),
            ImportLimits.standard(),
            job::cancelled,
            done ->
                job.progress(
                    done, 0, "Đang đọc tệp", "Reading the file", Map.of("features", done)));
    Plan plan = plans.find(asked.planId()).orElseThrow();
    Zone zone = zones.get(plan.zoneCode());
    List<Subzone> present = drafts.of(plan).list();
    ObjectNode remembered =
        store
            .mapping(asked.author(), FieldMapping.fieldsSha256(raw))
            .map(text -> (ObjectNode) json.readTree(text))
            .orElse(null);
    ImportOptions options = ImportOptions.read(json.readTree(asked.options()));
    return ImportReport.of(raw, zone, present, options, remembered);
  }

  private ObjectNode refusal(ProblemException e) {
    ObjectNode report = json.createObjectNode();
    ObjectNode refusal = report.putObject("refusal");
    refusal.put("vi", e.detail(Language.VI)).put("en", e.detail(Language.EN));
    refusal.put("remedyVi", e.remedy(Language.VI)).put("remedyEn", e.remedy(Language.EN));
    e.members().forEach((name, value) -> refusal.set(name, json.valueToTree(value)));
    return report;
  }
}
