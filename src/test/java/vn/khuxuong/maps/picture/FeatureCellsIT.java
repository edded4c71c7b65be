package vn.khuxuong.maps.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.unit.DataSize;
import vn.khuxuong.KhuxuongTest;
import vn.khuxuong.geo.BBox;
import vn.khuxuong.geo.Crs;
import vn.khuxuong.maps.cell.KeptCells;
import vn.khuxuong.maps.draw.MapDrawing;
import vn.khuxuong.maps.draw.MapView;
import vn.khuxuong.maps.draw.Scene;
import vn.khuxuong.maps.layer.Editions;
import vn.khuxuong.maps.layer.Layer;
import vn.khuxuong.maps.layer.LayerCatalogue;
import vn.khuxuong.maps.layer.LayerDatabase;
import vn.khuxuong.maps.layer.LayerExtents;
import vn.khuxuong.maps.style.Styles;

@KhuxuongTest
class FeatureCellsIT {
  private static final List<String> LAYERS = List.of("subzones", "plots", "buildings", "zones");

  @Autowired private JdbcClient jdbc;
  @Autowired private LayerDatabase database;
  @Autowired private LayerCatalogue catalogue;
  @Autowired private LayerExtents extents;
  @Autowired private Styles styles;
  @Autowired private Editions editions;
  @Autowired private CellStore cellStore;

  private FeatureCells cells;
  private KeptCells fileOnly;
  private PictureStore kept;
  private PictureStore aside;
  private PictureStore read;

  @BeforeEach
  void withAndWithoutCells() {
    cells = cells(DataSize.ofMegabytes(20));
    kept = new PictureStore(database, cells);
    read = new PictureStore(database, cells(DataSize.ofBytes(0)));
    // a heap that holds no cell, so that each comes from the file
    fileOnly = new KeptCells(DataSize.ofBytes(1), DataSize.ofMegabytes(50), editions);
    aside = new PictureStore(database, new FeatureCells(fileOnly, cellStore));
  }

  private FeatureCells cells(DataSize size) {
    return new FeatureCells(new KeptCells(size, DataSize.ofMegabytes(50), editions), cellStore);
  }

  private List<PictureLayer> layers(List<String> ids) {
    List<PictureLayer> layers = new ArrayList<>();
    for (String id : ids) {
      Layer layer = catalogue.get(id);
      layers.add(PictureLayer.of(layer, styles.find(layer.style(), Styles.DEFAULT).orElseThrow()));
    }
    return layers;
  }

  private byte[] draw(PictureStore store, MapView view, List<String> ids) {
    PictureRequest request = PictureRequest.png(view, layers(ids), null);
    double scale = view.scaleDenominator();
    List<PictureLayer> drawn =
        request.layers().stream().filter(layer -> layer.isDrawnAt(scale)).toList();
    return new MapDrawing(styles.patterns())
        .png(new Scene(view, 1, store.read(request, drawn), null));
  }

  private MapView view(double x, double y, double zoom, int width, int height) {
    double pixel = 2 * Math.PI * 6_378_137 / 256 / Math.pow(2, zoom);
    BBox box =
        new BBox(
            Crs.EPSG_3857,
            x - pixel * width / 2,
            y - pixel * height / 2,
            x + pixel * width / 2,
            y + pixel * height / 2);
    return new MapView(box, width, height);
  }

  private BBox town() {
    return extents.of(catalogue.get("zones")).box().orElseThrow().transform(Crs.EPSG_3857);
  }

