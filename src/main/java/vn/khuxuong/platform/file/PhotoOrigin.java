package vn.khuxuong.platform.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import org.apache.commons.imaging.Imaging;
import org.apache.commons.imaging.formats.jpeg.JpegImageMetadata;
import org.apache.commons.imaging.formats.jpeg.exif.ExifRewriter;
import org.apache.commons.imaging.formats.jpeg.iptc.JpegIptcRewriter;
import org.apache.commons.imaging.formats.jpeg.xmp.JpegXmpRewriter;
import org.apache.commons.imaging.formats.tiff.TiffField;
import org.apache.commons.imaging.formats.tiff.constants.TiffTagConstants;
import org.apache.commons.imaging.formats.tiff.write.TiffOutputSet;

/**
 * Takes out of a file where, when, by whom and with what it was made: a phone writes the place into
 * every JPEG. The picture itself stays as it is, bit for bit, and so does which side is up.
 */
public final class PhotoOrigin {
  private PhotoOrigin() {}

  /**
   * The file without EXIF, XMP, IPTC, texts and times, save for the orientation; of a PDF see
   * {@link PdfOrigin}.
   *
   * @return empty for one that cannot be read
   */
  public static Optional<byte[]> remove(byte[] content, FileType type) {
    return switch (type) {
      case JPEG -> ofJpeg(content);
      case PNG -> PictureChunks.png(content);
      case WEBP -> PictureChunks.webp(content);
      case PDF -> PdfOrigin.remove(content);
    };
  }

  private static Optional<byte[]> ofJpeg(byte[] content) {
    try {
      short orientation = orientation(content);
      byte[] bare = withoutExif(withoutIptc(withoutXmp(content)));
      return Optional.of(orientation > 1 ? withOrientation(bare, orientation) : bare);
    } catch (IOException | RuntimeException e) { // the reader's own, for what is no JPEG within
      return Optional.empty();
    }
  }

  /** 1 to 8 as EXIF counts them, 1 where nothing is said. */
  private static short orientation(byte[] jpeg) throws IOException {
    if (!(Imaging.getMetadata(jpeg) instanceof JpegImageMetadata known)) {
      return 1;
    }
    TiffField field = known.findExifValue(TiffTagConstants.TIFF_TAG_ORIENTATION);
    int value = field == null ? 1 : field.getIntValue();
    return value >= 1 && value <= 8 ? (short) value : 1;
  }

  private static byte[] withoutXmp(byte[] jpeg) throws IOException {
    ByteArrayOutputStream bare = new ByteArrayOutputStream(jpeg.length);
    new JpegXmpRewriter().removeXmpXml(jpeg, bare);
    return bare.toByteArray();
  }

  private static byte[] withoutIptc(byte[] jpeg) throws IOException {
    ByteArrayOutputStream bare = new ByteArrayOutputStream(jpeg.length);
    new JpegIptcRewriter().removeIptc(jpeg, bare);
    return bare.toByteArray();
  }

  private static byte[] withoutExif(byte[] jpeg) throws IOException {
    ByteArrayOutputStream bare = new ByteArrayOutputStream(jpeg.length);
    new ExifRewriter().removeExifMetadata(jpeg, bare);
    return bare.toByteArray();
  }

  private static byte[] withOrientation(byte[] jpeg, short orientation) throws IOException {
    TiffOutputSet said = new TiffOutputSet();
    said.getOrCreateRootDirectory().add(TiffTagConstants.TIFF_TAG_ORIENTATION, orientation);
    ByteArrayOutputStream turned = new ByteArrayOutputStream(jpeg.length + 64);
    new ExifRewriter().updateExifMetadataLossless(jpeg, turned, said);
    return turned.toByteArray();
  }
}
