package vn.khuxuong.maps.feature;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import vn.khuxuong.geo.BBox;
import vn.khuxuong.geo.Crs;
import vn.khuxuong.maps.layer.Layer;
import vn.khuxuong.maps.layer.LayerExtents;
import vn.khuxuong.platform.time.CivilTime;

/** Layers as collections of OGC API. */
@Component
class CollectionJson {

  private static final String REL = "http://www.opengis.net/def/rel/ogc/1.0/";
  private static final String GREGORIAN = "http://www.opengis.net/def/uom/ISO-8601/0/Gregorian";

  private final LayerExtents extents;
  private final List<ApiPart> parts;

  CollectionJson(LayerExtents extents, ObjectProvider<ApiPart> parts) {
    this.extents = extents;
    this.parts = parts.orderedStream().toList();
  }

  /**
   * The description of one collection.
   *
   * @param layer the layer as the visitor may see it
   * @param own links to the description itself
   */
  Map<String, Object> collection(Visit visit, Layer layer, List<Link> own) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("id", layer.id());
    document.put("title", visit.say(layer.title()));
    document.put("description", visit.say(layer.description()));
    document.put("attribution", visit.say(layer.attribution()));
    document.put("license", visit.say(layer.licence()));
    document.put("dataStatus", layer.dataStatus().name());
    document.put("dataStatusTitle", visit.say(layer.dataStatus().label()));
    Map<String, Object> extent = extent(layer);
    if (!extent.isEmpty()) {
      document.put("extent", extent);
    }
    document.put("itemType", "feature");
    document.put("crs", OfferedCrs.uris());
    document.put("storageCrs", OfferedCrs.storage(layer).uri());
    document.put("defaultSortOrder", List.of("+" + layer.key()));
    parts.forEach(part -> document.putAll(part.collectionMembers(visit, layer)));
    List<Link> links = new ArrayList<>(own);
    links.addAll(links(visit, layer));
    parts.forEach(part -> links.addAll(part.collectionLinks(visit, layer)));
    document.put("links", links);
    return document;
  }

  private static List<Link> links(Visit visit, Layer layer) {
    String here = visit.root() + "/collections/" + layer.id();
    String site = visit.root().substring(0, visit.root().length() - "/ogc".length());
    String title = visit.say(layer.title());
    List<Link> links = new ArrayList<>();
    links.add(Link.of(here + "/items?f=json", "items", Link.GEO_JSON, title));
    for (Format format : Format.OF_FEATURES) {
      if (format != Format.JSON) {
        String address = here + "/items?f=" + format.word();
        links.add(
            Link.of(address, "items", format.mediaType(), title + " (" + format.title() + ")"));
      }
    }
    for (FieldList list : FieldList.values()) {
      String address = here + "/" + list.word() + "?f=json";
      links.add(Link.of(address, REL + list.word(), Link.SCHEMA_JSON, list.title(visit)));
    }
    links.add(
        Link.of(
            site + "/tiles/" + layer.id() + ".json",
            "related",
            Link.JSON,
            visit.say("Ô bản đồ vectơ (TileJSON)", "Vector tiles (TileJSON)")));
    return links;
  }

  private Map<String, Object> extent(Layer layer) {
    LayerExtents.Extent found = extents.of(layer);
    Map<String, Object> extent = new LinkedHashMap<>();
    BBox box = found.box().orElse(null);
    if (box != null) {
      Map<String, Object> spatial = new LinkedHashMap<>();
      spatial.put("bbox", List.of(List.of(box.minX(), box.minY(), box.maxX(), box.maxY())));
      spatial.put("crs", Crs.CRS84.uri());
      extent.put("spatial", spatial);
    }
    if (layer.time() != null) {
      Map<String, Object> temporal = new LinkedHashMap<>();
      temporal.put(
          "interval", List.of(Arrays.asList(moment(found.since()), moment(found.until()))));
      temporal.put("trs", GREGORIAN);
      extent.put("temporal", temporal);
    }
    return extent;
  }

  /** The moment a civil day begins, in UTC. */
  private static @Nullable String moment(@Nullable LocalDate day) {
    return day == null ? null : day.atStartOfDay(CivilTime.ZONE).toInstant().toString();
  }
}
