package vn.khuxuong.zoning;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import vn.khuxuong.geo.Crs;

/**
 * A fingerprint of what a plan says, whichever file it went through: subzones by code, attributes,
 * and vertices as whole numbers of the storage grid in longitude and latitude, rings from their
 * westernmost vertex, shells counter-clockwise. Who a subzone is (uid) does not count, since files
 * need not carry it.
 */
public final class ContentHash {
  private static final String FORM = "khuxuong-subzones-2";
  private static final double PER_DEGREE = 1e9;
  private static final Comparator<long[]> BY_ORDINATES = Arrays::compare;

  private ContentHash() {}

  /** SHA-256 in 64 lower-case hexadecimal digits. Shapes are in {@code legal}. */
  public static String of(Collection<Subzone> subzones, Crs legal) {
    return of(subzones, subzone -> part(subzone, legal));
  }

  /**
   * As {@link #of(Collection, Crs)}, from parts that may have been kept.
   *
   * @param parts gives {@link #part} of a subzone
   */
  public static String of(Collection<Subzone> subzones, Function<Subzone, byte[]> parts) {
    byte[] whole =
        digest(
            out -> {
              text(out, FORM);
              out.writeInt(subzones.size());
              for (Subzone subzone :
                  subzones.stream().sorted(Comparator.comparing(Subzone::code)).toList()) {
                out.write(parts.apply(subzone));
              }
            });
    return HexFormat.of().formatHex(whole);
  }

  /** What one subzone contributes: SHA-256 of its attributes and shape, 32 bytes. */
  public static byte[] part(Subzone subzone, Crs legal) {
    return digest(
        out -> {
          attributes(out, subzone);
          shape(out, (Polygon) StorageGrid.toStored(subzone.shape(), legal));
        });
  }

  private interface Content {
    void write(DataOutputStream out) throws IOException;
  }

  private static byte[] digest(Content content) {
    MessageDigest digest;
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
    try (var out =
        new DataOutputStream(new DigestOutputStream(OutputStream.nullOutputStream(), digest))) {
      content.write(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return digest.digest();
  }

  private static void attributes(DataOutputStream out, Subzone subzone) throws IOException {
    for (Attribute attribute : Attribute.values()) {
      Object value = attribute.of(subzone);
      out.writeBoolean(value != null);
      if (value instanceof Double decimal) {
        // the hundredths that the database keeps
        out.writeLong(Math.round(decimal * 100));
      } else if (value instanceof LandUse use) {
        text(out, use.name());
      } else {
        text(out, Objects.toString(value, ""));
      }
    }
  }

  private static void text(DataOutputStream out, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static void shape(DataOutputStream out, Polygon lonLat) throws IOException {
    List<long[]> holes = new ArrayList<>();
    for (int i = 0; i < lonLat.getNumInteriorRing(); i++) {
      holes.add(normal(lonLat.getInteriorRingN(i), false));
    }
    holes.sort(BY_ORDINATES);
    ring(out, normal(lonLat.getExteriorRing(), true));
    out.writeInt(holes.size());
    for (long[] hole : holes) {
      ring(out, hole);
    }
  }

  private static void ring(DataOutputStream out, long[] ring) throws IOException {
    out.writeInt(ring.length);
    for (long ordinate : ring) {
      out.writeLong(ordinate);
    }
  }

  /** x, y, x, y … without the closing vertex and without repeated ones. */
  private static long[] normal(LinearRing ring, boolean counterClockwise) {
    List<long[]> points = new ArrayList<>();
    CoordinateSequence sequence = ring.getCoordinateSequence();
    for (int i = 0; i + 1 < sequence.size(); i++) {
      long[] point = {
        Math.round(sequence.getX(i) * PER_DEGREE), Math.round(sequence.getY(i) * PER_DEGREE)
      };
      if (points.isEmpty() || !Arrays.equals(points.get(points.size() - 1), point)) {
        points.add(point);
      }
    }
    int n = points.size();
    int first = 0;
    for (int i = 1; i < n; i++) {
      first = BY_ORDINATES.compare(points.get(i), points.get(first)) < 0 ? i : first;
    }
    boolean turned = isCounterClockwise(points) != counterClockwise;
    long[] normal = new long[2 * n];
    for (int i = 0; i < n; i++) {
      long[] point = points.get(Math.floorMod(turned ? first - i : first + i, n));
      normal[2 * i] = point[0];
      normal[2 * i + 1] = point[1];
    }
    return normal;
  }

  private static boolean isCounterClockwise(List<long[]> points) {
    long[] origin = points.get(0);
    double twiceArea = 0;
    for (int i = 0; i < points.size(); i++) {
      long[] a = points.get(i);
      long[] b = points.get((i + 1) % points.size());
      twiceArea +=
          (double) (a[0] - origin[0]) * (b[1] - origin[1])
              - (double) (b[0] - origin[0]) * (a[1] - origin[1]);
    }
    return twiceArea > 0;
  }
}
