package vn.khuxuong.platform.mail;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.Reader;
import java.util.Map;

/** The two forms of a mail, as plain text and as HTML, from {@code templates/mail}. */
public record MailForm(Template plain, Template page) {

  /**
   * Reads both.
   *
   * @param name of the templates, without {@code -text} and {@code -html}
   * @param html a compiler that escapes
   */
  public static MailForm of(String name, Mustache.Compiler html, Mustache.TemplateLoader templates)
      throws Exception {
    try (Reader text = templates.getTemplate("mail/" + name + "-text");
        Reader page = templates.getTemplate("mail/" + name + "-html")) {
      return new MailForm(html.escapeHTML(false).compile(text), html.compile(page));
    }
  }

  /** The plain text. */
  public String text(Map<String, Object> model) {
    return plain.execute(model);
  }

  /** The HTML. */
  public String html(Map<String, Object> model) {
    return page.execute(model);
  }
}
