package vn.khuxuong.maps.style;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Takes one drawing step of a style apart into rules that need no expressions: by the zooms between
 * which nothing changes, by the values of fields that the step tells apart, by other conditions.
 */
final class SldRules {
  private static final double MAX_ZOOM = 24;

  /** A step that falls into more rules than this is beyond what SLD clients are made for. */
  private static final int MOST_RULES = 500;

  /** What rules cannot say, or need not. */
  private static final Set<Property> UNSAID =
      Set.of(Property.SYMBOL_SORT_KEY, Property.TEXT_ALLOW_OVERLAP);

  private final LayerType type;
  private final JsonNode filter;
  private final Map<Property, JsonNode> properties = new EnumMap<>(Property.class);
  private final double minZoom;
  private final double maxZoom;

  /**
   * @param step one of the layers of a style file that was read without complaint
   * @param minZoom below which the layer is not shown at all
   * @param maxZoom from which on it is not shown any more
   */
  SldRules(JsonNode step, double minZoom, double maxZoom) {
    this.type = LayerType.find(step.path("type").stringValue("")).orElseThrow();
    this.filter =
        step.has("filter") ? step.path("filter") : JsonNodeFactory.instance.booleanNode(true);
    this.minZoom = Math.max(minZoom, step.path("minzoom").doubleValue(0));
    this.maxZoom = Math.min(maxZoom, step.path("maxzoom").doubleValue(Double.POSITIVE_INFINITY));
    for (String group : List.of("paint", "layout")) {
      step.path(group)
          .properties()
          .forEach(
              entry ->
                  Property.find(type, group.equals("paint"), entry.getKey())
                      .filter(property -> !UNSAID.contains(property))
                      .ifPresent(property -> properties.put(property, entry.getValue())));
    }
  }

  LayerType type() {
    return type;
  }

  /** The rules, no two of which hold for one feature at one zoom. */
  List<SldRule> list() {
    List<SldRule> rules = new ArrayList<>();
    List<Double> zooms = zooms();
    for (int i = 0; i < zooms.size() - 1; i++) {
      double from = zooms.get(i);
      double to = zooms.get(i + 1);
      double within = Double.isInfinite(to) ? from + 0.5 : (from + to) / 2;
      for (SldRule rule : split(Knowledge.at(within), from, to)) {
        int before = -1;
        for (int j = 0; j < rules.size(); j++) {
          before = rule.continues(rules.get(j)) ? j : before;
        }
        if (before < 0) {
          rules.add(rule);
        } else {
          rules.set(before, rules.get(before).until(to));
        }
      }
    }
    if (rules.size() > MOST_RULES) {
      throw new StyleException(List.of("the step falls into more than " + MOST_RULES + " rules"));
    }
    return rules;
  }

  private List<Double> zooms() {
    Set<Double> inside = new TreeSet<>();
    stops(filter, inside);
    properties.values().forEach(node -> stops(node, inside));
    List<Double> zooms = new ArrayList<>();
    zooms.add(minZoom);
    inside.stream().filter(z -> z > minZoom && z < maxZoom).forEach(zooms::add);
    zooms.add(maxZoom);
    return minZoom < maxZoom ? zooms : List.of();
  }

  /** The zooms at which an expression changes; a slope is taken in steps of one. */
  private static void stops(JsonNode node, Set<Double> zooms) {
    if (!node.isArray()) {
      return;
    }
    String operator = Reduction.operator(node);
    boolean step = operator.equals("step") && isZoom(node.path(1));
    boolean slope = operator.equals("interpolate") && isZoom(node.path(2));
    if (step || slope) {
      for (int i = 3; i < node.size(); i += 2) {
        zooms.add(node.path(i).doubleValue());
      }
    }
    if (slope) {
      double first = node.path(3).doubleValue();
      double last = Math.min(MAX_ZOOM, node.path(node.size() - 2).doubleValue());
      for (double zoom = Math.ceil(first); zoom < last; zoom++) {
        zooms.add(zoom);
      }
    }
    if (node.size() == 3 && (isZoom(node.path(1)) || isZoom(node.path(2)))) {
      node.valueStream().filter(JsonNode::isNumber).forEach(at -> zooms.add(at.doubleValue()));
    }
    node.valueStream().forEach(part -> stops(part, zooms));
  }

