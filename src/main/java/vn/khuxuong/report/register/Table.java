package vn.khuxuong.report.register;

import java.util.List;

/**
 * A register as a table.
 *
 * @param header texts of the first row that has any
 * @param notes what the reader should know of the file as a whole, Vietnamese and English
 */
record Table(List<String> header, List<Row> rows, List<Note> notes) {
  /**
   * A row with something in it.
   *
   * @param line of the file, from 1
   * @param hidden whether somebody who opens the file does not see it
   */
  record Row(int line, boolean hidden, List<Cell> cells) {
    Cell cell(int column) {
      return column < cells.size() ? cells.get(column) : Cell.EMPTY;
    }
  }

  /** A remark in both languages. */
  record Note(String vi, String en) {}
}
