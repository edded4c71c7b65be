package vn.khuxuong.maps.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** CQL2 JSON by the schema of OGC 21-065r2. */
final class JsonParser {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  private final Terms terms;
  private final Shapes shapes;

  JsonParser(Terms terms, Shapes shapes) {
    this.terms = terms;
    this.shapes = shapes;
  }

  Filter filter(String json) {
    JsonNode tree;
    try {
      tree = JSON.readTree(json);
    } catch (StreamConstraintsException e) {
      throw new FilterRefusal(
          "Bộ lọc JSON lồng quá sâu hoặc có giá trị quá dài.",
          "The JSON filter is nested too deep or has too long a value.");
    } catch (JacksonException e) {
      int place = e.getLocation() == null ? -1 : (int) e.getLocation().getCharOffset();
      throw new FilterRefusal(
          "Bộ lọc không phải JSON hợp lệ (ký tự thứ " + (place + 1) + ").",
          "The filter is not valid JSON (character " + (place + 1) + ").",
          place);
    }
    return terms.condition(term(tree), -1);
  }

  private Term term(JsonNode node) {
    terms.enter(-1);
    Term term = read(node);
    terms.leave();
    return term;
  }

  private Term read(JsonNode node) {
    if (node.isString()) {
      return terms.words(node.stringValue(), -1);
    }
    if (node.isBoolean()) {
      return terms.flag(node.booleanValue());
    }
    if (node.isNumber()) {
      if (node.isFloatingPointNumber() && !node.isBigDecimal()) {
        throw unknown("number");
      }
      return terms.figure(node.decimalValue(), -1);
    }
    if (node.has("op")) {
      return operation(text(node.path("op")), node.path("args"));
    }
    if (node.has("property")) {
      return terms.property(text(node.path("property")), -1);
    }
    if (node.has("date")) {
      return terms.day(text(node.path("date")), -1);
    }
    if (node.has("timestamp")) {
      return terms.day(text(node.path("timestamp")), -1);
    }
    if (node.has("interval")) {
      List<JsonNode> ends = args(node.path("interval"), 2, 2);
      return terms.interval(bound(ends.get(0)), bound(ends.get(1)), -1);
    }
    if (node.has("bbox")) {
      return shapes.box(numbers(node.path("bbox")), -1);
    }
    if (node.has("type")) {
      return shapes.geoJson(node);
    }
    throw unknown(node.isObject() ? String.join(", ", node.propertyNames()) : node.toString());
  }

  private Term operation(String op, JsonNode given) {
    return switch (op) {
      case "and" -> terms.and(conditions(given));
      case "or" -> terms.or(conditions(given));
      case "not" -> terms.not(terms.condition(terms(given, 1, 1).get(0), -1));
      case "like" -> {
        List<Term> like = terms(given, 2, 2);
        yield terms.like(like.get(0), like.get(1), -1);
      }
      case "between" -> {
        List<Term> between = terms(given, 3, 3);
        yield terms.between(between.get(0), between.get(1), between.get(2), -1);
      }
      case "in" -> in(args(given, 2, 2));
      case "isNull" -> terms.isNull(terms(given, 1, 1).get(0), -1);
      case "casei" -> terms.folded(terms(given, 1, 1).get(0), new Folding(true, false), -1);
      case "accenti" -> terms.folded(terms(given, 1, 1).get(0), new Folding(false, true), -1);
      default -> binary(op, given);
    };
  }

  private Term binary(String op, JsonNode given) {
    Optional<ComparisonOperator> comparison = ComparisonOperator.of(op);
    if (comparison.isPresent()) {
      List<Term> sides = terms(given, 2, 2);
      return terms.comparison(sides.get(0), comparison.get(), sides.get(1), -1);
    }
    Optional<ArithmeticOperator> arithmetic = ArithmeticOperator.of(op);
    if (arithmetic.isPresent()) {
      List<Term> sides = terms(given, 2, 2);
      return terms.arithmetic(sides.get(0), arithmetic.get(), sides.get(1), -1);
    }
    return relation(op, given);
  }

  private Term relation(String op, JsonNode given) {
    for (SpatialRelation relation : SpatialRelation.values()) {
      if (op.equals("s_" + relation.name().toLowerCase(Locale.ROOT))) {
        List<Term> sides = terms(given, 2, 2);
        return terms.spatial(relation, sides.get(0), sides.get(1), -1);
      }
    }
    for (TemporalRelation relation : TemporalRelation.values()) {
      if (op.equalsIgnoreCase("t_" + relation.name())) {
        List<Term> sides = terms(given, 2, 2);
        return terms.temporal(relation, sides.get(0), sides.get(1), -1);
      }
    }
    throw terms.unknownFunction(op, -1);
  }

  private Filter in(List<JsonNode> args) {
    Term value = term(args.get(0));
    Terms.ListOfValues list = terms.new ListOfValues();
    for (JsonNode item : args(args.get(1), 1, Integer.MAX_VALUE)) {
      list.add(term(item), -1);
    }
    return terms.in(value, list, -1);
  }

  private List<Filter> conditions(JsonNode given) {
    List<Filter> filters = new ArrayList<>();
    for (JsonNode arg : args(given, 2, Integer.MAX_VALUE)) {
      filters.add(terms.condition(term(arg), -1));
    }
    return filters;
  }

  private List<Term> terms(JsonNode given, int least, int most) {
    return args(given, least, most).stream().map(this::term).toList();
  }

  private static List<JsonNode> args(JsonNode given, int least, int most) {
    if (!given.isArray() || given.size() < least || given.size() > most) {
      throw new FilterRefusal(
          "Phép toán trong bộ lọc có số đối số không đúng.",
          "An operation of the filter has the wrong number of arguments.");
    }
    List<JsonNode> args = new ArrayList<>(given.size());
    given.forEach(args::add);
    return args;
  }

  private TimeSpan.Bound bound(JsonNode end) {
    if (!end.isString()) {
      return Terms.bound(term(end), -1);
    }
    String text = end.stringValue();
    return text.equals("..") ? new TimeSpan.Open() : Terms.bound(terms.day(text, -1), -1);
  }

  private static List<Double> numbers(JsonNode box) {
    List<Double> numbers = new ArrayList<>();
    for (JsonNode number : args(box, 4, 6)) {
      if (!number.isNumber()) {
        throw unknown(number.toString());
      }
      numbers.add(number.doubleValue());
    }
    return numbers;
  }

  private static String text(JsonNode node) {
    if (!node.isString()) {
      throw unknown(node.toString());
    }
    return node.stringValue();
  }

  private static FilterRefusal unknown(String what) {
    String shown = FilterRefusal.shown(what);
    return new FilterRefusal(
        "Không hiểu phần “" + shown + "” của bộ lọc JSON.",
        "Part “" + shown + "” of the JSON filter is not understood.");
  }
}
