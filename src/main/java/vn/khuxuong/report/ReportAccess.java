package vn.khuxuong.report;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import vn.khuxuong.platform.audit.Audit;

/**
 * Who may see what of the ledger, for every door: officers write, officers and management (roles
 * APPROVER and ADMIN) read its rows, a firm reads the rows of its own tax code, everybody the
 * published sums.
 */
@Component
public class ReportAccess {
  private static final Set<String> READERS = Set.of("ROLE_OFFICER", "ROLE_APPROVER", "ROLE_ADMIN");

  private final JdbcClient jdbc;

  ReportAccess(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Whether the caller reads the whole ledger. */
  public boolean isStaff() {
    Authentication who = who();
    return who != null
        && who.getAuthorities().stream().anyMatch(one -> READERS.contains(one.getAuthority()));
  }

  /** Name of whoever asks, {@link Audit#SYSTEM} where nobody is signed in. */
  public String caller() {
    Authentication who = who();
    return who == null ? Audit.SYSTEM : who.getName();
  }

  /** Tax codes of the firms that the caller acts for; empty for everybody else. */
  public Set<String> ownTaxCodes() {
    return Set.copyOf(
        jdbc.sql("select tax_code from reporting.firm_accounts where username = :username")
            .param("username", caller())
            .query(String.class)
            .list());
  }

  private static @Nullable Authentication who() {
    return SecurityContextHolder.getContext().getAuthentication();
  }
}
