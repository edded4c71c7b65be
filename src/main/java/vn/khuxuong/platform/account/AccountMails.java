package vn.khuxuong.platform.account;

import com.samskivert.mustache.Mustache;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import vn.khuxuong.platform.mail.MailForm;
import vn.khuxuong.platform.mail.MailSource;
import vn.khuxuong.platform.mail.Outbox;
import vn.khuxuong.platform.mail.Postman;
import vn.khuxuong.platform.security.Secret;
import vn.khuxuong.platform.web.Language;

/** Writes the mails about accounts, from {@code templates/mail/account-*}. */
@Component
class AccountMails implements MailSource {
  private static final Logger log = LoggerFactory.getLogger(AccountMails.class);

  private final Outbox outbox;
  private final AccountMailStore store;
  private final Map<MailKind, MailForm> forms = new EnumMap<>(MailKind.class);

  AccountMails(
      JdbcClient jdbc,
      AccountMailStore store,
      Mustache.Compiler html,
      Mustache.TemplateLoader templates)
      throws Exception {
    this.outbox = new Outbox(jdbc, "platform.account_mails");
    this.store = store;
    for (MailKind kind : MailKind.values()) {
      forms.put(
          kind,
          MailForm.of(
              "account-" + kind.name().toLowerCase(java.util.Locale.ROOT), html, templates));
    }
  }

  @Override
  public Outbox outbox() {
    return outbox;
  }

  @Override
  public Draft prepare(UUID id) {
    AccountMailStore.Due mail = store.get(id);
    String word = Secret.next();
    if (!mail.kind().life().isZero()) {
      store.addToken(mail, Secret.hash(word));
    }
    return base -> Optional.of(write(mail, word, base));
  }

  private Postman.Letter write(AccountMailStore.Due mail, String word, String base) {
    Language language = mail.language();
    MailForm form = java.util.Objects.requireNonNull(forms.get(mail.kind()));
    String subject = subject(mail.kind(), language);
    Map<String, Object> model = new HashMap<>();
    model.put("lang", language.tag());
    model.put("vi", language == Language.VI);
    model.put("subject", subject);
    model.put("name", mail.username());
    model.put("home", base + "/");
    model.put("link", base + address(mail.kind(), word) + "lang=" + language.tag());
    return new Postman.Letter(
        mail.id(), mail.email(), language, subject, form.text(model), form.html(model), null);
  }

  private static String address(MailKind kind, String word) {
    return switch (kind) {
      case CONFIRM -> "/accounts/confirm?token=" + word + "&";
      case RESET -> "/accounts/reset?token=" + word + "&";
      case CHANGED -> "/accounts/forgot?";
    };
  }

  private static String subject(MailKind kind, Language language) {
    return switch (kind) {
      case CONFIRM ->
          language.choose("Xác nhận địa chỉ thư điện tử", "Confirm your e-mail address");
      case RESET -> language.choose("Đặt lại mật khẩu", "Set a new password");
      case CHANGED -> language.choose("Mật khẩu vừa được đổi", "Your password was changed");
    };
  }

  /** Once an hour what is not needed any more is forgotten. */
  @Scheduled(initialDelay = 95_000, fixedDelay = 3_600_000)
  void forget() {
    try {
      int forgotten = store.forget();
      log.debug("{} rows of mails about accounts forgotten", forgotten);
    } catch (DataAccessException | TransactionException e) {
      log.warn("Old mails about accounts could not be removed for now: {}", e.getMessage());
    }
  }
}
