package vn.khuxuong.zoning.comment;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** SQL of comments. What was said is never changed. */
@Component
public class CommentStore {
  private final JdbcClient jdbc;

  CommentStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * How much was said about a plan.
   *
   * @param total comments, replies included
   * @param open threads that are not resolved
   * @param last id of the newest comment, 0 for none
   * @param turns how often threads were resolved or reopened
   */
  public record Counts(long total, long open, long last, long turns) {
    /** Entity tag of the plan's comments; total and turns only ever grow. */
    public String etag(long planId) {
      return "\"" + planId + "-c" + total + "-" + turns + "\"";
    }
  }

  /** Counts what was said about a plan. */
  public Counts count(long planId) {
    return jdbc.sql(
            """
            select count(*) as total,
                   count(*) filter (where parent is null and resolved_at is null) as open,
                   coalesce(max(id), 0) as last, coalesce(sum(turns), 0) as turns
            from zoning.comments where plan_id = :plan""")
        .param("plan", planId)
        .query(Counts.class)
        .single();
  }
}
