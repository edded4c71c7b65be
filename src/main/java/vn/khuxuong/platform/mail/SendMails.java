package vn.khuxuong.platform.mail;

import jakarta.mail.MessagingException;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessException;
import org.springframework.mail.MailException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;
import vn.khuxuong.platform.job.EverySecond;

/**
 * Sends the mails of all outboxes that are due, one after another. What fails is tried again later
 * and later, for about a day.
 */
@Configuration
class SendMails {
  private static final Logger log = LoggerFactory.getLogger(SendMails.class);
  private static final int MOST_AT_A_TIME = 100;
  private static final int MOST_ATTEMPTS = 12;
  private static final long FIRST_PAUSE_SECONDS = 20;
  private static final long LONGEST_PAUSE_SECONDS = 6 * 3_600;
  private static final int LONGEST_FAULT = 500;

  private final List<MailSource> sources;
  private final Postman postman;
  private final TransactionTemplate transaction;

  SendMails(List<MailSource> sources, Postman postman, PlatformTransactionManager transactions) {
    this.sources = sources;
    this.postman = postman;
    this.transaction = new TransactionTemplate(transactions);
  }

  /** A mail server that does not answer keeps nothing else waiting. */
  @Bean
  EverySecond sendingOfMails() {
    return new EverySecond("Mails are not sent for now", this::send);
  }

  /** A mail that is made ready. */
  private record Ready(Outbox.Taken mail, MailSource.Draft draft) {}

  private void send() {
    if (!postman.isSetUp()) {
      return;
    }
    try {
      for (MailSource source : sources) {
        for (int sent = 0; sent < MOST_AT_A_TIME && sendOne(source); sent++) {
          log.debug("A mail was sent");
        }
      }
    } catch (DataAccessException | TransactionException e) {
      log.warn("Mails could not be sent for now: {}", e.getMessage());
    }
  }

  private boolean sendOne(MailSource source) {
    Outbox outbox = source.outbox();
    Ready ready =
        transaction.execute(
            status ->
                outbox.take().map(mail -> new Ready(mail, source.prepare(mail.id()))).orElse(null));
    if (ready == null) {
      return false;
    }
    Optional<Postman.Letter> letter = ready.draft().write(postman.base());
    if (letter.isEmpty()) {
      outbox.end(ready.mail().id(), "DROPPED", null);
      return true;
    }
    try {
      postman.send(letter.get());
      outbox.end(ready.mail().id(), "SENT", null);
    } catch (MailException | MessagingException e) {
      failed(outbox, ready.mail(), e);
    }
    return true;
  }

  private static void failed(Outbox outbox, Outbox.Taken mail, Exception e) {
    String fault = shortened(String.valueOf(e.getMessage()));
    if (mail.attempts() >= MOST_ATTEMPTS) {
      log.warn("Mail {} is given up after {} attempts: {}", mail.id(), mail.attempts(), fault);
      outbox.end(mail.id(), "FAILED", fault);
      return;
    }
    long pause =
        Math.min(LONGEST_PAUSE_SECONDS, FIRST_PAUSE_SECONDS << Math.min(mail.attempts() - 1, 20));
    log.warn("Mail {} could not be sent, again in {} s: {}", mail.id(), pause, fault);
    outbox.postpone(mail.id(), pause, fault);
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST_FAULT ? text : text.substring(0, LONGEST_FAULT);
  }
}
