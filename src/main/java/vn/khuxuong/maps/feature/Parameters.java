package vn.khuxuong.maps.feature;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.khuxuong.maps.filter.Limits;
import vn.khuxuong.maps.layer.MapsProblem;
import vn.khuxuong.platform.problem.ProblemException;

/**
 * The query of a request, read strictly: a parameter that means nothing here, or is there twice, is
 * refused instead of passed over, since its sender believes it does something.
 */
public final class Parameters {

  private static final int LONGEST = 2000;
  private static final Set<String> EVERYWHERE = Set.of("f", "lang");

  private final Map<String, String> values;

  private Parameters(Map<String, String> values) {
    this.values = values;
  }

  /**
   * @param given names with their values as they came
   * @param known names that mean something here beside {@code f} and {@code lang}
   * @throws vn.khuxuong.platform.problem.ProblemException {@link MapsProblem#UNKNOWN_PARAMETER},
   *     {@link MapsProblem#BAD_PARAMETER}
   */
  public static Parameters read(Map<String, String[]> given, Collection<String> known) {
    Map<String, String> values = new LinkedHashMap<>();
    given.forEach(
        (name, all) -> {
          if (!known.contains(name) && !EVERYWHERE.contains(name)) {
            throw MapsProblem.UNKNOWN_PARAMETER
                .with(
                    "Tham số “" + shown(name) + "” không có nghĩa ở đây.",
                    "Parameter “" + shown(name) + "” means nothing here.")
                .field(shown(name));
          }
          if (all.length != 1) {
            throw bad(name, "chỉ được có một lần", "must be there once only");
          }
          if (all[0].length() > (name.equals("filter") ? Limits.LENGTH : LONGEST)) {
            throw bad(name, "quá dài", "is too long");
          }
          if (all[0].indexOf('\0') >= 0) {
            throw bad(name, "có ký tự không hợp lệ", "has a character that no text has");
          }
          values.put(name, all[0]);
        });
    return new Parameters(values);
  }

  /** The value, null where the parameter is not there. */
  public @Nullable String find(String name) {
    return values.get(name);
  }

  /** Whether the parameter is there. */
  public boolean has(String name) {
    return values.containsKey(name);
  }

  /** All of them in the order in which they came. */
  public Map<String, String> all() {
    return new LinkedHashMap<>(values);
  }

  /** Says what is wrong with a parameter. */
  public static ProblemException bad(String name, String vi, String en) {
    return MapsProblem.BAD_PARAMETER
        .with("Tham số " + name + " " + vi + ".", "Parameter " + name + " " + en + ".")
        .field(name);
  }

  private static String shown(String name) {
    return name.length() > 60 ? name.substring(0, 60) + "…" : name;
  }
}
