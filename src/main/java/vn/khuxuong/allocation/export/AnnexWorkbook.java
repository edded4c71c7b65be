package vn.khuxuong.allocation.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import vn.khuxuong.allocation.round.ClosedRounds.Annex;
import vn.khuxuong.platform.web.Language;

/** The annex as a workbook: the list, with numbers as numbers, and the proof on a second sheet. */
final class AnnexWorkbook {
  private static final List<Integer> NUMBERS = List.of(0, 2, 7);
  private static final int WIDTH_OF_CHARACTER = 256;

  private AnnexWorkbook() {}

  static byte[] write(Annex annex, Language language) {
    try (XSSFWorkbook book = new XSSFWorkbook();
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      CellStyle heading = book.createCellStyle();
      Font bold = book.createFont();
      bold.setBold(true);
      heading.setFont(bold);
      CellStyle wrapped = book.createCellStyle();
      wrapped.setWrapText(true);
      wrapped.setVerticalAlignment(VerticalAlignment.TOP);
      List<List<String>> rows = AnnexTable.rows(annex, language);
      Sheet list = book.createSheet(language.choose("Danh sách", "List"));
      for (int i = 0; i < rows.size(); i++) {
        row(list.createRow(i), rows.get(i), i == 0 ? heading : null, wrapped);
      }
      for (int column = 0; column < rows.get(0).size(); column++) {
        list.setColumnWidth(column, (column == 9 ? 100 : 16) * WIDTH_OF_CHARACTER);
      }
      list.createFreezePane(0, 1);
      int last = rows.get(0).size() - 1;
      list.setAutoFilter(new CellRangeAddress(0, rows.size() - 1, 0, last));
      list.setRepeatingRows(new CellRangeAddress(0, 0, 0, last));
      list.getPrintSetup().setLandscape(true);
      list.getPrintSetup().setFitHeight((short) 0);
      list.setFitToPage(true);
      Sheet proof = book.createSheet(language.choose("Chứng cứ", "Proof"));
      List<List<String>> facts = AnnexTable.facts(annex, language);
      for (int i = 0; i < facts.size(); i++) {
        Row row = proof.createRow(i);
        row.createCell(0).setCellValue(facts.get(i).get(0));
        row.createCell(1).setCellValue(facts.get(i).get(1));
      }
      proof.setColumnWidth(0, 40 * WIDTH_OF_CHARACTER);
      proof.setColumnWidth(1, 70 * WIDTH_OF_CHARACTER);
      book.write(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void row(
      Row row, List<String> texts, @Nullable CellStyle heading, CellStyle wrapped) {
    for (int i = 0; i < texts.size(); i++) {
      Cell cell = row.createCell(i);
      if (heading != null) {
        cell.setCellStyle(heading);
        cell.setCellValue(texts.get(i));
      } else if (NUMBERS.contains(i) && !texts.get(i).isEmpty()) {
        cell.setCellStyle(wrapped);
        cell.setCellValue(Double.parseDouble(texts.get(i)));
      } else {
        cell.setCellStyle(wrapped);
        cell.setCellValue(texts.get(i));
      }
    }
  }
}
