package vn.khuxuong.report.indicator;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import vn.khuxuong.platform.file.CsvText;

/** Writes tables as CSV, with a byte order mark so that spreadsheets read the accents, and XLSX. */
final class ReportFiles {
  private static final int WIDTH_OF_CHARACTER = 256;

  private ReportFiles() {}

  /** One table, or several below their titles. */
  static byte[] csv(List<ReportTable> tables) {
    StringWriter out = new StringWriter();
    out.write('\ufeff');
    try (CSVPrinter csv = new CSVPrinter(out, CSVFormat.RFC4180)) {
      for (ReportTable table : tables) {
        if (tables.size() > 1) {
          csv.printRecord(CsvText.guarded(table.title()));
        }
        csv.printRecord(table.columns().stream().map(CsvText::guarded).toList());
        for (List<@Nullable Object> row : table.rows()) {
          csv.printRecord(row.stream().map(ReportFiles::cell).toList());
        }
        if (tables.size() > 1) {
          csv.println();
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** A number may begin with a minus sign; texts that a spreadsheet would run are guarded. */
  private static String cell(@Nullable Object value) {
    String text = ReportTables.text(value);
    return value instanceof Number ? text : CsvText.guarded(text);
  }

  /** A sheet for each table. */
  static byte[] workbook(List<ReportTable> tables) {
    try (XSSFWorkbook book = new XSSFWorkbook();
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      CellStyle heading = book.createCellStyle();
      Font bold = book.createFont();
      bold.setBold(true);
      heading.setFont(bold);
      for (ReportTable table : tables) {
        Sheet sheet = book.createSheet(sheetName(table.title()));
        Row head = sheet.createRow(0);
        for (int i = 0; i < table.columns().size(); i++) {
          Cell cell = head.createCell(i);
          cell.setCellStyle(heading);
          cell.setCellValue(table.columns().get(i));
          sheet.setColumnWidth(i, (i == 1 ? 40 : 22) * WIDTH_OF_CHARACTER);
        }
        sheet.createFreezePane(0, 1);
        for (int r = 0; r < table.rows().size(); r++) {
          Row row = sheet.createRow(r + 1);
          List<@Nullable Object> values = table.rows().get(r);
          for (int i = 0; i < values.size(); i++) {
            Object value = values.get(i);
            if (value instanceof Number number) {
              row.createCell(i).setCellValue(number.doubleValue());
            } else if (value != null) {
              row.createCell(i).setCellValue(value.toString());
            }
          }
        }
      }
      book.write(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** At most 31 characters, none of those that a sheet's name must not have. */
  private static String sheetName(String title) {
    String name = title.replaceAll("[\\[\\]:*?/\\\\]", " ");
    return name.length() > 31 ? name.substring(0, 31) : name;
  }
}
