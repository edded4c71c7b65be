package vn.khuxuong.maps.wms;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.khuxuong.maps.layer.Layer;
import vn.khuxuong.maps.style.SldWriter;
import vn.khuxuong.maps.style.SldWriter.StyledLayer;
import vn.khuxuong.maps.style.Styles;
import vn.khuxuong.platform.web.Language;

/** The styles of layers as SLD (OGC 02-070, GetStyles): all of them, or those that STYLES names. */
@Component
class GetStyles {
  private final RequestedLayers layers;
  private final Styles styles;
  private final SldWriter writer;

  GetStyles(RequestedLayers layers, Styles styles, SldWriter writer) {
    this.layers = layers;
    this.styles = styles;
    this.writer = writer;
  }

  byte[] document(Parameters parameters, Set<String> roles, Language language) {
    RequestReader.refuseForeign(parameters);
    boolean named = parameters.find("STYLES").isPresent();
    Map<String, StyledLayer> styled = new LinkedHashMap<>();
    layers.read(parameters, "LAYERS", roles).stream()
        .flatMap(name -> name.layers().stream())
        .forEach(
            requested -> {
              Layer layer = requested.layer();
              List<String> wanted =
                  named ? List.of(requested.styleName()) : styles.names(layer.style());
              styled.merge(layer.id(), new StyledLayer(layer, wanted), GetStyles::both);
            });
    return writer.write(List.copyOf(styled.values()), language);
  }

  /** A layer that is named twice, in two styles. */
  private static StyledLayer both(StyledLayer one, StyledLayer other) {
    List<String> names =
        Stream.concat(one.styleNames().stream(), other.styleNames().stream()).distinct().toList();
    return new StyledLayer(one.layer(), names);
  }
}
