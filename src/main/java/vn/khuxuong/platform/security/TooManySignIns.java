package vn.khuxuong.platform.security;

import org.springframework.security.core.AuthenticationException;
import vn.khuxuong.platform.problem.ProblemException;

/** So many wrong passwords were given that for some time none is looked at, not even the right. */
final class TooManySignIns extends AuthenticationException {
  private static final long serialVersionUID = 1L;
  private static final int MINUTE = 60;

  private final int waitSeconds;

  TooManySignIns(int waitSeconds) {
    super("Too many wrong passwords");
    this.waitSeconds = waitSeconds;
  }

  /** Seconds until another attempt is looked at. */
  int waitSeconds() {
    return waitSeconds;
  }

  /** The same in minutes, for people. */
  int waitMinutes() {
    return (waitSeconds + MINUTE - 1) / MINUTE;
  }

  /** The refusal for tools. */
  ProblemException problem() {
    return RegistrationProblem.TOO_MANY_SIGN_INS
        .with(
            "Vừa có quá nhiều lần nhập sai mật khẩu. Thử lại sau " + waitMinutes() + " phút.",
            "Too many wrong passwords were given. Try again in " + waitMinutes() + " minutes.")
        .remedy(
            "Quên mật khẩu thì đặt lại ở /accounts/forgot.",
            "If you have forgotten it, set a new one at /accounts/forgot.")
        .retryAfter(waitSeconds);
  }
}
