package vn.khuxuong.platform.security;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AccountStatusException;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import vn.khuxuong.platform.web.ClientNetwork;

/**
 * Looks at passwords, of forms and of tools alike, within the limits on wrong ones. Of those that
 * come at the same time the right one is refused too once the wrong have filled a limit: nobody
 * gets more guesses by sending them together.
 */
final class GuardedSignIn implements AuthenticationProvider {
  private final AuthenticationProvider passwords;
  private final SignInLimits limits;

  GuardedSignIn(AuthenticationProvider passwords, SignInLimits limits) {
    this.passwords = passwords;
    this.limits = limits;
  }

  @Override
  public @Nullable Authentication authenticate(Authentication given) {
    String name = Optional.ofNullable(given.getName()).orElse("");
    String network =
        given.getDetails() instanceof WebAuthenticationDetails details
            ? ClientNetwork.of(details.getRemoteAddress())
            : ClientNetwork.of("");
    refuseWhenFull(limits.look(name, network));
    Authentication known;
    try {
      known = passwords.authenticate(given);
    } catch (BadCredentialsException | AccountStatusException e) {
      limits.failed(name, network);
      throw e;
    }
    if (known != null) {
      SignInLimits.Standing after = limits.look(name, network);
      refuseWhenFull(after);
      if (after.failedHere() > 0 || !after.isKnownPlace()) {
        limits.succeeded(known.getName(), network, after);
      }
    }
    return known;
  }

  private static void refuseWhenFull(SignInLimits.Standing standing) {
    if (standing.waitSeconds() > 0) {
      throw new TooManySignIns(standing.waitSeconds());
    }
  }

  @Override
  public boolean supports(Class<?> kind) {
    return passwords.supports(kind);
  }
}
