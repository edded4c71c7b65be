package vn.khuxuong.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.SQLException;
import org.apache.catalina.connector.ClientAbortException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.Ordered;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.async.AsyncRequestTimeoutException;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import vn.khuxuong.platform.problem.ProblemException;

/**
 * Breaks off the connection when an answer fails after a part of it has been sent. A problem
 * document behind half a file would spoil the file unseen; a transfer that ends without its end is
 * noticed by every client.
 */
@Component
class BrokenAnswers extends OncePerRequestFilter implements HandlerExceptionResolver, Ordered {
  private static final Logger LOG = LoggerFactory.getLogger(BrokenAnswers.class);
  private static final String BROKEN = BrokenAnswers.class.getName() + ".broken";

  @Override
  public int getOrder() {
    return Ordered.HIGHEST_PRECEDENCE;
  }

  /** Whether the answer to a request is not to be finished. */
  static boolean isBroken(HttpServletRequest request) {
    return request.getAttribute(BROKEN) != null;
  }

  /** Comes before everything that would answer with a problem document. */
  @Override
  public @Nullable ModelAndView resolveException(
      HttpServletRequest request,
      HttpServletResponse response,
      @Nullable Object handler,
      Exception e) {
    boolean left = Client.current().isGone();
    if (!left && (!response.isCommitted() || e instanceof AsyncRequestTimeoutException)) {
      return null;
    }
    request.setAttribute(BROKEN, e);
    String what = request.getMethod() + " " + request.getRequestURI();
    if (left) {
      LOG.debug("The client of {} has gone", what);
    } else if (has(e, SQLException.class)
        || e instanceof DataAccessException
        || e instanceof ProblemException) {
      LOG.warn(
          "The answer to {} broke off: {}", what, NestedExceptionUtils.getMostSpecificCause(e));
    } else if (has(e, IOException.class)) {
      LOG.debug("The client of {} stopped reading", what, e);
    } else {
      LOG.error("The answer to {} broke off", what, e);
    }
    return new ModelAndView();
  }

  private static boolean has(Throwable e, Class<? extends Throwable> kind) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (kind.isInstance(cause)) {
        return true;
      }
    }
    return false;
  }

  /** An answer written by another thread fails in a dispatch of its own. */
  @Override
  protected boolean shouldNotFilterAsyncDispatch() {
    return false;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    chain.doFilter(request, response);
    if (isBroken(request)) {
      // the one exception upon which Tomcat closes the connection without adding a page of its own
      throw new ClientAbortException("the answer broke off");
    }
  }
}
