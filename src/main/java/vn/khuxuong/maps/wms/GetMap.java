package vn.khuxuong.maps.wms;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.khuxuong.geo.BBox;
import vn.khuxuong.geo.GeoRefusal;
import vn.khuxuong.maps.draw.MapDrawing;
import vn.khuxuong.maps.draw.MapFeature;
import vn.khuxuong.maps.draw.Picture;
import vn.khuxuong.maps.style.Styles;

/** Makes the picture of a map: reads each layer once, then draws. */
@Component
class GetMap {
  private final MapFeatureStore store;
  private final DrawingGate gate;
  private final MapDrawing drawing;

  GetMap(MapFeatureStore store, DrawingGate gate, Styles styles) {
    this.store = store;
    this.gate = gate;
    this.drawing = new MapDrawing(styles.patterns());
  }

  /**
   * The picture as a PNG file.
   *
   * @throws WmsException if the server is busy or the box holds too much
   */
  byte[] png(MapRequest request) {
    return gate.pass(() -> picture(request).png());
  }

  private Picture picture(MapRequest request) {
    List<MapDrawing.StyledFeatures> layers = new ArrayList<>();
    if (request.view().isResolvable()) {
      Map<String, Set<String>> fields = new HashMap<>();
      for (RequestedLayer layer : request.layers()) {
        fields
            .computeIfAbsent(layer.layer().id(), id -> new HashSet<>())
            .addAll(layer.style().fieldsAt(request.view().zoom()));
      }
      Map<String, List<MapFeature>> read = new HashMap<>();
      for (RequestedLayer layer : request.layers()) {
        if (layer.isDrawnIn(request.view())) {
          String id = layer.layer().id();
          List<MapFeature> features =
              read.computeIfAbsent(id, any -> read(request, layer, fields.get(any)));
          layers.add(new MapDrawing.StyledFeatures(layer.style(), features));
        }
      }
    }
    return drawing.draw(request.view(), layers, request.ground());
  }

  private List<MapFeature> read(MapRequest request, RequestedLayer layer, Set<String> fields) {
    BBox box;
    try {
      box = request.view().grownBy(MapDrawing.REACH_PX);
    } catch (GeoRefusal endless) {
      return List.of();
    }
    return store.read(layer.layer(), box, fields, request.floor()).stream()
        .map(MapFeatureStore.Row::feature)
        .toList();
  }
}
