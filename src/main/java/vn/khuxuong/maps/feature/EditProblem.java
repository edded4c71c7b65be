package vn.khuxuong.maps.feature;

import org.springframework.http.HttpStatus;
import vn.khuxuong.platform.problem.ProblemKind;
import vn.khuxuong.platform.problem.ProblemType;

/** Why a feature is not changed. */
enum EditProblem implements ProblemType {
  UNSUPPORTED_TYPE(
      HttpStatus.UNSUPPORTED_MEDIA_TYPE,
      "unsupported-type",
      "Không nhận kiểu nội dung này",
      "Unsupported media type"),
  BAD_FEATURE(
      HttpStatus.UNPROCESSABLE_CONTENT,
      "bad-feature",
      "Đối tượng không hợp lệ",
      "The feature cannot be so"),
  VERSION_UNSAID(
      HttpStatus.PRECONDITION_REQUIRED,
      "version-unsaid",
      "Thiếu phiên bản đang sửa",
      "The version being changed is missing"),
  STALE(
      HttpStatus.PRECONDITION_FAILED,
      "stale",
      "Đối tượng đã thay đổi trong lúc bạn sửa",
      "The feature has changed meanwhile"),
  STALE_VERSION(
      HttpStatus.CONFLICT,
      "stale-version",
      "Đối tượng đã thay đổi trong lúc bạn sửa",
      "The feature has changed meanwhile");

  private final ProblemKind kind;

  EditProblem(HttpStatus status, String slug, String titleVi, String titleEn) {
    kind = new ProblemKind(status, "maps/" + slug, titleVi, titleEn);
  }

  @Override
  public ProblemKind kind() {
    return kind;
  }
}
