package vn.khuxuong.maps.portrayal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;
import vn.khuxuong.maps.layer.Layer;
import vn.khuxuong.maps.layer.LayerCatalogue;
import vn.khuxuong.maps.layer.Text;
import vn.khuxuong.maps.style.SldWriter;
import vn.khuxuong.maps.style.Style;
import vn.khuxuong.maps.style.Styles;
import vn.khuxuong.platform.web.Language;

/** The styles that clients may ask for by name: one for each style file, and all layers in one. */
@Component
class StyleDocuments {

  /** The style that draws all public layers in their order. */
  static final String ALL = "khuxuong";

  private final LayerCatalogue catalogue;
  private final Styles styles;
  private final SldWriter sld;

  StyleDocuments(LayerCatalogue catalogue, Styles styles, SldWriter sld) {
    this.catalogue = catalogue;
    this.styles = styles;
    this.sld = sld;
  }

  /** A layer in one of its styles. */
  private record Part(Layer layer, String name) {
    String styleId() {
      return Styles.id(layer.style(), name);
    }
  }

  /**
   * A style by name.
   *
   * @param parts what it draws, the lowest first
   */
  record Named(String id, Text title, List<Part> parts) {
    List<Layer> layers() {
      return parts.stream().map(Part::layer).toList();
    }
  }

  /** All styles of what somebody may know of. */
  List<Named> all(Set<String> roles) {
    List<Named> all = new ArrayList<>();
    List<Part> open =
        catalogue.layers().stream().map(layer -> new Part(layer, Styles.DEFAULT)).toList();
    all.add(new Named(ALL, new Text("Tất cả các lớp", "All layers"), open));
    for (Layer layer : catalogue.layers(roles)) {
      for (String name : styles.names(layer.style())) {
        String id = Styles.id(layer.style(), name);
        boolean known = all.stream().anyMatch(named -> named.id().equals(id));
        Optional<Style> style = styles.find(layer.style(), name);
        if (!known && style.isPresent()) {
          Text title =
              new Text(
                  layer.title().vi() + ": " + style.get().title().vi(),
                  layer.title().en() + ": " + style.get().title().en());
          all.add(new Named(id, title, List.of(new Part(layer, name))));
        }
      }
    }
    return all;
  }

  Optional<Named> find(String id, Set<String> roles) {
    return all(roles).stream().filter(named -> named.id().equals(id)).findFirst();
  }

  /** For MapLibre and its kin; every address in it is absolute. */
  ObjectNode mapLibre(Named named, String site, Language language) {
    ObjectNode style =
        MapLibreStyle.empty(
            language.choose(named.title().vi(), named.title().en()), site, named.id());
    for (Part part : named.parts()) {
      styles
          .text(part.styleId())
          .ifPresent(text -> MapLibreStyle.add(style, part.layer(), text, site, language));
    }
    return style;
  }

  byte[] sld11(Named named, Language language) {
    return sld.write(
        named.parts().stream()
            .map(part -> new SldWriter.StyledLayer(part.layer(), List.of(part.name())))
            .toList(),
        language);
  }

  Sprite sprite(Named named) {
    List<String> texts =
        named.parts().stream().flatMap(part -> styles.text(part.styleId()).stream()).toList();
    return Sprite.of(texts, styles.patterns());
  }
}
