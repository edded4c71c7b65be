package vn.khuxuong.maps.style;

import java.math.RoundingMode;
import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Compiles the expressions of one style layer, and keeps which fields they need and by which values
 * they branch. What is wrong goes to the complaints; reading goes on.
 */
final class ExpressionReader {

  /** What each operator yields; {@link Kind#ANY} where its parts decide. */
  private static final Map<String, Kind> OPERATORS =
      Map.ofEntries(
          Map.entry("literal", Kind.ANY),
          Map.entry("get", Kind.ANY),
          Map.entry("match", Kind.ANY),
          Map.entry("case", Kind.ANY),
          Map.entry("coalesce", Kind.ANY),
          Map.entry("step", Kind.ANY),
          Map.entry("interpolate", Kind.ANY),
          Map.entry("zoom", Kind.NUMBER),
          Map.entry("concat", Kind.TEXT),
          Map.entry("to-string", Kind.TEXT),
          Map.entry("number-format", Kind.TEXT),
          Map.entry("slice", Kind.TEXT),
          Map.entry("has", Kind.FLAG),
          Map.entry("==", Kind.FLAG),
          Map.entry("!=", Kind.FLAG),
          Map.entry("<", Kind.FLAG),
          Map.entry("<=", Kind.FLAG),
          Map.entry(">", Kind.FLAG),
          Map.entry(">=", Kind.FLAG),
          Map.entry("all", Kind.FLAG),
          Map.entry("any", Kind.FLAG),
          Map.entry("!", Kind.FLAG),
          Map.entry("in", Kind.FLAG));

  private static final int DEEPEST = 32;
  private static final int MOST_FORMATTED = 10_000;

  private final Complaints complaints;
  private final Set<String> fields = new TreeSet<>();
  private final Conditions conditions = new Conditions(this);
  private int depth;

  ExpressionReader(Complaints complaints) {
    this.complaints = complaints;
  }

  /** Whether an expression may begin with the word. */
  static boolean isOperator(String word) {
    return OPERATORS.containsKey(word);
  }

  /** The fields the expressions read so far. */
  Set<String> fields() {
    return fields;
  }

  /** The values that expressions tell apart, by field, in the order of the file. */
  Map<String, Set<Object>> branches() {
    return conditions.branches();
  }

  /** Where an expression stands: what it must yield, which constants fit, where zoom may stand. */
  record Site(
      Kind kind, Function<Object, Optional<String>> fault, boolean zoomAnywhere, boolean top) {
    Site inside(Kind other) {
      return new Site(other, value -> Optional.empty(), zoomAnywhere, false);
    }

    Site branch() {
      return new Site(kind, fault, zoomAnywhere, false);
    }
  }

  /** A paint or layout property. Zoom may steer only an outermost step or interpolate. */
  Expression property(JsonNode node, String path, Property property) {
    return read(node, path, new Site(property.kind(), property::fault, false, true));
  }

  /** A constant-checked property with a further check, for values from a closed list. */
  Expression property(
      JsonNode node, String path, Property property, Function<Object, Optional<String>> fault) {
    return read(node, path, new Site(property.kind(), fault, false, true));
  }

  Expression filter(JsonNode node, String path) {
    return read(node, path, new Site(Kind.FLAG, value -> Optional.empty(), true, true));
  }

  Expression read(JsonNode node, String path, Site site) {
    boolean operator =
        node.isArray()
            && node.path(0).isString()
            && OPERATORS.containsKey(node.path(0).stringValue());
    boolean list =
        site.kind == Kind.NUMBERS || site.kind == Kind.TEXTS || site.kind == Kind.ANCHORS;
    if (!operator && (!node.isArray() || list)) {
      return constant(node, path, site);
    }
    if (!operator) {
      return fault(path, "no expression of the style subset begins with " + node.path(0));
    }
    if (++depth > DEEPEST) {
      depth--;
      return fault(path, "is nested deeper than " + DEEPEST);
    }
    try {
      return operation(node.path(0).stringValue(), node, path, site);
    } finally {
      depth--;
    }
  }

  private Expression constant(JsonNode node, String path, Site site) {
    Optional<Object> value = Values.ofJson(node, site.kind);
    if (value.isEmpty()) {
      return fault(path, "must be " + site.kind.words() + ", not " + node);
    }
    site.fault.apply(value.get()).ifPresent(fault -> complaints.add(path, fault));
    return Expression.constant(value.get());
  }

  void complain(String path, String fault) {
    complaints.add(path, fault);
  }

  Expression fault(String path, String fault) {
    complaints.add(path, fault);
    return Expression.constant(null);
  }

  private Expression operation(String operator, JsonNode node, String path, Site site) {
    Kind yields = Objects.requireNonNull(OPERATORS.get(operator));
    boolean fits = yields == Kind.ANY || site.kind == Kind.ANY || yields == site.kind;
    if (!fits) {
      return fault(
          path, operator + " yields " + yields.words() + ", needed is " + site.kind.words());
    }
    return switch (operator) {
      case "literal" ->
          sized(node, path, 2, 2) ? constant(node.path(1), path + "[1]", site) : none();
      case "get" -> get(node, path);
      case "has" -> has(node, path);
      case "zoom" -> zoom(path, site);
      case "==", "!=" -> conditions.equality(operator, node, path, site);
      case "<", "<=", ">", ">=" -> conditions.comparison(operator, node, path, site);
      case "all", "any" -> conditions.junction(operator.equals("all"), node, path, site);
      case "!" -> conditions.not(node, path, site);
      case "in" -> conditions.membership(node, path, site);
      case "match" -> conditions.match(node, path, site);
      case "case" -> conditions.choice(node, path, site);
      case "coalesce" -> coalesce(node, path, site);
      case "concat", "to-string" -> concat(operator, node, path, site);
      case "slice" -> slice(node, path, site);
      case "number-format" -> numberFormat(node, path, site);
      case "step", "interpolate" -> new Stops(this, node, path, site).read(operator);
      default -> throw new IllegalStateException(operator);
    };
  }

