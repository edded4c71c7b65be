package vn.khuxuong.maps.layer;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A place in a layer file that is read and judged at once. Every wrong value leaves a complaint
 * with its path and yields null, so that one reading finds all faults.
 */
final class Entry {

  private final String path;
  private final @Nullable JsonNode node;
  private final List<String> complaints;
  private final Set<String> read = new LinkedHashSet<>();

  private Entry(String path, @Nullable JsonNode node, List<String> complaints) {
    this.path = path;
    this.node = node;
    this.complaints = complaints;
  }

  static Entry root(JsonNode node, List<String> complaints) {
    return new Entry("", node, complaints);
  }

  /** A part of this mapping; its values are all absent when the part itself is. */
  Entry part(String name) {
    JsonNode part = child(name);
    String at = at(name);
    if (part == null) {
      return new Entry(at, null, complaints);
    }
    if (!part.isObject()) {
      complaints.add(at + ": must be a mapping");
      return new Entry(at, null, complaints);
    }
    return new Entry(at, part, complaints);
  }

  /** The items of a list of mappings. */
  List<Entry> parts(String name) {
    JsonNode list = child(name);
    if (list == null) {
      return List.of();
    }
    if (!list.isArray()) {
      complain(name, "must be a list");
      return List.of();
    }
    List<Entry> entries = new ArrayList<>();
    for (JsonNode item : list) {
      String at = at(name) + "[" + entries.size() + "]";
      if (!item.isObject()) {
        complaints.add(at + ": must be a mapping");
      }
      entries.add(new Entry(at, item.isObject() ? item : null, complaints));
    }
    return entries;
  }

  /** The parts of this mapping by name, for mappings whose names are data. */
  Map<String, Entry> named(String name) {
    Entry mapping = part(name);
    if (mapping.node == null) {
      return Map.of();
    }
    Map<String, Entry> entries = new LinkedHashMap<>();
    mapping.node.propertyNames().forEach(key -> entries.put(key, mapping.part(key)));
    return entries;
  }

  boolean has(String name) {
    return node != null && node.has(name);
  }

  boolean isAbsent() {
    return node == null;
  }

  @Nullable String string(String name) {
    JsonNode value = required(name);
    if (value == null) {
      return null;
    }
    if (!value.isString() || value.stringValue().isBlank()) {
      complain(name, "must be a text");
      return null;
    }
    return value.stringValue();
  }

  @Nullable String stringOrNull(String name) {
    return has(name) ? string(name) : null;
  }

  @Nullable String identifier(String name) {
    String word = string(name);
    if (word != null && !Layer.isIdentifier(word)) {
      complain(name, "must be a name of a-z, 0-9 and _, not \"" + word + "\"");
      return null;
    }
    return word;
  }

  @Nullable String identifierOrNull(String name) {
    return has(name) ? identifier(name) : null;
  }

  @Nullable Integer integer(String name) {
    JsonNode value = required(name);
    if (value == null) {
      return null;
    }
    if (!value.isIntegralNumber() || !value.canConvertToInt()) {
      complain(name, "must be a whole number");
      return null;
    }
    return value.intValue();
  }

  @Nullable Double number(String name) {
    JsonNode value = required(name);
    if (value == null) {
      return null;
    }
    if (!value.isNumber()) {
      complain(name, "must be a number");
      return null;
    }
    return value.doubleValue();
  }

  boolean flag(String name) {
    if (!has(name)) {
      return false;
    }
    JsonNode value = child(name);
    if (value == null || !value.isBoolean()) {
      complain(name, "must be true or false");
      return false;
    }
    return value.booleanValue();
  }

  Set<String> words(String name) {
    JsonNode list = child(name);
    if (list == null) {
      return Set.of();
    }
    Set<String> words = new LinkedHashSet<>();
    if (!list.isArray()) {
      complain(name, "must be a list");
      return words;
    }
    for (JsonNode item : list) {
      if (item.isString()) {
        words.add(item.stringValue());
      } else {
        complain(name, "must hold texts only");
      }
    }
    return Collections.unmodifiableSet(words);
  }

  /** One of a closed set, found by the word that stands for it in layer files. */
  <T> @Nullable T oneOf(String name, T[] choices, Function<T, String> word) {
    String wanted = string(name);
    if (wanted == null) {
      return null;
    }
    List<String> words = new ArrayList<>();
    for (T choice : choices) {
      if (word.apply(choice).equals(wanted)) {
        return choice;
      }
      words.add(word.apply(choice));
    }
    complain(name, "must be one of " + words + ", not \"" + wanted + "\"");
    return null;
  }

  @Nullable Text text(String name) {
    if (required(name) == null) {
      return null;
    }
    return part(name).asText();
  }

  /** This mapping itself read as words in both languages. */
  @Nullable Text asText() {
    if (node == null) {
      return null;
    }
    String vi = string("vi");
    String en = string("en");
    refuseUnread();
    return vi == null || en == null ? null : new Text(vi, en);
  }

  /** Complains about names that nobody asked for: most of them are misspelt. */
  void refuseUnread() {
    if (node == null) {
      return;
    }
    for (String name : node.propertyNames()) {
      if (!read.contains(name)) {
        complain(name, "is not known here");
      }
    }
  }

  void complain(String name, String what) {
    complaints.add(at(name) + ": " + what);
  }

  private @Nullable JsonNode required(String name) {
    JsonNode value = child(name);
    if (value == null && node != null) {
      complain(name, "is missing");
    }
    return value;
  }

  private @Nullable JsonNode child(String name) {
    read.add(name);
    JsonNode value = node == null ? null : node.get(name);
    return value == null || value.isNull() ? null : value;
  }

  private String at(String name) {
    return path.isEmpty() ? name : path + "." + name;
  }
}
