package vn.khuxuong.maps.gml;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A feature's name across layers, {@code subzones.17}: an XML name, so that it can be a {@code
 * gml:id}. Characters of a key that may not stand in such a name are written by their number.
 *
 * @param layer id of the layer
 * @param key value of the layer's key, as text
 */
public record FeatureId(String layer, String key) {
  private static final Pattern NUMBERED = Pattern.compile("_x([0-9a-f]{4})_");
  private static final Pattern FORM = Pattern.compile("([a-z][a-z0-9_]{0,62})\\.(.{1,200})");

  /** Reads a name; null if it is none. */
  public static @Nullable FeatureId find(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      return null;
    }
    String key =
        NUMBERED
            .matcher(form.group(2))
            .replaceAll(
                number ->
                    Matcher.quoteReplacement(
                        String.valueOf((char) Integer.parseInt(number.group(1), 16))));
    return new FeatureId(form.group(1), key);
  }

  /** The name. */
  public String text() {
    StringBuilder text = new StringBuilder(layer).append('.');
    for (int i = 0; i < key.length(); i++) {
      char c = key.charAt(i);
      boolean escape = c == '_' && key.startsWith("_x", i);
      boolean plain = Character.isLetterOrDigit(c) || c == '-' || c == '.' || c == '_';
      if (plain && !escape) {
        text.append(c);
      } else {
        text.append(String.format("_x%04x_", (int) c));
      }
    }
    return text.toString();
  }
}
