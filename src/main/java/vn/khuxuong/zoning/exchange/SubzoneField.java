package vn.khuxuong.zoning.exchange;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.khuxuong.zoning.Subzone;

/**
 * The columns a subzone has in every file format. Together with the shape they are all there is to
 * a subzone, so that what is exported can be imported again whole.
 */
enum SubzoneField {
  UID("uid", "UID", Kind.TEXT, "Định danh qua các phiên bản", "Identity through all versions"),
  CODE("code", "CODE", Kind.TEXT, "Ký hiệu ô đất", "Code on the drawing"),
  LAND_USE("landUse", "LAND_USE", Kind.TEXT, "Loại đất", "Land use"),
  NAME_VI("nameVi", "NAME_VI", Kind.TEXT, "Tên tiếng Việt", "Vietnamese name"),
  NAME_EN("nameEn", "NAME_EN", Kind.TEXT, "Tên tiếng Anh", "English name"),
  CADASTRAL_CODE("cadastralCode", "CADASTRAL", Kind.TEXT, "Mã địa chính", "Cadastral code"),
  PHASE("phase", "PHASE", Kind.INTEGER, "Giai đoạn đầu tư", "Investment phase"),
  MAX_DENSITY_PCT(
      "maxDensityPct", "DENSITY", Kind.NUMBER, "Mật độ xây dựng tối đa, %", "Largest density, %"),
  MAX_FLOORS("maxFloors", "FLOORS", Kind.INTEGER, "Số tầng tối đa", "Most storeys"),
  FAR("far", "FAR", Kind.NUMBER, "Hệ số sử dụng đất tối đa", "Largest floor area ratio"),
  PURPOSE_VI("purposeVi", "PURPOSE_VI", Kind.TEXT, "Mục tiêu công bố", "Declared target, vi"),
  PURPOSE_EN("purposeEn", "PURPOSE_EN", Kind.TEXT, "Mục tiêu (tiếng Anh)", "Declared target, en");

  /** What values a column holds. */
  enum Kind {
    TEXT,
    INTEGER,
    NUMBER
  }

  private final String column;
  private final String shortColumn;
  private final Kind kind;
  private final String labelVi;
  private final String labelEn;

  SubzoneField(String column, String shortColumn, Kind kind, String labelVi, String labelEn) {
    this.column = column;
    this.shortColumn = shortColumn;
    this.kind = kind;
    this.labelVi = labelVi;
    this.labelEn = labelEn;
  }

  /** Name of the column, as in the API. */
  String column() {
    return column;
  }

  /** ASCII name of at most ten letters, as DBF allows. */
  String shortColumn() {
    return shortColumn;
  }

  Kind kind() {
    return kind;
  }

  String labelVi() {
    return labelVi;
  }

  String labelEn() {
    return labelEn;
  }

  static Optional<SubzoneField> find(String column) {
    return List.of(values()).stream().filter(f -> f.column.equals(column)).findFirst();
  }

  /** What a subzone has there: String, Integer, Double or nothing. */
  @Nullable Object of(Subzone subzone) {
    Function<Subzone, @Nullable Object> getter =
        switch (this) {
          case UID -> Subzone::uid;
          case CODE -> Subzone::code;
          case LAND_USE -> s -> s.landUse().name();
          case NAME_VI -> Subzone::nameVi;
          case NAME_EN -> Subzone::nameEn;
          case CADASTRAL_CODE -> Subzone::cadastralCode;
          case PHASE -> Subzone::phase;
          case MAX_DENSITY_PCT -> Subzone::maxDensityPct;
          case MAX_FLOORS -> Subzone::maxFloors;
          case FAR -> Subzone::far;
          case PURPOSE_VI -> Subzone::purposeVi;
          case PURPOSE_EN -> Subzone::purposeEn;
        };
    return getter.apply(subzone);
  }

  /** The same as text, empty for nothing. */
  String textOf(Subzone subzone) {
    Object value = of(subzone);
    return value == null ? "" : value.toString();
  }
}
