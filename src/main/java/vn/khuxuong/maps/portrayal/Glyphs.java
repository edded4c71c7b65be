package vn.khuxuong.maps.portrayal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.geom.FlatteningPathIterator;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.khuxuong.maps.mvt.Protobuf;

/**
 * Letters for clients that draw labels themselves: the shipped DejaVu fonts as fields of signed
 * distances to the letters' outlines, 256 letters a file (the glyphs of the MapLibre style
 * specification). Made when first asked for.
 */
@Component
class Glyphs {

  /** Size of the letters, pixels. */
  private static final int SIZE = 24;

  /** Pixels around each letter. */
  private static final int MARGIN = 3;

  /** Distance over which the field goes from full to nothing, pixels. */
  private static final double RADIUS = 8;

  /** Share of the field that lies inside. */
  private static final double INSIDE = 0.25;

  /** The line's upper edge above its base, pixels; letters are placed from there. */
  private static final int ASCENDER = 23;

  private static final int RANGES = 256;
  private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);

  private final Map<String, Font> fonts =
      Map.of(
          "DejaVu Sans", load("DejaVuSans.ttf"), "DejaVu Sans Bold", load("DejaVuSans-Bold.ttf"));

  private final Cache<String, byte[]> files = Caffeine.newBuilder().maximumSize(64).build();

  private static Font load(String file) {
    try (InputStream in = Glyphs.class.getResourceAsStream("/fonts/" + file)) {
      if (in == null) {
        throw new IllegalStateException("/fonts/" + file + " is missing");
      }
      return Font.createFont(Font.TRUETYPE_FONT, in).deriveFont((float) SIZE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (FontFormatException e) {
      throw new IllegalStateException(file, e);
    }
  }

  /**
   * The file of a range.
   *
   * @param stack names of fonts with commas between; the first that is known serves
   * @param range its number: 0 for the letters 0 to 255
   * @return empty if there is no such font or range
   */
  Optional<byte[]> file(String stack, int range) {
    if (range < 0 || range >= RANGES) {
      return Optional.empty();
    }
    return Stream.of(stack.split(","))
        .map(String::strip)
        .filter(fonts::containsKey)
        .findFirst()
        .map(name -> files.get(name + "|" + range, key -> made(name, range)));
  }

  private byte[] made(String name, int range) {
    Font font = fonts.get(name);
    int first = range * 256;
    Protobuf stack = new Protobuf();
    stack.text(1, name).text(2, first + "-" + (first + 255));
    for (int letter = first; letter < first + 256; letter++) {
      if (font != null && font.canDisplay(letter) && !Character.isISOControl(letter)) {
        stack.message(3, glyph(font, letter));
      }
    }
    return new Protobuf().message(1, stack).toBytes();
  }

  private static Protobuf glyph(Font font, int letter) {
    GlyphVector vector = font.createGlyphVector(CONTEXT, Character.toString(letter));
    Rectangle2D box = vector.getOutline().getBounds2D();
    Protobuf glyph = new Protobuf();
    glyph.number(1, letter);
    int left = (int) Math.floor(box.getMinX());
    int top = (int) Math.floor(box.getMinY());
    int width = box.isEmpty() ? 0 : (int) Math.ceil(box.getMaxX()) - left;
    int height = box.isEmpty() ? 0 : (int) Math.ceil(box.getMaxY()) - top;
    if (width > 0 && height > 0) {
      byte[] field = field(segments(vector), left - MARGIN, top - MARGIN, width, height);
      glyph.bytes(2, field, 0, field.length);
    } else {
      left = 0;
      top = 0;
    }
    glyph.number(3, width).number(4, height).signed(5, left).signed(6, (long) -top - ASCENDER);
    glyph.number(7, Math.round(vector.getGlyphMetrics(0).getAdvance()));
    return glyph;
  }

  /** The outline as straight pieces: x0, y0, x1, y1. */
  private static List<double[]> segments(GlyphVector vector) {
    List<double[]> segments = new ArrayList<>();
    PathIterator path = new FlatteningPathIterator(vector.getOutline().getPathIterator(null), 0.05);
    double[] at = new double[6];
    double startX = 0;
    double startY = 0;
    double x = 0;
    double y = 0;
    for (; !path.isDone(); path.next()) {
      int kind = path.currentSegment(at);
      double nextX = kind == PathIterator.SEG_CLOSE ? startX : at[0];
      double nextY = kind == PathIterator.SEG_CLOSE ? startY : at[1];
      if (kind == PathIterator.SEG_MOVETO) {
        startX = nextX;
        startY = nextY;
      } else {
        segments.add(new double[] {x, y, nextX, nextY});
      }
      x = nextX;
      y = nextY;
    }
    return segments;
  }

  private static byte[] field(List<double[]> segments, int left, int top, int width, int height) {
    int columns = width + 2 * MARGIN;
    int rows = height + 2 * MARGIN;
    byte[] field = new byte[columns * rows];
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        double distance = distance(segments, left + column + 0.5, top + row + 0.5);
        double value = 255 - 255 * (distance / RADIUS + INSIDE);
        field[row * columns + column] = (byte) Math.max(0, Math.min(255, Math.round(value)));
      }
    }
    return field;
  }

  /** Distance from a point to the outline; below 0 inside. */
  private static double distance(List<double[]> segments, double x, double y) {
    double nearest = Double.MAX_VALUE;
    int winding = 0;
    for (double[] s : segments) {
      double dx = s[2] - s[0];
      double dy = s[3] - s[1];
      double length = dx * dx + dy * dy;
      double along = length == 0 ? 0 : ((x - s[0]) * dx + (y - s[1]) * dy) / length;
      along = Math.max(0, Math.min(1, along));
      double offX = s[0] + along * dx - x;
      double offY = s[1] + along * dy - y;
      nearest = Math.min(nearest, offX * offX + offY * offY);
      if (s[1] <= y != s[3] <= y && x < s[0] + (y - s[1]) / dy * dx) {
        winding += s[3] > s[1] ? 1 : -1;
      }
    }
    double distance = Math.sqrt(nearest);
    return winding == 0 ? distance : -distance;
  }
}
