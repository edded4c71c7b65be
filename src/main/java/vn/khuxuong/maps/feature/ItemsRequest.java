package vn.khuxuong.maps.feature;

import java.math.BigInteger;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.khuxuong.geo.Crs;
import vn.khuxuong.maps.layer.Field;
import vn.khuxuong.maps.layer.Layer;
import vn.khuxuong.maps.layer.MapsProblem;
import vn.khuxuong.maps.query.Cursor;
import vn.khuxuong.maps.query.FeatureQuery;
import vn.khuxuong.maps.query.FeatureQuery.Start;
import vn.khuxuong.maps.query.SortKey;
import vn.khuxuong.platform.problem.ProblemException;
import vn.khuxuong.platform.time.CivilTime;

/**
 * A request for the features of a collection.
 *
 * @param query which, what of them, in what order and how many
 * @param hits whether only their number is wanted
 */
record ItemsRequest(FeatureQuery query, boolean hits) {

  static final int DEFAULT_LIMIT = 100;
  static final int MAX_LIMIT = 10_000;

  /** Beyond it, leaving features out one by one costs more than it helps. */
  static final int MAX_OFFSET = 100_000;

  /** The name by which a feature's shape is selected, as the schema has it. */
  static final String GEOMETRY = "geometry";

  private static final int MOST_SORT_KEYS = 8;
  private static final List<String> ALWAYS =
      List.of(
          "bbox",
          "bbox-crs",
          "crs",
          "datetime",
          "limit",
          "cursor",
          "offset",
          "filter",
          "filter-lang",
          "filter-crs",
          "properties",
          "skipGeometry",
          "sortby",
          "resultType");

  /** Names of the parameters that do not come from a field, in the order of the documentation. */
  static Set<String> general(Layer layer) {
    Set<String> names = new LinkedHashSet<>(ALWAYS);
    if (isBitemporal(layer)) {
      names.add("asOf");
    }
    return names;
  }

  /** Names of all parameters of a layer's items. */
  static Set<String> parameters(Layer layer) {
    Set<String> names = general(layer);
    layer.fields().stream().filter(Field::queryable).map(Field::name).forEach(names::add);
    names.add(Layer.ID_COLUMN);
    return names;
  }

  static boolean isBitemporal(Layer layer) {
    return layer.time() != null && layer.time().bitemporal();
  }

  /**
   * Reads the parameters.
   *
   * @param layer the layer as the asker may see it
   * @throws ProblemException {@link MapsProblem#BAD_PARAMETER}
   */
  static ItemsRequest read(Layer layer, Parameters given, Format format) {
    String datetime = given.find("datetime");
    Interval during = datetime == null ? null : Interval.parse(datetime);
    List<SortKey> sort = sort(layer, given.find("sortby"));
    String resultType = given.find("resultType");
    if (resultType != null && !resultType.equals("hits") && !resultType.equals("results")) {
      throw Parameters.bad("resultType", "phải là hits hoặc results", "must be hits or results");
    }
    Set<String> selected = selected(layer, given.find("properties"));
    FeatureQuery query =
        new FeatureQuery(
            layer,
            new FilterParameters(layer, given).read(during),
            on(layer, during),
            asOf(given.find("asOf")),
            sort,
            layer.fields().stream().filter(field -> selected.contains(field.name())).toList(),
            selected.contains(GEOMETRY) && !skipsGeometry(given.find("skipGeometry")),
            crs(given),
            start(layer, sort, given),
            limit(given.find("limit"), format));
    return new ItemsRequest(query, "hits".equals(resultType));
  }

