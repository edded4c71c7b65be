package vn.khuxuong.report.register;

import java.util.Collection;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Numbers as people write them: 1.532.000,50 in Vietnamese, 1,532,000.50 in English. A text such as
 * 1.532 is either, and is only read once the style of the file is known.
 */
final class NumberText {
  private static final Pattern PLAIN = Pattern.compile("-?\\d{1,18}");
  private static final Pattern VI =
      Pattern.compile("-?(\\d{1,3}(\\.\\d{3}){1,5}(,\\d{1,6})?|\\d{1,18},\\d{1,6})");
  private static final Pattern EN =
      Pattern.compile("-?(\\d{1,3}(,\\d{3}){1,5}(\\.\\d{1,6})?|\\d{1,18}\\.\\d{1,6})");
  private static final Pattern BLANKS =
      Pattern.compile("(?<=\\d)[ \\u00a0\\u202f\\u2009](?=\\d{3})");

  private NumberText() {}

  /** How the separators of a file are meant. */
  enum Style {
    VI,
    EN,
    UNKNOWN
  }

  /** What a text is by itself. */
  enum Sort {
    PLAIN,
    VI,
    EN,
    EITHER,
    NONE
  }

  static Sort sort(String text) {
    String clean = clean(text);
    if (PLAIN.matcher(clean).matches()) {
      return Sort.PLAIN;
    }
    boolean vi = VI.matcher(clean).matches();
    boolean en = EN.matcher(clean).matches();
    return vi && en ? Sort.EITHER : vi ? Sort.VI : en ? Sort.EN : Sort.NONE;
  }

  /** The style that the numbers of a file agree on; unknown where none decides, or they differ. */
  static Style style(Collection<String> texts) {
    boolean vi = texts.stream().anyMatch(text -> sort(text) == Sort.VI);
    boolean en = texts.stream().anyMatch(text -> sort(text) == Sort.EN);
    return vi == en ? Style.UNKNOWN : vi ? Style.VI : Style.EN;
  }

  /** Whether some numbers are surely Vietnamese and others surely English. */
  static boolean isMixed(Collection<String> texts) {
    return texts.stream().anyMatch(text -> sort(text) == Sort.VI)
        && texts.stream().anyMatch(text -> sort(text) == Sort.EN);
  }

  /**
   * The number with a decimal point; empty for what is none, or either while the style is unknown.
   */
  static Optional<String> read(String text, Style style) {
    String clean = clean(text);
    return switch (sort(text)) {
      case PLAIN -> Optional.of(clean);
      case VI -> Optional.of(vietnamese(clean));
      case EN -> Optional.of(english(clean));
      case EITHER ->
          style == Style.UNKNOWN
              ? Optional.empty()
              : Optional.of(style == Style.VI ? vietnamese(clean) : english(clean));
      case NONE -> Optional.empty();
    };
  }

  private static String clean(String text) {
    return BLANKS.matcher(text.strip().replace('−', '-')).replaceAll("");
  }

  private static String vietnamese(String text) {
    return text.replace(".", "").replace(',', '.');
  }

  private static String english(String text) {
    return text.replace(",", "");
  }
}
