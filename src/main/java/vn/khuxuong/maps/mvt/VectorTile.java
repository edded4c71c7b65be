package vn.khuxuong.maps.mvt;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.LocalDate;
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
  private static final int FEATURES = 2;
  private static final int KEYS = 3;
  private static final int EXTENT = 5;
  private static final int FEATURE_ID = 1;
  private static final int FEATURE_TAGS = 2;
  private static final int FEATURE_TYPE = 3;
  private static final int FEATURE_GEOMETRY = 4;

  private static final long EPOCH_2000 = LocalDate.of(2000, 1, 1).toEpochDay();

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
      if (labelPoint(rows, place) && grid.placeOwn(place)) {
        int[] xy = {(int) Math.rint(place[0]), (int) Math.rint(place[1])};
        shape.clear();
        shape.takes(GridShape.POINT);
        shape.add(xy, 2, false);
        layer.add(rows, row);
      }
    }
    layer.end(name);
  }

  private static boolean labelPoint(SentRows rows, double[] place) {
    if (rows.labelLength() > 0) {
      return ShapeReader.point(rows.bytes(), rows.labelStart(), rows.labelLength(), place);
    }
    int at = rows.shapeStart();
    int length = rows.shapeLength();
    return length > 0
        && GridRepair.inside(Arrays.copyOfRange(rows.bytes(), at, at + length), place);
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
      keys = new int[count];
      lastStart = new int[count];
      lastLength = new int[count];
      lastValue = new int[count];
      int key = 0;
      for (int i = 0; i < count; i++) {
        keys[i] = kept.test(attributes.get(i)) ? key++ : -1;
        lastLength[i] = -1;
      }
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
        lastValue[i] =
            switch (attributes.get(i).kind()) {
              case TEXT -> values.text(rows.bytes(), start, length);
              case WHOLE -> values.whole(rows.whole(i));
              case REAL -> values.real(rows.real(i));
              case FLAG -> values.flag(rows.flag(i));
              case DAY -> {
                byte[] day =
                    LocalDate.ofEpochDay(EPOCH_2000 + rows.day(i)).toString().getBytes(UTF_8);
                yield values.text(day, 0, day.length);
              }
            };
        lastStart[i] = start;
        lastLength[i] = length;
      }
      return lastValue[i];
    }

    void end(String name) {
      if (features.size() == 0) {
        return;
      }
      Protobuf layer = new Protobuf(features.size() + values.fields().size() + 256);
      layer.number(VERSION, 2).text(NAME, name).append(features);
      for (int i = 0; i < keys.length; i++) {
        if (keys[i] >= 0) {
          layer.text(KEYS, attributes.get(i).name());
        }
      }
      layer.append(values.fields()).number(EXTENT, TileGrid.EXTENT);
      tile.message(LAYERS, layer);
    }
  }
}
