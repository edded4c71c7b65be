package vn.khuxuong.platform.audit;

import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * The append-only record of changes (table {@code platform.audit}). A record is written in the
 * transaction of the change itself, so neither exists without the other.
 */
@Component
public class Audit {
  /** Actor of changes that no person made: first-start data, background jobs. */
  public static final String SYSTEM = "system";

  private final JdbcClient jdbc;
  private final JsonMapper json;

  /** Records into the given database. */
  public Audit(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /**
   * Records a change by the signed-in user, or by {@link #SYSTEM} where nobody is signed in.
   *
   * @param action what was done, a verb in the past tense such as {@code plan.published}
   * @param subjectType glossary word of the thing changed
   * @param subjectId its identifier
   * @param detail what changed; must be something JSON can hold and free of secrets
   */
  public void record(String action, String subjectType, String subjectId, Map<String, ?> detail) {
    Authentication who = SecurityContextHolder.getContext().getAuthentication();
    record(who == null ? SYSTEM : who.getName(), action, subjectType, subjectId, detail);
  }

  /** Records a change by the named actor. */
  public void record(
      String actor, String action, String subjectType, String subjectId, Map<String, ?> detail) {
    jdbc.sql(
            """
            insert into platform.audit (actor, action, subject_type, subject_id, detail)
            values (:actor, :action, :subjectType, :subjectId, cast(:detail as jsonb))""")
        .param("actor", actor)
        .param("action", action)
        .param("subjectType", subjectType)
        .param("subjectId", subjectId)
        .param("detail", json.writeValueAsString(detail))
        .update();
  }
}
