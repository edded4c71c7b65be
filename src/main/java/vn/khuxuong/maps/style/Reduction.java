package vn.khuxuong.maps.style;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Works out as much of an expression as what is known allows: what remains depends on what is not
 * known yet. Expressions come from a style that was read without complaint.
 */
final class Reduction {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final Set<String> CONDITIONS =
      Set.of("==", "!=", "<", "<=", ">", ">=", "in", "has", "all", "any", "!");

  private final Knowledge known;

  Reduction(Knowledge known) {
    this.known = known;
  }

  /** The operator an expression begins with; empty for a constant. */
  static String operator(JsonNode node) {
    boolean operation =
        node.isArray()
            && node.path(0).isString()
            && ExpressionReader.isOperator(node.path(0).stringValue());
    return operation ? node.path(0).stringValue() : "";
  }

  static boolean isConstant(JsonNode node) {
    String operator = operator(node);
    return operator.isEmpty() || operator.equals("literal");
  }

  static boolean isCondition(JsonNode node) {
    return CONDITIONS.contains(operator(node));
  }

  /** The name of the field where an expression is nothing but one; else null. */
  static @Nullable String field(JsonNode node) {
    return operator(node).equals("get") ? node.path(1).stringValue("") : null;
  }

  /** The content of a constant. */
  static JsonNode content(JsonNode constant) {
    return operator(constant).equals("literal") ? constant.path(1) : constant;
  }

  /** What remains of an expression. */
  JsonNode reduce(JsonNode node) {
    Boolean decided = known.decided().get(node);
    if (decided != null) {
      return JSON.booleanNode(decided);
    }
    return switch (operator(node)) {
      case "", "literal" -> node;
      case "get" -> {
        Object value = known.equal().get(node.path(1).stringValue(""));
        yield value == null ? node : json(value);
      }
      case "has" ->
          known.equal().containsKey(node.path(1).stringValue("")) ? JSON.booleanNode(true) : node;
      case "zoom" -> JSON.numberNode(known.zoom());
      case "match" -> match(node);
      case "case" -> choice(node);
      case "all", "any" -> junction(node);
      case "step", "interpolate" -> stops(node);
      case "coalesce" -> coalesce(node);
      default -> computed(parts(node));
    };
  }

  private ArrayNode parts(JsonNode node) {
    ArrayNode parts = JSON.arrayNode().add(node.path(0));
    for (int i = 1; i < node.size(); i++) {
      parts.add(reduce(node.path(i)));
    }
    return parts;
  }

  /** The value of an operation on constants; else what is known without computing. */
  private JsonNode computed(ArrayNode node) {
    Boolean decided = known.decided().get(node);
    if (decided != null) {
      return JSON.booleanNode(decided);
    }
    boolean constant = true;
    for (int i = 1; i < node.size(); i++) {
      boolean options = node.path(i).isObject();
      constant &= options || isConstant(node.path(i));
    }
    if (constant) {
      return value(node);
    }
    String field = field(node.path(1));
    if (field == null) {
      return node;
    }
    JsonNode other = content(node.path(2));
    return switch (operator(node)) {
      case "==", "!=" ->
          known.excludes(field, Values.ofScalar(other))
              ? JSON.booleanNode(operator(node).equals("!="))
              : node;
      case "in" -> {
        boolean none =
            other.isArray()
                && other.valueStream().allMatch(e -> known.excludes(field, Values.ofScalar(e)));
        yield none ? JSON.booleanNode(false) : node;
      }
      default -> node;
    };
  }

  private JsonNode value(JsonNode node) {
    ExpressionReader reader = new ExpressionReader(new Complaints());
    ExpressionReader.Site site =
        new ExpressionReader.Site(Kind.ANY, value -> Optional.empty(), true, true);
    Object value = reader.read(node, "$", site).evaluate(Attributes.NONE, known.zoom());
    return value == null ? JSON.nullNode() : json(value);
  }

  private static JsonNode json(Object value) {
    if (value instanceof Double number) {
      return JSON.numberNode(number);
    }
    if (value instanceof Boolean flag) {
      return JSON.booleanNode(flag);
    }
    if (value instanceof List<?> list) {
      ArrayNode array = JSON.arrayNode();
      list.forEach(item -> array.add(json(Objects.requireNonNull(item))));
      return JSON.arrayNode().add("literal").add(array);
    }
    return JSON.stringNode(Values.text(value));
  }

