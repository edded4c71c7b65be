package vn.khuxuong.zoning;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.Normalizer;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Polygon;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a planner may say about a subzone beside its shape: the one list that JSON, history,
 * differences and hashes go through, in the order in which people read it.
 */
public enum Attribute {
  CODE("code", Kind.CODE, false, Subzone::code),
  LAND_USE("landUse", Kind.LAND_USE, false, Subzone::landUse),
  NAME_VI("nameVi", Kind.TEXT, false, Subzone::nameVi),
  NAME_EN("nameEn", Kind.TEXT, false, Subzone::nameEn),
  CADASTRAL_CODE("cadastralCode", Kind.TEXT, true, Subzone::cadastralCode),
  PHASE("phase", Kind.COUNT, true, Subzone::phase),
  MAX_DENSITY_PCT("maxDensityPct", Kind.DECIMAL, true, Subzone::maxDensityPct),
  MAX_FLOORS("maxFloors", Kind.COUNT, true, Subzone::maxFloors),
  FAR("far", Kind.DECIMAL, true, Subzone::far),
  PURPOSE_VI("purposeVi", Kind.TEXT, true, Subzone::purposeVi),
  PURPOSE_EN("purposeEn", Kind.TEXT, true, Subzone::purposeEn);

  private enum Kind {
    CODE,
    LAND_USE,
    TEXT,
    COUNT,
    DECIMAL
  }

  /** Longer texts are no names or purposes. */
  private static final int MAX_TEXT = 2_000;

  private final String key;
  private final Kind kind;
  private final boolean clearable;
  private final Function<Subzone, @Nullable Object> getter;

  Attribute(String key, Kind kind, boolean clearable, Function<Subzone, @Nullable Object> getter) {
    this.key = key;
    this.kind = kind;
    this.clearable = clearable;
    this.getter = getter;
  }

  /** The attribute with this member name, in the spelling of {@link #key}. */
  public static Optional<Attribute> find(String key) {
    for (Attribute attribute : values()) {
      if (attribute.key.equals(key)) {
        return Optional.of(attribute);
      }
    }
    return Optional.empty();
  }

  /** Member name in JSON, for example {@code maxDensityPct}. */
  public String key() {
    return key;
  }

  /** Whether a subzone can do without it. */
  public boolean isClearable() {
    return clearable;
  }

  /** A subzone's value: String, {@link LandUse}, Integer or Double; null where it has none. */
  public @Nullable Object of(Subzone subzone) {
    return getter.apply(subzone);
  }

  /** All values of a subzone; empty where it has none. */
  public static Map<Attribute, Optional<Object>> allOf(Subzone subzone) {
    Map<Attribute, Optional<Object>> all = new EnumMap<>(Attribute.class);
    for (Attribute attribute : values()) {
      all.put(attribute, Optional.ofNullable(attribute.of(subzone)));
    }
    return all;
  }

  /**
   * A subzone of these values, which must be of the types {@link #read} makes.
   *
   * @throws AttributeRefusal when one that every subzone has is missing
   */
  public static Subzone subzone(
      String uid, Map<Attribute, Optional<Object>> values, Polygon shape) {
    return new Subzone(
        uid,
        (String) CODE.required(values),
        (LandUse) LAND_USE.required(values),
        (String) NAME_VI.required(values),
        (String) NAME_EN.required(values),
        (String) CADASTRAL_CODE.given(values),
        (Integer) PHASE.given(values),
        (Double) MAX_DENSITY_PCT.given(values),
        (Integer) MAX_FLOORS.given(values),
        (Double) FAR.given(values),
        (String) PURPOSE_VI.given(values),
        (String) PURPOSE_EN.given(values),
        shape);
  }

  private Object required(Map<Attribute, Optional<Object>> values) {
    Object value = given(values);
    if (value == null) {
      throw refused("thiếu", "is missing");
    }
    return value;
  }

  private @Nullable Object given(Map<Attribute, Optional<Object>> values) {
    Optional<Object> value = values.get(this);
    return value == null ? null : value.orElse(null);
  }

  /**
   * Reads a value as it came from outside. Texts become NFC; percentages and ratios are rounded to
   * the two decimals that are stored.
   *
   * @return null where the JSON says null
   * @throws AttributeRefusal when it is no value of this attribute
   */
  public @Nullable Object read(JsonNode json) {
    if (json.isNull()) {
      if (!clearable) {
        throw refused("không được bỏ trống", "may not be empty");
      }
      return null;
    }
    return switch (kind) {
      case CODE -> code(text(json));
      case LAND_USE -> landUse(text(json));
      case TEXT -> text(json);
      case COUNT -> count(json);
      case DECIMAL -> decimal(json);
    };
  }

  private String text(JsonNode json) {
    if (!json.isString()) {
      throw refused("phải là chữ", "must be text");
    }
    String text = Normalizer.normalize(json.asString().strip(), Normalizer.Form.NFC);
    if (text.length() > MAX_TEXT || text.chars().anyMatch(c -> c < ' ' && c != '\n')) {
      throw refused("quá dài hoặc có ký tự điều khiển", "is too long or has control characters");
    }
    return text;
  }

  private String code(String text) {
    if (!Subzone.CODE.matcher(text).matches()) {
      throw refused(
          "chỉ gồm chữ hoa không dấu, số, dấu chấm và gạch nối, tối đa 16 ký tự",
          "has capital letters, digits, dots and hyphens only, at most 16");
    }
    return text;
  }

  private LandUse landUse(String text) {
    return LandUse.find(text)
        .orElseThrow(() -> refused("không phải loại đất đã biết", "is no known land use"));
  }

  private Integer count(JsonNode json) {
    int least = this == PHASE ? 1 : 0;
    if (!json.isIntegralNumber() || !json.canConvertToInt() || json.intValue() < least) {
      throw refused(
          "phải là số nguyên từ " + least + " trở lên", "must be a whole number from " + least);
    }
    return json.intValue();
  }

  private Double decimal(JsonNode json) {
    double most = this == FAR ? 999.99 : 100;
    double value = json.isNumber() ? json.doubleValue() : Double.NaN;
    if (!(value >= 0 && value <= most)) {
      throw refused("phải là số từ 0 đến " + most, "must be a number from 0 to " + most);
    }
    return BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_UP).doubleValue();
  }

  private AttributeRefusal refused(String vi, String en) {
    return new AttributeRefusal(this, "“" + key + "” " + vi + ".", "“" + key + "” " + en + ".");
  }

  /** Writes a value that {@link #of} gave under a member name. */
  void write(ObjectNode json, String member, @Nullable Object value) {
    if (value == null) {
      json.putNull(member);
    } else if (value instanceof Integer count) {
      json.put(member, count);
    } else if (value instanceof Double decimal) {
      json.put(member, decimal);
    } else {
      json.put(member, value instanceof LandUse use ? use.name() : value.toString());
    }
  }
}
