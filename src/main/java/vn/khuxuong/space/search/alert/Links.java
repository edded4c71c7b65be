package vn.khuxuong.space.search.alert;

import vn.khuxuong.platform.web.Language;
import vn.khuxuong.space.search.vacancy.VacantRun;

/**
 * Addresses of the pages that mails and feeds lead to.
 *
 * @param base the service's own, without a trailing slash
 */
record Links(String base, Language language) {

  /** The page with all that fits. */
  String search(String query) {
    return base + "/?" + (query.isEmpty() ? "" : query + "&") + "lang=" + language.tag();
  }

  /** The page with a run chosen. */
  String run(VacantRun run) {
    int last = run.firstBay() + run.bayCount() - 1;
    return base
        + "/?b="
        + run.building()
        + "&floor="
        + run.level()
        + "&bays="
        + (run.bayCount() == 1 ? "" + run.firstBay() : run.firstBay() + "-" + last)
        + "&lang="
        + language.tag();
  }

  String confirm(String word) {
    return base + "/alerts/confirm?token=" + word + "&lang=" + language.tag();
  }

  String unsubscribe(String word) {
    return base + "/alerts/unsubscribe?token=" + word + "&lang=" + language.tag();
  }
}
