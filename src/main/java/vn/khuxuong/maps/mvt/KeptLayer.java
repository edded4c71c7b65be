package vn.khuxuong.maps.mvt;

import java.util.List;
import java.util.function.Predicate;

/** A layer of a tile while it is written from rows that are kept. Belongs to one thread. */
final class KeptLayer {
  private final KeptRows rows;
  private final List<Attribute> attributes;
  private final int[] keys;

  /** The layer's number of each value that is kept, plus one; 0 for those not yet in it. */
  private final int[] numbers;

  private final Protobuf values = new Protobuf(1 << 10);
  private final Protobuf features = new Protobuf(1 << 13);
  private final Protobuf feature = new Protobuf();
  private final Protobuf part = new Protobuf();
  private final int x;
  private final int y;
  private int used;

  /**
   * @param which of the attributes the layer has
   * @param x of the tile's corner on the cell's grid
   */
  KeptLayer(KeptRows rows, List<Attribute> attributes, Predicate<Attribute> which, int x, int y) {
    this.rows = rows;
    this.attributes = attributes;
    this.numbers = new int[rows.values()];
    this.keys = VectorTile.keys(attributes, which);
    this.x = x;
    this.y = y;
  }

  /** Adds the rows' shapes that are in the tile. */
  void shapes(ShapeReader reader, GridShape shape) {
    int west = x + GridClip.LOW;
    int north = y + GridClip.LOW;
    int east = x + GridClip.HIGH;
    int south = y + GridClip.HIGH;
    for (int row = 0; row < rows.count(); row++) {
      if (!rows.meets(row, west, north, east, south)) {
        continue;
      }
      int start = rows.shapeStart(row);
      int end = rows.shapeEnd(row);
      if (rows.kind(row) != KeptRows.TO_BE_CUT) {
        tags(row, rows.kind(row));
        part.cut(0);
        GridShape.move(rows.bytes(), start, end, x, y, part);
        add();
        continue;
      }
      reader.read(rows.bytes(), start, end - start);
      if (shape.kind() != 0) {
        tags(row, shape.kind());
        part.cut(0);
        shape.write(part);
        add();
      }
    }
  }

  /** Adds the label points that are in the tile. */
  void labels() {
    int column = x / TileGrid.EXTENT;
    int line = y / TileGrid.EXTENT;
    for (int row = 0; row < rows.count(); row++) {
      if (rows.isNamedIn(row, column, line)) {
        tags(row, GridShape.POINT);
        part.cut(0);
        GridShape.point(rows.labelX(row) - x, rows.labelY(row) - y, part);
        add();
      }
    }
  }

  /** Begins a feature with what is not its shape. */
  private void tags(int row, int kind) {
    feature.cut(0);
    if (rows.id(row) >= 0) {
      feature.number(VectorTile.FEATURE_ID, rows.id(row));
    }
    part.cut(0);
    for (int i = 0; i < keys.length; i++) {
      int value = keys[i] < 0 ? KeptRows.NO_VALUE : rows.value(row, i);
      if (value != KeptRows.NO_VALUE) {
        part.varint(keys[i]).varint(number(value));
      }
    }
    if (part.size() > 0) {
      feature.message(VectorTile.FEATURE_TAGS, part);
    }
    feature.number(VectorTile.FEATURE_TYPE, kind);
  }

  private int number(int value) {
    if (numbers[value] == 0) {
      int start = rows.valueStart(value);
      values.raw(rows.bytes(), start, rows.valueEnd(value) - start);
      numbers[value] = ++used;
    }
    return numbers[value] - 1;
  }

  private void add() {
    feature.message(VectorTile.FEATURE_GEOMETRY, part);
    features.message(VectorTile.FEATURES, feature);
  }

  void end(String name, Protobuf tile) {
    VectorTile.layer(name, features, attributes, keys, values, tile);
  }
}
