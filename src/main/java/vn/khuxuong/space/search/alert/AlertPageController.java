package vn.khuxuong.space.search.alert;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.khuxuong.platform.security.Secret;
import vn.khuxuong.platform.web.Language;
import vn.khuxuong.space.search.vacancy.Vacancies;

/**
 * The pages that links of mails lead to: looking at one changes nothing, since mail programs look
 * at links on their own; its button does. A mail program's own button posts to the very same
 * address (RFC 8058).
 */
@Controller
class AlertPageController {
  private static final String PAGE = "page/alert";
  private static final String CONFIRM = "CONFIRM";
  private static final String UNSUBSCRIBE = "UNSUBSCRIBE";

  private final SaveSearch searches;
  private final SavedSearchStore store;
  private final Vacancies vacancies;

  AlertPageController(SaveSearch searches, SavedSearchStore store, Vacancies vacancies) {
    this.searches = searches;
    this.store = store;
    this.vacancies = vacancies;
  }

  @GetMapping("/alerts/{action:confirm|unsubscribe}")
  String look(
      @PathVariable String action,
      @RequestParam(defaultValue = "") String token,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    return show(token, purpose(action), request, response, model);
  }

  @PostMapping("/alerts/confirm")
  String confirm(
      @RequestParam(defaultValue = "") String token,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    searches.confirm(token);
    String page = show(token, CONFIRM, request, response, model);
    model.addAttribute("ask", false);
    return page;
  }

  /** Sent again it answers the same: there are no alerts any more. */
  @PostMapping("/alerts/unsubscribe")
  String unsubscribe(
      @RequestParam(defaultValue = "") String token,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    searches.unsubscribe(token);
    page(token, UNSUBSCRIBE, request, response, model);
    model.addAttribute("ended", true);
    return PAGE;
  }

  /** What the links of a page are for. */
  private static String purpose(String action) {
    return action.equals("confirm") ? CONFIRM : UNSUBSCRIBE;
  }

  private String show(
      String token,
      String purpose,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    Language language = page(token, purpose, request, response, model);
    Optional<SavedSearch> found = store.findByWord(Secret.hash(token), purpose);
    if (found.isEmpty()) {
      response.setStatus(HttpStatus.NOT_FOUND.value());
      model.addAttribute("gone", true);
      return PAGE;
    }
    SavedSearch search = found.get();
    List<String> words =
        vacancies.words(search.query()).stream().map(part -> part.text(language)).toList();
    boolean confirms = purpose.equals(CONFIRM);
    model.addAttribute("ask", !confirms || !search.active());
    model.addAttribute("started", confirms && search.active());
    model.addAttribute("found", true);
    model.addAttribute("words", words);
    model.addAttribute("email", search.email() == null ? false : search.email());
    model.addAttribute("daily", search.frequency() == Frequency.DAILY);
    model.addAttribute("search", new Links("", language).search(search.query()));
    return PAGE;
  }

  private static Language page(
      String token,
      String purpose,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    Language language = Language.of(request);
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    response.setHeader("X-Robots-Tag", "noindex");
    response.setHeader("Referrer-Policy", "no-referrer");
    model.addAttribute("lang", language.tag());
    model.addAttribute("vi", language == Language.VI);
    model.addAttribute("token", token);
    model.addAttribute("confirms", purpose.equals(CONFIRM));
    for (String state : List.of("ask", "started", "found", "gone", "ended", "email")) {
      model.addAttribute(state, false);
    }
    return language;
  }
}
