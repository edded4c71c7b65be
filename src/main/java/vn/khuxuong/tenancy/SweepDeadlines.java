package vn.khuxuong.tenancy;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import vn.khuxuong.platform.problem.ProblemException;
import vn.khuxuong.space.Claims;

/**
 * Withdraws holds and offers soon after their deadline. Several instances may do so at once: each
 * passes over buildings that another is busy with. Claims that no hold or offer of this module
 * stands behind, such as those of illustrative data, stay until they are in somebody's way.
 */
@Component
class SweepDeadlines {
  private static final Logger log = LoggerFactory.getLogger(SweepDeadlines.class);
  private static final int MOST_BUILDINGS = 200;

  private final JdbcClient jdbc;
  private final Claims claims;

  SweepDeadlines(JdbcClient jdbc, Claims claims) {
    this.jdbc = jdbc;
    this.claims = claims;
  }

  @Scheduled(initialDelay = 3_000, fixedDelay = 3_000)
  void sweep() {
    try {
      due().forEach(this::lapse);
    } catch (DataAccessException | TransactionException e) {
      log.warn("Deadlines could not be looked at for now: {}", e.getMessage());
    }
  }

  /** One building that fails does not keep the others waiting. */
  private void lapse(List<Long> ofBuilding) {
    try {
      claims.lapse(ofBuilding);
    } catch (DataAccessException | TransactionException | ProblemException e) {
      log.warn("Claims {} could not be withdrawn for now", ofBuilding, e);
    }
  }

  /** Claims past their deadline, building by building. */
  private List<List<Long>> due() {
    return jdbc.sql(
            """
            select array_agg(o.id order by o.id) as claims
            from space.occupancies o
            join space.floors f on f.id = o.floor_id
            where o.live and o.expires_at <= now()
              and (exists (select from tenancy.holds h
                           where h.occupancy_id = o.id and h.status = 'LIVE')
                or exists (select from tenancy.offers t
                           where t.occupancy_id = o.id and t.status = 'OPEN'))
            group by f.building_id
            order by min(o.expires_at)
            limit :most""")
        .param("most", MOST_BUILDINGS)
        .query((row, n) -> List.of((Long[]) row.getArray("claims").getArray()))
        .list();
  }
}
