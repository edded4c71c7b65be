package vn.khuxuong.conversion.overview;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.khuxuong.conversion.tenant.TenantJson;
import vn.khuxuong.conversion.tenant.Verdict;

/**
 * Counts of a zone's tenants for the public. A count of fewer than {@value #LEAST} firms is not
 * told (null), and where a single one is withheld, nor is the smallest other one: it could be
 * reckoned from the sum.
 *
 * @param tenants firms that rent something today
 * @param letM2 m² they rent together
 * @param wantedPct share of it that sectors rent which the zone wants, in %
 * @param keep firms that are kept; likewise the others; undecided where too little is known
 */
record Aggregates(
    @Nullable Integer tenants,
    @Nullable Double letM2,
    @Nullable Double wantedPct,
    @Nullable Integer keep,
    @Nullable Integer upgrade,
    @Nullable Integer move,
    @Nullable Integer endAtTerm,
    @Nullable Integer undecided) {
  static final int LEAST = 3;
  static final Aggregates NOT_TOLD = new Aggregates(null, null, null, null, null, null, null, null);

  static Aggregates of(List<TenantJson> tenants) {
    if (tenants.isEmpty()) {
      return new Aggregates(0, 0.0, null, 0, 0, 0, 0, 0);
    }
    if (tenants.size() < LEAST) {
      return NOT_TOLD;
    }
    Map<Verdict, Integer> told = new EnumMap<>(Verdict.class);
    int undecided = 0;
    double let = 0;
    double wanted = 0;
    int wantedFirms = 0;
    for (TenantJson tenant : tenants) {
      Verdict verdict = tenant.verdict();
      if (verdict == null) {
        undecided++;
      } else {
        told.merge(verdict, 1, Integer::sum);
      }
      let += tenant.areaM2();
      if (isWanted(tenant)) {
        wanted += tenant.areaM2();
        wantedFirms++;
      }
    }
    @Nullable Integer[] counts =
        withheld(
            new int[] {
              told.getOrDefault(Verdict.KEEP, 0),
              told.getOrDefault(Verdict.UPGRADE, 0),
              told.getOrDefault(Verdict.MOVE, 0),
              told.getOrDefault(Verdict.END_AT_TERM, 0),
              undecided
            });
    boolean tellsShare = isTold(wantedFirms) && isTold(tenants.size() - wantedFirms);
    return new Aggregates(
        tenants.size(),
        Math.rint(let),
        tellsShare ? (Double) (Math.rint(1000 * wanted / let) / 10) : null,
        counts[0],
        counts[1],
        counts[2],
        counts[3],
        counts[4]);
  }

  private static boolean isWanted(TenantJson tenant) {
    return tenant.proposal().contributions().stream()
        .anyMatch(
            one -> one.criterion().equals("SECTOR") && one.degree() != null && one.degree() >= 1);
  }

  private static boolean isTold(int count) {
    return count == 0 || count >= LEAST;
  }

  /** The counts; small ones are null. */
  static @Nullable Integer[] withheld(int[] counts) {
    @Nullable Integer[] told = new @Nullable Integer[counts.length];
    for (int i = 0; i < counts.length; i++) {
      told[i] = isTold(counts[i]) ? (Integer) counts[i] : null;
    }
    if (Arrays.stream(counts).filter(count -> !isTold(count)).count() == 1) {
      int smallest = -1;
      for (int i = 0; i < counts.length; i++) {
        if (counts[i] >= LEAST && (smallest < 0 || counts[i] < counts[smallest])) {
          smallest = i;
        }
      }
      if (smallest >= 0) {
        told[smallest] = null;
      }
    }
    return told;
  }
}
