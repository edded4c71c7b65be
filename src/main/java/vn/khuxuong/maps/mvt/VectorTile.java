package vn.khuxuong.maps.mvt;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A vector tile while it is written, layer after layer (Mapbox Vector Tile 2.1). Belongs to one
 * thread. The same rows make the same bytes.
 */
public final class VectorTile {

  private static final int LAYERS = 3;
  private static final int VERSION = 15;
  private static final int NAME = 1;
  static final int FEATURES = 2;
  private static final int KEYS = 3;
  private static final int EXTENT = 5;
  static final int FEATURE_ID = 1;
  static final int FEATURE_TAGS = 2;
  static final int FEATURE_TYPE = 3;
  static final int FEATURE_GEOMETRY = 4;

  private final TileGrid grid;
  private final GridShape shape = new GridShape();
  private final ShapeReader reader;
  private final Protobuf tile = new Protobuf(1 << 14);
  private final Protobuf feature = new Protobuf();
  private final Protobuf part = new Protobuf(1 << 10);

  /** An empty tile. */
  public VectorTile(TileGrid grid) {
    this.grid = grid;
    this.reader = new ShapeReader(grid, shape);
  }

  /**
   * Adds a layer with the shapes of the rows; none if nothing of them is on the tile.
   *
   * @param attributes of the rows, in their order
   */
  public void shapes(String name, SentRows rows, List<Attribute> attributes) {
    Layer layer = new Layer(attributes, attribute -> true);
    for (int row = 0; row < rows.count(); row++) {
      rows.goTo(row);
      if (rows.shapeLength() > 0) {
        reader.read(rows.bytes(), rows.shapeStart(), rows.shapeLength());
        layer.add(rows, row);
      }
    }
    layer.end(name);
  }

  /**
   * Adds a layer with one point a row: the label point, or where there is none a point inside the
   * shape. It is in the one tile that holds it: a point on the west or north edge belongs to the
   * tile, one on the others to the neighbour.
   *
   * @param attributes of the rows, in their order
   * @param kept names of those that the layer has
   */
  public void labels(String name, SentRows rows, List<Attribute> attributes, Set<String> kept) {
    Layer layer = new Layer(attributes, attribute -> kept.contains(attribute.name()));
    double[] place = new double[2];
    for (int row = 0; row < rows.count(); row++) {
      rows.goTo(row);
      if (rows.labelPoint(place) && grid.placeOwn(place)) {
        int[] xy = {(int) Math.rint(place[0]), (int) Math.rint(place[1])};
        shape.clear();
        shape.takes(GridShape.POINT);
        shape.add(xy, 2, false);
        layer.add(rows, row);
      }
    }
    layer.end(name);
  }

  /**
   * As {@link #shapes(String, SentRows, List)} with the same result, from rows that are kept.
   *
   * @param column of the tile in the rows' cell, from the west
   * @param line of the tile in it, from the north
   */
  public void shapes(String name, KeptRows rows, List<Attribute> attributes, int column, int line) {
    KeptLayer layer = kept(rows, attributes, attribute -> true, column, line);
    layer.shapes(reader, shape);
    layer.end(name, tile);
  }

  /** As {@link #labels(String, SentRows, List, Set)} with the same result. */
  public void labels(
      String name,
      KeptRows rows,
      List<Attribute> attributes,
      Set<String> kept,
      int column,
      int line) {
    KeptLayer layer =
        kept(rows, attributes, attribute -> kept.contains(attribute.name()), column, line);
    layer.labels();
    layer.end(name, tile);
  }

  private static KeptLayer kept(
      KeptRows rows, List<Attribute> attributes, Predicate<Attribute> which, int column, int line) {
    int x = column * TileGrid.EXTENT;
    int y = line * TileGrid.EXTENT;
    return new KeptLayer(rows, attributes, which, x, y);
  }

  /** The number of each attribute in a layer that has some of them, -1 for the others. */
  static int[] keys(List<Attribute> attributes, Predicate<Attribute> which) {
    int[] keys = new int[attributes.size()];
    int key = 0;
    for (int i = 0; i < keys.length; i++) {
      keys[i] = which.test(attributes.get(i)) ? key++ : -1;
    }
    return keys;
  }

  /** Writes a layer into a tile; nothing if it has no features. */
  static void layer(
      String name,
      Protobuf features,
      List<Attribute> attributes,
      int[] keys,
      Protobuf values,
      Protobuf tile) {
    if (features.size() == 0) {
      return;
    }
    Protobuf layer = new Protobuf(features.size() + values.size() + 256);
    layer.number(VERSION, 2).text(NAME, name).append(features);
    for (int i = 0; i < keys.length; i++) {
      if (keys[i] >= 0) {
        layer.text(KEYS, attributes.get(i).name());
      }
    }
    layer.append(values).number(EXTENT, TileGrid.EXTENT);
    tile.message(LAYERS, layer);
  }

  /** The tile; no bytes when it has no layer. */
  public byte[] bytes() {
    return tile.toBytes();
  }

  /** The layer being written. */
  private final class Layer {
    private final List<Attribute> attributes;
    private final int[] keys;
    private final int[] lastStart;
    private final int[] lastLength;
    private final int[] lastValue;
    private final ValueTable values = new ValueTable();
    private final Protobuf features = new Protobuf(1 << 13);

    Layer(List<Attribute> attributes, Predicate<Attribute> kept) {
      this.attributes = attributes;
      int count = attributes.size();
      keys = VectorTile.keys(attributes, kept);
      lastStart = new int[count];
      lastLength = new int[count];
      lastValue = new int[count];
      Arrays.fill(lastLength, -1);
    }

    void add(SentRows rows, int row) {
      if (shape.kind() == 0) {
        return;
      }
      feature.cut(0);
      if (rows.id(row) >= 0) {
        feature.number(FEATURE_ID, rows.id(row));
      }
      part.cut(0);
      for (int i = 0; i < keys.length; i++) {
        int length = rows.length(i);
        if (keys[i] >= 0 && length >= 0) {
          part.varint(keys[i]).varint(value(rows, i, length));
        }
      }
      if (part.size() > 0) {
        feature.message(FEATURE_TAGS, part);
      }
      feature.number(FEATURE_TYPE, shape.kind());
      part.cut(0);
      shape.write(part);
      feature.message(FEATURE_GEOMETRY, part);
      features.message(FEATURES, feature);
    }

    /** Neighbours often have the same value: their zone, their use. */
    private int value(SentRows rows, int i, int length) {
      int start = rows.start(i);
      if (lastLength[i] < 0 || !rows.same(start, length, lastStart[i], lastLength[i])) {
        lastValue[i] = values.of(attributes.get(i).kind(), rows, i);
        lastStart[i] = start;
        lastLength[i] = length;
      }
      return lastValue[i];
    }

    void end(String name) {
      VectorTile.layer(name, features, attributes, keys, values.fields(), tile);
    }
  }
}
