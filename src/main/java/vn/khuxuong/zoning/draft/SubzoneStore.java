package vn.khuxuong.zoning.draft;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import vn.khuxuong.geo.Crs;
import vn.khuxuong.geo.ShapeRules;
import vn.khuxuong.geo.Wkb;
import vn.khuxuong.zoning.StorageGrid;
import vn.khuxuong.zoning.Subzone;
import vn.khuxuong.zoning.SubzoneJson;
import vn.khuxuong.zoning.plan.Plan;

/**
 * SQL of the subzones of plans, as they are shown and as any revision had them. Shapes go in and
 * come out in the plan's legal CRS.
 */
@Component
class SubzoneStore {
  private static final ShapeRules SHAPES = ShapeRules.vietnam(Crs.CRS84).areasOnly();
  private static final HexFormat HEX = HexFormat.of();

  private final JdbcClient jdbc;
  private final JsonMapper json;

  SubzoneStore(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /** What the plan shows now, by uid, in the order of codes. */
  Map<String, Subzone> shown(Plan plan) {
    return byUid(
        jdbc.sql(
                """
                select uid, st_asbinary(geom) as shape,
                       jsonb_build_object('code', code, 'landUse', land_use, 'nameVi', name_vi,
                         'nameEn', name_en, 'cadastralCode', cadastral_code, 'phase', phase,
                         'maxDensityPct', max_density_pct, 'maxFloors', max_floors, 'far', far,
                         'purposeVi', purpose_vi, 'purposeEn', purpose_en)::text as attributes
                from zoning.subzones where plan_id = :plan order by code collate "C\"\
                """)
            .param("plan", plan.id())
            .query((row, i) -> subzone(row, plan.legal()))
            .list());
  }

  /** What a revision of the plan showed, by uid, in the order of codes. */
  Map<String, Subzone> at(Plan plan, int revision) {
    return byUid(
        jdbc.sql(
                """
                with recursive line as (
                  select revision, parent from zoning.draft_revisions
                  where plan_id = :plan and revision = :revision
                  union all
                  select r.revision, r.parent from zoning.draft_revisions r
                  join line on r.plan_id = :plan and r.revision = line.parent)
                select uid, st_asbinary(after_geom) as shape, after::text as attributes
                from (select distinct on (c.uid) c.uid, c.after, c.after_geom
                      from zoning.draft_changes c join line using (revision)
                      where c.plan_id = :plan
                      order by c.uid, c.revision desc) newest
                where after is not null order by after ->> 'code' collate "C\"\
                """)
            .param("plan", plan.id())
            .param("revision", revision)
            .query((row, i) -> subzone(row, plan.legal()))
            .list());
  }

  /**
   * Makes the plan show changed subzones and no longer the removed ones.
   *
   * @param noded uids of changed ones that keep their version, since only vertices of neighbours
   *     were put on their edges
   */
  void show(Plan plan, Collection<Subzone> changed, Collection<String> removed, Set<String> noded) {
    if (!removed.isEmpty()) {
      jdbc.sql(
              "delete from zoning.subzones where plan_id = :plan and uid = any(cast(:uids as"
                  + " uuid[]))")
          .param("plan", plan.id())
          .param("uids", removed.toArray(String[]::new))
          .update();
    }
    if (changed.isEmpty()) {
      return;
    }
    ArrayNode rows = json.createArrayNode();
    // the lock version the plan will have when the change is complete; a new draft's is its first
    int version = plan.headRevision() == 0 ? plan.lockVersion() : plan.lockVersion() + 1;
    for (Subzone subzone : changed) {
      ObjectNode row = row(subzone, plan.legal());
      row.put("version", noded.contains(subzone.uid()) ? 0 : version);
      rows.add(row);
    }
    jdbc.sql(
            """
            insert into zoning.subzones (plan_id, uid, code, name_vi, name_en, land_use,
              cadastral_code, phase, max_density_pct, max_floors, far, purpose_vi, purpose_en,
              area_m2, geom, version)
            select :plan, (r ->> 'uid')::uuid, a ->> 'code', a ->> 'nameVi', a ->> 'nameEn',
                   a ->> 'landUse', a ->> 'cadastralCode', (a ->> 'phase')::integer,
                   (a ->> 'maxDensityPct')::numeric, (a ->> 'maxFloors')::integer,
                   (a ->> 'far')::numeric, a ->> 'purposeVi', a ->> 'purposeEn', 0,
                   st_geomfromwkb(decode(r ->> 'shape', 'hex'), 4326), (r ->> 'version')::integer
            from jsonb_array_elements(cast(:rows as jsonb)) r
            cross join lateral (select r -> 'attributes' as a) attributes
            on conflict (plan_id, uid) do update set
              code = excluded.code, name_vi = excluded.name_vi, name_en = excluded.name_en,
              land_use = excluded.land_use, cadastral_code = excluded.cadastral_code,
              phase = excluded.phase, max_density_pct = excluded.max_density_pct,
              max_floors = excluded.max_floors, far = excluded.far,
              purpose_vi = excluded.purpose_vi, purpose_en = excluded.purpose_en,
              geom = excluded.geom,
              version = coalesce(nullif(excluded.version, 0), subzones.version)\
            """)
        .param("plan", plan.id())
        .param("rows", rows.toString())
        .update();
  }

  /** What a history row says of a subzone; null where it did not exist. */
  @Nullable ObjectNode rowOrNull(@Nullable Subzone subzone, Crs legal) {
    return subzone == null ? null : row(subzone, legal);
  }

  private ObjectNode row(Subzone subzone, Crs legal) {
    ObjectNode row = json.createObjectNode();
    row.put("uid", subzone.uid());
    row.set("attributes", SubzoneJson.writeAttributes(subzone));
    Geometry stored = StorageGrid.toStored(subzone.shape(), legal);
    row.put("shape", HEX.formatHex(Wkb.write(stored)));
    return row;
  }

  private Subzone subzone(ResultSet row, Crs legal) throws SQLException {
    Geometry stored = Wkb.read(row.getBytes("shape"), SHAPES);
    return SubzoneJson.read(
        row.getString("uid"),
        json.readTree(row.getString("attributes")),
        (Polygon) StorageGrid.fromStored(stored, legal));
  }

  private static Map<String, Subzone> byUid(List<Subzone> subzones) {
    Map<String, Subzone> map = new LinkedHashMap<>();
    subzones.forEach(subzone -> map.put(subzone.uid(), subzone));
    return map;
  }
}
