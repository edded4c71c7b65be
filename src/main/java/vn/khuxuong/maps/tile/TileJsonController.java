package vn.khuxuong.maps.tile;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.context.request.ServletWebRequest;
import tools.jackson.databind.json.JsonMapper;
import vn.khuxuong.maps.feature.Parameters;
import vn.khuxuong.maps.layer.Layer;
import vn.khuxuong.maps.layer.Viewer;
import vn.khuxuong.platform.web.BaseUrl;
import vn.khuxuong.platform.web.EntityTag;
import vn.khuxuong.platform.web.Language;

/**
 * TileJSON of the XYZ tiles. Parameters that choose what is on a tile are passed on to the tiles'
 * addresses; with {@code immutable=true} those carry the version of today.
 */
@Controller
class TileJsonController {

  private final TileRequests requests;
  private final TileAnswers answers;
  private final TileJson tileJson;
  private final BaseUrl base;
  private final JsonMapper json;

  TileJsonController(
      TileRequests requests,
      TileAnswers answers,
      TileJson tileJson,
      BaseUrl base,
      JsonMapper json) {
    this.requests = requests;
    this.answers = answers;
    this.tileJson = tileJson;
    this.base = base;
    this.json = json;
  }

  @GetMapping("/tiles/{layers}.json")
  ResponseEntity<byte[]> description(
      @PathVariable String layers, HttpServletRequest request, HttpServletResponse response) {
    TileFormat format =
        TileFormat.of(request.getParameter("f"), null, List.of(TileFormat.values()));
    Set<String> known = new LinkedHashSet<>(TileRequests.parameters(format));
    known.add("immutable");
    Parameters given = Parameters.read(request.getParameterMap(), known);
    Set<String> roles = Viewer.roles(request);
    List<Layer> found = requests.layers(layers, roles);
    Tile world = TileMatrixSet.WEB_MERCATOR_QUAD.tile("0", "0", "0");
    TileRequest wanted = requests.read(found, world, format, 1, given, request);
    Language language = Language.of(request);
    Map<String, Object> document =
        tileJson.of(found, language, format, template(wanted, given, request));
    byte[] content = json.writeValueAsBytes(document);
    response.setHeader(
        HttpHeaders.CACHE_CONTROL, roles.isEmpty() ? "no-cache" : "private, no-cache");
    response.addHeader(HttpHeaders.VARY, "Accept-Language, Authorization, Cookie");
    response.setHeader(HttpHeaders.CONTENT_LANGUAGE, language.tag());
    if (new ServletWebRequest(request, response).checkNotModified(EntityTag.of(content))) {
      return ResponseEntity.status(response.getStatus()).build();
    }
    return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(content);
  }

  private String template(TileRequest wanted, Parameters given, HttpServletRequest request) {
    List<String> ids = wanted.catalogueLayers().stream().map(Layer::id).toList();
    String version = isImmutable(given.find("immutable")) ? "/v/" + answers.version(wanted) : "";
    List<String> query = new ArrayList<>();
    for (String name : TileRequests.parameters(wanted.format())) {
      String value = given.find(name);
      if (value != null) {
        query.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
      }
    }
    return base.of(request)
        + "/tiles/"
        + String.join(",", ids)
        + version
        + "/{z}/{x}/{y}."
        + wanted.format().word()
        + (query.isEmpty() ? "" : "?" + String.join("&", query));
  }

  private static boolean isImmutable(@Nullable String text) {
    if (text == null || text.equals("false")) {
      return false;
    }
    if (!text.equals("true")) {
      throw Parameters.bad("immutable", "phải là true hoặc false", "must be true or false");
    }
    return true;
  }
}
