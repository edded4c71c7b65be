package vn.khuxuong.maps.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Patterns of LIKE: {@code %} stands for any characters, {@code _} for one, {@code \} takes the
 * meaning from the next. They are matched by PostgreSQL's LIKE, never as regular expressions.
 */
final class LikePattern {

  private static final char ANY = '%';
  private static final char ONE = '_';
  private static final char ESCAPE = '\\';

  private LikePattern() {}

  /**
   * The pattern in its one form: backslashes only where they are needed, and of wildcards in a row
   * the single ones first and one {@code %} at most. So it costs no more than it says: {@code
   * %_%_%} is {@code __%}.
   */
  static String tidy(String pattern) {
    StringBuilder tidy = new StringBuilder();
    boolean any = false;
    int i = 0;
    while (i < pattern.length()) {
      char c = pattern.charAt(i++);
      if (c == ANY) {
        any = true;
      } else if (c == ONE) {
        tidy.append(ONE);
      } else {
        if (any) {
          tidy.append(ANY);
          any = false;
        }
        boolean escaped = c == ESCAPE && i < pattern.length();
        append(tidy, escaped ? pattern.charAt(i++) : c);
      }
    }
    return any ? tidy.append(ANY).toString() : tidy.toString();
  }

  private static void append(StringBuilder tidy, char literal) {
    if (literal == ANY || literal == ONE || literal == ESCAPE) {
      tidy.append(ESCAPE);
    }
    tidy.append(literal);
  }

  /**
   * The pieces of a tidy pattern: {@code %} and {@code _} alone are wildcards, every other piece is
   * a text that stands for itself, without backslashes.
   */
  static List<Piece> pieces(String tidy) {
    List<Piece> pieces = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < tidy.length(); i++) {
      char c = tidy.charAt(i);
      if (c == ANY || c == ONE) {
        flush(text, pieces);
        pieces.add(new Piece(String.valueOf(c), true));
      } else {
        text.append(c == ESCAPE ? tidy.charAt(++i) : c);
      }
    }
    flush(text, pieces);
    return pieces;
  }

  private static void flush(StringBuilder text, List<Piece> pieces) {
    if (!text.isEmpty()) {
      pieces.add(new Piece(text.toString(), false));
      text.setLength(0);
    }
  }

  record Piece(String text, boolean wildcard) {}

  /**
   * A pattern of FES in CQL2's signs.
   *
   * @param any sign for any characters
   * @param one sign for one character
   * @param escape sign before a character that stands for itself
   */
  static Optional<String> fromFes(
      String pattern, @Nullable String any, @Nullable String one, @Nullable String escape) {
    if (isTooLong(any) || isTooLong(one) || isTooLong(escape)) {
      return Optional.empty();
    }
    StringBuilder translated = new StringBuilder();
    for (int i = 0; i < pattern.length(); i++) {
      String c = pattern.substring(i, i + 1);
      if (c.equals(escape) && i + 1 < pattern.length()) {
        append(translated, pattern.charAt(++i));
      } else if (c.equals(any)) {
        translated.append(ANY);
      } else if (c.equals(one)) {
        translated.append(ONE);
      } else {
        append(translated, c.charAt(0));
      }
    }
    return Optional.of(tidy(translated.toString()));
  }

  private static boolean isTooLong(@Nullable String sign) {
    return sign != null && sign.length() != 1;
  }
}
