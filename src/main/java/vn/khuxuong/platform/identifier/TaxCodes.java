package vn.khuxuong.platform.identifier;

import java.util.regex.Pattern;

/**
 * Tax codes (mã số thuế, MST): ten digits, or ten digits, a hyphen and three for a branch.
 *
 * <p>The tenth digit checks the nine before it: 10 less the remainder of their sum, weighted 31,
 * 29, 23, 19, 17, 13, 7, 5, 3, by 11, as open libraries of tax numbers (stdnum, {@code vn.mst})
 * have it too. The structure of the code is said to stand in Circular 86/2024/TT-BTC, art. 5,
 * before it Circular 105/2020/TT-BTC, art. 5; both articles are to be confirmed. Where the
 * remainder is 0 no digit fits, and no such code is issued. A code that holds need not be in use.
 * {@code reporting.is_tax_code} says the same in SQL.
 */
public final class TaxCodes {
  /** Place of the digit that checks those before it. */
  public static final int CHECKED = 9;

  private static final int[] WEIGHTS = {31, 29, 23, 19, 17, 13, 7, 5, 3};
  private static final int MODULUS = 11;
  private static final Pattern FORM = Pattern.compile("[0-9]{10}(-[0-9]{3})?");

  private TaxCodes() {}

  /** Whether a text is a tax code as the authority writes it. */
  public static boolean holds(String code) {
    return FORM.matcher(code).matches()
        && !code.endsWith("-000")
        && code.charAt(CHECKED) - '0' == checkDigit(code);
  }

  /** The digit that the first nine of a text ask for; 10 where none fits. */
  public static int checkDigit(String digits) {
    int sum = 0;
    for (int i = 0; i < CHECKED; i++) {
      sum += WEIGHTS[i] * (digits.charAt(i) - '0');
    }
    return 10 - sum % MODULUS;
  }
}
