package vn.khuxuong.maps.picture;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.khuxuong.geo.BBox;
import vn.khuxuong.geo.GeoRefusal;
import vn.khuxuong.maps.draw.MapDrawing;
import vn.khuxuong.maps.draw.MapFeature;
import vn.khuxuong.maps.draw.MapView;
import vn.khuxuong.maps.draw.Picture;
import vn.khuxuong.maps.style.Styles;

/** Makes the pictures of maps: reads what is to be seen, then draws. */
@Component
public class MapPictures {
  private final FeatureRows store;
  private final DrawingGate gate;
  private final MapDrawing drawing;

  MapPictures(FeatureRows store, DrawingGate gate, Styles styles) {
    this.store = store;
    this.gate = gate;
    this.drawing = new MapDrawing(styles.patterns());
  }

  /**
   * The picture as a file of the wanted format.
   *
   * @return an array that may be shared with others: it must not be changed
   * @throws vn.khuxuong.platform.problem.ProblemException {@code BUSY} if the server has too much
   *     to do, {@code TOO_MUCH} if the box holds more than can be drawn
   */
  public byte[] draw(PictureRequest request) {
    return gate.pass(() -> picture(request).png());
  }

  private Picture picture(PictureRequest request) {
    MapView view = request.view();
    List<MapDrawing.StyledFeatures> layers = new ArrayList<>();
    for (PictureLayer layer : request.layers()) {
      if (view.isResolvable() && layer.isDrawnAt(view.scaleDenominator())) {
        Set<String> fields = new HashSet<>(layer.style().fieldsAt(view.zoom()));
        layers.add(new MapDrawing.StyledFeatures(layer.style(), read(view, layer, fields)));
      }
    }
    return drawing.draw(view, layers, request.ground());
  }

  private List<MapFeature> read(MapView view, PictureLayer layer, Set<String> fields) {
    BBox box;
    try {
      box = view.grownBy(MapDrawing.REACH_PX);
    } catch (GeoRefusal endless) {
      return List.of();
    }
    return store.read(layer.layer(), box, fields, layer.floor()).stream()
        .map(FeatureRows.Row::feature)
        .toList();
  }
}
