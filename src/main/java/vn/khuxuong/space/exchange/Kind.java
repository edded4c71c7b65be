package vn.khuxuong.space.exchange;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import vn.khuxuong.space.HazardClass;
import vn.khuxuong.space.Industry;

/**
 * The kinds of rows, with their fields. Bounds are those of the columns, see {@code
 * V0004__space.sql}.
 */
enum Kind {
  BUILDING(
      List.of(),
      true,
      Field.text("zone"),
      Field.text("code"),
      Field.text("name_vi"),
      Field.text("name_en"),
      Field.whole("storeys", 1, 60),
      Field.number("fire_height_m", 0, 999),
      Field.of("sprinklered", Field.Type.FLAG),
      Field.number("gfa_m2", 0.01, 9_999_999),
      Field.number("grid_x_m", 0.01, 999),
      Field.number("grid_y_m", 0.01, 999),
      Field.number("power_kva", 0.1, 999_999),
      Field.number("wastewater_m3_day", 0, 999_999),
      Field.text("wastewater_class", "A", "B"),
      Field.whole("loading_bays", 0, 999),
      Field.whole("truck_level", 1, 60),
      Field.of("exhaust", Field.Type.FLAG),
      Field.number("service_charge_usd_m2_month", 0, 9_999),
      Field.number("deposit_months", 0, 60).optional(),
      Field.whole("completed", 1975, 2100).optional(),
      Field.of("available_from", Field.Type.DAY),
      Field.text("data_status", "OFFICIAL", "SCHEMATIC", "ILLUSTRATIVE")),
  LIFT(
      List.of("no"),
      false,
      Field.whole("no", 1, 99),
      Field.number("capacity_t", 0.1, 999),
      Field.number("car_width_m", 0.01, 99),
      Field.number("car_depth_m", 0.01, 99),
      Field.number("door_width_m", 0.01, 99),
      Field.number("door_height_m", 0.01, 99)),
  FLOOR(
      List.of("level"),
      true,
      Field.whole("level", 1, 60),
      Field.number("load_kn_m2", 0.01, 999),
      Field.number("point_load_kn", 0.1, 9_999),
      Field.number("clear_height_m", 0.01, 99),
      Field.number("power_kva", 0, 999_999),
      Field.words("hazards", names(HazardClass.values())),
      Field.words("industries", names(Industry.values())),
      Field.of("breaks", Field.Type.WHOLES).optional(),
      Field.number("rent_usd_m2_month", 0, 9_999),
      Field.number("rent_vnd_m2_month", 0, 99_999_999)),
  BAY(
      List.of("level", "no"),
      true,
      Field.whole("level", 1, 60),
      Field.whole("no", 0, 999),
      Field.of("rentable", Field.Type.FLAG),
      Field.text("out_reason_vi").optional(),
      Field.text("out_reason_en").optional(),
      Field.of("available_from", Field.Type.DAY).optional());

  private final List<String> key;
  private final boolean shaped;
  private final List<Field> fields;

  Kind(List<String> key, boolean shaped, Field... fields) {
    this.key = key;
    this.shaped = shaped;
    this.fields = List.of(fields);
  }

  private static List<String> names(Enum<?>[] values) {
    return Arrays.stream(values).map(Enum::name).toList();
  }

  /** What tells its rows of one building apart. */
  List<String> key() {
    return key;
  }

  /** Whether its rows have a polygon. */
  boolean shaped() {
    return shaped;
  }

  List<Field> fields() {
    return fields;
  }

  /** As in the table. */
  String word() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  static Optional<Kind> find(String word) {
    return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
  }

  /** All columns of the table in order, without the first, the kind, and the last, the shape. */
  static List<String> columns() {
    LinkedHashSet<String> names = new LinkedHashSet<>(List.of("zone", "code", "level", "no"));
    for (Kind kind : values()) {
      kind.fields.forEach(field -> names.add(field.name()));
    }
    return new ArrayList<>(names);
  }
}
