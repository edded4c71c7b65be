package vn.khuxuong.maps.tile;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.khuxuong.geo.BBox;
import vn.khuxuong.geo.Crs;
import vn.khuxuong.maps.feature.LayerSchema;
import vn.khuxuong.maps.feature.Link;
import vn.khuxuong.maps.feature.Visit;
import vn.khuxuong.maps.layer.Layer;
import vn.khuxuong.maps.layer.LayerExtents;

/** Tilesets as OGC 17-083r4 describes them in JSON. */
@Component
class TilesetJson {

  private final TileLimits limits;
  private final LayerExtents extents;

  TilesetJson(TileLimits limits, LayerExtents extents) {
    this.limits = limits;
    this.extents = extents;
  }

  /** The tilesets of an origin, one for each matrix set in which it has tiles. */
  Map<String, Object> list(Visit visit, TileOrigin origin) {
    List<Object> tilesets = new ArrayList<>();
    for (TileMatrixSet set : sets(origin)) {
      Map<String, Object> tileset = head(visit, origin, set);
      tileset.put(
          "links",
          List.of(
              Link.of(
                  address(visit, origin, set) + query(origin, "?f=json"),
                  "self",
                  Link.JSON,
                  visit.say(origin.title())),
              scheme(visit, set)));
      tilesets.add(tileset);
    }
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("title", visit.say(origin.title()));
    document.put("links", visit.selfLinks(Link.JSON));
    document.put("tilesets", tilesets);
    return document;
  }

  /** The matrix sets in which an origin has tiles. */
  List<TileMatrixSet> sets(TileOrigin origin) {
    return TileMatrixSet.all().stream()
        .filter(set -> !limits.of(set, origin.layers(), origin.map()).isEmpty())
        .toList();
  }

  /** One tileset in full. */
  Map<String, Object> of(Visit visit, TileOrigin origin, TileMatrixSet set) {
    Map<String, Object> document = head(visit, origin, set);
    document.put("description", visit.say(set.title()));
    document.put(
        "attribution",
        String.join(
            "; ",
            origin.layers().stream()
                .map(layer -> visit.say(layer.attribution()))
                .distinct()
                .toList()));
    limits.box(set, origin.layers()).ifPresent(box -> boundingBox(box, document));
    List<TileLimits.Limits> levels = limits.of(set, origin.layers(), origin.map());
    document.put("tileMatrixSetLimits", levels.stream().map(TilesetJson::limits).toList());
    document.put(
        "layers", origin.layers().stream().map(layer -> layer(visit, origin, set, layer)).toList());
    document.put("links", links(visit, origin, set));
    return document;
  }

  private static void boundingBox(BBox box, Map<String, Object> document) {
    document.put("boundingBox", MatrixSetJson.box(box.transform(Crs.CRS84)));
    Map<String, Object> centre = new LinkedHashMap<>();
    BBox around = box.transform(Crs.CRS84);
    centre.put(
        "coordinates",
        List.of((around.minX() + around.maxX()) / 2, (around.minY() + around.maxY()) / 2));
    centre.put("crs", Crs.CRS84.uri());
    document.put("centerPoint", centre);
  }

