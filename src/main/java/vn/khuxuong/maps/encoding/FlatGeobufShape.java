package vn.khuxuong.maps.encoding;

import com.google.flatbuffers.FlatBufferBuilder;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.wololo.flatgeobuf.generated.Geometry;
import org.wololo.flatgeobuf.generated.GeometryType;
import vn.khuxuong.maps.layer.Layer;

/**
 * Writes the database's shapes as FlatGeobuf's: all points of a part in one list and, where it has
 * several rings or lines, the number of points up to the end of each. The numbers of the kinds are
 * those of well-known binary.
 */
final class FlatGeobufShape {

  private final FlatBufferBuilder builder;
  private final int type;
  private double[] xy = new double[512];
  private long[] ends = new long[16];
  private int ordinates;
  private int lines;

  /**
   * @param layerType kind of all shapes; null for rows without shapes
   */
  FlatGeobufShape(FlatBufferBuilder builder, Layer.@Nullable GeometryType layerType) {
    this.builder = builder;
    this.type = layerType == null ? GeometryType.Unknown : typeOf(layerType);
  }

  private static int typeOf(Layer.GeometryType layerType) {
    return switch (layerType) {
      case POINT -> GeometryType.Point;
      case LINE_STRING -> GeometryType.LineString;
      case POLYGON -> GeometryType.Polygon;
      case MULTI_POINT -> GeometryType.MultiPoint;
      case MULTI_LINE_STRING -> GeometryType.MultiLineString;
      case MULTI_POLYGON -> GeometryType.MultiPolygon;
      case GEOMETRY -> GeometryType.Unknown;
    };
  }

  /** What the head says of all shapes. */
  int type() {
    return type;
  }

  /**
   * Where in the builder the shape now is; 0 if it is empty. A single shape in a layer of several
   * is written as one of several.
   */
  int write(byte[] wkb) throws IOException {
    WkbReader in = new WkbReader(wkb);
    int kind = in.kind();
    if (type == kind || type == GeometryType.Unknown) {
      return shape(in, kind);
    }
    if (type != kind + WkbReader.MULTI_POINT - WkbReader.POINT) {
      throw new IOException("A layer has a " + WkbReader.name(kind) + ", which is not of its type");
    }
    if (kind != WkbReader.POLYGON) {
      return simple(in, kind, type);
    }
    int polygon = shape(in, kind);
    return polygon == 0 ? 0 : parts(type, polygon);
  }

  private int shape(WkbReader in, int kind) throws IOException {
    if (kind != WkbReader.MULTI_POLYGON && kind != WkbReader.COLLECTION) {
      return simple(in, kind, kind);
    }
    int count = in.count();
    int[] parts = new int[count];
    int n = 0;
    for (int i = 0; i < count; i++) {
      int part = shape(in, in.kind());
      if (part != 0) {
        parts[n++] = part;
      }
    }
    return n == 0 ? 0 : parts(kind, Arrays.copyOf(parts, n));
  }

  private int parts(int kind, int... parts) {
    int list = Geometry.createPartsVector(builder, parts);
    Geometry.startGeometry(builder);
    Geometry.addType(builder, kind);
    Geometry.addParts(builder, list);
    return Geometry.endGeometry(builder);
  }

  /** A shape that is a list of points, or lists of them. */
  private int simple(WkbReader in, int kind, int written) throws IOException {
    ordinates = 0;
    lines = 0;
    switch (kind) {
      case WkbReader.POINT -> points(in, 1);
      case WkbReader.LINE -> line(in);
      case WkbReader.POLYGON -> {
        for (int i = in.count(); i > 0; i--) {
          line(in);
        }
      }
      case WkbReader.MULTI_POINT -> {
        for (int i = in.count(); i > 0; i--) {
          in.kind();
          points(in, 1);
        }
      }
      default -> {
        for (int i = in.count(); i > 0; i--) {
          in.kind();
          line(in);
        }
      }
    }
    return ordinates == 0 || Double.isNaN(xy[0]) ? 0 : geometry(written);
  }

  private void line(WkbReader in) {
    points(in, in.count());
    if (lines == ends.length) {
      ends = Arrays.copyOf(ends, 2 * lines);
    }
    ends[lines++] = ordinates / 2;
  }

  private void points(WkbReader in, int count) {
    if (ordinates + 2 * count > xy.length) {
      xy = Arrays.copyOf(xy, 2 * (ordinates + 2 * count));
    }
    for (int i = 0; i < 2 * count; i++) {
      xy[ordinates++] = in.ordinate();
    }
  }

  private int geometry(int kind) {
    Geometry.startXyVector(builder, ordinates);
    for (int i = ordinates - 1; i >= 0; i--) {
      builder.addDouble(xy[i]);
    }
    int points = builder.endVector();
    int parts = 0;
    if (lines > 1) {
      parts = Geometry.createEndsVector(builder, Arrays.copyOf(ends, lines));
    }
    Geometry.startGeometry(builder);
    Geometry.addType(builder, kind);
    Geometry.addXy(builder, points);
    if (parts != 0) {
      Geometry.addEnds(builder, parts);
    }
    return Geometry.endGeometry(builder);
  }
}
