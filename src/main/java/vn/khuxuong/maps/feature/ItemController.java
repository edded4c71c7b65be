package vn.khuxuong.maps.feature;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import tools.jackson.databind.json.JsonMapper;
import vn.khuxuong.maps.encoding.Utf8Out;
import vn.khuxuong.maps.filter.Filters;
import vn.khuxuong.maps.filter.Reach;
import vn.khuxuong.maps.layer.Edition;
import vn.khuxuong.maps.layer.Editions;
import vn.khuxuong.maps.layer.Layer;
import vn.khuxuong.maps.layer.LayerCatalogue;
import vn.khuxuong.maps.layer.MapsProblem;
import vn.khuxuong.maps.layer.Viewer;
import vn.khuxuong.maps.query.FeatureQuery;
import vn.khuxuong.platform.problem.ProblemException;
import vn.khuxuong.platform.web.BaseUrl;
import vn.khuxuong.platform.web.EntityTag;

/** The features of a collection, page by page or as files, and single ones. */
@Controller
class ItemController {

  private static final String CONTENT_CRS = "Content-Crs";

  private final LayerCatalogue catalogue;
  private final ItemStore store;
  private final ItemsJson itemsJson;
  private final ItemFiles files;
  private final Editions editions;
  private final BaseUrl base;
  private final JsonMapper json;
  private final AnswerWriter answers;
  private final ItemPages pages;

  ItemController(
      LayerCatalogue catalogue,
      ItemStore store,
      ItemsJson itemsJson,
      ItemFiles files,
      Editions editions,
      BaseUrl base,
      JsonMapper json,
      AnswerWriter answers,
      ItemPages pages) {
    this.catalogue = catalogue;
    this.store = store;
    this.itemsJson = itemsJson;
    this.files = files;
    this.editions = editions;
    this.base = base;
    this.json = json;
    this.answers = answers;
    this.pages = pages;
  }

  @GetMapping("/ogc/collections/{id}/items")
  void items(@PathVariable String id, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Layer layer = catalogue.get(id, Viewer.roles(request));
    String path = "/collections/" + layer.id() + "/items";
    Set<String> known = ItemsRequest.parameters(layer);
    Visit visit = Visit.of(request, base, path, known, Format.OF_FEATURES);
    ItemsRequest asked;
    try {
      asked = ItemsRequest.read(layer, visit.parameters(), visit.format());
    } catch (ProblemException refusal) {
      if (visit.format() != Format.HTML || !"filter".equals(refusal.members().get("field"))) {
        throw refusal;
      }
      answers.refusal(visit, pages.refused(visit, layer, refusal), response);
      return;
    }
    FeatureQuery query = ItemFiles.suited(asked.query(), visit.format());
    response.setHeader(CONTENT_CRS, "<" + query.crs().uri() + ">");
    try {
      if (visit.format() == Format.HTML) {
        ItemStore.Page page = store.page(asked.query());
        answers.page(visit, pages.table(visit, asked.query(), page), request, response);
        return;
      }
      Edition edition = edition(query);
      if (AnswerWriter.isKnown(visit, edition.etag(visit.variant()), request, response)) {
        return;
      }
      if (visit.format().isFile() && HttpMethod.HEAD.matches(request.getMethod())) {
        ItemFiles.head(visit, query, response); // how long it is would take all the work to know
      } else if (visit.format().isFile()) {
        files.file(visit, query, response);
      } else {
        itemsJson.page(visit, asked, edition.changedAt(), response);
      }
    } catch (QueryTimeoutException e) {
      throw MapsProblem.TOO_EXPENSIVE
          .with("Bộ lọc này cần quá nhiều thời gian.", "This filter takes too much time to answer.")
          .field("filter")
          .remedy(
              "Hãy thêm bbox hoặc điều kiện trên một mã để thu hẹp.",
              "Narrow it down with bbox or a condition on a code.")
          .causedBy(e);
    }
  }

  /** Other days and other knowledge change with any change, also with one elsewhere in time. */
  private Edition edition(FeatureQuery query) {
    return query.isPresent()
        ? editions.of(List.of(query.layer()), Reach.of(query.filter()))
        : editions.current();
  }

  @GetMapping("/ogc/collections/{id}/items/{fid}")
  void item(
      @PathVariable String id,
      @PathVariable String fid,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    Layer layer = catalogue.get(id, Viewer.roles(request));
    String path = "/collections/" + layer.id() + "/items/" + Visit.segment(fid);
    Set<String> known = Set.of("crs", "properties");
    Visit visit = Visit.of(request, base, path, known, Format.OF_A_FEATURE);
    Set<String> selected = ItemsRequest.selected(layer, visit.parameters().find("properties"));
    FeatureQuery query =
        FeatureQuery.all(layer)
            .with(Filters.key(layer, fid))
            .with(layer.fields().stream().filter(f -> selected.contains(f.name())).toList())
            .with(ItemsRequest.crs(visit.parameters()))
            .withShapes(selected.contains(ItemsRequest.GEOMETRY));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Utf8Out out = new Utf8Out(bytes);
    if (!store.feature(query, out, ItemStore.json(visit.format(), out, query, visit.root()))) {
      throw MapsProblem.UNKNOWN_FEATURE.with(
          "Không có đối tượng mang mã này trong lớp dữ liệu.",
          "The layer has no feature of this id.");
    }
    byte[] feature = bytes.toByteArray();
    response.setHeader(CONTENT_CRS, "<" + query.crs().uri() + ">");
    if (visit.format() == Format.HTML) {
      answers.page(visit, pages.item(visit, layer, fid, json.readTree(feature)), request, response);
      return;
    }
    String type = visit.format() == Format.JSON ? Link.GEO_JSON : visit.format().mediaType();
    List<Link> links = visit.selfLinks(Link.GEO_JSON, Format.OF_A_FEATURE);
    Link.announce(links, response);
    links.add(ItemsJson.collection(visit, layer));
    String tail = ",\"links\":" + json.writeValueAsString(links) + "}";
    bytes.reset();
    bytes.write(feature, 0, feature.length - 1);
    bytes.writeBytes(tail.getBytes(UTF_8));
    byte[] content = bytes.toByteArray();
    String variant = visit.variant() + "-" + query.crs().code() + "-" + visit.parameters().all();
    String etag = layer.editable() ? ItemEtag.of(feature, variant) : EntityTag.of(content);
    if (!AnswerWriter.isKnown(visit, etag, request, response)) {
      AnswerWriter.send(type, response, content);
    }
  }
}