  private static Map<String, Object> limits(TileLimits.Limits limits) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("tileMatrix", String.valueOf(limits.level()));
    json.put("minTileRow", limits.minRow());
    json.put("maxTileRow", limits.maxRow());
    json.put("minTileCol", limits.minColumn());
    json.put("maxTileCol", limits.maxColumn());
    return json;
  }

  private Map<String, Object> layer(
      Visit visit, TileOrigin origin, TileMatrixSet set, Layer layer) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", layer.id());
    json.put("title", visit.say(layer.title()));
    json.put("description", visit.say(layer.description()));
    json.put("attribution", visit.say(layer.attribution()));
    json.put("dataType", origin.map() ? "map" : "vector");
    if (!origin.map()) {
      json.put("geometryDimension", dimension(layer));
      json.put("propertiesSchema", properties(visit, layer));
    }
    List<TileLimits.Limits> levels = limits.of(set, List.of(layer), origin.map());
    if (!levels.isEmpty()) {
      json.put("minTileMatrix", String.valueOf(levels.get(0).level()));
      json.put("maxTileMatrix", String.valueOf(levels.get(levels.size() - 1).level()));
    }
    Optional<BBox> box = extents.of(layer).box();
    box.ifPresent(found -> json.put("boundingBox", MatrixSetJson.box(found)));
    return json;
  }

  private static int dimension(Layer layer) {
    return switch (layer.geometry().type()) {
      case POINT, MULTI_POINT -> 0;
      case LINE_STRING, MULTI_LINE_STRING -> 1;
      case POLYGON, MULTI_POLYGON, GEOMETRY -> 2;
    };
  }

  private static Map<String, Object> properties(Visit visit, Layer layer) {
    Map<String, Object> properties = new LinkedHashMap<>();
    layer
        .fields()
        .forEach(field -> properties.put(field.name(), LayerSchema.property(visit, field)));
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", "object");
    schema.put("properties", properties);
    return schema;
  }

  private static Map<String, Object> head(Visit visit, TileOrigin origin, TileMatrixSet set) {
    Map<String, Object> head = new LinkedHashMap<>();
    head.put("title", visit.say(origin.title()) + " · " + set.id());
    head.put("dataType", origin.map() ? "map" : "vector");
    head.put("crs", set.crs().uri());
    if (set.uri() != null) {
      head.put("tileMatrixSetURI", set.uri());
    }
    return head;
  }

  private static List<Object> links(Visit visit, TileOrigin origin, TileMatrixSet set) {
    List<Object> links = new ArrayList<>(visit.selfLinks(Link.JSON));
    links.add(scheme(visit, set));
    for (TileFormat format : origin.formats()) {
      links.add(item(visit, origin, set, format));
    }
    if (set.equals(TileMatrixSet.WEB_MERCATOR_QUAD)) {
      // many programs know these addresses only
      String ids = String.join(",", origin.layers().stream().map(Layer::id).toList());
      String site = visit.root().substring(0, visit.root().length() - "/ogc".length());
      links.add(
          Link.of(
              site + "/tiles/" + ids + ".json" + (origin.map() ? "?f=png" : ""),
              "alternate",
              Link.JSON,
              visit.say("Địa chỉ XYZ (TileJSON)", "XYZ addresses (TileJSON)")));
    }
    if (origin.map()) {
      String site = visit.root().substring(0, visit.root().length() - "/ogc".length());
      links.add(
          Link.of(
              site + "/wmts?service=WMTS&request=GetCapabilities",
              "alternate",
              "application/xml",
              "WMTS"));
    }
    if (!origin.isDataset()) {
      links.add(
          Link.of(
              visit.root() + "/collections/" + origin.layers().get(0).id() + "?f=json",
              MatrixSetJson.REL + "geodata",
              Link.JSON,
              visit.say(origin.layers().get(0).title())));
    }
    links.add(
        Link.of(
            visit.root() + "/conformance?f=json",
            MatrixSetJson.REL + "conformance",
            Link.JSON,
            visit.say("Các chuẩn tuân theo", "What the service conforms to")));
    return links;
  }

  private static Map<String, Object> item(
      Visit visit, TileOrigin origin, TileMatrixSet set, TileFormat format) {
    Map<String, Object> link = new LinkedHashMap<>();
    link.put("href", template(visit, origin, set, format));
    link.put("rel", "item");
    link.put("type", format.mediaType());
    link.put("title", visit.say("Một ô", "A tile") + " (" + format.word() + ")");
    link.put("templated", true);
    return link;
  }

  /** The address of tiles with the three variables in it. */
  static String template(Visit visit, TileOrigin origin, TileMatrixSet set, TileFormat format) {
    return address(visit, origin, set)
        + "/{tileMatrix}/{tileRow}/{tileCol}"
        + query(origin, "?f=" + format.word());
  }

  static String address(Visit visit, TileOrigin origin, TileMatrixSet set) {
    return visit.root() + origin.path() + "/" + set.id();
  }

  private static String query(TileOrigin origin, String first) {
    return origin.collections() == null
        ? first
        : first + "&collections=" + URLEncoder.encode(origin.collections(), StandardCharsets.UTF_8);
  }

  private static Link scheme(Visit visit, TileMatrixSet set) {
    return Link.of(
        MatrixSetJson.address(visit, set) + "?f=json",
        MatrixSetJson.REL + "tiling-scheme",
        Link.JSON,
        visit.say(set.title()));
  }
}
