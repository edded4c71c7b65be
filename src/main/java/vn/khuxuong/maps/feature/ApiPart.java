package vn.khuxuong.maps.feature;

import java.util.List;
import java.util.Map;
import vn.khuxuong.maps.layer.Layer;

/**
 * What another package adds to the OGC API: tiles, styles, changes of features. Every bean of this
 * type is named on the landing page, in the conformance declaration, in the collections and in the
 * OpenAPI document, in the order of the beans.
 */
public interface ApiPart {

  /** URIs of the conformance classes that this part fulfils and a test holds it to. */
  List<String> conformance();

  /** Links on the landing page. */
  default List<Link> landingLinks(Visit visit) {
    return List.of();
  }

  /**
   * Links in the description of a collection.
   *
   * @param layer the layer as the visitor may see it
   */
  default List<Link> collectionLinks(Visit visit, Layer layer) {
    return List.of();
  }

  /**
   * Members of the description of a collection.
   *
   * @param layer the layer as the visitor may see it
   */
  default Map<String, Object> collectionMembers(Visit visit, Layer layer) {
    return Map.of();
  }

  /**
   * OpenAPI 3.0 path items by path below {@code /ogc}; operations on a path that is there already
   * are added to it. Parameters that other paths have as well may be referred to as {@code
   * #/components/parameters/…}: {@code f}, {@code lang}, {@code collectionId}, {@code datetime} and
   * those of {@link #openApiParameters}.
   *
   * @param layers as the visitor may see them
   */
  default Map<String, Object> openApiPaths(Visit visit, List<Layer> layers) {
    return Map.of();
  }

  /** OpenAPI 3.0 parameters by name, for the components of the document. */
  default Map<String, Object> openApiParameters(Visit visit) {
    return Map.of();
  }
}
