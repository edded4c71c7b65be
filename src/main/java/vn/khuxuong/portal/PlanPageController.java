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
 * Serves the planner's editor, {@code /plan}: the empty desk with who sits at it. What lies on the
 * desk, its scripts read from the JSON API.
 */
@Controller
class PlanPageController {
  private final Assets assets;
  private final PageFrame frame;

  PlanPageController(Assets assets, PageFrames frames) throws Exception {
    this.assets = assets;
    this.frame =
        frames.frame(
            "plan",
            List.of("words", "plan", "plan-tools", "plan-panels", "plan-files", "plan-steps"));
  }

  @GetMapping("/plan")
  @PreAuthorize("hasAnyRole('PLANNER', 'APPROVER', 'ADMIN')")
  ResponseEntity<String> plan(
      HttpServletRequest request,
      HttpServletResponse response,
      Authentication who,
      CsrfToken token) {
    Words texts = frame.words(request);
    Map<String, Object> model = frame.model(texts, Person.data(who));
    model.put("files", Person.of(who).hasFiles());
    model.put("modules", assets.planModules());
    model.put("name", who.getName());
    // asking for the token makes the cookie that scripts answer with
    model.put("csrfParameter", token.getParameterName());
    model.put("csrfToken", token.getToken());
    return frame.answer(HttpStatus.OK, request, response, texts, model);
  }
}
