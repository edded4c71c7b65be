package vn.khuxuong.maps.feature;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import vn.khuxuong.maps.feature.Pages.Named;
import vn.khuxuong.maps.layer.Field;
import vn.khuxuong.maps.layer.FieldType;
import vn.khuxuong.maps.layer.Layer;
import vn.khuxuong.maps.query.Cursor;
import vn.khuxuong.maps.query.FeatureQuery;
import vn.khuxuong.platform.problem.ProblemException;

/**
 * Features as pages for people: a table with what it takes to filter and sort it, and one alone.
 */
@Component
class ItemPages {

  private static final List<String> LIMITS = List.of("20", "100", "500");
  private static final Set<String> OF_THE_FORM = Set.of("filter", "sortby", "limit");
  private static final Set<String> FILTERED =
      Set.of("filter", "filter-lang", "filter-crs", "cursor", "offset");
  private static final Set<String> OF_A_PAGE = Set.of("cursor", "offset");

  private final Pages pages;

  ItemPages(Pages pages) {
    this.pages = pages;
  }

  /** An entry of a list to choose from. */
  private record Choice(String value, String title, boolean chosen) {}

  private record Kept(String name, String value) {}

  private record Download(String title, String href) {}

  byte[] table(Visit visit, FeatureQuery query, ItemStore.Page page) {
    Layer layer = query.layer();
    Map<String, Object> model = form(visit, layer, null);
    model.put(
        "matched", page.matched().isPresent() ? String.valueOf(page.matched().getAsLong()) : false);
    model.put("returned", page.features().size());
    model.put("heads", query.fields().stream().map(field -> Pages.heading(visit, field)).toList());
    List<Map<String, Object>> rows = new ArrayList<>();
    for (JsonNode feature : page.features()) {
      Map<String, Object> row = new HashMap<>();
      String id = feature.path("id").asString();
      row.put("id", id);
      String address = Pages.here(visit, layer) + "/items/" + Visit.segment(id);
      row.put("href", address + Pages.query(visit));
      row.put("cells", Pages.values(visit, query.fields(), feature));
      rows.add(row);
    }
    model.put("rows", rows);
    model.put("none", rows.isEmpty());
    model.put("all", visit.parameters().has("filter") ? visit.without(FILTERED) : false);
    Cursor next = page.next();
    model.put("next", next == null ? false : visit.at(next.text(query.sort())));
    boolean turned = OF_A_PAGE.stream().anyMatch(visit.parameters()::has);
    model.put("first", turned ? visit.without(OF_A_PAGE) : false);
    return pages.render("ogc/items", model);
  }

  /** The form again, with what is wrong in it. */
  byte[] refused(Visit visit, Layer layer, ProblemException refusal) {
    return pages.render("ogc/items", form(visit, layer, refusal.detail(visit.language())));
  }

  private static Map<String, Object> form(Visit visit, Layer layer, @Nullable String refused) {
    Map<String, Object> model =
        Pages.model(
            visit,
            visit.say(layer.title()) + visit.say(": bảng", ": table"),
            List.of(Pages.toLayers(visit), Pages.toLayer(visit, layer)));
    model.put("here", Pages.here(visit, layer) + "/items");
    Map<String, String> kept = new LinkedHashMap<>(visit.parameters().all());
    kept.keySet().removeAll(OF_THE_FORM);
    kept.keySet().removeAll(OF_A_PAGE);
    kept.put("f", Format.HTML.word());
    kept.put("lang", visit.language().tag());
    List<Kept> hidden = new ArrayList<>();
    kept.forEach((name, value) -> hidden.add(new Kept(name, value)));
    model.put("kept", hidden);
    String filter = visit.parameters().find("filter");
    model.put("filter", filter == null ? "" : filter);
    model.put("example", example(layer));
    model.put("names", Pages.here(visit, layer) + "/queryables" + Pages.query(visit));
    model.put("orders", orders(visit, layer));
    String limit = visit.parameters().find("limit");
    String chosen = limit == null ? String.valueOf(ItemsRequest.DEFAULT_LIMIT) : limit;
    model.put("limits", LIMITS.stream().map(l -> new Choice(l, l, l.equals(chosen))).toList());
    model.put(
        "files",
        Format.OF_FEATURES.stream()
            .filter(Format::isFile)
            .map(format -> new Download(format.title(), visit.file(format)))
            .toList());
    model.put("refused", refused == null ? false : refused);
    return model;
  }

  private static List<Choice> orders(Visit visit, Layer layer) {
    String sortby = visit.parameters().find("sortby");
    String given = sortby == null ? "" : sortby.strip();
    List<Choice> orders = new ArrayList<>();
    for (Field field : layer.fields()) {
      String title = Pages.heading(visit, field);
      String down = "-" + field.name();
      orders.add(new Choice(field.name(), title + " ↑", given.equals(field.name())));
      orders.add(new Choice(down, title + " ↓", given.equals(down)));
    }
    return orders;
  }

  /** A condition that this layer understands. */
  private static String example(Layer layer) {
    for (Field field : layer.fields()) {
      if (field.queryable() && !field.values().isEmpty() && field.type() == FieldType.STRING) {
        return field.name() + " = '" + field.values().keySet().iterator().next() + "'";
      }
    }
    return "id = 1";
  }

  byte[] item(Visit visit, Layer layer, String id, JsonNode feature) {
    Map<String, Object> model =
        Pages.model(
            visit,
            visit.say(layer.title()) + " " + id,
            List.of(
                Pages.toLayers(visit), Pages.toLayer(visit, layer), Pages.toItems(visit, layer)));
    List<Named> facts = new ArrayList<>();
    List<String> values = Pages.values(visit, layer.fields(), feature);
    for (int i = 0; i < layer.fields().size(); i++) {
      Field field = layer.fields().get(i);
      facts.add(new Named(field.name(), Pages.heading(visit, field), values.get(i)));
    }
    model.put("facts", facts);
    model.put("shape", feature.path("geometry").path("type").asString());
    return pages.render("ogc/item", model);
  }
}
