package vn.khuxuong.platform.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.stereotype.Component;
import vn.khuxuong.platform.problem.FrontAnswers;
import vn.khuxuong.platform.problem.Problems;

/** Answers addresses, methods and headers that no honest client sends. */
@Component
class RejectedRequests implements RequestRejectedHandler {
  private final FrontAnswers answers;

  RejectedRequests(FrontAnswers answers) {
    this.answers = answers;
  }

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, RequestRejectedException reason)
      throws IOException {
    answers.write(request, response, Problems.rejected(), 0);
  }
}
