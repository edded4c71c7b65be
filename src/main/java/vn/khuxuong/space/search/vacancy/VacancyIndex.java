package vn.khuxuong.space.search.vacancy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import vn.khuxuong.platform.database.DataRevision;

/**
 * All free space of all zones, kept in memory and never older than a second. Each instance of the
 * service keeps its own and reads anew what the journal says another changed: nobody has to tell
 * it.
 *
 * <p>A claim makes one zone be read again, some milliseconds. While one request does that the
 * others answer from what was right half a second ago at most; if it takes longer they wait.
 */
@Component
@Order(VacancyIndex.AFTER_DATA_ARE_LOADED)
class VacancyIndex implements ApplicationRunner {
  static final int AFTER_DATA_ARE_LOADED = 1_000;

  private static final Logger log = LoggerFactory.getLogger(VacancyIndex.class);
  private static final long BEARABLE_NANOS = TimeUnit.MILLISECONDS.toNanos(500);
  private static final Snapshot NOTHING = new Snapshot(-1, new Industries(List.of()), List.of());

  private final VacancyStore store;
  private final DataRevision revision;
  private final KeptParts kept = new KeptParts();
  private final ReentrantLock refreshing = new ReentrantLock();
  private volatile Snapshot snapshot = NOTHING;
  private volatile long rightNanos = System.nanoTime() - 2 * BEARABLE_NANOS;

  VacancyIndex(VacancyStore store, DataRevision revision) {
    this.store = store;
    this.revision = revision;
  }

  /**
   * The zones at one time.
   *
   * @param revision of the data; everything up to it is in, and perhaps more
   */
  record Snapshot(long revision, Industries industries, Table table) {

    /**
     * Zones that do not follow others.
     *
     * @param zones by code
     */
    Snapshot(long revision, Industries industries, List<ZoneIndex> zones) {
      this(revision, industries, new Table(zones, industries.lines().size(), new KeptParts()));
    }

    /** By code. */
    List<ZoneIndex> zones() {
      return table.zones();
    }

    /** A zone; empty for an unknown one. */
    Optional<ZoneSpace> zone(String code) {
      return table.place(code).map(place -> table.zone(place).zone());
    }
  }

  @Override
  public void run(ApplicationArguments arguments) {
    long start = System.nanoTime();
    int zones = current().zones().size();
    log.info(
        "Free space of {} zones is ready to be searched after {} ms",
        zones,
        TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
  }

  /** The zones as they are now. */
  Snapshot current() {
    if (isRight()) {
      return snapshot;
    }
    if (!refreshing.tryLock()) {
      if (System.nanoTime() - rightNanos < BEARABLE_NANOS) {
        return snapshot;
      }
      refreshing.lock();
    }
    try {
      return refreshed();
    } finally {
      refreshing.unlock();
    }
  }

  /** The zones with everything up to a revision that is public. */
  Snapshot atLeast(long revision) {
    Snapshot now = current();
    if (now.revision() >= revision) {
      return now;
    }
    refreshing.lock();
    try {
      return refreshed();
    } finally {
      refreshing.unlock();
    }
  }

  private Snapshot refreshed() {
    if (!isRight()) {
      long now = System.nanoTime();
      snapshot = refreshed(snapshot);
      rightNanos = now;
    }
    return snapshot;
  }

  private boolean isRight() {
    long now = System.nanoTime();
    if (snapshot.revision() < revision.current()) {
      return false;
    }
    rightNanos = now;
    return true;
  }

  private Snapshot refreshed(Snapshot old) {
    // The revision first: what is read afterwards is at least as new.
    VacancyStore.Head head = store.head();
    Optional<List<VacancyStore.Box>> changes =
        old.revision() < 0 || head.floor() > old.revision()
            ? Optional.empty()
            : store.changes(old.revision());
    return changes.isPresent()
        ? changed(old, head.revision(), changes.get())
        : everything(head.revision());
  }

  private Snapshot everything(long to) {
    Industries industries = store.industries();
    List<ZoneIndex> zones = new ArrayList<>();
    for (long id : store.zones()) {
      read(id, industries).ifPresent(zones::add);
    }
    return sorted(to, industries, zones);
  }

  private Snapshot changed(Snapshot old, long to, List<VacancyStore.Box> boxes) {
    Set<Long> ids = new HashSet<>();
    for (VacancyStore.Box box : boxes) {
      ids.addAll(store.zones(box));
    }
    List<ZoneIndex> zones = new ArrayList<>();
    for (ZoneIndex zone : old.zones()) {
      if (boxes.stream().anyMatch(box -> touches(zone.zone(), box))) {
        ids.add(zone.zone().id());
      }
    }
    for (ZoneIndex zone : old.zones()) {
      if (!ids.contains(zone.zone().id())) {
        zones.add(zone);
      }
    }
    for (long id : ids) {
      read(id, old.industries()).ifPresent(zones::add);
    }
    return sorted(to, old.industries(), zones);
  }

  private static boolean touches(ZoneSpace zone, VacancyStore.Box box) {
    return zone.west() <= box.east()
        && box.west() <= zone.east()
        && zone.south() <= box.north()
        && box.south() <= zone.north();
  }

  private Optional<ZoneIndex> read(long id, Industries industries) {
    return store.find(id, industries).map(ZoneIndex::new);
  }

  private Snapshot sorted(long to, Industries industries, List<ZoneIndex> zones) {
    zones.sort(Comparator.comparing(zone -> zone.zone().code()));
    return new Snapshot(to, industries, new Table(zones, industries.lines().size(), kept));
  }
}
