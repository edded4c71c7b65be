package vn.khuxuong.space.search.alert;

import jakarta.mail.MessagingException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.mail.MailException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends the mails that are due, one after another. What fails is tried again later and later, for
 * about a day.
 */
@Component
class SendMails {
  private static final Logger log = LoggerFactory.getLogger(SendMails.class);
  private static final int MOST_AT_A_TIME = 100;
  private static final int MOST_ATTEMPTS = 12;
  private static final long FIRST_PAUSE_SECONDS = 20;
  private static final long LONGEST_PAUSE_SECONDS = 6 * 3_600;
  private static final int LONGEST_FAULT = 500;

  private final MailStore store;
  private final SavedSearchStore searches;
  private final AlertMail writer;
  private final Postman postman;
  private final TransactionTemplate transaction;

  SendMails(
      MailStore store,
      SavedSearchStore searches,
      AlertMail writer,
      Postman postman,
      PlatformTransactionManager transactions) {
    this.store = store;
    this.searches = searches;
    this.writer = writer;
    this.postman = postman;
    this.transaction = new TransactionTemplate(transactions);
  }

  /** A mail with the link that goes with it. */
  private record Ready(MailStore.Due mail, String word) {}

  /** Sends what is due. */
  void send() {
    if (!postman.isSetUp()) {
      return;
    }
    try {
      for (int sent = 0; sent < MOST_AT_A_TIME && sendOne(); sent++) {
        log.debug("A mail was sent");
      }
    } catch (DataAccessException | TransactionException e) {
      log.warn("Mails could not be sent for now: {}", e.getMessage());
    }
  }

  private boolean sendOne() {
    Ready ready = transaction.execute(status -> take().orElse(null));
    if (ready == null) {
      return false;
    }
    MailStore.Due mail = ready.mail();
    Optional<Postman.Letter> letter = writer.letter(mail, ready.word(), postman.base());
    if (letter.isEmpty()) {
      store.end(mail.id(), "DROPPED", null);
      return true;
    }
    try {
      postman.send(letter.get());
      store.end(mail.id(), "SENT", null);
    } catch (MailException | MessagingException e) {
      failed(mail, e);
    }
    return true;
  }

  /** The hash of the link is there before the mail is, so that the link works from the start. */
  private Optional<Ready> take() {
    return store
        .take()
        .map(
            mail -> {
              String word = Secret.next();
              searches.addWord(
                  Secret.hash(word), mail.search(), mail.confirms() ? "CONFIRM" : "UNSUBSCRIBE");
              return new Ready(mail, word);
            });
  }

  private void failed(MailStore.Due mail, Exception e) {
    String fault = shortened(String.valueOf(e.getMessage()));
    if (mail.attempts() >= MOST_ATTEMPTS) {
      log.warn("Mail {} is given up after {} attempts: {}", mail.id(), mail.attempts(), fault);
      store.end(mail.id(), "FAILED", fault);
      return;
    }
    long pause =
        Math.min(LONGEST_PAUSE_SECONDS, FIRST_PAUSE_SECONDS << Math.min(mail.attempts() - 1, 20));
    log.warn("Mail {} could not be sent, again in {} s: {}", mail.id(), pause, fault);
    store.postpone(mail.id(), pause, fault);
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST_FAULT ? text : text.substring(0, LONGEST_FAULT);
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
