package vn.khuxuong.maps.tile;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads Mapbox Vector Tiles 2.1, as much of them as tests ask about. */
final class Mvt {

  /**
   * @param type 1 point, 2 line, 3 polygon
   * @param points vertices in tile units, x and y in turn
   */
  record Feature(long id, int type, Map<String, Object> tags, List<Integer> points) {}

  record TileLayer(String name, int version, int extent, List<Feature> features) {}

  private final ByteBuffer in;

  private Mvt(ByteBuffer in) {
    this.in = in.order(ByteOrder.LITTLE_ENDIAN);
  }

  /** The layers by name, in their order. */
  static Map<String, TileLayer> read(byte[] tile) {
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
    List<Integer> points = List.of();
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
        case 4 -> points = part().points();
        default -> throw new IllegalStateException("Unknown part of a feature");
      }
    }
    return new Feature(id, type, tags, points);
  }

  private List<Integer> points() {
    List<Integer> points = new ArrayList<>();
    int x = 0;
    int y = 0;
    while (in.hasRemaining()) {
      int command = (int) number();
      boolean close = (command & 7) == 7;
      for (int i = 0; !close && i < command >> 3; i++) {
        x += zigzag();
        y += zigzag();
        points.add(x);
        points.add(y);
      }
    }
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
