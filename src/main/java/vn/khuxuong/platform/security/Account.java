package vn.khuxuong.platform.security;

import java.util.Set;

/**
 * An account as it is shown: never with its password.
 *
 * @param username lower-case name to sign in with
 * @param displayName the person's name
 * @param enabled whether it may sign in
 * @param roles what it may do
 */
public record Account(String username, String displayName, boolean enabled, Set<Role> roles) {
  /** Copies the roles. */
  public Account {
    roles = Set.copyOf(roles);
  }
}
