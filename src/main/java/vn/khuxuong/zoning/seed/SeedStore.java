package vn.khuxuong.zoning.seed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;
import vn.khuxuong.geo.GeoJson.Feature;
import vn.khuxuong.geo.Wkb;
import vn.khuxuong.zoning.StorageGrid;

/** SQL of the zones and plans that come from files. */
@Component
class SeedStore {
  private static final long LOCK = 0x6b68755f7a6f6e65L;

  private final JdbcClient jdbc;
  private final String upsertZone = sql("upsert-zone");
  private final String insertPlan = sql("insert-plan");
  private final String insertSubzone = sql("insert-subzone");

  SeedStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  private static String sql(String name) {
    try {
      return new ClassPathResource("sql/zoning/" + name + ".sql")
          .getContentAsString(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Makes a second instance wait until this transaction has ended. */
  void takeTurns() {
    jdbc.sql("select pg_advisory_xact_lock(:lock)").param("lock", LOCK).query().singleRow();
  }

  /** Records a zone or what has changed of it; false where nothing has. */
  boolean upsertZone(Feature zone) {
    String properties = zone.properties().toString();
    byte[] shape = Wkb.write(shape(zone));
    boolean changed =
        jdbc.sql(upsertZone)
                .param("properties", properties)
                .param("shape", shape)
                .param("contentSha256", sha256(properties, shape))
                .update()
            == 1;
    if (changed) {
      insertPhases(zone.properties());
    }
    return changed;
  }

  private void insertPhases(ObjectNode zone) {
    String code = zone.path("code").asString();
    jdbc.sql(
            """
            delete from zoning.zone_phases
            where zone_id = (select id from zoning.zones where code = :code)""")
        .param("code", code)
        .update();
    jdbc.sql(
            """
            insert into zoning.zone_phases (zone_id, code, name_vi, name_en, gross_area_ha)
            select z.id, p ->> 'code', normalize(p ->> 'nameVi', NFC), p ->> 'nameEn',
                   (p ->> 'grossAreaHa')::numeric
            from zoning.zones z
            cross join jsonb_array_elements(cast(:phases as jsonb)) p
            where z.code = :code""")
        .param("code", code)
        .param("phases", zone.has("phases") ? zone.path("phases").toString() : "[]")
        .update();
  }

  /** Records a plan as a draft; null where its version is there already. */
  @Nullable Long insertDraft(ObjectNode members) {
    GeneratedKeyHolder key = new GeneratedKeyHolder();
    int inserted = jdbc.sql(insertPlan).param("members", members.toString()).update(key, "id");
    return inserted == 0 ? null : key.getKeyAs(Long.class);
  }

  void insertSubzone(long plan, Feature subzone) {
    jdbc.sql(insertSubzone)
        .param("plan", plan)
        .param("properties", subzone.properties().toString())
        .param("shape", Wkb.write(shape(subzone)))
        .update();
  }

  /** Publishes a draft of a zone that has no published plan, in force from its own date on. */
  void publish(long plan) {
    jdbc.sql(
            """
            update zoning.plans set status = 'PUBLISHED', published_at = now()
            where id = :plan""")
        .param("plan", plan)
        .update();
    jdbc.sql(
            """
            insert into zoning.plan_periods (zone_id, plan_id, valid)
            select zone_id, id, daterange(valid_from, valid_to) from zoning.plans where id = :plan""")
        .param("plan", plan)
        .update();
  }

  private static Geometry shape(Feature feature) {
    if (feature.geometry() == null) {
      throw new IllegalStateException("Feature " + feature.id() + " has no geometry");
    }
    return StorageGrid.snap(feature.geometry());
  }

  private static String sha256(String text, byte[] bytes) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest.digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
