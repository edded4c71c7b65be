package vn.khuxuong.platform.account;

import org.springframework.http.HttpStatus;
import vn.khuxuong.platform.problem.ProblemKind;
import vn.khuxuong.platform.problem.ProblemType;

/** Refusals about addresses of accounts and forgotten passwords. */
enum AccountProblem implements ProblemType {
  NO_MAIL(HttpStatus.CONFLICT, "mail-not-set-up", "Chưa gửi được thư", "Mails cannot be sent here"),
  NO_ADDRESS(
      HttpStatus.CONFLICT,
      "no-email-address",
      "Tài khoản chưa có thư điện tử",
      "The account has no e-mail address"),
  WRONG_PASSWORD(
      HttpStatus.FORBIDDEN, "wrong-password", "Mật khẩu không đúng", "The password is wrong"),
  TOO_MANY_MAILS(
      HttpStatus.TOO_MANY_REQUESTS, "too-many-mails", "Xin quá nhiều thư", "Too many mails");

  private final ProblemKind kind;

  AccountProblem(HttpStatus status, String slug, String titleVi, String titleEn) {
    kind = new ProblemKind(status, "platform/" + slug, titleVi, titleEn);
  }

  @Override
  public ProblemKind kind() {
    return kind;
  }
}
