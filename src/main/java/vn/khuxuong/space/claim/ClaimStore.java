package vn.khuxuong.space.claim;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.khuxuong.space.Claim;
import vn.khuxuong.space.ClaimWish;
import vn.khuxuong.space.HazardClass;
import vn.khuxuong.space.Industry;
import vn.khuxuong.space.Occupancy.Kind;
import vn.khuxuong.space.Trait;

/** SQL of claims. */
@Component
class ClaimStore {
  private static final String CLAIM =
      """
      select o.id, o.kind, o.floor_id, lower(o.bays) as first_bay,
             upper(o.bays) - lower(o.bays) as bay_count, lower(o.during) as first_day,
             upper(o.during) - 1 as last_day, o.industry, o.hazard, o.traits, o.load_kn_m2,
             o.power_kva, o.wastewater_m3_day, o.expires_at, o.live, b.code as building_code,
             f.level,
             (select coalesce(sum(y.area_m2), 0) from space.bays y
              where y.floor_id = o.floor_id and y.no <@ o.bays) as area_m2
      from space.occupancies o
      join space.floors f on f.id = o.floor_id
      join space.buildings b on b.id = f.building_id
      """;

  private final JdbcClient jdbc;

  ClaimStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Makes claims on the floor's building wait until this transaction has ended; empty where there
   * is no such floor.
   */
  Optional<Long> lockBuildingOf(long floor) {
    return jdbc.sql(
            """
            select b.id
            from space.floors f
            join space.buildings b on b.id = f.building_id
            where f.id = :floor
            for no key update of b""")
        .param("floor", floor)
        .query(Long.class)
        .optional();
  }

  /** Likewise by claim, but gives up where another transaction has the building. */
  boolean tryLockBuildingOf(long claim) {
    return jdbc.sql(
            """
            select b.id
            from space.occupancies o
            join space.floors f on f.id = o.floor_id
            join space.buildings b on b.id = f.building_id
            where o.id = :claim
            for no key update of b skip locked""")
        .param("claim", claim)
        .query(Long.class)
        .optional()
        .isPresent();
  }

  /** Today in Ho Chi Minh City by the database's clock. */
  LocalDate today() {
    return jdbc.sql("select (now() at time zone 'Asia/Ho_Chi_Minh')::date")
        .query(LocalDate.class)
        .single();
  }

  /** Whether a moment has passed by the database's clock. */
  boolean hasPassed(OffsetDateTime moment) {
    return jdbc.sql("select :moment <= now()")
        .param("moment", moment)
        .query(Boolean.class)
        .single();
  }

  /** Whether a claim only waits to be withdrawn. */
  boolean isExpired(Claim claim) {
    OffsetDateTime deadline = claim.expiresAt();
    return deadline != null && hasPassed(deadline);
  }

  /** Live holds and offers in the way of the bays and days whose deadline has passed. */
  List<Claim> expiredInTheWay(ClaimWish wish) {
    return jdbc.sql(
            CLAIM
                + """
                  where o.floor_id = :floor and o.live and o.expires_at <= now()
                    and o.bays && int4range(:first, :end)
                    and o.during && daterange(:from, :until, '[]')
                  order by o.id""")
        .param("floor", wish.floorId())
        .param("first", wish.firstBay())
        .param("end", wish.firstBay() + wish.bayCount())
        .param("from", wish.from())
        .param("until", wish.until())
        .query((row, n) -> claim(row))
        .list();
  }

  /** Those of the claims that are live and whose deadline has passed. */
  List<Claim> expired(Collection<Long> ids) {
    return jdbc.sql(
            CLAIM
                + """
                  where o.id = any (:ids) and o.live and o.expires_at <= now()
                  order by o.id""")
        .param("ids", ids.toArray(Long[]::new))
        .query((row, n) -> claim(row))
        .list();
  }

  Optional<Claim> find(long id) {
    return jdbc.sql(CLAIM + "where o.id = :id")
        .param("id", id)
        .query((row, n) -> claim(row))
        .optional();
  }

  /** A live claim in the way: the one that begins first. */
  Optional<Claim> inTheWay(ClaimWish wish) {
    return jdbc.sql(
            CLAIM
                + """
                  where o.floor_id = :floor and o.live
                    and o.bays && int4range(:first, :end)
                    and o.during && daterange(:from, :until, '[]')
                  order by o.during, o.bays
                  limit 1""")
        .param("floor", wish.floorId())
        .param("first", wish.firstBay())
        .param("end", wish.firstBay() + wish.bayCount())
        .param("from", wish.from())
        .param("until", wish.until())
        .query((row, n) -> claim(row))
        .optional();
  }

  /** Records a claim; the database refuses what the place does not offer. */
  long insert(ClaimWish wish, Kind kind, @Nullable OffsetDateTime expiresAt) {
    return jdbc.sql(
            """
            insert into space.occupancies (floor_id, bays, during, kind, industry, hazard, traits,
              load_kn_m2, power_kva, wastewater_m3_day, expires_at)
            values (:floor, int4range(:first, :end), daterange(:from, :until, '[]'), :kind,
              :industry, :hazard, cast(:traits as space.trait[]), :load, :power, :wastewater,
              :expires)
            returning id""")
        .param("floor", wish.floorId())
        .param("first", wish.firstBay())
        .param("end", wish.firstBay() + wish.bayCount())
        .param("from", wish.from())
        .param("until", wish.until())
        .param("kind", kind.name())
        .param("industry", wish.industry().name())
        .param("hazard", wish.hazard().name())
        .param("traits", wish.traits().stream().map(Trait::name).toArray(String[]::new))
        .param("load", wish.loadKnM2())
        .param("power", wish.powerKva())
        .param("wastewater", wish.wastewaterM3Day())
        .param("expires", expiresAt, Types.TIMESTAMP_WITH_TIMEZONE)
        .query(Long.class)
        .single();
  }

  /** The moment so many seconds from now by the database's clock. */
  OffsetDateTime after(long seconds) {
    return jdbc.sql("select now() + make_interval(secs => :seconds)")
        .param("seconds", seconds)
        .query(OffsetDateTime.class)
        .single();
  }

  /** Withdraws a claim; false where it was withdrawn before. */
  boolean withdraw(long id, String reason) {
    return jdbc.sql(
                """
                update space.occupancies
                set withdrawn_at = greatest(now(), recorded_at), withdrawn_reason = :reason
                where id = :id and withdrawn_at is null""")
            .param("reason", reason)
            .param("id", id)
            .update()
        == 1;
  }

  private static Claim claim(ResultSet row) throws SQLException {
    return new Claim(
        row.getLong("id"),
        Kind.valueOf(row.getString("kind")),
        new ClaimWish(
            row.getLong("floor_id"),
            row.getInt("first_bay"),
            row.getInt("bay_count"),
            row.getObject("first_day", LocalDate.class),
            row.getObject("last_day", LocalDate.class),
            Industry.valueOf(row.getString("industry")),
            HazardClass.valueOf(row.getString("hazard")),
            Arrays.stream((Object[]) row.getArray("traits").getArray())
                .map(name -> Trait.valueOf(name.toString()))
                .collect(Collectors.toUnmodifiableSet()),
            row.getDouble("load_kn_m2"),
            row.getDouble("power_kva"),
            row.getDouble("wastewater_m3_day")),
        row.getString("building_code"),
        row.getInt("level"),
        row.getDouble("area_m2"),
        row.getObject("expires_at", OffsetDateTime.class),
        row.getBoolean("live"));
  }
}
