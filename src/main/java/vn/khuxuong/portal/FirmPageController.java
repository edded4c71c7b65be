package vn.khuxuong.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import vn.khuxuong.tenancy.firm.FirmAccess;

/**
 * Serves a firm's pages: {@code /firm} with its offers, applications and leases, and {@code
 * /firm/apply}, which anybody may fill in before there is an account. The pages come empty, with
 * who looks at them; their scripts read the JSON API.
 */
@Controller
class FirmPageController {
  private final Assets assets;
  private final FirmAccess firms;
  private final PublishedSpace space;
  private final PageFrame frame;

  FirmPageController(Assets assets, FirmAccess firms, PublishedSpace space, PageFrames frames)
      throws Exception {
    this.assets = assets;
    this.firms = firms;
    this.space = space;
    this.frame =
        frames.frame(
            "firm", List.of("words", "form", "firm", "firm-apply", "firm-staff", "support"));
  }

  @GetMapping("/firm")
  ResponseEntity<String> firm(
      HttpServletRequest request,
      HttpServletResponse response,
      @Nullable Authentication who,
      CsrfToken token) {
    return page("home", request, response, who, token);
  }

  @GetMapping("/firm/apply")
  ResponseEntity<String> apply(
      HttpServletRequest request,
      HttpServletResponse response,
      @Nullable Authentication who,
      CsrfToken token) {
    return page("apply", request, response, who, token);
  }

  private Map<String, Object> scripts(Person me, String view) {
    Map<String, Object> data = new HashMap<>();
    data.put("me", me);
    data.put("view", view);
    data.put("ownFirm", firms.ownFirmId().isPresent());
    data.put("vndPerUsd", space.vndPerUsd());
    return data;
  }

  private ResponseEntity<String> page(
      String view,
      HttpServletRequest request,
      HttpServletResponse response,
      @Nullable Authentication who,
      CsrfToken token) {
    Words texts = frame.words(request);
    Person me = Person.of(who);
    Map<String, Object> model = frame.model(texts, scripts(me, view));
    model.put("modules", assets.firmModules());
    model.put("view", view);
    model.put("title", texts.text(view.equals("home") ? "firm_page_title" : "apply_page_title"));
    model.put("name", me.name());
    model.put("signedIn", me.isSignedIn());
    model.put("officer", me.isOfficer());
    // asking for the token makes the cookie that scripts answer with
    model.put("csrfParameter", token.getParameterName());
    model.put("csrfToken", token.getToken());
    return frame.answer(HttpStatus.OK, request, response, texts, model);
  }
}
