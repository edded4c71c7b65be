package vn.khuxuong.maps.feature;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import vn.khuxuong.maps.FeatureChange;
import vn.khuxuong.maps.SeenVersion;

/**
 * One change of a transaction. {@code action} is {@code insert}, {@code replace}, {@code update} or
 * {@code delete}; all but the first name the feature by {@code id} and the version they saw by
 * {@code version}, beside the feature or among its properties.
 */
final class TransactionBody {

  private static final Set<String> MEMBERS = Set.of("action", "id", "version", "feature");

  private TransactionBody() {}

  /**
   * @param at path of the change in the body, with a dot behind
   */
  static FeatureChange change(EditVisit visit, JsonNode json, String at) {
    if (!json.isObject()) {
      throw FeatureBody.bad(at + "action", "thiếu", "is missing");
    }
    for (String name : json.propertyNames()) {
      if (!MEMBERS.contains(name)) {
        String shown = name.length() > 60 ? name.substring(0, 60) + "…" : name;
        throw FeatureBody.bad(at + shown, "không có ở đây", "has no meaning here");
      }
    }
    FeatureBody body = visit.body();
    JsonNode feature = json.path("feature");
    String inFeature = at + "feature.";
    return switch (json.path("action").asString("")) {
      case "insert" -> {
        body.requireFeature(feature, inFeature);
        yield new FeatureChange.Create(
            body.shape(feature, inFeature), body.properties(feature, inFeature));
      }
      case "replace" -> {
        body.requireFeature(feature, inFeature);
        Map<String, JsonNode> properties = body.properties(feature, inFeature);
        String id = id(json, at);
        yield new FeatureChange.Replace(
            id,
            body.shape(feature, inFeature),
            properties,
            visit.echoed(id, version(json, properties, at)));
      }
      case "update" -> {
        Map<String, JsonNode> properties = body.properties(feature, inFeature);
        String id = id(json, at);
        yield new FeatureChange.Update(
            id,
            feature.has("geometry") ? body.shape(feature, inFeature) : null,
            properties,
            visit.echoed(id, version(json, properties, at)));
      }
      case "delete" -> {
        String id = id(json, at);
        SeenVersion seen = visit.echoed(id, version(json, Map.of(), at));
        yield new FeatureChange.Delete(id, seen);
      }
      default ->
          throw FeatureBody.bad(
              at + "action",
              "phải là insert, replace, update hoặc delete",
              "must be insert, replace, update or delete");
    };
  }

  private static String id(JsonNode json, String at) {
    JsonNode id = json.path("id");
    if (!id.isString()) {
      throw FeatureBody.bad(at + "id", "phải là mã đối tượng", "must be the feature's id");
    }
    return id.asString();
  }

  private static @Nullable Integer version(
      JsonNode json, Map<String, JsonNode> properties, String at) {
    JsonNode beside = json.path("version");
    return beside.isMissingNode()
        ? FeatureBody.version(properties, at + "feature.")
        : FeatureBody.version(Map.of("version", beside), at);
  }
}
