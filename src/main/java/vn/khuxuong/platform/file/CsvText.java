package vn.khuxuong.platform.file;

/**
 * Texts of CSV files that people open in a spreadsheet and send back: one that a spreadsheet would
 * run as a formula has an apostrophe in front (OWASP, CSV injection).
 */
public final class CsvText {
  private static final String DANGEROUS = "=+-@\t\r";

  private CsvText() {}

  /**
   * Keeps a spreadsheet from taking a text for a formula: an apostrophe in front, also in front of
   * a text that begins like a guarded one, so that {@link #unguarded} always finds the original.
   */
  public static String guarded(String text) {
    return isGuardable(text) ? "'" + text : text;
  }

  /** The text that was guarded; other texts as they are. */
  public static String unguarded(String text) {
    return text.startsWith("'") && isGuardable(text.substring(1)) ? text.substring(1) : text;
  }

  private static boolean isGuardable(String text) {
    int first = 0;
    while (first < text.length() && text.charAt(first) == '\'') {
      first++;
    }
    return first < text.length() && DANGEROUS.indexOf(text.charAt(first)) >= 0;
  }
}
