package vn.khuxuong.maps.portrayal;

import java.util.List;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import vn.khuxuong.maps.feature.ApiPart;
import vn.khuxuong.maps.feature.Link;
import vn.khuxuong.maps.feature.Visit;
import vn.khuxuong.maps.layer.Layer;

/** OGC API Styles as a part of the API. */
@Component
@Order(30)
class StylesPart implements ApiPart {

  private static final String REL = "http://www.opengis.net/def/rel/ogc/1.0/styles";

  /** A draft still; stylesheets are read only, so its other classes do not hold. */
  private static final String CORE = "http://www.opengis.net/spec/ogcapi-styles-1/0.0/conf/core";

  @Override
  public List<String> conformance() {
    return List.of(CORE);
  }

  @Override
  public List<Link> landingLinks(Visit visit) {
    return List.of(link(visit, "/styles"));
  }

  @Override
  public List<Link> collectionLinks(Visit visit, Layer layer) {
    return List.of(link(visit, "/collections/" + layer.id() + "/styles"));
  }

  private static Link link(Visit visit, String path) {
    return Link.of(
        visit.root() + path + "?f=json",
        REL,
        Link.JSON,
        visit.say("Các kiểu bản đồ", "The styles"));
  }

  @Override
  public Map<String, Object> openApiPaths(Visit visit, List<Layer> layers) {
    return StylePaths.of(visit);
  }

  @Override
  public Map<String, Object> openApiParameters(Visit visit) {
    return StylePaths.parameters(visit);
  }
}
