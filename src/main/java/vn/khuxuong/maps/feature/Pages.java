package vn.khuxuong.maps.feature;

import com.samskivert.mustache.Mustache;
import java.nio.charset.StandardCharsets;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import vn.khuxuong.geo.Crs;
import vn.khuxuong.maps.layer.Field;
import vn.khuxuong.maps.layer.FieldType;
import vn.khuxuong.maps.layer.Layer;
import vn.khuxuong.maps.layer.Text;
import vn.khuxuong.platform.web.Language;

/**
 * The same resources as pages for people, in Vietnamese or English; templates escape all values.
 */
@Component
public class Pages {

  /** A step from the landing page to where the visitor is. */
  public record Step(String title, String href) {}

  record Named(String name, String title, String note) {}

  private static final int MOST_DECIMALS = 6;

  /** Ends of relations whose resources come as pages too. */
  private static final List<String> PAGES =
      List.of("/tilesets-vector", "/tilesets-map", "/tiling-schemes", "/styles");

  private final Mustache.Compiler compiler;

  Pages(Mustache.Compiler compiler) {
    this.compiler = compiler;
  }

  /**
   * A page of a part of the API: everything of the frame is in the model already.
   *
   * @param template its name
   * @param steps the way from the landing page to here
   * @param own what the template shows beside the frame
   */
  public byte[] page(
      Visit visit, String template, String title, List<Step> steps, Map<String, Object> own) {
    Map<String, Object> model = model(visit, title, steps);
    model.putAll(own);
    return render(template, model);
  }

  byte[] landing(Visit visit, Map<String, Object> document) {
    Map<String, Object> model = model(visit, String.valueOf(document.get("title")), List.of());
    model.put("description", String.valueOf(document.get("description")));
    model.put("collectionsHref", visit.root() + "/collections?f=html&lang=" + lang(visit));
    model.put("conformanceHref", visit.root() + "/conformance?f=html&lang=" + lang(visit));
    model.put("apiHref", visit.root() + "/api?f=html&lang=" + lang(visit));
    model.put("more", further(visit, document));
    model.put("examplesHref", visit.root() + "/examples?lang=" + lang(visit));
    model.put("root", visit.root());
    model.put("site", visit.root().substring(0, visit.root().length() - "/ogc".length()));
    return render("ogc/landing", model);
  }

  byte[] conformance(Visit visit, List<String> classes) {
    String title = visit.say("Các chuẩn tuân theo", "Conformance");
    Map<String, Object> model = model(visit, title, List.of());
    model.put("classes", classes);
    return render("ogc/conformance", model);
  }

  byte[] api(Visit visit, List<Layer> layers) {
    String title = visit.say("Hướng dẫn gọi dịch vụ", "How to call the service");
    Map<String, Object> model = model(visit, title, List.of());
    model.put("root", visit.root());
    model.put("layers", layers.stream().map(layer -> card(visit, layer)).toList());
    model.put("systems", systems(visit));
    model.put("formats", Format.OF_FEATURES.stream().map(Format::word).toList());
    model.put("maxLimit", ItemsRequest.MAX_LIMIT);
    model.put("defaultLimit", ItemsRequest.DEFAULT_LIMIT);
    return render("ogc/api", model);
  }

  byte[] collections(Visit visit, List<Layer> layers) {
    Map<String, Object> model = model(visit, visit.say("Các lớp dữ liệu", "The layers"), List.of());
    model.put("layers", layers.stream().map(layer -> card(visit, layer)).toList());
    return render("ogc/collections", model);
  }

  byte[] collection(Visit visit, Layer layer, Map<String, Object> document) {
    Map<String, Object> model = model(visit, visit.say(layer.title()), List.of(toLayers(visit)));
    model.putAll(card(visit, layer));
    model.put("fields", fields(visit, layer.fields()));
    model.put("systems", systems(visit));
    model.put("bbox", bbox(document));
    model.put("box", geoBox(document));
    model.put("downloads", downloads(visit, layer));
    model.put("asHtml", visit.in(Format.HTML));
    model.put("more", further(visit, document));
    return render("ogc/collection", model);
  }

  /** The pages that other parts of the API have of the same. */
  private static List<Step> further(Visit visit, Map<String, Object> document) {
    List<Step> pages = new ArrayList<>();
    if (document.get("links") instanceof List<?> links) {
      for (Object each : links) {
        if (each instanceof Link link
            && link.rel().startsWith("http://www.opengis.net/def/rel/ogc/1.0/")
            && PAGES.stream().anyMatch(link.rel()::endsWith)) {
          String title = link.title() == null ? link.href() : link.title();
          pages.add(new Step(title, link.href().replace("?f=json", query(visit))));
        }
      }
    }
    return pages;
  }

  byte[] fields(Visit visit, Layer layer, FieldList list) {
    List<Step> way = List.of(toLayers(visit), toLayer(visit, layer));
    Map<String, Object> model = model(visit, list.title(visit), way);
    model.put("fields", fields(visit, list.of(layer)));
    return render("ogc/fields", model);
  }

  static List<String> values(Visit visit, List<Field> fields, JsonNode feature) {
    return fields.stream()
        .map(field -> value(visit, field, feature.path("properties").path(field.name())))
        .toList();
  }

