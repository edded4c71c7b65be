package vn.khuxuong.maps.style;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import vn.khuxuong.maps.style.ExpressionReader.Site;

/** The two operators with stops: step and interpolate. */
final class Stops {
  private final ExpressionReader reader;
  private final JsonNode node;
  private final String path;
  private final Site site;
  private final List<Double> inputs = new ArrayList<>();
  private final List<Expression> outputs = new ArrayList<>();

  Stops(ExpressionReader reader, JsonNode node, String path, Site site) {
    this.reader = reader;
    this.node = node;
    this.path = path;
    this.site = site;
  }

  Expression read(String operator) {
    boolean step = operator.equals("step");
    if (node.size() < 5 || node.size() % 2 == 0) {
      return reader.fault(path, operator + " has a wrong number of arguments");
    }
    if (!step
        && !(node.path(1).size() == 1 && "linear".equals(node.path(1).path(0).stringValue("")))) {
      return reader.fault(path + "[1]", "only [\"linear\"] is in the style subset");
    }
    if (!step
        && site.kind() != Kind.NUMBER
        && site.kind() != Kind.COLOUR
        && site.kind() != Kind.ANY) {
      return reader.fault(
          path, "interpolate yields numbers and colours, needed is " + site.kind().words());
    }
    int input = step ? 1 : 2;
    Expression value = input(node.path(input), path + "[" + input + "]");
    if (step) {
      inputs.add(Double.NEGATIVE_INFINITY);
      outputs.add(reader.read(node.path(2), path + "[2]", site.branch()));
    }
    for (int i = 3; i < node.size(); i += 2) {
      stop(i);
    }
    return step ? step(value) : interpolate(value);
  }

  private Expression input(JsonNode input, String where) {
    boolean zoom = input.isArray() && "zoom".equals(input.path(0).stringValue(""));
    if (zoom && site.top()) {
      return (feature, z) -> z;
    }
    return reader.read(input, where, site.inside(Kind.NUMBER));
  }

  private void stop(int i) {
    JsonNode at = node.path(i);
    if (!at.isNumber()
        || (!inputs.isEmpty() && at.doubleValue() <= inputs.get(inputs.size() - 1))) {
      reader.complain(path + "[" + i + "]", "stops are numbers in rising order");
    }
    inputs.add(at.isNumber() ? at.doubleValue() : Double.MAX_VALUE);
    outputs.add(reader.read(node.path(i + 1), path + "[" + (i + 1) + "]", site.branch()));
  }

  private int below(double at) {
    int i = inputs.size() - 1;
    while (i > 0 && inputs.get(i) > at) {
      i--;
    }
    return i;
  }

  private Expression step(Expression input) {
    return (feature, zoom) ->
        input.evaluate(feature, zoom) instanceof Double at
            ? outputs.get(below(at)).evaluate(feature, zoom)
            : null;
  }

  private Expression interpolate(Expression input) {
    return (feature, zoom) -> {
      if (!(input.evaluate(feature, zoom) instanceof Double at)) {
        return null;
      }
      int i = below(at);
      Object from = outputs.get(i).evaluate(feature, zoom);
      if (at <= inputs.get(i) || i == inputs.size() - 1) {
        return from;
      }
      Object to = outputs.get(i + 1).evaluate(feature, zoom);
      double share = (at - inputs.get(i)) / (inputs.get(i + 1) - inputs.get(i));
      if (from instanceof Double a && to instanceof Double b) {
        return a + (b - a) * share;
      }
      Colour start = Values.colour(from);
      Colour end = Values.colour(to);
      return start == null || end == null ? null : start.towards(end, share);
    };
  }
}
