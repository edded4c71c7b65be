package vn.khuxuong.maps.feature;

import java.math.BigInteger;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.khuxuong.geo.AxisOrder;
import vn.khuxuong.geo.BBox;
import vn.khuxuong.geo.Crs;
import vn.khuxuong.geo.GeoRefusal;
import vn.khuxuong.maps.layer.Field;
import vn.khuxuong.maps.layer.Layer;
import vn.khuxuong.maps.layer.MapsProblem;
import vn.khuxuong.platform.time.CivilTime;

/**
 * Which features are asked for, and how they are to be written.
 *
 * @param layer the layer as the asker may see it
 * @param boxes features must touch one of them; empty for features anywhere
 * @param crs system of the coordinates in the answer
 * @param during days on which features must be in force; null for no condition
 * @param asOf moment whose knowledge counts in a bitemporal layer; null for now
 * @param filters values that features must have
 * @param after end of the page before; null for the first page
 * @param limit greatest number of features, 1 to {@link #MAX_LIMIT}
 */
record ItemsQuery(
    Layer layer,
    List<BBox> boxes,
    Crs crs,
    @Nullable Interval during,
    @Nullable OffsetDateTime asOf,
    List<Equality> filters,
    @Nullable Cursor after,
    int limit) {

  static final int DEFAULT_LIMIT = 100;
  static final int MAX_LIMIT = 10_000;

  /** A field and the value it must have, of the type the field's comparison takes. */
  record Equality(Field field, Object value) {}

  /** Names of the parameters of a layer's items, in the order in which they are documented. */
  static Set<String> parameters(Layer layer) {
    Set<String> names = new LinkedHashSet<>();
    names.addAll(List.of("bbox", "bbox-crs", "crs", "datetime", "limit", "cursor"));
    if (layer.time() != null && layer.time().bitemporal()) {
      names.add("asOf");
    }
    layer.fields().stream().filter(Field::queryable).map(Field::name).forEach(names::add);
    return names;
  }

  /**
   * @param layer the layer as the asker may see it
   * @throws vn.khuxuong.platform.problem.ProblemException {@link MapsProblem#BAD_PARAMETER}
   */
  static ItemsQuery read(Layer layer, Parameters given) {
    String crs = given.find("crs");
    String datetime = given.find("datetime");
    String cursor = given.find("cursor");
    Interval during = datetime == null ? null : Interval.parse(datetime);
    return new ItemsQuery(
        layer,
        boxes(given.find("bbox"), given.find("bbox-crs")),
        crs == null ? Crs.CRS84 : OfferedCrs.parse(crs, "crs"),
        layer.time() == null ? null : during,
        asOf(given.find("asOf")),
        filters(layer, given),
        cursor == null ? null : Cursor.parse(cursor, layer.keyType()),
        limit(given.find("limit")));
  }

  private static List<BBox> boxes(@Nullable String bbox, @Nullable String bboxCrs) {
    Crs crs = bboxCrs == null ? Crs.CRS84 : OfferedCrs.parse(bboxCrs, "bbox-crs");
    if (bbox == null) {
      return List.of();
    }
    AxisOrder order = bboxCrs == null ? AxisOrder.GEOJSON : AxisOrder.OGC_API_WITH_CRS;
    try {
      return BBox.parseOgcApi(bbox, crs, order);
    } catch (GeoRefusal refusal) {
      throw MapsProblem.of(refusal, "bbox");
    }
  }

  private static @Nullable OffsetDateTime asOf(@Nullable String text) {
    return text == null
        ? null
        : CivilTime.findMoment(text)
            .orElseThrow(
                () ->
                    Parameters.bad(
                        "asOf",
                        "phải là ngày hoặc thời điểm RFC 3339",
                        "must be a date or a date-time of RFC 3339"));
  }

  /** The day a bitemporal view is to answer for; null for today. */
  @Nullable LocalDate on() {
    boolean oneDay =
        during != null && during.first() != null && during.first().equals(during.last());
    return oneDay && layer.time() != null && layer.time().bitemporal() ? during.first() : null;
  }

  private static int limit(@Nullable String text) {
    if (text == null) {
      return DEFAULT_LIMIT;
    }
    if (text.matches("0*[1-9][0-9]*")) {
      // a limit above the maximum means the maximum (Part 1, fc-limit-response)
      return new BigInteger(text).min(BigInteger.valueOf(MAX_LIMIT)).intValue();
    }
    throw Parameters.bad(
        "limit",
        "phải là số nguyên từ 1; lớn nhất được dùng là " + MAX_LIMIT,
        "must be a whole number from 1; the largest in use is " + MAX_LIMIT);
  }

  private static List<Equality> filters(Layer layer, Parameters given) {
    List<Equality> filters = new ArrayList<>();
    for (Field field : layer.fields()) {
      String text = field.queryable() ? given.find(field.name()) : null;
      if (text != null) {
        filters.add(new Equality(field, value(field, text)));
      }
    }
    return List.copyOf(filters);
  }

  private static Object value(Field field, String text) {
    return switch (field.type()) {
      case STRING -> Normalizer.normalize(text, Normalizer.Form.NFC);
      case INTEGER -> {
        require(Cursor.isWhole(text), field, "phải là số nguyên", "must be a whole number");
        yield Long.valueOf(text);
      }
      case NUMBER -> {
        boolean number = text.matches("-?[0-9]{1,15}(\\.[0-9]{1,15})?");
        require(number, field, "phải là số", "must be a number");
        yield Double.valueOf(text);
      }
      case BOOLEAN -> {
        boolean truth = text.equals("true") || text.equals("false");
        require(truth, field, "phải là true hoặc false", "must be true or false");
        yield Boolean.valueOf(text);
      }
      case DATE -> {
        boolean date = text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}");
        require(date, field, "phải là ngày yyyy-mm-dd", "must be a date yyyy-mm-dd");
        yield day(field, text);
      }
    };
  }

  private static LocalDate day(Field field, String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw Parameters.bad(field.name(), "không phải ngày có thật", "is no day of the calendar")
          .causedBy(e);
    }
  }

  private static void require(boolean fine, Field field, String vi, String en) {
    if (!fine) {
      throw Parameters.bad(field.name(), vi, en);
    }
  }
}
