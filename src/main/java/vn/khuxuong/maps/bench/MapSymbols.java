package vn.khuxuong.maps.bench;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import javax.imageio.ImageIO;
import vn.khuxuong.maps.style.Pattern;
import vn.khuxuong.maps.style.Patterns;

/** The symbols of a map file: a dot, and our hatches as small pictures that MapServer repeats. */
final class MapSymbols {
  private static final int OPAQUE = 255;

  private final Path folder;
  private final Patterns patterns = Patterns.load();
  private final Map<String, String> texts = new LinkedHashMap<>();

  /**
   * @param folder where the pictures are put
   */
  MapSymbols(Path folder) {
    this.folder = folder;
  }

  /** All symbols named so far, as part of a map file. */
  String text() {
    return "  SYMBOL NAME \"dot\" TYPE ELLIPSE FILLED TRUE POINTS 1 1 END END\n"
        + String.join("", texts.values());
  }

  /** The symbol's name for a hatch in a colour, empty where the hatch is none or stands once. */
  String hatch(String pattern, String colour, double opacity) {
    Pattern tile = patterns.find(pattern).filter(Pattern::repeated).orElse(null);
    if (tile == null) {
      return "";
    }
    String name =
        String.format(
            Locale.ROOT, "%s-%s-%.0f", pattern, colour.replace("#", ""), opacity * OPAQUE);
    texts.computeIfAbsent(name, any -> symbol(name, tile, colour, opacity));
    return name;
  }

  private String symbol(String name, Pattern tile, String colour, double opacity) {
    BufferedImage picture =
        new BufferedImage((int) tile.width(), (int) tile.height(), BufferedImage.TYPE_INT_ARGB);
    Graphics2D pen = picture.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    Color plain = Color.decode(colour.substring(0, 7));
    pen.setColor(
        new Color(
            plain.getRed(), plain.getGreen(), plain.getBlue(), (int) Math.round(opacity * OPAQUE)));
    if (tile.strokeWidth() > 0) {
      pen.setStroke(
          new BasicStroke(
              (float) tile.strokeWidth(), BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER));
      pen.draw(tile.outline());
    } else {
      pen.fill(tile.outline());
    }
    pen.dispose();
    Path file = folder.resolve(name + ".png");
    try {
      ImageIO.write(picture, "png", file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return "  SYMBOL NAME \"" + name + "\" TYPE PIXMAP IMAGE \"" + file + "\" END\n";
  }
}
