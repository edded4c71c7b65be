package vn.khuxuong.platform.account;

import java.util.Map;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.khuxuong.platform.audit.Audit;
import vn.khuxuong.platform.mail.MailAddress;
import vn.khuxuong.platform.mail.Postman;
import vn.khuxuong.platform.problem.ProblemException;
import vn.khuxuong.platform.security.AccountRegistered;
import vn.khuxuong.platform.security.Accounts;
import vn.khuxuong.platform.security.HourlyAttempts;
import vn.khuxuong.platform.security.Passwords;
import vn.khuxuong.platform.security.Secret;
import vn.khuxuong.platform.web.Language;

/** Has addresses confirmed, and lets whoever has one set a forgotten password anew. */
@Component
class AccountEmail {
  private static final int MOST_MAILS_AN_HOUR = 3;
  private static final int MOST_RESETS_OF_NETWORK_AN_HOUR = 20;
  private static final int MOST_RESETS_AN_HOUR = 600;
  private static final int HOUR_SECONDS = 3_600;
  private static final int LONGEST_NAME = 254;

  private final EmailStore emails;
  private final AccountMailStore mails;
  private final Accounts accounts;
  private final HourlyAttempts attempts;
  private final Postman postman;
  private final Audit audit;

  AccountEmail(
      EmailStore emails,
      AccountMailStore mails,
      Accounts accounts,
      HourlyAttempts attempts,
      Postman postman,
      Audit audit) {
    this.emails = emails;
    this.mails = mails;
    this.accounts = accounts;
    this.attempts = attempts;
    this.postman = postman;
    this.audit = audit;
  }

  /** Whether any mail can be sent at all. */
  boolean canMail() {
    return postman.isSetUp();
  }

  @EventListener
  void registered(AccountRegistered account) {
    if (canMail()) {
      mails.add(account.username(), MailKind.CONFIRM, account.language(), MOST_MAILS_AN_HOUR);
    }
  }

  /** The address of an account. */
  EmailStore.Known of(String username) {
    return emails.get(username);
  }

  /** Gives an account another address, and sends the mail that asks for its confirmation. */
  @Transactional
  public EmailStore.Known change(String username, MailAddress address, Language language) {
    if (!emails.get(username).email().equals(Optional.of(address.text()))) {
      emails.change(username, address.text());
      audit.record("account.email-changed", "account", username, Map.of());
    }
    return sendConfirmation(username, language);
  }

  /**
   * Sends the mail that asks for confirmation (again).
   *
   * @throws ProblemException where mail is not set up, or too many were sent
   */
  @Transactional
  public EmailStore.Known sendConfirmation(String username, Language language) {
    EmailStore.Known known = emails.get(username);
    if (known.confirmed()) {
      return known;
    }
    if (!canMail()) {
      throw AccountProblem.NO_MAIL.with(
          "Hệ thống này chưa nối với máy chủ thư.", "No mail server is set up here.");
    }
    if (known.email().isEmpty()) {
      throw AccountProblem.NO_ADDRESS
          .with("Tài khoản chưa có thư điện tử.", "The account has no e-mail address.")
          .field("email");
    }
    if (!mails.add(username, MailKind.CONFIRM, language, MOST_MAILS_AN_HOUR)) {
      throw AccountProblem.TOO_MANY_MAILS
          .with(
              "Trong một giờ qua đã gửi " + MOST_MAILS_AN_HOUR + " thư xác nhận.",
              MOST_MAILS_AN_HOUR + " mails to confirm were sent within the last hour.")
          .remedy(
              "Xem cả mục thư rác, hoặc thử lại sau một giờ.",
              "Look among the spam too, or try again in an hour.")
          .retryAfter(HOUR_SECONDS);
    }
    return known;
  }

  /** Whether a link to confirm would work. */
  Optional<AccountMailStore.Holder> findConfirmation(String word) {
    return mails.find(Secret.hash(word), MailKind.CONFIRM);
  }

  /** The account that an address was confirmed for. */
  Optional<String> confirmedBy(String email) {
    return emails.findConfirmed(email);
  }

  /** Uses a link to confirm; empty where it does not work (any more). */
  @Transactional
  public Optional<AccountMailStore.Holder> confirm(String word) {
    String hash = Secret.hash(word);
    return mails
        .find(hash, MailKind.CONFIRM)
        .filter(holder -> mails.use(hash, MailKind.CONFIRM, holder.userId()))
        .map(
            holder -> {
              emails.confirm(holder.userId(), holder.email());
              audit.record(
                  holder.username(),
                  "account.email-confirmed",
                  "account",
                  holder.username(),
                  Map.of());
              return holder;
            });
  }

  /**
   * Somebody has forgotten a password. A mail goes to the address of the account that is meant: the
   * link for a new password where it was confirmed, else the one to confirm it. Nothing tells
   * which, or that there is such an account.
   *
   * @param nameOrEmail as it was typed
   * @param network it is asked from, as {@code inet}
   * @throws ProblemException where the network has asked too often
   */
  @Transactional
  public void forgotten(String nameOrEmail, String network, Language language) {
    if (!attempts.note(
        HourlyAttempts.Kind.RESET, network, MOST_RESETS_OF_NETWORK_AN_HOUR, MOST_RESETS_AN_HOUR)) {
      throw AccountProblem.TOO_MANY_MAILS
          .with(
              "Từ mạng của bạn vừa có quá nhiều lần xin đặt lại mật khẩu.",
              "Too many new passwords were asked for from your network.")
          .remedy("Thử lại sau một giờ.", "Try again in an hour.")
          .retryAfter(HOUR_SECONDS);
    }
    String text = nameOrEmail.strip();
    if (text.length() > LONGEST_NAME || text.indexOf('\0') >= 0) {
      return;
    }
    emails
        .findAccount(text)
        .ifPresent(
            account ->
                mails.add(
                    account,
                    emails.get(account).confirmed() ? MailKind.RESET : MailKind.CONFIRM,
                    language,
                    MOST_MAILS_AN_HOUR));
  }

  /** Whether a link for a new password would work. */
  Optional<AccountMailStore.Holder> findReset(String word) {
    return mails.find(Secret.hash(word), MailKind.RESET);
  }

  /**
   * Sets the password of the account whose link is used. Whoever is signed in as it is not any
   * more, and a mail tells its person.
   *
   * @return the account, empty where the link does not work (any more)
   * @throws ProblemException naming {@code password} where it will not do; the link then still
   *     works
   */
  @Transactional
  public Optional<String> reset(String word, String password, Language language) {
    String hash = Secret.hash(word);
    Optional<AccountMailStore.Holder> holder = mails.find(hash, MailKind.RESET);
    if (holder.isEmpty()) {
      return Optional.empty();
    }
    String username = holder.get().username();
    String chosen = Passwords.checked(password, username);
    if (!mails.use(hash, MailKind.RESET, holder.get().userId())
        || !accounts.resetPassword(username, chosen)) {
      return Optional.empty();
    }
    mails.add(username, MailKind.CHANGED, language, Integer.MAX_VALUE);
    return Optional.of(username);
  }
}
