package vn.khuxuong.maps.portrayal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import vn.khuxuong.maps.feature.AnswerWriter;
import vn.khuxuong.maps.feature.Format;
import vn.khuxuong.maps.feature.Link;
import vn.khuxuong.maps.feature.Pages;
import vn.khuxuong.maps.feature.Parameters;
import vn.khuxuong.maps.feature.Visit;
import vn.khuxuong.maps.layer.Layer;
import vn.khuxuong.maps.layer.LayerCatalogue;
import vn.khuxuong.maps.layer.MapsProblem;
import vn.khuxuong.maps.layer.Viewer;
import vn.khuxuong.maps.style.SldWriter;
import vn.khuxuong.platform.web.BaseUrl;
import vn.khuxuong.platform.web.Language;

/** OGC API Styles: which styles there are, and each as a stylesheet. */
@Controller
class OgcStylesController {

  static final String MAP_LIBRE = "application/vnd.mapbox.style+json";

  private final StyleDocuments documents;
  private final LayerCatalogue catalogue;
  private final AnswerWriter answers;
  private final Pages pages;
  private final BaseUrl base;

  OgcStylesController(
      StyleDocuments documents,
      LayerCatalogue catalogue,
      AnswerWriter answers,
      Pages pages,
      BaseUrl base) {
    this.documents = documents;
    this.catalogue = catalogue;
    this.answers = answers;
    this.pages = pages;
    this.base = base;
  }

  /** A style on the page; {@code legend} is null for one of several layers. */
  private record Entry(
      String title, String id, String mapLibre, String sld, @Nullable String legend) {}

  @GetMapping("/ogc/styles")
  void all(HttpServletRequest request, HttpServletResponse response) throws IOException {
    Visit visit = Visit.of(request, base, "/styles", Set.of());
    list(visit, documents.all(visit.roles()), request, response);
  }

  @GetMapping("/ogc/collections/{collection}/styles")
  void ofCollection(
      @PathVariable String collection, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Layer layer = catalogue.get(collection, Viewer.roles(request));
    Visit visit = Visit.of(request, base, "/collections/" + layer.id() + "/styles", Set.of());
    List<StyleDocuments.Named> own =
        documents.all(visit.roles()).stream()
            .filter(named -> !named.id().equals(StyleDocuments.ALL))
            .filter(named -> named.layers().stream().anyMatch(l -> l.id().equals(layer.id())))
            .toList();
    list(visit, own, request, response);
  }

  private void list(
      Visit visit,
      List<StyleDocuments.Named> styles,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    if (visit.format() == Format.HTML) {
      List<Entry> entries = styles.stream().map(named -> entry(visit, named)).toList();
      String title = visit.say("Các kiểu bản đồ", "The styles");
      answers.page(
          visit,
          pages.page(visit, "ogc/styles", title, List.of(), Map.of("entries", entries)),
          request,
          response);
      return;
    }
    List<Object> list = new ArrayList<>();
    for (StyleDocuments.Named named : styles) {
      Map<String, Object> style = new LinkedHashMap<>();
      style.put("id", named.id());
      style.put("title", visit.say(named.title()));
      style.put("links", links(visit, named));
      list.add(style);
    }
    Map<String, Object> document = new LinkedHashMap<>();
    if (!styles.isEmpty()) {
      document.put("default", styles.get(0).id());
    }
    document.put("styles", list);
    document.put("links", visit.selfLinks(Link.JSON));
    answers.document(visit, document, Link.JSON, request, response);
  }

  private static Entry entry(Visit visit, StyleDocuments.Named named) {
    String here = address(visit, named);
    String legend = null;
    if (named.layers().size() == 1) {
      int dot = named.id().indexOf('.');
      legend =
          site(visit)
              + "/wms?service=WMS&version=1.3.0&request=GetLegendGraphic&sld_version=1.1.0"
              + "&format=image/png&layer="
              + named.layers().get(0).id()
              + (dot < 0 ? "" : "&style=" + named.id().substring(dot + 1))
              + "&lang="
              + visit.language().tag();
    }
    return new Entry(
        visit.say(named.title()), named.id(), here + "?f=mapbox", here + "?f=sld11", legend);
  }

