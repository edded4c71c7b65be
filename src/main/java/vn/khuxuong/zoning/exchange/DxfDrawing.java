package vn.khuxuong.zoning.exchange;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.valid.IsValidOp;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes subzones of a drawing's entities: closed polylines by layer, the columns of our own
 * extended data where there are any, and otherwise the texts that lie inside.
 */
final class DxfDrawing {
  static final String LAYER = "layer";
  static final String TEXT = "text";
  private static final Pattern UNICODE = Pattern.compile("\\\\[Uu]\\+([0-9A-Fa-f]{4})");
  private static final GeometryFactory SHAPES = new GeometryFactory();

  private final List<RawFeature> made = new ArrayList<>();
  private final List<FileProblem> problems = new ArrayList<>();
  private final List<RawFeature> texts = new ArrayList<>();
  private final Map<String, Map<Integer, RawFeature>> own = new LinkedHashMap<>();
  private final Set<String> layersWithLines = new HashSet<>();

  /** Reads entities as ogr2ogr gives them. */
  static DxfDrawing of(List<RawFeature> entities) {
    DxfDrawing drawing = new DxfDrawing();
    List<RawFeature> hatches = new ArrayList<>();
    for (RawFeature entity : entities) {
      if (entity.shape() instanceof Point) {
        drawing.texts.add(entity);
      } else if (entity.shape() instanceof LineString line) {
        drawing.line(entity, line);
      } else {
        hatches.add(entity);
      }
    }
    hatches.stream()
        .filter(hatch -> !drawing.layersWithLines.contains(layer(hatch)))
        .forEach(hatch -> drawing.add(hatch, hatch.shape()));
    drawing.own.values().forEach(drawing::assemble);
    drawing.label();
    return drawing;
  }

  List<RawFeature> features() {
    return made;
  }

  List<FileProblem> problems() {
    return problems;
  }

  private void line(RawFeature entity, LineString line) {
    if (!line.isClosed() || line.getNumPoints() < 4) {
      problems.add(
          FileProblem.note(
              entity,
              "NOT_CLOSED",
              null,
              "Bỏ qua: đường chưa khép kín ở lớp “" + layer(entity) + "”.",
              "Left out: a line that is not closed, on layer “" + layer(entity) + "”."));
      return;
    }
    Map<String, String> data = extendedData(entity.properties().path("RawCodeValues"));
    layersWithLines.add(layer(entity));
    String uid = data.get(SubzoneField.UID.column());
    if (uid == null) {
      add(entity, SHAPES.createPolygon(line.getCoordinateSequence()));
      return;
    }
    ObjectNode columns = JsonNodeFactory.instance.objectNode();
    data.forEach(columns::put);
    RawFeature ring = with(entity, entity.shape(), columns);
    int number = data.getOrDefault("ring", "0").matches("[0-9]{1,6}") ? ringNumber(data) : 0;
    // a copied polyline carries its original's data: it is another subzone
    Map<Integer, RawFeature> rings = own.computeIfAbsent(uid, u -> new TreeMap<>());
    if (rings.putIfAbsent(number, ring) != null) {
      add(entity, SHAPES.createPolygon(line.getCoordinateSequence()));
    }
  }

  private static int ringNumber(Map<String, String> data) {
    return Integer.parseInt(data.getOrDefault("ring", "0"));
  }

  private void assemble(Map<Integer, RawFeature> rings) {
    List<LinearRing> closed = new ArrayList<>();
    for (RawFeature ring : rings.values()) {
      closed.add(SHAPES.createLinearRing(ring.shape().getCoordinates()));
    }
    RawFeature first = rings.values().iterator().next();
    Polygon polygon =
        SHAPES.createPolygon(
            closed.get(0), closed.subList(1, closed.size()).toArray(LinearRing[]::new));
    first.properties().remove("ring");
    judge(with(first, polygon, first.properties()));
  }

  private void add(RawFeature entity, Geometry shape) {
    ObjectNode columns = JsonNodeFactory.instance.objectNode().put(LAYER, layer(entity));
    judge(with(entity, shape, columns));
  }

  private void judge(RawFeature feature) {
    var error = new IsValidOp(feature.shape()).getValidationError();
    if (error == null) {
      made.add(feature);
    } else {
      problems.add(
          new FileProblem(
              feature.number(),
              feature.layer(),
              null,
              true,
              "INVALID_SHAPE",
              null,
              "Đường bao tự cắt hoặc hỏng tại điểm được đánh dấu.",
              "The outline crosses itself or is broken at the marked point.",
              error.getCoordinate().x,
              error.getCoordinate().y));
    }
  }

  private static RawFeature with(RawFeature of, Geometry shape, ObjectNode columns) {
    return new RawFeature(of.number(), layer(of), of.line(), shape, columns);
  }

  private static String layer(RawFeature entity) {
    return unescaped(RawFile.text(entity.properties().path("Layer")));
  }

  /** Gives each polygon without columns of its own the texts inside it. */
  private void label() {
    STRtree tree = new STRtree();
    for (RawFeature feature : made) {
      if (feature.properties().has(LAYER)) {
        tree.insert(feature.shape().getEnvelopeInternal(), feature);
      }
    }
    for (RawFeature text : texts) {
      String words = unescaped(RawFile.text(text.properties().path("Text"))).strip();
      RawFeature inside = words.isEmpty() ? null : smallestAround(tree, text);
      if (inside != null) {
        String before = RawFile.text(inside.properties().path(TEXT));
        inside.properties().put(TEXT, before.isEmpty() ? words : before + " " + words);
      }
    }
  }

  private static @Nullable RawFeature smallestAround(STRtree tree, RawFeature text) {
    RawFeature smallest = null;
    for (Object found : tree.query(text.shape().getEnvelopeInternal())) {
      RawFeature feature = (RawFeature) found;
      if (feature.shape().contains(text.shape())
          && (smallest == null || feature.shape().getArea() < smallest.shape().getArea())) {
        smallest = feature;
      }
    }
    return smallest;
  }

  private static Map<String, String> extendedData(JsonNode codes) {
    Map<String, StringBuilder> encoded = new LinkedHashMap<>();
    boolean ours = false;
    StringBuilder last = new StringBuilder();
    for (JsonNode code : codes) {
      String text = code.asString("");
      if (text.startsWith("1001 ")) {
        ours = text.equals("1001 " + DxfPlan.APPLICATION);
      } else if (ours && text.startsWith("1000 ")) {
        String chunk = text.substring(5);
        int equals = chunk.indexOf('=');
        if (equals > 0) {
          last = new StringBuilder(chunk.substring(equals + 1));
          encoded.put(chunk.substring(0, equals), last);
        } else {
          last.append(chunk);
        }
      }
    }
    Map<String, String> data = new LinkedHashMap<>();
    encoded.forEach((name, value) -> data.put(name, decoded(value.toString())));
    return data;
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }

  private static String unescaped(String text) {
    Matcher escape = UNICODE.matcher(text);
    return escape.replaceAll(
        found ->
            Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(found.group(1), 16))));
  }
}
