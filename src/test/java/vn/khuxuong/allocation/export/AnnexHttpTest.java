package vn.khuxuong.allocation.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import vn.khuxuong.KhuxuongTest;
import vn.khuxuong.platform.security.Accounts;
import vn.khuxuong.platform.security.Role;
import vn.khuxuong.zoning.PlanDesk;
import vn.khuxuong.zoning.PlanDesk.Answer;

/** The demo round as files. */
@KhuxuongTest
class AnnexHttpTest {
  @LocalServerPort private int port;
  @Autowired private Accounts accounts;
  private PlanDesk desk;
  private JsonNode round;
  private String url;

  @BeforeEach
  void waitForTheAnswer() throws Exception {
    desk = new PlanDesk(port, accounts);
    for (int i = 0; i < 1200; i++) {
      JsonNode first = desk.get(null, "/api/v1/rounds").json().at("/rounds/0");
      if (first.at("/run/state").asString("").equals("DONE")) {
        url = "/api/v1/rounds/" + first.path("id").asLong();
        round = desk.get(null, url).json();
        return;
      }
      Thread.sleep(150);
    }
    throw new AssertionError("the demo round was not solved in time");
  }

  @Test
  void csvListsEveryApplicationAndReasonsForOfficersOnly() {
    Answer open = desk.get(null, url + "/annex.csv?lang=vi");
    assertThat(open.header("Content-Disposition")).contains("phan-bo-2026-4.csv");
    String text = new String(open.raw().body(), StandardCharsets.UTF_8);
    assertThat(text).startsWith("\ufeffThứ tự,Mã hồ sơ,Điểm");
    assertThat(text.split("\r\n", -1)).hasSize(round.at("/run/firms").asInt() + 2);
    assertThat(text).doesNotContain("Lý do");
    String officers =
        new String(
            desk.get(desk.person(Role.OFFICER), url + "/annex.csv?lang=vi").raw().body(),
            StandardCharsets.UTF_8);
    assertThat(officers).contains("Lý do");
  }

  @Test
  void workbookHoldsNumbersAsNumbersAndTheProof() throws Exception {
    byte[] bytes = desk.get(null, url + "/annex.xlsx?lang=vi").raw().body();
    try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
      assertThat(book.getSheet("Danh sách").getLastRowNum())
          .isEqualTo(round.at("/run/firms").asInt());
      assertThat(book.getSheet("Danh sách").getRow(1).getCell(2).getNumericCellValue())
          .isPositive();
      String proof = book.getSheet("Chứng cứ").getRow(2).getCell(1).getStringCellValue();
      assertThat(proof).contains(round.at("/run/objective").asString());
    }
  }

  @Test
  void pdfIsVietnameseWithItsFontAndTheSameBytesEachTime() throws Exception {
    byte[] bytes = desk.get(null, url + "/annex.pdf?lang=vi").raw().body();
    try (PDDocument document = Loader.loadPDF(bytes)) {
      String text = new PDFTextStripper().getText(document);
      assertThat(text)
          .contains(
              "Dự thảo phụ lục",
              "Trang 1 / " + document.getNumberOfPages(),
              "Số liệu minh họa",
              "Được xếp",
              "SHA-256 đầu vào")
          .contains(round.at("/run/inputSha256").asString().substring(0, 30));
      assertThat(document.getNumberOfPages()).isGreaterThan(1);
      document
          .getPage(0)
          .getResources()
          .getFontNames()
          .forEach(
              name -> {
                try {
                  assertThat(document.getPage(0).getResources().getFont(name).isEmbedded())
                      .isTrue();
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
    }
    assertThat(desk.get(null, url + "/annex.pdf?lang=vi").raw().body()).isEqualTo(bytes);
  }
}
