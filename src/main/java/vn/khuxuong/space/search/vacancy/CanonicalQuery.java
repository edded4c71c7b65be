package vn.khuxuong.space.search.vacancy;

import java.math.BigDecimal;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The one form of a search's conditions, so that equal searches are equal texts. */
final class CanonicalQuery {
  private static final Set<String> NO_CONDITION = Set.of("sort", "limit", "cursor", "f", "lang");
  private static final Set<String> TEXTS = Set.of("zone", "building", "hazard", "industry", "from");
  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,12}(\\.\\d{1,12})?");
  private static final int MOST_LETTERS = 4_000;
  private static final int MOST_PAIRS = 200;

  private CanonicalQuery() {}

  /**
   * The parameters of a query text.
   *
   * @throws vn.khuxuong.platform.problem.ProblemException where it is too long or no query text
   */
  static Map<String, String[]> parameters(String query) {
    String[] pairs = query.split("&", -1);
    if (query.length() > MOST_LETTERS || pairs.length > MOST_PAIRS) {
      throw refusal(
          "Điều kiện tìm quá dài.",
          "The search is too long.",
          "Nhiều nhất " + MOST_LETTERS + " ký tự.",
          "At most " + MOST_LETTERS + " letters.");
    }
    Map<String, List<String>> found = new LinkedHashMap<>();
    for (String pair : pairs) {
      if (pair.isEmpty()) {
        continue;
      }
      int equals = pair.indexOf('=');
      String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
      String value = decoded(equals < 0 ? "" : pair.substring(equals + 1));
      found.computeIfAbsent(name, any -> new ArrayList<>()).add(value);
    }
    Map<String, String[]> parameters = new LinkedHashMap<>();
    found.forEach((name, values) -> parameters.put(name, values.toArray(String[]::new)));
    return parameters;
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw refusal(
          "Điều kiện tìm không đọc được.",
          "The search cannot be read.",
          "Dạng như ở địa chỉ: areaMin=300&load=10.",
          "As in an address: areaMin=300&load=10.");
    }
  }

  private static RuntimeException refusal(String vi, String en, String remedyVi, String remedyEn) {
    return Values.refusal("query", vi, en, remedyVi, remedyEn);
  }

  /** The text of parameters that were checked. */
  static String text(Map<String, String[]> parameters) {
    boolean anywhere = !parameters.containsKey("withinKm");
    List<String> pairs = new ArrayList<>();
    for (String name : QuestionReader.KNOWN) {
      if (NO_CONDITION.contains(name) || (anywhere && name.equals("near"))) {
        continue;
      }
      for (String value : new TreeSet<>(List.of(parameters.getOrDefault(name, new String[0])))) {
        String text = TEXTS.contains(name) ? value : numbers(value);
        if (!text.equals("false")) {
          pairs.add(name + "=" + encoded(text));
        }
      }
    }
    return String.join("&", pairs);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("%2C", ",");
  }

  /** Numbers with commas between, each as short as it can be written; anything else as it is. */
  private static String numbers(String value) {
    return Arrays.stream(value.split(",", -1))
        .map(
            part ->
                NUMBER.matcher(part).matches()
                    ? new BigDecimal(part).stripTrailingZeros().toPlainString()
                    : part)
        .collect(Collectors.joining(","));
  }
}
