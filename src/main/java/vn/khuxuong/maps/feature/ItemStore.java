package vn.khuxuong.maps.feature;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.khuxuong.geo.AxisOrder;
import vn.khuxuong.geo.Crs;
import vn.khuxuong.maps.encoding.GeoJsonFeatures;
import vn.khuxuong.maps.encoding.JsonFeatures;
import vn.khuxuong.maps.encoding.JsonFgFeatures;
import vn.khuxuong.maps.encoding.Utf8Out;
import vn.khuxuong.maps.filter.Filters;
import vn.khuxuong.maps.layer.Layer;
import vn.khuxuong.maps.query.Cursor;
import vn.khuxuong.maps.query.FeatureQuery;
import vn.khuxuong.maps.query.FeatureQuery.Start;
import vn.khuxuong.maps.query.Features;

/** Fetches single features and short pages as JSON. */
@Component
class ItemStore {

  private final Features features;
  private final JsonMapper json;

  ItemStore(Features features, JsonMapper json) {
    this.features = features;
    this.json = json;
  }

  /**
   * A page of features that is held in memory.
   *
   * @param features GeoJSON features
   * @param matched how many features fit on all pages together; empty when there are too many to
   *     count
   * @param next where the next page begins, null on the last one
   */
  record Page(JsonNode features, OptionalLong matched, @Nullable Cursor next) {}

  /** Features as a tree, without their shapes, for pages that people read. */
  Page page(FeatureQuery query) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Utf8Out out = new Utf8Out(bytes);
    FeatureQuery bare = query.withShapes(false);
    JsonFeatures writer = geoJson(out, bare);
    AtomicInteger n = new AtomicInteger();
    out.raw('[');
    Cursor next =
        features
            .read(
                bare,
                row -> {
                  if (n.getAndIncrement() > 0) {
                    out.raw(',');
                  }
                  writer.open(row);
                  out.raw('}');
                })
            .orElse(null);
    out.raw(']').flush();
    JsonNode tree = json.readTree(bytes.toString(UTF_8));
    return new Page(tree, matched(query, n.get(), next != null), next);
  }

  /**
   * How many features fit, when {@code returned} of them are on the page that {@code query} asks
   * for.
   */
  OptionalLong matched(FeatureQuery query, long returned, boolean more) {
    if (!more && query.start() instanceof Start.First) {
      return OptionalLong.of(returned);
    }
    if (!more && returned > 0 && query.start() instanceof Start.Offset offset) {
      return OptionalLong.of(offset.features() + returned);
    }
    return features.countIfFew(query);
  }

  /**
   * Writes features as JSON.
   *
   * @param root address of the landing page
   */
  static JsonFeatures json(Format format, Utf8Out out, FeatureQuery query, String root) {
    String schema = root + "/collections/" + query.layer().id() + "/schema";
    return format == Format.JSON_FG
        ? new JsonFgFeatures(out, query.layer(), query.fields(), query.crs(), schema)
        : geoJson(out, query);
  }

  private static JsonFeatures geoJson(Utf8Out out, FeatureQuery query) {
    return new GeoJsonFeatures(
        out, query.layer(), query.fields(), query.crs(), AxisOrder.OGC_API_WITH_CRS);
  }

  /**
   * One feature as GeoJSON text in UTF-8; empty if there is none of that key.
   *
   * @param id the key as text
   */
  Optional<byte[]> feature(Layer layer, String id, Crs crs) {
    FeatureQuery query = FeatureQuery.all(layer).with(Filters.key(layer, id)).with(crs);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Utf8Out out = new Utf8Out(bytes);
    return feature(query, out, geoJson(out, query))
        ? Optional.of(bytes.toByteArray())
        : Optional.empty();
  }

  /**
   * Writes the one feature of a query.
   *
   * @return whether there is one
   */
  boolean feature(FeatureQuery query, Utf8Out out, JsonFeatures writer) {
    AtomicInteger n = new AtomicInteger();
    features.read(
        query.with(new Start.First(), 1),
        row -> {
          n.incrementAndGet();
          writer.open(row);
          out.raw(writer.singleMembers()).raw('}').flush();
        });
    return n.get() == 1;
  }
}
