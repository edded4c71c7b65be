package vn.khuxuong.platform.file;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * Formats of papers and pictures that people send, told by their content and never by their name. A
 * file must begin and end as its format does, so that one that is something else as well (an
 * archive or a page behind a picture) is refused.
 */
public enum FileType {
  PDF("application/pdf", "pdf"),
  JPEG("image/jpeg", "jpg"),
  PNG("image/png", "png"),
  WEBP("image/webp", "webp");

  private static final byte[] PDF_START = "%PDF-".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] PDF_END = "%%EOF".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] JPEG_START = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};
  private static final byte[] JPEG_END = {(byte) 0xFF, (byte) 0xD9};
  private static final byte[] PNG_START = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

  /** The chunk that ends every PNG, with its check sum. */
  private static final byte[] PNG_END = {
    0, 0, 0, 0, 'I', 'E', 'N', 'D', (byte) 0xAE, 'B', '`', (byte) 0x82
  };

  private static final byte[] RIFF = "RIFF".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] WEBP_MARK = "WEBP".getBytes(StandardCharsets.US_ASCII);
  private static final int WEBP_HEAD = 12;

  private final String mediaType;
  private final String extension;

  FileType(String mediaType, String extension) {
    this.mediaType = mediaType;
    this.extension = extension;
  }

  /** As HTTP names it. */
  public String mediaType() {
    return mediaType;
  }

  /** Of file names, without the dot. */
  public String extension() {
    return extension;
  }

  /** The format of a file; empty for any other, and for one that goes on behind its end. */
  public static Optional<FileType> of(byte[] content) {
    if (begins(content, PDF_START)) {
      return ends(content, lengthWithoutBlanks(content), PDF_END)
          ? Optional.of(PDF)
          : Optional.empty();
    }
    if (begins(content, JPEG_START)) {
      return ends(content, content.length, JPEG_END) ? Optional.of(JPEG) : Optional.empty();
    }
    if (begins(content, PNG_START)) {
      return ends(content, content.length, PNG_END) ? Optional.of(PNG) : Optional.empty();
    }
    return isWebp(content) ? Optional.of(WEBP) : Optional.empty();
  }

  /** A RIFF file says how long it is: all that follows the first eight bytes. */
  private static boolean isWebp(byte[] content) {
    return content.length > WEBP_HEAD
        && begins(content, RIFF)
        && Arrays.equals(content, 8, WEBP_HEAD, WEBP_MARK, 0, WEBP_MARK.length)
        && ByteBuffer.wrap(content, 4, 4).order(ByteOrder.LITTLE_ENDIAN).getInt()
            == content.length - 8;
  }

  private static boolean begins(byte[] content, byte[] start) {
    return content.length >= start.length
        && Arrays.equals(content, 0, start.length, start, 0, start.length);
  }

  private static boolean ends(byte[] content, int length, byte[] end) {
    return length >= end.length
        && Arrays.equals(content, length - end.length, length, end, 0, end.length);
  }

  private static int lengthWithoutBlanks(byte[] content) {
    int length = content.length;
    while (length > 0 && (content[length - 1] <= ' ' && content[length - 1] >= 0)) {
      length--;
    }
    return length;
  }
}
