package vn.khuxuong.maps.filter;

/** How large a filter may be. Everything above is refused before any work. */
public final class Limits {

  /** Characters or bytes of a filter. */
  public static final int LENGTH = 500_000;

  /** Parentheses, functions and operators within each other. */
  public static final int DEPTH = 64;

  /** Conditions, values and shapes together; the values of a list count as one. */
  public static final int NODES = 1_000;

  /** Values of one list. */
  public static final int LIST = 1_000;

  /** Vertices of all shapes together. */
  public static final int COORDINATES = 10_000;

  /** Power of ten that no number reaches. */
  static final int MAGNITUDE = 100;

  private Limits() {}
}
