package vn.khuxuong.zoning.edit;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.databind.JsonNode;
import vn.khuxuong.geo.Crs;
import vn.khuxuong.zoning.Attribute;
import vn.khuxuong.zoning.AttributeRefusal;
import vn.khuxuong.zoning.LandUse;
import vn.khuxuong.zoning.edit.EditRefusal.Reason;

/** Members of one edit as they were sent; what nobody asked for is refused. */
final class Members {
  private static final int MAX_NAMES = 10_000;

  private static final Pattern UUID_FORM =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

  private final JsonNode json;
  private final Crs legal;
  private final Set<String> known = new HashSet<>();

  Members(JsonNode json, Crs legal) {
    this.json = json;
    this.legal = legal;
    if (!json.isObject()) {
      throw EditRefusal.because(
          Reason.BAD_JSON, "Mỗi thao tác phải là một đối tượng.", "Each edit must be an object.");
    }
  }

  boolean has(String name) {
    JsonNode value = find(name);
    return value != null;
  }

  private @Nullable JsonNode find(String name) {
    known.add(name);
    JsonNode value = json.get(name);
    return value == null || value.isNull() ? null : value;
  }

  private JsonNode get(String name) {
    JsonNode value = find(name);
    if (value == null) {
      throw bad(name, "thiếu", "is missing");
    }
    return value;
  }

  String text(String name) {
    return text(name, get(name));
  }

  private static String text(String name, JsonNode value) {
    if (!value.isString() || value.asString().isBlank()) {
      throw bad(name, "phải là chữ", "must be text");
    }
    return value.asString().strip();
  }

  @Nullable String textOrNull(String name) {
    return has(name) ? text(name) : null;
  }

  @Nullable String uuidOrNull(String name) {
    String text = textOrNull(name);
    if (text != null && !UUID_FORM.matcher(text).matches()) {
      throw bad(name, "phải là UUID viết thường", "must be a UUID in lower case");
    }
    return text;
  }

  List<String> texts(String name) {
    JsonNode value = find(name);
    List<String> texts = new ArrayList<>();
    if (value == null) {
      return texts;
    }
    if (!value.isArray() || value.size() > MAX_NAMES) {
      throw bad(name, "phải là danh sách", "must be a list");
    }
    for (JsonNode item : value) {
      texts.add(text(name, item));
    }
    return texts;
  }

  List<LandUse> landUses(String name) {
    return texts(name).stream()
        .map(
            text ->
                LandUse.find(text)
                    .orElseThrow(
                        () ->
                            bad(
                                name,
                                "có loại đất lạ “" + ShapeJson.shown(text) + "”",
                                "has an unknown land use “" + ShapeJson.shown(text) + "”")))
        .toList();
  }

  double number(String name) {
    JsonNode value = get(name);
    if (!value.isNumber() || !Double.isFinite(value.doubleValue())) {
      throw bad(name, "phải là số", "must be a number");
    }
    return value.doubleValue();
  }

  boolean flag(String name) {
    JsonNode value = find(name);
    if (value != null && !value.isBoolean()) {
      throw bad(name, "phải là true hoặc false", "must be true or false");
    }
    return value != null && value.booleanValue();
  }

  <T extends Geometry> T shape(String name, ShapeJson.Kind kind, Class<T> type) {
    try {
      return type.cast(ShapeJson.read(get(name), kind, legal));
    } catch (EditRefusal e) {
      throw e.field(name);
    }
  }

  /** Empty where the member is missing. */
  Map<Attribute, Optional<Object>> attributes(String name) {
    Map<Attribute, Optional<Object>> values = new EnumMap<>(Attribute.class);
    JsonNode object = find(name);
    if (object == null) {
      return values;
    }
    if (!object.isObject()) {
      throw bad(name, "phải là đối tượng", "must be an object");
    }
    for (Map.Entry<String, JsonNode> member : object.properties()) {
      Attribute attribute =
          Attribute.find(member.getKey())
              .orElseThrow(() -> unknown(name + "." + ShapeJson.shown(member.getKey())));
      try {
        values.put(attribute, Optional.ofNullable(attribute.read(member.getValue())));
      } catch (AttributeRefusal e) {
        throw EditRefusal.because(Reason.BAD_ATTRIBUTE, e.vi(), e.en())
            .field(name + "." + attribute.key());
      }
    }
    return values;
  }

  /** Refuses members that nothing above asked for. */
  void done() {
    for (String name : json.propertyNames()) {
      if (!known.contains(name)) {
        throw unknown(ShapeJson.shown(name));
      }
    }
  }

  static EditRefusal unknown(String name) {
    return EditRefusal.because(
            Reason.BAD_JSON,
            "Không biết thành phần “" + name + "”.",
            "Unknown member “" + name + "”.")
        .field(name);
  }

  static EditRefusal bad(String name, String vi, String en) {
    return EditRefusal.because(
            Reason.BAD_JSON, "“" + name + "” " + vi + ".", "“" + name + "” " + en + ".")
        .field(name);
  }
}
