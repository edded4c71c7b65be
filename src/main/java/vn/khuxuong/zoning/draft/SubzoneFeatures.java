package vn.khuxuong.zoning.draft;

import java.util.Collection;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import vn.khuxuong.geo.CoordinateOperation;
import vn.khuxuong.geo.Crs;
import vn.khuxuong.geo.GeoJson;
import vn.khuxuong.geo.LegalArea;
import vn.khuxuong.zoning.StorageGrid;
import vn.khuxuong.zoning.Subzone;
import vn.khuxuong.zoning.SubzoneJson;

/** Subzones as GeoJSON features: uid as id, areas measured in the legal CRS. */
final class SubzoneFeatures {
  private SubzoneFeatures() {}

  /** In longitude and latitude, as stored. */
  static ObjectNode of(Collection<Subzone> subzones, DraftState state) {
    return of(subzones, state.zone().legal(), Crs.CRS84);
  }

  /**
   * In another CRS, x before y; a member {@code crs} names it then.
   *
   * @param legal CRS of the shapes
   */
  static ObjectNode of(Collection<Subzone> subzones, Crs legal, Crs target) {
    CoordinateOperation fromStored = CoordinateOperation.between(Crs.CRS84, target);
    int decimals = target.isGeographic() ? GeoJson.DEGREE_DECIMALS : GeoJson.METRE_DECIMALS;
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("type", "FeatureCollection");
    if (target != Crs.CRS84) {
      ObjectNode crs = json.putObject("crs").put("type", "name");
      crs.putObject("properties").put("name", target.urn());
    }
    json.put("areaMethod", new LegalArea(0, legal).methodEn());
    ArrayNode features = json.putArray("features");
    for (Subzone subzone : subzones) {
      Geometry stored = StorageGrid.toStored(subzone.shape(), legal);
      ObjectNode properties = SubzoneJson.writeAttributes(subzone);
      properties.put("areaM2", Math.round(subzone.areaM2() * 100) / 100.0);
      features.add(
          GeoJson.write(
              new GeoJson.Feature(subzone.uid(), fromStored.apply(stored), properties), decimals));
    }
    return json;
  }
}
