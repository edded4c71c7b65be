package vn.khuxuong.tenancy.firm;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Tax code of a firm (mã số thuế, MST): ten digits, or ten digits, a hyphen and three for a branch.
 *
 * <p>The tenth digit checks the nine before it: 10 less the remainder of their sum, weighted 31,
 * 29, 23, 19, 17, 13, 7, 5, 3, by 11, as open libraries of tax numbers (stdnum, {@code vn.mst})
 * have it too. The structure of the code is said to stand in Circular 86/2024/TT-BTC, art. 5,
 * before it Circular 105/2020/TT-BTC, art. 5; both articles are to be confirmed. Where the
 * remainder is 0 no digit fits, and no such code is issued. A code that holds need not be in use.
 *
 * @param value as the authority writes it, for example {@code 0123456787} or {@code 0123456787-001}
 */
public record TaxCode(String value) {
  private static final int[] WEIGHTS = {31, 29, 23, 19, 17, 13, 7, 5, 3};
  private static final int MODULUS = 11;
  private static final int BODY = WEIGHTS.length;
  private static final Pattern FORM = Pattern.compile("[0-9]{10}(-[0-9]{3})?");
  private static final Pattern TYPED = Pattern.compile("[0-9]{10}(-?[0-9]{3})?");

  /** Refuses what is no tax code. */
  public TaxCode {
    if (!FORM.matcher(value).matches() || value.endsWith("-000") || !checks(value)) {
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
    return code.endsWith("-000") || !checks(code)
        ? Optional.empty()
        : Optional.of(new TaxCode(code));
  }

  /**
   * The code of an illustrative firm; another one for every number.
   *
   * @param prefix digits that no province issues
   * @param number not negative, of at most as many digits as the prefix leaves of eight
   */
  public static TaxCode invented(String prefix, long number) {
    String eight = prefix + String.format("%0" + (BODY - 1 - prefix.length()) + "d", number);
    String nine = checkDigit(eight + "0") < 10 ? eight + "0" : eight + "1";
    return new TaxCode(nine + checkDigit(nine));
  }

  private static boolean checks(String code) {
    return code.charAt(BODY) - '0' == checkDigit(code);
  }

  /** The digit that nine digits ask for; 10 where none fits. */
  private static int checkDigit(String code) {
    int sum = 0;
    for (int i = 0; i < BODY; i++) {
      sum += WEIGHTS[i] * (code.charAt(i) - '0');
    }
    return 10 - sum % MODULUS;
  }

  @Override
  public String toString() {
    return value;
  }
}
