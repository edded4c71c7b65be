package vn.khuxuong.maps.filter;

/**
 * Why a filter cannot be used: a sentence in both languages and the place in it. Doors answer 400
 * or the exception of their standard.
 */
public final class FilterRefusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String vi;
  private final int position;

  /**
   * @param position characters before the place at fault, -1 where the filter is not a text or the
   *     fault has no place
   */
  FilterRefusal(String vi, String en, int position) {
    super(en);
    this.vi = vi;
    this.position = position;
  }

  FilterRefusal(String vi, String en) {
    this(vi, en, -1);
  }

  /** The fault in Vietnamese. */
  public String vi() {
    return vi;
  }

  /** The fault in English. */
  public String en() {
    return String.valueOf(getMessage());
  }

  /** Characters before the place at fault, -1 if unknown. */
  public int position() {
    return position;
  }

  /** A piece of what was sent, short enough to be shown. */
  static String shown(String text) {
    String line = text.replaceAll("\\p{Cntrl}", " ");
    return line.length() > 40 ? line.substring(0, 40) + "…" : line;
  }
}
