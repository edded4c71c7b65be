package vn.khuxuong.report.register;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import vn.khuxuong.platform.file.CsvText;
import vn.khuxuong.platform.problem.ProblemException;
import vn.khuxuong.report.ReportProblem;

/** Makes a table of a file, by its content and never by its name; refuses what could do harm. */
final class ReadTable {
  static final int MOST_ROWS = 5_000;
  static final int MOST_COLUMNS = 60;
  private static final int MOST_ENTRIES = 300;
  private static final long MOST_UNPACKED = 40_000_000;
  private static final long SMALL = 1_000_000;
  private static final long MOST_RATIO = 150;
  private static final byte[] ZIP = {'P', 'K', 3, 4};
  private static final byte[] OLE = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

  private ReadTable() {}

  /**
   * Reads a workbook (XLSX) or CSV in UTF-8 with commas, semicolons or tabs.
   *
   * @throws ProblemException {@link ReportProblem#BAD_FILE}
   */
  static Table of(byte[] file) {
    if (file.length == 0) {
      throw bad("Tệp rỗng.", "The file is empty.")
          .remedy("Chọn lại tệp có dữ liệu.", "Choose a file that has data.");
    }
    if (begins(file, OLE)) {
      throw bad("Tệp Excel kiểu cũ hoặc có mật khẩu.", "An old or encrypted Excel file.")
          .remedy("Lưu lại dưới dạng .xlsx không mật khẩu.", "Save it as .xlsx without password.");
    }
    if (begins(file, ZIP)) {
      guard(file);
      return ReadWorkbook.of(file);
    }
    return csv(file);
  }

  /** Counts what comes out of the archive, whatever it says of itself. */
  private static void guard(byte[] file) {
    long unpacked = 0;
    int entries = 0;
    byte[] buffer = new byte[1 << 16];
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        String name = entry.getName().toLowerCase(Locale.ROOT);
        if (++entries > MOST_ENTRIES || name.contains("..") || name.startsWith("/")) {
          throw bad("Tệp nén bất thường.", "An unusual archive.");
        }
        if (name.endsWith(".bin") && name.contains("vba")) {
          throw bad("Tệp có macro.", "The file has macros.")
              .remedy("Lưu lại dưới dạng .xlsx.", "Save it as .xlsx.");
        }
        for (int n = zip.read(buffer); n >= 0; n = zip.read(buffer)) {
          unpacked += n;
          if (unpacked > MOST_UNPACKED
              || (unpacked > SMALL && unpacked / file.length > MOST_RATIO)) {
            throw bad(
                    "Tệp bung ra quá lớn so với kích thước (bom nén).",
                    "The file unpacks to far more than its size (a zip bomb).")
                .remedy(
                    "Mở trong bảng tính và lưu lại dưới dạng .xlsx, hoặc “CSV UTF-8”.",
                    "Open it in a spreadsheet and save it as .xlsx, or “CSV UTF-8”.");
          }
        }
      }
    } catch (ZipException | IllegalArgumentException e) {
      throw bad("Tệp nén hỏng.", "The archive is broken.");
    } catch (IOException e) {
      throw bad("Tệp nén hỏng.", "The archive is broken.").causedBy(e);
    }
  }

  private static Table csv(byte[] file) {
    String text = utf8(file);
    String body = text.startsWith("\ufeff") ? text.substring(1) : text;
    CSVFormat format =
        CSVFormat.RFC4180.builder().setDelimiter(separator(body)).setIgnoreEmptyLines(false).get();
    List<Table.Row> rows = new ArrayList<>();
    List<String> header = new ArrayList<>();
    try (CSVParser csv = CSVParser.parse(new StringReader(body), format)) {
      long line = 1;
      for (CSVRecord record : csv) {
        List<Cell> cells =
            Arrays.stream(record.values())
                .map(value -> Cell.text(CsvText.unguarded(value)))
                .map(cell -> cell.text().startsWith("=") ? formula(cell) : cell)
                .toList();
        if (cells.stream().anyMatch(cell -> !cell.isEmpty())) {
          if (header.isEmpty()) {
            cells.forEach(cell -> header.add(cell.text()));
            checkColumns(header.size());
          } else {
            rows.add(new Table.Row((int) line, false, cells));
            checkRows(rows.size());
          }
        }
        line = csv.getCurrentLineNumber() + 1;
      }
    } catch (IOException | UncheckedIOException | IllegalStateException e) {
      throw bad("CSV hỏng (ngoặc kép?).", "The CSV is broken (quotes?).")
          .remedy(
              "Kiểm tra dấu ngoặc kép mở mà không đóng, hoặc lưu dưới dạng .xlsx.",
              "Look for a quote that is opened and not closed, or save it as .xlsx.");
    }
    return new Table(header, rows, List.of());
  }

  private static Cell formula(Cell cell) {
    return new Cell(Cell.Kind.FORMULA, cell.text(), null);
  }

  private static String utf8(byte[] file) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file)).toString();
      if (text.indexOf('\0') < 0) {
        return text;
      }
    } catch (CharacterCodingException e) {
      // told below
    }
    throw bad("Tệp không phải XLSX, cũng không phải CSV mã UTF-8.", "Neither XLSX nor UTF-8 CSV.")
        .remedy("Lưu lại dưới dạng .xlsx hoặc “CSV UTF-8”.", "Save it as .xlsx or “CSV UTF-8”.");
  }

  private static char separator(String text) {
    String head = text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
    char best = ',';
    long most = 0;
    for (char c : new char[] {',', ';', '\t'}) {
      long count = head.chars().filter(x -> x == c).count();
      if (count > most) {
        best = c;
        most = count;
      }
    }
    return best;
  }

  static void checkRows(int rows) {
    if (rows > MOST_ROWS) {
      throw bad("Tệp có hơn " + MOST_ROWS + " dòng.", "The file has over " + MOST_ROWS + " rows.")
          .remedy("Chia thành nhiều tệp.", "Send it in parts.");
    }
  }

  static void checkColumns(int columns) {
    if (columns > MOST_COLUMNS) {
      throw bad(
          "Tệp có hơn " + MOST_COLUMNS + " cột.",
          "The file has over " + MOST_COLUMNS + " columns.");
    }
  }

  private static boolean begins(byte[] file, byte[] start) {
    return file.length >= start.length
        && Arrays.equals(file, 0, start.length, start, 0, start.length);
  }

  static ProblemException bad(String vi, String en) {
    return ReportProblem.BAD_FILE.with(vi, en).field("file");
  }
}
