package vn.khuxuong.tenancy.application;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import vn.khuxuong.space.HazardClass;
import vn.khuxuong.space.Industry;
import vn.khuxuong.space.Trait;
import vn.khuxuong.tenancy.RequestKey;
import vn.khuxuong.tenancy.RequestStore;
import vn.khuxuong.tenancy.firm.MachineColumns;

/** SQL of what applications ask for: written, read, and looked up where it names places. */
@Component
class WantedStore {
  private final JdbcClient jdbc;

  WantedStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Adds a draft. */
  long insert(
      long firm, String dataStatus, String username, @Nullable RequestKey key, Wanted wanted) {
    long id =
        RequestStore.bind(
                wanted(
                    jdbc.sql(
                        """
                    insert into tenancy.applications (code, firm_id, status, created_by,
                      request_key, request_sha256, data_status, industry, production, area_min_m2, area_max_m2,
                      load_kn_m2, clear_height_m, power_kva, wastewater_m3_day, lift_t, hazard,
                      traits, start_earliest, start_latest, term_months, budget_vnd_m2_month,
                      accept_other, may_split, building_id, floor_id, bays)
                    values ('HS-' || nextval('tenancy.application_numbers'), :firm, 'DRAFT',
                      :username, :key, :sha256, :dataStatus, :industry, :production, :areaMin, :areaMax,
                      :load, :height, :power, :wastewater, :lift, :hazard,
                      cast(:traits as space.trait[]), :earliest, :latest, :term, :budget,
                      :acceptOther, :maySplit,
                      (select id from space.buildings where code = :building), :floor,
                      case when cast(:floor as bigint) is not null
                        then int4range(:firstBay, :firstBay + :bayCount) end)
                    returning id"""),
                    wanted),
                key)
            .param("firm", firm)
            .param("username", username)
            .param("dataStatus", dataStatus)
            .query(Long.class)
            .single();
    insertLists(id, wanted);
    return id;
  }

  /** Writes over what the locked application asks for. */
  void update(long id, Wanted wanted) {
    wanted(
            jdbc.sql(
                """
                update tenancy.applications
                set industry = :industry, production = :production, area_min_m2 = :areaMin,
                  area_max_m2 = :areaMax, load_kn_m2 = :load, clear_height_m = :height,
                  power_kva = :power, wastewater_m3_day = :wastewater, lift_t = :lift,
                  hazard = :hazard, traits = cast(:traits as space.trait[]),
                  start_earliest = :earliest, start_latest = :latest, term_months = :term,
                  budget_vnd_m2_month = :budget, accept_other = :acceptOther,
                  may_split = :maySplit,
                  building_id = (select id from space.buildings where code = :building),
                  floor_id = :floor,
                  bays = case when cast(:floor as bigint) is not null
                    then int4range(:firstBay, :firstBay + :bayCount) end,
                  lock_version = lock_version + 1
                where id = :id"""),
            wanted)
        .param("id", id)
        .update();
    jdbc.sql("delete from tenancy.application_zones where application_id = :id")
        .param("id", id)
        .update();
    jdbc.sql("delete from tenancy.application_machines where application_id = :id")
        .param("id", id)
        .update();
    insertLists(id, wanted);
  }

  /** Those of the codes that no zone has. */
  List<String> unknownZones(List<String> codes) {
    return jdbc.sql(
            """
            select code from unnest(cast(:codes as text[])) code
            where not exists (select from zoning.zones z where z.code = code.code)""")
        .param("codes", codes.toArray(String[]::new))
        .query(String.class)
        .list();
  }

  boolean hasBuilding(String code) {
    return jdbc.sql("select exists (select from space.buildings where code = :code)")
        .param("code", code)
        .query(Boolean.class)
        .single();
  }

  /** How many of the bays a floor of the building has; empty where the floor is not its. */
  Optional<Integer> countBays(String building, long floor, int firstBay, int bayCount) {
    return jdbc.sql(
            """
            select (select count(*) from space.bays y
                    where y.floor_id = f.id and y.no >= :first and y.no < :first + :count)
            from space.floors f join space.buildings b on b.id = f.building_id
            where f.id = :floor and b.code = :building""")
        .param("first", firstBay)
        .param("count", bayCount)
        .param("floor", floor)
        .param("building", building)
        .query(Integer.class)
        .optional();
  }

  private static StatementSpec wanted(StatementSpec sql, Wanted wanted) {
    return sql.param("industry", wanted.industry().name())
        .param("production", wanted.production())
        .param("areaMin", wanted.areaMinM2())
        .param("areaMax", wanted.areaMaxM2())
        .param("load", wanted.loadKnM2())
        .param("height", wanted.clearHeightM())
        .param("power", wanted.powerKva())
        .param("wastewater", wanted.wastewaterM3Day())
        .param("lift", wanted.liftT())
        .param("hazard", wanted.hazard().name())
        .param("traits", wanted.traits().stream().map(Trait::name).sorted().toArray(String[]::new))
        .param("earliest", wanted.startEarliest())
        .param("latest", wanted.startLatest())
        .param("term", wanted.termMonths())
        .param("budget", wanted.budgetVndM2Month())
        .param("acceptOther", wanted.acceptOther())
        .param("maySplit", wanted.maySplit())
        .param("building", wanted.building(), Types.VARCHAR)
        .param("floor", wanted.floor(), Types.BIGINT)
        .param("firstBay", wanted.firstBay(), Types.INTEGER)
        .param("bayCount", wanted.bayCount(), Types.INTEGER);
  }

  /** Zones in their order, and the zone of the building wished for where it is not among them. */
  private void insertLists(long id, Wanted wanted) {
    jdbc.sql(
            """
            insert into tenancy.application_zones (application_id, rank, zone_id)
            select :id, w.rank, z.id
            from unnest(cast(:zones as text[])) with ordinality w (code, rank)
            join zoning.zones z on z.code = w.code
            union all
            select :id, cardinality(cast(:zones as text[])) + 1, z.id
            from space.buildings b join zoning.zones z on z.id = b.zone_id
            where b.code = :building and z.code <> all (cast(:zones as text[]))""")
        .param("id", id)
        .param("zones", wanted.zones().toArray(String[]::new))
        .param("building", wanted.building(), Types.VARCHAR)
        .update();
    MachineColumns.write(
        jdbc,
        """
        insert into tenancy.application_machines
        values (:owner, :no, :name, :weight, :length, :width, :height)""",
        id,
        wanted.machines());
  }

  /** What the row of an application asks for. */
  static Wanted read(ResultSet row) throws SQLException {
    return new Wanted(
        Industry.valueOf(row.getString("industry")),
        row.getString("production"),
        row.getDouble("area_min_m2"),
        row.getDouble("area_max_m2"),
        row.getDouble("load_kn_m2"),
        row.getDouble("clear_height_m"),
        row.getDouble("power_kva"),
        row.getDouble("wastewater_m3_day"),
        row.getDouble("lift_t"),
        HazardClass.valueOf(row.getString("hazard")),
        DocumentStore.set(row.getArray("traits"), Trait::valueOf),
        row.getObject("start_earliest", LocalDate.class),
        row.getObject("start_latest", LocalDate.class),
        row.getInt("term_months"),
        row.getLong("budget_vnd_m2_month"),
        Arrays.asList((String[]) row.getArray("zones").getArray()),
        row.getBoolean("accept_other"),
        row.getBoolean("may_split"),
        row.getString("building"),
        row.getObject("floor_id", Long.class),
        row.getObject("first_bay", Integer.class),
        row.getObject("bay_count", Integer.class),
        MachineColumns.read(row));
  }
}
