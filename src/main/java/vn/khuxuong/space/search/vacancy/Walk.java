package vn.khuxuong.space.search.vacancy;

/**
 * Rows one after the other in the order asked for, so that nobody looks at those behind the page.
 * Worth it where much is found.
 */
interface Walk {

  /** Takes rows. */
  interface Taker {
    /** Takes the next row; false where no more are wanted. */
    boolean take(int place, int row, double key);
  }

  /** Hands over the rows by key, equal ones by place. */
  void each(Taker taker);
}
