package vn.khuxuong.maps.tile;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.khuxuong.maps.layer.Layer;
import vn.khuxuong.maps.layer.LayerCatalogue;
import vn.khuxuong.maps.layer.LayerGroups;
import vn.khuxuong.maps.layer.Text;
import vn.khuxuong.maps.style.Styles;

/** What WMTS calls its layers: those of the catalogue, and the groups of them. */
@Component
class WmtsLayers {

  private final LayerCatalogue catalogue;
  private final LayerGroups groups;
  private final Styles styles;

  WmtsLayers(LayerCatalogue catalogue, LayerGroups groups, Styles styles) {
    this.catalogue = catalogue;
    this.groups = groups;
    this.styles = styles;
  }

  /**
   * A layer of the service.
   *
   * @param members the layers drawn, the lowest first, as the asker may see them
   * @param styles the names of its styles, the default first
   */
  record Offered(
      String id, Text title, Text description, List<Layer> members, List<String> styles) {
    Offered {
      members = List.copyOf(members);
      styles = List.copyOf(styles);
    }
  }

  /** All that somebody may ask for. */
  List<Offered> all(Set<String> roles) {
    List<Offered> all = new ArrayList<>();
    List<Layer> layers = catalogue.layers(roles);
    for (Layer layer : layers) {
      all.add(
          new Offered(
              layer.id(),
              layer.title(),
              layer.description(),
              List.of(layer),
              styles.names(layer.style())));
    }
    for (LayerGroups.Group group : groups.all()) {
      List<Layer> members =
          layers.stream().filter(layer -> group.layerIds().contains(layer.id())).toList();
      if (!members.isEmpty()) {
        all.add(
            new Offered(
                group.id(), group.title(), group.title(), members, List.of(Styles.DEFAULT)));
      }
    }
    return all;
  }

  /** The layer of that name. */
  Offered get(String id, Set<String> roles) {
    return all(roles).stream()
        .filter(offered -> offered.id().equals(id))
        .findFirst()
        .orElseThrow(() -> WmtsException.invalid("LAYER"));
  }
}
