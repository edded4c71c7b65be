package vn.khuxuong.maps.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class CountsTest {

  private static byte[] field(int number, byte[] content) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write((number << 3) | 2);
    int size = content.length;
    while (size > 127) {
      out.write((size & 127) | 128);
      size >>>= 7;
    }
    out.write(size);
    out.write(content);
    return out.toByteArray();
  }

  private static byte[] layer(String name, int features) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(new byte[] {15 << 3, 2});
    out.write(field(1, name.getBytes(StandardCharsets.UTF_8)));
    for (int i = 0; i < features; i++) {
      out.write(field(2, new byte[150]));
    }
    return field(3, out.toByteArray());
  }

  @Test
  void featuresOfATileAreCountedByLayerWithoutLabels() throws Exception {
    ByteArrayOutputStream tile = new ByteArrayOutputStream();
    tile.write(layer("plots", 3));
    tile.write(layer("plots_label", 2));
    tile.write(layer("zones", 1));
    byte[] bytes = tile.toByteArray();
    assertThat(Counts.inTile(bytes, bytes.length))
        .containsEntry("plots", 3)
        .containsEntry("zones", 1)
        .hasSize(2);
    assertThat(Counts.inTile(bytes, 0)).isEmpty();
  }

  @Test
  void whatIsNoTileIsRefused() throws Exception {
    byte[] cut = layer("plots", 3);
    assertThatThrownBy(() -> Counts.inTile(cut, cut.length - 1)).isInstanceOf(IOException.class);
    byte[] html = "<html>".getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> Counts.inTile(html, html.length)).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> Counts.inGeoJson(html, html.length)).isInstanceOf(IOException.class);
  }

  @Test
  void featuresOfJsonAndGmlAreCounted() throws Exception {
    byte[] json = "{\"features\":[{},{}]}rest".getBytes(StandardCharsets.UTF_8);
    assertThat(Counts.inGeoJson(json, json.length - 4)).isEqualTo(2);
    assertThat(Counts.inInfo(json, json.length - 4, "application/geo+json")).isEqualTo(2);
    String gml =
        "<plots_layer><plots_feature><id>1</id></plots_feature>"
            + "<plots_feature></plots_feature></plots_layer>";
    byte[] bytes = gml.getBytes(StandardCharsets.UTF_8);
    assertThat(Counts.inInfo(bytes, bytes.length, "application/vnd.ogc.gml")).isEqualTo(2);
  }
}
