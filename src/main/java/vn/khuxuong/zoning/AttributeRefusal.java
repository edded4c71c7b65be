package vn.khuxuong.zoning;

/** A value that no subzone can have, in words for the person who sent it. */
public final class AttributeRefusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Attribute attribute;
  private final String vi;

  AttributeRefusal(Attribute attribute, String vi, String en) {
    super(en);
    this.attribute = attribute;
    this.vi = vi;
  }

  /** What was wrong. */
  public Attribute attribute() {
    return attribute;
  }

  /** Sentence in Vietnamese. */
  public String vi() {
    return vi;
  }

  /** Sentence in English. */
  public String en() {
    return String.valueOf(getMessage());
  }
}
