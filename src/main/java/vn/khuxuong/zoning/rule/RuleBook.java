package vn.khuxuong.zoning.rule;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;
import vn.khuxuong.zoning.LandUse;

/**
 * The dated rules a plan is judged by, read from {@code maps/rules/*.yaml}; the README there
 * describes the files.
 *
 * <p>A book is known by its content: all files as one JSON text with sorted names, so that neither
 * comments nor the layout of a file matter. Whoever stores the content can read the same book from
 * it later and reach the same verdicts.
 */
public final class RuleBook {
  private static final ObjectMapper YAML =
      YAMLMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
  private static final String EDITION = "khu-rules/1";

  private final String content;
  private final String sha256;
  private final Map<String, List<Rule>> wordings = new LinkedHashMap<>();
  private final List<RuleFiles.LeastWidth> leastWidths;

  private RuleBook(Map<String, JsonNode> trees) {
    RuleFiles files = RuleFiles.read(trees);
    for (Rule rule : files.rules()) {
      wordings.computeIfAbsent(rule.id(), id -> new ArrayList<>()).add(rule);
    }
    leastWidths = List.copyOf(files.leastWidths());
    ObjectNode book = JsonNodeFactory.instance.objectNode();
    book.put("edition", EDITION);
    ObjectNode list = book.putObject("files");
    new TreeMap<>(trees).forEach((name, tree) -> list.set(name, sorted(tree)));
    content = book.toString();
    sha256 = sha256(content);
  }

  /**
   * Reads a folder of rule files.
   *
   * @param rulesFolder usually {@code maps/rules}
   * @throws BrokenRulesException with every complaint about every file, also where there is none
   */
  public static RuleBook read(Path rulesFolder) {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> paths = Files.list(rulesFolder)) {
      for (Path path : paths.filter(p -> p.toString().endsWith(".yaml")).sorted().toList()) {
        files.put(path.getFileName().toString(), Files.readString(path));
      }
    } catch (IOException e) {
      throw new BrokenRulesException(List.of(rulesFolder + ": cannot be read: " + e.getMessage()));
    }
    return of(files);
  }

  /**
   * A book of rule files at hand.
   *
   * @param yamlByName content of each file by its name
   * @throws BrokenRulesException with every complaint
   */
  public static RuleBook of(Map<String, String> yamlByName) {
    Map<String, JsonNode> trees = new TreeMap<>();
    List<String> complaints = new ArrayList<>();
    yamlByName.forEach(
        (name, yaml) -> {
          try {
            trees.put(name, YAML.readTree(yaml));
          } catch (JacksonException e) {
            complaints.add(name + ": is not YAML: " + e.getOriginalMessage());
          }
        });
    if (!complaints.isEmpty()) {
      throw new BrokenRulesException(complaints);
    }
    return new RuleBook(trees);
  }

  /**
   * The book of stored content.
   *
   * @param content what {@link #content} gave
   * @throws BrokenRulesException where it is something else
   */
  public static RuleBook parse(String content) {
    JsonNode book;
    try {
      book = JSON.readTree(content);
    } catch (JacksonException e) {
      throw new BrokenRulesException(List.of("the content is not JSON: " + e.getOriginalMessage()));
    }
    if (!book.path("edition").asString("").equals(EDITION) || !book.path("files").isObject()) {
      throw new BrokenRulesException(List.of("the content is no rule book of " + EDITION));
    }
    Map<String, JsonNode> trees = new TreeMap<>();
    book.path("files").properties().forEach(file -> trees.put(file.getKey(), file.getValue()));
    return new RuleBook(trees);
  }

  /** All rules in one canonical JSON text. */
  public String content() {
    return content;
  }

  /** SHA-256 of {@link #content} in UTF-8, 64 lower-case hex digits. */
  public String sha256() {
    return sha256;
  }

  /**
   * Judges a plan: one verdict for every rule of the book and of the chosen sets, in the book's
   * order. Depends on nothing but the book's content and the facts.
   */
  public List<Verdict> judge(PlanFacts facts) {
    Judge judge = new Judge(facts);
    return wordings.values().stream()
        .map(
            versions ->
                versions.stream()
                    .filter(rule -> rule.set() == null || facts.chosenSets().contains(rule.set()))
                    .toList())
        .filter(versions -> !versions.isEmpty())
        .map(judge::judge)
        .toList();
  }

  /** Names of the sets that are judged when chosen only. */
  public Set<String> sets() {
    Set<String> names = new TreeSet<>();
    wordings.values().stream()
        .flatMap(List::stream)
        .map(Rule::set)
        .filter(Objects::nonNull)
        .forEach(names::add);
    return names;
  }

  /**
   * Least width of subzones of a land use.
   *
   * @param on day whose rules count
   * @return metres; 0 where none is asked for
   */
  public double leastWidthM(LandUse use, LocalDate on) {
    return leastWidths.stream()
        .filter(width -> width.use() == use && !on.isBefore(width.validFrom()))
        .filter(width -> width.validTo() == null || on.isBefore(width.validTo()))
        .mapToDouble(RuleFiles.LeastWidth::metres)
        .findFirst()
        .orElse(0);
  }

  private static JsonNode sorted(JsonNode node) {
    if (node instanceof ObjectNode object) {
      Map<String, JsonNode> members = new TreeMap<>();
      object.properties().forEach(e -> members.put(e.getKey(), sorted(e.getValue())));
      ObjectNode copy = JsonNodeFactory.instance.objectNode();
      members.forEach(copy::set);
      return copy;
    }
    if (node instanceof ArrayNode array) {
      ArrayNode copy = JsonNodeFactory.instance.arrayNode();
      array.forEach(item -> copy.add(sorted(item)));
      return copy;
    }
    return node;
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
