package vn.khuxuong.space.search.vacancy;

import java.util.ArrayList;
import java.util.List;

/** Answers a question from the zones as they are now. */
final class Search {
  private Search() {}

  /**
   * What was found.
   *
   * @param count results, of all pages
   * @param bays of all their stretches
   * @param areaM2 likewise
   * @param zones in which they are
   * @param page results in order
   * @param more whether there is a next page
   */
  record Found(
      int count,
      int bays,
      double areaM2,
      int zones,
      Tally tally,
      List<Ranking.Row> page,
      boolean more) {}

  /** Looks everywhere. */
  static Found find(Table table, Question question) {
    Matches matches = new Matches(table, question);
    Rows found = matches.all();
    Tally tally = new Tally(question, matches, found);
    List<Ranking.Row> rows = new Ranking(question, found).list();
    boolean more = rows.size() > question.limit();
    Tally.Total total = tally.total();
    return new Found(
        total.count(),
        total.bays(),
        Math.round(total.areaM2() * 100) / 100.0,
        total.zones(),
        tally,
        more ? new ArrayList<>(rows.subList(0, question.limit())) : rows,
        more);
  }
}
