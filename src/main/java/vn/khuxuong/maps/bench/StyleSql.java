package vn.khuxuong.maps.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/**
 * Says in SQL what an expression of a style file says, at one zoom: so that a server which knows no
 * such expressions can be given the same rules. Field names come from the style files of the
 * installation, which are checked against the catalogue when the service starts.
 */
final class StyleSql {
  private final double zoom;
  private final Set<String> fields = new TreeSet<>();

  StyleSql(double zoom) {
    this.zoom = zoom;
  }

  /** The fields asked for so far. */
  Set<String> fields() {
    return fields;
  }

  /** A property with its zoom steps decided; a constant or an expression without zoom. */
  JsonNode atZoom(JsonNode node) {
    if (!node.isArray() || !node.path(0).isString()) {
      return node;
    }
    return switch (node.path(0).stringValue()) {
      case "step" -> atZoom(step(node));
      case "literal" -> node.path(1);
      default -> node;
    };
  }

  private JsonNode step(JsonNode node) {
    if (!node.path(1).path(0).stringValue("").equals("zoom")) {
      throw unknown(node);
    }
    JsonNode chosen = node.path(2);
    for (int i = 3; i + 1 < node.size(); i += 2) {
      if (zoom >= node.path(i).doubleValue()) {
        chosen = node.path(i + 1);
      }
    }
    return chosen;
  }

  /** Whether an expression is the same for every feature. */
  static boolean isConstant(JsonNode node) {
    return !node.isArray() || !node.path(0).isString() || !isOperator(node);
  }

  private static boolean isOperator(JsonNode node) {
    return Set.of(
            "get",
            "match",
            "case",
            "concat",
            "to-string",
            "number-format",
            "slice",
            "==",
            "!=",
            "in",
            "!",
            "all",
            "any",
            "has",
            "<",
            "<=",
            ">",
            ">=")
        .contains(node.path(0).stringValue());
  }

  /** A filter as a condition that is never null. */
  String condition(JsonNode node) {
    if (node.isMissingNode()) {
      return "true";
    }
    String operator = node.path(0).stringValue();
    return switch (operator) {
      case "==" -> "(" + value(node.path(1)) + " is not distinct from " + value(node.path(2)) + ")";
      case "!=" -> "(" + value(node.path(1)) + " is distinct from " + value(node.path(2)) + ")";
      case "<", "<=", ">", ">=" ->
          "coalesce("
              + value(node.path(1))
              + " "
              + operator
              + " "
              + value(node.path(2))
              + ", false)";
      case "!" -> "(not " + condition(node.path(1)) + ")";
      case "all", "any" -> {
        List<String> parts = new ArrayList<>();
        for (int i = 1; i < node.size(); i++) {
          parts.add(condition(node.path(i)));
        }
        yield "(" + String.join(operator.equals("all") ? " and " : " or ", parts) + ")";
      }
      case "in" -> {
        List<String> words = new ArrayList<>();
        node.path(2).path(1).forEach(word -> words.add(value(word)));
        yield "coalesce(" + value(node.path(1)) + " in (" + String.join(", ", words) + "), false)";
      }
      default -> throw unknown(node);
    };
  }

  /** A value as an expression of its own type. */
  String value(JsonNode node) {
    if (node.isString()) {
      return "'" + node.stringValue().replace("'", "''") + "'";
    }
    if (node.isNumber() || node.isBoolean()) {
      return node.toString();
    }
    if (!node.isArray() || !node.path(0).isString()) {
      throw unknown(node);
    }
    return switch (node.path(0).stringValue()) {
      case "get" -> field(node.path(1).stringValue());
      case "match" -> match(node);
      case "case" -> choice(node);
      case "step" -> value(step(node));
      case "concat", "to-string" -> concat(node);
      case "slice" -> slice(node);
      case "number-format" -> number(node);
      default -> throw unknown(node);
    };
  }

  private String field(String name) {
    if (!name.matches("[a-z][a-z0-9_]{0,62}")) {
      throw new IllegalStateException("No field name: " + name);
    }
    fields.add(name);
    return "\"" + name + "\"";
  }

  private String match(JsonNode node) {
    StringBuilder sql = new StringBuilder("case");
    String input = value(node.path(1));
    for (int i = 2; i + 1 < node.size(); i += 2) {
      JsonNode label = node.path(i);
      List<String> labels = new ArrayList<>();
      if (label.isArray()) {
        label.forEach(one -> labels.add(value(one)));
      } else {
        labels.add(value(label));
      }
      sql.append(" when ").append(input).append(" in (").append(String.join(", ", labels));
      sql.append(") then ").append(value(node.path(i + 1)));
    }
    return sql.append(" else ").append(value(node.path(node.size() - 1))).append(" end").toString();
  }

  private String choice(JsonNode node) {
    StringBuilder sql = new StringBuilder("case");
    for (int i = 1; i + 1 < node.size(); i += 2) {
      sql.append(" when ").append(condition(node.path(i)));
      sql.append(" then ").append(value(node.path(i + 1)));
    }
    return sql.append(" else ").append(value(node.path(node.size() - 1))).append(" end").toString();
  }

  private String concat(JsonNode node) {
    List<String> parts = new ArrayList<>();
    for (int i = 1; i < node.size(); i++) {
      parts.add(value(node.path(i)) + "::text");
    }
    return "concat(" + String.join(", ", parts) + ")";
  }

  private String slice(JsonNode node) {
    int from = node.path(2).intValue();
    String text = value(node.path(1)) + "::text";
    return node.size() == 4
        ? "substr(" + text + ", " + (from + 1) + ", " + (node.path(3).intValue() - from) + ")"
        : "substr(" + text + ", " + (from + 1) + ")";
  }

  /** As Vietnamese and most of Europe write numbers: 1.234,50. */
  private String number(JsonNode node) {
    JsonNode options = node.path(2);
    int least = options.path("min-fraction-digits").intValue(0);
    int most = options.path("max-fraction-digits").intValue(3);
    String decimals = most == 0 ? "" : "." + "0".repeat(least) + "9".repeat(most - least);
    return String.format(
        Locale.ROOT,
        "translate(to_char(round((%s)::numeric, %d), 'FM999,999,999,990%s'), ',.', '.,')",
        value(node.path(1)),
        most,
        decimals);
  }

  private static IllegalStateException unknown(JsonNode node) {
    return new IllegalStateException("No SQL for " + node);
  }
}