  /** The CRS in which shapes are wanted. */
  static Crs crs(Parameters given) {
    String named = given.find("crs");
    return named == null ? Crs.CRS84 : OfferedCrs.parse(named, "crs");
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
  private static @Nullable LocalDate on(Layer layer, @Nullable Interval during) {
    boolean oneDay =
        during != null && during.first() != null && during.first().equals(during.last());
    return oneDay && isBitemporal(layer) ? during.first() : null;
  }

  /** Names of the properties wanted, the shape's among them; all when nothing was said. */
  static Set<String> selected(Layer layer, @Nullable String properties) {
    Set<String> known = new HashSet<>();
    layer.fields().forEach(field -> known.add(field.name()));
    known.add(GEOMETRY);
    if (properties == null) {
      return known;
    }
    Set<String> selected = new HashSet<>();
    for (String name : properties.split(",", -1)) {
      if (!name.isEmpty() && !known.contains(name) && !name.equals(Layer.ID_COLUMN)) {
        throw unknown("properties", name);
      }
      selected.add(name);
    }
    return selected;
  }

  private static boolean skipsGeometry(@Nullable String text) {
    if (text != null && !text.equals("true") && !text.equals("false")) {
      throw Parameters.bad("skipGeometry", "phải là true hoặc false", "must be true or false");
    }
    return "true".equals(text);
  }

  /** In an address a plus sign arrives as a space. */
  private static List<SortKey> sort(Layer layer, @Nullable String sortby) {
    List<SortKey> keys = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    boolean none = sortby == null || sortby.isEmpty(); // a form sends its empty choice as well
    for (String part : none ? new String[0] : sortby.split(",", -1)) {
      boolean signed = part.startsWith("+") || part.startsWith(" ") || part.startsWith("-");
      String name = signed ? part.substring(1) : part;
      Field field = layer.field(name).orElse(null);
      boolean key = field == null && name.equals(Layer.ID_COLUMN);
      if (field == null && !key) {
        throw unknown("sortby", name);
      }
      if (!seen.add(name) || seen.size() > MOST_SORT_KEYS) {
        throw Parameters.bad(
            "sortby",
            "nêu một thuộc tính hai lần hoặc có quá " + MOST_SORT_KEYS + " thuộc tính",
            "names a property twice or more than " + MOST_SORT_KEYS);
      }
      keys.add(
          field == null
              ? new SortKey(layer.key(), layer.keyType(), part.startsWith("-"))
              : new SortKey(field.name(), field.type(), part.startsWith("-")));
    }
    return keys;
  }

  private static ProblemException unknown(String parameter, String name) {
    String shown = name.matches("[A-Za-z0-9_.-]{1,60}") ? name : "…";
    return MapsProblem.BAD_PARAMETER
        .with(
            "Lớp không có thuộc tính “" + shown + "”.",
            "The layer has no property “" + shown + "”.")
        .field(parameter);
  }

  private static Start start(Layer layer, List<SortKey> sort, Parameters given) {
    String cursor = given.find("cursor");
    String offset = given.find("offset");
    if (cursor != null && offset != null) {
      throw Parameters.bad(
          "offset", "không dùng cùng với cursor", "cannot be used together with cursor");
    }
    if (cursor != null) {
      return new Start.After(
          Cursor.parse(cursor, layer, sort)
              .orElseThrow(
                  () ->
                      Parameters.bad(
                          "cursor",
                          "không đúng, hãy dùng liên kết next của trang trước",
                          "is not one of ours: use the next link of the page before")));
    }
    return offset == null ? new Start.First() : new Start.Offset(offset(offset));
  }

  private static int offset(String text) {
    if (!text.matches("[0-9]{1,18}")) {
      throw Parameters.bad("offset", "phải là số nguyên từ 0", "must be a whole number from 0");
    }
    if (Long.parseLong(text) > MAX_OFFSET) {
      throw MapsProblem.BAD_PARAMETER
          .with(
              "Tham số offset tối đa là " + MAX_OFFSET + ".",
              "Parameter offset must not exceed " + MAX_OFFSET + ".")
          .field("offset")
          .remedy(
              "Hãy theo liên kết next của từng trang: chúng đi hết mọi đối tượng.",
              "Follow the next link of each page: they lead through all features.");
    }
    return Integer.parseInt(text);
  }

  private static long limit(@Nullable String text, Format format) {
    if (text == null) {
      return format.isFile() ? FeatureQuery.NO_LIMIT : DEFAULT_LIMIT;
    }
    if (text.matches("0*[1-9][0-9]*")) {
      // a limit above the maximum means the maximum (Part 1, fc-limit-response)
      long most = format.isFile() ? Integer.MAX_VALUE : MAX_LIMIT;
      return new BigInteger(text).min(BigInteger.valueOf(most)).longValue();
    }
    throw Parameters.bad(
        "limit",
        "phải là số nguyên từ 1; lớn nhất được dùng là " + MAX_LIMIT,
        "must be a whole number from 1; the largest in use is " + MAX_LIMIT);
  }
}
