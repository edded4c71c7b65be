package vn.khuxuong.maps.mvt;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKBWriter;

/** Writes rows as the database sends them. */
final class SentRowsSample {

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  SentRowsSample row(
      long id, @Nullable Geometry shape, @Nullable Geometry label, @Nullable String... texts) {
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeInt(3 + texts.length);
      out.writeInt(20);
      out.writeInt(8);
      out.writeLong(id);
      field(out, shape == null ? null : new WKBWriter().write(shape));
      field(out, label == null ? null : new WKBWriter().write(label));
      for (String text : texts) {
        field(out, text == null ? null : text.getBytes(UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  private static void field(DataOutputStream out, byte @Nullable [] value) throws IOException {
    out.writeInt(0);
    out.writeInt(value == null ? -1 : value.length);
    if (value != null) {
      out.write(value);
    }
  }

  SentRows rows() {
    return SentRows.read(bytes.toByteArray());
  }

  byte[] bytes() {
    return bytes.toByteArray();
  }
}
