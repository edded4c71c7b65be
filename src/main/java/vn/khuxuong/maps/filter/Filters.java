package vn.khuxuong.maps.filter;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.khuxuong.geo.AxisOrder;
import vn.khuxuong.geo.BBox;
import vn.khuxuong.geo.GeoRefusal;
import vn.khuxuong.maps.layer.Field;
import vn.khuxuong.maps.layer.FieldType;
import vn.khuxuong.maps.layer.Layer;

/** Filters that doors make themselves, of boxes, days, ids and the values of parameters. */
public final class Filters {

  /** Every feature. */
  public static final Filter ALL = new Filter.Truth(true);

  private Filters() {}

  /** What fits every one of them. */
  public static Filter all(List<Filter> filters) {
    List<Filter> conditions = filters.stream().filter(filter -> !filter.equals(ALL)).toList();
    return switch (conditions.size()) {
      case 0 -> ALL;
      case 1 -> conditions.get(0);
      default -> new Filter.And(conditions);
    };
  }

  /**
   * What touches one of the boxes. Beyond the area of its CRS a box is cut off.
   *
   * @param boxes at least one, all in one CRS
   */
  public static Filter touching(List<BBox> boxes) {
    Shapes shapes = new Shapes(boxes.get(0).crs(), AxisOrder.WKT);
    try {
      Shape.Given area = shapes.boxes(boxes);
      return area.geometry().isEmpty()
          ? new Filter.Truth(false)
          : new Filter.Spatial(SpatialRelation.INTERSECTS, new Shape.Own(), area);
    } catch (GeoRefusal refusal) {
      throw Shapes.of(refusal, -1);
    }
  }

  /**
   * What is in force on at least one of the days; every feature of a layer without time.
   *
   * @param first first day, null without a beginning
   * @param last last day, included, null without an end
   */
  public static Filter inForce(Layer layer, @Nullable LocalDate first, @Nullable LocalDate last) {
    Layer.Period time = layer.time();
    if (time == null || (first == null && last == null)) {
      return ALL;
    }
    TimeSpan.Bound until =
        time.until() == null ? new TimeSpan.Open() : new TimeSpan.Property(time.until());
    TimeSpan force = new TimeSpan(new TimeSpan.Property(time.from()), until);
    TimeSpan days = new TimeSpan(bound(first), bound(last));
    return new Filter.Temporal(TemporalRelation.INTERSECTS, force, days);
  }

  private static TimeSpan.Bound bound(@Nullable LocalDate day) {
    return day == null ? new TimeSpan.Open() : new TimeSpan.Day(day);
  }

  /**
   * What has exactly this value.
   *
   * @param text the value as a parameter writes it; empty comes back when it is none of the field's
   *     type
   */
  public static Optional<Filter> equal(Layer layer, Field field, String text) {
    Operand.Property property = new Operand.Property(field.name(), field.type());
    try {
      Operand value = new Operands(layer, true).adapted(text, field.type(), -1);
      return Optional.of(new Filter.Comparison(property, ComparisonOperator.EQUAL, value));
    } catch (FilterRefusal refusal) {
      return Optional.empty();
    }
  }

  /** The feature of this key; none when the layer cannot have such a key. */
  public static Filter key(Layer layer, String key) {
    Terms terms = new Terms(layer, true);
    boolean possible = terms.key().type() != FieldType.INTEGER || key.matches("-?[0-9]{1,18}");
    if (!possible || key.indexOf('\0') >= 0) {
      return new Filter.Truth(false);
    }
    return terms.comparison(terms.key(), ComparisonOperator.EQUAL, terms.words(key, -1), -1);
  }

  /**
   * The features of these ids, which may begin with the layer's name and a dot. An id that the
   * layer cannot have fits no feature.
   *
   * @throws FilterRefusal for more than {@link Limits#LIST}
   */
  public static Filter ids(Layer layer, List<String> ids) {
    return new Terms(layer, true).ids(new ArrayList<>(ids), -1);
  }
}
