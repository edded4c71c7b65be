package vn.khuxuong.maps.layer;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import org.springframework.stereotype.Component;
import vn.khuxuong.platform.database.DataRevision;

/** Tells the current {@link Edition}; cheap enough to ask with every request. */
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

  /** The edition answers about what is public are made from now. */
  public Edition current() {
    return new Edition(revision.current(), LocalDate.now(clock), catalogue.version());
  }

  /** The edition answers about some layers are made from now; drafts move it with every stroke. */
  public Edition of(Collection<Layer> layers) {
    Edition published = current();
    return layers.stream().allMatch(layer -> layer.schema().equals(Layer.PUBLISHED))
        ? published
        : new Edition(
            published.revision() + database.draftingRevision(),
            published.day(),
            published.catalogue());
  }
}
