package vn.khuxuong.maps.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Turns results into a table with ratios and what was aimed at, and into figures for machines. */
final class Report {
  private static final JsonMapper JSON = JsonMapper.shared();
  static final String HEADER =
      "| mix | clients | ours req/s | p50 / p95 / p99 ms | CPU+db ms | MapServer req/s "
          + "| p50 / p95 / p99 ms | CPU+db ms | times | of its p95 | of bare SQL | aim |\n"
          + "|---|---|---|---|---|---|---|---|---|---|---|---|";

  private final ObjectNode figures = JSON.createObjectNode();
  private final List<String> missed = new ArrayList<>();
  private final List<String> wrong = new ArrayList<>();

  /**
   * One line of the table.
   *
   * @param bare null where the bare database has no such answer
   */
  record Row(
      Mix mix,
      int clients,
      LoadRun.Result ours,
      LoadRun.Result mapServer,
      LoadRun.@Nullable Result bare) {

    /** Our requests a second in MapServer's. */
    double times() {
      return ours.perSecond() / mapServer.perSecond();
    }

    /** Our 95th percentile in MapServer's. */
    double ofP95() {
      return ours.percentileMs(0.95) / mapServer.percentileMs(0.95);
    }

    /** Our requests a second in the bare database's; 0 where it has no such answer. */
    double ofBare() {
      return bare == null ? 0 : ours.perSecond() / bare.perSecond();
    }

    boolean met() {
      return times() >= mix.times()
          && (mix.ofP95() == 0 || ofP95() <= mix.ofP95())
          && (mix.ofBare() == 0 || bare == null || ofBare() >= mix.ofBare());
    }

    String aim() {
      return String.format(Locale.ROOT, "%.0f×", mix.times())
          + (mix.ofP95() > 0 ? String.format(Locale.ROOT, ", p95 %.2f", mix.ofP95()) : "")
          + (mix.ofBare() > 0 ? String.format(Locale.ROOT, ", bare %.1f", mix.ofBare()) : "")
          + (met() ? " met" : " MISSED");
    }

    String line() {
      String limit =
          bare == null
              ? ""
              : String.format(Locale.ROOT, "%.2f of %.0f/s", ofBare(), bare.perSecond());
      return String.format(
          Locale.ROOT,
          "| %s | %d | %s | %s | %.2f | %.2f | %s | %s |",
          mix.word(),
          clients,
          cells(ours),
          cells(mapServer),
          times(),
          ofP95(),
          limit,
          aim());
    }

    private static String cells(LoadRun.Result result) {
      return String.format(
          Locale.ROOT,
          "%.1f | %.1f / %.1f / %.1f | %.1f+%.1f",
          result.perSecond(),
          result.percentileMs(0.5),
          result.percentileMs(0.95),
          result.percentileMs(0.99),
          result.perRequestMs(result.cpuSeconds()),
          result.perRequestMs(result.databaseSeconds()));
    }
  }

  /** Takes a line in; its errors make the run fail. */
  void add(Row row) {
    if (!row.met()) {
      missed.add(row.mix().word() + " at " + row.clients() + " clients");
    }
    ObjectNode node = rows("rows").addObject();
    node.put("mix", row.mix().word()).put("clients", row.clients()).put("met", row.met());
    node.put("times", row.times()).put("ofP95", row.ofP95()).put("ofBare", row.ofBare());
    node.set("ours", figures(row.ours(), "ours, " + row.mix().word()));
    node.set("mapServer", figures(row.mapServer(), "MapServer, " + row.mix().word()));
    if (row.bare() != null) {
      node.set("bare", figures(row.bare(), "bare SQL, " + row.mix().word()));
    }
  }

  private ArrayNode rows(String name) {
    return figures.path(name).isArray() ? (ArrayNode) figures.path(name) : figures.putArray(name);
  }

  private ObjectNode figures(LoadRun.Result result, String whose) {
    if (result.errors() > 0) {
      wrong.add(result.errors() + " errors of " + whose + ": " + String.join("; ", result.told()));
    }
    return JSON.createObjectNode()
        .put("requests", result.nanos().length)
        .put("seconds", result.seconds())
        .put("perSecond", result.perSecond())
        .put("p50Ms", result.percentileMs(0.5))
        .put("p95Ms", result.percentileMs(0.95))
        .put("p99Ms", result.percentileMs(0.99))
        .put("cpuMs", result.perRequestMs(result.cpuSeconds()))
        .put("databaseCpuMs", result.perRequestMs(result.databaseSeconds()))
        .put("kib", result.kib())
        .put("errors", result.errors());
  }

  /** Notes a further figure and whether it is as aimed at. */
  void note(String name, Map<String, ?> values, boolean met) {
    ObjectNode node = rows("notes").addObject().put("name", name).put("met", met);
    values.forEach((key, value) -> node.putPOJO(key, value));
    if (!met) {
      missed.add(name);
    }
  }

  /** Notes that answers are not what they should be. */
  void fault(String what) {
    wrong.add(what);
  }

  /** Aims that were missed. */
  List<String> missed() {
    return missed;
  }

  /** What makes the figures worthless. */
  List<String> wrong() {
    return wrong;
  }

  /** Everything as JSON. */
  String json() {
    figures.set("missed", JSON.valueToTree(missed));
    figures.set("wrong", JSON.valueToTree(wrong));
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(figures);
  }
}
