package vn.khuxuong.tenancy.firm;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One rule that a place does not keep for a firm, in numbers and codes; {@link FindingText} has the
 * words.
 *
 * @param blocks whether the firm cannot be there; else it is something to know
 * @param needed what the firm needs, in the unit of the rule; null where it is no number
 * @param offered what the place has, in the unit of the rule; null where it is no number
 * @param subject machine, line of business, hazard class or trait it is about, empty where none
 * @param offers what the place has instead: codes, or numbers of bays
 */
public record Finding(
    EligibilityRule rule,
    boolean blocks,
    @Nullable Double needed,
    @Nullable Double offered,
    String subject,
    List<String> offers) {

  /** Copies the offers. */
  public Finding {
    offers = List.copyOf(offers);
  }

  static Finding number(EligibilityRule rule, double needed, double offered, String subject) {
    return new Finding(rule, true, needed, offered, subject, List.of());
  }

  /** How far the place is from enough, 0 (hardly) to 1 (altogether). */
  double severity() {
    if (needed == null || offered == null || needed <= 0) {
      return 1;
    }
    return Math.min(1, Math.max(0, (needed - offered) / needed));
  }
}
