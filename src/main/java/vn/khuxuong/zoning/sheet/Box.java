package vn.khuxuong.zoning.sheet;

/** A rectangle on paper, mm from the page's lower left corner. */
record Box(double left, double bottom, double width, double height) {
  double right() {
    return left + width;
  }

  double top() {
    return bottom + height;
  }

  double centreX() {
    return left + width / 2;
  }

  double centreY() {
    return bottom + height / 2;
  }

  /** The box without a margin on all sides. */
  Box inset(double margin) {
    return new Box(left + margin, bottom + margin, width - 2 * margin, height - 2 * margin);
  }
}
