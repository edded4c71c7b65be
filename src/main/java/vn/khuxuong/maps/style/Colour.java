package vn.khuxuong.maps.style;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A colour with opacity.
 *
 * @param argb eight bits each of alpha, red, green, blue; not premultiplied
 */
public record Colour(int argb) {

  /** Opaque black, the default of most colour properties. */
  public static final Colour BLACK = new Colour(0xff000000);

  /** Nothing to see. */
  public static final Colour TRANSPARENT = new Colour(0);

  private static final Map<String, Colour> NAMES =
      Map.of("transparent", TRANSPARENT, "black", BLACK, "white", new Colour(-1));
  private static final Pattern HEX = Pattern.compile("#([0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})");
  private static final Pattern RGB =
      Pattern.compile(
          "rgba?\\(\\s*(\\d{1,3})\\s*,\\s*(\\d{1,3})\\s*,\\s*(\\d{1,3})\\s*(?:,\\s*(\\d*\\.?\\d+)\\s*)?\\)");

  /** Reads {@code #rgb[a]}, {@code #rrggbb[aa]}, {@code rgb()}, {@code rgba()} and three names. */
  public static Optional<Colour> find(String text) {
    String css = text.strip().toLowerCase(Locale.ROOT);
    Colour named = NAMES.get(css);
    if (named != null) {
      return Optional.of(named);
    }
    Matcher hex = HEX.matcher(css);
    if (hex.matches()) {
      return Optional.of(hex(hex.group(1)));
    }
    Matcher rgb = RGB.matcher(css);
    if (!rgb.matches()) {
      return Optional.empty();
    }
    int red = Integer.parseInt(rgb.group(1));
    int green = Integer.parseInt(rgb.group(2));
    int blue = Integer.parseInt(rgb.group(3));
    double alpha = rgb.group(4) == null ? 1 : Double.parseDouble(rgb.group(4));
    if (red > 255 || green > 255 || blue > 255 || alpha > 1) {
      return Optional.empty();
    }
    return Optional.of(
        new Colour((int) Math.round(alpha * 255) << 24 | red << 16 | green << 8 | blue));
  }

  private static Colour hex(String digits) {
    StringBuilder wide = new StringBuilder(digits);
    if (digits.length() < 6) {
      wide.setLength(0);
      digits.chars().forEach(c -> wide.append((char) c).append((char) c));
    }
    if (wide.length() == 6) {
      wide.append("ff");
    }
    long rgba = Long.parseLong(wide.toString(), 16);
    return new Colour((int) (rgba >>> 8 | (rgba & 0xff) << 24));
  }

  /** This colour, its opacity multiplied by a share from 0 to 1. */
  public Colour faded(double opacity) {
    long alpha = Math.round((argb >>> 24) * Math.max(0, Math.min(1, opacity)));
    return new Colour((int) (alpha << 24) | (argb & 0xffffff));
  }

  /** The colour at a share of the way from this one to another. */
  public Colour towards(Colour other, double share) {
    int mixed = 0;
    for (int shift = 0; shift < 32; shift += 8) {
      int from = argb >>> shift & 0xff;
      int to = other.argb >>> shift & 0xff;
      mixed |= (int) Math.round(from + (to - from) * share) << shift;
    }
    return new Colour(mixed);
  }

  /** As CSS writes it: {@code #rrggbb}, or with alpha {@code #rrggbbaa}. */
  public String css() {
    int alpha = argb >>> 24;
    String rgb = String.format(Locale.ROOT, "#%06x", argb & 0xffffff);
    return alpha == 255 ? rgb : rgb + String.format(Locale.ROOT, "%02x", alpha);
  }
}
