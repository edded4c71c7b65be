package vn.khuxuong.maps.tile;

import java.util.List;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import vn.khuxuong.maps.feature.ApiPart;
import vn.khuxuong.maps.feature.Link;
import vn.khuxuong.maps.feature.Visit;
import vn.khuxuong.maps.layer.Layer;

/** OGC API Tiles as a part of the API. */
@Component
@Order(20)
class TilesPart implements ApiPart {

  private static final String TILES = "http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/";
  private static final String MATRIX_SETS = "http://www.opengis.net/spec/tms/2.0/conf/";

  /** Only what a test of ours holds us to. */
  static final List<String> CONFORMANCE =
      List.of(
          TILES + "core",
          TILES + "tileset",
          TILES + "tilesets-list",
          TILES + "dataset-tilesets",
          TILES + "geodata-tilesets",
          TILES + "collections-selection",
          TILES + "datetime",
          TILES + "mvt",
          TILES + "png",
          TILES + "jpeg",
          TILES + "oas30",
          MATRIX_SETS + "tilematrixset",
          MATRIX_SETS + "tilematrixsetlimits",
          MATRIX_SETS + "tilesetmetadata",
          MATRIX_SETS + "json-tilematrixset",
          MATRIX_SETS + "json-tilematrixsetlimits",
          MATRIX_SETS + "json-tilesetmetadata");

  @Override
  public List<String> conformance() {
    return CONFORMANCE;
  }

  @Override
  public List<Link> landingLinks(Visit visit) {
    return List.of(
        link(visit, "/tiles", "tilesets-vector", "Ô vectơ", "Vector tiles"),
        link(visit, "/map/tiles", "tilesets-map", "Ô bản đồ", "Map tiles"),
        link(visit, "/tileMatrixSets", "tiling-schemes", "Các lưới ô", "The tile matrix sets"));
  }

  @Override
  public List<Link> collectionLinks(Visit visit, Layer layer) {
    String here = "/collections/" + layer.id();
    return List.of(
        link(visit, here + "/tiles", "tilesets-vector", "Ô vectơ", "Vector tiles"),
        link(visit, here + "/map/tiles", "tilesets-map", "Ô bản đồ", "Map tiles"));
  }

  private static Link link(Visit visit, String path, String rel, String vi, String en) {
    return Link.of(
        visit.root() + path + "?f=json", MatrixSetJson.REL + rel, Link.JSON, visit.say(vi, en));
  }

  @Override
  public Map<String, Object> openApiPaths(Visit visit, List<Layer> layers) {
    return TilePaths.of(visit);
  }

  @Override
  public Map<String, Object> openApiParameters(Visit visit) {
    return TilePaths.parameters(visit);
  }
}
