package vn.khuxuong.platform.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import org.apache.commons.imaging.Imaging;
import org.apache.commons.imaging.formats.jpeg.JpegImageMetadata;
import org.apache.commons.imaging.formats.jpeg.exif.ExifRewriter;
import org.apache.commons.imaging.formats.jpeg.xmp.JpegXmpRewriter;
import org.apache.commons.imaging.formats.tiff.constants.TiffTagConstants;
import org.apache.commons.imaging.formats.tiff.write.TiffOutputSet;
import org.junit.jupiter.api.Test;

/** A photo's place and device go, its picture and the side that is up stay. */
class PhotoOriginTest {

  @Test
  void placeAndDeviceGoAndTheSideThatIsUpStays() throws IOException {
    byte[] plain = jpeg();
    byte[] sent = taken(plain, (short) 6);
    assertThat(text(sent)).contains("Phone of Minh").contains("GPSLatitude");
    assertThat(((JpegImageMetadata) Imaging.getMetadata(sent)).getExif().getGpsInfo()).isNotNull();

    byte[] kept = PhotoOrigin.remove(sent, FileType.JPEG).orElseThrow();
    assertThat(FileType.of(kept)).contains(FileType.JPEG);
    assertThat(text(kept)).doesNotContain("Phone of Minh").doesNotContain("GPSLatitude");
    JpegImageMetadata left = (JpegImageMetadata) Imaging.getMetadata(kept);
    assertThat(left.getExif().getGpsInfo()).isNull();
    assertThat(left.findExifValue(TiffTagConstants.TIFF_TAG_ORIENTATION).getIntValue())
        .isEqualTo(6);
    BufferedImage before = ImageIO.read(new ByteArrayInputStream(plain));
    BufferedImage after = ImageIO.read(new ByteArrayInputStream(kept));
    assertThat(after.getRGB(3, 5)).isEqualTo(before.getRGB(3, 5));
  }

  @Test
  void aPhotoThatSaysNothingStaysAsItIs() throws IOException {
    byte[] plain = jpeg();
    assertThat(PhotoOrigin.remove(plain, FileType.JPEG)).contains(plain);
    assertThat(PhotoOrigin.remove(taken(plain, (short) 1), FileType.JPEG)).contains(plain);
  }

  @Test
  void whatIsNoJpegWithinIsRefused() {
    byte[] hollow = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, 0, 1, 2, (byte) 0xFF, (byte) 0xD9};
    assertThat(FileType.of(hollow)).contains(FileType.JPEG);
    assertThat(PhotoOrigin.remove(hollow, FileType.JPEG)).isEmpty();
  }

  private static byte[] taken(byte[] plain, short orientation) throws IOException {
    TiffOutputSet said = new TiffOutputSet();
    said.getOrCreateRootDirectory().add(TiffTagConstants.TIFF_TAG_MAKE, "Phone of Minh");
    said.getOrCreateRootDirectory().add(TiffTagConstants.TIFF_TAG_ORIENTATION, orientation);
    said.setGpsInDegrees(106.7, 10.8);
    ByteArrayOutputStream exif = new ByteArrayOutputStream();
    new ExifRewriter().updateExifMetadataLossless(plain, exif, said);
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    new JpegXmpRewriter()
        .updateXmpXml(exif.toByteArray(), all, "<x:xmpmeta exif:GPSLatitude='10,48N'/>");
    return all.toByteArray();
  }

  private static byte[] jpeg() throws IOException {
    BufferedImage image = new BufferedImage(16, 16, BufferedImage.TYPE_INT_RGB);
    image.setRGB(3, 5, 0xC04020);
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    ImageIO.write(image, "jpg", content);
    return content.toByteArray();
  }

  private static String text(byte[] content) {
    return new String(content, StandardCharsets.ISO_8859_1);
  }
}
