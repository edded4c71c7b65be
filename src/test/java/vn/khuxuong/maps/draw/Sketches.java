package vn.khuxuong.maps.draw;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.io.WKBWriter;
import vn.khuxuong.geo.Crs;
import vn.khuxuong.maps.draw.Sketch.Part;
import vn.khuxuong.maps.style.Colour;
import vn.khuxuong.maps.style.Style;

/** Features as a layer of a picture, each of them a part of its own. */
final class Sketches {
  private Sketches() {}

  static Sketch of(Style style, List<MapFeature> features) {
    List<Part> parts = new ArrayList<>();
    Crs crs = Crs.EPSG_4326;
    for (MapFeature feature : features) {
      crs = feature.crs();
      byte[] wkb = new WKBWriter().write(feature.shape());
      parts.add(Part.of(feature.id(), feature.attributes(), wkb));
    }
    return new Sketch(style, crs, crs, parts, parts, parts);
  }

  static Scene scene(MapView view, Style style, List<MapFeature> features, Colour ground) {
    return new Scene(view, 1, List.of(of(style, features)), ground);
  }
}
