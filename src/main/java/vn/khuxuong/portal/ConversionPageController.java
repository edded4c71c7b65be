package vn.khuxuong.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * Serves {@code /indicators/conversion}, where the zones in conversion stand: for everybody their
 * aims, for a firm what is held of it, for staff tenants and what-ifs. The page comes empty, with
 * who looks at it; its scripts read the JSON API.
 */
@Controller
class ConversionPageController {
  private final Assets assets;
  private final PageFrame frame;

  ConversionPageController(Assets assets, PageFrames frames) throws Exception {
    this.assets = assets;
    this.frame = frames.frame("conversion", List.of("words", "conversion"));
  }

  @GetMapping("/indicators/conversion")
  ResponseEntity<String> conversion(
      HttpServletRequest request,
      HttpServletResponse response,
      @Nullable Authentication who,
      CsrfToken token) {
    Words texts = frame.words(request);
    Person me = Person.of(who);
    Map<String, Object> model = frame.model(texts, Person.data(who));
    model.put("modules", assets.conversionModules());
    model.put("name", me.name());
    model.put("signedIn", me.isSignedIn());
    model.put("files", me.hasFiles());
    // asking for the token makes the cookie that scripts answer with
    model.put("csrfParameter", token.getParameterName());
    model.put("csrfToken", token.getToken());
    return frame.answer(HttpStatus.OK, request, response, texts, model);
  }
}
