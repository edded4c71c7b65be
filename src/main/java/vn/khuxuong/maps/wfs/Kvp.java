package vn.khuxuong.maps.wfs;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.khuxuong.maps.wfs.WfsException.Code;

/** The parameters of a request: names in any case, the first of several counts. */
final class Kvp {
  private final Map<String, String> values = new HashMap<>();

  static Kvp of(Map<String, String[]> request) {
    Kvp kvp = new Kvp();
    request.forEach(
        (name, given) -> {
          if (given.length > 0) {
            kvp.put(name, given[0]);
          }
        });
    return kvp;
  }

  /** Adds a parameter unless it is there already. */
  void put(String name, @Nullable String value) {
    if (value != null) {
      values.putIfAbsent(name.toLowerCase(Locale.ROOT), value);
    }
  }

  /** A value that is there and not blank. */
  Optional<String> find(String name) {
    return Optional.ofNullable(values.get(name.toLowerCase(Locale.ROOT)))
        .map(String::strip)
        .filter(value -> !value.isEmpty());
  }

  String get(String name) {
    return find(name)
        .orElseThrow(
            () ->
                new WfsException(
                    Code.MISSING_PARAMETER,
                    "Thiếu tham số " + name + ".",
                    "Parameter " + name + " is missing.",
                    name));
  }

  /** All of them, names in lower case. */
  Map<String, String> all() {
    return Map.copyOf(values);
  }

  /** A whole number from 0 to a bound; a greater one is refused. */
  Optional<Integer> whole(String name, int most) {
    Optional<String> text = find(name);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    boolean digits = text.get().matches("\\d{1,18}");
    if (!digits || Long.parseLong(text.get()) > most) {
      throw WfsException.invalid(
          name, "phải là số nguyên từ 0 đến " + most, "must be a whole number from 0 to " + most);
    }
    return Optional.of(Integer.valueOf(text.get()));
  }
}
