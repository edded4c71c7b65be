package vn.khuxuong.platform.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;
import vn.khuxuong.platform.web.BaseUrl;
import vn.khuxuong.platform.web.Language;

/**
 * Hands mails to a mail server by SMTP. Set up by {@code khu.smtp.host}, {@code port}, {@code
 * user}, {@code password}, {@code from} and {@code tls}; it also needs {@code khu.base-url}, since
 * links in mails must lead to the service's own address and to no other.
 */
@Component
public class Postman {
  private static final Logger log = LoggerFactory.getLogger(Postman.class);
  private static final String PATIENCE_MILLIS = "20000";

  private final @Nullable JavaMailSenderImpl sender;
  private final String from;
  private final String base;

  Postman(
      BaseUrl base,
      @Value("${khu.smtp.host:}") String host,
      @Value("${khu.smtp.port:587}") int port,
      @Value("${khu.smtp.user:}") String user,
      @Value("${khu.smtp.password:}") String password,
      @Value("${khu.smtp.from:}") String from,
      @Value("${khu.smtp.tls:starttls}") Tls tls) {
    this.base = base.configured().orElse("");
    this.from = from;
    boolean complete = !host.isBlank() && !from.isBlank() && !this.base.isEmpty();
    if (!host.isBlank() && !complete) {
      log.warn("No mails are sent: KHU_SMTP_HOST also needs KHU_SMTP_FROM and KHU_BASE_URL");
    }
    this.sender = complete ? sender(host, port, user, password, tls) : null;
  }

  /** How the connection to the server is kept secret. */
  enum Tls {
    /** Not at all, for a server on the same machine. */
    OFF,
    /** By STARTTLS, and not without. */
    STARTTLS,
    /** From the first byte on, usually at port 465. */
    ON
  }

  /**
   * A mail in both forms.
   *
   * @param unsubscribe address that ends what it is about with one POST, null where there is none
   */
  public record Letter(
      UUID id,
      String to,
      Language language,
      String subject,
      String text,
      String html,
      @Nullable String unsubscribe) {}

  private static JavaMailSenderImpl sender(
      String host, int port, String user, String password, Tls tls) {
    JavaMailSenderImpl sender = new JavaMailSenderImpl();
    sender.setHost(host);
    sender.setPort(port);
    sender.setDefaultEncoding(StandardCharsets.UTF_8.name());
    Properties settings = sender.getJavaMailProperties();
    if (!user.isBlank()) {
      sender.setUsername(user);
      sender.setPassword(password);
      settings.setProperty("mail.smtp.auth", "true");
    }
    settings.setProperty("mail.smtp.starttls.enable", String.valueOf(tls == Tls.STARTTLS));
    settings.setProperty("mail.smtp.starttls.required", String.valueOf(tls == Tls.STARTTLS));
    settings.setProperty("mail.smtp.ssl.enable", String.valueOf(tls == Tls.ON));
    settings.setProperty("mail.smtp.ssl.checkserveridentity", "true");
    settings.setProperty("mail.smtp.connectiontimeout", PATIENCE_MILLIS);
    settings.setProperty("mail.smtp.timeout", PATIENCE_MILLIS);
    settings.setProperty("mail.smtp.writetimeout", PATIENCE_MILLIS);
    return sender;
  }

  /** Whether mails can be sent. */
  public boolean isSetUp() {
    return sender != null;
  }

  /**
   * The service's own address for links, without a trailing slash; empty where mail is not set up.
   */
  public String base() {
    return base;
  }

  /**
   * Hands a mail over. The same mail has the same Message-ID each time.
   *
   * @throws MailException where the server does not take it
   * @throws MessagingException where it cannot be written
   */
  void send(Letter letter) throws MessagingException {
    JavaMailSenderImpl to =
        Optional.ofNullable(sender).orElseThrow(() -> new IllegalStateException("No mail server"));
    MimeMessage message = new Known(to.getSession(), messageId(letter.id()));
    message.setFrom(new InternetAddress(from));
    message.setRecipient(
        jakarta.mail.Message.RecipientType.TO, new InternetAddress(letter.to(), true));
    message.setSubject(oneLine(letter.subject()), StandardCharsets.UTF_8.name());
    message.setContentLanguage(new String[] {letter.language().tag()});
    message.setHeader("Auto-Submitted", "auto-generated");
    message.setHeader("X-Auto-Response-Suppress", "All");
    if (letter.unsubscribe() != null) {
      message.setHeader("List-Unsubscribe", "<" + letter.unsubscribe() + ">");
      message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    }
    MimeMultipart forms = new MimeMultipart("alternative");
    forms.addBodyPart(part(letter.text(), "plain"));
    forms.addBodyPart(part(letter.html(), "html"));
    message.setContent(forms);
    to.send(message);
  }

  private static MimeBodyPart part(String text, String type) throws MessagingException {
    MimeBodyPart part = new MimeBodyPart();
    part.setText(text, StandardCharsets.UTF_8.name(), type);
    return part;
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\p{Cntrl}+", " ");
  }

  private String messageId(UUID id) {
    return "<" + id + "@" + java.net.URI.create(base).getHost() + ">";
  }

  /** A message whose ID is ours and not made up by the library each time. */
  private static final class Known extends MimeMessage {
    private final String id;

    Known(Session session, String id) {
      super(session);
      this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", id);
    }
  }
}
