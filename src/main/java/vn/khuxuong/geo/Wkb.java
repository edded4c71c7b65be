package vn.khuxuong.geo;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.io.ByteOrderValues;
import org.locationtech.jts.io.WKBWriter;
import vn.khuxuong.geo.GeoRefusal.Code;

/**
 * Well-known binary: ISO WKB and PostGIS's EWKB, either byte order, x first. A reader of its own
 * because the usual one closes open rings in silence.
 */
public final class Wkb {
  private static final String[] KINDS = {
    "", "Point", "LineString", "Polygon", "MultiPoint", "MultiLineString", "MultiPolygon"
  };

  private Wkb() {}

  /**
   * Reads one shape.
   *
   * @throws ShapeRefusal {@code NOT_WKB}, {@code WRONG_CRS} when it carries an SRID that is not
   *     that of the rules, or what is wrong with the shape
   */
  public static Geometry read(byte[] bytes, ShapeRules rules) {
    ShapeBuilder builder = new ShapeBuilder(rules);
    Reader reader = new Reader(ByteBuffer.wrap(bytes), builder, rules);
    Geometry shape;
    try {
      shape = reader.geometry("");
    } catch (BufferUnderflowException e) {
      throw reader.broken("dữ liệu bị cắt cụt", "the data end too early");
    }
    if (reader.in.hasRemaining()) {
      throw reader.broken("thừa dữ liệu ở cuối", "there are bytes left over");
    }
    return builder.judged(shape);
  }

  /** Writes ISO WKB, little endian, x, y. */
  public static byte[] write(Geometry shape) {
    return new WKBWriter(2, ByteOrderValues.LITTLE_ENDIAN, false).write(shape);
  }

  /** Writes EWKB with the CRS's SRID, little endian, x, y: what PostGIS takes as it is. */
  public static byte[] writeWithSrid(Geometry shape, Crs crs) {
    Geometry copy = shape.copy();
    copy.setSRID(crs.srid());
    return new WKBWriter(2, ByteOrderValues.LITTLE_ENDIAN, true).write(copy);
  }

  private record Reader(ByteBuffer in, ShapeBuilder builder, ShapeRules rules) {
    /** Reads a geometry; {@code within} is the multi geometry it is a part of, or empty. */
    Geometry geometry(String within) {
      byte order = in.get();
      if (order != 0 && order != 1) {
        throw broken("sai dấu thứ tự byte", "the byte order mark is wrong");
      }
      in.order(order == 1 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
      int type = in.getInt();
      boolean z = (type & 0x80000000) != 0;
      boolean m = (type & 0x40000000) != 0;
      if ((type & 0x20000000) != 0) {
        checkSrid(in.getInt());
      }
      int iso = type & 0x0FFFFFFF;
      z |= iso / 1000 == 1 || iso / 1000 == 3;
      m |= iso / 1000 == 2 || iso / 1000 == 3;
      int base = iso % 1000;
      if (base < 1 || base > 6 || iso >= 4000) {
        builder.checkKind(base == 7 ? "GeometryCollection" : "WKB " + iso);
        throw broken("kiểu hình lạ", "the geometry type is unknown");
      }
      String kind = KINDS[base];
      if (within.isEmpty()) {
        builder.checkKind(kind);
      } else if (!within.equals("Multi" + kind)) {
        throw broken("phần không hợp với kiểu hình", "a part does not fit its geometry");
      }
      return switch (base) {
        case 1 -> builder.point(vertex(z, m));
        case 2 -> builder.line(vertices(z, m));
        case 3 -> polygon(z, m);
        default -> parts(kind);
      };
    }

    private void checkSrid(int srid) {
      if (srid != rules.crs().srid() && srid != 0) {
        throw builder.refusal(
            Code.WRONG_CRS,
            "WKB ghi SRID " + srid + " nhưng cần " + rules.crs().code() + ".",
            "The WKB says SRID " + srid + " but " + rules.crs().code() + " is needed.",
            null);
      }
    }

    private Geometry polygon(boolean z, boolean m) {
      int n = count(4);
      List<LinearRing> rings = new ArrayList<>(n);
      for (int i = 0; i < n; i++) {
        rings.add(builder.ring(vertices(z, m)));
      }
      return builder.polygon(rings);
    }

    private Geometry parts(String kind) {
      int n = count(9);
      List<Geometry> parts = new ArrayList<>(n);
      for (int i = 0; i < n; i++) {
        parts.add(geometry(kind));
      }
      return builder.parts(kind, parts);
    }

    private List<Coordinate> vertices(boolean z, boolean m) {
      int n = count(16);
      List<Coordinate> points = new ArrayList<>(n);
      for (int i = 0; i < n; i++) {
        points.add(vertex(z, m));
      }
      return points;
    }

    private Coordinate vertex(boolean hasZ, boolean hasM) {
      double x = in.getDouble();
      double y = in.getDouble();
      double z = hasZ ? in.getDouble() : Double.NaN;
      if (hasM) {
        in.getDouble();
      }
      return builder.vertex(x, y, z);
    }

    /** A number of things that are at least {@code size} bytes each, so that it cannot be a lie. */
    private int count(int size) {
      int n = in.getInt();
      if (n < 0 || n > in.remaining() / size) {
        throw broken("số phần tử không đúng", "a count does not fit the data");
      }
      return n;
    }

    private ShapeRefusal broken(String vi, String en) {
      return builder.refusal(
          Code.NOT_WKB, "Không đọc được WKB: " + vi + ".", "This is no WKB: " + en + ".", null);
    }
  }
}
