package vn.khuxuong.maps.tile;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.util.DigestUtils;
import vn.khuxuong.maps.feature.Interval;
import vn.khuxuong.maps.filter.Filter;
import vn.khuxuong.maps.layer.Field;
import vn.khuxuong.maps.layer.Layer;

/**
 * A tile that somebody wants. Two requests of one {@link #canonical} text get the same bytes from
 * one edition of the data, however they were spelt.
 *
 * @param layers different ones, at least one, the lowest first
 * @param density 1, or 2 for map tiles of 512 pixels
 * @param during the civil days the tile is to show; null for today
 * @param asOf what was known at that moment; null for what is known now
 * @param floor only features on this storey, in layers that have storeys; null for all
 * @param properties the only attributes that vector tiles are to carry; null for the usual ones
 * @param roles roles of the asker
 */
record TileRequest(
    List<TileLayer> layers,
    Tile tile,
    TileFormat format,
    int density,
    @Nullable Interval during,
    @Nullable OffsetDateTime asOf,
    @Nullable Integer floor,
    @Nullable Set<String> properties,
    Set<String> roles) {

  TileRequest {
    layers = List.copyOf(layers);
  }

  List<Layer> catalogueLayers() {
    return layers.stream().map(TileLayer::layer).toList();
  }

  /** The same with fewer layers. */
  TileRequest with(List<TileLayer> fewer) {
    return new TileRequest(fewer, tile, format, density, during, asOf, floor, properties, roles);
  }

  /** The same with its layers drawn in a style. */
  TileRequest styled(String style) {
    return with(
        layers.stream().map(each -> new TileLayer(each.layer(), style, each.filter())).toList());
  }

  /** The one day that views are to answer for; null for today. */
  @Nullable LocalDate day() {
    return during != null && during.first() != null && during.first().equals(during.last())
        ? during.first()
        : null;
  }

  /** Whether it asks for today and for what is known now. */
  boolean isPresent() {
    return during == null && asOf == null;
  }

  /** Everything the content depends on beside the data and the styles. */
  String canonical() {
    StringBuilder text = new StringBuilder(tile.toString());
    text.append('|').append(format).append('|').append(density);
    for (TileLayer each : layers) {
      Layer layer = each.layer();
      Filter filter = each.filter();
      text.append('|').append(layer.id());
      if (format.isMap()) {
        text.append('@').append(each.style());
      }
      // what they may see tells the askers apart, not who they are
      text.append(':').append(Integer.toHexString(fieldNames(layer).hashCode()));
      if (filter != null) {
        text.append('?').append(filter.canonical());
      }
    }
    text.append('|').append(during).append('|').append(asOf).append('|').append(floor);
    if (properties != null) {
      text.append('|').append(new TreeSet<>(properties));
    }
    return text.toString();
  }

  private static List<String> fieldNames(Layer layer) {
    return layer.fields().stream().map(Field::name).toList();
  }

  /** A short text for a long one, the same in every instance. */
  static String digest(String text) {
    byte[] md5 = DigestUtils.md5Digest(text.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(md5).substring(0, 20);
  }
}
