package vn.khuxuong.maps.feature;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import vn.khuxuong.maps.layer.Layer;
import vn.khuxuong.maps.layer.LayerCatalogue;
import vn.khuxuong.maps.layer.Viewer;
import vn.khuxuong.platform.web.BaseUrl;

/** The collections: one for each layer of the catalogue, and what their features hold. */
@Controller
class CollectionController {

  private final LayerCatalogue catalogue;
  private final CollectionJson collections;
  private final BaseUrl base;
  private final AnswerWriter answers;
  private final Pages pages;

  CollectionController(
      LayerCatalogue catalogue,
      CollectionJson collections,
      BaseUrl base,
      AnswerWriter answers,
      Pages pages) {
    this.catalogue = catalogue;
    this.collections = collections;
    this.base = base;
    this.answers = answers;
    this.pages = pages;
  }

  @GetMapping("/ogc/collections")
  void all(HttpServletRequest request, HttpServletResponse response) throws IOException {
    Visit visit = Visit.of(request, base, "/collections", Set.of());
    List<Layer> layers = catalogue.layers(visit.roles());
    if (visit.format() == Format.HTML) {
      answers.page(visit, pages.collections(visit, layers), request, response);
      return;
    }
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("links", visit.selfLinks(Link.JSON));
    document.put("crs", OfferedCrs.uris());
    document.put(
        "collections",
        layers.stream()
            .map(layer -> collections.collection(visit, layer, own(visit, layer)))
            .toList());
    answers.document(visit, document, Link.JSON, request, response);
  }

  private static List<Link> own(Visit visit, Layer layer) {
    String here = visit.root() + "/collections/" + layer.id();
    String title = visit.say(layer.title());
    return List.of(
        Link.of(here + "?f=json", "self", Link.JSON, title),
        Link.of(here + "?f=html", "alternate", Link.HTML, title));
  }

  @GetMapping("/ogc/collections/{id}")
  void one(@PathVariable String id, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Layer layer = catalogue.get(id, Viewer.roles(request));
    Visit visit = Visit.of(request, base, "/collections/" + layer.id(), Set.of());
    Map<String, Object> document = collections.collection(visit, layer, visit.selfLinks(Link.JSON));
    if (visit.format() == Format.HTML) {
      answers.page(visit, pages.collection(visit, layer, document), request, response);
    } else {
      answers.document(visit, document, Link.JSON, request, response);
    }
  }

  @GetMapping("/ogc/collections/{id}/queryables")
  void queryables(@PathVariable String id, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    fields(id, FieldList.QUERYABLES, request, response);
  }

  @GetMapping("/ogc/collections/{id}/sortables")
  void sortables(@PathVariable String id, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    fields(id, FieldList.SORTABLES, request, response);
  }

  @GetMapping("/ogc/collections/{id}/schema")
  void schema(@PathVariable String id, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    fields(id, FieldList.SCHEMA, request, response);
  }

  private void fields(
      String id, FieldList list, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Layer layer = catalogue.get(id, Viewer.roles(request));
    String path = "/collections/" + layer.id() + "/" + list.word();
    Visit visit = Visit.of(request, base, path, Set.of());
    if (visit.format() == Format.HTML) {
      answers.page(visit, pages.fields(visit, layer, list), request, response);
    } else {
      answers.document(visit, list.document(visit, layer), Link.SCHEMA_JSON, request, response);
    }
  }
}
