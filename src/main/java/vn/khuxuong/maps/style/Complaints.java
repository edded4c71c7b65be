package vn.khuxuong.maps.style;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong in a style, so that all of it is told at once. */
final class Complaints {
  private final List<String> lines = new ArrayList<>();

  void add(String path, String fault) {
    lines.add(path + ": " + fault);
  }

  boolean isEmpty() {
    return lines.isEmpty();
  }

  /**
   * @throws StyleException if there was anything to complain about
   */
  void refuse() {
    if (!lines.isEmpty()) {
      throw new StyleException(lines);
    }
  }
}
