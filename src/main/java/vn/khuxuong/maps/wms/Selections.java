package vn.khuxuong.maps.wms;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.khuxuong.geo.Crs;
import vn.khuxuong.maps.gml.FeatureId;
import vn.khuxuong.maps.layer.FieldType;
import vn.khuxuong.maps.layer.Layer;
import vn.khuxuong.maps.picture.PictureLayer;
import vn.khuxuong.maps.wms.WmsException.Code;
import vn.khuxuong.platform.time.CivilTime;

/**
 * Reads which features a request is about: TIME, ASOF, DIM_FLOOR, FEATUREID and the filters. All of
 * them must hold. A layer without time or storeys is not touched by these.
 */
@Component
class Selections {
  private static final int MOST_IDS = 500;

  private final Clock clock;

  Selections(Clock clock) {
    this.clock = clock;
  }

  /** What a request says about all its layers. */
  private record Asked(
      List<Days> days,
      @Nullable Instant asOf,
      @Nullable List<Floors> floors,
      @Nullable List<FeatureId> ids) {}

  /**
   * The layers with what is wanted of them.
   *
   * @param crs system of the shapes in filters
   */
  List<RequestedLayers.Named> apply(
      Parameters parameters, List<RequestedLayers.Named> named, Crs crs, WmsVersion version) {
    Asked asked = asked(parameters);
    LayerFilters filters = LayerFilters.read(parameters, named, crs, version);
    List<RequestedLayers.Named> applied = new ArrayList<>();
    for (int i = 0; i < named.size(); i++) {
      List<RequestedLayer> layers = new ArrayList<>();
      for (RequestedLayer layer : named.get(i).layers()) {
        Conditions conditions = new Conditions("wms" + i + "_");
        filters.add(i, layer.layer(), conditions);
        layers.add(layer.only(selection(layer.layer(), asked, conditions)));
      }
      applied.add(new RequestedLayers.Named(named.get(i).name(), layers));
    }
    return applied;
  }

  private Asked asked(Parameters parameters) {
    LocalDate today = LocalDate.now(clock);
    List<Days> days =
        parameters.find("TIME").map(text -> Days.parse(text, today)).orElse(List.of());
    List<Floors> floors = parameters.find("DIM_FLOOR").map(Floors::parse).orElse(null);
    return new Asked(days, asOf(parameters), floors, ids(parameters));
  }

  private static @Nullable Instant asOf(Parameters parameters) {
    return parameters
        .find("ASOF")
        .map(
            text ->
                CivilTime.findMoment(text)
                    .orElseThrow(
                        () ->
                            new WmsException(
                                Code.INVALID_PARAMETER,
                                "ASOF phải là ngày hoặc thời điểm ISO 8601.",
                                "ASOF must be a date or an instant of ISO 8601.",
                                "ASOF"))
                    .toInstant())
        .orElse(null);
  }

  private static @Nullable List<FeatureId> ids(Parameters parameters) {
    Optional<String> text = parameters.find("FEATUREID").or(() -> parameters.find("FEATUREIDS"));
    if (text.isEmpty()) {
      return null;
    }
    String[] parts = text.get().split(",", MOST_IDS + 1);
    List<FeatureId> ids = new ArrayList<>();
    for (String part : parts) {
      FeatureId id = FeatureId.find(part.strip());
      if (id == null || parts.length > MOST_IDS) {
        throw new WmsException(
            Code.INVALID_PARAMETER,
            "FEATUREID phải là nhiều nhất " + MOST_IDS + " mã dạng lớp.khóa, cách nhau bằng phẩy.",
            "FEATUREID must be at most " + MOST_IDS + " names like layer.key with commas between.",
            "FEATUREID");
      }
      ids.add(id);
    }
    return ids;
  }

  private Selection selection(Layer layer, Asked asked, Conditions conditions) {
    LocalDate day = null;
    Instant asOf = null;
    Layer.Period time = layer.time();
    if (time != null && time.bitemporal()) {
      asOf = asked.asOf();
    }
    if (time != null && !asked.days().isEmpty()) {
      boolean oneDay = asked.days().size() == 1 && asked.days().get(0).isOneDay();
      if (time.bitemporal() && oneDay) {
        LocalDate wanted = asked.days().get(0).first();
        day = LocalDate.now(clock).equals(wanted) ? null : wanted;
      } else {
        conditions.inForce(time, asked.days());
      }
    }
    if (layer.floor() != null && asked.floors() != null && !asked.floors().isEmpty()) {
      conditions.onFloors(layer.floor(), asked.floors());
    }
    if (asked.ids() != null) {
      conditions.named(layer, asked.ids());
    }
    return new Selection(conditions.all(), day, asOf);
  }

  /** Conditions on one layer, in SQL: names from the catalogue, values bound. */
  static final class Conditions {
    private final String prefix;
    private final List<String> all = new ArrayList<>();
    private final Map<String, Object> values = new HashMap<>();

    Conditions(String prefix) {
      this.prefix = prefix;
    }

    String prefix() {
      return prefix;
    }

    Map<String, Object> values() {
      return values;
    }

    void add(String sql) {
      all.add(sql);
    }

    private String bound(Object value) {
      String name = prefix + values.size();
      values.put(name, value);
      return ":" + name;
    }

    /** In force on any of the days. */
    void inForce(Layer.Period time, List<Days> days) {
      List<String> any = new ArrayList<>();
      for (Days span : days) {
        List<String> both = new ArrayList<>();
        both.add("true");
        if (span.last() != null) {
          String from = "\"" + time.from() + "\"";
          both.add("(" + from + " is null or " + from + " <= " + bound(span.last()) + ")");
        }
        if (span.first() != null && time.until() != null) {
          String until = "\"" + time.until() + "\"";
          both.add("(" + until + " is null or " + until + " > " + bound(span.first()) + ")");
        }
        any.add(String.join(" and ", both));
      }
      all.add("(" + String.join(" or ", any) + ")");
    }

    void onFloors(String column, List<Floors> floors) {
      List<String> any =
          floors.stream()
              .map(
                  span ->
                      "\""
                          + column
                          + "\" between "
                          + bound(span.lowest())
                          + " and "
                          + bound(span.highest()))
              .toList();
      all.add("(" + String.join(" or ", any) + ")");
    }

    /** One of the features; a name of another layer, or that cannot be a key, fits none. */
    void named(Layer layer, List<FeatureId> ids) {
      boolean number = layer.keyType() == FieldType.INTEGER;
      String[] keys =
          ids.stream()
              .filter(id -> id.layer().equals(layer.id()))
              .map(FeatureId::key)
              .filter(key -> !number || key.matches("-?\\d{1,18}"))
              .toArray(String[]::new);
      String type = number ? "::bigint[])" : "::text[])";
      String key = "\"" + layer.key() + "\"" + (number ? "" : "::text");
      all.add(key + " = any (" + bound(keys) + type);
    }

    PictureLayer.@Nullable Condition all() {
      return all.isEmpty() ? null : new PictureLayer.Condition(String.join(" and ", all), values);
    }
  }
}
