package vn.khuxuong.maps.tile;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.khuxuong.maps.draw.MapView;
import vn.khuxuong.maps.filter.FilterSql;
import vn.khuxuong.maps.layer.Layer;
import vn.khuxuong.maps.layer.MapsProblem;
import vn.khuxuong.maps.picture.MapPictures;
import vn.khuxuong.maps.picture.PictureFormat;
import vn.khuxuong.maps.picture.PictureLayer;
import vn.khuxuong.maps.picture.PictureRequest;
import vn.khuxuong.maps.style.Style;
import vn.khuxuong.maps.style.Styles;

/** Makes map tiles: pictures as WMS makes them, of a tile's box and size. */
@Component
class TilePictures {

  private final MapPictures pictures;
  private final Styles styles;

  TilePictures(MapPictures pictures, Styles styles) {
    this.pictures = pictures;
    this.styles = styles;
  }

  /** The picture's file; PNG without a ground. */
  byte[] tile(TileRequest request) {
    int pixels = TileMatrixSet.TILE_SIZE * request.density();
    return pictures.draw(
        new PictureRequest(
            new MapView(request.tile().bounds(), pixels, pixels),
            layers(request),
            null,
            request.format() == TileFormat.JPEG ? PictureFormat.JPEG : PictureFormat.PNG,
            request.density()));
  }

  /** What is on the picture, the lowest first. */
  List<PictureLayer> layers(TileRequest request) {
    List<PictureLayer> layers = new ArrayList<>();
    for (TileLayer wanted : request.layers()) {
      Layer layer = wanted.layer();
      Instant asOf = request.asOf() == null ? null : request.asOf().toInstant();
      layers.add(
          new PictureLayer(
              layer,
              style(layer, wanted.style()),
              condition(request, wanted, layers.size()),
              request.day(),
              asOf,
              layer.floor() == null ? null : request.floor()));
    }
    return layers;
  }

  private Style style(Layer layer, String name) {
    // it was there when the request was read; the file may have gone since
    return styles
        .find(layer.style(), name)
        .orElseThrow(
            () ->
                MapsProblem.UNKNOWN_LAYER.with(
                    "Không có kiểu bản đồ này.", "There is no such style."));
  }

  private static PictureLayer.@Nullable Condition condition(
      TileRequest request, TileLayer wanted, int n) {
    Layer layer = wanted.layer();
    Map<String, Object> values = new HashMap<>();
    List<String> all = new ArrayList<>();
    Layer.Period time = layer.time();
    if (time != null && request.during() != null) {
      all.add(TileRead.inForce(time, request.during(), values));
    }
    if (wanted.filter() != null) {
      all.add("(" + FilterSql.where(wanted.filter(), layer, values, "f" + n + "_") + ")");
    }
    return all.isEmpty() ? null : new PictureLayer.Condition(String.join(" and ", all), values);
  }
}
