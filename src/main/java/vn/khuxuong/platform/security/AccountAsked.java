package vn.khuxuong.platform.security;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.khuxuong.platform.audit.Audit;
import vn.khuxuong.platform.problem.ProblemException;

/**
 * Body of {@code POST /api/v1/accounts}. Whatever else a client sends (a role above all) is not
 * read.
 *
 * @param username name to sign in with or e-mail address; capitals and blanks around it do not
 *     count
 * @param displayName the person's name; the name to sign in with where left out
 * @param password as {@link Passwords} takes it
 */
record AccountAsked(
    @Nullable String username, @Nullable String displayName, @Nullable String password) {
  private static final int LONGEST_NAME = 100;
  private static final Set<String> RESERVED =
      Set.of(Audit.SYSTEM, "anonymous", "anonymoususer", "me");

  /** The three, checked. */
  record Checked(String username, String displayName, String password) {}

  Checked read() {
    String name = username == null ? "" : username.strip().toLowerCase(Locale.ROOT);
    if (!Accounts.isName(name) || RESERVED.contains(name)) {
      throw bad(
          "username",
          "Tên đăng nhập có 2 đến 64 chữ cái không dấu, chữ số hoặc . _ - @ +; có thể dùng thư"
              + " điện tử.",
          "The name has 2 to 64 plain letters, digits or . _ - @ +; an e-mail address will do.");
    }
    String shown =
        displayName == null || displayName.isBlank()
            ? name
            : Normalizer.normalize(displayName.strip(), Normalizer.Form.NFC);
    if (shown.length() > LONGEST_NAME || shown.chars().anyMatch(Character::isISOControl)) {
      throw bad(
          "displayName",
          "Họ tên có tối đa " + LONGEST_NAME + " ký tự.",
          "The name of the person has at most " + LONGEST_NAME + " characters.");
    }
    return new Checked(name, shown, Passwords.checked(password, name));
  }

  private static ProblemException bad(String field, String vi, String en) {
    return RegistrationProblem.BAD_ACCOUNT.with(vi, en).field(field);
  }

  /** Never shows the password. */
  @Override
  public String toString() {
    return "AccountAsked[" + username + "]";
  }
}
