package vn.khuxuong.maps.mvt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import vn.khuxuong.geo.Crs;

class KeptRowsTest {
  private static final GeometryFactory FACTORY = new GeometryFactory();
  private static final int TILES = 4;
  private static final double TILE_M = 512;
  private static final double WEST = 11_800_000;
  private static final double NORTH = 1_200_000;
  private static final List<Attribute> ATTRIBUTES =
      List.of(
          new Attribute("code", Attribute.Kind.TEXT), new Attribute("use", Attribute.Kind.TEXT));

  private static TileGrid grid(int column, int row) {
    return new TileGrid(Crs.EPSG_3857, WEST, NORTH, TILE_M, column, row, Crs.EPSG_3857);
  }

  /** Rings that cross themselves, too, slivers, points and lines, from a speck to all tiles. */
  private static Geometry shape(Random random) {
    double size = Math.pow(10, -2 + 5 * random.nextDouble());
    double x = WEST + (7.5 + 5 * random.nextDouble()) * TILE_M;
    double y = NORTH - (11.5 + 5 * random.nextDouble()) * TILE_M;
    Coordinate[] ring = new Coordinate[4 + random.nextInt(9)];
    for (int i = 0; i < ring.length; i++) {
      double thin = random.nextInt(4) == 0 ? 0.01 : 1;
      ring[i] =
          new Coordinate(
              x + size * (random.nextDouble() - 0.5),
              y + thin * size * (random.nextDouble() - 0.5));
    }
    ring[ring.length - 1] = ring[0].copy();
    return switch (random.nextInt(8)) {
      case 0 -> FACTORY.createPoint(ring[0]);
      case 1 -> FACTORY.createLineString(ring);
      case 2 -> FACTORY.createLineString(ring).convexHull();
      case 3 ->
          FACTORY
              .createLineString(ring)
              .buffer(size / 5)
              .difference(FACTORY.createPoint(ring[1]).buffer(size / 9));
      case 4 ->
          FACTORY
              .createMultiPolygon()
              .union(FACTORY.createPoint(ring[0]).buffer(size / 4))
              .union(FACTORY.createPoint(ring[1]).buffer(size / 6));
      default -> FACTORY.createPolygon(ring);
    };
  }

  private static SentRowsSample rows(Random random) {
    SentRowsSample rows = new SentRowsSample();
    for (int id = 1; id <= 300; id++) {
      Geometry shape = random.nextInt(40) == 0 ? null : shape(random);
      boolean named = shape != null && !shape.isEmpty() && random.nextBoolean();
      String use = random.nextInt(5) == 0 ? null : "use " + random.nextInt(4);
      rows.row(id, shape, named ? shape.getCentroid() : null, "A-" + id % 70, use);
    }
    return rows;
  }

  @Test
  void aTileOfRowsThatAreKeptHasTheBytesOfOneOfRowsThatWereSent() {
    Random random = new Random(3);
    int tiles = 0;
    for (int round = 0; round < 5; round++) {
      SentRowsSample sample = rows(random);
      KeptRows kept = KeptRows.read(sample.bytes(), ATTRIBUTES, grid(8, 12), TILES);
      KeptRows again = KeptRows.unpack(kept.packed().clone());
      for (int i = 0; i < TILES * TILES; i++) {
        int column = i % TILES;
        int row = i / TILES;
        VectorTile expected = new VectorTile(grid(8 + column, 12 + row));
        expected.shapes("all", sample.rows(), ATTRIBUTES);
        expected.labels("all_label", sample.rows(), ATTRIBUTES, Set.of("use"));
        for (KeptRows from : List.of(kept, again)) {
          VectorTile tile = new VectorTile(grid(8 + column, 12 + row));
          tile.shapes("all", from, ATTRIBUTES, column, row);
          tile.labels("all_label", from, ATTRIBUTES, Set.of("use"), column, row);
          assertThat(tile.bytes()).as("round %d tile %d", round, i).isEqualTo(expected.bytes());
        }
        tiles += expected.bytes().length > 1_000 ? 1 : 0;
      }
    }
    assertThat(tiles).isGreaterThan(40);
  }

  @Test
  void manyValuesAreNumberedInFourBytes() {
    SentRowsSample sample = new SentRowsSample();
    Geometry dot = FACTORY.createPoint(new Coordinate(WEST + 1, NORTH - 1));
    for (int id = 0; id < 70_000; id++) {
      sample.row(id, dot, dot, "A-" + id, null);
    }
    VectorTile expected = new VectorTile(grid(0, 0));
    expected.shapes("dots", sample.rows(), ATTRIBUTES);
    VectorTile tile = new VectorTile(grid(0, 0));
    KeptRows kept = KeptRows.read(sample.bytes(), ATTRIBUTES, grid(0, 0), 1);
    tile.shapes("dots", kept, ATTRIBUTES, 0, 0);
    assertThat(tile.bytes()).isEqualTo(expected.bytes());
  }

  @Test
  void noRowsMakeNoTile() {
    KeptRows none = KeptRows.read(null, ATTRIBUTES, grid(0, 0), TILES);
    VectorTile tile = new VectorTile(grid(0, 0));
    tile.shapes("all", none, ATTRIBUTES, 0, 0);
    assertThat(tile.bytes()).isEmpty();
    assertThat(KeptRows.unpack(none.packed()).count()).isZero();
  }
}
