package vn.khuxuong.maps.example;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import vn.khuxuong.maps.feature.AnswerWriter;
import vn.khuxuong.maps.feature.Format;
import vn.khuxuong.maps.feature.Pages;
import vn.khuxuong.maps.feature.Parameters;
import vn.khuxuong.maps.feature.Visit;
import vn.khuxuong.maps.layer.LayerCatalogue;
import vn.khuxuong.maps.layer.MapsProblem;
import vn.khuxuong.maps.layer.Viewer;
import vn.khuxuong.platform.web.BaseUrl;
import vn.khuxuong.platform.web.Language;
import vn.khuxuong.platform.web.Webjar;

/** The example pages, which come as pages only. */
@Controller
class ExampleController {
  private static final String SCRIPTS = "/js/examples/";

  private final LayerCatalogue catalogue;
  private final AnswerWriter answers;
  private final Pages pages;
  private final BaseUrl base;
  private final String leaflet;

  ExampleController(LayerCatalogue catalogue, AnswerWriter answers, Pages pages, BaseUrl base)
      throws IOException {
    this.catalogue = catalogue;
    this.answers = answers;
    this.pages = pages;
    this.base = base;
    this.leaflet = "/webjars/leaflet/" + Webjar.version("leaflet") + "/dist/";
  }

  private record Entry(String title, String href, String note) {}

  private record Choice(String value, String title) {}

  @GetMapping("/ogc/examples")
  void all(HttpServletRequest request, HttpServletResponse response) throws IOException {
    Visit visit = visit(request, "/examples");
    List<Entry> entries =
        Arrays.stream(Example.values())
            .map(one -> new Entry(one.title(), address(visit, one), visit.say(one.note())))
            .toList();
    answers.page(
        visit,
        pages.page(visit, "ogc/examples", title(visit), List.of(), Map.of("entries", entries)),
        request,
        response);
  }

  @GetMapping("/ogc/examples/{client}")
  void one(@PathVariable String client, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Example example =
        Example.find(client)
            .orElseThrow(
                () ->
                    MapsProblem.UNKNOWN_LAYER.with(
                        "Không có trang ví dụ này.", "There is no such example."));
    Visit visit = visit(request, "/examples/" + example.word());
    Pages.Step up =
        new Pages.Step(title(visit), visit.root() + "/examples?lang=" + visit.language().tag());
    answers.page(
        visit,
        pages.page(visit, "ogc/example", example.title(), List.of(up), model(visit, example)),
        request,
        response);
  }

  private Map<String, Object> model(Visit visit, Example example) throws IOException {
    Map<String, Object> model = new HashMap<>();
    model.put("note", visit.say(example.note()));
    model.put("styles", styles(example));
    model.put("scripts", scripts(example));
    model.put("module", SCRIPTS + example.word() + ".js");
    model.put("code", code(example));
    model.put(
        "sources",
        example.sources().stream()
            .map(source -> new Choice(source.word(), visit.say(source.title())))
            .toList());
    model.put("drawsStyles", example == Example.MAPLIBRE);
    model.put(
        "layers",
        catalogue.layers(visit.roles()).stream()
            .map(layer -> new Choice(layer.id(), visit.say(layer.title())))
            .toList());
    return model;
  }

  private List<String> styles(Example example) {
    return switch (example) {
      case LEAFLET -> List.of(leaflet + "leaflet.css");
      case OPENLAYERS -> List.of("/vendor/ol.css");
      case MAPLIBRE -> List.of("/vendor/maplibre-gl.css");
    };
  }

  /** Libraries that are no modules; MapLibre is one and is imported by the example's own. */
  private List<String> scripts(Example example) {
    return switch (example) {
      case LEAFLET -> List.of(leaflet + "leaflet.js");
      case OPENLAYERS -> List.of("/vendor/ol.js", "/vendor/proj4.js");
      case MAPLIBRE -> List.of();
    };
  }

  private static String code(Example example) throws IOException {
    return new ClassPathResource("/static" + SCRIPTS + example.word() + ".js")
        .getContentAsString(StandardCharsets.UTF_8);
  }

  private Visit visit(HttpServletRequest request, String path) {
    return new Visit(
        base.of(request) + "/ogc",
        path,
        Parameters.read(request.getParameterMap(), Set.of()),
        Format.HTML,
        Language.of(request),
        Viewer.roles(request));
  }

  private static String title(Visit visit) {
    return visit.say("Ví dụ cho trang web", "Examples for web pages");
  }

  private static String address(Visit visit, Example example) {
    return visit.root() + "/examples/" + example.word() + "?lang=" + visit.language().tag();
  }
}
