package vn.khuxuong.maps.tile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.unit.DataSize;
import vn.khuxuong.KhuxuongTest;
import vn.khuxuong.geo.BBox;
import vn.khuxuong.geo.Crs;
import vn.khuxuong.maps.cell.KeptCells;
import vn.khuxuong.maps.layer.Editions;
import vn.khuxuong.maps.layer.Layer;
import vn.khuxuong.maps.layer.LayerCatalogue;
import vn.khuxuong.maps.layer.LayerExtents;
import vn.khuxuong.maps.style.Styles;

@KhuxuongTest
class TileCellsIT {
  private static final double WORLD = 2 * Math.PI * 6_378_137;

  @Autowired private JdbcClient jdbc;
  @Autowired private TileRead database;
  @Autowired private TileAttributes attributes;
  @Autowired private LayerCatalogue catalogue;
  @Autowired private LayerExtents extents;
  @Autowired private Editions editions;
  private KeptCells fileOnly;
  private TileStore kept;
  private TileStore aside;
  private TileStore read;

  @BeforeEach
  void withAndWithoutCells() {
    kept = store(DataSize.ofMegabytes(20));
    read = store(DataSize.ofBytes(0));
    // a heap that holds no cell, so that each comes from the file
    fileOnly = new KeptCells(DataSize.ofBytes(1), DataSize.ofMegabytes(50), editions);
    aside = new TileStore(database, attributes, fileOnly);
  }

  private TileStore store(DataSize size) {
    return new TileStore(
        database, attributes, new KeptCells(size, DataSize.ofMegabytes(50), editions));
  }

  private TileRequest request(
      List<String> ids, double x, double y, int zoom, @Nullable Set<String> properties) {
    double size = WORLD / (1 << zoom);
    int column = (int) Math.floor((x + WORLD / 2) / size);
    int row = (int) Math.floor((WORLD / 2 - y) / size);
    List<TileLayer> layers = new ArrayList<>();
    for (String id : ids) {
      layers.add(new TileLayer(catalogue.get(id), Styles.DEFAULT, null));
    }
    Tile tile = new Tile(TileMatrixSet.WEB_MERCATOR_QUAD, zoom, column, row);
    return new TileRequest(layers, tile, TileFormat.MVT, 1, null, null, null, properties, Set.of());
  }

  @Test
  void tilesFromCellsAreThoseFromTheDatabase() {
    BBox town = extents.of(catalogue.get("zones")).box().orElseThrow().transform(Crs.EPSG_3857);
    BBox plan = extents.of(catalogue.get("subzones")).box().orElseThrow().transform(Crs.EPSG_3857);
    List<String> all =
        catalogue.layers().stream()
            .filter(layer -> layer.schema().equals(Layer.PUBLISHED))
            .map(Layer::id)
            .toList();
    Random random = new Random(8);
    int blank = 0;
    for (int i = 0; i < 120; i++) {
      BBox box = i % 3 == 0 ? town : plan;
      TileRequest request =
          request(
              i % 2 == 0 ? all : List.of(all.get(random.nextInt(all.size()))),
              box.minX() + random.nextDouble() * box.width(),
              box.minY() + random.nextDouble() * box.height(),
              random.nextInt(19),
              i % 5 == 0 ? Set.of("code") : null);
      byte[] expected = read.tile(request);
      byte[] first = kept.tile(request);
      assertThat(first).as("%s", request.canonical()).isEqualTo(expected);
      assertThat(kept.tile(request)).as("again %s", request.canonical()).isEqualTo(first);
      assertThat(aside.tile(request)).as("put aside %s", request.canonical()).isEqualTo(first);
      assertThat(aside.tile(request)).as("from the file %s", request.canonical()).isEqualTo(first);
      blank += expected.length == 0 ? 1 : 0;
    }
    assertThat(blank).isLessThan(60);
    assertThat(fileOnly.laidAside()).isGreaterThan(20);
  }

  @Test
  void showsAChangeWithinASecond() throws Exception {
    Map<String, Object> building =
        jdbc.sql(
                "select id, name_vi, st_x(st_centroid(geom_3857)) as x, st_y(st_centroid(geom_3857))"
                    + " as y from space.buildings order by id limit 1")
            .query()
            .singleRow();
    TileRequest request =
        request(
            List.of("buildings"), (double) building.get("x"), (double) building.get("y"), 16, null);
    byte[] before = kept.tile(request);
    assertThat(before).isNotEmpty();
    assertThat(aside.tile(request)).isEqualTo(before);
    jdbc.sql("update space.buildings set name_vi = 'Nhà khác' where id = :id")
        .param("id", building.get("id"))
        .update();
    try {
      long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(1);
      byte[] after = kept.tile(request);
      while (Arrays.equals(after, before) && System.nanoTime() < end) {
        Thread.sleep(50);
        after = kept.tile(request);
      }
      assertThat(after).isNotEqualTo(before).isEqualTo(read.tile(request));
      assertThat(aside.tile(request)).isEqualTo(after);
    } finally {
      jdbc.sql("update space.buildings set name_vi = :name where id = :id")
          .param("name", building.get("name_vi"))
          .param("id", building.get("id"))
          .update();
    }
  }

  @Test
  void leavesToTheDatabaseWhatIsNotKept() {
    TileRequest plain = request(List.of("bays"), 11_870_000, 1_200_000, 16, null);
    assertThat(cell(plain)).isNotNull();
    TileRequest storey =
        new TileRequest(
            plain.layers(), plain.tile(), plain.format(), 1, null, null, 2, null, Set.of());
    assertThat(cell(storey)).isNull();
    Tile legal = new Tile(TileMatrixSet.get("VN2000TM3-105-45"), 8, 10, 10);
    TileRequest other =
        new TileRequest(plain.layers(), legal, plain.format(), 1, null, null, null, null, Set.of());
    assertThat(cell(other)).isNull();
  }

  private @Nullable TileCell cell(TileRequest request) {
    TileLayer layer = request.layers().get(0);
    return TileCell.of(layer, request, attributes.choose(layer.layer(), request));
  }
}
