package vn.khuxuong.tenancy;

import java.util.Objects;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import vn.khuxuong.platform.security.Role;

/** Tells who asks. */
@Component
public class Parties {
  private static final String OFFICER = "ROLE_" + Role.OFFICER.name();

  private final FirmOfAccount firms;

  Parties(FirmOfAccount firms) {
    this.firms = firms;
  }

  /** The party behind the running request, which a door lets in signed in only. */
  public Party caller() {
    Authentication who =
        Objects.requireNonNull(SecurityContextHolder.getContext().getAuthentication());
    boolean officer = who.getAuthorities().stream().anyMatch(a -> OFFICER.equals(a.getAuthority()));
    return new Party(
        who.getName(), officer, officer ? null : firms.firmOf(who.getName()).orElse(null));
  }
}
