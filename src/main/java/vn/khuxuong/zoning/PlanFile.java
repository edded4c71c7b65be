package vn.khuxuong.zoning;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import tools.jackson.databind.JsonNode;
import vn.khuxuong.geo.CoordinateOperation;
import vn.khuxuong.geo.Crs;
import vn.khuxuong.geo.GeoJson;
import vn.khuxuong.geo.GeoRefusal;
import vn.khuxuong.geo.ShapeRules;
import vn.khuxuong.platform.problem.ProblemException;

/**
 * A plan as GeoJSON: a FeatureCollection with one Polygon for each subzone, its properties named as
 * in {@code maps/plans/PVH-1.geojson}. Coordinates are longitude and latitude unless a {@code crs}
 * member names another system; they come to lie on the {@link StorageGrid} as they would in the
 * database.
 *
 * @param zone the zone planned
 * @param parkKind what the plan declares the zone to be, {@code GENERAL} where it does not say
 * @param validFrom first day in force as the file says
 * @param validTo first day no longer in force, null without end
 * @param subzones in the file's order, in the zone's legal CRS; shapes may be invalid
 */
public record PlanFile(
    Zone zone,
    String parkKind,
    @Nullable LocalDate validFrom,
    @Nullable LocalDate validTo,
    List<Subzone> subzones) {

  /** Copies the list. */
  public PlanFile {
    subzones = List.copyOf(subzones);
  }

  /** What a plan may declare a zone to be (Decree 35/2022/ND-CP art. 2). */
  public static final Set<String> PARK_KINDS =
      Set.of("GENERAL", "SUPPORTING_INDUSTRY", "HIGH_TECH", "ECO");

  /** More subzones than any plan has. */
  public static final int MOST_SUBZONES = 20_000;

  private static final String LAND_USES =
      Arrays.toString(LandUse.values()).replaceAll("[\\[\\]]", "");

  /**
   * Reads the plan of a zone.
   *
   * @param json the whole file
   * @throws ProblemException {@link ZoningProblem#BAD_FILE} naming feature, field and remedy
   */
  public static PlanFile read(JsonNode json, Zone zone) {
    if (!json.path("type").asString("").equals("FeatureCollection")
        || !json.path("features").isArray()) {
      throw ZoningProblem.BAD_FILE
          .with("Tệp không phải FeatureCollection.", "The file is no FeatureCollection.")
          .field("type")
          .remedy(
              "Xuất đồ án ra GeoJSON, mỗi phân khu một Polygon.",
              "Export the plan as GeoJSON with one Polygon for each subzone.");
    }
    if (json.path("features").size() > MOST_SUBZONES) {
      throw ZoningProblem.BAD_FILE
          .with(
              "Tệp có quá " + MOST_SUBZONES + " phân khu.",
              "The file has more than " + MOST_SUBZONES + " subzones.")
          .field("features");
    }
    FileFields members = new FileFields("", json);
    requireZone(members, zone);
    String parkKind = parkKind(members);
    Crs crs = crs(json);
    List<Subzone> subzones = new ArrayList<>();
    Map<String, Integer> codes = new HashMap<>();
    for (JsonNode feature : json.path("features")) {
      int index = subzones.size();
      FileFields fields = new FileFields("features[" + index + "]", feature);
      Subzone subzone = subzone(feature, fields, crs, zone);
      Integer other = codes.putIfAbsent(subzone.code(), index);
      if (other != null) {
        throw fields.refuse(
            "code",
            "trùng với features[" + other + "]: " + subzone.code(),
            "is also that of features[" + other + "]: " + subzone.code(),
            "Mỗi phân khu một mã riêng.",
            "Give every subzone a code of its own.");
      }
      subzones.add(subzone);
    }
    return new PlanFile(
        zone, parkKind, members.date("validFrom"), members.date("validTo"), subzones);
  }

  /**
   * The CRS of a GeoJSON file: that of its {@code crs} member, else longitude and latitude.
   *
   * @throws ProblemException {@link ZoningProblem#BAD_FILE} where the member names none known here
   */
  public static Crs crs(JsonNode json) {
    try {
      return GeoJson.declaredCrs(json).orElse(Crs.CRS84);
    } catch (GeoRefusal e) {
      throw ZoningProblem.BAD_FILE
          .with("crs: " + e.vi(), "crs: " + e.en())
          .field("crs.properties.name")
          .causedBy(e);
    }
  }

  private static void requireZone(FileFields members, Zone zone) {
    String named = members.text("zone");
    if (named != null && !named.equalsIgnoreCase(zone.code())) {
      throw members.refuse(
          "zone",
          "là “" + named + "”, không phải " + zone.code(),
          "is “" + named + "”, not " + zone.code(),
          "Chọn đúng khu, hoặc sửa thành phần zone của tệp.",
          "Name the plan's own zone, or correct the file's member zone.");
    }
  }

  private static String parkKind(FileFields members) {
    String text = members.text("parkKind");
    String kind = text == null ? "GENERAL" : text.toUpperCase(Locale.ROOT);
    if (!PARK_KINDS.contains(kind)) {
      String known = String.join(", ", new TreeSet<>(PARK_KINDS));
      throw members.refuse(
          "parkKind",
          "không phải loại khu: “" + text + "”",
          "is no kind of park: “" + text + "”",
          "Dùng một trong: " + known + ".",
          "Use one of: " + known + ".");
    }
    return kind;
  }

  private static Subzone subzone(JsonNode feature, FileFields fields, Crs crs, Zone zone) {
    String code = fields.requiredText("code");
    String use = fields.requiredText("landUse");
    LandUse landUse =
        LandUse.find(use)
            .orElseThrow(
                () ->
                    fields.refuse(
                        "landUse",
                        "không phải loại đất: “" + use + "”",
                        "is no land use: “" + use + "”",
                        "Dùng một trong: " + LAND_USES + ".",
                        "Use one of: " + LAND_USES + "."));
    Polygon shape = polygon(feature, fields, crs, zone);
    try {
      return new Subzone(
          uid(fields, zone, code),
          code,
          landUse,
          fields.requiredText("nameVi"),
          fields.requiredText("nameEn"),
          fields.text("cadastralCode"),
          fields.integer("phase"),
          fields.number("maxDensityPct"),
          fields.integer("maxFloors"),
          fields.number("far"),
          fields.text("purposeVi"),
          fields.text("purposeEn"),
          shape);
    } catch (IllegalArgumentException e) {
      String[] fault = String.valueOf(e.getMessage()).split(": ", 2);
      String value = fault.length > 1 ? fault[1] : "";
      throw fields
          .refuse(
              fault[0],
              "ngoài giới hạn: " + value,
              "is out of bounds: " + value,
              "Mã gồm A–Z, 0–9, dấu chấm, gạch nối, nhiều nhất 16 ký tự; mật độ 0–100 %; giai đoạn"
                  + " từ 1; số tầng từ 0; hệ số dưới 1000.",
              "Codes are A–Z, 0–9, dots and hyphens, at most 16 signs; density is 0–100 %; phases"
                  + " start at 1, floors at 0; the ratio is below 1000.")
          .causedBy(e);
    }
  }

  /** A subzone keeps the uid the file gives; without one it gets the same uid at every reading. */
  private static String uid(FileFields fields, Zone zone, String code) {
    String uid = fields.text("uid");
    try {
      return uid == null
          ? UUID.nameUUIDFromBytes((zone.code() + "/" + code).getBytes(StandardCharsets.UTF_8))
              .toString()
          : UUID.fromString(uid).toString();
    } catch (IllegalArgumentException e) {
      throw fields
          .refuse(
              "uid",
              "không phải UUID: “" + uid + "”",
              "is no UUID: “" + uid + "”",
              "Bỏ thuộc tính này nếu phân khu mới.",
              "Leave it out for a new subzone.")
          .causedBy(e);
    }
  }

  private static Polygon polygon(JsonNode feature, FileFields fields, Crs crs, Zone zone) {
    Geometry shape = fields.shape(feature, ShapeRules.vietnam(crs).areasOnly(), false);
    if (shape.getNumGeometries() != 1) {
      throw ZoningProblem.BAD_FILE
          .with(
              "Phân khu gồm " + shape.getNumGeometries() + " mảnh rời.",
              "The subzone has " + shape.getNumGeometries() + " separate parts.")
          .field(fields.at("geometry"))
          .remedy(
              "Tách mỗi mảnh thành một phân khu có mã riêng.",
              "Make each part a subzone with a code of its own.");
    }
    Geometry lonLat = CoordinateOperation.between(crs, Crs.CRS84).apply(shape.getGeometryN(0));
    return (Polygon) StorageGrid.fromStored(StorageGrid.snap(lonLat), zone.legal());
  }
}