  private static String value(Visit visit, Field field, JsonNode value) {
    if (value.isNull() || value.isMissingNode()) {
      return "–";
    }
    Text meaning = value.isString() ? field.values().get(value.asString()) : null;
    if (meaning != null) {
      return visit.say(meaning);
    }
    if (value.isBoolean()) {
      return value.asBoolean() ? visit.say("có", "yes") : visit.say("không", "no");
    }
    if (field.type() == FieldType.DATE) {
      return visit.language().date(LocalDate.parse(value.asString()));
    }
    // years and numbers of things have no unit and no separators
    boolean measured = value.isNumber() && field.unit() != null;
    if (measured || value.isFloatingPointNumber()) {
      NumberFormat format = NumberFormat.getNumberInstance(visit.language().locale());
      format.setMaximumFractionDigits(MOST_DECIMALS);
      return format.format(value.decimalValue());
    }
    return value.asString();
  }

  static String heading(Visit visit, Field field) {
    String title = visit.say(field.title());
    String unit = field.unit() == null ? "" : " (" + field.unit() + ")";
    return title.endsWith(unit) ? title : title + unit;
  }

  private static List<Named> fields(Visit visit, List<Field> fields) {
    return fields.stream()
        .map(
            field -> {
              List<String> meanings = new ArrayList<>();
              field.values().forEach((code, text) -> meanings.add(code + ": " + visit.say(text)));
              return new Named(field.name(), heading(visit, field), String.join("; ", meanings));
            })
        .toList();
  }

  private static List<Named> systems(Visit visit) {
    return OfferedCrs.ALL.stream()
        .map(crs -> new Named(crs.code(), visit.say(crs.nameVi(), crs.nameEn()), crs.uri()))
        .toList();
  }

  private static Map<String, Object> card(Visit visit, Layer layer) {
    Map<String, Object> card = new HashMap<>();
    card.put("id", layer.id());
    card.put("name", visit.say(layer.title()));
    card.put("description", visit.say(layer.description()));
    card.put("dataStatus", visit.say(layer.dataStatus().label()));
    card.put("licence", visit.say(layer.licence()));
    card.put("attribution", visit.say(layer.attribution()));
    card.put("href", here(visit, layer) + query(visit));
    card.put("itemsHref", here(visit, layer) + "/items" + query(visit));
    card.put("queryablesHref", here(visit, layer) + "/queryables" + query(visit));
    card.put("filters", fields(visit, layer.fields().stream().filter(Field::queryable).toList()));
    return card;
  }

  private static String bbox(Map<String, Object> document) {
    List<?> box = extent(document);
    return box.isEmpty()
        ? "–"
        : box.toString().replaceAll("[\\[\\]]", "") + " (" + Crs.CRS84.code() + ")";
  }

  /** The extent as schema.org has it: south, west, north, east; null without one. */
  private static @Nullable String geoBox(Map<String, Object> document) {
    List<?> box = extent(document);
    return box.size() < 4
        ? null
        : box.get(1) + " " + box.get(0) + " " + box.get(3) + " " + box.get(2);
  }

  /** West, south, east, north; empty without features. */
  private static List<?> extent(Map<String, Object> document) {
    return document.get("extent") instanceof Map<?, ?> extent
            && extent.get("spatial") instanceof Map<?, ?> spatial
            && spatial.get("bbox") instanceof List<?> boxes
            && boxes.get(0) instanceof List<?> box
        ? box
        : List.of();
  }

  /** Where search engines find all features, a media type as the title. */
  private static List<Step> downloads(Visit visit, Layer layer) {
    String items = visit.root() + "/collections/" + layer.id() + "/items?f=";
    return Format.OF_FEATURES.stream()
        .filter(Format::isFile)
        .map(format -> new Step(format.mediaType(), items + format.word()))
        .toList();
  }

  static Step toLayers(Visit visit) {
    return new Step(
        visit.say("Các lớp dữ liệu", "The layers"), visit.root() + "/collections" + query(visit));
  }

  static Step toLayer(Visit visit, Layer layer) {
    return new Step(visit.say(layer.title()), here(visit, layer) + query(visit));
  }

  static Step toItems(Visit visit, Layer layer) {
    return new Step(visit.say("Bảng", "Table"), here(visit, layer) + "/items" + query(visit));
  }

  static String here(Visit visit, Layer layer) {
    return visit.root() + "/collections/" + layer.id();
  }

  static String query(Visit visit) {
    return "?f=html&lang=" + lang(visit);
  }

  private static String lang(Visit visit) {
    return visit.language().tag();
  }

  static Map<String, Object> model(Visit visit, String title, List<Step> steps) {
    List<Step> way = new ArrayList<>();
    way.add(new Step(visit.say("Dữ liệu", "Data"), visit.root() + query(visit)));
    way.addAll(steps);
    Map<String, Object> model = new HashMap<>();
    model.put("vi", visit.language() == Language.VI);
    model.put("lang", lang(visit));
    model.put("title", title);
    model.put("steps", way);
    model.put("inVietnamese", visit.inLanguage(Language.VI));
    model.put("inEnglish", visit.inLanguage(Language.EN));
    model.put("asJson", visit.in(Format.JSON));
    return model;
  }

  byte[] render(String template, Map<String, Object> model) {
    return compiler.loadTemplate(template).execute(model).getBytes(StandardCharsets.UTF_8);
  }
}
