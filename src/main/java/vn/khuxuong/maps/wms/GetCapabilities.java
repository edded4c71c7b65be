package vn.khuxuong.maps.wms;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.khuxuong.maps.layer.Editions;
import vn.khuxuong.maps.layer.Layer;
import vn.khuxuong.maps.layer.LayerExtents;
import vn.khuxuong.maps.layer.LayerGroups;
import vn.khuxuong.maps.style.Styles;
import vn.khuxuong.maps.wms.WmsException.Code;
import vn.khuxuong.platform.web.Language;

/** Tells what the service can do: the layers of the catalogue that have a style, in groups. */
@Component
class GetCapabilities {
  private final RequestedLayers layers;
  private final LayerExtents extents;
  private final Editions editions;
  private final Styles styles;
  private final GetLegendGraphic legends;
  private final Clock clock;

  GetCapabilities(
      RequestedLayers layers,
      LayerExtents extents,
      Editions editions,
      Styles styles,
      GetLegendGraphic legends,
      Clock clock) {
    this.layers = layers;
    this.extents = extents;
    this.editions = editions;
    this.styles = styles;
    this.legends = legends;
    this.clock = clock;
  }

  /**
   * The document.
   *
   * @param url of the service, without a query
   */
  byte[] document(
      Parameters parameters, WmsVersion version, Set<String> roles, Language language, String url) {
    long sequence = editions.current().revision();
    parameters.find("UPDATESEQUENCE").ifPresent(known -> compare(known, sequence));
    List<CapabilitiesWriter.Branch> branches = new ArrayList<>();
    for (Map.Entry<Optional<LayerGroups.Group>, List<Layer>> branch :
        layers.tree(roles).entrySet()) {
      branches.add(
          new CapabilitiesWriter.Branch(
              branch.getKey().orElse(null),
              branch.getValue().stream().map(layer -> described(layer, language)).toList()));
    }
    return CapabilitiesWriter.write(
        version, language, url, branches, LocalDate.now(clock), sequence);
  }

  private CapabilitiesWriter.Described described(Layer layer, Language language) {
    List<CapabilitiesWriter.DescribedStyle> ways = new ArrayList<>();
    for (String name : styles.names(layer.style())) {
      RequestedLayer drawn = layers.styled(layer, name);
      ways.add(new CapabilitiesWriter.DescribedStyle(drawn, legends.usualSize(drawn, language)));
    }
    return new CapabilitiesWriter.Described(layer, extents.of(layer), ways);
  }

  /** OGC 06-042, 7.2.3.5: nothing new for who is up to date, a refusal for who is ahead. */
  private static void compare(String known, long sequence) {
    if (!known.matches("\\d{1,18}") || Long.parseLong(known) > sequence) {
      throw new WmsException(
          Code.INVALID_UPDATE_SEQUENCE,
          "UPDATESEQUENCE cao hơn số hiện tại " + sequence + ".",
          "UPDATESEQUENCE is above the current one, " + sequence + ".",
          "UPDATESEQUENCE");
    }
    if (Long.parseLong(known) == sequence) {
      throw new WmsException(
          Code.CURRENT_UPDATE_SEQUENCE,
          "Không có gì mới từ UPDATESEQUENCE " + sequence + ".",
          "Nothing is new since UPDATESEQUENCE " + sequence + ".",
          "UPDATESEQUENCE");
    }
  }
}
