package vn.khuxuong.tenancy.firm;

import org.springframework.http.HttpStatus;
import vn.khuxuong.platform.problem.ProblemKind;
import vn.khuxuong.platform.problem.ProblemType;

/** Refusals about firms. */
enum FirmProblem implements ProblemType {
  UNKNOWN_FIRM(
      HttpStatus.NOT_FOUND, "unknown-firm", "Không có doanh nghiệp này", "There is no such firm"),
  UNKNOWN_ACCOUNT(
      HttpStatus.UNPROCESSABLE_CONTENT,
      "unknown-account",
      "Không có tài khoản này",
      "There is no such account"),
  BAD_PROFILE(
      HttpStatus.UNPROCESSABLE_CONTENT,
      "bad-profile",
      "Hồ sơ doanh nghiệp chưa đúng",
      "The firm's profile is not right"),
  HAS_FIRM(
      HttpStatus.CONFLICT,
      "account-has-firm",
      "Tài khoản đã có doanh nghiệp",
      "The account has a firm already"),
  TAX_CODE_TAKEN(
      HttpStatus.CONFLICT,
      "tax-code-taken",
      "Mã số thuế đã được đăng ký",
      "The tax code is registered already"),
  NO_VERSION_GIVEN(
      HttpStatus.PRECONDITION_REQUIRED,
      "no-version-given",
      "Thiếu phiên bản đang sửa",
      "The version being changed is missing"),
  STALE(
      HttpStatus.PRECONDITION_FAILED,
      "stale",
      "Hồ sơ đã thay đổi trong lúc bạn sửa",
      "The profile has changed meanwhile");

  private final ProblemKind kind;

  FirmProblem(HttpStatus status, String slug, String titleVi, String titleEn) {
    kind = new ProblemKind(status, "tenancy/" + slug, titleVi, titleEn);
  }

  @Override
  public ProblemKind kind() {
    return kind;
  }
}