  private static boolean isZoom(JsonNode node) {
    return Reduction.operator(node).equals("zoom");
  }

  private List<SldRule> split(Knowledge known, double from, double to) {
    Reduction reduction = new Reduction(known);
    JsonNode rest = reduction.reduce(filter);
    if (Reduction.isConstant(rest) && !rest.booleanValue(false)) {
      return List.of();
    }
    Map<Property, JsonNode> paint = new EnumMap<>(Property.class);
    properties.forEach((property, node) -> paint.put(property, reduction.reduce(node)));
    Optional<JsonNode> open =
        paint.values().stream().map(SldRules::undecided).flatMap(Optional::stream).findFirst();
    if (open.isEmpty()) {
      return List.of(
          new SldRule(List.of(), Reduction.isConstant(rest) ? null : rest, paint, from, to));
    }
    String field = decisiveField(open.get());
    Set<Object> values = new LinkedHashSet<>();
    if (field != null) {
      values(rest, field, values);
      paint.values().forEach(node -> values(node, field, values));
    }
    if (field == null || values.isEmpty()) {
      JsonNode condition = open.get();
      List<SldRule> rules = new ArrayList<>();
      for (boolean holds : new boolean[] {true, false}) {
        split(known.when(condition, holds), from, to)
            .forEach(rule -> rules.add(rule.under(new SldRule.Holds(condition, holds))));
      }
      return rules;
    }
    return byValue(known, field, values, from, to);
  }

  private List<SldRule> byValue(
      Knowledge known, String field, Set<Object> values, double from, double to) {
    Map<List<SldRule>, List<Object>> alike = new LinkedHashMap<>();
    for (Object value : values) {
      alike
          .computeIfAbsent(
              split(known.withValue(field, value), from, to), rules -> new ArrayList<>())
          .add(value);
    }
    List<SldRule> rules = new ArrayList<>();
    alike.forEach(
        (same, those) ->
            same.forEach(rule -> rules.add(rule.under(new SldRule.Among(field, those)))));
    split(known.without(field, new HashSet<>(values)), from, to)
        .forEach(rule -> rules.add(rule.under(new SldRule.NotAmong(field, List.copyOf(values)))));
    return rules;
  }

  /** The first thing in an expression that must be known for it to be a constant. */
  private static Optional<JsonNode> undecided(JsonNode node) {
    String operator = Reduction.operator(node);
    boolean condition =
        Reduction.isCondition(node) && !Set.of("all", "any", "!").contains(operator);
    if (condition || (operator.equals("match") && Reduction.field(node.path(1)) != null)) {
      return Optional.of(node);
    }
    return node.isArray()
        ? node.valueStream().map(SldRules::undecided).flatMap(Optional::stream).findFirst()
        : Optional.empty();
  }

  /** The field whose value decides, where a list of its values can. */
  private static @Nullable String decisiveField(JsonNode node) {
    return switch (Reduction.operator(node)) {
      case "match", "==", "!=" ->
          node.path(2).isValueNode() || (node.path(2).isArray() && node.size() > 3)
              ? Reduction.field(node.path(1))
              : null;
      case "in" ->
          Reduction.content(node.path(2)).isArray() && Reduction.isConstant(node.path(2))
              ? Reduction.field(node.path(1))
              : null;
      default -> null;
    };
  }

  /** The values of a field that an expression names. */
  private static void values(JsonNode node, String field, Collection<Object> values) {
    if (!node.isArray()) {
      return;
    }
    if (field.equals(Reduction.field(node.path(1)))) {
      switch (Reduction.operator(node)) {
        case "match" -> {
          for (int i = 2; i < node.size() - 1; i += 2) {
            add(node.path(i), values);
          }
        }
        case "==", "!=", "in" -> add(Reduction.content(node.path(2)), values);
        default -> {}
      }
    }
    node.valueStream().forEach(part -> values(part, field, values));
  }

  private static void add(JsonNode labels, Collection<Object> values) {
    (labels.isArray() ? labels.valueStream().toList() : List.of(labels))
        .forEach(
            label -> {
              Object value = Values.ofScalar(label);
              if (value != null && Reduction.isConstant(label)) {
                values.add(value);
              }
            });
  }
}
