package vn.khuxuong.maps.encoding;

import java.io.IOException;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.khuxuong.geo.AxisOrder;
import vn.khuxuong.geo.Crs;
import vn.khuxuong.maps.layer.Field;
import vn.khuxuong.maps.layer.Layer;
import vn.khuxuong.maps.query.FeatureRow;

/**
 * Writes features as JSON-FG (OGC 21-045r1): GeoJSON with the feature type, the days a feature is
 * in force and, in other systems than WGS 84 with longitude first, the shape as {@code place}.
 */
public final class JsonFgFeatures implements JsonFeatures {

  /** The class of the standard that these documents conform to. */
  public static final String CORE = "http://www.opengis.net/spec/json-fg-1/1.0/conf/core";

  /** The class that names the feature type and its schema. */
  public static final String TYPES = "http://www.opengis.net/spec/json-fg-1/1.0/conf/types-schemas";

  private final Utf8Out out;
  private final Layer layer;
  private final Crs crs;
  private final String schema;
  private final GeoJsonFeatures features;
  private final int from;
  private final int until;

  /**
   * @param schema address of the layer's schema
   */
  public JsonFgFeatures(Utf8Out out, Layer layer, List<Field> fields, Crs crs, String schema) {
    this.out = out;
    this.layer = layer;
    this.crs = crs;
    this.schema = schema;
    this.features = new GeoJsonFeatures(out, layer, fields, crs, AxisOrder.OGC_API_WITH_CRS);
    Layer.Period time = layer.time();
    List<String> names = fields.stream().map(Field::name).toList();
    this.from = time == null ? -1 : names.indexOf(time.from());
    this.until = time == null || time.until() == null ? -1 : names.indexOf(time.until());
  }

  @Override
  public String collectionMembers() {
    int dimension =
        switch (layer.geometry().type()) {
          case POINT, MULTI_POINT -> 0;
          case LINE_STRING, MULTI_LINE_STRING -> 1;
          case POLYGON, MULTI_POLYGON -> 2;
          case GEOMETRY -> -1;
        };
    return ",\"conformsTo\":[\""
        + CORE
        + "\",\""
        + TYPES
        + "\"],\"featureType\":\""
        + layer.id()
        + "\",\"featureSchema\":\""
        + schema
        + "\",\"coordRefSys\":\""
        + crs.uri()
        + "\""
        + (dimension < 0 ? "" : ",\"geometryDimension\":" + dimension);
  }

  @Override
  public String singleMembers() {
    return collectionMembers();
  }

  @Override
  public void open(FeatureRow row) throws SQLException, IOException {
    features.openWithoutShape(row);
    boolean lonLat = crs == Crs.CRS84;
    out.raw(lonLat ? ",\"place\":null,\"geometry\":" : ",\"geometry\":null,\"place\":");
    features.shape(row);
    out.raw(",\"time\":");
    time(row);
  }

  private void time(FeatureRow row) throws SQLException, IOException {
    String first = from < 0 ? null : row.text(from);
    String end = until < 0 ? null : row.text(until);
    if (first == null && end == null) {
      out.raw("null");
      return;
    }
    out.raw("{\"interval\":[\"").raw(first == null ? ".." : first);
    out.raw("\",\"").raw(last(end)).raw("\"]}");
  }

  /** The day before the one on which a feature is no longer in force. */
  private static String last(@Nullable String end) {
    return end == null || !end.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")
        ? ".."
        : LocalDate.parse(end).minusDays(1).toString();
  }
}
