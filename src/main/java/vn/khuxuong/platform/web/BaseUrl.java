package vn.khuxuong.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * The service's own address as clients see it, for every link that leaves the service. Taken from
 * {@code khu.base-url} where that is set; otherwise from the request, where forwarded headers count
 * only when {@code server.forward-headers-strategy} is switched on for a trusted proxy.
 */
@Component
public class BaseUrl {
  private final String configured;

  BaseUrl(@Value("${khu.base-url:}") String configured) {
    this.configured = configured.strip().replaceAll("/+$", "");
  }

  /** Scheme, host, port and context path, without a trailing slash. */
  public String of(HttpServletRequest request) {
    return configured.isEmpty()
        ? ServletUriComponentsBuilder.fromContextPath(request).build().toUriString()
        : configured;
  }

  /**
   * The address that was configured. What leaves without a request, such as a mail, takes this one
   * only: a request's own word for where it was sent could be a stranger's.
   */
  public Optional<String> configured() {
    return configured.isEmpty() ? Optional.empty() : Optional.of(configured);
  }
}
