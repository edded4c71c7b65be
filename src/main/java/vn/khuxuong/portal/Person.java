package vn.khuxuong.portal;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;

/**
 * Who is in front of a page, as its scripts are told. The page only shows by it; what somebody may
 * read or do is decided at the doors.
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

  /** What scripts of a page are told: {@code me}, or nothing for somebody who is not signed in. */
  static Map<String, Person> data(@Nullable Authentication who) {
    return who == null ? Map.of() : Map.of("me", of(who));
  }

  boolean isSignedIn() {
    return !name.isEmpty();
  }

  /** Whether the person runs rounds at {@code /allocate}. */
  boolean isOfficer() {
    return roles.contains("OFFICER");
  }

  /** Whether the person has files at {@code /firm}: its firm's, or an officer's work list. */
  boolean hasFiles() {
    return roles.contains("FIRM") || isOfficer();
  }
}
