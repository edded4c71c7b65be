package vn.khuxuong.allocation.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.khuxuong.allocation.round.RoundDesk;
import vn.khuxuong.platform.security.Accounts;
import vn.khuxuong.tenancy.ProcessTest;

/** The annex of a round of many pages. */
@ProcessTest
class AnnexLengthHttpTest {
  private static final int MANY = 200;

  @LocalServerPort private int port;
  @Autowired private Accounts accounts;
  @Autowired private JdbcClient jdbc;

  @Test
  void everyPageHasTheHeadingAndNoApplicationIsLost() throws Exception {
    RoundDesk desk = new RoundDesk(port, accounts, jdbc, MANY);
    String url = desk.solved("");
    byte[] pdf = desk.desk.get(desk.officer, url + "/annex.pdf?lang=vi").raw().body();
    List<String> found = new ArrayList<>();
    try (PDDocument document = Loader.loadPDF(pdf)) {
      assertThat(document.getNumberOfPages()).isGreaterThan(10);
      PDFTextStripper stripper = new PDFTextStripper();
      for (int page = 1; page <= document.getNumberOfPages(); page++) {
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        String text = stripper.getText(document);
        assertThat(text)
            .as("page %d", page)
            .contains("Thứ tự", "Mã hồ sơ", "Nhà xưởng", "Diện tích")
            .contains("Trang " + page + " / " + document.getNumberOfPages())
            .doesNotContain("?");
        Matcher codes = Pattern.compile("^[0-9]+ (HS-9[0-9]+) ", Pattern.MULTILINE).matcher(text);
        while (codes.find()) {
          found.add(codes.group(1));
        }
      }
    }
    assertThat(found).hasSize(MANY).doesNotHaveDuplicates();
    byte[] xlsx = desk.desk.get(desk.officer, url + "/annex.xlsx?lang=vi").raw().body();
    try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(xlsx))) {
      XSSFSheet list = book.getSheetAt(0);
      assertThat(list.getLastRowNum()).isEqualTo(MANY);
      assertThat(list.getRepeatingRows().formatAsString()).isEqualTo("1:1");
      assertThat(list.getCTWorksheet().getAutoFilter().getRef()).isEqualTo("A1:J201");
    }
  }
}
