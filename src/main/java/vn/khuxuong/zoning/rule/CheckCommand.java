package vn.khuxuong.zoning.rule;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import vn.khuxuong.geo.CoordinateOperation;
import vn.khuxuong.geo.Crs;
import vn.khuxuong.geo.GeoJson;
import vn.khuxuong.geo.GeoRefusal;
import vn.khuxuong.platform.problem.ProblemException;
import vn.khuxuong.platform.web.Language;
import vn.khuxuong.zoning.PlanFile;
import vn.khuxuong.zoning.PolygonFile;
import vn.khuxuong.zoning.Subzone;
import vn.khuxuong.zoning.Zone;
import vn.khuxuong.zoning.ZonesFile;
import vn.khuxuong.zoning.check.Coverage;
import vn.khuxuong.zoning.check.Piece;
import vn.khuxuong.zoning.check.Tolerances;

/**
 * {@code khu check}: judges a plan, or any file of polygons, without a server or database. Exit
 * codes: 0 nothing blocks, 1 something does, 2 bad usage or input.
 */
public final class CheckCommand {
  private static final String HELP =
      """
      usage: khu check FILE --zone CODE [--on DATE] [--rule-set NAME] [--json] [--lang vi|en]
             khu check FILE --crs EPSG:9210 [--json] [--lang vi|en]

      Checks the subzone plan in FILE (GeoJSON, properties as in maps/plans/PVH-1.geojson) against
      topology and the dated rules in maps/rules, and prints its land-use balance. Without --zone
      any file of polygons is checked as a coverage.

        --zone CODE      zone of the plan, one of maps/boundaries/zones.geojson
        --crs EPSG:N     VN-2000 system in which a file without a zone is judged; coordinates in
                         the file are longitude, latitude unless its crs member says otherwise
        --on DATE        day whose rules count, such as 2026-11-25; today unless said otherwise
        --rule-set NAME  judge by a further set too, such as qcxdvn-2008; may be repeated
        --json           print a GeoJSON FeatureCollection: findings as features, verdicts,
                         balance and summary as members rules, balance, summary
        --lang vi|en     language of the text and of messages, en unless said otherwise
        --maps DIR       folder with boundaries and rules
        --help           this text

      exit code: 0 nothing blocks, 1 something blocks, 2 bad usage or input
      """;

  private static final long LARGEST_INPUT = 64L << 20;
  private static final ZoneId CITY = ZoneId.of("Asia/Ho_Chi_Minh");

  private final Options options;

  /** What a user did wrong, in one line. */
  private static final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;

