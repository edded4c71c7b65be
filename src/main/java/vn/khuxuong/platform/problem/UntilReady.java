package vn.khuxuong.platform.problem;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * While the first data are loaded every door answers 503 and when to come again, and a browser does
 * so by itself: nobody is told that a building does not exist which is only not there yet. What
 * tells operators of the start, and what the waiting page is made of, is answered.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class UntilReady extends OncePerRequestFilter {
  private static final int AGAIN_SECONDS = 2;
  private static final Pattern AT_ANY_TIME = Pattern.compile("/(actuator|css|icons)/.*");

  private final ApplicationAvailability availability;
  private final FrontAnswers answers;
  private volatile boolean ready;

  UntilReady(ApplicationAvailability availability, FrontAnswers answers) {
    this.availability = availability;
    this.answers = answers;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    // once only: a service that stops answers what it has taken
    if (!ready && availability.getReadinessState() == ReadinessState.ACCEPTING_TRAFFIC) {
      ready = true;
    }
    if (ready || AT_ANY_TIME.matcher(request.getRequestURI()).matches()) {
      chain.doFilter(request, response);
      return;
    }
    answers.write(
        request,
        response,
        ApiProblem.STARTING.with(
            "Hệ thống vừa khởi động và đang nạp dữ liệu; thường xong trong vài giây.",
            "The service has just been started and loads its data; that usually takes seconds."),
        AGAIN_SECONDS);
  }
}
