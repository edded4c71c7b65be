package vn.khuxuong.maps.wms;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import vn.khuxuong.geo.AxisOrder;
import vn.khuxuong.geo.Crs;
import vn.khuxuong.maps.filter.Filter;
import vn.khuxuong.maps.filter.FilterReader;
import vn.khuxuong.maps.filter.FilterRefusal;
import vn.khuxuong.maps.filter.FilterSql;
import vn.khuxuong.maps.layer.Layer;
import vn.khuxuong.maps.wms.WmsException.Code;

/**
 * The filters of a map request, one for each name in LAYERS: {@code CQL_FILTER} with semicolons
 * between (ECQL), or {@code FILTER} as one filter of FES 2.0, or several in parentheses.
 */
final class LayerFilters {
  private static final String CQL = "CQL_FILTER";
  private static final String FES = "FILTER";

  private final List<String> cql;
  private final List<String> fes;
  private final Crs crs;
  private final AxisOrder order;

  private LayerFilters(List<String> cql, List<String> fes, Crs crs, AxisOrder order) {
    this.cql = cql;
    this.fes = fes;
    this.crs = crs;
    this.order = order;
  }

  /**
   * @param crs system of the shapes in filters that name none
   */
  static LayerFilters read(
      Parameters parameters, List<RequestedLayers.Named> named, Crs crs, WmsVersion version) {
    List<String> cql = parameters.find(CQL).map(text -> split(text, ';')).orElse(List.of());
    List<String> fes = parameters.find(FES).map(LayerFilters::documents).orElse(List.of());
    requireOneEach(CQL, cql, named);
    requireOneEach(FES, fes, named);
    return new LayerFilters(cql, fes, crs, version.axisOrder());
  }

  private static void requireOneEach(
      String parameter, List<String> filters, List<RequestedLayers.Named> named) {
    if (!filters.isEmpty() && filters.size() != named.size()) {
      throw new WmsException(
          Code.INVALID_PARAMETER,
          parameter + " phải có đúng một bộ lọc cho mỗi lớp của LAYERS; INCLUDE là tất cả.",
          parameter + " must have one filter for each layer in LAYERS; INCLUDE stands for all.",
          parameter);
    }
  }

  /** The parts between separators that stand outside of quotes. */
  private static List<String> split(String text, char separator) {
    List<String> parts = new ArrayList<>();
    char quote = 0;
    int from = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '\'' || c == '"') {
        quote = c;
      } else if (c == separator) {
        parts.add(text.substring(from, i).strip());
        from = i + 1;
      }
    }
    parts.add(text.substring(from).strip());
    return parts;
  }

  /** One document, or several in parentheses. */
  private static List<String> documents(String text) {
    boolean list = text.startsWith("(") && text.endsWith(")");
    return list
        ? List.of(text.substring(1, text.length() - 1).split("\\)\\s*\\(", -1))
        : List.of(text);
  }

  /** Adds the conditions that the filters of the name at a place put on a layer. */
  void add(int place, Layer layer, Selections.Conditions conditions) {
    if (!cql.isEmpty() && !cql.get(place).isBlank()) {
      add(CQL, () -> FilterReader.ecql(cql.get(place), layer, crs), layer, conditions);
    }
    if (!fes.isEmpty() && !fes.get(place).isBlank()) {
      add(FES, () -> FilterReader.fes(fes.get(place), layer, crs, order), layer, conditions);
    }
  }

  private static void add(
      String parameter, Supplier<Filter> reading, Layer layer, Selections.Conditions conditions) {
    try {
      Filter filter = reading.get();
      conditions.add(FilterSql.where(filter, layer, conditions.values(), conditions.prefix()));
    } catch (FilterRefusal refusal) {
      throw new WmsException(
          Code.INVALID_PARAMETER,
          parameter + ", " + layer.id() + ": " + refusal.vi(),
          parameter + ", " + layer.id() + ": " + refusal.en(),
          parameter);
    }
  }
}
