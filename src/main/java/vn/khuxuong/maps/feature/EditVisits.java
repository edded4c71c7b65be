package vn.khuxuong.maps.feature;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.stereotype.Component;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import vn.khuxuong.geo.Crs;
import vn.khuxuong.maps.EditableCollection;
import vn.khuxuong.maps.layer.Layer;
import vn.khuxuong.maps.layer.LayerCatalogue;
import vn.khuxuong.maps.layer.Viewer;
import vn.khuxuong.platform.web.BaseUrl;

/**
 * Lets in who may change a layer: 401 for nobody, 404 for whom the layer does not exist, 405 where
 * it is read only, 403 for who may only read it, in this order, so that a refusal tells nobody more
 * than they may know. Nothing of the content is read before.
 */
@Component
class EditVisits {

  static final List<MediaType> FEATURE_TYPES =
      List.of(MediaType.valueOf(Link.GEO_JSON), MediaType.APPLICATION_JSON);
  static final List<MediaType> PATCH_TYPES =
      List.of(MediaType.valueOf("application/merge-patch+json"));
  static final List<MediaType> JSON_TYPES = List.of(MediaType.APPLICATION_JSON);

  private static final List<HttpMethod> READS =
      List.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

  private final LayerCatalogue catalogue;
  private final Editors editors;
  private final EchoedVersions echoes;
  private final BaseUrl base;

  EditVisits(LayerCatalogue catalogue, Editors editors, EchoedVersions echoes, BaseUrl base) {
    this.catalogue = catalogue;
    this.editors = editors;
    this.echoes = echoes;
    this.base = base;
  }

  /**
   * @param types media types of the content that are understood; empty for a request without any
   */
  EditVisit open(String id, HttpServletRequest request, List<MediaType> types)
      throws HttpRequestMethodNotSupportedException {
    if (request.getUserPrincipal() == null) {
      throw new InsufficientAuthenticationException("nobody is signed in");
    }
    Set<String> roles = Viewer.roles(request);
    Layer layer = catalogue.get(id, roles);
    EditableCollection owner = editors.of(layer).orElse(null);
    if (owner == null) {
      throw new HttpRequestMethodNotSupportedException(
          request.getMethod(), READS.stream().map(HttpMethod::name).toList());
    }
    if (Collections.disjoint(owner.editors(), roles)) {
      throw new AccessDeniedException("may read only");
    }
    requireType(request, types);
    Parameters.read(request.getParameterMap(), Set.of());
    Crs crs = FeatureBody.contentCrs(request);
    return new EditVisit(request, layer, owner, echoes, crs, base.of(request));
  }

  private static void requireType(HttpServletRequest request, List<MediaType> types) {
    if (types.isEmpty()) {
      return;
    }
    MediaType type;
    try {
      type = MediaType.valueOf(String.valueOf(request.getContentType()));
    } catch (InvalidMediaTypeException e) {
      type = MediaType.APPLICATION_OCTET_STREAM;
    }
    if (types.stream().noneMatch(type::equalsTypeAndSubtype)) {
      throw EditProblem.UNSUPPORTED_TYPE
          .with("Chỉ nhận " + joined(types) + ".", "Only " + joined(types) + " is understood.")
          .field(HttpHeaders.CONTENT_TYPE);
    }
  }

  private static String joined(List<MediaType> types) {
    return types.stream().map(MediaType::toString).collect(Collectors.joining(", "));
  }

  /**
   * What the caller may do there, by role; whether a single feature is theirs to change is judged
   * with the change.
   *
   * @param changes methods beside the reading ones for who may change the layer
   */
  ResponseEntity<Void> options(String id, HttpServletRequest request, HttpMethod... changes) {
    Set<String> roles = Viewer.roles(request);
    Layer layer = catalogue.get(id, roles);
    List<HttpMethod> allowed = new ArrayList<>(READS);
    HttpHeaders headers = new HttpHeaders();
    if (editors.mayEdit(layer, roles)) {
      allowed.addAll(List.of(changes));
      boolean items = allowed.contains(HttpMethod.POST);
      headers.set(
          items ? "Accept-Post" : "Accept-Patch", joined(items ? FEATURE_TYPES : PATCH_TYPES));
    }
    headers.set(
        HttpHeaders.ALLOW,
        allowed.stream().map(HttpMethod::name).collect(Collectors.joining(", ")));
    headers.setVary(List.of("Authorization", "Cookie"));
    headers.setCacheControl("no-store");
    return ResponseEntity.ok().headers(headers).build();
  }
}
