package vn.khuxuong.platform.security;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.savedrequest.RequestCache;

/**
 * Where somebody lands who has signed in: at the page named by {@code next}, else at the one that
 * asked for the sign-in, else a firm's person at {@code /firm} and everybody else at the map. Only
 * pages of this site are gone to.
 */
final class Landing extends SavedRequestAwareAuthenticationSuccessHandler {
  private static final String NEXT = "next";
  private static final int LONGEST = 2_000;

  Landing(RequestCache pages) {
    setRequestCache(pages);
    setTargetUrlParameter(NEXT);
  }

  /** The page a request names to go on to; empty where none, or one of another site. */
  static Optional<String> asked(HttpServletRequest request) {
    return Optional.ofNullable(request.getParameter(NEXT))
        .filter(
            path ->
                path.length() <= LONGEST
                    && path.startsWith("/")
                    && !path.startsWith("//")
                    && path.chars().noneMatch(c -> c <= ' ' || c == '\\' || c >= 0x7f));
  }

  /** Back to the form, which still knows where to go on to, or says how long to wait. */
  static AuthenticationFailureHandler refused() {
    return (request, response, refusal) -> {
      if (refusal instanceof TooManySignIns tooMany) {
        wait(request, response, tooMany);
        return;
      }
      response.sendRedirect(
          request.getContextPath()
              + "/login?failed"
              + asked(request)
                  .map(next -> "&next=" + URLEncoder.encode(next, StandardCharsets.UTF_8))
                  .orElse(""));
    };
  }

  private static void wait(
      HttpServletRequest request, HttpServletResponse response, TooManySignIns refusal)
      throws ServletException, IOException {
    response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
    response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(refusal.waitSeconds()));
    request.setAttribute(LoginController.WAIT_MINUTES, refusal.waitMinutes());
    request
        .getRequestDispatcher("/login")
        .forward(
            new HttpServletRequestWrapper(request) {
              @Override
              public String getMethod() {
                return HttpMethod.GET.name();
              }
            },
            response);
  }

  @Override
  protected String determineTargetUrl(
      HttpServletRequest request, HttpServletResponse response, Authentication who) {
    String firm = "ROLE_" + Role.FIRM.name();
    boolean isFirm = who.getAuthorities().stream().anyMatch(a -> firm.equals(a.getAuthority()));
    return asked(request).orElse(isFirm ? "/firm" : "/");
  }
}
