package vn.khuxuong.allocation.solver;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A place in a JSON document that knows its own path, so that every refusal can name it. Members
 * are read by type; a missing member or a value of another type is an {@link InstanceFault}.
 */
final class JsonCursor {
  // NaN is let through the grammar so that it is refused as a value, with its path.
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final JsonNode node;
  private final String path;

  private JsonCursor(JsonNode node, String path) {
    this.node = node;
    this.path = path;
  }

  /** The root of a whole UTF-8 document, which must be an object of the given format. */
  static JsonCursor root(byte[] json, String format) {
    JsonCursor root = new JsonCursor(parse(json), "$").members();
    String found = root.text("format");
    InstanceFault.unless(
        found.equals(format), "$.format", "must be '" + format + "', not '" + found + "'");
    return root;
  }

  private static JsonNode parse(byte[] json) {
    @Nullable TokenStreamContext reached = null;
    try (JsonParser parser = MAPPER.createParser(json)) {
      reached = parser.streamReadContext();
      @Nullable JsonNode document = null;
      try {
        document = MAPPER.readTree(parser);
      } finally {
        reached = parser.streamReadContext();
      }
      if (document == null || document.isMissingNode()) {
        throw new InstanceFault("$", "is empty");
      }
      if (parser.nextToken() != null) {
        throw new InstanceFault("$", "more text after the end of the document");
      }
      return document;
    } catch (JacksonException e) {
      throw new InstanceFault(pathOf(reached), "not valid JSON: " + syntax(e));
    }
  }

  private static String syntax(JacksonException e) {
    String message = String.valueOf(e.getOriginalMessage()).lines().findFirst().orElse("");
    TokenStreamLocation at = e.getLocation();
    return at == null || at.getLineNr() < 1
        ? message
        : message + " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")";
  }

  private static String pathOf(@Nullable TokenStreamContext context) {
    StringBuilder path = new StringBuilder();
    for (TokenStreamContext at = context; at != null && !at.inRoot(); at = at.getParent()) {
      String step = "";
      if (at.inArray()) {
        step = "[" + at.getCurrentIndex() + "]";
      } else if (at.currentName() != null) {
        step = "." + at.currentName();
      }
      path.insert(0, step);
    }
    return "$" + path;
  }

  /** Runs a constructor and puts this place's path before the path of what it refuses. */
  <T> T make(Supplier<T> constructor) {
    try {
      return constructor.get();
    } catch (InstanceFault fault) {
      throw fault.under(path);
    }
  }

  JsonCursor at(String name) {
    JsonNode member = node.get(name);
    String memberPath = path + "." + name;
    InstanceFault.unless(member != null, memberPath, "is missing");
    return new JsonCursor(member, memberPath);
  }

  boolean has(String name) {
    return node.has(name);
  }

  <T> List<T> list(String name, Function<JsonCursor, T> read) {
    JsonCursor list = at(name);
    InstanceFault.unless(list.node.isArray(), list.path, "must be a list");
    List<T> items = new ArrayList<>(list.node.size());
    int index = 0;
    for (JsonNode item : list.node) {
      items.add(read.apply(new JsonCursor(item, list.path + "[" + index++ + "]")));
    }
    return items;
  }

  <T> List<T> objects(String name, Function<JsonCursor, T> read) {
    return list(name, item -> read.apply(item.members()));
  }

  /** This place, which must be an object. */
  JsonCursor members() {
    InstanceFault.unless(node.isObject(), path, "must be an object");
    return this;
  }

  JsonCursor object(String name) {
    return at(name).members();
  }

  int integer(String name) {
    return at(name).integer();
  }

  int integer() {
    InstanceFault.unless(node.isIntegralNumber(), path, "must be a whole number, not " + shown());
    InstanceFault.unless(
        node.canConvertToInt() && Math.abs((long) node.intValue()) <= InstanceFault.LARGEST,
        path,
        "must be a whole number of at most " + InstanceFault.LARGEST + ", not " + shown());
    return node.intValue();
  }

  /** A whole number that may be large, or null where the member is absent. */
  @Nullable Long longInteger(String name) {
    if (!has(name)) {
      return null;
    }
    JsonCursor member = at(name);
    InstanceFault.unless(
        member.node.isIntegralNumber() && member.node.canConvertToLong(),
        member.path,
        "must be a whole number, not " + member.shown());
    return member.node.longValue();
  }

  boolean bool(String name) {
    JsonCursor member = at(name);
    InstanceFault.unless(
        member.node.isBoolean(), member.path, "must be true or false, not " + member.shown());
    return member.node.booleanValue();
  }

  String text(String name) {
    return at(name).text();
  }

  String text() {
    InstanceFault.unless(node.isString(), path, "must be a text, not " + shown());
    return node.stringValue();
  }

  @Nullable String textOrNull(String name) {
    JsonCursor member = at(name);
    return member.node.isNull() ? null : member.text();
  }

  List<String> texts(String name) {
    return list(name, JsonCursor::text);
  }

  List<Integer> integers(String name) {
    return list(name, JsonCursor::integer);
  }

  Map<String, Integer> integersByName(String name) {
    JsonCursor object = object(name);
    Map<String, Integer> byName = new LinkedHashMap<>();
    for (String member : object.node.propertyNames()) {
      byName.put(member, object.integer(member));
    }
    return byName;
  }

  <E extends Enum<E>> E choice(String name, Class<E> type) {
    JsonCursor member = at(name);
    String text = member.text();
    for (E choice : type.getEnumConstants()) {
      if (choice.name().equals(text)) {
        return choice;
      }
    }
    throw new InstanceFault(
        member.path, "must be one of " + List.of(type.getEnumConstants()) + ", not " + shown(text));
  }

  private String shown() {
    if (node.isObject()) {
      return "an object";
    }
    if (node.isArray()) {
      return "a list";
    }
    return shown(node.toString());
  }

  private static String shown(String text) {
    return text.length() <= 40 ? text : text.substring(0, 40) + "...";
  }
}
