package vn.khuxuong.zoning;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import vn.khuxuong.geo.CoordinateOperation;
import vn.khuxuong.geo.Crs;
import vn.khuxuong.geo.GeoJson;
import vn.khuxuong.geo.ShapeRefusal;
import vn.khuxuong.geo.ShapeRules;

/**
 * Subzones as JSON: {@code uid}, the attributes under their {@link Attribute#key}, {@code areaM2}
 * and {@code shape}, a GeoJSON polygon.
 */
public final class SubzoneJson {
  private SubzoneJson() {}

  /** Attributes only, nulls included: what history keeps beside the shape. */
  public static ObjectNode writeAttributes(Subzone subzone) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    for (Attribute attribute : Attribute.values()) {
      attribute.write(json, attribute.key(), attribute.of(subzone));
    }
    return json;
  }

  /** With the shape in longitude, latitude to nine decimals, which is the grid it is stored on. */
  public static ObjectNode write(Subzone subzone, Crs legal) {
    ObjectNode json = withoutShape(subzone);
    Geometry stored = StorageGrid.toStored(subzone.shape(), legal);
    json.set("shape", GeoJson.write(stored, GeoJson.DEGREE_DECIMALS));
    return json;
  }

  /**
   * With the shape in another CRS, x before y, which it names as {@code shape.crs}: metres to the
   * tenth of a millimetre or degrees to nine decimals.
   */
  public static ObjectNode write(Subzone subzone, Crs legal, Crs out) {
    if (out == Crs.CRS84) {
      return write(subzone, legal);
    }
    ObjectNode json = withoutShape(subzone);
    Geometry stored = StorageGrid.toStored(subzone.shape(), legal);
    Geometry shape =
        out == legal ? subzone.shape() : CoordinateOperation.between(Crs.CRS84, out).apply(stored);
    int decimals = out.isGeographic() ? GeoJson.DEGREE_DECIMALS : GeoJson.METRE_DECIMALS;
    ObjectNode geometry = GeoJson.write(shape, decimals);
    geometry.put("crs", out.code());
    json.set("shape", geometry);
    return json;
  }

  private static ObjectNode withoutShape(Subzone subzone) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("uid", subzone.uid());
    json.setAll(writeAttributes(subzone));
    json.put("areaM2", Math.rint(subzone.areaM2() * 100) / 100);
    return json;
  }

  /**
   * What {@link #writeAttributes} wrote, with who and where it is; members that are no attributes
   * are passed over.
   *
   * @throws AttributeRefusal when a value is missing or wrong
   */
  public static Subzone read(String uid, JsonNode attributes, Polygon legalShape) {
    Map<Attribute, Optional<Object>> values = new EnumMap<>(Attribute.class);
    for (Attribute attribute : Attribute.values()) {
      JsonNode value = attributes.get(attribute.key());
      if (value != null) {
        values.put(attribute, Optional.ofNullable(attribute.read(value)));
      }
    }
    return Attribute.subzone(uid, values, legalShape);
  }

  /**
   * What {@link #write(Subzone, Crs)} wrote.
   *
   * @throws AttributeRefusal when a value is missing or wrong
   * @throws ShapeRefusal when the shape is no valid polygon
   */
  public static Subzone read(JsonNode json, Crs legal) {
    ShapeRules rules = ShapeRules.vietnam(Crs.CRS84).areasOnly();
    Geometry lonLat = GeoJson.readGeometry(json.path("shape"), rules);
    Geometry part = lonLat.getNumGeometries() == 1 ? lonLat.getGeometryN(0) : lonLat;
    if (!(StorageGrid.fromStored(StorageGrid.snap(part), legal) instanceof Polygon shape)) {
      throw new IllegalArgumentException("shape: " + lonLat.getNumGeometries() + " parts");
    }
    return read(json.path("uid").asString(""), json, shape);
  }
}
