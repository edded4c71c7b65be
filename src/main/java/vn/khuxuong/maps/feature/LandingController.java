package vn.khuxuong.maps.feature;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import vn.khuxuong.maps.encoding.JsonFgFeatures;
import vn.khuxuong.maps.layer.Layer;
import vn.khuxuong.maps.layer.LayerCatalogue;
import vn.khuxuong.platform.web.BaseUrl;

/** What stands before the data: the landing page, what we conform to, how to ask. */
@Controller
class LandingController {

  private static final String FEATURES = "http://www.opengis.net/spec/ogcapi-features-";
  private static final String CQL2 = "http://www.opengis.net/spec/cql2/1.0/conf/";

  /** Only what a test of ours holds us to. */
  static final List<String> CONFORMANCE =
      List.of(
          FEATURES + "1/1.0/conf/core",
          FEATURES + "1/1.0/conf/geojson",
          FEATURES + "1/1.0/conf/html",
          FEATURES + "1/1.0/conf/oas30",
          FEATURES + "2/1.0/conf/crs",
          FEATURES + "3/1.0/conf/queryables",
          FEATURES + "3/1.0/conf/queryables-query-parameters",
          FEATURES + "3/1.0/conf/filter",
          FEATURES + "3/1.0/conf/features-filter",
          CQL2 + "cql2-text",
          CQL2 + "cql2-json",
          CQL2 + "basic-cql2",
          CQL2 + "advanced-comparison-operators",
          CQL2 + "case-insensitive-comparison",
          CQL2 + "accent-insensitive-comparison",
          CQL2 + "basic-spatial-functions",
          CQL2 + "basic-spatial-functions-plus",
          CQL2 + "spatial-functions",
          CQL2 + "temporal-functions",
          CQL2 + "property-property",
          CQL2 + "arithmetic",
          FEATURES + "5/1.0/conf/schemas",
          FEATURES + "5/1.0/conf/advanced-property-roles",
          FEATURES + "5/1.0/conf/returnables-and-receivables",
          FEATURES + "5/1.0/conf/queryables",
          FEATURES + "5/1.0/conf/sortables",
          FEATURES + "6/1.0/conf/properties",
          FEATURES + "6/1.0/conf/properties-features",
          FEATURES + "8/1.0/conf/sortables",
          FEATURES + "8/1.0/conf/sorting",
          FEATURES + "8/1.0/conf/features-sorting",
          JsonFgFeatures.CORE,
          JsonFgFeatures.TYPES);

  private final LayerCatalogue catalogue;
  private final BaseUrl base;
  private final AnswerWriter answers;
  private final Pages pages;
  private final List<ApiPart> parts;

  LandingController(
      LayerCatalogue catalogue,
      BaseUrl base,
      AnswerWriter answers,
      Pages pages,
      ObjectProvider<ApiPart> parts) {
    this.catalogue = catalogue;
    this.base = base;
    this.answers = answers;
    this.pages = pages;
    this.parts = parts.orderedStream().toList();
  }

  @GetMapping({"/ogc", "/ogc/"})
  void landing(HttpServletRequest request, HttpServletResponse response) throws IOException {
    Visit visit = Visit.of(request, base, "", Set.of());
    String root = visit.root();
    List<Link> links = visit.selfLinks(Link.JSON);
    links.add(
        Link.of(
            root + "/api?f=json",
            "service-desc",
            Link.OPEN_API,
            visit.say("Mô tả dịch vụ (OpenAPI)", "The service described (OpenAPI)")));
    links.add(
        Link.of(
            root + "/api?f=html",
            "service-doc",
            Link.HTML,
            visit.say("Hướng dẫn gọi dịch vụ", "How to call the service")));
    links.add(
        Link.of(
            root + "/conformance",
            "conformance",
            Link.JSON,
            visit.say("Các chuẩn tuân theo", "What the service conforms to")));
    links.add(
        Link.of(
            root + "/collections", "data", Link.JSON, visit.say("Các lớp dữ liệu", "The layers")));
    parts.forEach(part -> links.addAll(part.landingLinks(visit)));
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("title", visit.say("Khu Xưởng: dữ liệu bản đồ", "Khu Xưởng: map data"));
    document.put(
        "description",
        visit.say(
            "Khu công nghiệp, phân khu, nhà xưởng cao tầng và khoang trống của Thành phố Hồ Chí"
                + " Minh, để dùng trong phần mềm GIS.",
            "Industrial zones, subzones, high-rise factories and free bays of Ho Chi Minh City,"
                + " for use in GIS software."));
    document.put("links", links);
    if (visit.format() == Format.HTML) {
      answers.page(visit, pages.landing(visit, document), request, response);
    } else {
      answers.document(visit, document, Link.JSON, request, response);
    }
  }

  @GetMapping("/ogc/conformance")
  void conformance(HttpServletRequest request, HttpServletResponse response) throws IOException {
    Visit visit = Visit.of(request, base, "/conformance", Set.of());
    Map<String, Object> document = new LinkedHashMap<>();
    List<String> classes = new ArrayList<>(CONFORMANCE);
    parts.forEach(part -> classes.addAll(part.conformance()));
    document.put("conformsTo", classes);
    document.put("links", visit.selfLinks(Link.JSON));
    if (visit.format() == Format.HTML) {
      answers.page(visit, pages.conformance(visit, classes), request, response);
    } else {
      answers.document(visit, document, Link.JSON, request, response);
    }
  }

  @GetMapping("/ogc/api")
  void api(HttpServletRequest request, HttpServletResponse response) throws IOException {
    Visit visit = Visit.of(request, base, "/api", Set.of());
    List<Layer> layers = catalogue.layers(visit.roles());
    if (visit.format() == Format.HTML) {
      answers.page(visit, pages.api(visit, layers), request, response);
    } else {
      Map<String, Object> document = new OpenApi(visit, parts).document(layers);
      answers.document(visit, document, Link.OPEN_API, request, response);
    }
  }
}
