package vn.khuxuong.tenancy.firm;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.khuxuong.tenancy.SizeClass;

/**
 * Which firms a rent cut or a preference of law is for. It advises; no firm is refused by it.
 *
 * @param zonesEstablishedAfter binds only zones established after this day; null binds all
 * @param sizeClasses classes it is for
 * @param privateHightech whether it is for private high-tech firms too, of any size
 * @param supporting whether it is for supporting industry too, of any size
 * @param displaced whether it is for firms that must move too, of any size
 */
public record BeneficiaryRule(
    Purpose purpose,
    String code,
    @Nullable LocalDate zonesEstablishedAfter,
    Set<SizeClass> sizeClasses,
    boolean privateHightech,
    boolean supporting,
    boolean displaced,
    String textVi,
    String textEn,
    String sourceVi,
    String sourceEn) {

  /** What the rule gives. */
  public enum Purpose {
    /** A cut of the rent, described in {@code space.incentives} under the same code. */
    INCENTIVE,
    /** Land or floors kept for some firms. */
    PREFERENCE
  }

  /** Copies the classes. */
  public BeneficiaryRule {
    sizeClasses = Set.copyOf(sizeClasses);
  }

  /** Whether the firm is one of those the rule is for. */
  public boolean isFor(FirmFacts firm) {
    return sizeClasses.contains(firm.sizeClass())
        || (privateHightech && firm.privateHightech())
        || (supporting && firm.supporting())
        || (displaced && firm.displaced());
  }

  /**
   * Whether the rule binds a zone; null where it asks for the day the zone was established and
   * nobody knows it.
   */
  public @Nullable Boolean binds(@Nullable LocalDate establishedOn) {
    if (zonesEstablishedAfter == null) {
      return true;
    }
    return establishedOn == null ? null : (Boolean) establishedOn.isAfter(zonesEstablishedAfter);
  }
}
