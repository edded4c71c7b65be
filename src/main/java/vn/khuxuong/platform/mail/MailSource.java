package vn.khuxuong.platform.mail;

import java.util.Optional;
import java.util.UUID;

/** A module that has mails to send. */
public interface MailSource {

  /** Where its mails are kept. */
  Outbox outbox();

  /**
   * Makes ready what a mail needs, such as the hash of the link in it, in the transaction that took
   * the mail: the link works from the start.
   */
  Draft prepare(UUID mail);

  /** A mail that is made ready; it is written outside of any transaction. */
  @FunctionalInterface
  interface Draft {

    /**
     * The mail to be sent; empty where there is nothing left to tell.
     *
     * @param base the service's own address, without a trailing slash
     */
    Optional<Postman.Letter> write(String base);
  }
}
