package vn.khuxuong.maps.draw;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.khuxuong.maps.style.Colour;

/** A picture that says in words why there is no map. */
public final class MessagePicture {
  private static final Colour INK = new Colour(0xff10242e);
  private static final Colour PAPER = new Colour(0xffffffff);
  private static final double SIZE = 12;
  private static final int MARGIN = 6;

  private MessagePicture() {}

  /**
   * @param words are broken into lines that fit; empty for a blank picture
   * @param ground colour below them, null for transparent
   */
  public static Picture draw(int width, int height, String words, @Nullable Colour ground) {
    int[] pixels = new int[width * height];
    return BrushPool.with(
        brushes -> {
          int blank = ground == null ? 0 : Blend.premultiplied(ground.argb());
          Canvas canvas = new Canvas(brushes, pixels, width, 0, height, blank);
          int y = MARGIN;
          for (String line : lines(words, width - 2 * MARGIN)) {
            TextPicture text =
                TextPicture.of(new TextPicture.Look(line, Typeface.REGULAR, SIZE, INK, PAPER, 1.5));
            canvas.text(text, MARGIN - text.margin(), y - text.margin());
            y += text.height();
          }
          return new Picture(width, height, pixels, ground != null, !words.isBlank());
        });
  }

  private static List<String> lines(String words, double width) {
    List<String> lines = new ArrayList<>();
    String line = "";
    for (String word : words.split(" ")) {
      String longer = line.isEmpty() ? word : line + " " + word;
      if (!line.isEmpty() && Typeface.REGULAR.width(longer, SIZE) > width) {
        lines.add(line);
        longer = word;
      }
      line = longer;
    }
    if (!line.isEmpty()) {
      lines.add(line);
    }
    return lines;
  }
}
