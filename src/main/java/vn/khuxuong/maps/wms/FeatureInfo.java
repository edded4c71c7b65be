package vn.khuxuong.maps.wms;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.khuxuong.geo.BBox;
import vn.khuxuong.maps.draw.MapView;
import vn.khuxuong.maps.layer.Field;
import vn.khuxuong.maps.layer.Layer;
import vn.khuxuong.maps.wms.WmsException.Code;

/** Finds what lies under a pixel of a map. */
@Component
class FeatureInfo {
  /** Features that are told of at most, whatever is asked. */
  static final int MAX_COUNT = 100;

  private static final double TOLERANCE_PX = 4;

  private final MapFeatureStore store;
  private final RequestReader reader;

  FeatureInfo(MapFeatureStore store, RequestReader reader) {
    this.store = store;
    this.reader = reader;
  }

  /** The answer for one layer: its features under the pixel, the uppermost first. */
  record Found(Layer layer, List<MapFeatureStore.Row> rows) {}

  /**
   * @return by layer, in the order of QUERY_LAYERS
   * @throws WmsException for what is wrong in the request
   */
  List<Found> find(Parameters parameters, WmsVersion version, Set<String> roles) {
    MapRequest map = reader.map(parameters, version, roles);
    List<RequestedLayer> queried = reader.queried(parameters, map);
    MapView view = map.view();
    int x = pixel(parameters, version == WmsVersion.V1_3_0 ? "I" : "X", view.width());
    int y = pixel(parameters, version == WmsVersion.V1_3_0 ? "J" : "Y", view.height());
    int left =
        parameters.find("FEATURE_COUNT").isEmpty()
            ? 1
            : Math.min(MAX_COUNT, parameters.integer("FEATURE_COUNT", 1, 999_999_999));
    List<Found> found = new ArrayList<>();
    for (RequestedLayer layer : queried) {
      List<MapFeatureStore.Row> rows =
          left == 0 ? List.of() : under(layer.layer(), map, x + 0.5, y + 0.5);
      rows = rows.subList(0, Math.min(left, rows.size()));
      left -= rows.size();
      found.add(new Found(layer.layer(), List.copyOf(rows)));
    }
    return found;
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

  private List<MapFeatureStore.Row> under(Layer layer, MapRequest map, double x, double y) {
    MapView view = map.view();
    if (!view.isResolvable()) {
      return List.of();
    }
    double px = view.pixelWidth();
    double py = view.pixelHeight();
    double east = view.box().minX() + x * px;
    double north = view.box().maxY() - y * py;
    BBox around =
        new BBox(
            view.box().crs(),
            east - TOLERANCE_PX * px,
            north - TOLERANCE_PX * py,
            east + TOLERANCE_PX * px,
            north + TOLERANCE_PX * py);
    Set<String> fields = new HashSet<>();
    layer.fields().stream().map(Field::name).forEach(fields::add);
    List<MapFeatureStore.Row> exact = new ArrayList<>();
    List<MapFeatureStore.Row> near = new ArrayList<>();
    for (MapFeatureStore.Row row : store.read(layer, around, fields, map.floor())) {
      double distance = view.distance(row.feature(), x, y);
      if (distance == 0) {
        exact.add(row);
      } else if (distance <= TOLERANCE_PX) {
        near.add(row);
      }
    }
    List<MapFeatureStore.Row> rows = exact.isEmpty() ? near : exact;
    Collections.reverse(rows);
    return rows;
  }
}
