/**
 * Mails: written into an outbox in the transaction that they tell of, handed over by SMTP
 * afterwards. Each module keeps an outbox of its own with the columns that {@link
 * vn.khuxuong.platform.mail.Outbox} names, and offers it as a {@link
 * vn.khuxuong.platform.mail.MailSource}.
 */
@NullMarked
package vn.khuxuong.platform.mail;

import org.jspecify.annotations.NullMarked;
