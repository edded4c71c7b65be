package vn.khuxuong.maps.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.khuxuong.geo.AxisOrder;
import vn.khuxuong.geo.Crs;
import vn.khuxuong.geo.GeoRefusal;
import vn.khuxuong.maps.filter.Lexer.Kind;
import vn.khuxuong.maps.filter.Lexer.Token;

/**
 * CQL2 text and what clients of {@code CQL_FILTER} write besides: {@code INTERSECTS(geom, …)} and
 * its sisters without {@code S_}, {@code BBOX(geom, …)}, {@code SRID=9210;POINT(…)}, {@code ILIKE},
 * {@code !=}, dates without apostrophes or as texts, {@code BEFORE}, {@code AFTER}, {@code DURING},
 * {@code TEQUALS}, {@code IN ('key', …)} without a property, {@code INCLUDE}, {@code EXCLUDE}.
 */
final class EcqlParser extends TextParser {

  private static final Set<String> RELATIONS =
      Set.of(
          "INTERSECTS",
          "DISJOINT",
          "EQUALS",
          "TOUCHES",
          "WITHIN",
          "CONTAINS",
          "OVERLAPS",
          "CROSSES");

  EcqlParser(String source, Terms terms, Shapes shapes) {
    super(source, terms, shapes, true);
  }

  @Override
  Optional<ComparisonOperator> comparison(Token sign) {
    return sign.is("!=") ? Optional.of(ComparisonOperator.NOT_EQUAL) : super.comparison(sign);
  }

  @Override
  @Nullable Filter predicate(Term left, int at) {
    if (tokens.take("ILIKE")) {
      Folding cases = new Folding(true, false);
      return terms.like(terms.folded(left, cases, at), terms.folded(sum(), cases, at), at);
    }
    if (tokens.take("BEFORE")) {
      return terms.temporal(TemporalRelation.BEFORE, left, days(), at);
    }
    if (tokens.take("AFTER")) {
      return terms.temporal(TemporalRelation.AFTER, left, days(), at);
    }
    if (tokens.take("TEQUALS")) {
      return terms.temporal(TemporalRelation.EQUALS, left, days(), at);
    }
    if (tokens.take("DURING")) {
      return terms.temporal(TemporalRelation.DURING, left, days(), at);
    }
    return super.predicate(left, at);
  }

  /** A day, or two of them with a slash between. */
  private Term days() {
    int at = tokens.now().start();
    Term first = day();
    if (!tokens.take("/")) {
      return first;
    }
    return terms.interval(Terms.bound(first, at), Terms.bound(day(), at), at);
  }

  private Term day() {
    int at = tokens.now().start();
    if (tokens.now().kind() != Kind.DAY && tokens.now().kind() != Kind.TEXT) {
      throw tokens.unexpected();
    }
    return terms.day(tokens.advance().text(), at);
  }

  @Override
  Term word() {
    int at = tokens.now().start();
    if (tokens.take("INCLUDE")) {
      return new Filter.Truth(true);
    }
    if (tokens.take("EXCLUDE")) {
      return new Filter.Truth(false);
    }
    if (tokens.take("IN")) {
      return ids(at);
    }
    if (!tokens.now().is("SRID")) {
      return super.word();
    }
    Token name = tokens.advance();
    if (!tokens.take("=")) {
      return terms.property(name.text(), at);
    }
    Crs crs = crs("EPSG:" + number());
    tokens.expect(";");
    if (!Shapes.KINDS.contains(tokens.now().upper())) {
      throw tokens.unexpected();
    }
    return shapes.in(crs, AxisOrder.WKT).wkt(tokens.shapeText(tokens.advance()), at);
  }

  private Filter ids(int at) {
    tokens.expect("(");
    List<String> ids = new ArrayList<>();
    do {
      ids.add(tokens.now().kind() == Kind.NUMBER ? tokens.advance().text() : tokens.text());
    } while (tokens.take(","));
    tokens.expect(")");
    return terms.ids(ids, at);
  }

  private String number() {
    if (tokens.now().kind() != Kind.NUMBER) {
      throw tokens.unexpected();
    }
    return tokens.advance().text();
  }

  @Override
  Term function(Token name, String upper) {
    int at = name.start();
    if (RELATIONS.contains(upper)) {
      Term left = sum();
      tokens.expect(",");
      return terms.spatial(SpatialRelation.valueOf(upper), left, sum(), at);
    }
    boolean ofShape = tokens.now().kind() == Kind.WORD || tokens.now().kind() == Kind.NAME;
    if (!upper.equals("BBOX") || !ofShape) {
      return super.function(name, upper);
    }
    Term shape = terms.property(tokens.advance().text(), at);
    tokens.expect(",");
    double[] box = new double[4];
    for (int i = 0; i < box.length; i++) {
      boolean negative = tokens.take("-");
      box[i] = Double.parseDouble(number()) * (negative ? -1 : 1);
      if (i < box.length - 1) {
        tokens.expect(",");
      }
    }
    Shapes where = tokens.take(",") ? shapes.in(crs(tokens.text()), AxisOrder.WKT) : shapes;
    Shape.Given area = where.box(List.of(box[0], box[1], box[2], box[3]), at);
    return terms.spatial(SpatialRelation.INTERSECTS, shape, area, at);
  }

  private Crs crs(String text) {
    try {
      return Crs.parse(text);
    } catch (GeoRefusal refusal) {
      throw Shapes.of(refusal, tokens.now().start());
    }
  }
}
