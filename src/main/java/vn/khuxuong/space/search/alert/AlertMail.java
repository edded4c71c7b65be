package vn.khuxuong.space.search.alert;

import com.samskivert.mustache.Mustache;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.khuxuong.platform.mail.MailForm;
import vn.khuxuong.platform.mail.Postman;
import vn.khuxuong.platform.web.Language;
import vn.khuxuong.space.search.vacancy.SearchWords;
import vn.khuxuong.space.search.vacancy.Vacancies;
import vn.khuxuong.space.search.vacancy.VacantRun;

/** Writes the mails, as plain text and as HTML, from {@code templates/mail}. */
@Component
class AlertMail {
  private static final int MOST_SHOWN = 20;

  private final Vacancies vacancies;
  private final MailForm confirm;
  private final MailForm news;

  AlertMail(Vacancies vacancies, Mustache.Compiler html, Mustache.TemplateLoader templates)
      throws Exception {
    this.vacancies = vacancies;
    this.confirm = MailForm.of("confirm", html, templates);
    this.news = MailForm.of("news", html, templates);
  }

  /**
   * The mail to be sent; empty where all of its space has been taken again.
   *
   * @param word of the link that goes with it
   * @param base the service's own address
   */
  Optional<Postman.Letter> letter(MailStore.Due mail, String word, String base) {
    Links links = new Links(base, mail.language());
    return mail.confirms() ? Optional.of(confirm(mail, links, word)) : news(mail, links, word);
  }

  private Postman.Letter confirm(MailStore.Due mail, Links links, String word) {
    Language language = mail.language();
    String subject =
        language.choose("Xác nhận: báo cho tôi khi có chỗ", "Confirm: tell me when space frees");
    Map<String, Object> model = model(mail, subject);
    model.put("link", links.confirm(word));
    model.put("home", links.base() + "/");
    return letter(mail, subject, confirm, model, null);
  }

  private Optional<Postman.Letter> news(MailStore.Due mail, Links links, String word) {
    List<VacantRun> runs = new ArrayList<>();
    int inAll = 0;
    for (News one : mail.news()) {
      runs.addAll(mail.seen().still(one.runs()));
      inAll += one.inAll() - one.runs().size();
    }
    if (runs.isEmpty() && inAll == 0) {
      return Optional.empty();
    }
    runs = runs.stream().distinct().toList();
    inAll += runs.size();
    Language language = mail.language();
    RunWords words = new RunWords(language);
    List<VacantRun> shown = runs.subList(0, Math.min(runs.size(), MOST_SHOWN));
    String subject =
        language.choose("Có chỗ: ", "Space freed: ")
            + words.summary(inAll, runs.stream().mapToDouble(VacantRun::areaM2).sum());
    Map<String, Object> model = model(mail, subject);
    model.put(
        "runs",
        shown.stream()
            .map(
                run ->
                    Map.of(
                        "title", words.title(run),
                        "facts", words.facts(run),
                        "link", links.run(run)))
            .toList());
    int more = inAll - shown.size();
    model.put(
        "more",
        more == 0 ? false : language.choose("Và " + more + " chỗ nữa.", "And " + more + " more."));
    model.put("link", links.search(mail.query()));
    model.put("unsubscribe", links.unsubscribe(word));
    return Optional.of(letter(mail, subject, news, model, links.unsubscribe(word)));
  }

  private Map<String, Object> model(MailStore.Due mail, String subject) {
    Language language = mail.language();
    List<String> words =
        vacancies.words(mail.query()).stream()
            .map((SearchWords.Part part) -> part.text(language))
            .toList();
    Map<String, Object> model = new HashMap<>();
    model.put("lang", language.tag());
    model.put("vi", language == Language.VI);
    model.put("subject", subject);
    model.put("words", words);
    model.put("search", String.join(" · ", words));
    return model;
  }

  private static Postman.Letter letter(
      MailStore.Due mail,
      String subject,
      MailForm form,
      Map<String, Object> model,
      @org.jspecify.annotations.Nullable String unsubscribe) {
    return new Postman.Letter(
        mail.id(),
        mail.email(),
        mail.language(),
        subject,
        form.text(model),
        form.html(model),
        unsubscribe);
  }
}
