package vn.khuxuong.maps.wms;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The parameters of a request: names in any case, the first of several counts. */
final class Parameters {
  private final Map<String, String> values = new HashMap<>();

  private Parameters() {}

  static Parameters of(Map<String, String[]> request) {
    Parameters parameters = new Parameters();
    request.forEach(
        (name, given) -> {
          if (given.length > 0) {
            parameters.values.putIfAbsent(name.toUpperCase(Locale.ROOT), given[0]);
          }
        });
    return parameters;
  }

  /** A value that is there and not blank. */
  Optional<String> find(String name) {
    return Optional.ofNullable(values.get(name)).map(String::strip).filter(v -> !v.isEmpty());
  }

  String get(String name) {
    return find(name)
        .orElseThrow(
            () ->
                new WmsException(
                    WmsException.Code.MISSING_PARAMETER,
                    "Thiếu tham số " + name + ".",
                    "Parameter " + name + " is missing.",
                    name));
  }

  /** A whole number within bounds. */
  int integer(String name, int least, int most) {
    String value = get(name);
    boolean digits = value.matches("\\d{1,9}");
    int number = digits ? Integer.parseInt(value) : -1;
    if (number < least || number > most) {
      throw new WmsException(
          WmsException.Code.INVALID_PARAMETER,
          name + " phải là số nguyên từ " + least + " đến " + most + ".",
          name + " must be a whole number from " + least + " to " + most + ".",
          name);
    }
    return number;
  }

  /** The parts between commas; empty parts stay. */
  List<String> list(String name) {
    return find(name).map(value -> List.of(value.split(",", -1))).orElse(List.of());
  }

  /** The value as it was given, blanks and all; empty if it was not. */
  String raw(String name) {
    return values.getOrDefault(name, "");
  }
}
