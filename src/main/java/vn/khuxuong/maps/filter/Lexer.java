package vn.khuxuong.maps.filter;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts CQL2 text into tokens, one at a time. */
final class Lexer {

  /** What a token is. */
  enum Kind {
    /** A keyword, or a name that is not in quotation marks. */
    WORD,
    /** A name in quotation marks. */
    NAME,
    /** A text between apostrophes. */
    TEXT,
    NUMBER,
    /** A date or date-time as ECQL writes them, without apostrophes. */
    DAY,
    SIGN,
    END
  }

  /**
   * @param text what it says, without quotation marks
   * @param start characters before it
   * @param end characters before what follows it
   */
  record Token(Kind kind, String text, int start, int end) {

    boolean is(String word) {
      boolean comparable = kind == Kind.WORD || kind == Kind.SIGN;
      return comparable && text.equalsIgnoreCase(word);
    }

    String upper() {
      return kind == Kind.WORD ? text.toUpperCase(Locale.ROOT) : "";
    }
  }

  private static final Pattern NUMBER =
      Pattern.compile("(?:[0-9]++(?:\\.[0-9]*+)?|\\.[0-9]++)(?:[eE][+-]?[0-9]++)?");
  private static final Pattern DAY =
      Pattern.compile(
          "[0-9]{4}-[0-9]{2}-[0-9]{2}"
              + "(?:T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\\.[0-9]{1,9})?(?:Z|[+-][0-9]{2}:[0-9]{2})?)?");

  private final String source;
  private final boolean bareDays;
  private final Matcher number;
  private final Matcher day;

  /**
   * @param bareDays whether a date without apostrophes is a date and no subtraction
   */
  Lexer(String source, boolean bareDays) {
    this.source = source;
    this.bareDays = bareDays;
    this.number = NUMBER.matcher(source);
    this.day = DAY.matcher(source);
  }

  /** The token that begins at or after a place. */
  Token from(int place) {
    int start = place;
    while (start < source.length() && Character.isWhitespace(source.charAt(start))) {
      start++;
    }
    if (start == source.length()) {
      return new Token(Kind.END, "", start, start);
    }
    char c = source.charAt(start);
    if (c == '\'') {
      return text(start);
    }
    if (c == '"') {
      return name(start);
    }
    if (bareDays && day.region(start, source.length()).lookingAt()) {
      return new Token(Kind.DAY, day.group(), start, day.end());
    }
    if (number.region(start, source.length()).lookingAt()) {
      return new Token(Kind.NUMBER, number.group(), start, number.end());
    }
    if (isStart(c)) {
      int end = start + 1;
      while (end < source.length() && isPart(source.charAt(end))) {
        end++;
      }
      return new Token(Kind.WORD, source.substring(start, end), start, end);
    }
    return sign(start);
  }

  private Token sign(int start) {
    String two = source.substring(start, Math.min(start + 2, source.length()));
    if (two.equals("<>") || two.equals("<=") || two.equals(">=") || two.equals("!=")) {
      return new Token(Kind.SIGN, two, start, start + 2);
    }
    String one = two.substring(0, 1);
    if ("=<>+-*/%^(),;".contains(one)) {
      return new Token(Kind.SIGN, one, start, start + 1);
    }
    String shown =
        FilterRefusal.shown(
            new StringBuilder().appendCodePoint(source.codePointAt(start)).toString());
    throw new FilterRefusal(
        "Ký tự “" + shown + "” không có nghĩa ở đây.",
        "Character “" + shown + "” means nothing here.",
        start);
  }

  /** Two apostrophes, or one behind a backslash, stand for one inside. */
  private Token text(int start) {
    StringBuilder text = new StringBuilder();
    for (int i = start + 1; i < source.length(); i++) {
      char c = source.charAt(i);
      boolean quoteFollows = i + 1 < source.length() && source.charAt(i + 1) == '\'';
      if ((c == '\'' || c == '\\') && quoteFollows) {
        text.append('\'');
        i++;
      } else if (c == '\'') {
        return new Token(Kind.TEXT, text.toString(), start, i + 1);
      } else {
        text.append(c);
      }
    }
    throw new FilterRefusal(
        "Chữ mở bằng dấu ' mà không đóng.", "A text that begins with ' does not end.", start);
  }

  private Token name(int start) {
    int end = source.indexOf('"', start + 1);
    if (end < 0) {
      throw new FilterRefusal(
          "Tên mở bằng dấu \" mà không đóng.", "A name that begins with \" does not end.", start);
    }
    return new Token(Kind.NAME, source.substring(start + 1, end), start, end + 1);
  }

  private static boolean isStart(char c) {
    return Character.isLetter(c) || c == '_' || c == ':';
  }

  private static boolean isPart(char c) {
    return isStart(c)
        || Character.isDigit(c)
        || c == '.'
        || Character.getType(c) == Character.NON_SPACING_MARK;
  }
}
