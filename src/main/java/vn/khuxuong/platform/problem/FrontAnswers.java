package vn.khuxuong.platform.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.khuxuong.platform.web.Language;
import vn.khuxuong.platform.web.RefusalPage;

/** Writes refusals of what stands in front of the doors: a page for people, else a document. */
@Component
public class FrontAnswers {
  private final JsonMapper json;

  FrontAnswers(JsonMapper json) {
    this.json = json;
  }

  /**
   * Answers a request.
   *
   * @param again seconds after which the same may be asked again, and a browser does; 0 for never
   */
  public void write(
      HttpServletRequest request, HttpServletResponse response, ProblemException problem, int again)
      throws IOException {
    Language language = RefusalPage.language(request);
    ProblemKind kind = problem.type().kind();
    boolean page = RefusalPage.isWanted(request);
    response.setStatus(kind.status().value());
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    response.setHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT);
    response.setHeader(HttpHeaders.CONTENT_LANGUAGE, language.tag());
    if (again > 0) {
      response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(again));
    }
    response.setContentType(
        page ? "text/html;charset=UTF-8" : MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    byte[] body =
        page
            ? RefusalPage.write(
                language,
                language.choose(kind.titleVi(), kind.titleEn()),
                problem.detail(language),
                problem.remedy(language),
                again)
            : json.writeValueAsBytes(Problems.document(problem, language, "/"));
    response.getOutputStream().write(body);
  }
}
