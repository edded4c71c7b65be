package vn.khuxuong.zoning.feature;

import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * SQL of the versions of a plan's subzones: lock versions of the plan that first showed them so.
 */
@Component
class VersionStore {
  private final JdbcClient jdbc;

  VersionStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * What brought a plan to a lock version.
   *
   * @param kind what was done, START for what the draft began with
   */
  record Step(String kind, int headRevision, String madeBy, OffsetDateTime madeAt) {}

  /** Versions of all subzones the plan shows, by uid. */
  Map<String, Integer> of(long planId) {
    Map<String, Integer> versions = new HashMap<>();
    jdbc.sql("select uid::text as uid, version from zoning.subzones where plan_id = :plan")
        .param("plan", planId)
        .query(
            row -> {
              versions.put(row.getString("uid"), row.getInt("version"));
            });
    return versions;
  }

  /** Empty where the plan never had that lock version, or had it by no change of what it shows. */
  Optional<Step> step(long planId, int lockVersion) {
    return jdbc.sql(
            """
            select kind, head_revision, made_by, made_at from zoning.draft_steps
            where plan_id = :plan and lock_version = :version\
            """)
        .param("plan", planId)
        .param("version", lockVersion)
        .query(Step.class)
        .optional();
  }
}
