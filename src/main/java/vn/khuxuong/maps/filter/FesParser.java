package vn.khuxuong.maps.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import vn.khuxuong.maps.layer.FieldType;

/**
 * FES 2.0 (OGC 09-026r2) as WFS clients send it. Literals take the type of the property beside
 * them. Functions and distances are not known.
 */
final class FesParser {

  private static final Map<String, ComparisonOperator> COMPARISONS =
      Map.of(
          "PropertyIsEqualTo", ComparisonOperator.EQUAL,
          "PropertyIsNotEqualTo", ComparisonOperator.NOT_EQUAL,
          "PropertyIsLessThan", ComparisonOperator.LESS,
          "PropertyIsGreaterThan", ComparisonOperator.GREATER,
          "PropertyIsLessThanOrEqualTo", ComparisonOperator.LESS_OR_EQUAL,
          "PropertyIsGreaterThanOrEqualTo", ComparisonOperator.GREATER_OR_EQUAL);

  private static final Map<String, SpatialRelation> SPATIAL =
      Map.of(
          "BBOX", SpatialRelation.INTERSECTS,
          "Intersects", SpatialRelation.INTERSECTS,
          "Disjoint", SpatialRelation.DISJOINT,
          "Equals", SpatialRelation.EQUALS,
          "Touches", SpatialRelation.TOUCHES,
          "Within", SpatialRelation.WITHIN,
          "Contains", SpatialRelation.CONTAINS,
          "Overlaps", SpatialRelation.OVERLAPS,
          "Crosses", SpatialRelation.CROSSES);

  private static final Map<String, TemporalRelation> TEMPORAL =
      Map.ofEntries(
          Map.entry("After", TemporalRelation.AFTER),
          Map.entry("Before", TemporalRelation.BEFORE),
          Map.entry("Begins", TemporalRelation.STARTS),
          Map.entry("BegunBy", TemporalRelation.STARTEDBY),
          Map.entry("TContains", TemporalRelation.CONTAINS),
          Map.entry("During", TemporalRelation.DURING),
          Map.entry("EndedBy", TemporalRelation.FINISHEDBY),
          Map.entry("Ends", TemporalRelation.FINISHES),
          Map.entry("TEquals", TemporalRelation.EQUALS),
          Map.entry("Meets", TemporalRelation.MEETS),
          Map.entry("MetBy", TemporalRelation.METBY),
          Map.entry("TOverlaps", TemporalRelation.OVERLAPS),
          Map.entry("OverlappedBy", TemporalRelation.OVERLAPPEDBY),
          Map.entry("AnyInteracts", TemporalRelation.INTERSECTS));

  private final XMLStreamReader xml;
  private final Terms terms;
  private final Shapes shapes;

  FesParser(XMLStreamReader xml, Terms terms, Shapes shapes) {
    this.xml = xml;
    this.terms = terms;
    this.shapes = shapes;
  }

  /** From the start of element {@code Filter} to its end. */
  Filter filter() throws XMLStreamException {
    if (!xml.getLocalName().equals("Filter")) {
      throw unknown();
    }
    List<Filter> found = new ArrayList<>();
    List<String> ids = new ArrayList<>();
    while (isChild()) {
      String id = id();
      if (id == null) {
        found.add(predicate());
      } else {
        ids.add(id);
        end();
      }
    }
    if (!ids.isEmpty()) {
      found.add(terms.ids(ids, -1));
    }
    if (found.size() != 1) {
      throw new FilterRefusal(
          "Filter phải có đúng một điều kiện.", "The filter must have exactly one condition.");
    }
    return found.get(0);
  }

  /** The feature id that this element names, null if it is no such element. */
  private @Nullable String id() {
    return switch (xml.getLocalName()) {
      case "ResourceId" -> attribute("rid");
      case "FeatureId" -> attribute("fid");
      case "GmlObjectId" -> attribute("id");
      default -> null;
    };
  }

  private String attribute(String name) {
    String value = find(name);
    if (value == null) {
      throw new FilterRefusal(
          xml.getLocalName() + " thiếu thuộc tính " + name + ".",
          xml.getLocalName() + " lacks attribute " + name + ".");
    }
    return value;
  }

