package vn.khuxuong.allocation.export;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.khuxuong.allocation.round.ClosedRounds;
import vn.khuxuong.platform.file.CsvText;
import vn.khuxuong.platform.web.Language;

/**
 * A round's list as a file: for everybody once the draft is shown, with the reasons for officers.
 * {@code lang=en} gives it in English.
 */
@RestController
@RequestMapping("/api/v1/rounds/{id}")
class AnnexController {
  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private final ClosedRounds rounds;

  AnnexController(ClosedRounds rounds) {
    this.rounds = rounds;
  }

  @GetMapping("/annex.csv")
  ResponseEntity<byte[]> csv(@PathVariable long id, HttpServletRequest request) throws IOException {
    ClosedRounds.Annex annex = rounds.annex(id);
    StringWriter out = new StringWriter();
    out.write('\ufeff'); // so that spreadsheets read the accents
    try (CSVPrinter csv = new CSVPrinter(out, CSVFormat.RFC4180)) {
      for (List<String> row : AnnexTable.rows(annex, Language.of(request))) {
        csv.printRecord(row.stream().map(CsvText::guarded).toList());
      }
    }
    return file(
        annex, "csv", "text/csv;charset=UTF-8", out.toString().getBytes(StandardCharsets.UTF_8));
  }

  @GetMapping("/annex.xlsx")
  ResponseEntity<byte[]> xlsx(@PathVariable long id, HttpServletRequest request) {
    ClosedRounds.Annex annex = rounds.annex(id);
    return file(annex, "xlsx", XLSX, AnnexWorkbook.write(annex, Language.of(request)));
  }

  @GetMapping("/annex.pdf")
  ResponseEntity<byte[]> pdf(@PathVariable long id, HttpServletRequest request) {
    ClosedRounds.Annex annex = rounds.annex(id);
    return file(annex, "pdf", "application/pdf", AnnexPdf.write(annex, Language.of(request)));
  }

  private static ResponseEntity<byte[]> file(
      ClosedRounds.Annex annex, String ending, String type, byte[] content) {
    return ResponseEntity.ok()
        .header(HttpHeaders.CONTENT_TYPE, type)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename("phan-bo-" + annex.code() + "." + ending)
                .build()
                .toString())
        .cacheControl(CacheControl.noStore())
        .body(content);
  }
}
