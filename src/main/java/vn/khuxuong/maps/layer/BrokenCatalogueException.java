package vn.khuxuong.maps.layer;

import java.util.List;

/**
 * The layer files, or their views, are wrong; carries every complaint found, not just the first.
 */
public class BrokenCatalogueException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<String> complaints;

  BrokenCatalogueException(List<String> complaints) {
    super("The layer catalogue cannot be used:\n  - " + String.join("\n  - ", complaints));
    this.complaints = List.copyOf(complaints);
  }

  /** What is wrong, each with the file and the place in it. */
  public List<String> complaints() {
    return complaints;
  }
}
