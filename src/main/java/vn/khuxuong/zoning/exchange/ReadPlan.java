package vn.khuxuong.zoning.exchange;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.valid.IsValidOp;
import vn.khuxuong.geo.Crs;
import vn.khuxuong.zoning.AttributeRefusal;
import vn.khuxuong.zoning.LandUse;
import vn.khuxuong.zoning.Subzone;
import vn.khuxuong.zoning.SubzoneJson;

/**
 * Makes subzones of a file's features once it is said how to read coordinates and columns. What
 * cannot be taken at its word is mended where there is one sensible way, and noted.
 */
final class ReadPlan {
  private static final double SMALLEST_M2 = 0.01;

  private final Reading reading;
  private final FieldMapping mapping;
  private final Crs legal;
  private final Supplier<String> newUid;
  private final Map<String, String> uidOfCode = new LinkedHashMap<>();
  private final Set<String> codes = new HashSet<>();
  private final Set<String> uids = new HashSet<>();
  private final List<Subzone> subzones = new ArrayList<>();
  private final List<FileProblem> problems = new ArrayList<>();

  private ReadPlan(
      Reading reading,
      FieldMapping mapping,
      Crs legal,
      List<Subzone> present,
      Supplier<String> newUid) {
    this.reading = reading;
    this.mapping = mapping;
    this.legal = legal;
    this.newUid = newUid;
    present.forEach(subzone -> uidOfCode.put(subzone.code(), subzone.uid()));
  }

  /**
   * What a file would draw.
   *
   * @param subzones in the file's order, shapes in the legal CRS as they will be after storing
   * @param problems per feature, errors and notes
   */
  record Result(List<Subzone> subzones, List<FileProblem> problems) {
    /** Copies the lists. */
    Result {
      subzones = List.copyOf(subzones);
      problems = List.copyOf(problems);
    }
  }

  /**
   * Reads the features of a file.
   *
   * @param present subzones already in the plan: a feature without an identity of its own that
   *     carries their code is taken to be the same subzone
   */
  static Result of(
      RawFile file, Reading reading, FieldMapping mapping, Crs legal, List<Subzone> present) {
    ReadPlan plan =
        new ReadPlan(reading, mapping, legal, present, () -> UUID.randomUUID().toString());
    // codes that stand in the file come first, so that made-up ones keep clear of them
    for (RawFeature feature : file.features()) {
      String code = mapping.value(feature, SubzoneField.CODE);
      if (Subzone.CODE.matcher(code).matches()) {
        plan.codes.add(code);
      }
    }
    Set<String> spoken = new HashSet<>(plan.codes);
    plan.codes.clear();
    file.features().forEach(feature -> plan.take(feature, spoken));
    return new Result(plan.subzones, plan.problems);
  }

  private void take(RawFeature feature, Set<String> spoken) {
    Optional<LandUse> use = landUse(feature);
    if (use.isEmpty()) {
      problems.add(
          FileProblem.error(
              feature,
              "UNKNOWN_LAND_USE",
              mapping.columns().get(SubzoneField.LAND_USE),
              "Không rõ loại đất “" + shown(mapping.value(feature, SubzoneField.LAND_USE)) + "”.",
              "Unknown land use “" + shown(mapping.value(feature, SubzoneField.LAND_USE)) + "”."));
      return;
    }
    List<Polygon> parts = parts(feature);
    if (parts.size() > 1) {
      problems.add(
          FileProblem.note(
              feature,
              "SPLIT_PARTS",
              null,
              "Đối tượng có " + parts.size() + " phần rời; mỗi phần thành một ô đất.",
              "The feature has " + parts.size() + " separate parts; each becomes a subzone."));
    }
    for (int i = 0; i < parts.size(); i++) {
      String code = code(feature, use.get(), spoken);
      String uid = i == 0 ? uid(feature, code) : newUid.get();
      subzone(feature, uid, code, use.get(), parts.get(i)).ifPresent(subzones::add);
    }
  }

  private Optional<LandUse> landUse(RawFeature feature) {
    String value = mapping.value(feature, SubzoneField.LAND_USE);
    LandUse mapped = mapping.landUses().get(value);
    if (mapped != null) {
      return Optional.of(mapped);
    }
    Optional<LandUse> said = LandUseWords.find(value);
    if (said.isPresent() || !value.isBlank()) {
      return said;
    }
    String label = mapping.value(feature, SubzoneField.CODE).split("[-. _0-9]")[0];
    return label.isEmpty() ? Optional.empty() : LandUseWords.find(label);
  }

  private List<Polygon> parts(RawFeature feature) {
    List<Polygon> parts = new ArrayList<>();
    Geometry shape = reading.toLegal(feature.shape(), legal);
    for (int i = 0; i < shape.getNumGeometries(); i++) {
      Geometry part = shape.getGeometryN(i);
      if (!(part instanceof Polygon polygon) || polygon.isEmpty()) {
        continue;
      }
      if (!new IsValidOp(polygon).isValid() || polygon.getArea() < SMALLEST_M2) {
        problems.add(
            FileProblem.error(
                feature,
                "INVALID_SHAPE",
                null,
                "Hình không còn hợp lệ ở độ chính xác lưu trữ (0,1 mm) hoặc quá nhỏ.",
                "The shape is not valid at the precision of storing (0.1 mm), or too small."));
      } else {
        parts.add(polygon);
      }
    }
    return parts;
  }

