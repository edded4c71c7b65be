package vn.khuxuong.maps.feature;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.khuxuong.platform.security.Accounts;
import vn.khuxuong.platform.security.Role;
import vn.khuxuong.zoning.PlanDesk;
import vn.khuxuong.zoning.PlanDesk.Answer;

/**
 * A shared draft of one zone, halved into subzones CN-01 and CN-02, and planners who change them as
 * features.
 */
final class DraftFeatures {
  static final String COLLECTION = "/ogc/collections/draft_subzones";
  static final String ITEMS = COLLECTION + "/items";

  private static final JsonMapper JSON = JsonMapper.shared();

  final PlanDesk desk;
  final String an;
  final String binh;
  final long plan;

  DraftFeatures(int port, Accounts accounts) {
    desk = new PlanDesk(port, accounts);
    an = desk.person(Role.PLANNER);
    binh = desk.person(Role.PLANNER);
    Answer whole = desk.draftOfWholeZone(an, "BC");
    plan = whole.json().at("/plan/id").asLong();
    Answer halved =
        desk.post(
            an,
            plan() + "/edits",
            whole.etag(),
            """
            {"edits":[{"op":"split","subzone":"CN-01","line":{"crs":"EPSG:9210",
              "type":"LineString","coordinates":[[606000,%1$s],[609000,%1$s]]}}]}\
            """
                .formatted(middle(whole)));
    desk.patch(an, plan(), halved.etag(), "{\"shared\":true}");
  }

  private static double middle(Answer whole) {
    JsonNode ring = whole.json().at("/subzones/features/0/geometry/coordinates/0");
    double south = 90;
    double north = 0;
    for (JsonNode position : ring) {
      south = Math.min(south, position.get(1).asDouble());
      north = Math.max(north, position.get(1).asDouble());
    }
    return vn.khuxuong.geo.CoordinateOperation.between(
            vn.khuxuong.geo.Crs.CRS84, vn.khuxuong.geo.Crs.EPSG_9210)
        .apply(
            new org.locationtech.jts.geom.Coordinate(
                ring.get(0).get(0).asDouble(), (south + north) / 2))
        .y;
  }

  /** The draft's own address. */
  String plan() {
    return "/api/v1/plans/" + plan;
  }

  /** Takes the draft out of the collection again. */
  void withdraw() {
    Answer now = desk.get(an, plan());
    desk.post(an, plan() + "/withdraw", now.etag(), "{\"reason\":\"thử xong\"}");
  }

  /** The subzone of a code as its feature stands, without links. */
  ObjectNode feature(String code) {
    Answer found = desk.get(an, ITEMS + "?plan_id=" + plan + "&code=" + code);
    if (found.json().path("features").size() != 1) {
      throw new AssertionError(code + ": " + found.json());
    }
    return (ObjectNode) found.json().at("/features/0");
  }

  static String id(JsonNode feature) {
    return feature.path("id").asString();
  }

  static int version(JsonNode feature) {
    return feature.at("/properties/version").asInt();
  }

  /** The feature with another value of one property. */
  static ObjectNode with(JsonNode feature, String property, Object value) {
    ObjectNode changed = feature.deepCopy().asObject();
    ((ObjectNode) changed.path("properties")).set(property, JSON.valueToTree(value));
    return changed;
  }

  /** The feature without a property. */
  static ObjectNode without(JsonNode feature, String property) {
    ObjectNode changed = feature.deepCopy().asObject();
    ((ObjectNode) changed.path("properties")).remove(property);
    return changed;
  }

  /** The feature with another shape. */
  static ObjectNode at(JsonNode feature, String geometry) {
    ObjectNode changed = feature.deepCopy().asObject();
    changed.set("geometry", JSON.readTree(geometry));
    return changed;
  }

  Answer put(String who, String id, Object feature, String... headers) {
    return send(who, "PUT", ITEMS + "/" + id, feature, headers);
  }

  Answer post(String who, Object feature, String... headers) {
    return send(who, "POST", ITEMS, feature, headers);
  }

  Answer patch(String who, String id, String body, String... headers) {
    return request(
        who,
        "PATCH",
        ITEMS + "/" + id,
        body,
        "Content-Type",
        "application/merge-patch+json",
        headers);
  }

  Answer delete(String who, String id, String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(desk.uri(ITEMS + "/" + id)).DELETE();
    add(request, headers);
    return desk.send(who, request);
  }

  /** Sends a feature as GeoJSON. */
  Answer send(@Nullable String who, String method, String path, Object body, String... headers) {
    boolean typed = List.of(headers).contains("Content-Type");
    HttpRequest.Builder request =
        HttpRequest.newBuilder(desk.uri(path))
            .method(method, BodyPublishers.ofString(body.toString()));
    if (!typed) {
      request.header("Content-Type", "application/geo+json");
    }
    add(request, headers);
    return desk.send(who, request);
  }

  private Answer request(
      String who,
      String method,
      String path,
      String body,
      String name,
      String value,
      String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(desk.uri(path)).method(method, BodyPublishers.ofString(body));
    request.header(name, value);
    add(request, headers);
    return desk.send(who, request);
  }

  private static void add(HttpRequest.Builder request, String... headers) {
    if (headers.length > 0) {
      request.headers(headers);
    }
  }

  /** A square of a side in metres around the middle of the zone, moved east and north. */
  String square(double east, double north, double side) {
    JsonNode ring = feature("CN-01").at("/geometry/coordinates/0");
    double x = 0;
    double y = 0;
    for (int i = 0; i + 1 < ring.size(); i++) {
      x += ring.get(i).get(0).asDouble() / (ring.size() - 1);
      y += ring.get(i).get(1).asDouble() / (ring.size() - 1);
    }
    double dx = 1 / 109_000.0;
    double dy = 1 / 110_600.0;
    double w = x + east * dx;
    double s = y + north * dy;
    double e = w + side * dx;
    double n = s + side * dy;
    return "{\"type\":\"Polygon\",\"coordinates\":[[[%1$.9f,%2$.9f],[%3$.9f,%2$.9f],[%3$.9f,%4$.9f],[%1$.9f,%4$.9f],[%1$.9f,%2$.9f]]]}"
        .formatted(w, s, e, n);
  }

  /** A new feature of the draft. */
  String fresh(String code, String geometry) {
    return """
    {"type":"Feature","geometry":%s,"properties":{"plan_id":%d,"code":"%s","land_use":"GREEN",
      "name_vi":"Công viên","name_en":"Park","phase":1}}\
    """
        .formatted(geometry, plan, code);
  }
}
