package vn.khuxuong.maps.portrayal;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.imageio.ImageIO;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.khuxuong.maps.style.Colour;
import vn.khuxuong.maps.style.Pattern;
import vn.khuxuong.maps.style.Patterns;

/**
 * The hatches of a style in all colours in which it may draw them, side by side in one picture with
 * an index, as MapLibre and QGIS read it. A hatch that stands once in a corner instead of repeating
 * has no counterpart there and is left out.
 */
final class Sprite {

  /** Stands in an image's name between hatch and colour. */
  static final String BETWEEN = " ";

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int COLUMNS = 16;

  private final List<Image> images;
  private final int cell;

  private record Image(Pattern pattern, String colour) {}

  private Sprite(List<Image> images) {
    this.images = images;
    this.cell =
        (int)
            Math.ceil(
                images.stream()
                    .mapToDouble(
                        image -> Math.max(image.pattern().width(), image.pattern().height()))
                    .max()
                    .orElse(1));
  }

  /**
   * The sprite of some style files.
   *
   * @param texts their content
   */
  static Sprite of(List<String> texts, Patterns patterns) {
    Map<String, Image> images = new LinkedHashMap<>();
    for (String text : texts) {
      for (JsonNode step : JSON.readTree(text).path("layers")) {
        JsonNode paint = step.path("paint");
        Set<String> names = words(paint.path("fill-pattern"));
        Set<String> colours = words(paint.path("fill-color"));
        for (String name : names) {
          Optional<Pattern> pattern = patterns.find(name).filter(Pattern::repeated);
          for (String colour : colours) {
            if (pattern.isPresent() && Colour.find(colour).isPresent()) {
              images.put(name + BETWEEN + colour, new Image(pattern.get(), colour));
            }
          }
        }
      }
    }
    return new Sprite(new ArrayList<>(images.values()));
  }

  /** All constants in an expression; not all of them are names or colours. */
  private static Set<String> words(JsonNode expression) {
    Set<String> words = new TreeSet<>();
    if (expression.isString()) {
      words.add(expression.asString());
    }
    expression.values().forEach(part -> words.addAll(words(part)));
    return words;
  }

  private int columns() {
    return Math.max(1, Math.min(COLUMNS, images.size()));
  }

  /**
   * The index: name, place and size of each image.
   *
   * @param ratio pixels of the picture for one of the screen, 1 or 2
   */
  Map<String, Object> index(int ratio) {
    Map<String, Object> index = new LinkedHashMap<>();
    for (int i = 0; i < images.size(); i++) {
      Image image = images.get(i);
      Map<String, Object> entry = new LinkedHashMap<>();
      entry.put("x", i % columns() * cell * ratio);
      entry.put("y", i / columns() * cell * ratio);
      entry.put("width", (int) Math.round(image.pattern().width() * ratio));
      entry.put("height", (int) Math.round(image.pattern().height() * ratio));
      entry.put("pixelRatio", ratio);
      index.put(image.pattern().name() + BETWEEN + image.colour(), entry);
    }
    return index;
  }

  /** The picture, PNG. */
  byte[] picture(int ratio) {
    int rows = Math.max(1, (images.size() + columns() - 1) / columns());
    BufferedImage picture =
        new BufferedImage(
            columns() * cell * ratio, rows * cell * ratio, BufferedImage.TYPE_INT_ARGB);
    for (int i = 0; i < images.size(); i++) {
      Graphics2D g = picture.createGraphics();
      draw(images.get(i), i % columns() * cell * ratio, i / columns() * cell * ratio, ratio, g);
      g.dispose();
    }
    try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      ImageIO.write(picture, "png", out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void draw(Image image, int x, int y, int ratio, Graphics2D g) {
    Pattern pattern = image.pattern();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    g.clipRect(
        x,
        y,
        (int) Math.round(pattern.width() * ratio),
        (int) Math.round(pattern.height() * ratio));
    g.setColor(colour(image.colour()));
    g.transform(new AffineTransform(ratio, 0, 0, ratio, x, y));
    if (pattern.strokeWidth() > 0) {
      g.setStroke(
          new BasicStroke(
              (float) pattern.strokeWidth(), BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER));
      g.draw(pattern.outline());
    } else {
      g.fill(pattern.outline());
    }
  }

  private static Color colour(String css) {
    Colour colour = Colour.find(css).orElseThrow();
    return new Color(colour.argb(), true);
  }
}
