package vn.khuxuong.maps.layer;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.khuxuong.geo.BBox;
import vn.khuxuong.geo.Crs;
import vn.khuxuong.geo.GeoRefusal;
import vn.khuxuong.platform.database.DataRevision;
import vn.khuxuong.platform.database.DataRevision.Change;

/**
 * Tells the {@link Edition} an answer is made from; cheap enough to ask with every request. Ask
 * before reading the data: they are then at least as new as the edition says.
 */
@Component
public class Editions {

  private final DataRevision revision;
  private final Clock clock;
  private final LayerCatalogue catalogue;
  private final LayerDatabase database;

  Editions(DataRevision revision, Clock clock, LayerCatalogue catalogue, LayerDatabase database) {
    this.revision = revision;
    this.clock = clock;
    this.catalogue = catalogue;
    this.database = database;
  }

  /** The edition of everything public: every change of published data and every day begin one. */
  public Edition current() {
    return ofToday(revision.latest());
  }

  /**
   * The edition of some layers at a place, as they are today: only what changes there begins a new
   * one, and a new day only where it changes something.
   *
   * @param layers that the answer shows
   * @param box from which their features are read, in any CRS, margins for outlines and labels
   *     included; null for everywhere
   */
  public Edition of(Collection<Layer> layers, @Nullable BBox box) {
    if (!layers.stream().allMatch(layer -> layer.schema().equals(Layer.PUBLISHED))) {
      // they may be drawn with what is public, so both count
      Change published = revision.latest();
      Change drawn = database.draftingRevision();
      return ofToday(
          new Change(
              published.revision() + drawn.revision(),
              published.at().isAfter(drawn.at()) ? published.at() : drawn.at()));
    }
    if (layers.stream().anyMatch(layer -> layer.now() == null)) {
      return current(); // the journal tells of views that have a copy, not of others
    }
    List<String> views = layers.stream().map(Layer::view).toList();
    BBox degrees = box == null ? null : degrees(box);
    Change newest =
        degrees == null
            ? revision.newest(views)
            : revision.newest(
                views, degrees.minX(), degrees.minY(), degrees.maxX(), degrees.maxY());
    return new Edition(newest.revision(), newest.at(), null, catalogue.version());
  }

  private static @Nullable BBox degrees(BBox box) {
    try {
      return box.transform(Crs.CRS84);
    } catch (GeoRefusal nowhere) {
      return null;
    }
  }

  private Edition ofToday(Change change) {
    return new Edition(change.revision(), change.at(), LocalDate.now(clock), catalogue.version());
  }

  /** The edition of some layers everywhere; drafts move theirs with every stroke. */
  public Edition of(Collection<Layer> layers) {
    return of(layers, null);
  }
}
