package vn.khuxuong.tenancy;

import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.khuxuong.platform.audit.Audit;

/**
 * Says that a firm must leave its present place. Rounds give its applications the priority of the
 * displaced from then on: {@link Applications#listOpen} reads it when a round is frozen.
 */
@Component
public class Displacement {
  private final JdbcClient jdbc;
  private final Audit audit;

  Displacement(JdbcClient jdbc, Audit audit) {
    this.jdbc = jdbc;
    this.audit = audit;
  }

  /**
   * Writes it in the caller's transaction, and audits a change as {@code firm.displaced} or {@code
   * firm.not-displaced}.
   *
   * @param cause why, for the audit
   * @return whether that was not so before
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public boolean set(long firm, boolean displaced, String cause) {
    return jdbc.sql(
            """
            update tenancy.firms
            set displaced = :displaced, changed_at = now(), lock_version = lock_version + 1
            where id = :id and displaced <> :displaced
            returning code""")
        .param("displaced", displaced)
        .param("id", firm)
        .query(String.class)
        .optional()
        .map(
            code -> {
              audit.record(
                  displaced ? "firm.displaced" : "firm.not-displaced",
                  "firm",
                  code,
                  Map.of("cause", cause));
              return true;
            })
        .orElse(false);
  }
}
