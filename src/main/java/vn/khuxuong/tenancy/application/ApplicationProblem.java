package vn.khuxuong.tenancy.application;

import org.springframework.http.HttpStatus;
import vn.khuxuong.platform.problem.ProblemKind;
import vn.khuxuong.platform.problem.ProblemType;

/** Refusals about applications. */
enum ApplicationProblem implements ProblemType {
  UNKNOWN_APPLICATION(
      HttpStatus.NOT_FOUND,
      "unknown-application",
      "Không có đơn này",
      "There is no such application"),
  UNKNOWN_DOCUMENT(
      HttpStatus.NOT_FOUND,
      "unknown-document",
      "Không có giấy tờ này",
      "There is no such document"),
  BAD_APPLICATION(
      HttpStatus.UNPROCESSABLE_CONTENT,
      "bad-application",
      "Đơn chưa đúng",
      "The application is not right"),
  INCOMPLETE(
      HttpStatus.UNPROCESSABLE_CONTENT,
      "incomplete",
      "Đơn còn thiếu",
      "The application is not complete"),
  BAD_DOCUMENT(
      HttpStatus.UNPROCESSABLE_CONTENT,
      "bad-document",
      "Không nhận tệp này",
      "The file is refused"),
  TOO_LARGE(
      HttpStatus.CONTENT_TOO_LARGE, "document-too-large", "Tệp quá lớn", "The file is too large"),
  NO_FIRM(HttpStatus.CONFLICT, "no-firm", "Chưa đăng ký doanh nghiệp", "No firm is registered yet"),
  TOO_MANY(HttpStatus.CONFLICT, "too-many", "Đã đủ số lượng cho phép", "No more are allowed"),
  WRONG_STATUS(
      HttpStatus.CONFLICT,
      "wrong-status",
      "Đơn không ở trạng thái cho phép",
      "The application's status does not allow this"),
  NO_VERSION_GIVEN(
      HttpStatus.PRECONDITION_REQUIRED,
      "application-no-version-given",
      "Thiếu phiên bản đang sửa",
      "The version being changed is missing"),
  STALE(
      HttpStatus.PRECONDITION_FAILED,
      "application-stale",
      "Đơn đã thay đổi trong lúc bạn sửa",
      "The application has changed meanwhile");

  private final ProblemKind kind;

  ApplicationProblem(HttpStatus status, String slug, String titleVi, String titleEn) {
    kind = new ProblemKind(status, "tenancy/" + slug, titleVi, titleEn);
  }

  @Override
  public ProblemKind kind() {
    return kind;
  }
}
