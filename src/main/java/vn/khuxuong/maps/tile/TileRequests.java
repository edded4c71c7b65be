package vn.khuxuong.maps.tile;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.khuxuong.geo.Crs;
import vn.khuxuong.geo.GeoRefusal;
import vn.khuxuong.maps.feature.Interval;
import vn.khuxuong.maps.feature.Parameters;
import vn.khuxuong.maps.filter.Filter;
import vn.khuxuong.maps.filter.FilterReader;
import vn.khuxuong.maps.filter.FilterRefusal;
import vn.khuxuong.maps.layer.Layer;
import vn.khuxuong.maps.layer.LayerCatalogue;
import vn.khuxuong.maps.layer.LayerGroups;
import vn.khuxuong.maps.layer.MapsProblem;
import vn.khuxuong.maps.layer.Viewer;
import vn.khuxuong.maps.style.Styles;
import vn.khuxuong.platform.problem.ProblemException;
import vn.khuxuong.platform.time.CivilTime;

/** Reads which tile is wanted: the same for all doors through which tiles leave. */
@Component
class TileRequests {

  /** Different layers on one tile. */
  static final int MAX_LAYERS = 8;

  private static final List<String> SELECTION =
      List.of("filter", "filter-lang", "filter-crs", "datetime", "subset", "asOf", "floor");

  private static final Pattern TIME_AXIS =
      Pattern.compile("datetime\\((?<first>\"[^\"]*\"|\\*)(?::(?<last>\"[^\"]*\"|\\*))?\\)");

  private final LayerCatalogue catalogue;
  private final LayerGroups groups;
  private final Styles styles;
  private final Clock clock;

  TileRequests(LayerCatalogue catalogue, LayerGroups groups, Styles styles, Clock clock) {
    this.catalogue = catalogue;
    this.groups = groups;
    this.styles = styles;
    this.clock = clock;
  }

  /** The parameters that choose what is on a tile of a format. */
  static Set<String> parameters(TileFormat format) {
    Set<String> names = new LinkedHashSet<>(SELECTION);
    names.add(format.isMap() ? "styles" : "properties");
    return names;
  }

  /**
   * The layers of these names as the asker may see them, each once; several names have commas
   * between. A group stands for its layers in drawing order.
   */
  List<Layer> layers(String names, Set<String> roles) {
    List<String> ids = Stream.of(names.split(",", -1)).distinct().limit(MAX_LAYERS + 1L).toList();
    List<Layer> layers = new ArrayList<>();
    if (ids.size() <= MAX_LAYERS) {
      ids.forEach(id -> layers.addAll(named(id, roles)));
    }
    List<Layer> different = layers.stream().distinct().toList();
    if (ids.size() > MAX_LAYERS || different.size() > MAX_LAYERS) {
      throw MapsProblem.BAD_PARAMETER
          .with(
              "Một ô có nhiều nhất " + MAX_LAYERS + " lớp khác nhau.",
              "A tile has at most " + MAX_LAYERS + " different layers.")
          .field("layers");
    }
    return different;
  }

  private List<Layer> named(String id, Set<String> roles) {
    Optional<LayerGroups.Group> group = groups.find(id);
    List<Layer> ofGroup =
        group
            .map(
                found ->
                    catalogue.layers(roles).stream()
                        .filter(layer -> found.layerIds().contains(layer.id()))
                        .toList())
            .orElse(List.of());
    return ofGroup.isEmpty() ? List.of(catalogue.get(id, roles)) : ofGroup;
  }

  /**
   * The request.
   *
   * @param layers as the asker may see them
   * @param density 1 or 2
   * @param given parameters that were checked to be known ones
   */
  TileRequest read(
      List<Layer> layers,
      Tile tile,
      TileFormat format,
      int density,
      Parameters given,
      HttpServletRequest request) {
    List<TileLayer> wanted = new ArrayList<>();
    List<String> named = styleNames(given.find("styles"), layers);
    for (int i = 0; i < layers.size(); i++) {
      Layer layer = layers.get(i);
      wanted.add(new TileLayer(layer, named.get(i), filter(given, layer)));
    }
    return new TileRequest(
        wanted,
        tile,
        format,
        density,
        during(given, layers),
        asOf(given.find("asOf"), layers),
        floor(given.find("floor"), layers),
        properties(given.find("properties"), layers),
        Viewer.roles(request));
  }

  private List<String> styleNames(@Nullable String text, List<Layer> layers) {
    if (text == null || text.isEmpty()) {
      return layers.stream().map(layer -> Styles.DEFAULT).toList();
    }
    List<String> names =
        Stream.of(text.split(",", -1)).map(n -> n.isEmpty() ? Styles.DEFAULT : n).toList();
    if (names.size() != layers.size()) {
      throw Parameters.bad(
          "styles", "phải có một tên cho mỗi lớp", "must have one name for each layer");
    }
    for (int i = 0; i < names.size(); i++) {
      requireStyle(layers.get(i), names.get(i));
    }
    return names;
  }

