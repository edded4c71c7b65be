package vn.khuxuong.zoning.draft;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import vn.khuxuong.geo.CoordinateOperation;
import vn.khuxuong.geo.Crs;
import vn.khuxuong.geo.GeoJson;
import vn.khuxuong.zoning.Subzone;
import vn.khuxuong.zoning.check.Finding;
import vn.khuxuong.zoning.check.Repair;

/** A step of a repair proposal on the wire: what it mends, and each shape before and after. */
final class RepairJson {
  private RepairJson() {}

  static ObjectNode of(Repair.Step step, DraftState state) {
    CoordinateOperation toLonLat = CoordinateOperation.between(state.zone().legal(), Crs.CRS84);
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("id", step.id());
    json.put("action", step.action().name());
    json.put("movedM2", Math.round(step.movedM2() * 1e4) / 1e4);
    json.put("textVi", step.textVi());
    json.put("textEn", step.textEn());
    ArrayNode mends = json.putArray("mends");
    for (Finding finding : step.mends()) {
      ObjectNode mended = mends.addObject().put("code", finding.code().name());
      mended.put("areaM2", finding.areaM2());
      finding.subjects().forEach(mended.withArray("subjects")::add);
    }
    ArrayNode changes = json.putArray("changes");
    step.after().keySet().stream()
        .sorted()
        .forEach(
            uid -> {
              Subzone before = state.subzones().get(uid);
              ObjectNode change = changes.addObject().put("uid", uid);
              if (before != null) {
                change.put("code", before.code());
                change.set(
                    "before",
                    GeoJson.write(toLonLat.apply(before.shape()), GeoJson.DEGREE_DECIMALS));
              }
              change.set(
                  "after",
                  GeoJson.write(toLonLat.apply(step.after().get(uid)), GeoJson.DEGREE_DECIMALS));
            });
    step.removed().stream().sorted().forEach(json.putArray("removed")::add);
    return json;
  }
}
