package vn.khuxuong.report.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.khuxuong.report.LedgerDesk.API;
import static vn.khuxuong.report.LedgerDesk.event;
import static vn.khuxuong.report.LedgerDesk.line;
import static vn.khuxuong.report.LedgerDesk.sum;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import vn.khuxuong.platform.security.Accounts;
import vn.khuxuong.report.LedgerDesk;
import vn.khuxuong.tenancy.ProcessTest;
import vn.khuxuong.zoning.PlanDesk.Answer;

/** The report for the public, as files and on paper. */
@ProcessTest
class ReportHttpTest {
  @LocalServerPort private int port;
  @Autowired private Accounts accounts;
  @Autowired private JdbcClient jdbc;

  private LedgerDesk ledger;

  @BeforeEach
  void open() {
    ledger = new LedgerDesk(port, accounts, jdbc);
    ledger.clean();
    ledger.rate("2025-09-01", 26_000);
  }

  @AfterEach
  void close() {
    ledger.clean();
  }

  @Test
  void thePublicSeesMovementsOnlyOnceThreeFirmsMovedInEachCell() {
    ledger.record(ledger.registration("2025-09-01", "zone", "HP"));
    ledger.record(ledger.registration("2025-09-02", "zone", "HP"));
    ledger.publish("2025-09-30");
    JsonNode two = ledger.get(null, "?on=2025-12-30");
    assertThat(sum(two)).as("two projects are not told").isEqualTo("211/1532000000");
    assertThat(line(two, "zone", "HP").path("projects").asInt()).isZero();
    assertThat(sum(ledger.report("on=2026-06-30"))).isEqualTo("213/1534000000");

    ledger.record(ledger.registration("2025-09-03", "zone", "HP"));
    ledger.record(ledger.registration("2025-09-04", "zone", "TT"));
    assertThat(sum(ledger.get(null, "?on=2026-06-30")))
        .as("nothing moves between two editions")
        .isEqualTo("211/1532000000");
    ledger.publish("2025-12-31");
    JsonNode four = ledger.get(null, "?on=2026-06-30");
    assertThat(sum(four)).as("the one in TT waits").isEqualTo("214/1535000000");
    assertThat(four.path("projectsOn").asString()).isEqualTo("2025-12-31");
    assertThat(line(four, "zone", "HP").path("projects").asInt()).isEqualTo(3);
    assertThat(line(four, "zone", "TT").path("projects").asInt()).isZero();
    assertThat(line(four, "zone", "OPENING").path("projects").asInt()).isEqualTo(211);
    assertThat(four.path("staff").asBoolean()).isFalse();
    assertThat(ledger.get(null, "?on=2025-12-30").path("projectsOn").asString())
        .as("only ends of quarters are published")
        .isEqualTo("2025-09-30");
    assertThat(sum(ledger.get(null, "?on=2026-06-30&known=2025-09-29")))
        .isEqualTo("211/1532000000");
    String csv = text(ledger.desk.get(null, API + "/tables/zone.csv?on=2026-06-30&lang=en"));
    assertThat(csv).contains("HP,", ",3,3000000,").contains("TOTAL,The whole city,214,1535000000,");
  }

  @Test
  void anAdjustmentOfOneFirmWaitsForTwoOthers() {
    List<String> codes = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      Map<String, Object> project = ledger.registration("2025-09-0" + (1 + i), "zone", "HP");
      ledger.record(project);
      codes.add((String) project.get("project"));
    }
    ledger.publish("2025-09-30");
    ledger.rate("2025-10-01", 26_000);
    for (int i = 0; i < 3; i++) {
      ledger.record(
          event(codes.get(i), "ADJUSTED", "2025-10-02", "capital", 2_000_000, "currency", "USD"));
      String day = List.of("2025-10-31", "2025-11-30", "2025-12-31").get(i);
      ledger.publish(day);
      assertThat(sum(ledger.get(null, "?on=" + day)))
          .isEqualTo(i < 2 ? "214/1535000000" : "214/1538000000");
    }
    assertThat(sum(ledger.report("on=2025-12-31"))).isEqualTo("214/1538000000");
  }

  @Test
  void filesSayWhatThePageSays() throws IOException {
    ledger.record(ledger.registration("2025-09-01", "zone", "HP", "capital", 12_345_678));
    String dates = "on=2025-12-31&lang=en";
    Answer csv = ledger.desk.get(ledger.officer, API + "/tables/zone.csv?" + dates);
    assertThat(text(csv)).startsWith("\ufeffCode,Name,Projects").contains(",1,12345678,");
    assertThat(text(csv)).contains("TOTAL,The whole city,212,1544345678,");
    Answer book = ledger.desk.get(ledger.officer, API + "/report.xlsx?" + dates);
    try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(book.raw().body()))) {
      var sheet = workbook.getSheet("Projects by zone");
      var last = sheet.getRow(sheet.getLastRowNum());
      assertThat(last.getCell(2).getNumericCellValue()).isEqualTo(212);
      assertThat(last.getCell(3).getNumericCellValue()).isEqualTo(1_544_345_678d);
      assertThat(workbook.getNumberOfSheets()).isGreaterThan(8);
    }
    assertThat(text(ledger.desk.get(ledger.officer, API + "/report.csv?" + dates)))
        .contains("Projects by sector", "Leases ending by year");
    assertThat(ledger.desk.get(null, API + "/tables/nothing.csv").status()).isEqualTo(404);
    assertThat(sum(ledger.get(ledger.officer, "/report.json?" + dates)))
        .isEqualTo("212/1544345678");
  }

  @Test
  void theDossierHasASheetForEachZoneAndTheSameBytes() throws IOException {
    Map<String, Object> project = ledger.registration("2025-09-01", "zone", "HP");
    ledger.record(project);
    ledger.record(event(project.get("project"), "MOVED", "2025-10-01", "zone", "CL"));
    String path = API + "/dossier.pdf?on=2025-12-31&known=2099-01-01";
    byte[] once = ledger.desk.get(ledger.officer, path).raw().body();
    assertThat(ledger.desk.get(ledger.officer, path).raw().body()).isEqualTo(once);
    byte[] open = ledger.desk.get(null, path).raw().body();
    assertThat(open).isNotEqualTo(once);
    try (PDDocument pdf = Loader.loadPDF(once)) {
      String text = new PDFTextStripper().getText(pdf);
      assertThat(text).contains("211", "1.532.000.000", "Số dư mở đầu", "không có giá trị pháp lý");
      for (String zone : List.of("(TT)", "(TB)", "(HP)", "(CL)", "(BC)")) {
        assertThat(text).contains(zone);
      }
      assertThat(pdf.getNumberOfPages()).isGreaterThan(6);
    }
    ledger.record(event(project.get("project"), "WITHDRAWN", "2025-11-01"));
    assertThat(ledger.desk.get(ledger.officer, path).raw().body()).isNotEqualTo(once);
  }

  @Test
  void readsNothingButItsOwnSchemaAndThePublishedOne() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/main/java/vn/khuxuong/report"))) {
      for (Path file : files.filter(one -> one.toString().endsWith("Store.java")).toList()) {
        assertThat(Files.readString(file))
            .as(file.toString())
            .doesNotContainPattern(
                "(from|join|into|update)\\s+(zoning|space|tenancy|allocation|derived)\\.");
      }
    }
  }

  private static String text(Answer answer) {
    assertThat(answer.status()).isEqualTo(200);
    return new String(answer.raw().body(), StandardCharsets.UTF_8);
  }
}
