package vn.khuxuong.zoning.exchange;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a file holds before anybody has said what it means.
 *
 * @param format its format as found by its content
 * @param features all that have a shape
 * @param problems what was left out and why
 * @param declaredCrs what the file says of its CRS, null where it says nothing
 * @param text how its Vietnamese was written
 */
record RawFile(
    String format,
    List<RawFeature> features,
    List<FileProblem> problems,
    @Nullable String declaredCrs,
    VietnameseText text) {

  private static final int SAMPLES = 5;

  /** Copies the lists. */
  RawFile {
    features = List.copyOf(features);
    problems = List.copyOf(problems);
  }

  /** Brings old Vietnamese encodings of columns and values to Unicode. */
  RawFile inUnicode() {
    Set<String> texts = new LinkedHashSet<>();
    for (RawFeature feature : features) {
      texts.add(feature.layer());
      for (Map.Entry<String, JsonNode> property : feature.properties().properties()) {
        texts.add(property.getKey());
        if (property.getValue().isString()) {
          texts.add(property.getValue().asString());
        }
      }
    }
    VietnameseText encoding = VietnameseText.detect(texts);
    List<RawFeature> decoded = new ArrayList<>(features.size());
    for (RawFeature feature : features) {
      ObjectNode properties = feature.properties().objectNode();
      for (Map.Entry<String, JsonNode> property : feature.properties().properties()) {
        String name = encoding.decode(property.getKey());
        JsonNode value = property.getValue();
        if (value.isString()) {
          properties.put(name, encoding.decode(value.asString()));
        } else {
          properties.set(name, value);
        }
      }
      decoded.add(
          new RawFeature(
              feature.number(),
              encoding.decode(feature.layer()),
              feature.line(),
              feature.shape(),
              properties));
    }
    return new RawFile(format, decoded, problems, declaredCrs, encoding);
  }

  /** The columns of all features, in the order they come, with some of their values. */
  Map<String, List<String>> columns() {
    Map<String, Set<String>> columns = new LinkedHashMap<>();
    for (RawFeature feature : features) {
      for (Map.Entry<String, JsonNode> property : feature.properties().properties()) {
        Set<String> samples =
            columns.computeIfAbsent(property.getKey(), key -> new LinkedHashSet<>());
        if (samples.size() < SAMPLES && !property.getValue().isNull()) {
          samples.add(text(property.getValue()));
        }
      }
    }
    Map<String, List<String>> listed = new LinkedHashMap<>();
    columns.forEach((name, samples) -> listed.put(name, List.copyOf(samples)));
    return listed;
  }

  /** Features by layer. */
  Map<String, Integer> layers() {
    Map<String, Integer> layers = new LinkedHashMap<>();
    features.forEach(feature -> layers.merge(feature.layer(), 1, Integer::sum));
    return layers;
  }

  long vertices() {
    return features.stream().mapToLong(feature -> feature.shape().getNumPoints()).sum();
  }

  /** A value as text, empty for nothing. */
  static String text(@Nullable JsonNode value) {
    return value == null || value.isNull() || value.isMissingNode()
        ? ""
        : value.isValueNode() ? value.asString() : value.toString();
  }
}
