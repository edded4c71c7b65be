package vn.khuxuong.maps.filter;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import vn.khuxuong.geo.GeoJson;

/** Writes filters as CQL2 JSON, to be read again. Shapes must be in CRS84. */
final class JsonWriter {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private JsonWriter() {}

  static JsonNode write(Filter filter) {
    if (filter instanceof Filter.And and) {
      return op("and", and.all().stream().map(JsonWriter::write));
    }
    if (filter instanceof Filter.Or or) {
      return op("or", or.any().stream().map(JsonWriter::write));
    }
    if (filter instanceof Filter.Not not) {
      return op("not", Stream.of(write(not.filter())));
    }
    if (filter instanceof Filter.Truth truth) {
      return JSON.booleanNode(truth.value());
    }
    if (filter instanceof Filter.Comparison c) {
      return op(c.operator().sign(), Stream.of(write(c.left()), write(c.right())));
    }
    if (filter instanceof Filter.Like like) {
      JsonNode pattern = folded(JSON.stringNode(like.pattern()), like.folding());
      return op("like", Stream.of(write(like.text()), pattern));
    }
    if (filter instanceof Filter.Between b) {
      return op("between", Stream.of(write(b.value()), write(b.low()), write(b.high())));
    }
    if (filter instanceof Filter.In in) {
      ArrayNode list = JSON.arrayNode();
      in.list().forEach(value -> list.add(write(value)));
      return op("in", Stream.of(write(in.value()), list));
    }
    if (filter instanceof Filter.IsNull isNull) {
      return op("isNull", Stream.of(write(isNull.value())));
    }
    if (filter instanceof Filter.NoShape) {
      return op("isNull", Stream.of(write(new Shape.Own())));
    }
    if (filter instanceof Filter.Spatial s) {
      String name = "s_" + s.relation().name().toLowerCase(Locale.ROOT);
      return op(name, Stream.of(write(s.left()), write(s.right())));
    }
    Filter.Temporal t = (Filter.Temporal) filter;
    String name = "t_" + t.relation().name().toLowerCase(Locale.ROOT);
    return op(name, Stream.of(write(t.left()), write(t.right())));
  }

  private static JsonNode op(String name, Stream<JsonNode> args) {
    ObjectNode node = JSON.objectNode().put("op", name);
    ArrayNode list = node.putArray("args");
    args.forEach(list::add);
    return node;
  }

  private static JsonNode property(String name) {
    return JSON.objectNode().put("property", name);
  }

  private static JsonNode write(Operand operand) {
    if (operand instanceof Operand.Property property) {
      return property(property.name());
    }
    if (operand instanceof Operand.Words words) {
      return JSON.stringNode(words.value());
    }
    if (operand instanceof Operand.Figure figure) {
      return JSON.numberNode(figure.value());
    }
    if (operand instanceof Operand.Flag flag) {
      return JSON.booleanNode(flag.value());
    }
    if (operand instanceof Operand.Day day) {
      return JSON.objectNode().put("date", day.value().toString());
    }
    if (operand instanceof Operand.Folded folded) {
      return folded(write(folded.text()), folded.folding());
    }
    Operand.Arithmetic a = (Operand.Arithmetic) operand;
    return op(a.operator().sign(), Stream.of(write(a.left()), write(a.right())));
  }

  private static JsonNode folded(JsonNode text, Folding folding) {
    JsonNode cased = folding.cases() ? op("casei", Stream.of(text)) : text;
    return folding.accents() ? op("accenti", Stream.of(cased)) : cased;
  }

  private static JsonNode write(Shape shape) {
    return shape instanceof Shape.Given given ? GeoJson.write(given.geometry()) : property("geom");
  }

  private static JsonNode write(TimeSpan span) {
    if (span.isInstant()) {
      JsonNode instant = bound(span.first());
      return instant.isObject() ? instant : JSON.objectNode().set("date", instant);
    }
    ArrayNode ends = JSON.arrayNode().addAll(List.of(bound(span.first()), bound(span.last())));
    return JSON.objectNode().set("interval", ends);
  }

  private static JsonNode bound(TimeSpan.Bound bound) {
    if (bound instanceof TimeSpan.Property property) {
      return property(property.name());
    }
    return JSON.stringNode(bound instanceof TimeSpan.Day day ? day.value().toString() : "..");
  }
}
