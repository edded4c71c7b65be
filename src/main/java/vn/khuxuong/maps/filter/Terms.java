package vn.khuxuong.maps.filter;

import java.util.ArrayList;
import java.util.List;
import vn.khuxuong.maps.layer.FieldType;
import vn.khuxuong.maps.layer.Layer;

/**
 * Puts filters together for every reader and refuses comparisons of unlike types. {@code at} is the
 * place in the text, for refusals.
 */
final class Terms extends Operands {

  /** Parameters: {@link Operands}. */
  Terms(Layer layer, boolean textsAdapt) {
    super(layer, textsAdapt);
  }

  /** A term that must be a condition. */
  Filter condition(Term term, int at) {
    if (term instanceof Filter filter) {
      return filter;
    }
    if (term instanceof Operand.Flag flag) {
      return new Filter.Truth(flag.value());
    }
    throw new FilterRefusal(
        "Chỗ này cần một điều kiện, ví dụ code = 'A1'.",
        "A condition is needed here, such as code = 'A1'.",
        at);
  }

  Filter and(List<Filter> all) {
    count();
    return all.size() == 1 ? all.get(0) : new Filter.And(all);
  }

  Filter or(List<Filter> any) {
    count();
    return any.size() == 1 ? any.get(0) : new Filter.Or(any);
  }

  Filter not(Filter filter) {
    count();
    return new Filter.Not(filter);
  }

  Filter comparison(Term left, ComparisonOperator operator, Term right, int at) {
    count();
    Operand a = value(left, at);
    Operand b = like(value(right, at), a.type(), at);
    return new Filter.Comparison(like(a, b.type(), at), operator, b);
  }

  /** The pattern is a text, or a folded one. */
  Filter like(Term text, Term pattern, int at) {
    count();
    Operand value = value(text, at);
    Types.require(value, FieldType.STRING, at);
    if (pattern instanceof Operand.Words words) {
      return new Filter.Like(value, LikePattern.tidy(words.value()), Folding.NONE);
    }
    if (pattern instanceof Operand.Folded folded && folded.text() instanceof Operand.Words words) {
      return new Filter.Like(value, LikePattern.tidy(words.value()), folded.folding());
    }
    throw new FilterRefusal(
        "Sau LIKE phải là một mẫu chữ.", "LIKE must be followed by a pattern.", at);
  }

  Filter between(Term value, Term low, Term high, int at) {
    count();
    Operand a = value(value, at);
    Operand b = like(value(low, at), a.type(), at);
    Operand c = like(value(high, at), a.type(), at);
    if (a.type() == FieldType.STRING || a.type() == FieldType.BOOLEAN) {
      throw new FilterRefusal(
          "BETWEEN chỉ dùng cho số và ngày.", "BETWEEN is for numbers and dates.", at);
    }
    return new Filter.Between(a, b, c);
  }

  /** Takes the values of one list; they count as one part of the filter. */
  final class ListOfValues {
    private final List<Operand> values = new ArrayList<>();
    private final int before = nodes;

    void add(Term term, int at) {
      if (values.size() == Limits.LIST) {
        throw new FilterRefusal(
            "Danh sách quá dài; tối đa " + Limits.LIST + " giá trị.",
            "The list is too long; the limit is " + Limits.LIST + " values.",
            at);
      }
      Operand value = value(term, at);
      values.add(value);
      if (value.isLiteral()) {
        nodes = before + 1;
      }
    }
  }

  Filter in(Term value, ListOfValues list, int at) {
    count();
    Operand wanted = value(value, at);
    if (list.values.isEmpty()) {
      throw new FilterRefusal("Danh sách rỗng.", "The list is empty.", at);
    }
    return new Filter.In(
        wanted, list.values.stream().map(item -> like(item, wanted.type(), at)).toList());
  }

  /**
   * Features of these ids, with or without the layer's name and a dot before them. An id that the
   * layer cannot have fits no feature.
   */
  Filter ids(List<String> ids, int at) {
    Operand.Property key = key();
    ListOfValues list = new ListOfValues();
    String prefix = layer.id() + ".";
    for (String id : ids) {
      String bare = id.startsWith(prefix) ? id.substring(prefix.length()) : id;
      if (key.type() == FieldType.STRING) {
        list.add(words(bare, at), at);
      } else if (bare.matches("-?[0-9]{1,18}")) {
        list.add(figure(bare, at), at);
      }
    }
    count();
    return list.values.isEmpty() ? new Filter.Truth(false) : new Filter.In(key, list.values);
  }

  Filter isNull(Term term, int at) {
    count();
    return term instanceof Shape.Own ? new Filter.NoShape() : new Filter.IsNull(value(term, at));
  }

  Filter spatial(SpatialRelation relation, Term left, Term right, int at) {
    count();
    if (left instanceof Shape a && right instanceof Shape b) {
      if (isEmpty(a) || isEmpty(b)) {
        // a box wholly outside its system's area
        boolean disjoint = relation == SpatialRelation.DISJOINT;
        return disjoint ? new Filter.Not(new Filter.NoShape()) : new Filter.Truth(false);
      }
      return new Filter.Spatial(relation, a, b);
    }
    throw new FilterRefusal(
        "S_" + relation + " cần hai hình: geom hoặc một hình viết ra.",
        "S_" + relation + " needs two shapes: geom or one that is written out.",
        at);
  }

  private static boolean isEmpty(Shape shape) {
    return shape instanceof Shape.Given given && given.geometry().isEmpty();
  }

  Filter temporal(TemporalRelation relation, Term left, Term right, int at) {
    count();
    return new Filter.Temporal(relation, span(left, at), span(right, at));
  }

  private static TimeSpan span(Term term, int at) {
    if (term instanceof TimeSpan span) {
      return span;
    }
    TimeSpan.Bound instant = bound(term, at);
    return new TimeSpan(instant, instant);
  }

  /** A beginning or end: a day or a property that holds one. */
  static TimeSpan.Bound bound(Term term, int at) {
    if (term instanceof Operand.Day day) {
      return new TimeSpan.Day(day.value());
    }
    if (term instanceof Operand.Property property && property.type() == FieldType.DATE) {
      return new TimeSpan.Property(property.name());
    }
    throw new FilterRefusal(
        "Chỗ này cần ngày, khoảng thời gian hoặc thuộc tính kiểu ngày.",
        "A date, an interval or a property that holds a date is needed here.",
        at);
  }

  TimeSpan interval(TimeSpan.Bound first, TimeSpan.Bound last, int at) {
    count();
    if (first instanceof TimeSpan.Day from
        && last instanceof TimeSpan.Day until
        && until.value().isBefore(from.value())) {
      throw new FilterRefusal(
          "Khoảng thời gian kết thúc trước khi bắt đầu.",
          "The interval ends before it begins.",
          at);
    }
    return new TimeSpan(first, last);
  }

  FilterRefusal unknownFunction(String name, int at) {
    String shown = FilterRefusal.shown(name);
    return new FilterRefusal(
        "Không có hàm “" + shown + "”.", "There is no function “" + shown + "”.", at);
  }
}
