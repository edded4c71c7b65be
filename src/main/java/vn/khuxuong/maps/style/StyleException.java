package vn.khuxuong.maps.style;

import java.util.List;

/** A style file that is refused, with everything that is wrong in it. */
public class StyleException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<String> complaints;

  StyleException(List<String> complaints) {
    super(String.join("; ", complaints));
    this.complaints = List.copyOf(complaints);
  }

  /** One line each: the JSON path of the fault, a colon, what is wrong. */
  public List<String> complaints() {
    return complaints;
  }
}
