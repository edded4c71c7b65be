package vn.khuxuong.platform.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.junit.jupiter.api.Test;

/** PNG, WebP and PDF lose who made them, where and with what; what they show stays. */
class FileOriginTest {
  private static final byte[] EXIF = Orientation.only(6);

  @Test
  void pngKeepsItsPictureAndTheSideThatIsUp() throws IOException {
    byte[] plain = picture("png");
    byte[] sent =
        inserted(
            inserted(
                inserted(plain, "tEXt", "Author\0Minh".getBytes(StandardCharsets.US_ASCII)),
                "tIME",
                new byte[] {7, (byte) 0xEA, 11, 27, 6, 0, 0}),
            "eXIf",
            withDevice());
    assertThat(text(sent)).contains("Minh", "tIME", "Phone");
    byte[] kept = PhotoOrigin.remove(sent, FileType.PNG).orElseThrow();
    assertThat(FileType.of(kept)).contains(FileType.PNG);
    assertThat(text(kept)).doesNotContain("Minh").doesNotContain("tIME").doesNotContain("Phone");
    assertThat(ImageIO.read(new ByteArrayInputStream(kept)).getRGB(3, 5))
        .isEqualTo(ImageIO.read(new ByteArrayInputStream(plain)).getRGB(3, 5));
    assertThat(text(kept)).contains("eXIf");
    assertThat(PhotoOrigin.remove(kept, FileType.PNG)).as("once more").contains(kept);
    assertThat(PhotoOrigin.remove(plain, FileType.PNG)).contains(plain);
  }

  @Test
  void pngWhoseChunksDoNotAddUpIsRefused() throws IOException {
    byte[] sent = picture("png");
    ByteBuffer.wrap(sent).putInt(8, Integer.MAX_VALUE);
    assertThat(PhotoOrigin.remove(sent, FileType.PNG)).isEmpty();
  }

  @Test
  void webpLosesExifAndXmpAndSaysSo() {
    byte[] extended = {0x0C, 0, 0, 0, 0, 0, 0, 0, 0, 0};
    byte[] sent =
        riff(
            chunk("VP8X", extended),
            chunk("VP8L", new byte[] {0x2F, 1, 2, 3, 4}),
            chunk("EXIF", withDevice()),
            chunk("XMP ", "<x:xmpmeta Minh/>".getBytes(StandardCharsets.US_ASCII)));
    assertThat(FileType.of(sent)).contains(FileType.WEBP);
    byte[] kept = PhotoOrigin.remove(sent, FileType.WEBP).orElseThrow();
    assertThat(FileType.of(kept)).contains(FileType.WEBP);
    assertThat(text(kept)).doesNotContain("Minh").doesNotContain("Phone").contains("VP8L");
    assertThat(kept[20]).as("EXIF, for the side that is up, and no XMP").isEqualTo((byte) 0x08);
    byte[] bare = riff(chunk("VP8L", new byte[] {0x2F, 1, 2, 3, 4}));
    assertThat(PhotoOrigin.remove(bare, FileType.WEBP)).contains(bare);
    byte[] broken = riff(chunk("VP8L", new byte[] {0x2F, 1, 2, 3, 4}));
    broken[16] = 99;
    assertThat(PhotoOrigin.remove(broken, FileType.WEBP)).isEmpty();
  }

  @Test
  void pdfLosesInformationXmpAndThePlaceOfItsPhotos() throws IOException {
    byte[] sent = pdf(document -> {});
    assertThat(Loader.loadPDF(sent).getDocumentInformation().getAuthor()).isEqualTo("Minh");
    byte[] kept = PhotoOrigin.remove(sent, FileType.PDF).orElseThrow();
    assertThat(FileType.of(kept)).contains(FileType.PDF);
    assertThat(text(kept)).doesNotContain("Minh").doesNotContain("xmpmeta");
    try (PDDocument after = Loader.loadPDF(kept)) {
      assertThat(after.getNumberOfPages()).isOne();
      assertThat(after.getDocumentInformation().getAuthor()).isNull();
      assertThat(after.getDocumentCatalog().getMetadata()).isNull();
      assertThat(after.getPage(0).getResources().getXObjectNames()).hasSize(1);
    }
  }

  @Test
  void aSignedPaperStaysAsItIs() throws IOException {
    byte[] sent;
    try (PDDocument document = Loader.loadPDF(pdf(all -> {}))) {
      PDSignature signature = new PDSignature();
      signature.setFilter(PDSignature.FILTER_ADOBE_PPKLITE);
      signature.setSubFilter(PDSignature.SUBFILTER_ADBE_PKCS7_DETACHED);
      document.addSignature(signature, content -> new byte[64]);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      document.saveIncremental(out);
      sent = out.toByteArray();
    }
    assertThat(PhotoOrigin.remove(sent, FileType.PDF)).contains(sent);
  }

