package vn.khuxuong.maps.wfs;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.khuxuong.geo.BBox;
import vn.khuxuong.geo.GeoRefusal;
import vn.khuxuong.maps.filter.Filter;
import vn.khuxuong.maps.filter.FilterReader;
import vn.khuxuong.maps.filter.FilterRefusal;
import vn.khuxuong.maps.filter.Filters;
import vn.khuxuong.maps.gml.FeatureId;
import vn.khuxuong.maps.layer.Layer;
import vn.khuxuong.maps.wfs.WfsException.Code;

/** Turns GetFeature and GetPropertyValue requests into checked ones, before any work is done. */
@Component
class GetFeature {
  private static final int MOST_IDS = 500;

  private final FeatureTypes types;

  GetFeature(FeatureTypes types) {
    this.types = types;
  }

  /**
   * Reads a request.
   *
   * @param roles of the client, without prefix
   * @throws WfsException for the first fault found
   */
  FeatureRequest read(WfsRequest request, Set<String> roles) {
    Kvp kvp = request.kvp();
    Output output = Output.of(kvp.find("outputFormat"));
    if (kvp.find("storedQuery_Id").isPresent()) {
      return byId(kvp, output, roles);
    }
    int start = kvp.whole("startIndex", FeatureRequest.MAX_START).orElse(0);
    int count = count(kvp);
    Optional<String> ids = kvp.find("resourceId").or(() -> kvp.find("featureId"));
    Layer layer = layer(kvp, ids, roles);
    SrsName srs =
        kvp.find("srsName").map(name -> SrsName.parse(name, "srsName")).orElse(srs(output));
    FeatureTypes.Properties properties = FeatureTypes.properties(layer, kvp.find("propertyName"));
    return new FeatureRequest(
        layer,
        filter(request, layer, ids),
        properties.fields(),
        properties.shaped(),
        srs,
        FeatureTypes.sort(layer, kvp.find("sortBy")),
        valueReference(request, layer),
        false,
        start,
        count,
        kvp.find("resultType").map("hits"::equalsIgnoreCase).orElse(false),
        output);
  }

  /** GeoJSON is in longitude and latitude unless another system is named. */
  private static SrsName srs(Output output) {
    return output == Output.GEOJSON ? SrsName.parse("CRS:84", "srsName") : SrsName.DEFAULT;
  }

  private static int count(Kvp kvp) {
    String name = kvp.find("count").isPresent() ? "count" : "maxFeatures";
    return Math.min(
        FeatureRequest.MAX_COUNT,
        kvp.whole(name, Integer.MAX_VALUE).orElse(FeatureRequest.MAX_COUNT));
  }

  private Layer layer(Kvp kvp, Optional<String> ids, Set<String> roles) {
    Optional<String> names = kvp.find("typeNames").or(() -> kvp.find("typeName"));
    if (names.isEmpty() && ids.isPresent()) {
      return types.one(id(ids.get().split(",")[0]).layer(), roles);
    }
    return types.one(names.orElseGet(() -> kvp.get("typeNames")), roles);
  }

  private static FeatureId id(String text) {
    FeatureId id = FeatureId.find(text.strip());
    if (id == null) {
      throw WfsException.invalid(
          "resourceId", "phải có dạng lớp.khóa", "must have the form layer.key");
    }
    return id;
  }

  private static @Nullable String valueReference(WfsRequest request, Layer layer) {
    return request.operation().equals(Operations.GET_PROPERTY_VALUE)
        ? FeatureTypes.property(layer, request.kvp().get("valueReference"), "valueReference")
        : null;
  }

  private static Filter filter(WfsRequest request, Layer layer, Optional<String> ids) {
    Kvp kvp = request.kvp();
    Optional<String> text = kvp.find("filter");
    Optional<String> cql = kvp.find("cql_filter");
    Optional<String> bbox = kvp.find("bbox");
    long given = Stream.of(text, cql, bbox, ids).filter(Optional::isPresent).count();
    if (given + (request.filter() == null ? 0 : 1) > 1) {
      throw WfsException.invalid(
          "filter",
          "loại trừ bbox và resourceId: chỉ dùng một",
          "excludes bbox and resourceId: use one of them");
    }
    try {
      if (request.filter() != null) {
        return request.filter();
      }
      if (text.isPresent()) {
        return FilterReader.fes(text.get(), layer, SrsName.DEFAULT.crs(), SrsName.DEFAULT.order());
      }
      if (cql.isPresent()) {
        return FilterReader.ecql(cql.get(), layer);
      }
      if (bbox.isPresent()) {
        return Filters.touching(List.of(box(bbox.get())));
      }
      return ids.isPresent() ? ids(layer, ids.get()) : Filters.ALL;
    } catch (FilterRefusal refusal) {
      throw refused(refusal);
    }
  }

  /** What is wrong with a filter, in the words of the protocol. */
  static WfsException refused(FilterRefusal refusal) {
    return new WfsException(Code.INVALID_PARAMETER, refusal.vi(), refusal.en(), "filter");
  }

  private static Filter ids(Layer layer, String text) {
    String[] parts = text.split(",", MOST_IDS + 1);
    if (parts.length > MOST_IDS) {
      throw WfsException.invalid(
          "resourceId", "có hơn " + MOST_IDS + " mã", "has more than " + MOST_IDS + " names");
    }
    List<String> keys =
        Stream.of(parts)
            .map(GetFeature::id)
            .filter(id -> id.layer().equals(layer.id()))
            .map(FeatureId::key)
            .toList();
    return keys.isEmpty() ? new Filter.Truth(false) : Filters.ids(layer, keys);
  }

  /** Four numbers, and behind them the system they are in where it is not the default. */
  private static BBox box(String text) {
    String[] parts = text.split(",", 5);
    boolean named = parts.length == 5 && !parts[4].strip().matches("[-+0-9.].*");
    SrsName srs = named ? SrsName.parse(parts[4], "bbox") : SrsName.DEFAULT;
    String numbers = named ? text.substring(0, text.length() - parts[4].length() - 1) : text;
    try {
      return BBox.parse(numbers, srs.crs(), srs.order());
    } catch (GeoRefusal refusal) {
      throw WfsException.of(refusal, "bbox");
    }
  }

  private FeatureRequest byId(Kvp kvp, Output output, Set<String> roles) {
    StoredQueries.require(kvp.get("storedQuery_Id"));
    FeatureId id = FeatureId.find(kvp.get("id"));
    Optional<Layer> layer =
        types.all(roles).stream()
            .filter(one -> id != null && one.id().equals(id.layer()))
            .findFirst();
    if (id == null || layer.isEmpty()) {
      throw StoredQueries.notFound(kvp.get("id"));
    }
    SrsName srs =
        kvp.find("srsName").map(name -> SrsName.parse(name, "srsName")).orElse(srs(output));
    return new FeatureRequest(
        layer.get(),
        Filters.ids(layer.get(), List.of(id.key())),
        layer.get().fields(),
        true,
        srs,
        List.of(),
        null,
        true,
        0,
        1,
        false,
        output);
  }
}
