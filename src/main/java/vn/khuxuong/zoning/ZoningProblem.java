package vn.khuxuong.zoning;

import org.springframework.http.HttpStatus;
import vn.khuxuong.platform.problem.ProblemKind;
import vn.khuxuong.platform.problem.ProblemType;

/** Refusals of the module that owns plans. */
public enum ZoningProblem implements ProblemType {
  UNKNOWN_ZONE(HttpStatus.NOT_FOUND, "unknown-zone", "Không có khu này", "There is no such zone"),
  UNKNOWN_PLAN(HttpStatus.NOT_FOUND, "unknown-plan", "Không có đồ án này", "There is no such plan"),
  UNKNOWN_IMPORT(
      HttpStatus.NOT_FOUND, "unknown-import", "Không có lần nhập này", "There is no such import"),
  UNKNOWN_COMMENT(
      HttpStatus.NOT_FOUND, "unknown-comment", "Không có góp ý này", "There is no such comment"),
  BAD_BODY(HttpStatus.BAD_REQUEST, "bad-body", "Nội dung gửi không hợp lệ", "Bad request body"),
  BAD_EDIT(
      HttpStatus.UNPROCESSABLE_CONTENT,
      "bad-edit",
      "Không thực hiện được thao tác vẽ",
      "The edit cannot be done"),
  BAD_FILE(
      HttpStatus.UNPROCESSABLE_CONTENT, "bad-file", "Không nhận tệp này", "The file is refused"),
  BAD_COMMENT(
      HttpStatus.UNPROCESSABLE_CONTENT,
      "bad-comment",
      "Không ghi được góp ý",
      "The comment cannot be kept"),
  BROKEN_RULES(
      HttpStatus.UNPROCESSABLE_CONTENT,
      "broken-rules",
      "Đồ án còn lỗi phải sửa",
      "The plan breaks what may not be broken"),
  NO_VERSION_GIVEN(
      HttpStatus.PRECONDITION_REQUIRED,
      "no-version-given",
      "Thiếu phiên bản đang sửa",
      "The version being changed is missing"),
  STALE(
      HttpStatus.PRECONDITION_FAILED,
      "stale",
      "Đồ án đã thay đổi trong lúc bạn sửa",
      "The plan has changed meanwhile"),
  STALE_VERSION(
      HttpStatus.CONFLICT,
      "stale-version",
      "Đồ án đã thay đổi trong lúc bạn sửa",
      "The plan has changed meanwhile"),
  WRONG_STATUS(
      HttpStatus.CONFLICT,
      "wrong-status",
      "Đồ án không ở trạng thái cho phép",
      "The plan's status does not allow this"),
  ANOTHER_WAS_PUBLISHED(
      HttpStatus.CONFLICT,
      "another-was-published",
      "Đồ án khác vừa được công bố",
      "Another plan was published meanwhile"),
  NOTHING_TO_UNDO(
      HttpStatus.CONFLICT, "nothing-to-undo", "Không còn bước nào", "No step left to take"),
  OWN_WORK(
      HttpStatus.FORBIDDEN,
      "own-work",
      "Không ai tự duyệt việc của mình",
      "Nobody decides on own work"),
  NOT_YOURS(
      HttpStatus.FORBIDDEN,
      "not-yours",
      "Bạn không được sửa đồ án này",
      "You may not change this plan");

  private final ProblemKind kind;

  ZoningProblem(HttpStatus status, String slug, String titleVi, String titleEn) {
    kind = new ProblemKind(status, "zoning/" + slug, titleVi, titleEn);
  }

  @Override
  public ProblemKind kind() {
    return kind;
  }
}
