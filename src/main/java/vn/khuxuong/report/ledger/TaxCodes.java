package vn.khuxuong.report.ledger;

import java.util.regex.Pattern;

/**
 * Tells whether a text can be a tax code (mã số thuế), as {@code reporting.is_tax_code} does, which
 * guards the table. Ten digits, the last of which is 10 less the remainder by 11 of the nine before
 * it, weighted 31, 29, 23, 19, 17, 13, 7, 5, 3; a hyphen and three digits more for a branch.
 */
final class TaxCodes {
  private static final Pattern FORM = Pattern.compile("[0-9]{10}(-[0-9]{3})?");
  private static final int[] WEIGHTS = {31, 29, 23, 19, 17, 13, 7, 5, 3};

  private TaxCodes() {}

  static boolean holds(String code) {
    if (!FORM.matcher(code).matches() || code.endsWith("-000")) {
      return false;
    }
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      sum += WEIGHTS[i] * (code.charAt(i) - '0');
    }
    return code.charAt(WEIGHTS.length) - '0' == 10 - sum % 11;
  }
}
