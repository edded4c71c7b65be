package vn.khuxuong.maps.tile;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Parameters of WMTS: names in any case, those that mean nothing are passed over. */
final class WmtsRequest {

  private static final int LONGEST = 2000;

  private final Map<String, String> values = new TreeMap<>();

  private WmtsRequest() {}

  static WmtsRequest of(HttpServletRequest request) {
    WmtsRequest read = new WmtsRequest();
    request
        .getParameterMap()
        .forEach(
            (name, all) -> {
              if (all[0].length() <= LONGEST) {
                read.values.put(name.toUpperCase(Locale.ROOT), all[0]);
              }
            });
    return read;
  }

  @Nullable String find(String name) {
    String value = values.get(name);
    return value == null || value.isEmpty() ? null : value;
  }

  /** The value; its absence is refused. */
  String get(String name) {
    String value = find(name);
    if (value == null) {
      throw WmtsException.missing(name);
    }
    return value;
  }

  /** Refuses a value other than one. */
  void require(String name, String only) {
    if (!get(name).equalsIgnoreCase(only)) {
      throw WmtsException.invalid(name);
    }
  }
}
