package vn.khuxuong.portal;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;

/**
 * Who looks at a page, as its scripts are told. The page only shows by it; what somebody may read
 * or do is decided at the doors.
 *
 * @param roles names of roles, sorted
 */
record SignedIn(String name, List<String> roles) {
  private static final String PREFIX = "ROLE_";

  SignedIn {
    roles = List.copyOf(roles);
  }

  static SignedIn of(Authentication who) {
    return new SignedIn(
        who.getName(),
        who.getAuthorities().stream()
            .map(GrantedAuthority::getAuthority)
            .filter(authority -> authority != null && authority.startsWith(PREFIX))
            .map(authority -> authority.substring(PREFIX.length()))
            .sorted()
            .toList());
  }

  /** The data of a page's scripts: {@code me}, or nothing for somebody who is not signed in. */
  static Map<String, SignedIn> data(@Nullable Authentication who) {
    return who == null ? Map.of() : Map.of("me", of(who));
  }
}
