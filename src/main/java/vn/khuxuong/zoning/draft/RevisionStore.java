package vn.khuxuong.zoning.draft;

import java.sql.Types;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import vn.khuxuong.zoning.Subzone;
import vn.khuxuong.zoning.plan.Plan;

/** SQL of the tree of everything ever drawn in a plan. Rows are only ever added. */
@Component
class RevisionStore {
  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final SubzoneStore subzones;

  RevisionStore(JdbcClient jdbc, JsonMapper json, SubzoneStore subzones) {
    this.jdbc = jdbc;
    this.json = json;
    this.subzones = subzones;
  }

  /** What made a revision. */
  enum Kind {
    /** The subzones the plan began with. */
    START,
    EDIT,
    REPAIR,
    IMPORT
  }

  /**
   * One node of the tree.
   *
   * @param parent the revision it grew from, 0 for the first
   * @param subzonesChanged how many subzones it made, changed or removed
   */
  record Revision(
      int revision,
      int parent,
      String kind,
      String author,
      OffsetDateTime madeAt,
      int subzonesChanged) {}

  /** Adds a revision that grows from the plan's head; returns its number. */
  int add(
      Plan plan,
      Kind kind,
      String author,
      @Nullable JsonNode batch,
      @Nullable UUID key,
      Map<String, Subzone> before,
      Map<String, @Nullable Subzone> after) {
    int revision =
        jdbc.sql(
                """
                insert into zoning.draft_revisions (plan_id, revision, parent, kind, author, batch,
                  request_key)
                select :plan, coalesce(max(revision), 0) + 1, :parent, :kind, :author,
                       cast(:batch as jsonb), :key
                from zoning.draft_revisions where plan_id = :plan
                returning revision\
                """)
            .param("plan", plan.id())
            .param("parent", plan.headRevision())
            .param("kind", kind.name())
            .param("author", author)
            .param("batch", batch == null ? null : batch.toString())
            .param("key", key, Types.OTHER)
            .query(Integer.class)
            .single();
    ArrayNode rows = json.createArrayNode();
    after.forEach(
        (uid, subzone) -> {
          ObjectNode row = rows.addObject().put("uid", uid);
          row.set("before", subzones.rowOrNull(before.get(uid), plan.legal()));
          row.set("after", subzones.rowOrNull(subzone, plan.legal()));
        });
    jdbc.sql(
            """
            insert into zoning.draft_changes (plan_id, revision, uid, before, before_geom, after,
              after_geom)
            select :plan, :revision, (r ->> 'uid')::uuid,
                   r -> 'before' -> 'attributes',
                   st_geomfromwkb(decode(r -> 'before' ->> 'shape', 'hex'), 4326),
                   r -> 'after' -> 'attributes',
                   st_geomfromwkb(decode(r -> 'after' ->> 'shape', 'hex'), 4326)
            from jsonb_array_elements(cast(:rows as jsonb)) r\
            """)
        .param("plan", plan.id())
        .param("revision", revision)
        .param("rows", rows.toString())
        .update();
    return revision;
  }

  /** The revision that a person's request of some name grew from; empty where it never arrived. */
  Optional<Integer> baseOf(long planId, String author, UUID key) {
    return jdbc.sql(
            """
            select parent from zoning.draft_revisions
            where plan_id = :plan and request_key = :key and author = :author\
            """)
        .param("plan", planId)
        .param("key", key)
        .param("author", author)
        .query(Integer.class)
        .optional();
  }

  /** Every revision, oldest first. */
  List<Revision> list(long planId) {
    return jdbc.sql(
            """
            select revision, parent, kind, author, made_at,
                   (select count(*) from zoning.draft_changes c
                    where c.plan_id = r.plan_id and c.revision = r.revision) as subzones_changed
            from zoning.draft_revisions r where plan_id = :plan order by revision\
            """)
        .param("plan", planId)
        .query(Revision.class)
        .list();
  }

  boolean exists(long planId, int revision) {
    return jdbc.sql(
            """
            select exists (select from zoning.draft_revisions
                           where plan_id = :plan and revision = :revision)\
            """)
        .param("plan", planId)
        .param("revision", revision)
        .query(Boolean.class)
        .single();
  }

  /** The revision that one step back shows; empty at the beginning. */
  Optional<Integer> parent(long planId, int revision) {
    return jdbc.sql(
            """
            select parent from zoning.draft_revisions
            where plan_id = :plan and revision = :revision and parent > 0\
            """)
        .param("plan", planId)
        .param("revision", revision)
        .query(Integer.class)
        .optional();
  }

  /** The revision that one step forward shows: the newest that grew from this one. */
  Optional<Integer> child(long planId, int revision) {
    return jdbc.sql(
            """
            select max(revision) from zoning.draft_revisions
            where plan_id = :plan and parent = :revision having max(revision) is not null\
            """)
        .param("plan", planId)
        .param("revision", revision)
        .query(Integer.class)
        .optional();
  }

  /** The revision that a lock version of the plan showed; empty where it never had that version. */
  Optional<Integer> shownBy(long planId, int lockVersion) {
    return jdbc.sql(
            """
            select head_revision from zoning.draft_steps
            where plan_id = :plan and lock_version = :version\
            """)
        .param("plan", planId)
        .param("version", lockVersion)
        .query(Integer.class)
        .optional();
  }
}
