package vn.khuxuong.platform.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;
import org.springframework.security.web.csrf.CsrfTokenRequestHandler;
import org.springframework.security.web.csrf.XorCsrfTokenRequestAttributeHandler;

/**
 * Forms carry the token masked, scripts send the cookie's value in a header, or in the form's field
 * where a page that is closing cannot set headers. Unlike the framework's handler for scripts it
 * makes no token before one is asked for, so public answers set no cookie and any cache may keep
 * them.
 */
final class CsrfTokens implements CsrfTokenRequestHandler {
  private final CsrfTokenRequestHandler plain = new CsrfTokenRequestAttributeHandler();
  private final CsrfTokenRequestHandler masked = new XorCsrfTokenRequestAttributeHandler();

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, Supplier<CsrfToken> token) {
    masked.handle(request, response, token);
  }

  @Override
  public @Nullable String resolveCsrfTokenValue(HttpServletRequest request, CsrfToken token) {
    if (request.getHeader(token.getHeaderName()) == null) {
      String unmasked = masked.resolveCsrfTokenValue(request, token);
      if (unmasked != null) {
        return unmasked;
      }
    }
    return plain.resolveCsrfTokenValue(request, token);
  }
}
