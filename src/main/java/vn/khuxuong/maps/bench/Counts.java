package vn.khuxuong.maps.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.khuxuong.maps.layer.Layer;

/** Counts features in answers, so that no server is quick by leaving some out. */
final class Counts {
  private static final int LAYER = 3;
  private static final int NAME = 1;
  private static final int FEATURE = 2;

  private Counts() {}

  /** Features of a GeoJSON collection. */
  static int inGeoJson(byte[] body, int length) throws IOException {
    try {
      JsonNode root = JsonMapper.shared().readTree(body, 0, length);
      return root.path("features").size();
    } catch (JacksonException e) {
      throw new IOException("no GeoJSON: " + e.getOriginalMessage());
    }
  }

  /** Features found at a point: our JSON, or GML with one {@code _feature} element each. */
  static int inInfo(byte[] body, int length, String type) throws IOException {
    if (type.contains("json")) {
      return inGeoJson(body, length);
    }
    String text = new String(body, 0, length, StandardCharsets.UTF_8);
    return text.split("_feature>", -1).length / 2;
  }

  /**
   * Features of a vector tile by layer, without layers of label points.
   *
   * @throws IOException if it is none
   */
  static Map<String, Integer> inTile(byte[] body, int length) throws IOException {
    Map<String, Integer> counts = new TreeMap<>();
    Reader tile = new Reader(body, 0, length);
    while (tile.at < tile.end) {
      int field = tile.field();
      if (field != LAYER) {
        tile.skip();
        continue;
      }
      Reader layer = tile.message();
      String name = "";
      int features = 0;
      while (layer.at < layer.end) {
        int inner = layer.field();
        if (inner == NAME) {
          Reader text = layer.message();
          name = new String(body, text.at, text.end - text.at, StandardCharsets.UTF_8);
        } else {
          features += inner == FEATURE ? 1 : 0;
          layer.skip();
        }
      }
      if (!name.endsWith(Layer.LABEL_SUFFIX)) {
        counts.merge(name, features, Integer::sum);
      }
    }
    return counts;
  }

  /** Protocol buffers, as little as is needed to count. */
  private static final class Reader {
    private final byte[] bytes;
    private int at;
    private final int end;
    private int wire;

    Reader(byte[] bytes, int at, int end) {
      this.bytes = bytes;
      this.at = at;
      this.end = end;
    }

    int field() throws IOException {
      long key = number();
      wire = (int) (key & 7);
      return (int) (key >>> 3);
    }

    Reader message() throws IOException {
      int size = (int) number();
      if (wire != 2 || size < 0 || size > end - at) {
        throw new IOException("no vector tile");
      }
      at += size;
      return new Reader(bytes, at - size, at);
    }

    void skip() throws IOException {
      switch (wire) {
        case 0 -> number();
        case 1 -> at += 8;
        case 2 -> message();
        case 5 -> at += 4;
        default -> throw new IOException("no vector tile");
      }
    }

    private long number() throws IOException {
      long value = 0;
      for (int shift = 0; shift < 64; shift += 7) {
        if (at >= end) {
          throw new IOException("a vector tile that ends too early");
        }
        byte next = bytes[at++];
        value |= (long) (next & 127) << shift;
        if (next >= 0) {
          return value;
        }
      }
      throw new IOException("no vector tile");
    }
  }
}
