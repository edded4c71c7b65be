package vn.khuxuong.maps.example;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import vn.khuxuong.maps.layer.Text;

/** A library for maps in browsers, and the doors that its page opens. */
enum Example {
  LEAFLET(
      "leaflet",
      "Leaflet",
      new Text(
          "WMS và ô XYZ làm ảnh nền, GeoJSON của OGC API Features cho phần đang xem.",
          "WMS and XYZ tiles as pictures, GeoJSON of OGC API Features for what is in view."),
      List.of(
          new Source("wms", new Text("WMS 1.3.0", "WMS 1.3.0")),
          new Source("xyz", new Text("Ô XYZ (PNG)", "XYZ tiles (PNG)")),
          new Source(
              "features", new Text("OGC API Features (GeoJSON)", "OGC API Features (GeoJSON)")))),
  OPENLAYERS(
      "openlayers",
      "OpenLayers",
      new Text(
          "WMS, WMTS và OGC API Tiles, ở Web Mercator và ở VN-2000.",
          "WMS, WMTS and OGC API Tiles, in Web Mercator and in VN-2000."),
      List.of(
          new Source("wms", new Text("WMS 1.3.0", "WMS 1.3.0")),
          new Source("wmts", new Text("WMTS 1.0.0", "WMTS 1.0.0")),
          new Source("map", new Text("OGC API Tiles, ô bản đồ", "OGC API Tiles, map tiles")),
          new Source("vector", new Text("OGC API Tiles, ô vectơ", "OGC API Tiles, vector tiles")),
          new Source(
              "vn2000", new Text("OGC API Tiles, ô VN-2000", "OGC API Tiles, VN-2000 tiles")),
          new Source("vn2000wms", new Text("WMS ở VN-2000", "WMS in VN-2000")))),
  MAPLIBRE(
      "maplibre",
      "MapLibre GL",
      new Text(
          "Kiểu bản đồ của dịch vụ với ô vectơ, hoa văn và chữ; trình duyệt tự vẽ.",
          "The service's style with vector tiles, patterns and letters; the browser draws."),
      List.of());

  private final String word;
  private final String title;
  private final Text note;
  private final List<Source> sources;

  Example(String word, String title, Text note, List<Source> sources) {
    this.word = word;
    this.title = title;
    this.note = note;
    this.sources = sources;
  }

  /** A way to open a layer. */
  record Source(String word, Text title) {}

  static Optional<Example> find(String word) {
    return Arrays.stream(values()).filter(one -> one.word.equals(word)).findFirst();
  }

  /** Last part of its address, and name of its script. */
  String word() {
    return word;
  }

  /** The library's name, the same in all languages. */
  String title() {
    return title;
  }

  Text note() {
    return note;
  }

  List<Source> sources() {
    return sources;
  }
}
