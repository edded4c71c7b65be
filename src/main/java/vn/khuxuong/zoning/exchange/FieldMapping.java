package vn.khuxuong.zoning.exchange;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import vn.khuxuong.zoning.LandUse;
import vn.khuxuong.zoning.ZoningProblem;

/**
 * Which column of a file is which field of a subzone, and which of its values is which land use.
 *
 * @param columns column of the file for each field that has one
 * @param landUses land use of each value in the land-use column
 */
record FieldMapping(Map<SubzoneField, String> columns, Map<String, LandUse> landUses) {

  private static final Map<SubzoneField, List<String>> NAMES = new EnumMap<>(SubzoneField.class);

  static {
    NAMES.put(SubzoneField.UID, List.of("uid", "uuid", "guid"));
    NAMES.put(
        SubzoneField.CODE,
        List.of(
            "code",
            "ma o",
            "ma lo",
            "ky hieu",
            "kyhieu",
            "so hieu",
            "ten lo",
            "ma",
            "name",
            "id",
            DxfDrawing.TEXT));
    NAMES.put(
        SubzoneField.LAND_USE,
        List.of(
            "landuse",
            "land use",
            "loai dat",
            "loaidat",
            "chuc nang",
            "chucnang",
            "muc dich su dung",
            "muc dich",
            "mucdich",
            "mdsd",
            "mdsdd",
            "su dung dat",
            "loai",
            "use",
            "type",
            DxfDrawing.LAYER));
    NAMES.put(
        SubzoneField.NAME_VI,
        List.of("namevi", "name vi", "ten", "ten o", "ten khu", "tenkhu", "ten goi", "mo ta"));
    NAMES.put(SubzoneField.NAME_EN, List.of("nameen", "name en", "ten tieng anh", "english"));
    NAMES.put(
        SubzoneField.CADASTRAL_CODE,
        List.of("cadastralcode", "cadastral", "ma dia chinh", "ma dat", "madat", "ma loai dat"));
    NAMES.put(SubzoneField.PHASE, List.of("phase", "giai doan", "giaidoan", "dot"));
    NAMES.put(
        SubzoneField.MAX_DENSITY_PCT,
        List.of(
            "maxdensitypct", "density", "mat do", "matdo", "mdxd", "mat do xay dung", "mat do xd"));
    NAMES.put(
        SubzoneField.MAX_FLOORS,
        List.of("maxfloors", "floors", "tang cao", "tangcao", "so tang", "sotang"));
    NAMES.put(
        SubzoneField.FAR, List.of("far", "hssdd", "he so", "heso", "he so su dung dat", "hssd"));
    NAMES.put(SubzoneField.PURPOSE_VI, List.of("purposevi", "purpose vi", "muc tieu", "ghi chu"));
    NAMES.put(SubzoneField.PURPOSE_EN, List.of("purposeen", "purpose en"));
  }

  /** Copies the maps. */
  FieldMapping {
    columns = Map.copyOf(columns);
    landUses = Map.copyOf(landUses);
  }

  /** What the names of the columns and their values suggest. */
  static FieldMapping propose(RawFile file) {
    Map<SubzoneField, String> columns = new EnumMap<>(SubzoneField.class);
    Set<String> free = new LinkedHashSet<>(file.columns().keySet());
    for (SubzoneField field : SubzoneField.values()) {
      for (String column : List.copyOf(free)) {
        if (column.equals(field.column()) || column.equals(field.shortColumn())) {
          columns.putIfAbsent(field, column);
          free.remove(column);
        }
      }
    }
    for (SubzoneField field : SubzoneField.values()) {
      if (!columns.containsKey(field)) {
        named(field, free)
            .ifPresent(
                column -> {
                  columns.put(field, column);
                  free.remove(column);
                });
      }
    }
    return new FieldMapping(columns, landUses(file, columns));
  }

  private static Optional<String> named(SubzoneField field, Collection<String> columns) {
    for (String name : NAMES.getOrDefault(field, List.of())) {
      for (String column : columns) {
        if (Words.folded(column).equals(name)) {
          return Optional.of(column);
        }
      }
    }
    return Optional.empty();
  }

  private static Map<String, LandUse> landUses(RawFile file, Map<SubzoneField, String> columns) {
    Map<String, LandUse> landUses = new LinkedHashMap<>();
    String column = columns.get(SubzoneField.LAND_USE);
    if (column != null) {
      for (RawFeature feature : file.features()) {
        String value = RawFile.text(feature.properties().path(column));
        if (landUses.size() < 500) {
          LandUseWords.find(value).ifPresent(use -> landUses.putIfAbsent(value, use));
        }
      }
    }
    return landUses;
  }

  /** This mapping with what a person or an earlier import says instead. */
  FieldMapping with(JsonNode override) {
    Map<SubzoneField, String> mended = new EnumMap<>(SubzoneField.class);
    mended.putAll(columns);
    for (Map.Entry<String, JsonNode> entry : override.path("columns").properties()) {
      SubzoneField field =
          SubzoneField.find(entry.getKey()).orElseThrow(() -> unknown("columns." + entry.getKey()));
      if (entry.getValue().isNull()) {
        mended.remove(field);
      } else {
        mended.put(field, entry.getValue().asString(""));
      }
    }
    Map<String, LandUse> uses = new LinkedHashMap<>(landUses);
    for (Map.Entry<String, JsonNode> entry : override.path("landUses").properties()) {
      uses.put(
          entry.getKey(),
          LandUse.find(entry.getValue().asString(""))
              .orElseThrow(() -> unknown("landUses." + entry.getKey())));
    }
    return new FieldMapping(mended, uses);
  }

  private static RuntimeException unknown(String field) {
    return ZoningProblem.BAD_BODY
        .with(
            "Ánh xạ trường không hợp lệ: “" + field + "”.",
            "The field mapping is not valid: “" + field + "”.")
        .field("mapping." + field);
  }

  /** The mapping as JSON, the form that {@link #with} reads. */
  ObjectNode toJson() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    ObjectNode fields = json.putObject("columns");
    for (SubzoneField field : SubzoneField.values()) {
      if (columns.containsKey(field)) {
        fields.put(field.column(), columns.get(field));
      }
    }
    ObjectNode uses = json.putObject("landUses");
    new java.util.TreeMap<>(landUses).forEach((value, use) -> uses.put(value, use.name()));
    return json;
  }

  /** Names the set of columns of a file, in whatever order they come. */
  static String fieldsSha256(RawFile file) {
    try {
      String names = String.join("\n", new TreeSet<>(file.columns().keySet()));
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(names.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * What a feature has for a field, empty for nothing. A Shapefile's long texts go on in columns
   * {@code …2}, {@code …3}.
   */
  String value(RawFeature feature, SubzoneField field) {
    String column = columns.get(field);
    if (column == null) {
      return "";
    }
    String text = RawFile.text(feature.properties().path(column));
    if (column.equals(field.shortColumn())) {
      StringBuilder whole = new StringBuilder(text);
      for (int i = 1; feature.properties().has(ShapefilePlan.name(field, i)); i++) {
        whole.append(RawFile.text(feature.properties().path(ShapefilePlan.name(field, i))));
      }
      return whole.toString();
    }
    return text;
  }
}
