package vn.khuxuong.maps.style;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;
import tools.jackson.databind.json.JsonMapper;
import vn.khuxuong.maps.layer.Layer;
import vn.khuxuong.maps.layer.LayerCatalogue;
import vn.khuxuong.maps.layer.MapsProblem;
import vn.khuxuong.maps.layer.Viewer;
import vn.khuxuong.platform.problem.ProblemException;
import vn.khuxuong.platform.web.EntityTag;

/** Styles as they are on disk, and the legends derived from them. */
@RestController
class StyleController {
  private final Styles styles;
  private final LayerCatalogue catalogue;
  private final JsonMapper json;

  StyleController(Styles styles, LayerCatalogue catalogue, JsonMapper json) {
    this.styles = styles;
    this.catalogue = catalogue;
    this.json = json;
  }

  /**
   * A style file.
   *
   * @param name a layer, or its style and a further name: {@code subzones.dia-chinh}
   */
  @GetMapping("/styles/{name}.json")
  @Nullable ResponseEntity<String> style(
      @PathVariable String name, WebRequest request, HttpServletRequest asked) {
    Styles.StyleFile file =
        catalogue
            .find(name, Viewer.roles(asked))
            .map(Layer::style)
            .or(() -> Optional.of(name))
            .flatMap(styles::findFile)
            .orElseThrow(() -> unknown());
    String tag = "\"" + file.tag() + "\"";
    if (request.checkNotModified(tag)) {
      return null;
    }
    return head(tag, asked).contentType(MediaType.APPLICATION_JSON).body(file.text());
  }

  /** A layer's legend; with {@code ?style=} in one of its further styles. */
  @GetMapping("/styles/{layer}/legend.json")
  @Nullable ResponseEntity<byte[]> legend(
      @PathVariable String layer, WebRequest web, HttpServletRequest request) {
    Layer found = catalogue.find(layer, Viewer.roles(request)).orElseThrow(() -> unknown());
    String name = Optional.ofNullable(request.getParameter("style")).orElse(Styles.DEFAULT);
    Style style = styles.find(found.style(), name).orElseThrow(() -> unknown());
    byte[] legend = json.writeValueAsBytes(Legend.of(found, style).items(style));
    String tag = EntityTag.of(legend);
    if (web.checkNotModified(tag)) {
      return null;
    }
    return head(tag, request).contentType(MediaType.APPLICATION_JSON).body(legend);
  }

  /** Who works on plans knows of layers, and so of names, that others do not. */
  private static ResponseEntity.BodyBuilder head(String tag, HttpServletRequest request) {
    CacheControl cache = CacheControl.noCache();
    return ResponseEntity.ok()
        .eTag(tag)
        .cacheControl(Viewer.roles(request).isEmpty() ? cache.cachePublic() : cache.cachePrivate())
        .varyBy("Authorization", "Cookie");
  }

  private static ProblemException unknown() {
    return MapsProblem.UNKNOWN_LAYER.with(
        "Không có lớp hoặc kiểu bản đồ này.", "There is no such layer or style.");
  }
}
