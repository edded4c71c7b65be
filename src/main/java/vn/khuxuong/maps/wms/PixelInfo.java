package vn.khuxuong.maps.wms;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.khuxuong.geo.Crs;
import vn.khuxuong.maps.draw.MapView;
import vn.khuxuong.maps.gml.GmlVersion;
import vn.khuxuong.maps.layer.Edition;
import vn.khuxuong.maps.layer.Editions;
import vn.khuxuong.maps.layer.Layer;
import vn.khuxuong.maps.picture.PictureFormat;
import vn.khuxuong.maps.picture.PictureLayer;
import vn.khuxuong.maps.style.Styles;
import vn.khuxuong.platform.web.Language;

/** What lies under a pixel of a picture, told as GetFeatureInfo tells it, for every door. */
@Component
public class PixelInfo {
  /** The media types it can be told in, the usual first. */
  public static final List<String> FORMATS = WmsFormats.INFO;

  /** Features a door tells of that has no parameter for their number. */
  private static final int COUNT = 10;

  private final FeatureInfo info;
  private final Editions editions;

  PixelInfo(FeatureInfo info, Editions editions) {
    this.info = info;
    this.editions = editions;
  }

  /**
   * The document.
   *
   * @param layers of the picture, the lowest first
   * @param column of the pixel, 0 to the left
   * @param row of the pixel, 0 at the top
   * @param format one of {@link #FORMATS}
   * @param site the service's address, without a trailing slash
   */
  public byte[] document(
      List<PictureLayer> layers,
      MapView view,
      int column,
      int row,
      String format,
      Language language,
      String site) {
    List<RequestedLayer> asked = new ArrayList<>();
    // the uppermost is told of first
    layers.forEach(layer -> asked.add(0, requested(layer)));
    MapRequest map = new MapRequest(view, asked, null, PictureFormat.PNG, 1);
    FeatureInfo.Query query =
        new FeatureInfo.Query(map, asked, column + 0.5, row + 0.5, FeatureInfo.TOLERANCE_PX, COUNT);
    Edition edition =
        layers.stream().allMatch(PictureLayer::isPresent)
            ? editions.of(layers.stream().map(PictureLayer::layer).toList(), map.reach())
            : editions.current();
    return write(info.find(query), format, view.box().crs(), language, edition.changedAt(), site);
  }

  /**
   * Writes what was found in a format.
   *
   * @param changedAt when the data came to be what they are
   */
  static byte[] write(
      List<FeatureInfo.Found> found,
      String format,
      Crs crs,
      Language language,
      Instant changedAt,
      String site) {
    return switch (format) {
      case WmsFormats.JSON, WmsFormats.GEOJSON -> utf8(FeatureInfoText.json(found));
      case WmsFormats.HTML -> utf8(FeatureInfoText.html(found, language, site));
      case WmsFormats.PLAIN -> utf8(FeatureInfoText.plain(found, language));
      default ->
          FeatureInfoGml.write(
              found,
              format.equals(GmlVersion.V2.mediaType()) ? GmlVersion.V2 : GmlVersion.V3_2,
              crs,
              changedAt,
              site);
    };
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static RequestedLayer requested(PictureLayer drawn) {
    Layer layer = drawn.layer();
    boolean remembers = layer.time() != null && layer.time().bitemporal();
    Selection selection =
        new Selection(
            condition(drawn), remembers ? drawn.day() : null, remembers ? drawn.asOf() : null);
    return new RequestedLayer(layer, Styles.DEFAULT, drawn.style(), selection);
  }

  private static PictureLayer.@Nullable Condition condition(PictureLayer drawn) {
    PictureLayer.Condition given = drawn.condition();
    if (drawn.layer().floor() == null || drawn.floor() == null) {
      return given;
    }
    Map<String, Object> values = new HashMap<>(given == null ? Map.of() : given.parameters());
    values.put("only_floor", drawn.floor());
    String storey = "\"" + drawn.layer().floor() + "\" = :only_floor";
    String sql = given == null ? storey : "(" + given.sql() + ") and " + storey;
    return new PictureLayer.Condition(sql, values);
  }
}
