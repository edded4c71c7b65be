package vn.khuxuong.space.search.vacancy;

import java.util.ArrayList;
import java.util.List;

/** Lines of business in their official order; sets of them are bits by place. */
record Industries(List<Line> lines) {

  /** A line of business with its names. */
  record Line(String code, String vi, String en) {}

  Industries {
    lines = List.copyOf(lines);
    if (lines.size() > Long.SIZE) {
      throw new IllegalArgumentException("More lines of business than bits");
    }
  }

  /** Its place, -1 for an unknown one. */
  int place(String code) {
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).code().equals(code)) {
        return i;
      }
    }
    return -1;
  }

  List<String> codes() {
    return lines.stream().map(Line::code).toList();
  }

  /** The codes whose bits are set. */
  List<String> codes(long bits) {
    List<String> codes = new ArrayList<>();
    for (int place = 0; place < lines.size(); place++) {
      if ((bits & (1L << place)) != 0) {
        codes.add(lines.get(place).code());
      }
    }
    return codes;
  }
}
