package vn.khuxuong.allocation.round;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL of decisions and of the offers that follow from them. */
@Repository
class DecisionStore {
  private final JdbcClient jdbc;

  DecisionStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Whether somebody has drawn up, opened, shown, solved or adjusted a round. */
  boolean hadPart(long roundId, String username) {
    return jdbc.sql(
            """
            select exists (
              select from allocation.rounds r
              where r.id = :round and :username in (r.made_by, r.opened_by, r.shown_by))
            or exists (
              select from allocation.runs n where n.round_id = :round and n.made_by = :username)""")
        .param("round", roundId)
        .param("username", username)
        .query(Boolean.class)
        .single();
  }

  /** Offers of a round that wait for their answer. */
  int openOffers(long roundId) {
    return jdbc.sql(
            """
            select count(*)::integer from allocation.round_offers o
            join tenancy.offers t on t.id = any (o.offers) and t.status = 'OPEN'
            where o.round_id = :round""")
        .param("round", roundId)
        .query(Integer.class)
        .single();
  }
}
