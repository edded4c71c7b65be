package vn.khuxuong.zoning;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.databind.JsonNode;
import vn.khuxuong.geo.Crs;
import vn.khuxuong.geo.GeoJson;
import vn.khuxuong.geo.GeoRefusal;
import vn.khuxuong.geo.ShapeRules;
import vn.khuxuong.platform.problem.ProblemException;

/** Reads {@code maps/boundaries/zones.geojson} for those who have no database. */
public final class ZonesFile {
  private static final ShapeRules AREAS = ShapeRules.vietnam(Crs.CRS84).areasOnly();

  private ZonesFile() {}

  /**
   * The zone of a code.
   *
   * @param file GeoJSON in longitude and latitude
   * @param code of the zone, in any case
   * @throws ProblemException {@link ZoningProblem#BAD_FILE} or {@link ZoningProblem#UNKNOWN_ZONE}
   */
  public static Zone get(Path file, String code) {
    List<Zone> zones = list(file);
    return zones.stream()
        .filter(zone -> zone.code().equalsIgnoreCase(code.strip()))
        .findFirst()
        .orElseThrow(
            () -> {
              String known = zones.stream().map(Zone::code).collect(Collectors.joining(", "));
              return ZoningProblem.UNKNOWN_ZONE
                  .with(
                      "Không có khu mang mã “" + code + "”.",
                      "There is no zone of code “" + code + "”.")
                  .field("zone")
                  .remedy("Dùng một trong: " + known + ".", "Use one of: " + known + ".");
            });
  }

  /**
   * All zones of the file, in its order.
   *
   * @throws ProblemException {@link ZoningProblem#BAD_FILE}
   */
  public static List<Zone> list(Path file) {
    JsonNode json;
    try {
      json = GeoJson.parse(Files.readString(file));
    } catch (IOException e) {
      throw ZoningProblem.BAD_FILE
          .with("Không đọc được tệp ranh các khu.", "The file of zone outlines cannot be read.")
          .field("zones")
          .remedy(
              "Kiểm tra thư mục maps có boundaries/zones.geojson.",
              "Check that the maps folder has boundaries/zones.geojson.")
          .causedBy(e);
    } catch (GeoRefusal e) {
      throw ZoningProblem.BAD_FILE.with(e.vi(), e.en()).field("zones").causedBy(e);
    }
    List<Zone> zones = new ArrayList<>();
    for (JsonNode feature : json.path("features")) {
      zones.add(zone(feature, new FileFields("features[" + zones.size() + "]", feature)));
    }
    return List.copyOf(zones);
  }

  private static Zone zone(JsonNode feature, FileFields fields) {
    int srid = fields.requiredInt("legalSrid");
    Crs legal =
        Crs.find("EPSG:" + srid)
            .filter(Crs::isLegal)
            .orElseThrow(
                () ->
                    fields.refuse(
                        "legalSrid",
                        "không phải hệ VN-2000 phẳng: " + srid,
                        "is no projected VN-2000 system: " + srid,
                        "Ví dụ 9210 hoặc 5899.",
                        "For example 9210 or 5899."));
    Geometry outline = fields.shape(feature, AREAS, true);
    return new Zone(
        fields.requiredText("code"),
        fields.requiredText("nameVi"),
        fields.requiredText("nameEn"),
        fields.requiredText("kind").toUpperCase(Locale.ROOT).equals("EPZ")
            ? Zone.Kind.EPZ
            : Zone.Kind.IP,
        "PLANNED".equals(fields.text("status")),
        fields.flag("converting"),
        fields.requiredNumber("grossAreaHa"),
        fields.integer("founded"),
        fields.date("establishedOn"),
        fields.date("termEnd"),
        legal,
        StorageGrid.fromStored(StorageGrid.snap(outline), legal));
  }
}
