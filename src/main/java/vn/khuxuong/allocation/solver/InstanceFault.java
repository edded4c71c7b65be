package vn.khuxuong.allocation.solver;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A value that cannot be part of an allocation problem, with the place where it stands.
 *
 * <p>Constructors of {@link Instance} and its parts throw it with a path relative to themselves;
 * {@link InstanceJson} puts the path of the enclosing JSON value before it, so that {@link
 * #getMessage()} reads {@code $.firms[3].areaMinM2: must be a whole number >= 1}.
 */
public final class InstanceFault extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /** Largest number the exchange format takes anywhere. */
  static final int LARGEST = 1_000_000_000;

  private final String path;
  private final String reason;

  InstanceFault(String path, String reason) {
    super(path.isEmpty() ? reason : path + ": " + reason);
    this.path = path;
    this.reason = reason;
  }

  /** The JSON path of the value, {@code $.firms[3].areaMinM2}. */
  public String path() {
    return path;
  }

  /** What is wrong with the value, without its path. */
  public String reason() {
    return reason;
  }

  /** This fault with the path of the value around it put first, unless it is already whole. */
  InstanceFault under(String parent) {
    if (path.startsWith("$")) {
      return this;
    }
    if (path.isEmpty()) {
      return new InstanceFault(parent, reason);
    }
    return new InstanceFault(parent + (path.startsWith("[") ? "" : ".") + path, reason);
  }

  static void unless(boolean holds, String path, String reason) {
    if (!holds) {
      throw new InstanceFault(path, reason);
    }
  }

  static void atLeast(int least, String path, int value) {
    if (value < least) {
      throw new InstanceFault(path, "must be a whole number >= " + least);
    }
    if (value > LARGEST) {
      throw new InstanceFault(path, "must be a whole number <= " + LARGEST);
    }
  }

  static void within(int least, int most, String path, int value) {
    if (value < least || value > most) {
      throw new InstanceFault(path, "must be a whole number from " + least + " to " + most);
    }
  }

  static void named(String path, String text) {
    unless(!text.isBlank(), path, "must not be empty");
    unless(text.length() <= 200, path, "must be at most 200 characters");
    unless(
        text.chars().noneMatch(Character::isISOControl),
        path,
        "must not contain control characters");
  }

  /** Checks a list of names: none empty, none twice. */
  static void distinct(String path, List<String> texts) {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < texts.size(); i++) {
      named(path + "[" + i + "]", texts.get(i));
      unless(
          seen.add(texts.get(i)), path + "[" + i + "]", "'" + texts.get(i) + "' is listed twice");
    }
  }
}
