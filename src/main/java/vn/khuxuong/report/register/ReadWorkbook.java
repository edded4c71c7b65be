package vn.khuxuong.report.register;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import vn.khuxuong.platform.problem.ProblemException;

/**
 * Makes a table of the first sheet that can be seen. Formulas are not computed, merged cells not
 * divided: what is not plainly written stays marked, for its line to be refused.
 */
final class ReadWorkbook {
  private static final int MOST_MERGED = 500;

  private ReadWorkbook() {}

  static Table of(byte[] file) {
    try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(file))) {
      List<Table.Note> notes = new ArrayList<>();
      Sheet chosen = null;
      for (int i = 0; i < book.getNumberOfSheets(); i++) {
        Sheet sheet = book.getSheetAt(i);
        if (sheet.getPhysicalNumberOfRows() == 0) {
          continue;
        }
        boolean visible = book.getSheetVisibility(i) == SheetVisibility.VISIBLE;
        if (chosen == null && visible) {
          chosen = sheet;
        } else {
          notes.add(
              new Table.Note(
                  "Trang tính “" + sheet.getSheetName() + "” không được đọc.",
                  "Sheet “" + sheet.getSheetName() + "” was not read."));
        }
      }
      if (chosen == null) {
        throw ReadTable.bad("Tệp không có trang tính nào có dữ liệu.", "No sheet has any data.");
      }
      return table(chosen, notes);
    } catch (ProblemException refusal) {
      throw refusal;
    } catch (IOException | RuntimeException e) {
      // a workbook made to harm breaks its reader in many ways
      throw ReadTable.bad("Tệp XLSX hỏng.", "The XLSX file is broken.").causedBy(e);
    }
  }

  private static Table table(Sheet sheet, List<Table.Note> notes) {
    List<String> header = new ArrayList<>();
    List<Table.Row> rows = new ArrayList<>();
    List<CellRangeAddress> merged = sheet.getMergedRegions();
    if (merged.size() > MOST_MERGED) {
      throw ReadTable.bad("Tệp có quá nhiều ô gộp.", "The file has too many merged cells.")
          .remedy("Tách các ô gộp.", "Unmerge the cells.");
    }
    for (Row row : sheet) {
      ReadTable.checkColumns(Math.max(row.getLastCellNum(), 0));
      List<Cell> cells = new ArrayList<>();
      for (int i = 0; i < row.getLastCellNum(); i++) {
        int column = i;
        boolean part = merged.stream().anyMatch(range -> range.isInRange(row.getRowNum(), column));
        Cell cell = cell(row.getCell(i));
        cells.add(part && !header.isEmpty() ? new Cell(Cell.Kind.MERGED, cell.text(), null) : cell);
      }
      if (cells.stream().allMatch(Cell::isEmpty)) {
        continue;
      }
      if (header.isEmpty()) {
        cells.forEach(cell -> header.add(cell.text()));
      } else {
        boolean hidden = row.getZeroHeight();
        rows.add(new Table.Row(row.getRowNum() + 1, hidden, cells));
        ReadTable.checkRows(rows.size());
      }
    }
    for (int i = 0; i < header.size(); i++) {
      if (sheet.isColumnHidden(i) && !header.get(i).isEmpty()) {
        notes.add(
            new Table.Note(
                "Cột “" + header.get(i) + "” bị ẩn, vẫn được đọc.",
                "Column “" + header.get(i) + "” is hidden, and was read."));
      }
    }
    return new Table(header, rows, notes);
  }

  private static Cell cell(org.apache.poi.ss.usermodel.@Nullable Cell cell) {
    if (cell == null) {
      return Cell.EMPTY;
    }
    CellType type = cell.getCellType();
    return switch (type) {
      case STRING -> Cell.text(cell.getStringCellValue());
      case NUMERIC -> number(cell);
      case BOOLEAN -> Cell.text(String.valueOf(cell.getBooleanCellValue()));
      case FORMULA -> new Cell(Cell.Kind.FORMULA, "=" + cell.getCellFormula(), null);
      case ERROR -> new Cell(Cell.Kind.ERROR, "#", null);
      case BLANK, _NONE -> Cell.EMPTY;
    };
  }

  private static Cell number(org.apache.poi.ss.usermodel.Cell cell) {
    double value = cell.getNumericCellValue();
    if (DateUtil.isCellDateFormatted(cell) && DateUtil.isValidExcelDate(value)) {
      var day = cell.getLocalDateTimeCellValue().toLocalDate();
      return new Cell(Cell.Kind.DATE, day.toString(), day);
    }
    if (!Double.isFinite(value) || Math.abs(value) > 1e18) {
      return new Cell(Cell.Kind.ERROR, "#", null);
    }
    BigDecimal number = BigDecimal.valueOf(value);
    String text = number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    return new Cell(Cell.Kind.NUMBER, text, null);
  }
}
