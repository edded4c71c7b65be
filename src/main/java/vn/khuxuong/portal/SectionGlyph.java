package vn.khuxuong.portal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The section glyph as the page's scripts draw it: a bar per floor, lowest at the bottom, the free
 * share from the right. Lengths in CSS pixels.
 *
 * @param planned nothing built yet, a dashed box stands there
 */
record SectionGlyph(double height, boolean planned, List<Bar> bars) {
  private static final double BAR = 4;
  private static final double STEP = 5.5;
  private static final double WIDTH = 44;
  private static final int LEAST_ROWS = 4;
  private static final int MOST_ROWS = 9;

  /** One floor: its top, and left edge and width of the free share. */
  record Bar(double y, double x, double width) {}

  static SectionGlyph of(List<PublishedSpace.Floor> floors, boolean planned) {
    List<PublishedSpace.Floor> known =
        floors.stream()
            .filter(floor -> floor.totalM2() > 0)
            .sorted(Comparator.comparingInt(PublishedSpace.Floor::level))
            .limit(MOST_ROWS)
            .toList();
    double height = Math.max(known.size(), LEAST_ROWS) * STEP - (STEP - BAR);
    List<Bar> bars = new ArrayList<>();
    if (!planned) {
      for (int i = 0; i < known.size(); i++) {
        PublishedSpace.Floor floor = known.get(i);
        double share = Math.min(1, floor.freeM2() / floor.totalM2());
        double free = share == 0 ? 0 : Math.max(1.5, Math.round(share * WIDTH * 10) / 10.0);
        bars.add(new Bar(height - BAR - i * STEP, WIDTH - free, free));
      }
    }
    return new SectionGlyph(height, planned || known.isEmpty(), List.copyOf(bars));
  }

  /** Height of the dashed box inside its stroke. */
  double inner() {
    return height - 1.2;
  }
}
