package vn.khuxuong.maps.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.khuxuong.maps.filter.Lexer.Kind;
import vn.khuxuong.maps.filter.Lexer.Token;

/**
 * CQL2 text by the grammar of OGC 21-065r2, read once from left to right without going back. Where
 * the grammar has a rule for each type of expression, here is one for all, and {@link Terms} judges
 * what was found.
 */
class TextParser {

  private static final Set<String> RESERVED =
      Set.of("AND", "OR", "NOT", "IN", "IS", "LIKE", "BETWEEN", "NULL");
  private static final Set<String> LITERALS = Set.of("TRUE", "FALSE", "INCLUDE", "EXCLUDE", "SRID");

  final Terms terms;
  final Shapes shapes;
  final Tokens tokens;

  TextParser(String source, Terms terms, Shapes shapes) {
    this(source, terms, shapes, false);
  }

  TextParser(String source, Terms terms, Shapes shapes, boolean bareDays) {
    this.terms = terms;
    this.shapes = shapes;
    this.tokens = new Tokens(source, bareDays);
  }

  /** The whole text as one condition. */
  Filter filter() {
    Filter filter = terms.condition(expression(), 0);
    if (tokens.now().kind() != Kind.END) {
      throw tokens.unexpected();
    }
    return filter;
  }

  final Term expression() {
    int at = tokens.now().start();
    Term first = conjunction();
    if (!tokens.now().is("OR")) {
      return first;
    }
    List<Filter> any = new ArrayList<>();
    any.add(terms.condition(first, at));
    while (tokens.take("OR")) {
      int here = tokens.now().start();
      any.add(terms.condition(conjunction(), here));
    }
    return terms.or(any);
  }

  private Term conjunction() {
    int at = tokens.now().start();
    Term first = negation();
    if (!tokens.now().is("AND")) {
      return first;
    }
    List<Filter> all = new ArrayList<>();
    all.add(terms.condition(first, at));
    while (tokens.take("AND")) {
      int here = tokens.now().start();
      all.add(terms.condition(negation(), here));
    }
    return terms.and(all);
  }

  private Term negation() {
    if (!tokens.now().is("NOT")) {
      return predicate();
    }
    int at = tokens.advance().start();
    terms.enter(at);
    Filter negated = terms.not(terms.condition(negation(), tokens.now().start()));
    terms.leave();
    return negated;
  }

  private Term predicate() {
    Term left = sum();
    int at = tokens.now().start();
    Optional<ComparisonOperator> operator = comparison(tokens.now());
    if (operator.isPresent()) {
      tokens.advance();
      return terms.comparison(left, operator.get(), sum(), at);
    }
    if (tokens.take("IS")) {
      boolean negated = tokens.take("NOT");
      tokens.expect("NULL");
      return negatedIf(negated, terms.isNull(left, at));
    }
    boolean negated = tokens.now().is("NOT");
    if (negated) {
      tokens.advance();
    }
    Filter found = predicate(left, at);
    if (found != null) {
      return negatedIf(negated, found);
    }
    if (negated) {
      throw tokens.unexpected();
    }
    return left;
  }

  private Filter negatedIf(boolean negated, Filter filter) {
    return negated ? terms.not(filter) : filter;
  }

  /** LIKE, BETWEEN or IN behind a value, null when none follows. */
  @Nullable Filter predicate(Term left, int at) {
    if (tokens.take("LIKE")) {
      return terms.like(left, sum(), at);
    }
    if (tokens.take("BETWEEN")) {
      Term low = sum();
      tokens.expect("AND");
      return terms.between(left, low, sum(), at);
    }
    if (tokens.take("IN")) {
      return in(left, at);
    }
    return null;
  }

  final Filter in(Term left, int at) {
    tokens.expect("(");
    Terms.ListOfValues list = terms.new ListOfValues();
    do {
      int here = tokens.now().start();
      list.add(sum(), here);
    } while (tokens.take(","));
    tokens.expect(")");
    return terms.in(left, list, at);
  }

  Optional<ComparisonOperator> comparison(Token sign) {
    return sign.kind() == Kind.SIGN ? ComparisonOperator.of(sign.text()) : Optional.empty();
  }

  final Term sum() {
    Term left = product();
    while (tokens.now().is("+") || tokens.now().is("-")) {
      Token sign = tokens.advance();
      left = terms.arithmetic(left, operator(sign), product(), sign.start());
    }
    return left;
  }

  private Term product() {
    Term left = power();
    while (tokens.now().is("*")
        || tokens.now().is("/")
        || tokens.now().is("%")
        || tokens.now().is("div")) {
      Token sign = tokens.advance();
      left = terms.arithmetic(left, operator(sign), power(), sign.start());
    }
    return left;
  }

