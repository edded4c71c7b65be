package vn.khuxuong.platform.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * PDF without what tells of its origin: the document's information, XMP of the document and of its
 * parts, what programs keep for themselves, earlier states, and EXIF of the photos in it. Pages
 * look the same. A signed paper stays as it is, since nothing else keeps its signature good.
 */
final class PdfOrigin {
  /** Packed objects of a paper are some hundred kilobytes; more is made to fill the memory. */
  private static final long MOST_UNPACKED_BYTES = 64L << 20;

  private static final String STREAM = "stream";

  /** Objects packed into streams, which are read at once; a number sign may hide a name. */
  private static final Pattern PACKED = Pattern.compile("ObjStm|XRef|/[A-Za-z0-9]{0,20}#");

  private static final Pattern ONE_FILTER =
      Pattern.compile("/Filter\\s*(\\[\\s*)?/FlateDecode\\s*(\\]|/|>|$)");

  private static final COSName PIECE_INFO = COSName.getPDFName("PieceInfo");

  private PdfOrigin() {}

  /** The file; empty where it cannot be read, or must not be. */
  static Optional<byte[]> remove(byte[] content) {
    if (unpacksTooFar(content)) {
      return Optional.empty();
    }
    try (PDDocument document = Loader.loadPDF(content)) {
      if (document.isEncrypted()) {
        return Optional.empty();
      }
      if (!document.getSignatureDictionaries().isEmpty()) {
        return Optional.of(content);
      }
      document.getDocument().getTrailer().removeItem(COSName.INFO);
      for (COSObjectKey key : document.getDocument().getXrefTable().keySet()) {
        clean(document.getDocument().getObjectFromPool(key).getObject());
      }
      ByteArrayOutputStream out = new ByteArrayOutputStream(content.length);
      document.save(out);
      return Optional.of(out.toByteArray());
    } catch (IOException | RuntimeException | StackOverflowError e) { // the reader's own
      return Optional.empty();
    }
  }

  private static void clean(COSBase object) throws IOException {
    if (!(object instanceof COSDictionary part)) {
      return;
    }
    part.removeItem(COSName.METADATA);
    part.removeItem(PIECE_INFO);
    part.removeItem(COSName.LAST_MODIFIED);
    if (part instanceof COSStream stream
        && COSName.DCT_DECODE.equals(stream.getFilters())
        && COSName.IMAGE.equals(stream.getCOSName(COSName.SUBTYPE))) {
      byte[] photo;
      try (InputStream raw = stream.createRawInputStream()) {
        photo = raw.readAllBytes();
      }
      Optional<byte[]> bare = PhotoOrigin.remove(photo, FileType.JPEG);
      if (bare.isPresent()) {
        try (OutputStream raw = stream.createRawOutputStream()) {
          raw.write(bare.get());
        }
      }
    }
  }

  /**
   * Whether the objects that are read at once unpack to more than any paper has. A guard against
   * what is made to fill the memory; each part of the file is looked at once.
   */
  private static boolean unpacksTooFar(byte[] content) {
    String text = new String(content, StandardCharsets.ISO_8859_1);
    long unpacked = 0;
    int from = 0;
    for (int at = text.indexOf(STREAM); at >= 0; at = text.indexOf(STREAM, at + 1)) {
      String before = text.substring(from, at);
      String dictionary = before.substring(Math.max(0, before.lastIndexOf("obj")));
      from = at + STREAM.length();
      if (before.endsWith("end") || !PACKED.matcher(dictionary).find()) {
        continue;
      }
      if (dictionary.contains("/Filter") && !ONE_FILTER.matcher(dictionary).find()) {
        return true;
      }
      int data = from < content.length && content[from] == '\r' ? from + 2 : from + 1;
      unpacked += unpackedBytes(content, data, MOST_UNPACKED_BYTES - unpacked);
      if (unpacked > MOST_UNPACKED_BYTES) {
        return true;
      }
    }
    return false;
  }

  private static long unpackedBytes(byte[] content, int from, long most) {
    Inflater inflater = new Inflater();
    byte[] piece = new byte[8_192];
    long bytes = 0;
    try {
      inflater.setInput(
          content, Math.min(from, content.length), Math.max(0, content.length - from));
      while (bytes <= most && !inflater.finished()) {
        int more = inflater.inflate(piece);
        if (more == 0) {
          break;
        }
        bytes += more;
      }
    } catch (DataFormatException broken) {
      return bytes; // the reader sees the same, and refuses it
    } finally {
      inflater.end();
    }
    return bytes;
  }
}
