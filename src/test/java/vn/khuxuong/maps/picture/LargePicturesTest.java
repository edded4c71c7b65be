package vn.khuxuong.maps.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.io.WKBWriter;
import vn.khuxuong.geo.BBox;
import vn.khuxuong.geo.Crs;
import vn.khuxuong.maps.draw.MapDrawing;
import vn.khuxuong.maps.draw.MapView;
import vn.khuxuong.maps.draw.Scene;
import vn.khuxuong.maps.draw.Sketch;
import vn.khuxuong.maps.draw.Sketch.Part;
import vn.khuxuong.maps.style.Attributes;
import vn.khuxuong.maps.style.Colour;
import vn.khuxuong.maps.style.Styles;

/** Sixteen of the largest pictures at once, of every format, in a process with 512 MiB of heap. */
class LargePicturesTest {
  private static final int SIDE = PictureRequest.MAX_SIZE;
  private static final int PICTURES = 16;

  @Test
  void fitIntoASmallHeap() throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-Djava.awt.headless=true",
                "-cp",
                System.getProperty("java.class.path"),
                LargePicturesTest.class.getName())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    assertThat(said).contains(PICTURES + " pictures");
  }

  private static Scene scene() {
    MapView view = new MapView(new BBox(Crs.EPSG_3857, 0, 0, SIDE, SIDE), SIDE, SIDE);
    Styles styles = Styles.in(Path.of("maps/styles"));
    String[] uses = {"INDUSTRY", "SUPPORT", "GREEN", "WATER", "TECH"};
    List<Part> parts = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      double x = i % 100 * 41;
      double y = Math.floorDiv(i, 100) * 41;
      var box = new Envelope(x + 1, x + 39.5, y + 1.3, y + 39);
      Attributes land = Attributes.of(Map.of("land_use", uses[i % 5], "code", "L" + i));
      byte[] shape = new WKBWriter().write(Crs.EPSG_3857.geometryFactory().toGeometry(box));
      parts.add(Part.of("" + i, land, shape));
    }
    Sketch layer =
        new Sketch(
            styles.find("subzones", Styles.DEFAULT).orElseThrow(),
            Crs.EPSG_3857,
            Crs.EPSG_3857,
            parts,
            parts,
            List.of());
    return new Scene(view, 1, List.of(layer), new Colour(-1));
  }

  public static void main(String[] args) throws Exception {
    MapDrawing drawing = new MapDrawing(Styles.in(Path.of("maps/styles")).patterns());
    Scene scene = scene();
    long heap = Runtime.getRuntime().maxMemory();
    DrawingGate gate = new DrawingGate(2, 64, 600_000, DrawingGate.room(heap));
    ExecutorService threads = Executors.newFixedThreadPool(PICTURES);
    List<PictureFormat> formats = List.of(PictureFormat.values());
    List<Future<byte[]>> files = new ArrayList<>();
    for (int i = 0; i < PICTURES; i++) {
      PictureFormat format = formats.get(i % 3);
      PictureRequest request =
          new PictureRequest(scene.view(), List.of(), scene.ground(), format, 1);
      files.add(
          threads.submit(
              () ->
                  gate.pass(
                      request.pixelsHeld(),
                      () ->
                          switch (format) {
                            case PNG -> drawing.png(scene);
                            case PNG8 -> drawing.png8(scene);
                            case JPEG -> drawing.jpeg(scene);
                          })));
    }
    int drawn = 0;
    for (Future<byte[]> file : files) {
      drawn += file.get(10, TimeUnit.MINUTES).length > 100_000 ? 1 : 0;
    }
    System.out.println(drawn + " pictures");
    System.exit(0);
  }
}
