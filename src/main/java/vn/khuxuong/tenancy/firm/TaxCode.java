package vn.khuxuong.tenancy.firm;

import java.util.Optional;
import java.util.regex.Pattern;
import vn.khuxuong.platform.identifier.TaxCodes;

/**
 * Tax code of a firm (mã số thuế, MST), which {@link TaxCodes} judges.
 *
 * @param value as the authority writes it, for example {@code 0123456787} or {@code 0123456787-001}
 */
public record TaxCode(String value) {
  private static final int BODY = TaxCodes.CHECKED;
  private static final Pattern TYPED = Pattern.compile("[0-9]{10}(-?[0-9]{3})?");

  /** Refuses what is no tax code. */
  public TaxCode {
    if (!TaxCodes.holds(value)) {
      throw new IllegalArgumentException("No tax code");
    }
  }

  /**
   * Reads what a person typed: blanks and dots are passed over, the hyphen before a branch may be
   * left out. Empty for what is no tax code.
   */
  public static Optional<TaxCode> read(String typed) {
    String digits = typed.replaceAll("[\\s.]", "");
    if (!TYPED.matcher(digits).matches()) {
      return Optional.empty();
    }
    String code =
        digits.length() == BODY + 1 || digits.contains("-")
            ? digits
            : digits.substring(0, BODY + 1) + "-" + digits.substring(BODY + 1);
    return TaxCodes.holds(code) ? Optional.of(new TaxCode(code)) : Optional.empty();
  }

  /**
   * The code of an illustrative firm; another one for every number.
   *
   * @param prefix digits that no province issues
   * @param number not negative, of at most as many digits as the prefix leaves of eight
   */
  public static TaxCode invented(String prefix, long number) {
    String eight = prefix + String.format("%0" + (BODY - 1 - prefix.length()) + "d", number);
    String nine = TaxCodes.checkDigit(eight + "0") < 10 ? eight + "0" : eight + "1";
    return new TaxCode(nine + TaxCodes.checkDigit(nine));
  }

  @Override
  public String toString() {
    return value;
  }
}
