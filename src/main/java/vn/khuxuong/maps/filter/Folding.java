package vn.khuxuong.maps.filter;

/**
 * What does not count when texts are compared.
 *
 * @param cases capital and small letters are one (CASEI)
 * @param accents letters with and without accents are one, and so are đ and d (ACCENTI)
 */
public record Folding(boolean cases, boolean accents) {

  /** Every difference counts. */
  public static final Folding NONE = new Folding(false, false);

  Folding and(Folding other) {
    return new Folding(cases || other.cases, accents || other.accents);
  }

  boolean isNone() {
    return !cases && !accents;
  }
}
