package vn.khuxuong.space.search.alert;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The mail server of the tests: it takes every mail and keeps it. */
public final class MailServer {
  private static final ServerSetup SETUP =
      new ServerSetup(AlertTest.OwnWorld.freePort(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
  private static final GreenMail SERVER = new GreenMail(SETUP);

  static {
    SERVER.start();
  }

  private MailServer() {}

  static int port() {
    return SETUP.getPort();
  }

  /** Nobody answers any more. */
  static void stop() {
    SERVER.stop();
  }

  static void start() {
    SERVER.start();
  }

  /** Mails to an address so far. */
  public static List<MimeMessage> mails(String to) {
    return Arrays.stream(SERVER.getReceivedMessages()).filter(mail -> isTo(mail, to)).toList();
  }

  private static boolean isTo(MimeMessage mail, String to) {
    try {
      return mail.getRecipients(Message.RecipientType.TO)[0].toString().equals(to);
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Waits for a mail. */
  public static MimeMessage mail(String to, int number) throws InterruptedException {
    long patience = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (mails(to).size() < number) {
      if (System.nanoTime() > patience) {
        throw new AssertionError("No mail " + number + " to " + to);
      }
      Thread.sleep(50);
    }
    return mails(to).get(number - 1);
  }

  /** One of the two forms of a mail. */
  public static String text(MimeMessage mail, int form) throws IOException, MessagingException {
    return ((MimeMultipart) mail.getContent()).getBodyPart(form).getContent().toString();
  }

  /** The address in a mail that has a word in it. */
  public static String link(MimeMessage mail, String word) throws IOException, MessagingException {
    Matcher links = Pattern.compile("http://\\S+").matcher(text(mail, 0));
    while (links.find()) {
      if (links.group().contains(word)) {
        return links.group();
      }
    }
    throw new AssertionError("No link with " + word + " in " + text(mail, 0));
  }
}
