package vn.khuxuong.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * Serves the officer's console for allocation rounds, {@code /allocate}: the empty frame with who
 * sits at it. Rounds, answers and reasons its scripts read from the JSON API. Only officers run
 * rounds, so only they get the page; a second officer approves.
 */
@Controller
class AllocatePageController {
  private final Assets assets;
  private final PageFrame frame;

  AllocatePageController(Assets assets, PageFrames frames) throws Exception {
    this.assets = assets;
    this.frame = frames.frame("allocate", List.of("words", "allocate", "allocate-result"));
  }

  @GetMapping("/allocate")
  @PreAuthorize("hasRole('OFFICER')")
  ResponseEntity<String> allocate(
      HttpServletRequest request,
      HttpServletResponse response,
      Authentication who,
      CsrfToken token) {
    Words texts = frame.words(request);
    Map<String, Object> model = frame.model(texts, Person.data(who));
    model.put("modules", assets.allocateModules());
    model.put("name", who.getName());
    // asking for the token makes the cookie that scripts answer with
    model.put("csrfParameter", token.getParameterName());
    model.put("csrfToken", token.getToken());
    return frame.answer(HttpStatus.OK, request, response, texts, model);
  }
}
