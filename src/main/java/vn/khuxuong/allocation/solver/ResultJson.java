package vn.khuxuong.allocation.solver;

import java.io.ByteArrayOutputStream;
import java.io.StringWriter;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;
import vn.khuxuong.allocation.solver.Placement.Block;

/**
 * Reads and writes {@code alloc-result/1}. What is written depends on the answer and its budget
 * alone, not on the time it took, so that a run repeated gives the same bytes.
 */
public final class ResultJson {
  private static final String FORMAT = "alloc-result/1";
  private static final JsonMapper MAPPER = JsonMapper.shared();

  private ResultJson() {}

  /**
   * Reads the placements of a result for one instance. They need not be feasible: judging them is
   * the {@link Checker}'s work.
   *
   * @param json the whole document, UTF-8
   * @throws InstanceFault for anything that is not a result for this instance, with its JSON path
   */
  public static List<Placement> read(byte[] json, Instance instance) {
    JsonCursor root = JsonCursor.root(json, FORMAT);
    if (root.has("instance")) {
      String id = root.text("instance");
      InstanceFault.unless(
          id.equals(instance.id()),
          "$.instance",
          "is '" + id + "', the instance is '" + instance.id() + "'");
    }
    return root.objects("assignments", ResultJson::placement);
  }

  private static Placement placement(JsonCursor json) {
    return json.make(
        () ->
            new Placement(
                json.text("firm"),
                json.integer("start"),
                json.objects("blocks", ResultJson::block)));
  }

  private static Block block(JsonCursor json) {
    return json.make(
        () -> new Block(json.text("floor"), json.integer("startBay"), json.integer("bayCount")));
  }

  /**
   * Writes an answer.
   *
   * @param inputSha256 {@link InstanceJson#sha256} of the document that was solved
   */
  public static byte[] write(Solution solution, String inputSha256) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = MAPPER.createGenerator(bytes)) {
      json.writeStartObject();
      json.writeStringProperty("format", FORMAT);
      writeClaims(json, solution, inputSha256);
      json.writeNumberProperty("firms", solution.firms());
      writeVerdict(json, solution.verdict());
      json.writeArrayPropertyStart("assignments");
      for (Placement placement : solution.placements()) {
        writePlacement(json, placement);
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    return bytes.toByteArray();
  }

  /**
   * Writes an answer without its placements, in one line: objective by part, bound, gap,
   * iterations, seed and hash of the input, and the seconds it took.
   */
  public static String summary(Solution solution, String inputSha256) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = MAPPER.createGenerator(text)) {
      json.writeStartObject();
      writeClaims(json, solution, inputSha256);
      json.writeNumberProperty("firms", solution.firms());
      json.writeNumberProperty("placed", solution.verdict().placed());
      json.writeNumberProperty("elapsedSeconds", Math.round(solution.elapsedSeconds() * 10) / 10.0);
      json.writeEndObject();
    }
    return text.toString();
  }

  private static void writeClaims(JsonGenerator json, Solution solution, String inputSha256) {
    json.writeStringProperty("instance", solution.instance());
    json.writeStringProperty("engine", solution.engine());
    json.writeStringProperty("status", solution.status().name());
    json.writeNumberProperty("claimedObjective", solution.objective());
    json.writeNumberProperty("claimedBound", solution.bound());
    json.writeNumberProperty("gap", Math.round(solution.gap() * 1e6) / 1e6);
    writeScore(json, solution.verdict().score());
    writeBudget(json, solution.budget());
    json.writeNumberProperty("iterations", solution.iterations());
    json.writeStringProperty("inputSha256", inputSha256);
  }

  private static void writeScore(JsonGenerator json, Score score) {
    json.writeObjectPropertyStart("objective");
    json.writeNumberProperty("demand", score.demand());
    json.writeNumberProperty("preference", score.preference());
    json.writeNumberProperty("vacantRuns", score.vacantRuns());
    json.writeNumberProperty("clusterLinks", score.clusterLinks());
    json.writeEndObject();
  }

  private static void writeBudget(JsonGenerator json, Budget budget) {
    json.writeNumberProperty("seed", budget.seed());
    json.writeObjectPropertyStart("budget");
    if (!Double.isInfinite(budget.seconds())) {
      json.writeNumberProperty("seconds", budget.seconds());
    }
    if (budget.iterations() != Long.MAX_VALUE) {
      json.writeNumberProperty("iterations", budget.iterations());
    }
    json.writeNumberProperty("threads", budget.threads());
    json.writeEndObject();
  }

  private static void writeVerdict(JsonGenerator json, Verdict verdict) {
    json.writeObjectPropertyStart("verdict");
    json.writeBooleanProperty("feasible", verdict.feasible());
    json.writeNumberProperty("objective", verdict.objective());
    json.writeNumberProperty("placed", verdict.placed());
    json.writeNumberProperty("areaM2", verdict.areaM2());
    json.writeArrayPropertyStart("faults");
    for (Verdict.Fault fault : verdict.faults()) {
      json.writeString(fault.code() + ": " + fault.message());
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void writePlacement(JsonGenerator json, Placement placement) {
    json.writeStartObject();
    json.writeStringProperty("firm", placement.firm());
    json.writeNumberProperty("start", placement.start());
    json.writeArrayPropertyStart("blocks");
    for (Block block : placement.blocks()) {
      json.writeStartObject();
      json.writeStringProperty("floor", block.floor());
      json.writeNumberProperty("startBay", block.startBay());
      json.writeNumberProperty("bayCount", block.bayCount());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
