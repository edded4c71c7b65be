package vn.khuxuong.maps.portrayal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GlyphsTest {

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Glyph(byte[] field, long width, long height, long left, long top, long advance) {}

  @Test
  void lettersAreFieldsOfDistances() {
    byte[] file = new Glyphs().file("Nowhere, DejaVu Sans", 0).orElseThrow();
    Map<Long, Glyph> glyphs = read(file);
    assertThat(glyphs).containsKeys((long) 'A', (long) 'z', (long) ' ').doesNotContainKey(9L);
    Glyph bar = glyphs.get((long) '|');
    assertThat(bar.field()).hasSize((int) ((bar.width() + 6) * (bar.height() + 6)));
    int columns = (int) bar.width() + 6;
    int middle = (int) ((bar.height() + 6) / 2);
    int inside = bar.field()[middle * columns + columns / 2] & 0xff;
    int outside = bar.field()[middle * columns] & 0xff;
    assertThat(inside).as("above the edge's 191").isGreaterThan(191);
    assertThat(outside).isLessThan(150);
    assertThat(glyphs.get((long) ' ').width()).isZero();
    assertThat(glyphs.get((long) ' ').advance()).isBetween(6L, 9L);
    assertThat(glyphs.get((long) 'W').advance()).isGreaterThan(glyphs.get((long) 'i').advance());
  }

  @Test
  void vietnameseLettersAreThere() {
    Map<Long, Glyph> glyphs = read(new Glyphs().file("DejaVu Sans Bold", 30).orElseThrow());
    for (char letter :
        "ẠạẢảẤấẦầẨẩẪẫẬậẮắẰằẲẳẴẵẶặẸẹẺẻẼẽẾếỀềỂểỄễỆệỈỉỊịỌọỎỏỐốỒồỔổỖỗỘộỚớỜờỞởỠỡỢợỤụỦủỨứỪừỬửỮữỰựỲỳỴỵỶỷỸỹ"
            .toCharArray()) {
      assertThat(glyphs).containsKey((long) letter);
    }
  }

  @Test
  void otherFontsAndRangesAreAbsent() {
    Glyphs glyphs = new Glyphs();
    assertThat(glyphs.file("Arial", 0)).isEmpty();
    assertThat(glyphs.file("DejaVu Sans", 256)).isEmpty();
    assertThat(glyphs.file("DejaVu Sans", -1)).isEmpty();
  }

  private static Map<Long, Glyph> read(byte[] file) {
    Map<Long, Glyph> glyphs = new HashMap<>();
    ByteBuffer stack = part(ByteBuffer.wrap(file), 1);
    while (stack.hasRemaining()) {
      long key = number(stack);
      ByteBuffer part = slice(stack);
      if (key >> 3 == 1) {
        assertThat(StandardCharsets.UTF_8.decode(part).toString()).startsWith("DejaVu Sans");
      } else if (key >> 3 == 3) {
        long[] numbers = new long[8];
        byte[] field = new byte[0];
        while (part.hasRemaining()) {
          int entry = (int) number(part);
          if (entry >> 3 == 2) {
            ByteBuffer bytes = slice(part);
            field = new byte[bytes.remaining()];
            bytes.get(field);
          } else {
            numbers[entry >> 3] = number(part);
          }
        }
        glyphs.put(
            numbers[1],
            new Glyph(field, numbers[3], numbers[4], numbers[5], numbers[6], numbers[7]));
      }
    }
    return glyphs;
  }

  private static ByteBuffer part(ByteBuffer in, int field) {
    assertThat(number(in) >> 3).isEqualTo(field);
    return slice(in);
  }

  private static ByteBuffer slice(ByteBuffer in) {
    int length = (int) number(in);
    ByteBuffer part = in.slice(in.position(), length);
    in.position(in.position() + length);
    return part;
  }

  private static long number(ByteBuffer in) {
    long value = 0;
    for (int shift = 0; ; shift += 7) {
      byte next = in.get();
      value |= (long) (next & 0x7f) << shift;
      if (next >= 0) {
        return value;
      }
    }
  }
}
