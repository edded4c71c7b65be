package vn.khuxuong.platform.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.khuxuong.platform.problem.Problems;
import vn.khuxuong.platform.web.Language;

/** Answers addresses, methods and headers that no honest client sends, as a problem document. */
@Component
class RejectedRequests implements RequestRejectedHandler {
  private final JsonMapper json;

  RejectedRequests(JsonMapper json) {
    this.json = json;
  }

  /** What is wrong may be the parameters themselves. */
  private static Language language(HttpServletRequest request) {
    String header = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE);
    return header != null && header.startsWith("en") ? Language.EN : Language.VI;
  }

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, RequestRejectedException reason)
      throws IOException {
    response.setStatus(HttpStatus.BAD_REQUEST.value());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    json.writeValue(
        response.getOutputStream(), Problems.document(Problems.rejected(), language(request), "/"));
  }
}