  private String code(RawFeature feature, LandUse use, Set<String> spoken) {
    String said = mapping.value(feature, SubzoneField.CODE).strip();
    String code = mended(said);
    if (!code.isEmpty() && codes.add(code)) {
      if (!code.equals(said)) {
        problems.add(renamed(feature, said, code));
      }
      return code;
    }
    for (int n = 1; ; n++) {
      String made = String.format(Locale.ROOT, "%s-%02d", use.label(), n);
      if (!spoken.contains(made) && codes.add(made)) {
        problems.add(renamed(feature, said, made));
        return made;
      }
    }
  }

  private static FileProblem renamed(RawFeature feature, String said, String code) {
    return FileProblem.note(
        feature,
        "CODE_MADE",
        SubzoneField.CODE.column(),
        said.isEmpty()
            ? "Chưa có ký hiệu; đặt là " + code + "."
            : "Ký hiệu “" + shown(said) + "” không dùng được hoặc đã có; đặt là " + code + ".",
        said.isEmpty()
            ? "No code; " + code + " is given."
            : "The code “" + shown(said) + "” cannot be used or is taken; " + code + " is given.");
  }

  /** A code as the database takes it, empty where nothing is left of it. */
  private static String mended(String said) {
    if (Subzone.CODE.matcher(said).matches()) {
      return said;
    }
    String plain =
        Words.unaccented(said)
            .toUpperCase(Locale.ROOT)
            .replaceAll("[^A-Z0-9.-]+", "-")
            .replaceAll("^[.-]+|-+$", "");
    return plain.length() > 16 ? "" : plain;
  }

  private String uid(RawFeature feature, String code) {
    String said = mapping.value(feature, SubzoneField.UID).strip().toLowerCase(Locale.ROOT);
    boolean isUuid = said.matches("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    String uid = isUuid ? said : uidOfCode.getOrDefault(code, newUid.get());
    return uids.add(uid) ? uid : newUid.get();
  }

  private Optional<Subzone> subzone(
      RawFeature feature, String uid, String code, LandUse use, Polygon shape) {
    try {
      Subzone said =
          new Subzone(
              uid,
              code,
              use,
              nameVi(feature, use),
              mapping.value(feature, SubzoneField.NAME_EN),
              blankIsNull(mapping.value(feature, SubzoneField.CADASTRAL_CODE)),
              integer(feature, SubzoneField.PHASE),
              number(feature, SubzoneField.MAX_DENSITY_PCT),
              integer(feature, SubzoneField.MAX_FLOORS),
              number(feature, SubzoneField.FAR),
              blankIsNull(mapping.value(feature, SubzoneField.PURPOSE_VI)),
              blankIsNull(mapping.value(feature, SubzoneField.PURPOSE_EN)),
              shape);
      return Optional.of(SubzoneJson.read(uid, SubzoneJson.writeAttributes(said), shape));
    } catch (AttributeRefusal e) {
      problems.add(FileProblem.error(feature, "BAD_VALUE", e.attribute().key(), e.vi(), e.en()));
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      problems.add(
          FileProblem.error(
              feature,
              "BAD_VALUE",
              null,
              "Giá trị ngoài giới hạn: " + shown(String.valueOf(e.getMessage())) + ".",
              "A value is out of its bounds: " + shown(String.valueOf(e.getMessage())) + "."));
      return Optional.empty();
    }
  }

  /** A file without a column of names gives its words for the land use as the name. */
  private String nameVi(RawFeature feature, LandUse use) {
    if (mapping.columns().containsKey(SubzoneField.NAME_VI)) {
      return mapping.value(feature, SubzoneField.NAME_VI);
    }
    String words = mapping.value(feature, SubzoneField.LAND_USE);
    return words.contains(" ") && words.length() <= 200 ? words.strip() : use.nameVi();
  }

  private @Nullable Integer integer(RawFeature feature, SubzoneField field) {
    Double number = number(feature, field);
    if (number == null) {
      return null;
    }
    if (number != Math.rint(number) || Math.abs(number) > 1_000_000) {
      problems.add(notNumber(feature, field, String.valueOf(number)));
      return null;
    }
    return (int) Math.round(number);
  }

  /** Takes decimal commas and percent signs as people write them. */
  private @Nullable Double number(RawFeature feature, SubzoneField field) {
    String text = mapping.value(feature, field).strip().replace("%", "").strip();
    if (text.isEmpty()) {
      return null;
    }
    String plain = text.contains(".") ? text : text.replace(',', '.');
    if (plain.matches("[-+]?[0-9]{1,15}(\\.[0-9]{0,20})?([eE][-+]?[0-9]{1,3})?")) {
      return Double.parseDouble(plain);
    }
    problems.add(notNumber(feature, field, text));
    return null;
  }

  private FileProblem notNumber(RawFeature feature, SubzoneField field, String text) {
    return FileProblem.note(
        feature,
        "NO_NUMBER",
        mapping.columns().get(field),
        "“" + shown(text) + "” không phải là số cho “" + field.labelVi() + "”; bỏ trống.",
        "“" + shown(text) + "” is no number for “" + field.labelEn() + "”; left empty.");
  }

  private static @Nullable String blankIsNull(String text) {
    return text.isBlank() ? null : text;
  }

  private static String shown(String text) {
    return text.length() > 60 ? text.substring(0, 60) + "…" : text;
  }
}
