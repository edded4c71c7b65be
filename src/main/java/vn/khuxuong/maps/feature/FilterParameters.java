package vn.khuxuong.maps.feature;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.khuxuong.geo.AxisOrder;
import vn.khuxuong.geo.BBox;
import vn.khuxuong.geo.Crs;
import vn.khuxuong.geo.GeoRefusal;
import vn.khuxuong.maps.filter.Filter;
import vn.khuxuong.maps.filter.FilterReader;
import vn.khuxuong.maps.filter.FilterRefusal;
import vn.khuxuong.maps.filter.Filters;
import vn.khuxuong.maps.layer.Field;
import vn.khuxuong.maps.layer.FieldType;
import vn.khuxuong.maps.layer.Layer;
import vn.khuxuong.maps.layer.MapsProblem;
import vn.khuxuong.platform.problem.ProblemException;

/**
 * What features must fit, from all parameters that say so: {@code bbox}, {@code datetime}, {@code
 * filter} (Part 3) and one for each queryable.
 */
final class FilterParameters {

  static final String TEXT = "cql2-text";
  static final String JSON = "cql2-json";

  private final Layer layer;
  private final Parameters given;

  FilterParameters(Layer layer, Parameters given) {
    this.layer = layer;
    this.given = given;
  }

  /**
   * Every condition together.
   *
   * @param during days asked for, null for no condition
   */
  Filter read(@Nullable Interval during) {
    List<Filter> all = new ArrayList<>();
    box(all);
    if (during != null) {
      all.add(Filters.inForce(layer, during.first(), during.last()));
    }
    for (Field field : layer.fields()) {
      String text = field.queryable() ? given.find(field.name()) : null;
      if (text != null) {
        all.add(equal(field, text));
      }
    }
    String id = layer.field(Layer.ID_COLUMN).isEmpty() ? given.find(Layer.ID_COLUMN) : null;
    if (id != null) {
      all.add(Filters.key(layer, id));
    }
    all.add(filter());
    return Filters.all(all);
  }

  private void box(List<Filter> all) {
    String named = given.find("bbox-crs");
    Crs crs = named == null ? Crs.CRS84 : OfferedCrs.parse(named, "bbox-crs");
    String bbox = given.find("bbox");
    if (bbox == null) {
      return;
    }
    AxisOrder order = named == null ? AxisOrder.GEOJSON : AxisOrder.OGC_API_WITH_CRS;
    try {
      all.add(Filters.touching(BBox.parseOgcApi(bbox, crs, order)));
    } catch (GeoRefusal refusal) {
      throw MapsProblem.of(refusal, "bbox");
    } catch (FilterRefusal refusal) {
      throw problem(refusal, "bbox");
    }
  }

  private Filter equal(Field field, String text) {
    boolean whole = field.type() != FieldType.INTEGER || text.matches("-?[0-9]{1,18}");
    return Filters.equal(layer, field, whole ? text : "?")
        .orElseThrow(
            () ->
                switch (field.type()) {
                  case INTEGER -> bad(field, "phải là số nguyên", "must be a whole number");
                  case NUMBER -> bad(field, "phải là số", "must be a number");
                  case BOOLEAN -> bad(field, "phải là true hoặc false", "must be true or false");
                  case DATE -> bad(field, "phải là ngày yyyy-mm-dd", "must be a date yyyy-mm-dd");
                  case STRING -> bad(field, "không hợp lệ", "is not valid");
                });
  }

  private static ProblemException bad(Field field, String vi, String en) {
    return Parameters.bad(field.name(), vi, en);
  }

  private Filter filter() {
    String language = given.find("filter-lang");
    if (language != null && !language.equals(TEXT) && !language.equals(JSON)) {
      throw Parameters.bad(
          "filter-lang", "phải là cql2-text hoặc cql2-json", "must be cql2-text or cql2-json");
    }
    String named = given.find("filter-crs");
    Crs crs = named == null ? Crs.CRS84 : OfferedCrs.parse(named, "filter-crs");
    String text = given.find("filter");
    if (text == null || text.isBlank()) {
      return Filters.ALL; // a form sends its empty field as well
    }
    try {
      return JSON.equals(language)
          ? FilterReader.cql2Json(text, layer, crs)
          : FilterReader.cql2Text(text, layer, crs);
    } catch (FilterRefusal refusal) {
      throw problem(refusal, "filter");
    }
  }

  private static ProblemException problem(FilterRefusal refusal, String parameter) {
    ProblemException problem =
        MapsProblem.BAD_PARAMETER.with(refusal.vi(), refusal.en()).field(parameter);
    return refusal.position() < 0 ? problem : problem.with("position", refusal.position());
  }
}
