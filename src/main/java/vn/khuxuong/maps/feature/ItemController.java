package vn.khuxuong.maps.feature;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.khuxuong.geo.Crs;
import vn.khuxuong.maps.layer.Editions;
import vn.khuxuong.maps.layer.Layer;
import vn.khuxuong.maps.layer.LayerCatalogue;
import vn.khuxuong.maps.layer.MapsProblem;
import vn.khuxuong.maps.layer.Viewer;
import vn.khuxuong.platform.web.BaseUrl;

/** The features of a collection, page by page, and single ones. */
@Controller
class ItemController {

  private static final String CONTENT_CRS = "Content-Crs";

  private final LayerCatalogue catalogue;
  private final ItemStore store;
  private final Editions editions;
  private final BaseUrl base;
  private final Clock clock;
  private final JsonMapper json;
  private final AnswerWriter answers;
  private final Pages pages;

  ItemController(
      LayerCatalogue catalogue,
      ItemStore store,
      Editions editions,
      BaseUrl base,
      Clock clock,
      JsonMapper json,
      AnswerWriter answers,
      Pages pages) {
    this.catalogue = catalogue;
    this.store = store;
    this.editions = editions;
    this.base = base;
    this.clock = clock;
    this.json = json;
    this.answers = answers;
    this.pages = pages;
  }

  @GetMapping("/ogc/collections/{id}/items")
  void items(@PathVariable String id, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Layer layer = catalogue.get(id, Viewer.roles(request));
    String path = "/collections/" + layer.id() + "/items";
    Visit visit = Visit.of(request, base, path, ItemsQuery.parameters(layer));
    ItemsQuery query = ItemsQuery.read(layer, visit.parameters());
    response.setHeader(CONTENT_CRS, "<" + query.crs().uri() + ">");
    if (visit.format() == Format.HTML) {
      ItemStore.Page page = store.page(query, false);
      JsonNode features = json.readTree("[" + new String(page.features(), UTF_8) + "]");
      Cursor next = page.next();
      String nextHref = next == null ? null : visit.with("cursor", next.text());
      byte[] html = pages.items(visit, layer, features, page, nextHref);
      answers.page(visit, html, request, response);
      return;
    }
    String etag = editions.of(List.of(layer)).etag(visit.variant());
    if (AnswerWriter.isKnown(visit, etag, request, response)) {
      return;
    }
    ItemStore.Page page = store.page(query, true);
    List<Link> links = visit.selfLinks(Link.GEO_JSON);
    Cursor next = page.next();
    if (next != null) {
      String href = visit.with("cursor", next.text());
      links.add(Link.of(href, "next", Link.GEO_JSON, visit.say("Trang sau", "Next page")));
    }
    links.add(collectionLink(visit, layer));
    String head =
        "{\"type\":\"FeatureCollection\",\"timeStamp\":\""
            + Instant.now(clock).truncatedTo(ChronoUnit.SECONDS)
            + "\",\"numberMatched\":"
            + page.matched()
            + ",\"numberReturned\":"
            + page.returned()
            + ",\"links\":"
            + json.writeValueAsString(links)
            + ",\"features\":[";
    AnswerWriter.send(Link.GEO_JSON, response, bytes(head), page.features(), bytes("]}"));
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
    Visit visit = Visit.of(request, base, path, Set.of("crs"));
    String named = visit.parameters().find("crs");
    Crs crs = named == null ? Crs.CRS84 : OfferedCrs.parse(named, "crs");
    byte[] feature =
        store
            .feature(layer, fid, crs)
            .orElseThrow(
                () ->
                    MapsProblem.UNKNOWN_FEATURE.with(
                        "Không có đối tượng mang mã này trong lớp dữ liệu.",
                        "The layer has no feature of this id."));
    response.setHeader(CONTENT_CRS, "<" + crs.uri() + ">");
    if (visit.format() == Format.HTML) {
      byte[] html = pages.item(visit, layer, fid, json.readTree(feature));
      answers.page(visit, html, request, response);
      return;
    }
    String variant = visit.variant() + "-" + crs.code() + "-" + visit.parameters().all().keySet();
    String etag =
        layer.editable()
            ? ItemEtag.of(feature, variant)
            : editions.of(List.of(layer)).etag(visit.variant());
    if (AnswerWriter.isKnown(visit, etag, request, response)) {
      return;
    }
    List<Link> links = new ArrayList<>(visit.selfLinks(Link.GEO_JSON));
    links.add(collectionLink(visit, layer));
    byte[] open = Arrays.copyOf(feature, feature.length - 1);
    String tail = ",\"links\":" + json.writeValueAsString(links) + "}";
    AnswerWriter.send(Link.GEO_JSON, response, open, bytes(tail));
  }

  private static Link collectionLink(Visit visit, Layer layer) {
    return Link.of(
        visit.root() + "/collections/" + layer.id(),
        "collection",
        Link.JSON,
        visit.say(layer.title()));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }
}
