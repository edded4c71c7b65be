package vn.khuxuong.platform.mail;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.khuxuong.platform.problem.ApiProblem;
import vn.khuxuong.platform.problem.ProblemException;

/**
 * An address mail can be sent to: one mailbox and nothing else, no name, no comment, no second
 * receiver, no line end.
 *
 * @param text with the domain in lower case
 */
public record MailAddress(String text) {
  private static final int LONGEST = 254;
  private static final Pattern PLAIN =
      Pattern.compile(
          "[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}@"
              + "([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z][A-Za-z0-9-]{0,61}");

  /**
   * Reads an address.
   *
   * @throws ProblemException naming {@code email} where it is none
   */
  public static MailAddress of(@Nullable String given) {
    return find(given)
        .orElseThrow(
            () ->
                ApiProblem.BAD_PARAMETER
                    .with("Địa chỉ thư điện tử chưa đúng.", "This is no e-mail address.")
                    .field("email")
                    .remedy(
                        "Dạng ten@congty.vn, một địa chỉ.", "Like name@company.vn, one address."));
  }

  /** Reads an address; empty where it is none. */
  public static Optional<MailAddress> find(@Nullable String given) {
    String text = given == null ? "" : given.strip();
    if (text.length() > LONGEST || !PLAIN.matcher(text).matches() || !isKnownForm(text)) {
      return Optional.empty();
    }
    int at = text.lastIndexOf('@');
    return Optional.of(
        new MailAddress(text.substring(0, at) + text.substring(at).toLowerCase(Locale.ROOT)));
  }

  private static boolean isKnownForm(String text) {
    try {
      new InternetAddress(text, true).validate();
      return true;
    } catch (AddressException e) {
      return false;
    }
  }
}
