package vn.khuxuong.maps.wms;

import java.nio.file.Path;
import java.util.List;
import vn.khuxuong.maps.layer.Layer;
import vn.khuxuong.maps.layer.LayerCatalogue;
import vn.khuxuong.maps.layer.LayerGroups;
import vn.khuxuong.maps.style.Styles;

/** The layers of the catalogue as shipped, without a database. */
public final class TestLayers {
  private static final LayerCatalogue CATALOGUE =
      new LayerCatalogue(Path.of("maps/layers"), layer -> List.of());

  private TestLayers() {}

  /** The catalogue as shipped. */
  public static LayerCatalogue catalogue() {
    return CATALOGUE;
  }

  /** What requests may name, in groups and styles as shipped. */
  static RequestedLayers requestedLayers() {
    return new RequestedLayers(
        CATALOGUE, LayerGroups.in(Path.of("maps")), Styles.in(Path.of("maps/styles")));
  }

  /** The subzones. */
  public static Layer subzones() {
    return named("subzones");
  }

  /** A layer by its id. */
  public static Layer named(String id) {
    return CATALOGUE.find(id).orElseThrow();
  }
}