  private @Nullable String find(String name) {
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      if (xml.getAttributeLocalName(i).equals(name)) {
        return xml.getAttributeValue(i);
      }
    }
    return null;
  }

  /** Whether another child follows; otherwise this is the end of the parent. */
  private boolean isChild() throws XMLStreamException {
    return xml.nextTag() == XMLStreamReader.START_ELEMENT;
  }

  private void child() throws XMLStreamException {
    if (!isChild()) {
      throw new FilterRefusal(
          xml.getLocalName() + " thiếu thành phần.", xml.getLocalName() + " lacks an element.");
    }
  }

  private void end() throws XMLStreamException {
    if (isChild()) {
      throw unknown();
    }
  }

  private Filter predicate() throws XMLStreamException {
    terms.enter(place());
    Filter filter = read(xml.getLocalName());
    terms.leave();
    return filter;
  }

  private Filter read(String name) throws XMLStreamException {
    return switch (name) {
      case "And" -> terms.and(predicates());
      case "Or" -> terms.or(predicates());
      case "Not" -> {
        child();
        Filter negated = terms.not(predicate());
        end();
        yield negated;
      }
      case "PropertyIsLike" -> like();
      case "PropertyIsNull", "PropertyIsNil" -> terms.isNull(nextAndEnd(), place());
      case "PropertyIsBetween" -> between();
      case "BBOX" -> box();
      default -> other(name);
    };
  }

  private Filter other(String name) throws XMLStreamException {
    String id = id();
    if (id != null) {
      end();
      return terms.ids(List.of(id), -1);
    }
    ComparisonOperator comparison = COMPARISONS.get(name);
    if (comparison != null) {
      return comparison(comparison);
    }
    SpatialRelation spatial = SPATIAL.get(name);
    if (spatial != null) {
      return terms.spatial(spatial, next(), nextAndEnd(), place());
    }
    TemporalRelation temporal = TEMPORAL.get(name);
    if (temporal == null) {
      throw unknown();
    }
    return terms.temporal(temporal, day(next()), day(nextAndEnd()), place());
  }

  private List<Filter> predicates() throws XMLStreamException {
    List<Filter> filters = new ArrayList<>();
    while (isChild()) {
      filters.add(predicate());
    }
    if (filters.isEmpty()) {
      throw new FilterRefusal("And hoặc Or rỗng.", "An And or Or is empty.");
    }
    return filters;
  }

  private Term next() throws XMLStreamException {
    child();
    return expression();
  }

  private Term nextAndEnd() throws XMLStreamException {
    Term term = next();
    end();
    return term;
  }

  private Filter comparison(ComparisonOperator operator) throws XMLStreamException {
    boolean cases = "false".equals(find("matchCase"));
    Term left = next();
    Term right = nextAndEnd();
    boolean texts = isText(left) && isText(right);
    if (cases && texts) {
      Folding folding = new Folding(true, false);
      left = terms.folded(left, folding, place());
      right = terms.folded(right, folding, place());
    }
    return terms.comparison(left, operator, right, place());
  }

  private static boolean isText(Term term) {
    return term instanceof Operand operand && operand.type() == FieldType.STRING;
  }

  private Filter like() throws XMLStreamException {
    String any = find("wildCard");
    String one = find("singleChar");
    String escape = find("escapeChar") == null ? find("escape") : find("escapeChar");
    boolean cases = "false".equals(find("matchCase"));
    Term text = next();
    Term pattern = nextAndEnd();
    if (!(pattern instanceof Operand.Words words)) {
      throw new FilterRefusal("PropertyIsLike cần một mẫu.", "PropertyIsLike needs a pattern.");
    }
    String translated =
        LikePattern.fromFes(words.value(), any, one, escape)
            .orElseThrow(
                () ->
                    new FilterRefusal(
                        "wildCard, singleChar và escapeChar phải là một ký tự.",
                        "wildCard, singleChar and escapeChar must be one character."));
    Term like = new Operand.Words(translated);
    if (cases) {
      Folding folding = new Folding(true, false);
      text = terms.folded(text, folding, place());
      like = terms.folded(like, folding, place());
    }
    return terms.like(text, like, place());
  }

  private Filter between() throws XMLStreamException {
    Term value = next();
    child();
    Term low = nextAndEnd();
    child();
    Term high = nextAndEnd();
    end();
    return terms.between(value, low, high, place());
  }

  private Filter box() throws XMLStreamException {
    Term first = next();
    if (first instanceof Shape.Given) {
      end();
      return terms.spatial(SpatialRelation.INTERSECTS, new Shape.Own(), first, place());
    }
    return terms.spatial(SpatialRelation.INTERSECTS, first, nextAndEnd(), place());
  }

  /** A property, a literal, a shape or a time, from its start to its end. */
  private Term expression() throws XMLStreamException {
    String name = xml.getLocalName();
    return switch (name) {
      case "ValueReference", "PropertyName" -> property(xml.getElementText().strip());
      case "Literal" -> literal();
      case "TimeInstant" -> gml().instant();
      case "TimePeriod" -> gml().period();
      case "Function" -> throw terms.unknownFunction(attribute("name"), place());
      default -> {
        if (!GmlReader.isShape(name)) {
          throw unknown();
        }
        yield gml().shape();
      }
    };
  }

  private GmlReader gml() {
    return new GmlReader(xml, terms, shapes);
  }

  private Term property(String reference) {
    return terms.property(reference.replaceFirst("^[A-Za-z_][A-Za-z0-9_-]*:", ""), place());
  }

  /** Text, or one element of GML. */
  private Term literal() throws XMLStreamException {
    StringBuilder text = new StringBuilder();
    Term element = null;
    while (xml.next() != XMLStreamReader.END_ELEMENT) {
      if (xml.isCharacters()) {
        text.append(xml.getText());
      } else if (xml.isStartElement()) {
        element = expression();
      }
    }
    return element == null ? terms.words(text.toString(), place()) : element;
  }

  /** Literal texts in temporal conditions are days. */
  private Term day(Term term) {
    return term instanceof Operand.Words words ? terms.day(words.value().strip(), place()) : term;
  }

  private FilterRefusal unknown() {
    String shown = FilterRefusal.shown(xml.getLocalName());
    return new FilterRefusal(
        "Không hiểu thành phần “" + shown + "” của bộ lọc.",
        "Element “" + shown + "” of the filter is not understood.",
        place());
  }

  private int place() {
    return xml.getLocation().getCharacterOffset();
  }
}
