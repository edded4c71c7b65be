package vn.khuxuong.zoning.sheet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A ruled table on paper.
 *
 * @param title above it
 * @param shares of the width that the columns take
 * @param aligned how each column's words stand
 * @param rows the first is the heading
 * @param bold rows in bold besides the heading, by index
 * @param size of the letters, mm
 */
record PaperTable(
    String title,
    List<Double> shares,
    List<Pen.Align> aligned,
    List<List<String>> rows,
    List<Integer> bold,
    double size) {
  private static final double RULE_MM = 0.13;
  static final double ROW = 1.75;
  static final double TITLE = 2.6;

  PaperTable {
    shares = List.copyOf(shares);
    aligned = List.copyOf(aligned);
    rows = List.copyOf(rows);
    bold = List.copyOf(bold);
  }

  double rowHeight() {
    return size * ROW;
  }

  double height() {
    return size * TITLE + rows.size() * rowHeight();
  }

  /** Draws it below a line; returns where it ends. */
  double draw(Pen pen, double left, double top, double width) throws IOException {
    pen.text(title, left, top - size * 1.5, Pen.Ink.bold(size * 1.15), Pen.Align.LEFT);
    double y = top - size * TITLE;
    List<Double> edges = new ArrayList<>(List.of(left));
    shares.forEach(share -> edges.add(edges.get(edges.size() - 1) + share * width));
    pen.line(left, y, left + width, y, RULE_MM * 2, Pen.INK);
    double start = y;
    for (int i = 0; i < rows.size(); i++) {
      boolean heavy = i == 0 || bold.contains(i);
      for (int k = 0; k < rows.get(i).size(); k++) {
        cell(pen, rows.get(i).get(k), aligned.get(k), edges.get(k), edges.get(k + 1), y, heavy);
      }
      y -= rowHeight();
      pen.line(left, y, left + width, y, i == 0 ? RULE_MM * 2 : RULE_MM, Pen.INK);
    }
    for (double edge : edges) {
      pen.line(edge, start, edge, y, RULE_MM, Pen.INK);
    }
    return y;
  }

  /** A cell's words, smaller where they are too long for it. */
  private void cell(
      Pen pen, String words, Pen.Align align, double left, double right, double top, boolean heavy)
      throws IOException {
    double pad = size * 0.4;
    double room = right - left - 2 * pad;
    double width = pen.faces().width(words, heavy, size);
    double fitting = width > room ? size * room / width : size;
    double x =
        switch (align) {
          case LEFT -> left + pad;
          case CENTRE -> (left + right) / 2;
          case RIGHT -> right - pad;
        };
    double base = top - rowHeight() / 2 - fitting * Faces.CAPITALS / 2;
    pen.text(words, x, base, new Pen.Ink(heavy, fitting, Pen.INK), align);
  }
}
