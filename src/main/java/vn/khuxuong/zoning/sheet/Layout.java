package vn.khuxuong.zoning.sheet;

import java.util.ArrayList;
import java.util.List;

/**
 * Where things stand on a page. Margins as in ISO 5457: 20 mm on the left for binding, 10 mm
 * elsewhere. The title block is in the lower right corner; on a landscape sheet the tables stand
 * above it, on a portrait sheet beside it.
 *
 * @param page the whole sheet
 * @param frame the thick border of the drawing
 * @param map the part of the drawing that shows ground
 * @param columns where legend, tables and title block go, the title block at the foot of the last
 */
record Layout(Paper paper, Box page, Box frame, Box map, List<Box> columns) {
  private static final double BINDING_MM = 20;
  private static final double MARGIN_MM = 10;
  private static final double COLUMN = 140;
  private static final double STRIP = 5.5;
  private static final double FOOT = 128;
  private static final double TALL_FOOT = 168;

  Layout {
    columns = List.copyOf(columns);
  }

  static Layout of(Paper paper, boolean landscape) {
    double unit = paper.unitMm();
    Box page = new Box(0, 0, paper.widthMm(landscape), paper.heightMm(landscape));
    Box frame =
        new Box(
            BINDING_MM,
            MARGIN_MM,
            page.width() - BINDING_MM - MARGIN_MM,
            page.height() - 2 * MARGIN_MM);
    List<Box> columns = new ArrayList<>();
    Box drawing;
    if (landscape) {
      double width = COLUMN * unit;
      columns.add(new Box(frame.right() - width, frame.bottom(), width, frame.height()));
      drawing = new Box(frame.left(), frame.bottom(), frame.width() - width, frame.height());
    } else {
      int count = (int) Math.round(frame.width() / (COLUMN * unit));
      double height = (count > 2 ? FOOT : TALL_FOOT) * unit;
      double width = frame.width() / count;
      for (int i = 0; i < count; i++) {
        columns.add(new Box(frame.left() + i * width, frame.bottom(), width, height));
      }
      drawing =
          new Box(frame.left(), frame.bottom() + height, frame.width(), frame.height() - height);
    }
    return new Layout(paper, page, frame, drawing.inset(STRIP * unit), columns);
  }

  double unit() {
    return paper.unitMm();
  }

  /** Width of the strip of coordinates round the map. */
  double strip() {
    return STRIP * unit();
  }

  /** Most of the map that a zone may take where it is to fit as a whole. */
  Box room() {
    return map.inset(3 * unit());
  }
}
