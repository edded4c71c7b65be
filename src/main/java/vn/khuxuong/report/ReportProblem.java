package vn.khuxuong.report;

import org.springframework.http.HttpStatus;
import vn.khuxuong.platform.problem.ProblemKind;
import vn.khuxuong.platform.problem.ProblemType;

/** Refusals of the indicator ledger. */
public enum ReportProblem implements ProblemType {
  BAD_EVENT(
      HttpStatus.UNPROCESSABLE_CONTENT,
      "report/bad-event",
      "Chưa ghi được sự kiện",
      "The event is refused"),
  BAD_RATE(
      HttpStatus.UNPROCESSABLE_CONTENT,
      "report/bad-rate",
      "Chưa ghi được tỷ giá",
      "The rate is refused"),
  BAD_OPENING(
      HttpStatus.UNPROCESSABLE_CONTENT,
      "report/bad-opening",
      "Chưa ghi được số công bố",
      "The published balance is refused"),
  PROJECT_STALE(
      HttpStatus.PRECONDITION_FAILED,
      "report/project-stale",
      "Dự án đã có thay đổi",
      "The project has changed"),
  UNKNOWN_PROJECT(
      HttpStatus.NOT_FOUND,
      "report/unknown-project",
      "Không có dự án này",
      "There is no such project"),
  UNKNOWN_TABLE(
      HttpStatus.NOT_FOUND, "report/unknown-table", "Không có bảng này", "There is no such table"),
  UNKNOWN_REGISTER(
      HttpStatus.NOT_FOUND,
      "report/unknown-register",
      "Không có lần nhập này",
      "There is no such import"),
  BAD_FILE(
      HttpStatus.UNPROCESSABLE_CONTENT,
      "report/bad-file",
      "Không đọc được tệp",
      "The file cannot be read"),
  REGISTER_REFUSED(
      HttpStatus.UNPROCESSABLE_CONTENT,
      "report/register-refused",
      "Danh mục chưa được nhận",
      "The register is refused"),
  REGISTER_STALE(
      HttpStatus.CONFLICT,
      "report/register-stale",
      "Lần đọc này không còn đúng",
      "This reading no longer holds"),
  TOO_MANY_REGISTERS(
      HttpStatus.CONFLICT,
      "report/too-many-registers",
      "Còn nhiều tệp chưa quyết định",
      "Too many files are undecided");

  private final ProblemKind kind;

  ReportProblem(HttpStatus status, String slug, String titleVi, String titleEn) {
    kind = new ProblemKind(status, slug, titleVi, titleEn);
  }

  @Override
  public ProblemKind kind() {
    return kind;
  }
}
