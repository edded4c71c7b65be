package vn.khuxuong.portal;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;

/**
 * Who is in front of the page.
 *
 * @param name that signs in
 * @param roles as in {@code platform.security.Role}, in alphabetical order
 */
record Person(String name, List<String> roles) {
  private static final String PREFIX = "ROLE_";

  Person {
    roles = List.copyOf(roles);
  }

  /** The signed-in person; nobody's name is empty and has no roles. */
  static Person of(@Nullable Authentication who) {
    if (who == null) {
      return new Person("", List.of());
    }
    return new Person(
        who.getName(),
        who.getAuthorities().stream()
            .map(GrantedAuthority::getAuthority)
            .filter(authority -> authority != null && authority.startsWith(PREFIX))
            .map(authority -> authority.substring(PREFIX.length()))
            .sorted()
            .toList());
  }

  boolean isSignedIn() {
    return !name.isEmpty();
  }

  /** Whether the person has files at {@code /firm}: its firm's, or an officer's work list. */
  boolean hasFiles() {
    return roles.contains("FIRM") || roles.contains("OFFICER");
  }
}
