package vn.khuxuong.platform.security;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import vn.khuxuong.platform.web.Language;

@Controller
class LoginController {
  /** Attribute of a request that was refused: whole minutes to wait. */
  static final String WAIT_MINUTES = LoginController.class.getName() + ".waitMinutes";

  @GetMapping("/login")
  String login(HttpServletRequest request, CsrfToken token, Model model) {
    Language language = Language.of(request);
    model.addAttribute("lang", language.tag());
    model.addAttribute("vi", language == Language.VI);
    model.addAttribute("csrfParameter", token.getParameterName());
    model.addAttribute("csrfToken", token.getToken());
    model.addAttribute("next", Landing.asked(request).orElse(""));
    model.addAttribute("failed", request.getParameter("failed") != null);
    model.addAttribute("changed", request.getParameter("changed") != null);
    Object wait = request.getAttribute(WAIT_MINUTES);
    model.addAttribute("wait", wait == null ? false : wait);
    return "page/login";
  }
}