  /** Refuses a style that the layer does not have. */
  void requireStyle(Layer layer, String name) {
    if (!styles.names(layer.style()).contains(name)) {
      throw MapsProblem.UNKNOWN_LAYER.with(
          "Không có lớp hoặc kiểu bản đồ này.", "There is no such layer or style.");
    }
  }

  private static @Nullable Filter filter(Parameters given, Layer layer) {
    String text = given.find("filter");
    String language = given.find("filter-lang");
    String system = given.find("filter-crs");
    if (text == null) {
      if (language != null || system != null) {
        throw Parameters.bad(
            language != null ? "filter-lang" : "filter-crs",
            "chỉ có nghĩa khi có filter",
            "means something beside filter only");
      }
      return null;
    }
    Crs crs = system == null ? Crs.CRS84 : crs(system);
    try {
      Filter filter =
          switch (language == null ? "cql2-text" : language) {
            case "cql2-text" -> FilterReader.cql2Text(text, layer, crs);
            case "cql2-json" -> FilterReader.cql2Json(text, layer, crs);
            default ->
                throw Parameters.bad(
                    "filter-lang",
                    "phải là cql2-text hoặc cql2-json",
                    "must be cql2-text or cql2-json");
          };
      return filter instanceof Filter.Truth truth && truth.value() ? null : filter;
    } catch (FilterRefusal refusal) {
      throw MapsProblem.BAD_PARAMETER.with(refusal.vi(), refusal.en()).field("filter");
    }
  }

  private static Crs crs(String system) {
    try {
      return Crs.parse(system);
    } catch (GeoRefusal refusal) {
      throw MapsProblem.of(refusal, "filter-crs");
    }
  }

  private @Nullable Interval during(Parameters given, List<Layer> layers) {
    String text = given.find("datetime");
    String subset = given.find("subset");
    if (subset != null) {
      Matcher axis = TIME_AXIS.matcher(subset);
      if (!axis.matches() || text != null) {
        throw bad(
            "subset",
            "chỉ nhận trục datetime, ví dụ datetime(\"2026-11-26\")",
            "takes the axis datetime only, as in datetime(\"2026-11-26\")");
      }
      String last = axis.group("last");
      text = last == null ? end(axis.group("first")) : end(axis.group("first")) + "/" + end(last);
    }
    if (text == null) {
      return null;
    }
    Interval during = Interval.parse(text);
    LocalDate today = LocalDate.now(clock);
    boolean now = during.equals(new Interval(today, today));
    return now || layers.stream().allMatch(layer -> layer.time() == null) ? null : during;
  }

  private static String end(String text) {
    return text.equals("*") ? ".." : text.substring(1, text.length() - 1);
  }

  private static @Nullable OffsetDateTime asOf(@Nullable String text, List<Layer> layers) {
    if (text == null) {
      return null;
    }
    OffsetDateTime moment =
        CivilTime.findMoment(text)
            .orElseThrow(
                () ->
                    Parameters.bad(
                        "asOf",
                        "phải là ngày hoặc thời điểm RFC 3339",
                        "must be a date or a date-time of RFC 3339"));
    boolean remembering =
        layers.stream().anyMatch(layer -> layer.time() != null && layer.time().bitemporal());
    return remembering ? moment : null;
  }

  private static @Nullable Integer floor(@Nullable String text, List<Layer> layers) {
    if (text == null) {
      return null;
    }
    if (!text.matches("-?[0-9]{1,3}")) {
      throw bad("floor", "phải là số tầng", "must be the number of a storey");
    }
    if (layers.stream().allMatch(layer -> layer.floor() == null)) {
      throw bad(
          "floor", "chỉ có nghĩa với lớp có tầng", "means something for layers with storeys only");
    }
    return Integer.valueOf(text);
  }

  private static @Nullable Set<String> properties(@Nullable String text, List<Layer> layers) {
    if (text == null) {
      return null;
    }
    Set<String> names = new LinkedHashSet<>();
    for (String name : text.split(",", -1)) {
      boolean known =
          layers.stream()
              .anyMatch(layer -> layer.field(name).isPresent() || layer.key().equals(name));
      if (!known && !text.isEmpty()) {
        throw bad(
            "properties",
            "có tên mà không lớp nào ở đây có",
            "has a name that none of the layers knows");
      }
      names.add(name);
    }
    return names;
  }

  private static ProblemException bad(String name, String vi, String en) {
    return Parameters.bad(name, vi, en);
  }
}
