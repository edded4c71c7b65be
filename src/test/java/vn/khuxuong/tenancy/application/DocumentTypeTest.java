package vn.khuxuong.tenancy.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Formats by content, and names that are no paths. */
class DocumentTypeTest {
  private static final String PDF = "%PDF-1.7\nx\n%%EOF";

  @Test
  void pdfJpegAndPngAreTold() throws IOException {
    assertThat(DocumentType.of(ascii(PDF))).contains(DocumentType.PDF);
    assertThat(DocumentType.of(ascii(PDF + "\r\n\r\n"))).contains(DocumentType.PDF);
    assertThat(DocumentType.of(picture("jpg"))).contains(DocumentType.JPEG);
    assertThat(DocumentType.of(picture("png"))).contains(DocumentType.PNG);
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
    assertThat(DocumentType.of(ascii(content))).isEmpty();
  }

  @Test
  void somethingBehindAPictureIsRefused() throws IOException {
    for (String format : new String[] {"jpg", "png"}) {
      ByteArrayOutputStream both = new ByteArrayOutputStream();
      both.writeBytes(picture(format));
      both.writeBytes(ascii("PK\u0005\u0006archive"));
      assertThat(DocumentType.of(both.toByteArray())).as(format).isEmpty();
      assertThat(DocumentType.of(java.util.Arrays.copyOf(picture(format), 40))).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "giấy phép.pdf, giấy phép.pdf",
    "giấy phép.PDF, giấy phép.pdf",
    "../../etc/passwd, passwd.pdf",
    "'C:\\Users\\x\\dkkd.jpeg', dkkd.pdf",
    "run.php.jpg, run_php.pdf",
    "run.exe, run_exe.pdf",
    ".htaccess, _htaccess.pdf",
    "'..', tep.pdf",
    "'', tep.pdf",
    "'a\"; filename=\"evil.exe', a_filename_evil_exe.pdf",
    "'<img src=x>.png', _img src_x_.pdf"
  })
  void nameIsANameAndNoPath(String sent, String kept) {
    assertThat(FileName.clean(sent, DocumentType.PDF)).isEqualTo(kept);
  }

  @Test
  void nameIsShortWithoutControlsAndComposed() {
    assertThat(FileName.clean("x".repeat(5_000), DocumentType.PNG)).hasSize(104);
    assertThat(FileName.clean("a\u0000b\r\nc\u202Ed\ud800", DocumentType.PNG))
        .isEqualTo("a_b_c_d_.png");
    assertThat(FileName.clean("Thu\u031b\u0309.pdf", DocumentType.PDF)).isEqualTo("Thử.pdf");
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
