package vn.khuxuong.maps.filter;

import java.time.LocalDate;

/**
 * Days in a temporal comparison, from the first to the last, both included. A single day begins and
 * ends with itself.
 */
public record TimeSpan(Bound first, Bound last) implements Term {

  /** A beginning or an end. */
  public sealed interface Bound {}

  /** Before or after all days. */
  public record Open() implements Bound {}

  public record Day(LocalDate value) implements Bound {}

  /**
   * A day the feature tells.
   *
   * @param name column of the layer's view, a checked identifier
   */
  public record Property(String name) implements Bound {}

  boolean isInstant() {
    return first.equals(last) && !(first instanceof Open);
  }

  /** Whether no property has a part in it. */
  boolean isLiteral() {
    return !(first instanceof Property) && !(last instanceof Property);
  }
}