    Refusal(String message) {
      super(message);
    }
  }

  private record Options(
      Path file,
      @Nullable String zone,
      @Nullable String crs,
      LocalDate on,
      Set<String> ruleSets,
      boolean json,
      Language language,
      Path maps) {}

  private CheckCommand(Options options) {
    this.options = options;
  }

  /**
   * Runs the command.
   *
   * @param args what follows the word {@code check}
   * @param out takes the report
   * @param err takes refusals, one line
   * @param maps folder with {@code boundaries} and {@code rules} unless {@code --maps} names
   *     another
   * @return the exit code
   */
  public static int run(List<String> args, PrintStream out, PrintStream err, Path maps) {
    if (args.contains("--help") || args.contains("-h")) {
      out.print(HELP);
      return 0;
    }
    try {
      return new CheckCommand(parse(args, maps)).run(out);
    } catch (Refusal | BrokenRulesException refusal) {
      err.println("khu check: " + refusal.getMessage());
    } catch (ProblemException problem) {
      String remedy = problem.remedy(Language.EN);
      err.println(
          "khu check: " + problem.detail(Language.EN) + (remedy == null ? "" : " " + remedy));
    }
    return 2;
  }

  private static Options parse(List<String> args, Path maps) throws Refusal {
    Path file = null;
    String zone = null;
    String crs = null;
    LocalDate on = LocalDate.now(CITY);
    Set<String> ruleSets = new HashSet<>();
    boolean json = false;
    Language language = Language.EN;
    Path folder = maps;
    for (int i = 0; i < args.size(); i++) {
      String arg = args.get(i);
      switch (arg) {
        case "--zone" -> zone = next(args, i++);
        case "--crs" -> crs = next(args, i++);
        case "--on" -> on = date(next(args, i++));
        case "--rule-set" -> ruleSets.add(next(args, i++));
        case "--json" -> json = true;
        case "--lang" -> language = language(next(args, i++));
        case "--maps" -> folder = path(next(args, i++));
        default -> {
          if (arg.startsWith("-")) {
            throw new Refusal("unknown option '" + arg + "' (see --help)");
          }
          if (file != null) {
            throw new Refusal("one file only, not also '" + arg + "' (see --help)");
          }
          file = path(arg);
        }
      }
    }
    if (file == null) {
      throw new Refusal("no file (see --help)");
    }
    if (zone != null && crs != null) {
      throw new Refusal("--zone brings its own CRS: leave --crs out");
    }
    return new Options(file, zone, crs, on, ruleSets, json, language, folder);
  }

  private static String next(List<String> args, int i) throws Refusal {
    if (i + 1 == args.size()) {
      throw new Refusal(args.get(i) + " needs a value (see --help)");
    }
    return args.get(i + 1);
  }

  private static LocalDate date(String text) throws Refusal {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw new Refusal("--on must be a date such as 2026-11-25, not '" + text + "'");
    }
  }

  private static Language language(String text) throws Refusal {
    return switch (text) {
      case "vi" -> Language.VI;
      case "en" -> Language.EN;
      default -> throw new Refusal("--lang must be vi or en, not '" + text + "'");
    };
  }

  private static Path path(String text) throws Refusal {
    try {
      if (!text.isEmpty()) {
        return Path.of(text);
      }
    } catch (InvalidPathException e) {
      // Falls through to the same refusal.
    }
    throw new Refusal("not a file name: '" + text + "'");
  }

  private int run(PrintStream out) throws Refusal {
    CheckReport report = options.zone() == null ? coverage() : plan(options.zone());
    if (options.json()) {
      out.println(CheckReportJson.write(report, options.language()));
    } else {
      out.print(CheckReportText.write(report, options.language()));
    }
    return report.blocks() ? 1 : 0;
  }

  private CheckReport plan(String zoneCode) throws Refusal {
    RuleBook book = RuleBook.read(options.maps().resolve("rules"));
    Zone zone =
        ZonesFile.get(options.maps().resolve("boundaries").resolve("zones.geojson"), zoneCode);
    for (String set : options.ruleSets()) {
      if (!book.sets().contains(set)) {
        throw new Refusal("--rule-set must be one of " + book.sets() + ", not '" + set + "'");
      }
    }
    PlanFile plan = PlanFile.read(readJson(), zone);
    List<Piece> pieces = new ArrayList<>();
    for (Subzone subzone : plan.subzones()) {
      double leastWidthM = book.leastWidthM(subzone.landUse(), options.on());
      pieces.add(new Piece(subzone.code(), subzone.code(), subzone.shape(), leastWidthM));
    }
    PlanFacts facts =
        new PlanFacts(zone, plan.parkKind(), plan.subzones(), options.on(), Map.of())
            .until(plan.validTo() == null ? null : plan.validTo().minusDays(1))
            .choosing(options.ruleSets());
    return new CheckReport(
        options.file().toString(),
        zone,
        zone.legal(),
        pieces,
        Coverage.of(pieces, zone.outline(), Tolerances.standard()).findings(),
        options.on(),
        book.sha256(),
        book.judge(facts),
        Balance.of(plan.subzones(), zone));
  }

  private CheckReport coverage() throws Refusal {
    if (!options.ruleSets().isEmpty()) {
      throw new Refusal("--rule-set needs --zone: only plans are judged by rules");
    }
    JsonNode json = readJson();
    Crs legal = legalCrs(json);
    CoordinateOperation toLegal = CoordinateOperation.between(PlanFile.crs(json), legal);
    List<Piece> pieces =
        PolygonFile.read(json).stream()
            .map(p -> new Piece(p.id(), p.label(), toLegal.apply(p.shape()), 0))
            .toList();
    return new CheckReport(
        options.file().toString(),
        null,
        legal,
        pieces,
        Coverage.of(pieces, null, Tolerances.standard()).findings(),
        options.on(),
        null,
        List.of(),
        null);
  }

  private Crs legalCrs(JsonNode json) throws Refusal {
    Crs crs;
    try {
      crs = options.crs() == null ? PlanFile.crs(json) : Crs.parse(options.crs());
    } catch (GeoRefusal e) {
      throw new Refusal("--crs: " + e.en());
    }
    if (!crs.isLegal()) {
      throw new Refusal(
          options.crs() == null
              ? "say --zone CODE for a plan, or --crs EPSG:9210 (a VN-2000 system in metres) for any"
                  + " other file of polygons"
              : "--crs must be a projected VN-2000 system such as EPSG:9210, not " + crs.code());
    }
    return crs;
  }

  private JsonNode readJson() throws Refusal {
    Path file = options.file();
    try {
      if (Files.isDirectory(file)) {
        throw new Refusal(file + " is a directory");
      }
      if (Files.size(file) > LARGEST_INPUT) {
        throw new Refusal(file + " is larger than 64 MB");
      }
      return GeoJson.parse(Files.readString(file));
    } catch (NoSuchFileException e) {
      throw new Refusal("no such file: " + file);
    } catch (MalformedInputException e) {
      throw new Refusal(file + " is not UTF-8: save it as GeoJSON in UTF-8");
    } catch (IOException e) {
      throw new Refusal("cannot read " + file + ": " + e.getMessage());
    } catch (GeoRefusal e) {
      throw new Refusal(file + ": " + e.en());
    }
  }
}
