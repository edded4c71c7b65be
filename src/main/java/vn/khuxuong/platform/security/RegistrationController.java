package vn.khuxuong.platform.security;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import vn.khuxuong.platform.web.ClientNetwork;
import vn.khuxuong.platform.web.Language;

/**
 * {@code POST /api/v1/accounts}: a firm's person makes an account, the one change that needs none.
 *
 * <p>The account has role FIRM and no other, whatever is sent. The request carries the token
 * against cross-site requests as every other does, from the page it was made on. Attempts that
 * could have succeeded are counted, by network and in all; above {@code khu.accounts.per-address}
 * (20) or {@code khu.accounts.in-total} (300) an hour the answer is 429, which counts as none. That
 * a name is taken must be said to whoever wants it; those limits keep it from being a way to list
 * names, and nothing is told of the account behind it. A name that is an e-mail address is
 * confirmed by a mail to it, see {@link AccountRegistered}; nobody gains anything at a firm by
 * having it, since a firm's papers are judged by an officer. Each account is in the audit as {@code
 * account.registered}.
 */
@RestController
class RegistrationController {
  static final String PATH = "/api/v1/accounts";

  private final Accounts accounts;
  private final HourlyAttempts attempts;
  private final TransactionTemplate transaction;
  private final ApplicationEventPublisher news;
  private final int perAddress;
  private final int inTotal;

  RegistrationController(
      Accounts accounts,
      HourlyAttempts attempts,
      TransactionTemplate transaction,
      ApplicationEventPublisher news,
      @Value("${khu.accounts.per-address:20}") int perAddress,
      @Value("${khu.accounts.in-total:300}") int inTotal) {
    this.accounts = accounts;
    this.attempts = attempts;
    this.transaction = transaction;
    this.news = news;
    this.perAddress = perAddress;
    this.inTotal = inTotal;
  }

  /** The account as it was made. */
  record AccountJson(String username, String displayName, Set<Role> roles) {}

  @PostMapping(PATH)
  ResponseEntity<AccountJson> register(
      @RequestBody AccountAsked asked, HttpServletRequest request) {
    AccountAsked.Checked account = asked.read();
    if (!attempts.note(
        HourlyAttempts.Kind.ACCOUNT, ClientNetwork.of(request), perAddress, inTotal)) {
      throw RegistrationProblem.TOO_MANY_ATTEMPTS
          .with(
              "Từ mạng của bạn vừa có quá nhiều lần tạo tài khoản.",
              "Too many accounts were asked for from your network.")
          .remedy(
              "Thử lại sau một giờ. Những gì bạn đã nhập vẫn còn trên máy này.",
              "Try again in an hour. What you have typed is still on this device.")
          .retryAfter(3_600);
    }
    Boolean done = transaction.execute(status -> make(account, Language.of(request)));
    if (!Boolean.TRUE.equals(done)) {
      throw RegistrationProblem.NAME_TAKEN
          .with("Tên đăng nhập này đã có người dùng.", "Somebody has this name already.")
          .field("username")
          .remedy(
              "Nếu đó là bạn thì đăng nhập; nếu không, chọn tên khác.",
              "If it is yours, sign in; if not, choose another.");
    }
    return ResponseEntity.created(URI.create("/firm"))
        .cacheControl(CacheControl.noStore())
        .body(new AccountJson(account.username(), account.displayName(), Set.of(Role.FIRM)));
  }

  private boolean make(AccountAsked.Checked account, Language language) {
    boolean made = accounts.register(account.username(), account.displayName(), account.password());
    if (made) {
      news.publishEvent(new AccountRegistered(account.username(), language));
    }
    return made;
  }
}
