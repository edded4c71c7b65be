package vn.khuxuong.platform.account;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.khuxuong.platform.mail.MailAddress;
import vn.khuxuong.platform.web.Language;

/**
 * {@code /api/v1/accounts/me/email}: the address of one's own account. Another one takes the
 * password too, since who has the mailbox can set a new one.
 */
@RestController
@RequestMapping("/api/v1/accounts/me/email")
@PreAuthorize("isAuthenticated()")
class AccountEmailController {
  private final AccountEmail emails;
  private final AuthenticationManager signIn;

  AccountEmailController(AccountEmail emails, AuthenticationManager signIn) {
    this.emails = emails;
    this.signIn = signIn;
  }

  /**
   * An account's address.
   *
   * @param email null where it has none
   * @param confirmed whether the link sent there was used
   * @param canMail whether mails can be sent here at all
   */
  record EmailJson(@Nullable String email, boolean confirmed, boolean canMail) {}

  /** Another address. */
  record EmailAsked(@Nullable String email, @Nullable String password) {
    /** Never shows the password. */
    @Override
    public String toString() {
      return "EmailAsked[" + email + "]";
    }
  }

  @GetMapping
  ResponseEntity<EmailJson> get(Authentication who) {
    return answer(emails.of(who.getName()));
  }

  @PutMapping
  ResponseEntity<EmailJson> change(
      @RequestBody EmailAsked asked, Authentication who, HttpServletRequest request) {
    MailAddress address = MailAddress.of(asked.email());
    var given =
        UsernamePasswordAuthenticationToken.unauthenticated(who.getName(), asked.password());
    given.setDetails(new WebAuthenticationDetails(request));
    try {
      signIn.authenticate(given);
    } catch (BadCredentialsException e) {
      throw AccountProblem.WRONG_PASSWORD
          .with("Mật khẩu không đúng.", "The password is wrong.")
          .field("password");
    }
    return answer(emails.change(who.getName(), address, Language.of(request)));
  }

  @PostMapping("/confirmation")
  ResponseEntity<EmailJson> sendConfirmation(Authentication who, HttpServletRequest request) {
    return answer(emails.sendConfirmation(who.getName(), Language.of(request)));
  }

  private ResponseEntity<EmailJson> answer(EmailStore.Known known) {
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(new EmailJson(known.email().orElse(null), known.confirmed(), emails.canMail()));
  }
}
