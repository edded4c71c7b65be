package vn.khuxuong.allocation.round;

import java.sql.Types;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL of what came of a round's offers. */
@Repository
class OutcomeStore {
  private final JdbcClient jdbc;

  OutcomeStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * What came of one placement.
   *
   * @param offers that were made, none where it was refused
   * @param refused type of the refusal, null where offers were made
   */
  record Outcome(
      long roundId,
      long runId,
      String application,
      List<Long> offers,
      @Nullable String refused,
      String vi,
      String en) {
    Outcome {
      offers = List.copyOf(offers);
    }
  }

  static Outcome made(long round, long run, String application, List<Long> offers) {
    return new Outcome(round, run, application, offers, null, "", "");
  }

  void insert(Outcome outcome) {
    jdbc.sql(
            """
            insert into allocation.round_offers
              (round_id, run_id, application, offers, refused, text_vi, text_en)
            values (:round, :run, :application, :offers, :refused, :vi, :en)""")
        .param("round", outcome.roundId())
        .param("run", outcome.runId())
        .param("application", outcome.application())
        .param("offers", outcome.offers().toArray(Long[]::new))
        .param("refused", outcome.refused(), Types.VARCHAR)
        .param("vi", outcome.vi())
        .param("en", outcome.en())
        .update();
  }

  /** Hash over what came of offering a run's placements. */
  String sha256(long run) {
    return jdbc.sql("select allocation.round_offers_sha256(:run)")
        .param("run", run)
        .query(String.class)
        .single();
  }

  /** All outcomes of a round, the newest of an application last. */
  List<Outcome> list(long roundId) {
    return jdbc.sql(
            """
            select round_id, run_id, application, offers, refused, text_vi, text_en
            from allocation.round_offers where round_id = :round order by id""")
        .param("round", roundId)
        .query(
            (row, n) ->
                new Outcome(
                    row.getLong("round_id"),
                    row.getLong("run_id"),
                    row.getString("application"),
                    List.of((Long[]) row.getArray("offers").getArray()),
                    row.getString("refused"),
                    row.getString("text_vi"),
                    row.getString("text_en")))
        .list();
  }
}
