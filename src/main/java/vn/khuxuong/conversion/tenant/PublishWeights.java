package vn.khuxuong.conversion.tenant;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.khuxuong.conversion.ConvertingZones;
import vn.khuxuong.platform.audit.Audit;
import vn.khuxuong.platform.problem.ProblemException;
import vn.khuxuong.tenancy.Asked;
import vn.khuxuong.tenancy.Versions;
import vn.khuxuong.tenancy.firm.FirmAccess;

/** The published rules of the score: as they count on a day, and new ones. */
@Component
public class PublishWeights {
  private final WeightStore store;
  private final ConvertingZones zones;
  private final FirmAccess access;
  private final Audit audit;

  PublishWeights(WeightStore store, ConvertingZones zones, FirmAccess access, Audit audit) {
    this.store = store;
    this.zones = zones;
    this.access = access;
    this.audit = audit;
  }

  /**
   * Every set that was ever published.
   *
   * @param etag what {@code If-Match} of a new one names
   */
  record All(List<WeightSet> versions, String etag) {}

  /**
   * The rules that count on a day.
   *
   * @param on {@code yyyy-mm-dd}, null for today
   */
  @Transactional(readOnly = true)
  WeightSet on(@Nullable String on) {
    zones.answerFor(on);
    return store.inForce();
  }

  @Transactional(readOnly = true)
  All all() {
    List<WeightSet> sets = store.list();
    return new All(sets, Versions.etag(number(sets), sets.size()));
  }

  /**
   * Publishes rules that count from a day on, today or later. Audited as {@code
   * conversion.weights-published}.
   *
   * @throws ProblemException STALE and BAD_BODY of tenancy
   */
  @Transactional
  All publish(WeightsAsked asked, @Nullable String ifMatch) {
    store.waitForOthers();
    List<WeightSet> sets = store.list();
    Versions.refuseStale(ifMatch, number(sets), sets.size());
    WeightSet set = asked.read(number(sets) + 1, zones.today());
    if (sets.stream().anyMatch(one -> one.validFrom().equals(set.validFrom()))) {
      throw Asked.bad(
          "validFrom",
          "Đã có bộ trọng số từ ngày này; chọn ngày khác.",
          "There is a set from that day on already; choose another day.");
    }
    store.insert(set, access.caller());
    audit.record(
        "conversion.weights-published",
        "weight-set",
        String.valueOf(set.id()),
        Map.of("validFrom", set.validFrom().toString(), "weights", set.weights()));
    return all();
  }

  private static int number(List<WeightSet> sets) {
    return sets.stream().mapToInt(WeightSet::id).max().orElse(0);
  }
}
