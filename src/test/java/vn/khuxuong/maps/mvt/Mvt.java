package vn.khuxuong.maps.mvt;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/** Reads Mapbox Vector Tiles 2.1, as much of them as tests ask about. */
public final class Mvt {

  /**
   * @param type 1 point, 2 line, 3 polygon
   * @param points vertices in tile units, x and y in turn
   * @param parts how many of these there are before the end of each ring, line or point
   */
  public record Feature(
      long id, int type, Map<String, Object> tags, List<Integer> points, List<Integer> parts) {

    /** The area on the screen: holes count less. */
    public double area() {
      double area = 0;
      int from = 0;
      for (int to : parts) {
        for (int i = from; i < to; i += 2) {
          int j = i + 2 == to ? from : i + 2;
          area +=
              ((double) points.get(i) * points.get(j + 1)
                      - (double) points.get(j) * points.get(i + 1))
                  / 2;
        }
        from = to;
      }
      return area;
    }

    /** A polygon's or multipolygon's shape, made from its rings by their direction. */
    public Geometry polygons() {
      GeometryFactory factory = new GeometryFactory();
      List<Polygon> polygons = new ArrayList<>();
      LinearRing shell = null;
      List<LinearRing> holes = new ArrayList<>();
      int from = 0;
      for (int to : parts) {
        Coordinate[] ring = new Coordinate[(to - from) / 2 + 1];
        for (int i = from; i < to; i += 2) {
          ring[(i - from) / 2] = new Coordinate(points.get(i), points.get(i + 1));
        }
        ring[ring.length - 1] = ring[0];
        boolean isShell = Orientation.isCCW(ring);
        if (isShell && shell != null) {
          polygons.add(factory.createPolygon(shell, holes.toArray(LinearRing[]::new)));
          holes.clear();
        }
        if (isShell) {
          shell = factory.createLinearRing(ring);
        } else {
          holes.add(factory.createLinearRing(ring));
        }
        from = to;
      }
      polygons.add(factory.createPolygon(shell, holes.toArray(LinearRing[]::new)));
      return factory.createMultiPolygon(polygons.toArray(Polygon[]::new));
    }
  }

  public record TileLayer(String name, int version, int extent, List<Feature> features) {}

  private final ByteBuffer in;

  private Mvt(ByteBuffer in) {
    this.in = in.order(ByteOrder.LITTLE_ENDIAN);
  }

  /** The layers by name, in their order. */
  public static Map<String, TileLayer> read(byte[] tile) {
    Mvt mvt = new Mvt(ByteBuffer.wrap(tile));
    Map<String, TileLayer> layers = new LinkedHashMap<>();
    while (mvt.in.hasRemaining()) {
      if (mvt.number() != (3 << 3 | 2)) {
        throw new IllegalStateException("Not a tile");
      }
      TileLayer layer = mvt.part().layer();
      if (layers.put(layer.name(), layer) != null) {
        throw new IllegalStateException("Two layers " + layer.name());
      }
    }
    return layers;
  }

  private TileLayer layer() {
    String name = "";
    int version = 1;
    int extent = 4096;
    List<Mvt> features = new ArrayList<>();
    List<String> keys = new ArrayList<>();
    List<Object> values = new ArrayList<>();
    while (in.hasRemaining()) {
      switch ((int) number() >> 3) {
        case 15 -> version = (int) number();
        case 1 -> name = text();
        case 2 -> features.add(part());
        case 3 -> keys.add(text());
        case 4 -> values.add(part().value());
        case 5 -> extent = (int) number();
        default -> throw new IllegalStateException("Unknown part of a layer");
      }
    }
    List<Feature> read = features.stream().map(feature -> feature.feature(keys, values)).toList();
    return new TileLayer(name, version, extent, read);
  }

  private Feature feature(List<String> keys, List<Object> values) {
    long id = 0;
    int type = 0;
    Map<String, Object> tags = new LinkedHashMap<>();
    Mvt shape = null;
    while (in.hasRemaining()) {
      switch ((int) number() >> 3) {
        case 1 -> id = number();
        case 2 -> {
          Mvt pairs = part();
          while (pairs.in.hasRemaining()) {
            tags.put(keys.get((int) pairs.number()), values.get((int) pairs.number()));
          }
        }
        case 3 -> type = (int) number();
        case 4 -> shape = part();
        default -> throw new IllegalStateException("Unknown part of a feature");
      }
    }
    if (shape == null) {
      throw new IllegalStateException("A feature without a geometry");
    }
    List<Integer> parts = new ArrayList<>();
    return new Feature(id, type, tags, shape.points(type, parts), parts);
  }

  private List<Integer> points(int type, List<Integer> parts) {
    List<Integer> points = new ArrayList<>();
    int x = 0;
    int y = 0;
    while (in.hasRemaining()) {
      int command = (int) number();
      boolean close = (command & 7) == 7;
      if (!points.isEmpty() && (type == 1 || (command & 7) == 1)) {
        parts.add(points.size());
      }
      for (int i = 0; !close && i < command >> 3; i++) {
        x += zigzag();
        y += zigzag();
        points.add(x);
        points.add(y);
      }
    }
    parts.add(points.size());
    return points;
  }

  private Object value() {
    return switch ((int) number() >> 3) {
      case 1 -> text();
      case 2 -> (double) in.getFloat();
      case 3 -> in.getDouble();
      case 4, 5 -> number();
      case 6 -> (long) zigzag();
      case 7 -> number() != 0;
      default -> throw new IllegalStateException("Unknown value");
    };
  }

  private int zigzag() {
    long n = number();
    return (int) (n >>> 1 ^ -(n & 1));
  }

  private String text() {
    Mvt part = part();
    return UTF_8.decode(part.in).toString();
  }

  private Mvt part() {
    int length = (int) number();
    ByteBuffer part = in.slice(in.position(), length);
    in.position(in.position() + length);
    return new Mvt(part);
  }

  private long number() {
    long value = 0;
    for (int shift = 0; ; shift += 7) {
      byte next = in.get();
      value |= (long) (next & 0x7f) << shift;
      if (next >= 0) {
        return value;
      }
    }
  }
}
