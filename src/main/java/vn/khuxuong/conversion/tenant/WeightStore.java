package vn.khuxuong.conversion.tenant;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** SQL of the published rules of the score. */
@Component
class WeightStore {
  private record Of(int set, WeightSet.Weight weight) {}

  private final JdbcClient jdbc;

  WeightStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The rules that count on {@code zoning.on_date()}. */
  WeightSet inForce() {
    Map<Integer, List<WeightSet.Weight>> weights = weights();
    return jdbc.sql(
            """
            select * from conversion.weight_sets
            where valid_from <= zoning.on_date() and published_at <= zoning.as_of()
            order by valid_from desc limit 1""")
        .query((row, n) -> set(row, weights))
        .optional()
        .orElseGet(() -> list().get(0));
  }

  /** All that were ever published, the earliest first day first. */
  List<WeightSet> list() {
    Map<Integer, List<WeightSet.Weight>> weights = weights();
    return jdbc.sql("select * from conversion.weight_sets order by valid_from")
        .query((row, n) -> set(row, weights))
        .list();
  }

  private Map<Integer, List<WeightSet.Weight>> weights() {
    return jdbc
        .sql(
            """
            select set_id, criterion, weight, good, bad from conversion.weights
            order by set_id, position""")
        .query(
            (row, n) ->
                new Of(
                    row.getInt("set_id"),
                    new WeightSet.Weight(
                        Criterion.valueOf(row.getString("criterion")),
                        row.getDouble("weight"),
                        row.getDouble("good"),
                        row.getDouble("bad"))))
        .list()
        .stream()
        .collect(groupingBy(Of::set, mapping(Of::weight, toList())));
  }

  private static WeightSet set(ResultSet row, Map<Integer, List<WeightSet.Weight>> weights)
      throws SQLException {
    return new WeightSet(
        row.getInt("id"),
        row.getObject("valid_from", LocalDate.class),
        row.getDouble("keep_from"),
        row.getDouble("upgrade_from"),
        row.getInt("term_months"),
        row.getDouble("least_known_pct"),
        row.getString("text_vi"),
        row.getString("text_en"),
        row.getString("source_vi"),
        row.getString("source_en"),
        row.getString("data_status"),
        weights.getOrDefault(row.getInt("id"), List.of()));
  }

  /** Waits until nobody else publishes, to the end of the transaction. */
  void waitForOthers() {
    jdbc.sql("lock table conversion.weight_sets in share row exclusive mode").update();
  }

  /** Publishes a set under its number. */
  void insert(WeightSet set, String who) {
    jdbc.sql(
            """
            insert into conversion.weight_sets (id, valid_from, keep_from, upgrade_from,
              term_months, least_known_pct, text_vi, text_en, source_vi, source_en, data_status,
              published_by)
            values (:id, :from, :keep, :upgrade, :months, :known, :textVi, :textEn, :sourceVi,
              :sourceEn, :status, :who)""")
        .param("id", set.id())
        .param("from", set.validFrom())
        .param("keep", set.keepFrom())
        .param("upgrade", set.upgradeFrom())
        .param("months", set.termMonths())
        .param("known", set.leastKnownPct())
        .param("textVi", set.textVi())
        .param("textEn", set.textEn())
        .param("sourceVi", set.sourceVi())
        .param("sourceEn", set.sourceEn())
        .param("status", set.dataStatus())
        .param("who", who)
        .update();
    int position = 0;
    for (WeightSet.Weight one : set.weights()) {
      position++;
      jdbc.sql(
              """
              insert into conversion.weights (set_id, position, criterion, weight, good, bad)
              values (:set, :position, :criterion, :weight, :good, :bad)""")
          .param("set", set.id())
          .param("position", position)
          .param("criterion", one.criterion().name())
          .param("weight", one.weight())
          .param("good", one.good())
          .param("bad", one.bad())
          .update();
    }
  }
}
