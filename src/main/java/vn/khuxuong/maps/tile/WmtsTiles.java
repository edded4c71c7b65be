package vn.khuxuong.maps.tile;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.khuxuong.maps.feature.Parameters;
import vn.khuxuong.maps.layer.Viewer;

/** Reads which tile a WMTS request is about. */
@Component
class WmtsTiles {

  private final WmtsLayers layers;
  private final TileRequests requests;

  WmtsTiles(WmtsLayers layers, TileRequests requests) {
    this.layers = layers;
    this.requests = requests;
  }

  /** How WMTS names a tile. */
  record Address(
      String layer,
      String style,
      TileFormat format,
      String set,
      String matrix,
      String row,
      String column) {

    /**
     * The tile of a request with parameters.
     *
     * @param format that it has or would have
     */
    static Address of(WmtsRequest given, TileFormat format) {
      return new Address(
          given.get("LAYER"),
          given.find("STYLE") == null ? "default" : given.get("STYLE"),
          format,
          given.get("TILEMATRIXSET"),
          given.get("TILEMATRIX"),
          given.get("TILEROW"),
          given.get("TILECOL"));
    }

    /**
     * The tile of a resource.
     *
     * @param names the variables of its address
     * @param column its last part, without an ending
     */
    static Address of(Map<String, String> names, TileFormat format, String column) {
      return new Address(
          names.getOrDefault("layer", ""),
          names.getOrDefault("style", ""),
          format,
          names.getOrDefault("set", ""),
          names.getOrDefault("matrix", ""),
          names.getOrDefault("row", ""),
          column);
    }
  }

  /** The picture format of that media type or ending. */
  static TileFormat format(String text) {
    return TileFormat.MAP.stream()
        .filter(format -> format.mediaType().equals(text) || format.word().equals(text))
        .findFirst()
        .orElseThrow(() -> WmtsException.invalid("FORMAT"));
  }

  /**
   * The tile as the asker may see it.
   *
   * @param given its dimensions
   */
  TileRequest tile(Address address, WmtsRequest given, HttpServletRequest request) {
    WmtsLayers.Offered offered = layers.get(address.layer(), Viewer.roles(request));
    if (!offered.styles().contains(address.style())) {
      throw WmtsException.invalid("STYLE");
    }
    TileMatrixSet set =
        TileMatrixSet.find(address.set()).orElseThrow(() -> WmtsException.invalid("TILEMATRIXSET"));
    Tile tile = set.tile(address.matrix(), address.column(), address.row());
    Map<String, String[]> selection = new HashMap<>();
    copy(given.find(WmtsCapabilities.TIME), WmtsCapabilities.CURRENT, "datetime", selection);
    copy(given.find(WmtsCapabilities.FLOOR), WmtsCapabilities.EVERY_FLOOR, "floor", selection);
    Parameters parameters = Parameters.read(selection, Set.of("datetime", "floor"));
    TileRequest read =
        requests.read(offered.members(), tile, address.format(), 1, parameters, request);
    return offered.members().size() == 1 ? read.styled(address.style()) : read;
  }

  private static void copy(
      @Nullable String value, String standard, String name, Map<String, String[]> into) {
    if (value != null && !value.equalsIgnoreCase(standard)) {
      into.put(name, new String[] {value});
    }
  }
}
