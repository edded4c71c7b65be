package vn.khuxuong.platform.web;

import jakarta.servlet.http.HttpServletRequest;
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
}
