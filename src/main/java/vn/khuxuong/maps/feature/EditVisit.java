package vn.khuxuong.maps.feature;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import vn.khuxuong.geo.Crs;
import vn.khuxuong.maps.EditableCollection;
import vn.khuxuong.maps.SeenVersion;
import vn.khuxuong.maps.layer.Layer;
import vn.khuxuong.platform.web.Language;

/**
 * One request to change features, by somebody whose role may.
 *
 * @param layer the layer as they may see it
 * @param owner who takes the change
 * @param crs system of the coordinates that are sent and answered
 * @param site the service's own address, without a trailing slash
 */
record EditVisit(
    HttpServletRequest request,
    Layer layer,
    EditableCollection owner,
    EchoedVersions echoes,
    Crs crs,
    String site) {

  FeatureBody body() {
    return new FeatureBody(layer, crs);
  }

  Language language() {
    return Language.of(request);
  }

  /** The address of the layer's features. */
  String items() {
    return site + "/ogc/collections/" + layer.id() + "/items";
  }

  /** The address of one. */
  String item(String id) {
    return items() + "/" + Visit.segment(id);
  }

  /**
   * Which version the client says it saw. A header says it more plainly than a body.
   *
   * @param echoed version among the properties, null where there is none
   */
  SeenVersion seen(String id, @Nullable Integer echoed) {
    if ("*".equals(request.getHeader(HttpHeaders.IF_NONE_MATCH))) {
      return SeenVersion.ABSENT;
    }
    List<String> tags = Collections.list(request.getHeaders(HttpHeaders.IF_MATCH));
    return tags.isEmpty() ? echoed(id, echoed) : ItemEtag.seen(tags);
  }

  /** Which version an echoed one stands for. */
  SeenVersion echoed(String id, @Nullable Integer echoed) {
    return echoed == null
        ? SeenVersion.UNSAID
        : SeenVersion.body(echoed, echoes.meant(request, layer.id(), id, echoed));
  }
}
