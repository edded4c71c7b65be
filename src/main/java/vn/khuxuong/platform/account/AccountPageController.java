package vn.khuxuong.platform.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.khuxuong.platform.problem.ProblemException;
import vn.khuxuong.platform.web.ClientNetwork;
import vn.khuxuong.platform.web.Language;

/**
 * The pages for who has forgotten a password, and those that links of mails lead to: looking at one
 * changes nothing, since mail programs look at links on their own; its button does.
 */
@Controller
class AccountPageController {
  private static final String PAGE = "page/account";
  private static final List<String> STATES =
      List.of("forgot", "sent", "reset", "confirm", "confirmed", "goneReset", "goneConfirm");

  private final AccountEmail emails;

  AccountPageController(AccountEmail emails) {
    this.emails = emails;
  }

  /** One of the pages while it is put together. */
  private record Page(Language language, Model model, HttpServletResponse response) {
    String show(String state) {
      model.addAttribute(state, true);
      return PAGE;
    }

    String show(String state, HttpStatus status) {
      response.setStatus(status.value());
      return show(state);
    }

    String refused(String state, ProblemException problem) {
      model.addAttribute("fault", problem.detail(language));
      String remedy = problem.remedy(language);
      model.addAttribute("remedy", remedy == null ? false : remedy);
      problem
          .retrySeconds()
          .ifPresent(
              seconds -> response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(seconds)));
      return show(state, problem.type().status());
    }
  }

  private Page page(
      String token,
      HttpServletRequest request,
      HttpServletResponse response,
      CsrfToken csrf,
      Model model) {
    Language language = Language.of(request);
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    response.setHeader("X-Robots-Tag", "noindex");
    response.setHeader("Referrer-Policy", "no-referrer");
    model.addAttribute("lang", language.tag());
    model.addAttribute("vi", language == Language.VI);
    model.addAttribute("token", token);
    model.addAttribute("canMail", emails.canMail());
    model.addAttribute("csrfParameter", csrf.getParameterName());
    model.addAttribute("csrfToken", csrf.getToken());
    STATES.forEach(state -> model.addAttribute(state, false));
    model.addAttribute("fault", false);
    model.addAttribute("remedy", false);
    model.addAttribute("elsewhere", false);
    return new Page(language, model, response);
  }

  @GetMapping("/accounts/forgot")
  String forgot(
      HttpServletRequest request, HttpServletResponse response, CsrfToken csrf, Model model) {
    return page("", request, response, csrf, model).show("forgot");
  }

  /** The answer is the same whatever is known. */
  @PostMapping("/accounts/forgot")
  String doForgot(
      @RequestParam(defaultValue = "") String name,
      HttpServletRequest request,
      HttpServletResponse response,
      CsrfToken csrf,
      Model model) {
    Page page = page("", request, response, csrf, model);
    if (!emails.canMail()) {
      return page.show("forgot");
    }
    try {
      emails.forgotten(name, ClientNetwork.of(request), page.language());
      return page.show("sent");
    } catch (ProblemException e) {
      return page.refused("forgot", e);
    }
  }

  @GetMapping("/accounts/reset")
  String reset(
      @RequestParam(defaultValue = "") String token,
      HttpServletRequest request,
      HttpServletResponse response,
      CsrfToken csrf,
      Model model) {
    Page page = page(token, request, response, csrf, model);
    return emails.findReset(token).isPresent()
        ? page.show("reset")
        : page.show("goneReset", HttpStatus.NOT_FOUND);
  }

  @PostMapping("/accounts/reset")
  String doReset(
      @RequestParam(defaultValue = "") String token,
      @RequestParam(defaultValue = "") String password,
      HttpServletRequest request,
      HttpServletResponse response,
      CsrfToken csrf,
      Model model) {
    Page page = page(token, request, response, csrf, model);
    try {
      return emails.reset(token, password, page.language()).isPresent()
          ? "redirect:/login?changed&lang=" + page.language().tag()
          : page.show("goneReset", HttpStatus.NOT_FOUND);
    } catch (ProblemException e) {
      return page.refused("reset", e);
    }
  }

  @GetMapping("/accounts/confirm")
  String confirm(
      @RequestParam(defaultValue = "") String token,
      HttpServletRequest request,
      HttpServletResponse response,
      CsrfToken csrf,
      Model model) {
    Page page = page(token, request, response, csrf, model);
    Optional<AccountMailStore.Holder> holder = emails.findConfirmation(token);
    holder.ifPresent(known -> name(known, model));
    return holder.isPresent()
        ? page.show("confirm")
        : page.show("goneConfirm", HttpStatus.NOT_FOUND);
  }

  @PostMapping("/accounts/confirm")
  String doConfirm(
      @RequestParam(defaultValue = "") String token,
      HttpServletRequest request,
      HttpServletResponse response,
      CsrfToken csrf,
      Model model) {
    Page page = page(token, request, response, csrf, model);
    Optional<AccountMailStore.Holder> holder = emails.confirm(token);
    holder.ifPresent(known -> name(known, model));
    return holder.isPresent()
        ? page.show("confirmed")
        : page.show("goneConfirm", HttpStatus.NOT_FOUND);
  }

  private void name(AccountMailStore.Holder holder, Model model) {
    model.addAttribute("email", holder.email());
    model.addAttribute("name", holder.username());
    emails
        .confirmedBy(holder.email())
        .filter(other -> !other.equals(holder.username()))
        .ifPresent(other -> model.addAttribute("elsewhere", other));
  }
}
