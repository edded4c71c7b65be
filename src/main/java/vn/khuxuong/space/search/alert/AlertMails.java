package vn.khuxuong.space.search.alert;

import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import vn.khuxuong.platform.mail.MailSource;
import vn.khuxuong.platform.mail.Outbox;
import vn.khuxuong.platform.security.Secret;

/** The mails about saved searches, each with the link that goes with it. */
@Component
class AlertMails implements MailSource {
  private static final Logger log = LoggerFactory.getLogger(AlertMails.class);

  private final Outbox outbox;
  private final MailStore store;
  private final SavedSearchStore searches;
  private final AlertMail writer;

  AlertMails(JdbcClient jdbc, MailStore store, SavedSearchStore searches, AlertMail writer) {
    this.outbox = new Outbox(jdbc, "space.alert_mails");
    this.store = store;
    this.searches = searches;
    this.writer = writer;
  }

  @Override
  public Outbox outbox() {
    return outbox;
  }

  @Override
  public Draft prepare(UUID id) {
    MailStore.Due mail = store.settled(id);
    String word = Secret.next();
    searches.addWord(Secret.hash(word), mail.search(), mail.confirms() ? "CONFIRM" : "UNSUBSCRIBE");
    return base -> writer.letter(mail, word, base);
  }

  /** Once an hour what is not needed any more is forgotten. */
  @Scheduled(initialDelay = 90_000, fixedDelay = 3_600_000)
  void forget() {
    try {
      int forgotten = searches.forget();
      log.debug("{} rows of saved searches forgotten", forgotten);
    } catch (DataAccessException | TransactionException e) {
      log.warn("Old saved searches could not be removed for now: {}", e.getMessage());
    }
  }
}
