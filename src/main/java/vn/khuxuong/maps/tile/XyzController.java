package vn.khuxuong.maps.tile;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import vn.khuxuong.maps.feature.Parameters;
import vn.khuxuong.maps.layer.Layer;
import vn.khuxuong.maps.layer.MapsProblem;
import vn.khuxuong.maps.layer.Viewer;
import vn.khuxuong.platform.web.BaseUrl;

/**
 * Tiles of Web Mercator as most web maps ask for them: zoom, column, row. Several layers have
 * commas between their names.
 *
 * <p>An address with a version in it ({@code /tiles/zones/v/812-20261126-3f2a91c0/9/407/240.mvt})
 * answers for ever what it answers now. Once the tile has changed it sends the client on to the
 * address without a version: an old map goes on working, and nothing wrong is ever kept.
 */
@Controller
class XyzController {

  /** Characters of a query that fit into the head of an answer; with more the tile itself is. */
  private static final int MOST_SENT_ON = 4_000;

  private final TileRequests requests;
  private final TileAnswers answers;
  private final BaseUrl base;

  XyzController(TileRequests requests, TileAnswers answers, BaseUrl base) {
    this.requests = requests;
    this.answers = answers;
    this.base = base;
  }

  @GetMapping("/tiles/{layers}/{z}/{x}/{file}")
  void tile(
      @PathVariable String layers,
      @PathVariable String z,
      @PathVariable String x,
      @PathVariable String file,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    answers.send(read(layers, z, x, file, request), request, response);
  }

  @GetMapping("/tiles/{layers}/v/{version}/{z}/{x}/{file}")
  void tileOfVersion(
      @PathVariable String layers,
      @PathVariable String version,
      @PathVariable String z,
      @PathVariable String x,
      @PathVariable String file,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    TileRequest wanted = read(layers, z, x, file, request);
    TileVersion asked =
        TileVersion.find(version)
            .orElseThrow(
                () ->
                    TileMatrixSet.none(
                        "phiên bản không đúng dạng", "that is no form of a version"));
    if (!answers.send(wanted, asked, request, response)) {
      String query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
      if (query.length() > MOST_SENT_ON) {
        answers.send(wanted, request, response);
        return;
      }
      response.setStatus(HttpStatus.TEMPORARY_REDIRECT.value());
      response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
      response.setHeader(
          HttpHeaders.LOCATION,
          base.of(request) + "/tiles/" + layers + "/" + z + "/" + x + "/" + file + query);
    }
  }

  private TileRequest read(
      String layers, String z, String x, String file, HttpServletRequest request) {
    int dot = file.indexOf('.');
    String y = dot < 0 ? file : file.substring(0, dot);
    String ending = dot < 0 ? "" : file.substring(dot + 1);
    int density = 1;
    if (y.endsWith("@2x") && !ending.equals("mvt")) {
      density = 2;
      y = y.substring(0, y.length() - 3);
    }
    TileFormat format =
        switch (ending) {
          case "mvt", "pbf" -> TileFormat.MVT;
          case "png" -> TileFormat.PNG;
          case "jpg", "jpeg" -> TileFormat.JPEG;
          default ->
              throw TileMatrixSet.none(
                  "tên phải kết thúc bằng .mvt, .png hoặc .jpg",
                  "the name must end in .mvt, .png or .jpg");
        };
    Parameters given = parameters(request, TileRequests.parameters(format));
    List<Layer> found = requests.layers(layers, Viewer.roles(request));
    Tile tile = TileMatrixSet.WEB_MERCATOR_QUAD.tile(z, x, y);
    return requests.read(found, tile, format, density, given, request);
  }

  /** Many addresses for one tile would fill the caches of others. */
  private static Parameters parameters(HttpServletRequest request, Set<String> known) {
    Parameters given = Parameters.read(request.getParameterMap(), known);
    for (String name : List.of("f", "lang")) {
      if (given.has(name)) {
        throw MapsProblem.UNKNOWN_PARAMETER
            .with("Ô bản đồ không có tham số này.", "Tiles do not have this parameter.")
            .field(name);
      }
    }
    return given;
  }
}
