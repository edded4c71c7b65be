package vn.khuxuong.maps.query;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.khuxuong.geo.Crs;
import vn.khuxuong.maps.filter.Filter;
import vn.khuxuong.maps.filter.Filters;
import vn.khuxuong.maps.layer.Field;
import vn.khuxuong.maps.layer.Layer;

/**
 * Which features are asked for, and what of them.
 *
 * @param layer the layer as the asker may see it
 * @param filter what they must fit
 * @param on the day a bitemporal view answers for; null for today
 * @param asOf moment whose knowledge counts in a bitemporal layer; null for now
 * @param sort order; the key decides where it does not
 * @param fields attributes wanted, in the order wanted
 * @param shapes whether their shapes are wanted
 * @param crs system of their coordinates
 * @param start where to begin
 * @param limit greatest number of features; {@link #NO_LIMIT} for all
 */
public record FeatureQuery(
    Layer layer,
    Filter filter,
    @Nullable LocalDate on,
    @Nullable OffsetDateTime asOf,
    List<SortKey> sort,
    List<Field> fields,
    boolean shapes,
    Crs crs,
    Start start,
    long limit) {

  /** As many as there are. */
  public static final long NO_LIMIT = Long.MAX_VALUE;

  public FeatureQuery {
    sort = List.copyOf(sort);
    fields = List.copyOf(fields);
  }

  /**
   * All features of the layer with all their attributes, in CRS84 and in the order of their keys.
   */
  public static FeatureQuery all(Layer layer) {
    return new FeatureQuery(
        layer,
        Filters.ALL,
        null,
        null,
        List.of(),
        layer.fields(),
        true,
        Crs.CRS84,
        new Start.First(),
        NO_LIMIT);
  }

  /** Where in the order the features begin. */
  public sealed interface Start {

    /** With the first. */
    record First() implements Start {}

    /** Behind a place that an earlier page ended at. */
    record After(Cursor cursor) implements Start {}

    /** After leaving out so many. */
    record Offset(int features) implements Start {}
  }

  /** Whether today and what is known now is asked for. */
  public boolean isPresent() {
    return on == null && asOf == null;
  }

  public FeatureQuery with(Filter other) {
    return new FeatureQuery(layer, other, on, asOf, sort, fields, shapes, crs, start, limit);
  }

  public FeatureQuery with(List<Field> other) {
    return new FeatureQuery(layer, filter, on, asOf, sort, other, shapes, crs, start, limit);
  }

  public FeatureQuery withShapes(boolean wanted) {
    return new FeatureQuery(layer, filter, on, asOf, sort, fields, wanted, crs, start, limit);
  }

  public FeatureQuery with(Crs other) {
    return new FeatureQuery(layer, filter, on, asOf, sort, fields, shapes, other, start, limit);
  }

  /** From another place and with another limit. */
  public FeatureQuery with(Start other, long most) {
    return new FeatureQuery(layer, filter, on, asOf, sort, fields, shapes, crs, other, most);
  }
}
