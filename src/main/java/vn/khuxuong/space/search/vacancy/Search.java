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
  static Found find(List<ZoneIndex> zones, Question question) {
    Ranking ranking = new Ranking(question);
    Tally tally = new Tally(question);
    int count = 0;
    int bays = 0;
    double area = 0;
    int places = 0;
    When when = question.when();
    for (ZoneIndex zone : zones) {
      Matches matches = new Matches(zone, question, when);
      long[] rows = matches.all();
      Tally.InZone here = tally.add(zone, matches, rows);
      if (here.count() > 0) {
        count += here.count();
        bays += here.bays();
        area += here.areaM2();
        places++;
        ranking.offer(zone, matches.period(), rows);
      }
    }
    List<Ranking.Row> rows = ranking.list();
    boolean more = rows.size() > question.limit();
    return new Found(
        count,
        bays,
        Math.round(area * 100) / 100.0,
        places,
        tally,
        more ? new ArrayList<>(rows.subList(0, question.limit())) : rows,
        more);
  }
}