  private static String site(Visit visit) {
    return visit.root().substring(0, visit.root().length() - "/ogc".length());
  }

  private static String address(Visit visit, StyleDocuments.Named named) {
    return visit.root() + "/styles/" + Visit.segment(named.id());
  }

  private static List<Link> links(Visit visit, StyleDocuments.Named named) {
    String here = address(visit, named);
    String title = visit.say(named.title());
    List<Link> links = new ArrayList<>();
    links.add(Link.of(here + "?f=mapbox", "stylesheet", MAP_LIBRE, title));
    links.add(Link.of(here + "?f=sld11", "stylesheet", SldWriter.MEDIA_TYPE, title));
    links.add(
        Link.of(
            here + "/metadata?f=json",
            "describedby",
            Link.JSON,
            visit.say("Về kiểu bản đồ này", "About this style")));
    if (named.layers().size() == 1) {
      String layer = named.layers().get(0).id();
      links.add(
          Link.of(
              site(visit) + "/styles/" + layer + "/legend.json",
              "http://www.opengis.net/def/rel/ogc/1.0/legend",
              Link.JSON,
              visit.say("Chú giải", "Legend")));
    }
    return links;
  }

  /** Parameter {@code f} is {@code mapbox}, the default, or {@code sld11}. */
  @GetMapping("/ogc/styles/{id}")
  void stylesheet(@PathVariable String id, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Parameters given = Parameters.read(request.getParameterMap(), Set.of());
    StyleDocuments.Named named = named(id, request);
    String root = base.of(request);
    Language language = Language.of(request);
    Visit visit =
        new Visit(
            root + "/ogc",
            "/styles/" + Visit.segment(named.id()),
            given,
            Format.JSON,
            language,
            Viewer.roles(request));
    switch (encoding(given, request)) {
      case "sld11" ->
          AnswerWriter.content(
              visit, documents.sld11(named, language), SldWriter.MEDIA_TYPE, request, response);
      default ->
          answers.document(
              visit, documents.mapLibre(named, root, language), MAP_LIBRE, request, response);
    }
  }

  private static String encoding(Parameters given, HttpServletRequest request) {
    String f = given.find("f");
    if (f == null) {
      String accept = request.getHeader("Accept");
      return accept != null && accept.startsWith("application/vnd.ogc.sld+xml")
          ? "sld11"
          : "mapbox";
    }
    if (!f.equals("mapbox") && !f.equals("sld11")) {
      throw Parameters.bad("f", "phải là mapbox hoặc sld11", "must be mapbox or sld11");
    }
    return f;
  }

  @GetMapping("/ogc/styles/{id}/metadata")
  void metadata(@PathVariable String id, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    StyleDocuments.Named named = named(id, request);
    Visit visit =
        Visit.of(request, base, "/styles/" + Visit.segment(named.id()) + "/metadata", Set.of());
    List<Object> layers = new ArrayList<>();
    for (Layer layer : named.layers()) {
      Map<String, Object> entry = new LinkedHashMap<>();
      entry.put("id", layer.id());
      entry.put("title", visit.say(layer.title()));
      entry.put("dataType", "vector");
      entry.put("geometryType", layer.geometry().type().word());
      layers.add(entry);
    }
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("id", named.id());
    document.put("title", visit.say(named.title()));
    document.put("scope", "style");
    document.put("layers", layers);
    List<Link> links = new ArrayList<>(visit.selfLinks(Link.JSON));
    links.addAll(links(visit, named));
    document.put("links", links);
    answers.document(visit, document, Link.JSON, request, response);
  }

  private StyleDocuments.Named named(String id, HttpServletRequest request) {
    return documents
        .find(id, Viewer.roles(request))
        .orElseThrow(
            () ->
                MapsProblem.UNKNOWN_LAYER.with(
                    "Không có kiểu bản đồ này.", "There is no such style."));
  }
}
