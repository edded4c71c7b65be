package vn.khuxuong.maps.layer;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.khuxuong.geo.BBox;
import vn.khuxuong.geo.Crs;
import vn.khuxuong.platform.database.DataRevision;

/**
 * Where and when the features of a layer are, kept until the layer changes. A change inside of
 * where the layer is known to be cannot make that another: so the extent of a million bays is not
 * worked out again for each of them.
 */
@Component
public class LayerExtents {

  private final LayerDatabase database;
  private final Editions editions;
  private final DataRevision revision;
  private final ConcurrentMap<String, Known> known = new ConcurrentHashMap<>();

  LayerExtents(LayerDatabase database, Editions editions, DataRevision revision) {
    this.database = database;
    this.editions = editions;
    this.revision = revision;
  }

  private record Known(Layer layer, Edition edition, Extent extent) {}

  private record Row(
      @Nullable Double west,
      @Nullable Double south,
      @Nullable Double east,
      @Nullable Double north,
      @Nullable LocalDate since,
      @Nullable LocalDate until,
      @Nullable Integer lowest,
      @Nullable Integer highest) {}

  /**
   * Where and when a layer's features are.
   *
   * @param box longitude and latitude in CRS84, empty for a layer without features
   * @param since first day on which a feature is in force; null for a layer without time, or when
   *     some feature always was
   * @param until day on which the last feature ends; null for a layer without time, or when some
   *     feature has no end
   * @param lowestFloor lowest storey with a feature; null for a layer without storeys or features
   * @param highestFloor highest storey with a feature, likewise
   */
  public record Extent(
      Optional<BBox> box,
      @Nullable LocalDate since,
      @Nullable LocalDate until,
      @Nullable Integer lowestFloor,
      @Nullable Integer highestFloor) {}

  /** The extent of all features of the layer. */
  public Extent of(Layer layer) {
    Edition edition = editions.of(List.of(layer), null);
    Known last = known.get(layer.id());
    if (last != null && last.layer().equals(layer) && last.edition().equals(edition)) {
      return last.extent();
    }
    return known
        .compute(
            layer.id(),
            (id, now) ->
                new Known(
                    layer,
                    edition,
                    now != null && stands(now, layer, edition) ? now.extent() : read(layer)))
        .extent();
  }

  private boolean stands(Known then, Layer layer, Edition edition) {
    if (!then.layer().equals(layer) || layer.now() == null) {
      return then.layer().equals(layer) && then.edition().equals(edition);
    }
    BBox box = then.extent().box().orElse(null);
    return box != null
        && layer.time() == null
        && layer.floor() == null
        && revision.stayedInside(
            layer.view(),
            then.edition().revision(),
            box.minX(),
            box.minY(),
            box.maxX(),
            box.maxY());
  }

  private Extent read(Layer layer) {
    Layer.Period time = layer.time();
    String since = "null::date";
    String until = "null::date";
    if (time != null) {
      since = firstOf("min", time.from());
      until = time.until() == null ? until : firstOf("max", time.until());
    }
    String floor = layer.floor() == null ? "null::int" : "\"" + layer.floor() + "\"";
    String shape = "\"" + layer.geometry().column() + "\"";
    if (layer.geometry().storageCrs() != 4326) {
      shape = "st_transform(" + shape + ", 4326)";
    }
    Row row =
        database
            .client(layer)
            .sql(
                """
                select st_xmin(box) as west, st_ymin(box) as south,
                       st_xmax(box) as east, st_ymax(box) as north, since, until, lowest, highest
                from (select st_extent(%s) as box, %s as since, %s as until,
                             min(%5$s)::int as lowest, max(%5$s)::int as highest
                      from %s) extent
                """
                    .formatted(shape, since, until, layer.relation(true), floor))
            .query(Row.class)
            .single();
    Optional<BBox> box =
        row.west() == null || row.south() == null || row.east() == null || row.north() == null
            ? Optional.empty()
            : Optional.of(new BBox(Crs.CRS84, row.west(), row.south(), row.east(), row.north()));
    return new Extent(box, row.since(), row.until(), row.lowest(), row.highest());
  }

  /** The outermost date of a column, null when one row is open on that side. */
  private static String firstOf(String aggregate, String column) {
    return "case when bool_and(\"%s\" is not null) then %s(\"%s\") end"
        .formatted(column, aggregate, column);
  }
}
