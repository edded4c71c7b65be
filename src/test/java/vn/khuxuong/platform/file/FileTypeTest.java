package vn.khuxuong.platform.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Formats by content. */
class FileTypeTest {
  private static final String PDF = "%PDF-1.7\nx\n%%EOF";

  @Test
  void pdfJpegAndPngAreTold() throws IOException {
    assertThat(FileType.of(ascii(PDF))).contains(FileType.PDF);
    assertThat(FileType.of(ascii(PDF + "\r\n\r\n"))).contains(FileType.PDF);
    assertThat(FileType.of(picture("jpg"))).contains(FileType.JPEG);
    assertThat(FileType.of(picture("png"))).contains(FileType.PNG);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "%PDF-",
        " %PDF-1.7\n%%EOF",
        "<html>%PDF-1.7\n%%EOF",
        "GIF89a",
        "PK\u0003\u0004",
        "MZ",
        "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
        "%PDF-1.7\n%%EOFPK\u0005\u0006",
        "%PDF-1.7\n%%EOF<script>alert(1)</script>"
      })
  void everythingElseIsRefused(String content) {
    assertThat(FileType.of(ascii(content))).isEmpty();
  }

  @Test
  void somethingBehindAPictureIsRefused() throws IOException {
    for (String format : new String[] {"jpg", "png"}) {
      ByteArrayOutputStream both = new ByteArrayOutputStream();
      both.writeBytes(picture(format));
      both.writeBytes(ascii("PK\u0005\u0006archive"));
      assertThat(FileType.of(both.toByteArray())).as(format).isEmpty();
      assertThat(FileType.of(java.util.Arrays.copyOf(picture(format), 40))).isEmpty();
    }
  }

  @Test
  void webpIsToldByItsOwnLength() {
    byte[] whole = webp(26);
    assertThat(FileType.of(whole)).contains(FileType.WEBP);
    assertThat(FileType.of(java.util.Arrays.copyOf(whole, 30))).as("cut off").isEmpty();
    assertThat(FileType.of(java.util.Arrays.copyOf(whole, 40))).as("goes on").isEmpty();
    byte[] sound = webp(26);
    sound[8] = 'A';
    assertThat(FileType.of(sound)).as("another kind of RIFF").isEmpty();
  }

  private static byte[] webp(int length) {
    return java.nio.ByteBuffer.allocate(8 + length)
        .order(java.nio.ByteOrder.LITTLE_ENDIAN)
        .put(ascii("RIFF"))
        .putInt(length)
        .put(ascii("WEBPVP8L"))
        .array();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] picture(String format) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), format, out);
    return out.toByteArray();
  }
}
