package vn.khuxuong.maps.wfs;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;
import vn.khuxuong.geo.Crs;
import vn.khuxuong.geo.GeoJson;
import vn.khuxuong.maps.gml.FeatureId;
import vn.khuxuong.maps.layer.Field;
import vn.khuxuong.maps.query.FeatureRow;

/**
 * Writes features as GeoJSON: longitude and latitude, or x, y of another system that a request
 * names, which then stands in member {@code crs}.
 */
final class GeoJsonAnswer {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final FeatureRequest request;
  private final JsonGenerator json;
  private final WKBReader shapes;
  private final int decimals;

  GeoJsonAnswer(FeatureRequest request, FeatureAnswers.Head head, OutputStream out) {
    this.request = request;
    this.json = JSON.createGenerator(out);
    Crs crs = request.srs().crs();
    this.shapes = new WKBReader(crs.geometryFactory());
    this.decimals = crs.isGeographic() ? GeoJson.DEGREE_DECIMALS : GeoJson.METRE_DECIMALS;
    if (request.single()) {
      return;
    }
    json.writeStartObject();
    json.writeStringProperty("type", "FeatureCollection");
    json.writeStringProperty("timeStamp", head.made().toString());
    if (head.matched().isPresent()) {
      json.writeNumberProperty("numberMatched", head.matched().getAsLong());
    }
    json.writeNumberProperty("numberReturned", head.returned());
    if (crs.srid() != Crs.CRS84.srid()) {
      json.writeObjectPropertyStart("crs");
      json.writeStringProperty("type", "name");
      json.writeObjectPropertyStart("properties");
      json.writeStringProperty("name", "urn:ogc:def:crs:EPSG::" + crs.srid());
      json.writeEndObject();
      json.writeEndObject();
    }
    links(head);
    json.writeArrayPropertyStart("features");
  }

  private void links(FeatureAnswers.Head head) {
    json.writeArrayPropertyStart("links");
    link("next", head.next());
    link("previous", head.previous());
    json.writeEndArray();
  }

  private void link(String relation, @Nullable String address) {
    if (address != null) {
      json.writeStartObject();
      json.writeStringProperty("rel", relation);
      json.writeStringProperty("type", Output.GEOJSON.mediaType());
      json.writeStringProperty("href", address);
      json.writeEndObject();
    }
  }

  /** One more feature. */
  void feature(FeatureRow row) throws SQLException, IOException {
    json.writeStartObject();
    json.writeStringProperty("type", "Feature");
    json.writeStringProperty("id", new FeatureId(request.layer().id(), row.keyText()).text());
    json.writeName("geometry");
    byte[] wkb = row.shape();
    try {
      if (wkb == null) {
        json.writeNull();
      } else {
        json.writeTree(GeoJson.write(shapes.read(wkb), decimals));
      }
    } catch (ParseException e) {
      throw new IOException("a shape of the database cannot be read", e);
    }
    json.writeObjectPropertyStart("properties");
    for (int i = 0; i < row.fields().size(); i++) {
      Field field = row.fields().get(i);
      json.writeName(field.name());
      Object value = row.value(i);
      if (value == null) {
        json.writeNull();
      } else if (value instanceof Long whole) {
        json.writeNumber(whole);
      } else if (value instanceof Double number) {
        json.writeNumber(number);
      } else if (value instanceof Boolean flag) {
        json.writeBoolean(flag);
      } else {
        json.writeString(value.toString());
      }
    }
    json.writeEndObject();
    json.writeEndObject();
  }

  /** What stands behind the last feature. */
  void end() {
    if (!request.single()) {
      json.writeEndArray();
      json.writeEndObject();
    }
    json.close();
  }
}