  static Expression none() {
    return Expression.constant(null);
  }

  boolean sized(JsonNode node, String path, int least, int most) {
    if (node.size() >= least && node.size() <= most) {
      return true;
    }
    complaints.add(path, node.path(0).stringValue() + " has a wrong number of arguments");
    return false;
  }

  List<Expression> parts(JsonNode node, int from, String path, Site site) {
    return IntStream.range(from, node.size())
        .mapToObj(i -> read(node.path(i), path + "[" + i + "]", site))
        .toList();
  }

  private @Nullable String field(JsonNode node, String path) {
    if (node.size() != 2 || !node.path(1).isString()) {
      complaints.add(path, node.path(0).stringValue() + " takes one field name");
      return null;
    }
    String field = node.path(1).stringValue();
    fields.add(field);
    return field;
  }

  private Expression get(JsonNode node, String path) {
    String field = field(node, path);
    return field == null ? none() : (feature, zoom) -> Values.ofData(feature.value(field));
  }

  private Expression has(JsonNode node, String path) {
    String field = field(node, path);
    return field == null ? none() : (feature, zoom) -> feature.value(field) != null;
  }

  private Expression zoom(String path, Site site) {
    if (!site.zoomAnywhere) {
      return fault(path, "zoom may only be the input of an outermost step or interpolate");
    }
    return (feature, zoom) -> zoom;
  }

  private Expression coalesce(JsonNode node, String path, Site site) {
    if (!sized(node, path, 2, Integer.MAX_VALUE)) {
      return none();
    }
    List<Expression> parts = parts(node, 1, path, site.branch());
    return (feature, zoom) -> {
      for (Expression part : parts) {
        Object value = part.evaluate(feature, zoom);
        if (value != null) {
          return value;
        }
      }
      return null;
    };
  }

  private Expression concat(String operator, JsonNode node, String path, Site site) {
    if (!sized(node, path, 2, operator.equals("concat") ? Integer.MAX_VALUE : 2)) {
      return none();
    }
    List<Expression> parts = parts(node, 1, path, site.inside(Kind.ANY));
    return (feature, zoom) -> {
      StringBuilder text = new StringBuilder();
      parts.forEach(part -> text.append(Values.text(part.evaluate(feature, zoom))));
      return text.toString();
    };
  }

  private Expression slice(JsonNode node, String path, Site site) {
    if (!sized(node, path, 3, 4)) {
      return none();
    }
    int from = index(node, 2, path);
    int to = node.size() == 4 ? index(node, 3, path) : Integer.MAX_VALUE;
    Expression input = read(node.path(1), path + "[1]", site.inside(Kind.ANY));
    return (feature, zoom) -> {
      String text = Values.text(input.evaluate(feature, zoom));
      int end = Math.min(to, text.length());
      return from < end ? text.substring(from, end) : "";
    };
  }

  private int index(JsonNode node, int i, String path) {
    if (!node.path(i).isIntegralNumber() || node.path(i).intValue() < 0) {
      complain(path + "[" + i + "]", "must be a whole number from 0 on");
      return 0;
    }
    return node.path(i).intValue();
  }

  private Expression numberFormat(JsonNode node, String path, Site site) {
    if (!sized(node, path, 3, 3)) {
      return none();
    }
    Expression input = read(node.path(1), path + "[1]", site.inside(Kind.NUMBER));
    JsonNode options = node.path(2);
    Locale locale = Locale.forLanguageTag(options.path("locale").stringValue("vi-VN"));
    NumberFormat format = NumberFormat.getNumberInstance(locale);
    format.setMinimumFractionDigits(digits(options, path, "min-fraction-digits", 0));
    format.setMaximumFractionDigits(digits(options, path, "max-fraction-digits", 3));
    format.setRoundingMode(RoundingMode.HALF_UP);
    for (String key : options.propertyNames()) {
      if (!Set.of("locale", "min-fraction-digits", "max-fraction-digits").contains(key)) {
        complaints.add(path + "[2]." + key, "is no option of number-format here");
      }
    }
    Map<Double, String> formatted = new ConcurrentHashMap<>();
    return (feature, zoom) ->
        input.evaluate(feature, zoom) instanceof Double number
            ? formatted(number, format, formatted)
            : "";
  }

  /** To format a number takes long, and a map shows the same ones again and again. */
  private static String formatted(double number, NumberFormat format, Map<Double, String> known) {
    String text = known.get(number);
    if (text == null) {
      text = ((NumberFormat) format.clone()).format(number);
      if (known.size() >= MOST_FORMATTED) {
        known.clear();
      }
      known.put(number, text);
    }
    return text;
  }

  private int digits(JsonNode options, String path, String key, int otherwise) {
    JsonNode node = options.path(key);
    if (node.isMissingNode()) {
      return otherwise;
    }
    if (!node.isIntegralNumber() || node.intValue() < 0 || node.intValue() > 20) {
      complaints.add(path + "[2]." + key, "must be a whole number from 0 to 20");
      return otherwise;
    }
    return node.intValue();
  }
}
