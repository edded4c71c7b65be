package vn.khuxuong.zoning.comment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.khuxuong.geo.Crs;
import vn.khuxuong.geo.ShapeRules;
import vn.khuxuong.geo.Wkb;

/** SQL of comments. What was said is never changed. */
@Component
public class CommentStore {
  private static final ShapeRules PLACES = ShapeRules.vietnam(Crs.CRS84);

  private static final String COMMENTS =
      """
      select c.*, st_asbinary(c.place) as shape, coalesce(u.display_name, c.author) as author_name
      from zoning.comments c left join platform.users u on u.username = c.author\s""";

  private final JdbcClient jdbc;

  CommentStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * One comment.
   *
   * @param revision what the plan showed when it was made, 0 for a plan from a file
   * @param place in longitude, latitude; null for none
   * @param subzone uid of a subzone the plan had then, null for none
   * @param parent first comment of the thread it answers, null where it begins one
   * @param decision the decision it came with, null for none
   * @param resolvedBy who resolved the thread, null while it is open
   */
  record Comment(
      long id,
      long planId,
      int revision,
      String author,
      String authorName,
      OffsetDateTime madeAt,
      String text,
      @Nullable Geometry place,
      @Nullable UUID subzone,
      @Nullable Long parent,
      @Nullable Long decision,
      @Nullable String resolvedBy,
      @Nullable OffsetDateTime resolvedAt) {}

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

  /** Everything that was said about a plan, oldest first. */
  List<Comment> list(long planId) {
    return jdbc.sql(COMMENTS + "where c.plan_id = :plan order by c.id")
        .param("plan", planId)
        .query((row, i) -> comment(row))
        .list();
  }

  Optional<Comment> find(long planId, long id) {
    return jdbc.sql(COMMENTS + "where c.plan_id = :plan and c.id = :id")
        .param("plan", planId)
        .param("id", id)
        .query((row, i) -> comment(row))
        .optional();
  }

  /** A comment to be kept. */
  record NewComment(
      long plan,
      String author,
      String text,
      @Nullable Geometry place,
      @Nullable UUID subzone,
      @Nullable Long parent,
      @Nullable Long decision) {}

  /**
   * Keeps a comment on what the plan shows at this moment; returns its id, empty where the plan
   * does not show the subzone.
   */
  Optional<Long> insert(NewComment comment) {
    return jdbc.sql(
            """
            insert into zoning.comments (plan_id, revision, author, text, place, subzone, parent,
              decision_id)
            select p.id, p.head_revision, :author, normalize(:text, NFC),
                   st_geomfromwkb(cast(:place as bytea), 4326), cast(:subzone as uuid),
                   cast(:parent as bigint), cast(:decision as bigint)
            from zoning.plans p
            where p.id = :plan
              and (cast(:subzone as uuid) is null
                   or exists (select from zoning.subzones s
                              where s.plan_id = p.id and s.uid = cast(:subzone as uuid)))
            returning id""")
        .param("plan", comment.plan())
        .param("author", comment.author())
        .param("text", comment.text())
        .param("place", comment.place() == null ? null : Wkb.write(comment.place()))
        .param("subzone", comment.subzone())
        .param("parent", comment.parent())
        .param("decision", comment.decision())
        .query(Long.class)
        .optional();
  }

  /** Resolves or, with null for who, reopens a thread; false where it is so already. */
  boolean turn(long id, @Nullable String resolvedBy) {
    return jdbc.sql(
                """
                update zoning.comments
                set resolved_by = cast(:by as text), turns = turns + 1,
                    resolved_at = case when cast(:by as text) is not null then clock_timestamp() end
                where id = :id and (resolved_by is null) = (cast(:by as text) is not null)""")
            .param("id", id)
            .param("by", resolvedBy)
            .update()
        == 1;
  }

  private static Comment comment(ResultSet row) throws SQLException {
    byte[] shape = row.getBytes("shape");
    return new Comment(
        row.getLong("id"),
        row.getLong("plan_id"),
        row.getInt("revision"),
        row.getString("author"),
        row.getString("author_name"),
        row.getObject("made_at", OffsetDateTime.class),
        row.getString("text"),
        shape == null ? null : Wkb.read(shape, PLACES),
        row.getObject("subzone", UUID.class),
        row.getObject("parent", Long.class),
        row.getObject("decision_id", Long.class),
        row.getString("resolved_by"),
        row.getObject("resolved_at", OffsetDateTime.class));
  }
}
