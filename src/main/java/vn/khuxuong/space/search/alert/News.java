package vn.khuxuong.space.search.alert;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import vn.khuxuong.space.search.vacancy.VacantRun;

/**
 * Space that became free for a saved search at one time.
 *
 * @param runs the first of them
 * @param inAll how many there were
 */
record News(UUID id, OffsetDateTime foundAt, List<VacantRun> runs, int inAll) {
  News {
    runs = List.copyOf(runs);
  }
}
