package vn.khuxuong.maps.layer;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.khuxuong.platform.security.Role;

/** Who looks at the maps: what they may see depends on their roles alone. */
public final class Viewer {

  private Viewer() {}

  /** The roles of whoever sent the request; empty for the anonymous public. */
  public static Set<String> roles(HttpServletRequest request) {
    if (request.getUserPrincipal() == null) {
      return Set.of();
    }
    return Stream.of(Role.values())
        .map(Role::name)
        .filter(request::isUserInRole)
        .collect(Collectors.toUnmodifiableSet());
  }
}
