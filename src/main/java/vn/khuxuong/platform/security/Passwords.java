package vn.khuxuong.platform.security;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.khuxuong.platform.problem.ProblemException;

/**
 * Which passwords people may choose: any characters, {@link Accounts#SHORTEST_PASSWORD} of them at
 * least; NIST SP 800-63B: length, and none that everybody tries first, but no rules on digits and
 * signs.
 */
public final class Passwords {
  private static final int FEWEST_DIFFERENT = 4;

  /** What everybody tries first, of those long enough; without case. */
  private static final Set<String> TRIED_FIRST =
      Set.of(
          "1234567890",
          "0123456789",
          "12345678910",
          "123456789a",
          "password12",
          "password123",
          "password1234",
          "qwertyuiop",
          "1qaz2wsx3edc",
          "matkhau123",
          "matkhau1234",
          "anhyeuem123",
          "khuxuong123",
          "iloveyou123");

  private Passwords() {}

  /**
   * The password as it was chosen.
   *
   * @param account name to sign in with, which it must not be
   * @throws ProblemException naming {@code password} where it will not do
   */
  public static String checked(@Nullable String password, String account) {
    String chosen = password == null ? "" : password;
    if (chosen.length() < Accounts.SHORTEST_PASSWORD
        || chosen.getBytes(StandardCharsets.UTF_8).length > Accounts.LONGEST_PASSWORD_BYTES) {
      throw bad(
          "Mật khẩu có ít nhất "
              + Accounts.SHORTEST_PASSWORD
              + " ký tự, tối đa "
              + Accounts.LONGEST_PASSWORD_BYTES
              + " byte.",
          "The password has at least "
              + Accounts.SHORTEST_PASSWORD
              + " characters and at most "
              + Accounts.LONGEST_PASSWORD_BYTES
              + " bytes.");
    }
    String lower = chosen.toLowerCase(Locale.ROOT);
    if (TRIED_FIRST.contains(lower)
        || chosen.chars().distinct().count() < FEWEST_DIFFERENT
        || lower.equals(account)
        || lower.equals(account.replaceAll("@.*", ""))) {
      throw bad(
          "Mật khẩu này ai cũng đoán được. Ghép ba, bốn từ không liên quan thì dễ nhớ mà khó đoán.",
          "Everybody guesses this password. Three or four unrelated words are easy to keep in mind"
              + " and hard to guess.");
    }
    return chosen;
  }

  private static ProblemException bad(String vi, String en) {
    return RegistrationProblem.BAD_ACCOUNT.with(vi, en).field("password");
  }
}
