package vn.khuxuong.platform.security;

import java.nio.charset.StandardCharsets;
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
 * @param password of at least {@link Accounts#SHORTEST_PASSWORD} characters, any of them; NIST SP
 *     800-63B: length, and none that everybody tries first, but no rules on digits and signs
 */
record AccountAsked(
    @Nullable String username, @Nullable String displayName, @Nullable String password) {
  private static final int LONGEST_NAME = 100;
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
    return new Checked(name, shown, password(name));
  }

  private String password(String name) {
    String chosen = password == null ? "" : password;
    if (chosen.length() < Accounts.SHORTEST_PASSWORD
        || chosen.getBytes(StandardCharsets.UTF_8).length > Accounts.LONGEST_PASSWORD_BYTES) {
      throw bad(
          "password",
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
        || lower.equals(name)
        || lower.equals(name.replaceAll("@.*", ""))) {
      throw bad(
          "password",
          "Mật khẩu này ai cũng đoán được. Ghép ba, bốn từ không liên quan thì dễ nhớ mà khó đoán.",
          "Everybody guesses this password. Three or four unrelated words are easy to keep in mind"
              + " and hard to guess.");
    }
    return chosen;
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
