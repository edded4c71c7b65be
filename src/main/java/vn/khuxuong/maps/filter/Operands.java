package vn.khuxuong.maps.filter;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Set;
import vn.khuxuong.maps.layer.Field;
import vn.khuxuong.maps.layer.FieldType;
import vn.khuxuong.maps.layer.Layer;
import vn.khuxuong.platform.time.CivilTime;

/**
 * Makes the values of a filter and counts its parts: looks properties up, refuses literals that are
 * too large. {@code at} is the place in the text, for refusals.
 */
class Operands {

  /** Names of the feature's shape beside that of its column. */
  private static final Set<String> SHAPE_NAMES = Set.of("geometry", "geom");

  final Layer layer;
  private final boolean textsAdapt;
  int nodes;
  private int depth;

  /**
   * @param layer the layer as the asker may see it
   * @param textsAdapt whether a text that is compared with a number, a day or a boolean is read as
   *     one, for languages whose literals have no type
   */
  Operands(Layer layer, boolean textsAdapt) {
    this.layer = layer;
    this.textsAdapt = textsAdapt;
  }

  /** Goes one level down; {@link #leave} comes back. */
  void enter(int at) {
    if (++depth > Limits.DEPTH) {
      throw new FilterRefusal(
          "Bộ lọc lồng quá sâu; tối đa " + Limits.DEPTH + " tầng.",
          "The filter is nested too deep; the limit is " + Limits.DEPTH + ".",
          at);
    }
  }

  void leave() {
    depth--;
  }

  final void count() {
    if (++nodes > Limits.NODES) {
      throw new FilterRefusal(
          "Bộ lọc có quá nhiều thành phần; tối đa " + Limits.NODES + ".",
          "The filter has too many parts; the limit is " + Limits.NODES + ".");
    }
  }

  /** The property or shape of that name. What the asker may not see does not exist. */
  Term property(String name, int at) {
    count();
    Field field = layer.field(name).orElse(null);
    if (field != null && field.queryable()) {
      return new Operand.Property(field.name(), field.type());
    }
    if (name.equals(layer.key()) || (field == null && name.equals(Layer.ID_COLUMN))) {
      return key();
    }
    boolean shape = field == null && SHAPE_NAMES.contains(name);
    if (shape || name.equals(layer.geometry().column())) {
      return new Shape.Own();
    }
    String shown = FilterRefusal.shown(name);
    throw new FilterRefusal(
        "Không lọc được theo thuộc tính “" + shown + "”: lớp không có.",
        "Unknown property “" + shown + "”: the layer has none to filter by.",
        at);
  }

  /** What identifies a feature. */
  Operand.Property key() {
    return new Operand.Property(layer.key(), layer.keyType());
  }

  Operand.Words words(String text, int at) {
    count();
    if (text.indexOf('\0') >= 0) {
      throw new FilterRefusal(
          "Chữ trong bộ lọc có ký tự NUL.", "A text of the filter has a NUL character.", at);
    }
    return new Operand.Words(Normalizer.normalize(text, Normalizer.Form.NFC));
  }

  Operand.Flag flag(boolean value) {
    count();
    return new Operand.Flag(value);
  }

  Operand.Figure figure(String text, int at) {
    try {
      return figure(new BigDecimal(text), at);
    } catch (NumberFormatException e) {
      throw new FilterRefusal(
          "“" + FilterRefusal.shown(text) + "” không phải là số.",
          "“" + FilterRefusal.shown(text) + "” is not a number.",
          at);
    }
  }

  Operand.Figure figure(BigDecimal number, int at) {
    count();
    long magnitude = (long) number.precision() - number.scale();
    if (number.signum() != 0
        && (magnitude > Limits.MAGNITUDE
            || number.scale() > Limits.MAGNITUDE
            || number.precision() > Limits.MAGNITUDE)) {
      throw new FilterRefusal(
          "Số quá lớn, quá nhỏ hoặc quá nhiều chữ số.",
          "A number is too large, too small or has too many digits.",
          at);
    }
    return new Operand.Figure(number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros());
  }

  /** A date, or the day in Ho Chi Minh City of a date-time. */
  Operand.Day day(String text, int at) {
    count();
    LocalDate day =
        CivilTime.findDay(text)
            .orElseThrow(
                () ->
                    new FilterRefusal(
                        "“"
                            + FilterRefusal.shown(text)
                            + "” không phải ngày hay thời điểm có thật.",
                        "“" + FilterRefusal.shown(text) + "” is no date or date-time.",
                        at));
    return new Operand.Day(day);
  }

  /** A term that must be a value. */
  Operand value(Term term, int at) {
    if (term instanceof Operand operand) {
      return operand;
    }
    throw new FilterRefusal(
        "Chỗ này cần một giá trị: chữ, số, ngày hoặc thuộc tính.",
        "A value is needed here: a text, a number, a date or a property.",
        at);
  }

  Operand arithmetic(Term left, ArithmeticOperator operator, Term right, int at) {
    count();
    Operand a = value(left, at);
    Operand b = value(right, at);
    Types.requireNumber(a, at);
    Types.requireNumber(b, at);
    return new Operand.Arithmetic(a, operator, b);
  }

  /** The number with its sign turned. */
  Operand negative(Term term, int at) {
    if (term instanceof Operand.Figure figure) {
      return new Operand.Figure(figure.value().negate());
    }
    return arithmetic(
        new Operand.Figure(BigDecimal.ONE.negate()), ArithmeticOperator.TIMES, term, at);
  }

  Operand folded(Term term, Folding folding, int at) {
    count();
    Operand text = value(term, at);
    Types.require(text, FieldType.STRING, at);
    return text instanceof Operand.Folded inner
        ? new Operand.Folded(inner.text(), inner.folding().and(folding))
        : new Operand.Folded(text, folding);
  }

  /** The operand, which must be of a type that can be compared with {@code type}. */
  final Operand like(Operand operand, FieldType type, int at) {
    if (Types.areAlike(operand.type(), type)) {
      return operand;
    }
    if (textsAdapt && operand instanceof Operand.Words words) {
      return adapted(words.value(), type, at);
    }
    if (textsAdapt && type == FieldType.STRING) {
      return operand; // the other side will adapt, or be refused
    }
    throw Types.unlike(type, operand.type(), at);
  }

  Operand adapted(String text, FieldType type, int at) {
    return switch (type) {
      case STRING -> words(text, at);
      case INTEGER, NUMBER -> figure(text.strip(), at);
      case DATE -> day(text.strip(), at);
      case BOOLEAN -> {
        if (!text.strip().matches("true|false|1|0")) {
          throw new FilterRefusal(
              "Giá trị đúng sai phải là true hoặc false.", "A boolean must be true or false.", at);
        }
        yield flag(text.strip().equals("true") || text.strip().equals("1"));
      }
    };
  }
}
