package vn.khuxuong.maps.wms;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.khuxuong.geo.BBox;
import vn.khuxuong.geo.GeoRefusal;
import vn.khuxuong.maps.draw.MapView;
import vn.khuxuong.maps.layer.Layer;
import vn.khuxuong.maps.picture.PictureFormat;
import vn.khuxuong.maps.wms.WmsException.Code;

/**
 * Finds what lies under a pixel of a map, or near it where nothing lies under it. What the map does
 * not show, by its filters or at its scale, is not found.
 */
@Component
class FeatureInfo {
  /** Features that are told of at most, whatever is asked. */
  static final int MAX_COUNT = 100;

  /** How far beside a feature a pixel may be, in pixels. */
  static final int TOLERANCE_PX = 4;

  private static final int MOST_TOLERANCE_PX = 50;

  private final FeatureInfoStore store;
  private final RequestReader reader;

  FeatureInfo(FeatureInfoStore store, RequestReader reader) {
    this.store = store;
    this.reader = reader;
  }

  /** The answer for one layer: its features under the pixel, the uppermost first. */
  record Found(Layer layer, List<FeatureInfoStore.Row> rows) {
    Found {
      rows = List.copyOf(rows);
    }
  }

  /**
   * A checked request.
   *
   * @param queried the layers to ask about, in the order of QUERY_LAYERS
   * @param x pixels from the left edge to the middle of the pixel
   * @param y pixels from the upper edge
   * @param tolerance pixels
   * @param count features to tell of
   */
  record Query(
      MapRequest map, List<RequestedLayer> queried, double x, double y, int tolerance, int count) {
    Query {
      queried = List.copyOf(queried);
    }
  }

  /**
   * Reads a request.
   *
   * @throws WmsException for what is wrong in it
   */
  Query read(Parameters parameters, WmsVersion version, Set<String> roles) {
    MapRequest map = reader.map(parameters, version, PictureFormat.PNG, roles);
    List<RequestedLayer> queried = reader.queried(parameters, map, roles);
    boolean old = version == WmsVersion.V1_1_1;
    int x = pixel(parameters, old ? "X" : "I", map.view().width());
    int y = pixel(parameters, old ? "Y" : "J", map.view().height());
    int count =
        parameters.find("FEATURE_COUNT").isEmpty()
            ? 1
            : Math.min(MAX_COUNT, parameters.integer("FEATURE_COUNT", 1, 999_999_999));
    int tolerance =
        parameters.find("BUFFER").isEmpty()
            ? TOLERANCE_PX
            : parameters.integer("BUFFER", 0, MOST_TOLERANCE_PX);
    return new Query(map, queried, x + 0.5, y + 0.5, tolerance, count);
  }

  private static int pixel(Parameters parameters, String name, int size) {
    String value = parameters.get(name);
    if (!value.matches("\\d{1,9}") || Integer.parseInt(value) >= size) {
      throw new WmsException(
          Code.INVALID_POINT,
          name + " phải là một điểm ảnh của bản đồ, từ 0 đến " + (size - 1) + ".",
          name + " must be a pixel of the map, from 0 to " + (size - 1) + ".",
          name);
    }
    return Integer.parseInt(value);
  }

  /** What is there, by layer. */
  List<Found> find(Query query) {
    int left = query.count();
    List<Found> found = new ArrayList<>();
    for (RequestedLayer layer : query.queried()) {
      List<FeatureInfoStore.Row> rows = left == 0 ? List.of() : under(layer, query);
      rows = rows.subList(0, Math.min(left, rows.size()));
      left -= rows.size();
      found.add(new Found(layer.layer(), rows));
    }
    return found;
  }

  private List<FeatureInfoStore.Row> under(RequestedLayer layer, Query query) {
    MapView view = query.map().view();
    if (!view.isResolvable() || !layer.isDrawnAt(query.map().scaleDenominator())) {
      return List.of();
    }
    double reach = Math.max(query.tolerance(), 0.5);
    double east = view.box().minX() + query.x() * view.pixelWidth();
    double north = view.box().maxY() - query.y() * view.pixelHeight();
    BBox around;
    try {
      around =
          new BBox(
              view.box().crs(),
              east - reach * view.pixelWidth(),
              north - reach * view.pixelHeight(),
              east + reach * view.pixelWidth(),
              north + reach * view.pixelHeight());
    } catch (GeoRefusal endless) {
      return List.of();
    }
    List<FeatureInfoStore.Row> exact = new ArrayList<>();
    List<FeatureInfoStore.Row> near = new ArrayList<>();
    for (FeatureInfoStore.Row row : store.read(layer, around)) {
      double distance = view.distance(row.feature(), query.x(), query.y());
      if (distance == 0) {
        exact.add(row);
      } else if (distance <= query.tolerance()) {
        near.add(row);
      }
    }
    return exact.isEmpty() ? near : exact;
  }
}
