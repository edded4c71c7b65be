package vn.khuxuong.maps.style;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import vn.khuxuong.maps.style.ExpressionReader.Site;

/** The operators that decide: comparisons, their junctions, and the two that branch. */
final class Conditions {
  private final ExpressionReader reader;
  private final Map<String, Set<Object>> branches = new LinkedHashMap<>();

  Conditions(ExpressionReader reader) {
    this.reader = reader;
  }

  /** The values that expressions tell apart, by field, in the order of the file. */
  Map<String, Set<Object>> branches() {
    return branches;
  }

  /** Notes that a field is compared with a constant, where that is what the two nodes are. */
  private void branch(JsonNode input, JsonNode value) {
    if (input.isArray()
        && input.size() == 2
        && "get".equals(input.path(0).stringValue(""))
        && input.path(1).isString()) {
      Set<Object> values =
          branches.computeIfAbsent(input.path(1).stringValue(), f -> new LinkedHashSet<>());
      (value.isArray() ? value.valueStream() : Stream.of(value))
          .map(Values::ofScalar)
          .filter(Objects::nonNull)
          .forEach(values::add);
    }
  }

  Expression equality(String operator, JsonNode node, String path, Site site) {
    if (!reader.sized(node, path, 3, 3)) {
      return ExpressionReader.none();
    }
    boolean equal = operator.equals("==");
    if (equal && node.path(2).isValueNode()) {
      branch(node.path(1), node.path(2));
    }
    List<Expression> sides = reader.parts(node, 1, path, site.inside(Kind.ANY));
    Expression left = sides.get(0);
    Expression right = sides.get(1);
    return (feature, zoom) ->
        equal == Objects.equals(left.evaluate(feature, zoom), right.evaluate(feature, zoom));
  }

  Expression comparison(String operator, JsonNode node, String path, Site site) {
    if (!reader.sized(node, path, 3, 3)) {
      return ExpressionReader.none();
    }
    List<Expression> sides = reader.parts(node, 1, path, site.inside(Kind.ANY));
    return (feature, zoom) -> {
      Object left = sides.get(0).evaluate(feature, zoom);
      Object right = sides.get(1).evaluate(feature, zoom);
      int order;
      if (left instanceof Double a && right instanceof Double b) {
        order = a.compareTo(b);
      } else if (left instanceof String a && right instanceof String b) {
        order = a.compareTo(b);
      } else {
        return false;
      }
      return switch (operator) {
        case "<" -> order < 0;
        case "<=" -> order <= 0;
        case ">" -> order > 0;
        default -> order >= 0;
      };
    };
  }

  Expression junction(boolean all, JsonNode node, String path, Site site) {
    List<Expression> parts = reader.parts(node, 1, path, site.inside(Kind.FLAG));
    return (feature, zoom) -> {
      for (Expression part : parts) {
        if (Boolean.TRUE.equals(part.evaluate(feature, zoom)) != all) {
          return !all;
        }
      }
      return all;
    };
  }

  Expression not(JsonNode node, String path, Site site) {
    if (!reader.sized(node, path, 2, 2)) {
      return ExpressionReader.none();
    }
    Expression part = reader.read(node.path(1), path + "[1]", site.inside(Kind.FLAG));
    return (feature, zoom) -> !Boolean.TRUE.equals(part.evaluate(feature, zoom));
  }

  Expression membership(JsonNode node, String path, Site site) {
    if (!reader.sized(node, path, 3, 3)) {
      return ExpressionReader.none();
    }
    if ("literal".equals(node.path(2).path(0).stringValue(""))) {
      branch(node.path(1), node.path(2).path(1));
    }
    List<Expression> sides = reader.parts(node, 1, path, site.inside(Kind.ANY));
    return (feature, zoom) -> {
      Object needle = sides.get(0).evaluate(feature, zoom);
      Object heap = sides.get(1).evaluate(feature, zoom);
      if (heap instanceof List<?> list) {
        return needle != null && list.contains(needle);
      }
      return needle instanceof String part && heap instanceof String text && text.contains(part);
    };
  }

  Expression match(JsonNode node, String path, Site site) {
    if (node.size() < 5 || node.size() % 2 == 0) {
      return reader.fault(
          path, "match takes an input, pairs of label and output, and a last output");
    }
    Expression input = reader.read(node.path(1), path + "[1]", site.inside(Kind.ANY));
    Map<Object, Expression> outputs = new HashMap<>();
    for (int i = 2; i < node.size() - 1; i += 2) {
      JsonNode label = node.path(i);
      branch(node.path(1), label);
      Expression output = reader.read(node.path(i + 1), path + "[" + (i + 1) + "]", site.branch());
      List<JsonNode> labels = label.isArray() ? label.valueStream().toList() : List.of(label);
      for (JsonNode each : labels) {
        Object value = each.isString() || each.isNumber() ? Values.ofScalar(each) : null;
        if (value == null) {
          reader.complain(path + "[" + i + "]", "a label is a string, a number or a list of them");
        } else if (outputs.putIfAbsent(value, output) != null) {
          reader.complain(path + "[" + i + "]", "label " + each + " stands here twice");
        }
      }
    }
    int last = node.size() - 1;
    Expression other = reader.read(node.path(last), path + "[" + last + "]", site.branch());
    return (feature, zoom) -> {
      Object value = input.evaluate(feature, zoom);
      Expression found = value == null ? null : outputs.get(value);
      return (found == null ? other : found).evaluate(feature, zoom);
    };
  }

  Expression choice(JsonNode node, String path, Site site) {
    if (node.size() < 4 || node.size() % 2 != 0) {
      return reader.fault(path, "case takes pairs of condition and output, and a last output");
    }
    List<Expression> parts = new ArrayList<>();
    for (int i = 1; i < node.size(); i++) {
      boolean condition = i % 2 == 1 && i < node.size() - 1;
      Site here = condition ? site.inside(Kind.FLAG) : site.branch();
      parts.add(reader.read(node.path(i), path + "[" + i + "]", here));
    }
    return (feature, zoom) -> {
      int i = 0;
      while (i < parts.size() - 1 && !Boolean.TRUE.equals(parts.get(i).evaluate(feature, zoom))) {
        i += 2;
      }
      return parts.get(i < parts.size() - 1 ? i + 1 : i).evaluate(feature, zoom);
    };
  }
}
