package vn.khuxuong.maps.style;

/** What an expression has to yield where it stands. */
enum Kind {
  COLOUR("a colour"),
  NUMBER("a number"),
  NUMBERS("an array of numbers"),
  TEXT("a string"),
  TEXTS("an array of strings"),
  /** Anchors, each followed by a pair of numbers. */
  ANCHORS("an array of anchors, each followed by [x, y]"),
  FLAG("true or false"),
  ANY("a value");

  private final String words;

  Kind(String words) {
    this.words = words;
  }

  /** For messages. */
  String words() {
    return words;
  }
}
