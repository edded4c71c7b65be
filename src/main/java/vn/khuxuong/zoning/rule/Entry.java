package vn.khuxuong.zoning.rule;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A mapping in a rule file that is read and judged at once. A wrong value leaves a complaint with
 * its place and yields a harmless stand-in, so that one reading finds all faults; a book with any
 * complaint is never used.
 */
final class Entry {
  private final String path;
  private final @Nullable JsonNode node;
  private final List<String> complaints;
  private final Set<String> read = new HashSet<>();

  private Entry(String path, @Nullable JsonNode node, List<String> complaints) {
    this.path = path;
    this.node = node;
    this.complaints = complaints;
  }

  static Entry root(String file, JsonNode node, List<String> complaints) {
    if (!node.isObject()) {
      complaints.add(file + ": must be a mapping");
    }
    return new Entry(file + ": ", node.isObject() ? node : null, complaints);
  }

  boolean has(String name) {
    return child(name) != null;
  }

  Entry part(String name) {
    JsonNode part = child(name);
    if (part != null && !part.isObject()) {
      complain(name, "must be a mapping");
      part = null;
    }
    return new Entry(path + name + ".", part, complaints);
  }

  List<Entry> parts(String name) {
    List<Entry> entries = new ArrayList<>();
    for (JsonNode item : list(name)) {
      String place = name + "[" + entries.size() + "]";
      if (!item.isObject()) {
        complain(place, "must be a mapping");
      }
      entries.add(new Entry(path + place + ".", item.isObject() ? item : null, complaints));
    }
    return entries;
  }

  String text(String name) {
    JsonNode value = required(name);
    if (value != null && value.isString() && !value.asString().isBlank()) {
      return value.asString().strip();
    }
    if (value != null) {
      complain(name, "must be a text");
    }
    return "?";
  }

  String textOr(String name, String otherwise) {
    return has(name) ? text(name) : otherwise;
  }

  String id(String name) {
    String word = text(name);
    if (!word.equals("?") && !word.matches("[a-z0-9][a-z0-9-]{0,59}")) {
      complain(name, "must be a word of a-z, 0-9 and -, not \"" + word + "\"");
    }
    return word;
  }

  double number(String name, double least, double most) {
    JsonNode value = required(name);
    if (value == null) {
      return least;
    }
    double number = value.isNumber() ? value.doubleValue() : Double.NaN;
    if (!(number >= least && number <= most)) {
      complain(name, "must be a number from " + plain(least) + " to " + plain(most));
      return least;
    }
    return number;
  }

  @Nullable Double numberOrNull(String name, double least, double most) {
    return has(name) ? number(name, least, most) : null;
  }

  boolean flag(String name) {
    JsonNode value = child(name);
    if (value != null && !value.isBoolean()) {
      complain(name, "must be true or false");
    }
    return value != null && value.isBoolean() && value.booleanValue();
  }

  @Nullable Boolean flagOrNull(String name) {
    return has(name) ? flag(name) : null;
  }

  LocalDate date(String name) {
    JsonNode value = required(name);
    try {
      if (value != null) {
        return LocalDate.parse(value.asString(""));
      }
    } catch (DateTimeException e) {
      complain(name, "must be a date such as 2021-07-05");
    }
    return LocalDate.EPOCH;
  }

  @Nullable LocalDate dateOrNull(String name) {
    return has(name) ? date(name) : null;
  }

  <E extends Enum<E>> E oneOf(String name, Class<E> type) {
    E[] choices = type.getEnumConstants();
    String wanted = text(name);
    for (E choice : choices) {
      if (choice.name().equals(wanted)) {
        return choice;
      }
    }
    if (!wanted.equals("?")) {
      complain(name, "must be one of " + Arrays.toString(choices) + ", not \"" + wanted + "\"");
    }
    return choices[0];
  }

  <E extends Enum<E>> Set<E> someOf(String name, Class<E> type) {
    Set<E> found = EnumSet.noneOf(type);
    E[] choices = type.getEnumConstants();
    for (String word : words(name)) {
      Arrays.stream(choices)
          .filter(choice -> choice.name().equals(word))
          .findFirst()
          .ifPresentOrElse(
              found::add,
              () -> complain(name, "\"" + word + "\" is none of " + Arrays.toString(choices)));
    }
    if (found.isEmpty()) {
      complain(name, "must name at least one of " + Arrays.toString(choices));
    }
    return found;
  }

  Set<String> words(String name) {
    Set<String> words = new LinkedHashSet<>();
    for (JsonNode item : list(name)) {
      if (item.isString()) {
        words.add(item.asString());
      } else {
        complain(name, "must hold texts only");
      }
    }
    return words;
  }

  List<Double> numbers(String name) {
    return numbers(name, list(name));
  }

  List<List<Double>> table(String name) {
    List<List<Double>> rows = new ArrayList<>();
    for (JsonNode row : list(name)) {
      rows.add(numbers(name + "[" + rows.size() + "]", row));
    }
    return rows;
  }

  private List<Double> numbers(String name, Iterable<JsonNode> items) {
    List<Double> numbers = new ArrayList<>();
    for (JsonNode item : items) {
      if (!item.isNumber()) {
        complain(name, "must hold numbers only");
      }
      numbers.add(item.isNumber() ? item.doubleValue() : 0);
    }
    return numbers;
  }

  /** Complains about names that nobody asked for: most of them are misspelt. */
  void refuseUnread() {
    if (node != null) {
      for (String name : node.propertyNames()) {
        if (!read.contains(name)) {
          complain(name, "is not known here");
        }
      }
    }
  }

  void complain(String name, String what) {
    complaints.add(path + name + ": " + what);
  }

  private Iterable<JsonNode> list(String name) {
    JsonNode list = child(name);
    if (list == null) {
      return List.of();
    }
    if (!list.isArray()) {
      complain(name, "must be a list");
      return List.of();
    }
    return list;
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

  private static String plain(double value) {
    return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
  }
}
