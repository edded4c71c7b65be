package vn.khuxuong.platform.security;

import org.springframework.http.HttpStatus;
import vn.khuxuong.platform.problem.ProblemKind;
import vn.khuxuong.platform.problem.ProblemType;

/** Refusals about accounts that people make for themselves. */
enum RegistrationProblem implements ProblemType {
  BAD_ACCOUNT(
      HttpStatus.UNPROCESSABLE_CONTENT,
      "bad-account",
      "Tài khoản chưa đúng",
      "The account is not right"),
  NAME_TAKEN(
      HttpStatus.CONFLICT,
      "name-taken",
      "Tên đăng nhập không dùng được",
      "The name cannot be used"),
  TOO_MANY_ATTEMPTS(
      HttpStatus.TOO_MANY_REQUESTS, "too-many-attempts", "Thử quá nhiều lần", "Too many attempts"),
  TOO_MANY_SIGN_INS(
      HttpStatus.TOO_MANY_REQUESTS,
      "too-many-sign-ins",
      "Nhập sai mật khẩu quá nhiều lần",
      "Too many wrong passwords");

  private final ProblemKind kind;

  RegistrationProblem(HttpStatus status, String slug, String titleVi, String titleEn) {
    kind = new ProblemKind(status, "platform/" + slug, titleVi, titleEn);
  }

  @Override
  public ProblemKind kind() {
    return kind;
  }
}