  private Term power() {
    Term base = factor();
    if (!tokens.now().is("^")) {
      return base;
    }
    Token sign = tokens.advance();
    return terms.arithmetic(base, operator(sign), factor(), sign.start());
  }

  private static ArithmeticOperator operator(Token sign) {
    return ArithmeticOperator.of(sign.text()).orElseThrow();
  }

  private Term factor() {
    if (!tokens.now().is("-")) {
      return primary();
    }
    int at = tokens.advance().start();
    terms.enter(at);
    Term negative = terms.negative(factor(), at);
    terms.leave();
    return negative;
  }

  private Term primary() {
    int at = tokens.now().start();
    return switch (tokens.now().kind()) {
      case NUMBER -> terms.figure(tokens.advance().text(), at);
      case TEXT -> terms.words(tokens.advance().text(), at);
      case DAY -> terms.day(tokens.advance().text(), at);
      case NAME -> terms.property(tokens.advance().text(), at);
      case WORD -> word();
      case SIGN, END -> inParentheses(at);
    };
  }

  private Term inParentheses(int at) {
    if (!tokens.now().is("(")) {
      throw tokens.unexpected();
    }
    tokens.advance();
    terms.enter(at);
    Term inner = expression();
    terms.leave();
    tokens.expect(")");
    return inner;
  }

  /** A literal, a function or a property. */
  Term word() {
    Token word = tokens.now();
    String upper = word.upper();
    if (RESERVED.contains(upper)) {
      throw tokens.unexpected();
    }
    tokens.advance();
    if (upper.equals("TRUE") || upper.equals("FALSE")) {
      return terms.flag(upper.equals("TRUE"));
    }
    if (Shapes.KINDS.contains(upper)
        && (tokens.now().is("(") || Tokens.DIMENSIONS.contains(tokens.now().upper()))) {
      return shapes.wkt(tokens.shapeText(word), word.start());
    }
    if (!tokens.now().is("(")) {
      return terms.property(word.text(), word.start());
    }
    terms.enter(word.start());
    tokens.advance();
    Term result = function(word, upper);
    tokens.expect(")");
    terms.leave();
    return result;
  }

  /** Whether a name in capitals would be read as something else. */
  static boolean isWord(String upper) {
    return RESERVED.contains(upper)
        || LITERALS.contains(upper)
        || ArithmeticOperator.of(upper).isPresent();
  }

  /** What stands between the parentheses of a function. */
  Term function(Token name, String upper) {
    int at = name.start();
    return switch (upper) {
      case "CASEI" -> terms.folded(sum(), new Folding(true, false), at);
      case "ACCENTI" -> terms.folded(sum(), new Folding(false, true), at);
      case "DATE", "TIMESTAMP" -> terms.day(tokens.text(), at);
      case "BBOX" -> shapes.box(numbers(), at);
      case "INTERVAL" -> {
        TimeSpan.Bound first = bound();
        tokens.expect(",");
        yield terms.interval(first, bound(), at);
      }
      default -> relation(name, upper);
    };
  }

  private Term relation(Token name, String upper) {
    int at = name.start();
    String relation = upper.length() > 2 ? upper.substring(2) : "";
    if (upper.startsWith("S_") && isOneOf(SpatialRelation.values(), relation)) {
      Term left = sum();
      tokens.expect(",");
      return terms.spatial(SpatialRelation.valueOf(relation), left, sum(), at);
    }
    if (upper.startsWith("T_") && isOneOf(TemporalRelation.values(), relation)) {
      Term left = sum();
      tokens.expect(",");
      return terms.temporal(TemporalRelation.valueOf(relation), left, sum(), at);
    }
    throw terms.unknownFunction(name.text(), at);
  }

  private static boolean isOneOf(Enum<?>[] all, String name) {
    for (Enum<?> one : all) {
      if (one.name().equals(name)) {
        return true;
      }
    }
    return false;
  }

  /** One end of an interval: a date, a date-time, two dots, or a property. */
  private TimeSpan.Bound bound() {
    int at = tokens.now().start();
    if (tokens.now().kind() != Kind.TEXT) {
      return Terms.bound(sum(), at);
    }
    String text = tokens.advance().text();
    return text.equals("..") ? new TimeSpan.Open() : Terms.bound(terms.day(text, at), at);
  }

  /** Numbers with commas between. */
  final List<Double> numbers() {
    List<Double> numbers = new ArrayList<>();
    do {
      boolean negative = tokens.take("-");
      if (tokens.now().kind() != Kind.NUMBER || numbers.size() == 6) {
        throw tokens.unexpected();
      }
      double number = Double.parseDouble(tokens.advance().text());
      numbers.add(negative ? -number : number);
    } while (tokens.take(","));
    return numbers;
  }
}
