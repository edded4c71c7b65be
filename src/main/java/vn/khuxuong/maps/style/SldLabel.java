package vn.khuxuong.maps.style;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import vn.khuxuong.maps.xml.XmlWriter;

/**
 * The words of a label as literals and property names. How numbers are written and which part of a
 * text is taken stays unsaid: the functions that Symbology Encoding has for it are read by hardly
 * any client, and a label with one would be lost.
 */
final class SldLabel {
  /**
   * @param field the property, or null
   * @param literal the words, where it is none
   * @param cut whether only a part of the property's text is meant
   */
  private record Part(@Nullable String field, String literal, boolean cut) {}

  private final List<Part> parts = new ArrayList<>();

  SldLabel(@Nullable JsonNode expression) {
    if (expression != null) {
      read(expression, false);
    }
  }

  private void read(JsonNode node, boolean cut) {
    switch (Reduction.operator(node)) {
      case "", "literal" -> literal(Values.text(Values.ofScalar(Reduction.content(node))));
      case "get" -> field(node.path(1).stringValue(""), cut);
      case "concat" -> node.valueStream().skip(1).forEach(part -> read(part, cut));
      case "slice" -> read(node.path(1), true);
      case "to-string", "number-format", "coalesce" -> read(node.path(1), cut);
      default -> {}
    }
  }

  private void literal(String words) {
    if (!words.isEmpty()) {
      parts.add(new Part(null, words, false));
    }
  }

  /** Pieces of one property, such as the month and the year of a date, become the property once. */
  private void field(String name, boolean cut) {
    Part part = new Part(name, "", cut);
    int before = cut ? parts.indexOf(part) : -1;
    if (before >= 0) {
      parts.subList(before + 1, parts.size()).clear();
    } else {
      parts.add(part);
    }
  }

  boolean isEmpty() {
    return parts.isEmpty();
  }

  void write(XmlWriter xml) {
    for (Part part : parts) {
      if (part.field() == null) {
        xml.verbatim(part.literal());
      } else {
        xml.element("ogc:PropertyName", part.field());
      }
    }
  }
}
