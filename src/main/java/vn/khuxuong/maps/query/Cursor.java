package vn.khuxuong.maps.query;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import vn.khuxuong.maps.layer.FieldType;
import vn.khuxuong.maps.layer.Layer;

/**
 * Where the next page begins: behind the feature with these values. It does not depend on the size
 * of the page, and features that come or go while somebody pages make no other feature appear twice
 * or not at all.
 *
 * @param values what that feature has in the sorted columns, as text, null for no value
 * @param key its key as text
 */
public record Cursor(List<@Nullable String> values, String key) {

  private static final int LONGEST = 8_000;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  public Cursor {
    values = Collections.unmodifiableList(new ArrayList<>(values));
  }

  /**
   * Reads what {@link #text} wrote for the same order; empty for anything else.
   *
   * @param sort the order now asked for
   */
  public static Optional<Cursor> parse(String text, Layer layer, List<SortKey> sort) {
    if (text.isEmpty() || text.length() > LONGEST) {
      return Optional.empty();
    }
    List<@Nullable String> parts;
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(text);
      String json = UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      String[] read = JSON.readValue(json, String[].class);
      parts = read == null ? List.of() : Arrays.asList(read);
    } catch (IllegalArgumentException | CharacterCodingException | JacksonException e) {
      return Optional.empty();
    }
    if (parts.size() != sort.size() + 2 || !order(sort).equals(parts.get(0))) {
      return Optional.empty();
    }
    List<@Nullable String> values = parts.subList(1, parts.size() - 1);
    String key = parts.get(parts.size() - 1);
    if (key == null || !isOf(layer.keyType(), key)) {
      return Optional.empty();
    }
    for (int i = 0; i < values.size(); i++) {
      String value = values.get(i);
      if (value != null && !isOf(sort.get(i).type(), value)) {
        return Optional.empty();
      }
    }
    return Optional.of(new Cursor(values, key));
  }

  private static boolean isOf(FieldType type, String text) {
    return switch (type) {
      case STRING -> text.indexOf('\0') < 0;
      case INTEGER -> isWhole(text);
      case NUMBER ->
          text.matches("-?[0-9]{1,400}(\\.[0-9]{1,400})?(e[+-]?[0-9]{1,3})?|NaN|-?Infinity");
      case BOOLEAN -> text.equals("true") || text.equals("false");
      case DATE -> isDay(text);
    };
  }

  private static boolean isDay(String text) {
    try {
      return !LocalDate.parse(text).toString().isEmpty();
    } catch (DateTimeParseException e) {
      return false;
    }
  }

  /** For addresses; says which order it belongs to. */
  public String text(List<SortKey> sort) {
    List<@Nullable String> parts = new ArrayList<>();
    parts.add(order(sort));
    parts.addAll(values);
    parts.add(key);
    byte[] json = JSON.writeValueAsBytes(parts);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(json);
  }

  private static String order(List<SortKey> sort) {
    return sort.stream().map(SortKey::text).collect(Collectors.joining(","));
  }

  /** Whether a text is a whole number of at most 18 digits, as keys are. */
  public static boolean isWhole(String text) {
    return text.matches("-?[0-9]{1,18}");
  }
}