  @Test
  void pdfThatCannotBeReadIsRefused() throws IOException {
    byte[] locked =
        pdf(
            document ->
                document.protect(new StandardProtectionPolicy("a", "b", new AccessPermission())));
    assertThat(PhotoOrigin.remove(locked, FileType.PDF)).isEmpty();
    byte[] hollow = "%PDF-1.4\n%%EOF".getBytes(StandardCharsets.US_ASCII);
    assertThat(PhotoOrigin.remove(hollow, FileType.PDF)).isEmpty();
    byte[] deep =
        ("%PDF-1.4\n1 0 obj " + "[".repeat(200_000) + "\ntrailer<</Root 1 0 R>>\n%%EOF")
            .getBytes(StandardCharsets.US_ASCII);
    assertThat(PhotoOrigin.remove(deep, FileType.PDF)).isEmpty();
  }

  @Test
  void pdfThatUnpacksToFillTheMemoryIsRefused() throws IOException {
    for (String filter : new String[] {"/FlateDecode", "[/FlateDecode /FlateDecode]"}) {
      ByteArrayOutputStream packed = new ByteArrayOutputStream();
      try (DeflaterOutputStream deflated = new DeflaterOutputStream(packed)) {
        byte[] nothing = new byte[1 << 20];
        for (int i = 0; i < 80; i++) {
          deflated.write(nothing);
        }
      }
      ByteArrayOutputStream bomb = new ByteArrayOutputStream();
      String head =
          "%PDF-1.5\n1 0 obj\n<</Type /Obj#53tm /N 1 /First 4 /Filter "
              + filter
              + " /Length "
              + packed.size()
              + ">>\nstream\n";
      bomb.writeBytes(head.getBytes(StandardCharsets.US_ASCII));
      bomb.writeBytes(packed.toByteArray());
      bomb.writeBytes(
          "\nendstream\nendobj\ntrailer<</Root 2 0 R>>\n%%EOF".getBytes(StandardCharsets.US_ASCII));
      assertThat(bomb.size()).isLessThan(200_000);
      assertThat(PhotoOrigin.remove(bomb.toByteArray(), FileType.PDF)).as(filter).isEmpty();
    }
  }

  @FunctionalInterface
  private interface Step {
    void apply(PDDocument document) throws IOException;
  }

  private static byte[] pdf(Step step) throws IOException {
    try (PDDocument document = new PDDocument()) {
      PDPage page = new PDPage();
      document.addPage(page);
      document.getDocumentInformation().setAuthor("Minh");
      PDMetadata about = new PDMetadata(document);
      about.importXMPMetadata("<x:xmpmeta Minh/>".getBytes(StandardCharsets.US_ASCII));
      document.getDocumentCatalog().setMetadata(about);
      var photo =
          JPEGFactory.createFromStream(
              document, new ByteArrayInputStream(withComment(picture("jpg"))));
      try (PDPageContentStream content = new PDPageContentStream(document, page)) {
        content.drawImage(photo, 10, 10);
      }
      step.apply(document);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      document.save(out);
      return out.toByteArray();
    }
  }

  /** XMP, as a camera writes it. */
  private static byte[] withComment(byte[] jpeg) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new org.apache.commons.imaging.formats.jpeg.xmp.JpegXmpRewriter()
        .updateXmpXml(jpeg, out, "<x:xmpmeta by='Minh'/>");
    return out.toByteArray();
  }

  private static byte[] withDevice() {
    byte[] device = "Phone".getBytes(StandardCharsets.US_ASCII);
    return ByteBuffer.allocate(EXIF.length + device.length).put(EXIF).put(device).array();
  }

  private static byte[] inserted(byte[] png, String name, byte[] data) {
    ByteBuffer chunk = ByteBuffer.allocate(data.length + 12);
    chunk.putInt(data.length).put(name.getBytes(StandardCharsets.US_ASCII)).put(data);
    CRC32 check = new CRC32();
    check.update(chunk.array(), 4, data.length + 4);
    chunk.putInt((int) check.getValue());
    int behindHead = 33;
    return ByteBuffer.allocate(png.length + chunk.capacity())
        .put(png, 0, behindHead)
        .put(chunk.array())
        .put(png, behindHead, png.length - behindHead)
        .array();
  }

  private static byte[] chunk(String name, byte[] data) {
    return ByteBuffer.allocate(8 + data.length + (data.length & 1))
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(name.getBytes(StandardCharsets.US_ASCII))
        .putInt(data.length)
        .put(data)
        .array();
  }

  private static byte[] riff(byte[]... chunks) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] chunk : chunks) {
      all.writeBytes(chunk);
    }
    return ByteBuffer.allocate(12 + all.size())
        .order(ByteOrder.LITTLE_ENDIAN)
        .put("RIFF".getBytes(StandardCharsets.US_ASCII))
        .putInt(4 + all.size())
        .put("WEBP".getBytes(StandardCharsets.US_ASCII))
        .put(all.toByteArray())
        .array();
  }

  private static byte[] picture(String format) throws IOException {
    BufferedImage image = new BufferedImage(16, 16, BufferedImage.TYPE_INT_RGB);
    image.setRGB(3, 5, 0xC04020);
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    ImageIO.write(image, format, content);
    return content.toByteArray();
  }

  private static String text(byte[] content) {
    return new String(content, StandardCharsets.ISO_8859_1);
  }
}
