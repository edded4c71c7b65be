package vn.khuxuong.conversion;

import org.springframework.http.HttpStatus;
import vn.khuxuong.platform.problem.ProblemKind;
import vn.khuxuong.platform.problem.ProblemType;

/** Refusals about the conversion of zones. */
public enum ConversionProblem implements ProblemType {
  UNKNOWN_ZONE(
      HttpStatus.NOT_FOUND,
      "unknown-zone",
      "Không có khu chuyển đổi này",
      "There is no such zone in conversion"),
  UNKNOWN_TENANT(
      HttpStatus.NOT_FOUND,
      "unknown-tenant",
      "Không có doanh nghiệp thuê này",
      "There is no such tenant"),
  UNKNOWN_CONTEST(
      HttpStatus.NOT_FOUND, "unknown-contest", "Không có ý kiến này", "There is no such statement"),
  UNKNOWN_SCENARIO(
      HttpStatus.NOT_FOUND,
      "unknown-scenario",
      "Không có kịch bản này",
      "There is no such scenario"),
  UNKNOWN_PLAN(HttpStatus.NOT_FOUND, "unknown-plan", "Không có đồ án này", "There is no such plan"),
  ANSWERED(HttpStatus.CONFLICT, "answered", "Ý kiến đã được trả lời", "The statement is answered"),
  TOO_MANY(
      HttpStatus.CONFLICT, "too-many", "Đã đủ số lượng cho phép", "There are as many as may be"),
  STALE(
      HttpStatus.PRECONDITION_FAILED,
      "stale",
      "Dữ liệu đã thay đổi từ lần đọc trước",
      "It has changed since it was read");

  private final ProblemKind kind;

  ConversionProblem(HttpStatus status, String slug, String titleVi, String titleEn) {
    kind = new ProblemKind(status, "conversion/" + slug, titleVi, titleEn);
  }

  @Override
  public ProblemKind kind() {
    return kind;
  }
}
