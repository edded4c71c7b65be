package vn.khuxuong.tenancy;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import vn.khuxuong.platform.file.CsvText;
import vn.khuxuong.platform.problem.ApiProblem;

/** Lists as CSV (RFC 4180, UTF-8), with texts that no spreadsheet takes for formulas. */
public final class CsvAnswer {
  private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

  private CsvAnswer() {}

  /**
   * Whether {@code f} asks for CSV.
   *
   * @throws vn.khuxuong.platform.problem.ProblemException where it is neither csv nor json
   */
  public static boolean isAsked(String format) {
    if (!format.equals("json") && !format.equals("csv")) {
      throw ApiProblem.BAD_PARAMETER
          .with("f phải là json hoặc csv.", "f must be json or csv.")
          .field("f");
    }
    return format.equals("csv");
  }

  /**
   * The file.
   *
   * @param name without its ending
   */
  public static ResponseEntity<byte[]> of(String name, List<String> head, List<List<String>> rows) {
    StringWriter out = new StringWriter();
    out.write('\ufeff'); // so that spreadsheets read the accents
    try (CSVPrinter csv = new CSVPrinter(out, CSVFormat.RFC4180)) {
      csv.printRecord(head);
      for (List<String> row : rows) {
        csv.printRecord(row.stream().map(CsvText::guarded).toList());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .contentType(CSV)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(name + ".csv").build().toString())
        .body(out.toString().getBytes(StandardCharsets.UTF_8));
  }
}
