package vn.khuxuong.allocation.round;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.khuxuong.allocation.solver.Placement;

/** SQL of what has happened to a round's applications and bays since it closed. */
@Repository
class MeanwhileStore {
  private final JdbcClient jdbc;

  MeanwhileStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Applications with a live offer of the round, or a lease that came of it. */
  Set<String> offered(long roundId) {
    return new HashSet<>(
        jdbc.sql(
                """
                select distinct o.application
                from allocation.round_offers o
                join tenancy.offers t on t.id = any (o.offers) and t.status in ('OPEN', 'ACCEPTED')
                where o.round_id = :round""")
            .param("round", roundId)
            .query(String.class)
            .list());
  }

  /** Applications that no longer wait for an answer of the round. */
  List<String> gone(long roundId) {
    Set<String> offered = offered(roundId);
    return jdbc
        .sql(
            """
            select e.application
            from allocation.round_applications e
            left join tenancy.applications a on a.code = e.application
            where e.round_id = :round and a.status is distinct from 'ELIGIBLE'
            order by e.application""")
        .param("round", roundId)
        .query(String.class)
        .list()
        .stream()
        .filter(application -> !offered.contains(application))
        .toList();
  }

  /**
   * Bays that somebody else has claimed.
   *
   * @param frozen claims that the input knows
   */
  List<Placement.Block> taken(long roundId, Collection<Long> frozen) {
    return jdbc.sql(
            """
            select b.code || '/' || f.level as floor, lower(o.bays) as first_bay,
                   upper(o.bays) - lower(o.bays) as bay_count
            from space.occupancies o
            join space.floors f on f.id = o.floor_id
            join space.buildings b on b.id = f.building_id
            join allocation.rounds r on r.id = :round
            where o.live and o.during && daterange(r.reference_month, null)
              and not (o.id = any (:frozen))
              and not exists (
                select from allocation.round_offers ro
                join tenancy.offers t on t.id = any (ro.offers)
                left join tenancy.leases l on l.offer_id = t.id
                where ro.round_id = r.id and o.id in (t.occupancy_id, l.occupancy_id))
            order by 1, 2""")
        .param("round", roundId)
        .param("frozen", frozen.toArray(Long[]::new))
        .query(
            (row, n) ->
                new Placement.Block(
                    row.getString("floor"), row.getInt("first_bay"), row.getInt("bay_count")))
        .list();
  }
}
