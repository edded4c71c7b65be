package vn.khuxuong.platform.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.khuxuong.platform.problem.ApiProblem;
import vn.khuxuong.platform.problem.ProblemException;
import vn.khuxuong.platform.problem.Problems;
import vn.khuxuong.platform.web.Language;

/**
 * How a door answers who may not pass: a browser that navigates is sent to the sign-in page,
 * everybody else gets a problem document.
 */
@Component
class SecurityAnswers implements AuthenticationEntryPoint, AccessDeniedHandler {
  private final JsonMapper json;

  SecurityAnswers(JsonMapper json) {
    this.json = json;
  }

  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException refusal)
      throws IOException {
    if (refusal instanceof TooManySignIns tooMany) {
      response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(tooMany.waitSeconds()));
      write(request, response, tooMany.problem());
      return;
    }
    if (isPage(request)) {
      response.sendRedirect(request.getContextPath() + "/login");
      return;
    }
    unauthenticated(request, response);
  }

  /** Whether a tool's call carries no sign-in at all, so that no token could help it. */
  private static boolean isNobody(HttpServletRequest request) {
    return request.getRequestURI().matches("/(api|ogc)/.*")
        && request.getHeader(HttpHeaders.AUTHORIZATION) == null
        && SecurityContextHolder.getContext().getAuthentication() == null;
  }

  private void unauthenticated(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Khuxuong\", charset=\"UTF-8\"");
    write(
        request,
        response,
        ApiProblem.UNAUTHENTICATED.with(
            "Việc này cần tài khoản. Hãy đăng nhập hoặc gửi kèm tên và mật khẩu (HTTP Basic).",
            "This needs an account. Sign in, or send name and password (HTTP Basic)."));
  }

  /** Whether a person's browser navigates, rather than a script or a tool asking for data. */
  static boolean isPage(HttpServletRequest request) {
    String accept = request.getHeader(HttpHeaders.ACCEPT);
    return request.getMethod().equals("GET")
        && accept != null
        && accept.contains(MediaType.TEXT_HTML_VALUE)
        && request.getHeader(HttpHeaders.AUTHORIZATION) == null;
  }

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException refusal)
      throws IOException {
    if (refusal instanceof CsrfException && isNobody(request)) {
      unauthenticated(request, response);
      return;
    }
    write(
        request,
        response,
        ApiProblem.FORBIDDEN.with(
            "Tài khoản này không có quyền làm việc này, hoặc phiên đã cũ. Hãy tải lại trang rồi thử"
                + " lại.",
            "This account may not do this, or the page is stale. Reload it and try again."));
  }

  private void write(
      HttpServletRequest request, HttpServletResponse response, ProblemException problem)
      throws IOException {
    Language language = Language.of(request);
    response.setStatus(problem.type().status().value());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    response.setHeader(HttpHeaders.CONTENT_LANGUAGE, language.tag());
    json.writeValue(
        response.getOutputStream(), Problems.document(problem, language, request.getRequestURI()));
  }
}
