package vn.khuxuong.zoning;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.databind.JsonNode;
import vn.khuxuong.geo.GeoJson;
import vn.khuxuong.geo.GeoRefusal;
import vn.khuxuong.geo.ShapeRules;
import vn.khuxuong.platform.problem.ProblemException;

/**
 * The properties of one feature of a file, read with refusals that name feature, field and remedy.
 */
final class FileFields {
  private final String place;
  private final JsonNode properties;

  /**
   * Fields of a feature, or of the file itself where {@code feature} has no properties.
   *
   * @param place where it stands, for example {@code features[3]}; empty for the file itself
   */
  FileFields(String place, JsonNode feature) {
    this.place = place;
    this.properties = place.isEmpty() ? feature : feature.path("properties");
  }

  @Nullable String text(String name) {
    JsonNode value = properties.path(name);
    if (value.isMissingNode() || value.isNull()) {
      return null;
    }
    if (!value.isString()) {
      throw refuse(
          name,
          "phải là chữ, không phải " + shown(value),
          "must be a text, not " + shown(value),
          "Đặt giá trị trong dấu nháy.",
          "Put the value in quotes.");
    }
    return value.asString().isBlank() ? null : value.asString().strip();
  }

  String requiredText(String name) {
    String text = text(name);
    if (text == null) {
      throw missing(name);
    }
    return text;
  }

  @Nullable Double number(String name) {
    JsonNode value = properties.path(name);
    if (value.isMissingNode() || value.isNull()) {
      return null;
    }
    if (!value.isNumber() || !Double.isFinite(value.doubleValue())) {
      throw refuse(
          name,
          "phải là số, không phải " + shown(value),
          "must be a number, not " + shown(value),
          "Viết số không có nháy và đơn vị, ví dụ 70.",
          "Write a number without quotes or unit, for example 70.");
    }
    return value.doubleValue();
  }

  double requiredNumber(String name) {
    Double number = number(name);
    if (number == null) {
      throw missing(name);
    }
    return number;
  }

  @Nullable Integer integer(String name) {
    Double number = number(name);
    if (number == null) {
      return null;
    }
    if (number != Math.rint(number) || Math.abs(number) > 1_000_000) {
      throw refuse(
          name,
          "phải là số nguyên, không phải " + number,
          "must be a whole number, not " + number,
          "Ví dụ 5.",
          "For example 5.");
    }
    return number.intValue();
  }

  int requiredInt(String name) {
    Integer number = integer(name);
    if (number == null) {
      throw missing(name);
    }
    return number;
  }

  boolean flag(String name) {
    JsonNode value = properties.path(name);
    return value.isBoolean() && value.booleanValue();
  }

  @Nullable LocalDate date(String name) {
    String text = text(name);
    try {
      return text == null ? null : LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw refuse(
              name,
              "không phải ngày: “" + text + "”",
              "is no date: “" + text + "”",
              "Viết như 2026-10-01.",
              "Write it as 2026-10-01.")
          .causedBy(e);
    }
  }

  /**
   * The feature's geometry in the CRS of the rules.
   *
   * @param judged whether a shape that crosses itself is refused too
   */
  Geometry shape(JsonNode feature, ShapeRules rules, boolean judged) {
    JsonNode geometry = feature.path("geometry");
    if (!geometry.isObject()) {
      throw ZoningProblem.BAD_FILE
          .with(at("geometry") + " bị thiếu.", at("geometry") + " is missing.")
          .field(at("geometry"))
          .remedy("Mỗi đối tượng cần một Polygon.", "Every feature needs a Polygon.");
    }
    try {
      return judged ? GeoJson.readGeometry(geometry, rules) : GeoJson.readUnjudged(geometry, rules);
    } catch (GeoRefusal e) {
      throw ZoningProblem.BAD_FILE
          .with(at("geometry") + ": " + e.vi(), at("geometry") + ": " + e.en())
          .field(at("geometry"))
          .causedBy(e);
    }
  }

  ProblemException missing(String name) {
    return refuse(
        name,
        "bị thiếu",
        "is missing",
        "Thêm thuộc tính “" + name + "” cho đối tượng.",
        "Give the feature a property “" + name + "”.");
  }

  ProblemException refuse(
      String name, String whatVi, String whatEn, String remedyVi, String remedyEn) {
    String field = at(place.isEmpty() ? name : "properties." + name);
    return ZoningProblem.BAD_FILE
        .with(field + " " + whatVi + ".", field + " " + whatEn + ".")
        .field(field)
        .remedy(remedyVi, remedyEn);
  }

  String at(String name) {
    return place.isEmpty() ? name : place + "." + name;
  }

  private static String shown(JsonNode value) {
    String text = value.toString();
    return text.length() > 40 ? text.substring(0, 40) + "…" : text;
  }
}
