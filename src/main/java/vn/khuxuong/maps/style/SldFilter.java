package vn.khuxuong.maps.style;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import vn.khuxuong.maps.xml.XmlWriter;

/** Writes which features a rule is for as a filter of OGC 04-095 (Filter Encoding 1.1). */
final class SldFilter {
  private static final Map<String, String> COMPARISONS =
      Map.of(
          "==", "PropertyIsEqualTo",
          "!=", "PropertyIsNotEqualTo",
          "<", "PropertyIsLessThan",
          "<=", "PropertyIsLessThanOrEqualTo",
          ">", "PropertyIsGreaterThan",
          ">=", "PropertyIsGreaterThanOrEqualTo");

  private final XmlWriter xml;

  SldFilter(XmlWriter xml) {
    this.xml = xml;
  }

  /** Whether the filter encoding can say what the rule is for. */
  static boolean canSay(SldRule rule) {
    boolean conditions =
        rule.conditions().stream()
            .allMatch(c -> !(c instanceof SldRule.Holds holds) || canSay(holds.expression()));
    return conditions && (rule.rest() == null || canSay(rule.rest()));
  }

  private static boolean canSay(JsonNode node) {
    String operator = Reduction.operator(node);
    return switch (operator) {
      case "all", "any", "!" -> node.valueStream().skip(1).allMatch(SldFilter::canSay);
      case "has" -> true;
      case "in" ->
          Reduction.field(node.path(1)) != null && Reduction.content(node.path(2)).isArray();
      default ->
          COMPARISONS.containsKey(operator)
              && node.valueStream()
                  .skip(1)
                  .allMatch(side -> side.isValueNode() || Reduction.field(side) != null);
    };
  }

  /** The filter, or nothing for a rule that holds for every feature. */
  void write(SldRule rule) {
    int parts = rule.conditions().size() + (rule.rest() == null ? 0 : 1);
    if (parts == 0) {
      return;
    }
    xml.open("ogc:Filter");
    if (parts > 1) {
      xml.open("ogc:And");
    }
    rule.conditions().forEach(this::condition);
    if (rule.rest() != null) {
      expression(rule.rest());
    }
    if (parts > 1) {
      xml.close();
    }
    xml.close();
  }

  private void condition(SldRule.Condition condition) {
    if (condition instanceof SldRule.Among among) {
      anyOf(among.field(), among.values());
    } else if (condition instanceof SldRule.NotAmong none) {
      // Not alone is unknown, and so no match, where a client reads an empty value as SQL does.
      xml.open("ogc:Or");
      isNull(none.field());
      xml.open("ogc:Not");
      anyOf(none.field(), none.values());
      xml.close().close();
    } else if (condition instanceof SldRule.Holds holds) {
      if (!holds.wanted()) {
        xml.open("ogc:Not");
      }
      expression(holds.expression());
      if (!holds.wanted()) {
        xml.close();
      }
    }
  }

  private void anyOf(String field, List<Object> values) {
    if (values.size() > 1) {
      xml.open("ogc:Or");
    }
    for (Object value : values) {
      xml.open("ogc:PropertyIsEqualTo").element("ogc:PropertyName", field);
      xml.element("ogc:Literal", Values.text(value)).close();
    }
    if (values.size() > 1) {
      xml.close();
    }
  }

  private void isNull(String field) {
    xml.open("ogc:PropertyIsNull").element("ogc:PropertyName", field).close();
  }

  private void expression(JsonNode node) {
    String operator = Reduction.operator(node);
    switch (operator) {
      case "all", "any" -> {
        xml.open(operator.equals("all") ? "ogc:And" : "ogc:Or");
        node.valueStream().skip(1).forEach(this::expression);
        xml.close();
      }
      case "!" -> {
        xml.open("ogc:Not");
        expression(node.path(1));
        xml.close();
      }
      case "has" -> {
        xml.open("ogc:Not");
        isNull(node.path(1).stringValue(""));
        xml.close();
      }
      case "in" ->
          anyOf(
              node.path(1).path(1).stringValue(""),
              Reduction.content(node.path(2)).valueStream().map(SldFilter::scalar).toList());
      default -> {
        xml.open("ogc:" + COMPARISONS.get(operator));
        side(node.path(1));
        side(node.path(2));
        xml.close();
      }
    }
  }

  private static Object scalar(JsonNode node) {
    Object value = Values.ofScalar(node);
    return value == null ? "" : value;
  }

  private void side(JsonNode node) {
    String field = Reduction.field(node);
    if (field == null) {
      xml.element("ogc:Literal", Values.text(Values.ofScalar(node)));
    } else {
      xml.element("ogc:PropertyName", field);
    }
  }
}
