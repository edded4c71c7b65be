package vn.khuxuong.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.khuxuong.platform.time.CivilTime;

/**
 * Serves {@code /indicators}: the two dates of the report with the links to its files; its script
 * reads the figures from the JSON API. What is no date is taken as not given.
 */
@Controller
class IndicatorPageController {
  private final PageFrame frame;

  IndicatorPageController(PageFrames frames) throws Exception {
    this.frame =
        frames.frame("indicators", List.of("words", "form", "indicators", "indicators-record"));
  }

  @GetMapping("/indicators")
  ResponseEntity<String> indicators(
      @RequestParam(required = false) @Nullable String on,
      @RequestParam(required = false) @Nullable String known,
      @RequestParam(defaultValue = "false") String illustrative,
      HttpServletRequest request,
      HttpServletResponse response,
      @Nullable Authentication who,
      CsrfToken token) {
    Words texts = frame.words(request);
    Person me = Person.of(who);
    String today = LocalDate.now(CivilTime.ZONE).toString();
    String onDay = day(on, today);
    String knownDay = day(known, today);
    boolean examples = illustrative.equals("true");
    String query = "on=" + onDay + "&known=" + knownDay + (examples ? "&illustrative=true" : "");
    Map<String, Object> model = frame.model(texts, Map.of("me", me, "query", query));
    model.put("on", onDay);
    model.put("known", knownDay);
    model.put("illustrative", examples);
    model.put("query", query);
    model.put("officer", me.roles().contains("OFFICER"));
    model.put("name", me.name());
    model.put("signedIn", me.isSignedIn());
    model.put("files", me.hasFiles());
    // asking for the token makes the cookie that scripts answer with
    model.put("csrfParameter", token.getParameterName());
    model.put("csrfToken", token.getToken());
    return frame.answer(HttpStatus.OK, request, response, texts, model);
  }

  private static String day(@Nullable String text, String otherwise) {
    return text == null
        ? otherwise
        : CivilTime.findDay(text).map(LocalDate::toString).orElse(otherwise);
  }
}
