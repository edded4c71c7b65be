package vn.khuxuong.maps.tile;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import vn.khuxuong.maps.feature.AnswerWriter;
import vn.khuxuong.maps.feature.Format;
import vn.khuxuong.maps.feature.Link;
import vn.khuxuong.maps.feature.Parameters;
import vn.khuxuong.maps.feature.Visit;
import vn.khuxuong.maps.layer.Viewer;
import vn.khuxuong.platform.web.BaseUrl;

/** OGC API Tiles: matrix sets, lists of tilesets, tilesets and the tiles themselves. */
@Controller
class TilesetController {

  private final TileOrigins origins;
  private final TilesetJson tilesets;
  private final TilePages pages;
  private final TileLimits limits;
  private final TileRequests requests;
  private final TileAnswers tiles;
  private final AnswerWriter answers;
  private final BaseUrl base;

  TilesetController(
      TileOrigins origins,
      TilesetJson tilesets,
      TilePages pages,
      TileLimits limits,
      TileRequests requests,
      TileAnswers tiles,
      AnswerWriter answers,
      BaseUrl base) {
    this.origins = origins;
    this.tilesets = tilesets;
    this.pages = pages;
    this.limits = limits;
    this.requests = requests;
    this.tiles = tiles;
    this.answers = answers;
    this.base = base;
  }

  @GetMapping("/ogc/tileMatrixSets")
  void matrixSets(HttpServletRequest request, HttpServletResponse response) throws IOException {
    Visit visit = Visit.of(request, base, "/tileMatrixSets", Set.of());
    if (visit.format() == Format.HTML) {
      answers.page(visit, pages.matrixSets(visit), request, response);
    } else {
      answers.document(visit, MatrixSetJson.list(visit), Link.JSON, request, response);
    }
  }

  @GetMapping("/ogc/tileMatrixSets/{set}")
  void matrixSet(@PathVariable String set, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    TileMatrixSet found = TileMatrixSet.get(set);
    Visit visit = Visit.of(request, base, "/tileMatrixSets/" + found.id(), Set.of());
    if (visit.format() == Format.HTML) {
      answers.page(visit, pages.matrixSet(visit, found), request, response);
    } else {
      answers.document(visit, MatrixSetJson.of(visit, found), Link.JSON, request, response);
    }
  }

  @GetMapping({
    "/ogc/tiles",
    "/ogc/map/tiles",
    "/ogc/collections/{collection}/tiles",
    "/ogc/collections/{collection}/map/tiles",
    "/ogc/collections/{collection}/styles/{style}/map/tiles"
  })
  void list(
      @PathVariable Map<String, String> names,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    TileOrigin origin = origin(names, request);
    Visit visit = Visit.of(request, base, origin.path(), known(names));
    if (visit.format() == Format.HTML) {
      answers.page(visit, pages.list(visit, origin, tilesets.sets(origin)), request, response);
    } else {
      answers.document(visit, tilesets.list(visit, origin), Link.JSON, request, response);
    }
  }

  @GetMapping({
    "/ogc/tiles/{set}",
    "/ogc/map/tiles/{set}",
    "/ogc/collections/{collection}/tiles/{set}",
    "/ogc/collections/{collection}/map/tiles/{set}",
    "/ogc/collections/{collection}/styles/{style}/map/tiles/{set}"
  })
  void tileset(
      @PathVariable Map<String, String> names,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    TileOrigin origin = origin(names, request);
    TileMatrixSet set = TileMatrixSet.get(names.getOrDefault("set", ""));
    Visit visit = Visit.of(request, base, origin.path() + "/" + set.id(), known(names));
    if (visit.format() == Format.HTML) {
      answers.page(
          visit,
          pages.tileset(visit, origin, set, limits.of(set, origin.layers(), origin.map())),
          request,
          response);
    } else {
      answers.document(visit, tilesets.of(visit, origin, set), Link.JSON, request, response);
    }
  }

  @GetMapping({
    "/ogc/tiles/{set}/{matrix}/{row}/{column}",
    "/ogc/map/tiles/{set}/{matrix}/{row}/{column}",
    "/ogc/collections/{collection}/tiles/{set}/{matrix}/{row}/{column}",
    "/ogc/collections/{collection}/map/tiles/{set}/{matrix}/{row}/{column}",
    "/ogc/collections/{collection}/styles/{style}/map/tiles/{set}/{matrix}/{row}/{column}"
  })
  void tile(
      @PathVariable Map<String, String> names,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    TileOrigin origin = origin(names, request);
    TileRequest wanted = wanted(origin, names, request);
    if (wanted.during() == null && wanted.asOf() == null && !isWithinLimits(origin, wanted)) {
      throw TileMatrixSet.none("ngoài giới hạn của bộ ô", "outside the limits of the tileset");
    }
    response.addHeader("Vary", "Accept");
    tiles.send(wanted, request, response);
  }

  private TileRequest wanted(
      TileOrigin origin, Map<String, String> names, HttpServletRequest request) {
    TileFormat format =
        TileFormat.of(request.getParameter("f"), request.getHeader("Accept"), origin.formats());
    List<String> known = new ArrayList<>(TileRequests.parameters(format));
    known.addAll(known(names));
    if (origin.style() != null) {
      known.remove("styles");
    }
    Parameters given = Parameters.read(request.getParameterMap(), known);
    Tile tile =
        TileMatrixSet.get(names.getOrDefault("set", ""))
            .tile(
                names.getOrDefault("matrix", ""),
                names.getOrDefault("column", ""),
                names.getOrDefault("row", ""));
    TileRequest read = requests.read(origin.layers(), tile, format, 1, given, request);
    return origin.style() == null ? read : read.styled(origin.style());
  }

  private boolean isWithinLimits(TileOrigin origin, TileRequest wanted) {
    Tile tile = wanted.tile();
    return limits
        .of(tile.set(), tile.level(), origin.layers(), origin.map())
        .map(found -> found.hold(tile))
        .orElse(false);
  }

  private TileOrigin origin(Map<String, String> names, HttpServletRequest request) {
    String collections =
        TileOrigins.takesCollections(names) ? request.getParameter("collections") : null;
    return origins.of(request, names, collections, Viewer.roles(request));
  }

  private static List<String> known(Map<String, String> names) {
    return TileOrigins.takesCollections(names) ? List.of("collections") : List.of();
  }
}
