package vn.khuxuong.maps.wfs;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.khuxuong.maps.filter.Filter;
import vn.khuxuong.maps.layer.Field;
import vn.khuxuong.maps.layer.Layer;
import vn.khuxuong.maps.query.SortKey;

/**
 * A checked request for features.
 *
 * @param layer with the fields that the client may see
 * @param fields those of them that are wanted
 * @param shaped whether shapes are wanted
 * @param valueReference the one property that is wanted by itself; null for whole features
 * @param single whether one feature is wanted by its name, as the document itself
 * @param start features to leave out
 * @param count features to give at most
 * @param hits whether only their number is wanted
 */
record FeatureRequest(
    Layer layer,
    Filter filter,
    List<Field> fields,
    boolean shaped,
    SrsName srs,
    List<SortKey> sort,
    @Nullable String valueReference,
    boolean single,
    int start,
    int count,
    boolean hits,
    Output output) {

  /** Features that are given at most, and where nothing is asked. */
  static final int MAX_COUNT = 10_000;

  /** How far into the features a page may begin. */
  static final int MAX_START = 1_000_000;

  FeatureRequest {
    fields = List.copyOf(fields);
    sort = List.copyOf(sort);
  }
}