  @Test
  void drawsWhatTheDatabaseWouldAtAnyPlaceAndScale() {
    BBox plan = extents.of(catalogue.get("subzones")).box().orElseThrow().transform(Crs.EPSG_3857);
    Random random = new Random(6);
    int blank = 0;
    for (int i = 0; i < 60; i++) {
      BBox box = i % 3 == 0 ? town() : plan;
      boolean tile = random.nextBoolean();
      MapView view =
          view(
              box.minX() + random.nextDouble() * box.width(),
              box.minY() + random.nextDouble() * box.height(),
              9 + random.nextInt(10) + random.nextDouble() * 0.9,
              tile ? 256 : 300 + random.nextInt(900),
              tile ? 256 : 200 + random.nextInt(600));
      List<String> ids = i % 4 == 0 ? List.of("subzones") : LAYERS;
      byte[] expected = draw(read, view, ids);
      byte[] first = draw(kept, view, ids);
      assertThat(first).as("%s of %s", view, ids).isEqualTo(expected);
      assertThat(draw(kept, view, ids)).as("again %s", view).isEqualTo(first);
      assertThat(draw(aside, view, ids)).as("put aside %s", view).isEqualTo(first);
      int put = fileOnly.laidAside();
      assertThat(draw(aside, view, ids)).as("from the file %s", view).isEqualTo(first);
      assertThat(fileOnly.laidAside()).isEqualTo(put);
      blank += expected.length < 1_000 ? 1 : 0;
    }
    assertThat(blank).isLessThan(30);
    assertThat(fileOnly.laidAside()).isGreaterThan(20);
  }

  @Test
  void showsAChangeWithinASecond() throws Exception {
    long building =
        jdbc.sql("select id from space.buildings order by id limit 1").query(Long.class).single();
    Map<String, Object> at =
        jdbc.sql(
                "select st_x(p) as x, st_y(p) as y from (select st_centroid(geom_3857) as p"
                    + " from space.buildings where id = :id) b")
            .param("id", building)
            .query()
            .singleRow();
    MapView view = view((double) at.get("x"), (double) at.get("y"), 17, 400, 300);
    byte[] before = draw(kept, view, List.of("buildings"));
    assertThat(draw(kept, view, List.of("buildings"))).isEqualTo(before);
    assertThat(draw(aside, view, List.of("buildings"))).isEqualTo(before);
    byte[] place =
        jdbc.sql("select st_asewkb(geom) from space.buildings where id = :id")
            .param("id", building)
            .query(byte[].class)
            .single();
    jdbc.sql("update space.buildings set geom = st_translate(geom, 0.0002, 0) where id = :id")
        .param("id", building)
        .update();
    try {
      long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(1);
      byte[] after = draw(kept, view, List.of("buildings"));
      while (Arrays.equals(after, before) && System.nanoTime() < end) {
        Thread.sleep(50);
        after = draw(kept, view, List.of("buildings"));
      }
      assertThat(after).isNotEqualTo(before).isEqualTo(draw(read, view, List.of("buildings")));
      assertThat(draw(aside, view, List.of("buildings"))).isEqualTo(after);
    } finally {
      // to the last bit, since others count on it
      jdbc.sql("update space.buildings set geom = st_geomfromewkb(:place) where id = :id")
          .param("place", place)
          .param("id", building)
          .update();
    }
  }

  @Test
  void leavesToTheDatabaseWhatIsNotKept() {
    BBox box = town();
    MapView legal = new MapView(box.transform(Crs.EPSG_9210), 300, 300);
    Layer bays = catalogue.get("bays");
    PictureLayer storeys =
        PictureLayer.of(bays, styles.find(bays.style(), Styles.DEFAULT).orElseThrow());
    MapView view = view(box.minX(), box.minY(), 17, 256, 256);
    PictureLayer plots = layers(List.of("plots")).get(0);
    PictureLayer some =
        new PictureLayer(
            plots.layer(),
            plots.style(),
            new PictureLayer.Condition("true", Map.of()),
            null,
            null,
            null);
    assertThat(sketch(view, storeys)).isFalse();
    assertThat(sketch(view, some)).isFalse();
    assertThat(sketch(legal, plots)).isFalse();
    assertThat(sketch(view, plots)).isTrue();
  }

  private boolean sketch(MapView view, PictureLayer layer) {
    PictureRequest request = PictureRequest.png(view, List.of(layer), null);
    return cells.sketch(new LayerNeeds(request, layer, false), LayerNeeds.MAX_BYTES) != null;
  }
}
