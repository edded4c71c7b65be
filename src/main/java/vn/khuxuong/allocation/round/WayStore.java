package vn.khuxuong.allocation.round;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL of what officers follow on a round's way: who has taken part, what became of its offers. */
@Repository
class WayStore {
  private final JdbcClient jdbc;

  WayStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * An offer of a round as it stands.
   *
   * @param together the other of two offers that are answered as one, null where it stands alone
   * @param firstBay from 0
   */
  record Letter(
      long id,
      String application,
      String firmCode,
      String firm,
      String status,
      @Nullable Long together,
      OffsetDateTime deadline,
      @Nullable OffsetDateTime endedAt,
      @Nullable String endReason,
      String building,
      int level,
      int firstBay,
      int bayCount,
      LocalDate from,
      @Nullable Long lease) {}

  /** All offers that a round has made, in their order. */
  List<Letter> letters(long round) {
    return jdbc.sql(
            """
            select t.id, o.application, m.code as firm_code, m.name_vi as firm, t.status,
                   coalesce(t.together_with, (
                     select s.id from tenancy.offers s where s.together_with = t.id)) as together, t.deadline, t.ended_at, t.end_reason,
                   b.code as building, f.level, lower(c.bays) as first_bay,
                   upper(c.bays) - lower(c.bays) as bay_count, lower(c.during) as "from",
                   (select l.id from tenancy.leases l where l.offer_id = t.id) as lease
            from allocation.round_offers o
            join tenancy.offers t on t.id = any (o.offers)
            join tenancy.firms m on m.id = t.firm_id
            join space.occupancies c on c.id = t.occupancy_id
            join space.floors f on f.id = c.floor_id
            join space.buildings b on b.id = f.building_id
            where o.round_id = :round order by t.id""")
        .param("round", round)
        .query(Letter.class)
        .list();
  }

  /** What somebody has done for a round so far: MADE, OPENED, SHOWN, WORKED. */
  List<String> parts(long round, String username) {
    return jdbc.sql(
            """
            select part from (
              select 1 as n, 'MADE' as part from allocation.rounds
              where id = :round and made_by = :username
              union all select 2, 'OPENED' from allocation.rounds
              where id = :round and opened_by = :username
              union all select 3, 'WORKED' where exists (
                select from allocation.runs where round_id = :round and made_by = :username)
              union all select 4, 'SHOWN' from allocation.rounds
              where id = :round and shown_by = :username) done
            order by n""")
        .param("round", round)
        .param("username", username)
        .query(String.class)
        .list();
  }

  /** Who drew a round up, and when. */
  record Beginning(String madeBy, OffsetDateTime madeAt) {}

  Beginning beginning(long round) {
    return jdbc.sql("select made_by, made_at from allocation.rounds where id = :round")
        .param("round", round)
        .query(Beginning.class)
        .single();
  }
}
