package vn.khuxuong.zoning.rule;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * A table for people: texts and numbers that leave as CSV or as a workbook. No text of it is ever
 * taken for a formula.
 *
 * @param title name of the sheet
 * @param headings bilingual headings of the columns
 * @param rows cells, each a {@link String}, {@link BigDecimal} or {@link Integer}
 * @param notes lines below the table
 */
record Table(String title, List<String> headings, List<List<Object>> rows, List<String> notes) {
  private static final String BYTE_ORDER_MARK = "\uFEFF";
  private static final int CHARACTER = 256;
  private static final int WIDEST = 45;

  Table {
    headings = List.copyOf(headings);
    rows = rows.stream().map(List::copyOf).toList();
    notes = List.copyOf(notes);
  }

  /** RFC 4180 in UTF-8 with a byte order mark, decimal points, notes as rows of one cell. */
  byte[] toCsv() {
    StringBuilder csv = new StringBuilder(BYTE_ORDER_MARK);
    csv.append(line(headings));
    rows.forEach(row -> csv.append(line(row)));
    notes.forEach(note -> csv.append(line(List.of(note))));
    return csv.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String line(List<?> cells) {
    return cells.stream().map(Table::csvCell).collect(Collectors.joining(",")) + "\r\n";
  }

  private static String csvCell(Object value) {
    if (!(value instanceof String text)) {
      return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
    }
    String safe = harmless(text);
    return safe.matches("(?s).*[\",\r\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
  }

  /** Spreadsheets run texts that begin like this; an apostrophe makes them plain text. */
  private static String harmless(String text) {
    return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }

  /** An XLSX workbook of one sheet; numbers are numbers with their decimals. */
  byte[] toXlsx() {
    try (XSSFWorkbook book = new XSSFWorkbook();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
      Sheet sheet = book.createSheet(title);
      Styles styles = new Styles(book);
      fill(sheet.createRow(0), headings, styles);
      for (Cell heading : sheet.getRow(0)) {
        heading.setCellStyle(styles.heading);
      }
      for (List<Object> row : rows) {
        fill(sheet.createRow(sheet.getLastRowNum() + 1), row, styles);
      }
      int notesFrom = sheet.getLastRowNum() + 2;
      for (int i = 0; i < notes.size(); i++) {
        fill(sheet.createRow(notesFrom + i), List.of(notes.get(i)), styles);
      }
      sheet.createFreezePane(1, 1);
      for (int column = 0; column < headings.size(); column++) {
        sheet.setColumnWidth(column, width(column) * CHARACTER);
      }
      book.write(bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void fill(Row row, List<?> values, Styles styles) {
    for (int i = 0; i < values.size(); i++) {
      Cell cell = row.createCell(i);
      if (values.get(i) instanceof BigDecimal number) {
        cell.setCellValue(number.doubleValue());
        cell.setCellStyle(number.scale() == 4 ? styles.hectares : styles.percent);
      } else if (values.get(i) instanceof Integer number) {
        cell.setCellValue(number);
      } else {
        // A text cell is never run, whatever it begins with.
        cell.setCellValue(values.get(i).toString());
      }
    }
  }

  private int width(int column) {
    int longest = headings.get(column).length();
    for (List<Object> row : rows) {
      longest = Math.max(longest, row.get(column).toString().length());
    }
    return Math.min(longest + 2, WIDEST);
  }

  private static final class Styles {
    private final CellStyle heading;
    private final CellStyle hectares;
    private final CellStyle percent;

    Styles(XSSFWorkbook book) {
      Font bold = book.createFont();
      bold.setBold(true);
      heading = book.createCellStyle();
      heading.setFont(bold);
      heading.setWrapText(true);
      hectares = book.createCellStyle();
      hectares.setDataFormat(book.createDataFormat().getFormat("#,##0.0000"));
      percent = book.createCellStyle();
      percent.setDataFormat(book.createDataFormat().getFormat("0.00"));
    }
  }
}
