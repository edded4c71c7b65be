package vn.khuxuong.tenancy.support;

import org.springframework.http.HttpStatus;
import vn.khuxuong.platform.problem.ProblemKind;
import vn.khuxuong.platform.problem.ProblemType;

/** Refusals about support. */
enum SupportProblem implements ProblemType {
  BAD_NEED(
      HttpStatus.UNPROCESSABLE_CONTENT,
      "bad-support-need",
      "Nhu cầu hỗ trợ chưa đúng",
      "The statement of need is not right"),
  UNKNOWN_NEED(
      HttpStatus.NOT_FOUND,
      "unknown-support-need",
      "Không có nhu cầu này",
      "There is no such need"),
  UNKNOWN_REFERRAL(
      HttpStatus.NOT_FOUND,
      "unknown-referral",
      "Không có lần giới thiệu này",
      "There is no such referral"),
  UNKNOWN_PROGRAMME(
      HttpStatus.UNPROCESSABLE_CONTENT,
      "unknown-programme",
      "Không có chương trình này",
      "There is no such programme"),
  STATED_ALREADY(
      HttpStatus.CONFLICT,
      "support-need-stated",
      "Nhu cầu này đã nêu rồi",
      "This need is stated already"),
  REFERRED_ALREADY(
      HttpStatus.CONFLICT,
      "referred-already",
      "Đã giới thiệu tới chương trình này",
      "Referred to this programme already");

  private final ProblemKind kind;

  SupportProblem(HttpStatus status, String slug, String titleVi, String titleEn) {
    kind = new ProblemKind(status, "tenancy/" + slug, titleVi, titleEn);
  }

  @Override
  public ProblemKind kind() {
    return kind;
  }
}
