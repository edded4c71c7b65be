package vn.khuxuong.maps.tile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.khuxuong.geo.BBox;
import vn.khuxuong.maps.feature.Link;
import vn.khuxuong.maps.feature.Visit;

/** Tile matrix sets as OGC 17-083r4 writes them in JSON. */
final class MatrixSetJson {

  static final String REL = "http://www.opengis.net/def/rel/ogc/1.0/";

  private MatrixSetJson() {}

  static String address(Visit visit, TileMatrixSet set) {
    return visit.root() + "/tileMatrixSets/" + set.id();
  }

  /** The list of all. */
  static Map<String, Object> list(Visit visit) {
    List<Object> sets = new ArrayList<>();
    for (TileMatrixSet set : TileMatrixSet.all()) {
      Map<String, Object> summary = head(visit, set);
      summary.put(
          "links",
          List.of(
              Link.of(address(visit, set) + "?f=json", "self", Link.JSON, visit.say(set.title()))));
      sets.add(summary);
    }
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("links", visit.selfLinks(Link.JSON));
    document.put("tileMatrixSets", sets);
    return document;
  }

  /** One of them in full. */
  static Map<String, Object> of(Visit visit, TileMatrixSet set) {
    Map<String, Object> document = head(visit, set);
    if (set.equals(TileMatrixSet.WEB_MERCATOR_QUAD)) {
      document.put(
          "wellKnownScaleSet", "http://www.opengis.net/def/wkss/OGC/1.0/GoogleMapsCompatible");
    }
    document.put("orderedAxes", set.uri() == null ? List.of("E", "N") : List.of("X", "Y"));
    document.put("boundingBox", box(set.bounds()));
    List<Object> matrices = new ArrayList<>();
    for (int level = 0; level < set.levels(); level++) {
      Map<String, Object> matrix = new LinkedHashMap<>();
      matrix.put("id", String.valueOf(level));
      matrix.put("scaleDenominator", set.scale(level));
      matrix.put("cellSize", set.cellSize(level));
      matrix.put("cornerOfOrigin", "topLeft");
      matrix.put("pointOfOrigin", List.of(set.originX(), set.originY()));
      matrix.put("tileWidth", TileMatrixSet.TILE_SIZE);
      matrix.put("tileHeight", TileMatrixSet.TILE_SIZE);
      matrix.put("matrixWidth", set.columnsAt(level));
      matrix.put("matrixHeight", set.rowsAt(level));
      matrices.add(matrix);
    }
    document.put("tileMatrices", matrices);
    document.put("links", visit.selfLinks(Link.JSON));
    return document;
  }

  private static Map<String, Object> head(Visit visit, TileMatrixSet set) {
    Map<String, Object> head = new LinkedHashMap<>();
    head.put("id", set.id());
    head.put("title", visit.say(set.title()));
    if (set.uri() != null) {
      head.put("uri", set.uri());
    }
    head.put("crs", set.crs().uri());
    return head;
  }

  static Map<String, Object> box(BBox box) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("lowerLeft", List.of(box.minX(), box.minY()));
    json.put("upperRight", List.of(box.maxX(), box.maxY()));
    json.put("crs", box.crs().uri());
    return json;
  }
}
