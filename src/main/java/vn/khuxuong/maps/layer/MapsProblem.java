package vn.khuxuong.maps.layer;

import org.springframework.http.HttpStatus;
import vn.khuxuong.geo.GeoRefusal;
import vn.khuxuong.platform.problem.ProblemException;
import vn.khuxuong.platform.problem.ProblemKind;
import vn.khuxuong.platform.problem.ProblemType;

/** Why one of the map doors does not answer as asked. */
public enum MapsProblem implements ProblemType {
  UNKNOWN_LAYER(
      HttpStatus.NOT_FOUND, "maps/unknown-layer", "Không có lớp dữ liệu này", "Unknown layer"),
  UNKNOWN_FEATURE(
      HttpStatus.NOT_FOUND, "maps/unknown-feature", "Không có đối tượng này", "Unknown feature"),
  UNKNOWN_PARAMETER(
      HttpStatus.BAD_REQUEST, "maps/unknown-parameter", "Tham số lạ", "Unknown parameter"),
  BAD_PARAMETER(
      HttpStatus.BAD_REQUEST, "maps/bad-parameter", "Tham số không hợp lệ", "Bad parameter"),
  NO_TILE(HttpStatus.NOT_FOUND, "maps/no-tile", "Không có ô bản đồ này", "No such tile"),
  NOT_ACCEPTABLE(
      HttpStatus.NOT_ACCEPTABLE,
      "maps/not-acceptable",
      "Không có định dạng được yêu cầu",
      "No such format"),
  TOO_MUCH(HttpStatus.BAD_REQUEST, "maps/too-much", "Quá nhiều đối tượng", "Too many features"),
  TOO_EXPENSIVE(
      HttpStatus.SERVICE_UNAVAILABLE,
      "maps/too-expensive",
      "Câu hỏi quá tốn kém",
      "Question too expensive"),
  BUSY(HttpStatus.SERVICE_UNAVAILABLE, "maps/busy", "Máy chủ đang bận", "Server busy");

  private final ProblemKind kind;

  MapsProblem(HttpStatus status, String slug, String titleVi, String titleEn) {
    kind = new ProblemKind(status, slug, titleVi, titleEn);
  }

  /**
   * A parameter whose coordinates, box, tile or reference system was refused.
   *
   * @param field name of the parameter
   */
  public static ProblemException of(GeoRefusal refusal, String field) {
    return BAD_PARAMETER.with(refusal.vi(), refusal.en()).field(field);
  }

  /** The refusal of a server that has too much to do. */
  public static ProblemException busy() {
    return BUSY.with(
        "Máy chủ bản đồ đang bận. Hãy thử lại sau giây lát.",
        "The map server is busy. Try again in a moment.");
  }

  @Override
  public ProblemKind kind() {
    return kind;
  }
}