  private JsonNode match(JsonNode node) {
    JsonNode input = reduce(node.path(1));
    JsonNode other = reduce(node.path(node.size() - 1));
    if (isConstant(input)) {
      Object value = Values.ofScalar(input);
      for (int i = 2; i < node.size() - 1; i += 2) {
        if (labels(node.path(i)).contains(value)) {
          return reduce(node.path(i + 1));
        }
      }
      return other;
    }
    String field = field(input);
    ArrayNode left = JSON.arrayNode().add("match").add(input);
    for (int i = 2; i < node.size() - 1; i += 2) {
      ArrayNode labels = JSON.arrayNode();
      JsonNode label = node.path(i);
      (label.isArray() ? label.valueStream().toList() : List.of(label))
          .stream()
              .filter(one -> field == null || !known.excludes(field, Values.ofScalar(one)))
              .forEach(labels::add);
      if (!labels.isEmpty()) {
        left.add(labels).add(reduce(node.path(i + 1)));
      }
    }
    return left.size() == 2 ? other : left.add(other);
  }

  private static List<@Nullable Object> labels(JsonNode label) {
    List<@Nullable Object> labels = new ArrayList<>();
    (label.isArray() ? label.valueStream().toList() : List.of(label))
        .forEach(one -> labels.add(Values.ofScalar(one)));
    return labels;
  }

  private JsonNode choice(JsonNode node) {
    ArrayNode left = JSON.arrayNode().add("case");
    for (int i = 1; i < node.size() - 1; i += 2) {
      JsonNode condition = reduce(node.path(i));
      if (isTrue(condition)) {
        JsonNode output = reduce(node.path(i + 1));
        return left.size() == 1 ? output : left.add(output);
      }
      if (!isConstant(condition)) {
        left.add(condition).add(reduce(node.path(i + 1)));
      }
    }
    JsonNode other = reduce(node.path(node.size() - 1));
    return left.size() == 1 ? other : left.add(other);
  }

  private static boolean isTrue(JsonNode node) {
    return node.isBoolean() && node.booleanValue();
  }

  private JsonNode junction(JsonNode node) {
    boolean all = operator(node).equals("all");
    ArrayNode left = JSON.arrayNode().add(node.path(0));
    for (int i = 1; i < node.size(); i++) {
      JsonNode part = reduce(node.path(i));
      if (!isConstant(part)) {
        left.add(part);
      } else if (isTrue(part) != all) {
        return JSON.booleanNode(!all);
      }
    }
    if (left.size() == 1) {
      return JSON.booleanNode(all);
    }
    return left.size() == 2 ? left.path(1) : left;
  }

  private JsonNode stops(JsonNode node) {
    boolean step = operator(node).equals("step");
    int input = step ? 1 : 2;
    ArrayNode reduced = JSON.arrayNode().add(node.path(0));
    for (int i = 1; i < node.size(); i++) {
      boolean asIs = (!step && i == 1) || (i >= 3 && i % 2 == 1);
      reduced.add(asIs ? node.path(i) : reduce(node.path(i)));
    }
    if (!reduced.path(input).isNumber()) {
      return reduced;
    }
    double at = reduced.path(input).doubleValue();
    boolean constant = true;
    int below = step ? 2 : 4;
    for (int i = step ? 2 : 4; i < reduced.size(); i += 2) {
      constant &= isConstant(reduced.path(i));
      if (i > 2 && reduced.path(i - 1).doubleValue() <= at) {
        below = i;
      }
    }
    return step || !constant ? reduced.path(below) : value(reduced);
  }

  private JsonNode coalesce(JsonNode node) {
    ArrayNode left = JSON.arrayNode().add("coalesce");
    for (int i = 1; i < node.size(); i++) {
      JsonNode part = reduce(node.path(i));
      if (isConstant(part) && !part.isNull()) {
        return left.size() == 1 ? part : left.add(part);
      }
      if (!part.isNull()) {
        left.add(part);
      }
    }
    return left.size() == 1 ? JSON.nullNode() : left;
  }
}
