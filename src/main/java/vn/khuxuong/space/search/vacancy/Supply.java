package vn.khuxuong.space.search.vacancy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What zones have free on any day from today on, from what the search keeps in memory. */
@Component
public class Supply {
  private final VacancyIndex index;
  private final Clock clock;

  Supply(VacancyIndex index, Clock clock) {
    this.index = index;
    this.clock = clock;
  }

  /**
   * Every zone's supply by the zone's id; empty for a day that is over, of which nothing is kept.
   *
   * @param revision of the data that must be in
   */
  public Optional<Map<Long, ZoneSupply>> find(LocalDate day, long revision, FloorNeeds needs) {
    if (day.isBefore(LocalDate.now(clock))) {
      return Optional.empty();
    }
    Map<Long, ZoneSupply> supply = new HashMap<>();
    for (ZoneIndex zone : index.atLeast(revision).zones()) {
      supply.put(zone.zone().id(), SupplySum.of(zone, Days.number(day), needs));
    }
    return Optional.of(supply);
  }
}
