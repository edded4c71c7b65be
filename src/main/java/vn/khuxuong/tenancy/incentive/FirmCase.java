package vn.khuxuong.tenancy.incentive;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import vn.khuxuong.tenancy.SizeClass;
import vn.khuxuong.tenancy.incentive.Fact.State;

/**
 * A firm as the rules of programmes look at it.
 *
 * @param sizeClass by its figures, or as once found where there are none
 * @param sizeShown whether figures of size are on record
 * @param domestic without a foreign majority
 * @param hightech confirmed by an officer
 * @param displaced confirmed by an officer
 * @param supporting by list product or certificate
 * @param certified has a certificate of incentives
 * @param leases whether a lease runs, or has been signed and not yet begun
 * @param leasesInConversion whether one of them is in a zone in pilot conversion
 * @param seen evidence that officers have recorded
 */
public record FirmCase(
    SizeClass sizeClass,
    boolean sizeShown,
    boolean domestic,
    boolean hightech,
    boolean displaced,
    boolean supporting,
    boolean certified,
    boolean leases,
    boolean leasesInConversion,
    Set<Fact> seen) {

  /** Copies the set. */
  public FirmCase {
    seen = Set.copyOf(seen);
  }

  /** Every fact with whether it holds. */
  public Map<Fact, State> facts() {
    Map<Fact, State> facts = new EnumMap<>(Fact.class);
    for (Fact fact : Fact.values()) {
      facts.put(fact, state(fact));
    }
    return facts;
  }

  private State state(Fact fact) {
    return switch (fact) {
      case SME ->
          !sizeShown ? State.MISSING : sizeClass == SizeClass.LARGE ? State.NOT_MET : State.MET;
      case PRIVATE_HIGHTECH -> !domestic ? State.NOT_MET : shown(hightech);
      case DISPLACED -> shown(displaced);
      case SUPPORTING_PRODUCT -> shown(supporting);
      case SUPPORTING_CERTIFICATE -> shown(certified);
      case LEASE -> leases ? State.MET : State.NOT_MET;
      case CONVERTING_ZONE -> leasesInConversion ? State.MET : State.NOT_MET;
      case STARTUP, RESEARCH_PARTNER, INVESTMENT_PLAN -> shown(seen.contains(fact));
    };
  }

  private static State shown(boolean holds) {
    return holds ? State.MET : State.MISSING;
  }
}
