package vn.khuxuong.maps.layer;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import vn.khuxuong.platform.database.DataRevision;

/** Tells the current {@link Edition}; cheap enough to ask with every request. */
@Component
public class Editions {

  private final DataRevision revision;
  private final Clock clock;
  private final LayerCatalogue catalogue;

  Editions(DataRevision revision, Clock clock, LayerCatalogue catalogue) {
    this.revision = revision;
    this.clock = clock;
    this.catalogue = catalogue;
  }

  /** The edition answers are made from now. */
  public Edition current() {
    return new Edition(revision.current(), LocalDate.now(clock), catalogue.version());
  }
}
