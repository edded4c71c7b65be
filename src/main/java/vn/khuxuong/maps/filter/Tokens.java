package vn.khuxuong.maps.filter;

import java.util.Locale;
import java.util.Set;
import vn.khuxuong.maps.filter.Lexer.Kind;
import vn.khuxuong.maps.filter.Lexer.Token;

/** Where the reading of a text has come to. */
final class Tokens {

  /** Words between the kind of a shape and its coordinates. */
  static final Set<String> DIMENSIONS = Set.of("Z", "M", "ZM");

  private final String source;
  private final Lexer lexer;
  private Token token;

  Tokens(String source, boolean bareDays) {
    this.source = source;
    this.lexer = new Lexer(source, bareDays);
    this.token = lexer.from(0);
  }

  /** The well-known text that begins with a word, up to its last parenthesis. */
  String shapeText(Token word) {
    if (DIMENSIONS.contains(token.upper())) {
      advance();
    }
    int end = token.start();
    int depth = 0;
    if (token.is("(")) {
      do {
        char c = end < source.length() ? source.charAt(end) : '\0';
        if ("()0123456789+-.,eE \t\r\n".indexOf(c) < 0 && !Character.isLetter(c)) {
          throw new FilterRefusal(
              "Hình viết ra không đúng dạng WKT.", "The shape is no well-known text.", end);
        }
        depth += c == '(' ? 1 : c == ')' ? -1 : 0;
        end++;
      } while (depth > 0);
    }
    token = lexer.from(end);
    return source.substring(word.start(), end);
  }

  String text() {
    if (token.kind() != Kind.TEXT) {
      throw unexpected();
    }
    return advance().text();
  }

  /** The token that is next to be read. */
  Token now() {
    return token;
  }

  /** Goes to the next token and gives the one that was left. */
  Token advance() {
    Token left = token;
    token = lexer.from(token.end());
    return left;
  }

  boolean take(String word) {
    if (!token.is(word)) {
      return false;
    }
    advance();
    return true;
  }

  void expect(String word) {
    if (!take(word)) {
      int place = token.start() + 1;
      throw new FilterRefusal(
          "Cần “" + word + "” ở ký tự thứ " + place + ".",
          "“" + word + "” is missing at character " + place + ".",
          token.start());
    }
  }

  FilterRefusal unexpected() {
    int place = token.start() + 1;
    if (token.kind() == Kind.END) {
      return new FilterRefusal(
          "Bộ lọc kết thúc giữa chừng.", "The filter ends too early.", token.start());
    }
    String shown = FilterRefusal.shown(token.text()).toLowerCase(Locale.ROOT);
    return new FilterRefusal(
        "“" + shown + "” không đúng chỗ ở ký tự thứ " + place + ".",
        "“" + shown + "” is out of place at character " + place + ".",
        token.start());
  }
}
