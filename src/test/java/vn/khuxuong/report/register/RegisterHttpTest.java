package vn.khuxuong.report.register;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.khuxuong.report.LedgerDesk.API;
import static vn.khuxuong.report.LedgerDesk.line;
import static vn.khuxuong.report.LedgerDesk.sum;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import vn.khuxuong.platform.security.Accounts;
import vn.khuxuong.platform.security.Role;
import vn.khuxuong.report.LedgerDesk;
import vn.khuxuong.tenancy.FirmDesk;
import vn.khuxuong.tenancy.ProcessTest;
import vn.khuxuong.zoning.PlanDesk.Answer;

/** Registers: every line is judged, nothing is recorded before an officer confirms that reading. */
@ProcessTest
class RegisterHttpTest {
  private static final String HEAD =
      "Mã dự án;Tên dự án;Mã số thuế;Sự kiện;Ngày;Vốn đăng ký;Đơn vị tiền;Mã ngành VSIC;"
          + "Công nghiệp hỗ trợ;Mã khu;Quốc gia;Lao động;Diện tích m2\n";

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
  void nothingIsRecordedUntilExactlyThatReadingIsConfirmed() {
    String file =
        HEAD
            + "A-001;Khuôn mẫu An;;Đăng ký mới;05/09/2025;52.000.000.000;VND;2593;Sản phẩm;TT;Việt Nam;40;1.250,5\n"
            + "A-002;Linh kiện Bình;;Đăng ký mới;06/09/2025;1.500.000,50;USD;2610;Giấy xác nhận;HP;Nhật Bản;12;800\n"
            + ";;;;;;;;;;;;\n"
            + "A-001;;;Điều chỉnh;07/09/2025;78.000.000.000;VND;;;;;;\n";
    JsonNode read = read(file).json();
    JsonNode report = read.path("report");
    assertThat(report.path("good").asInt()).as(report.toString()).isEqualTo(3);
    assertThat(report.path("refused").asInt()).isZero();
    assertThat(report.path("numbers").asString()).isEqualTo("VI");
    assertThat(report.path("lines").path(2).path("line").asInt()).isEqualTo(5);
    assertThat(events()).isZero();

    String id = read.path("id").asString();
    Answer other = ledger.post("/registers/" + id + "/confirm", Map.of("reading", "0".repeat(64)));
    assertThat(other.status()).isEqualTo(409);
    assertThat(events()).isZero();
    Answer done =
        ledger.post(
            "/registers/" + id + "/confirm", Map.of("reading", read.path("reading").asString()));
    assertThat(done.json().path("recorded").asInt()).as(done.json().toString()).isEqualTo(3);
    JsonNode now = ledger.report("on=2025-12-31");
    // by hand: 78 bn at 26,000 is 3,000,000; and 1,500,000.50
    assertThat(sum(now)).isEqualTo("213/1536500000.5");
    assertThat(line(now, "origin", "JP").path("projects").asInt()).isEqualTo(1);
    assertThat(
            ledger
                .post(
                    "/registers/" + id + "/confirm",
                    Map.of("reading", read.path("reading").asString()))
                .status())
        .as("once")
        .isEqualTo(409);
    JsonNode again = read(file).json().path("report");
    assertThat(again.path("refused").asInt()).as("all of it is there").isEqualTo(3);
  }

  @Test
  void everyLineSaysWhatIsWrongWithIt() {
    String mst = FirmDesk.taxCode();
    String file =
        HEAD
            + row("B-1", mst, "05/09/2025", "1000000", "USD", "2593", "TT")
            + row("B-2", mst, "05/09/2025", "1000000", "USD", "2593", "TT")
            + row("B-3", "0312345678", "05/09/2025", "1000000", "USD", "2593", "TT")
            + row("B-4", "", "25/13/2025", "1000000", "USD", "2593", "TT")
            + row("B-5", "", "05/09/25", "1000000", "USD", "2593", "TT")
            + row("B-6", "", "05/09/2025", "-1000000", "USD", "2593", "TT")
            + row("B-7", "", "05/09/2025", "1,5 triệu USD", "USD", "2593", "TT")
            + row("B-8", "", "05/09/2025", "1000000", "USD/VND", "2593", "TT")
            + row("B-9", "", "05/09/2025", "1000000", "USD", "9901", "TT")
            + row("B-10", "", "05/09/2025", "1000000", "USD", "2593", "Tân Bình")
            + row("B-11", "", "05/09/2025", "=1+1", "USD", "2593", "TT")
            + row("B-12", "", "05/09/2025", "1.532", "USD", "2593", "TT")
            + row("B-1", "", "06/09/2025", "9000000000", "VND", "2593", "TT")
                .replace("Đăng ký mới", "Điều chỉnh")
            + row("B-1", "", "05/09/2025", "1000000", "USD", "2593", "TT");
    JsonNode read = read(file).json();
    JsonNode report = read.path("report");
    List<String> named = new ArrayList<>();
    for (JsonNode one : report.path("lines")) {
      named.add(
          one.path("line").asInt() + ":" + one.path("faults").path(0).path("field").asString("ok"));
      for (JsonNode fault : one.path("faults")) {
        assertThat(fault.path("remedyVi").asString()).isNotBlank();
        assertThat(fault.path("remedyEn").asString()).isNotBlank();
      }
    }
    assertThat(named)
        .containsExactly(
            "2:ok",
            "3:ok",
            "4:taxCode",
            "5:on",
            "6:on",
            "7:capital",
            "8:capital",
            "9:currency",
            "10:sector",
            "11:zone",
            "12:capital",
            "13:capital",
            "14:currency",
            "15:kind");
    assertThat(report.path("lines").path(1).path("notes").path(0).path("vi").asString())
        .contains("dòng 2");
    String id = read.path("id").asString();
    String reading = read.path("reading").asString();
    Answer refused = ledger.post("/registers/" + id + "/confirm", Map.of("reading", reading));
    assertThat(refused.status()).isEqualTo(422);
    assertThat(events()).isZero();
    Answer left =
        ledger.post(
            "/registers/" + id + "/confirm", Map.of("reading", reading, "leaveOutFaulty", true));
    assertThat(left.json().path("recorded").asInt()).isEqualTo(2);
    JsonNode styled = send(file, "?numbers=vi").json().path("report").path("lines").path(11);
    assertThat(styled.path("faults").toString()).as("the style was said").isEqualTo("[]");
  }

  @Test
  void workbooksAreReadAsTheyAreSeen() throws IOException {
    try (XSSFWorkbook book = new XSSFWorkbook();
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      XSSFSheet sheet = book.createSheet("Danh mục");
      var head = sheet.createRow(0);
      String[] names = HEAD.strip().split(";");
      for (int i = 0; i < names.length; i++) {
        head.createCell(i).setCellValue(names[i]);
      }
      for (int i = 1; i <= 5; i++) {
        var row = sheet.createRow(i + 1);
        String[] cells = row("C-" + i, "", "05/09/2025", "0", "USD", "2593", "TT").split(";", -1);
        for (int k = 0; k < cells.length; k++) {
          row.createCell(k).setCellValue(cells[k].strip());
        }
        row.getCell(5).setCellValue(1_250_000.5);
        row.getCell(7).setCellValue(2593);
      }
      var style = book.createCellStyle();
      style.setDataFormat(book.getCreationHelper().createDataFormat().getFormat("dd/mm/yyyy"));
      sheet.getRow(2).getCell(4).setCellValue(java.time.LocalDate.of(2025, 9, 4));
      sheet.getRow(2).getCell(4).setCellStyle(style);
      sheet.getRow(3).setZeroHeight(true);
      sheet.getRow(4).getCell(5).setCellFormula("1000*1000");
      sheet.addMergedRegion(new CellRangeAddress(5, 6, 1, 1));
      book.createSheet("Ghi chú").createRow(0).createCell(0).setCellValue("x");
      book.write(out);
      JsonNode report = send(out.toByteArray(), "danh-muc.xlsx", "").json().path("report");
      List<String> named = new ArrayList<>();
      for (JsonNode one : report.path("lines")) {
        named.add(
            one.path("line").asInt()
                + ":"
                + one.path("faults").path(0).path("field").asString("ok"));
      }
      assertThat(named).containsExactly("3:ok", "4:row", "5:capital", "6:name", "7:name");
      assertThat(report.path("lines").path(0).path("on").asString()).isEqualTo("2025-09-04");
      assertThat(report.path("notes").toString()).contains("Ghi chú");
    }
  }

  @Test
  void filesThatCouldDoHarmAreRefused() throws IOException {
    ByteArrayOutputStream bomb = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bomb)) {
      zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
      byte[] zeros = new byte[1 << 20];
      for (int i = 0; i < 60; i++) {
        zip.write(zeros);
      }
      zip.closeEntry();
    }
    for (byte[] file :
        List.of(
            bomb.toByteArray(),
            new byte[] {'P', 'K', 3, 4, 0, 0},
            new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0},
            new byte[] {(byte) 0xFF, (byte) 0xFE, 0, 1},
            "a;b\n1;2\n".getBytes(StandardCharsets.UTF_8),
            "Mã dự án;Sự kiện;Ngày\n\"x;y\n".getBytes(StandardCharsets.UTF_8),
            ("Mã dự án;Sự kiện;Ngày\n" + "a;b;c\n".repeat(ReadTable.MOST_ROWS + 1))
                .getBytes(StandardCharsets.UTF_8))) {
      Answer answer = send(file, "x.xlsx", "");
      assertThat(answer.status()).as(answer.json().toString()).isEqualTo(422);
      assertThat(answer.type()).isEqualTo("/problems/report/bad-file");
    }
    assertThat(jdbc.sql("select count(*) from reporting.registers").query(Long.class).single())
        .isZero();
  }

  @Test
  void registersBelongToTheOfficerWhoReadThem() {
    JsonNode read = read(HEAD + row("D-1", "", "05/09/2025", "1", "USD", "2593", "TT")).json();
    String path = API + "/registers/" + read.path("id").asString();
    assertThat(ledger.desk.get(ledger.officer, path).status()).isEqualTo(200);
    assertThat(ledger.desk.get(ledger.desk.person(Role.OFFICER), path).status()).isEqualTo(404);
    assertThat(ledger.desk.get(ledger.desk.person(Role.ADMIN), path).status()).isEqualTo(403);
    assertThat(ledger.desk.get(null, path).status()).isEqualTo(401);
    assertThat(
            ledger
                .desk
                .send(ledger.officer, HttpRequest.newBuilder(ledger.desk.uri(path)).DELETE())
                .status())
        .isEqualTo(204);
    assertThat(events()).isZero();
    assertThat(ledger.desk.get(null, API + "/registers/template.csv").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1532000|UNKNOWN|1532000",
        "1.532.000|UNKNOWN|1532000",
        "1,532,000|UNKNOWN|1532000",
        "1.532.000,50|UNKNOWN|1532000.50",
        "1,532,000.50|UNKNOWN|1532000.50",
        "12,5|UNKNOWN|12.5",
        "12.5|UNKNOWN|12.5",
        "1.532|UNKNOWN|",
        "1.532|VI|1532",
        "1.532|EN|1.532",
        "1,532|VI|1.532",
        "1,532|EN|1532",
        "1 532 000|UNKNOWN|1532000",
        "1.53.200|UNKNOWN|",
        "1,5 tỷ|UNKNOWN|",
        "-5|UNKNOWN|-5",
      })
  void numbersAreReadAsTheyWereMeant(String text, NumberText.Style style, @Nullable String number) {
    assertThat(NumberText.read(text, style).orElse(null)).isEqualTo(number);
  }

  private static String row(
      String project,
      String mst,
      String day,
      String capital,
      String currency,
      String sector,
      String zone) {
    return String.join(
            ";",
            project,
            "Dự án " + project,
            mst,
            "Đăng ký mới",
            day,
            capital,
            currency,
            sector,
            "Sản phẩm",
            zone,
            "VN",
            "10",
            "500")
        + "\n";
  }

  private long events() {
    return jdbc.sql("select count(*) from reporting.events").query(Long.class).single();
  }

  private Answer read(String text) {
    return send(text, "");
  }

  private Answer send(String text, String query) {
    return send(text.getBytes(StandardCharsets.UTF_8), "danh-muc.csv", query);
  }

  private Answer send(byte[] file, String name, String query) {
    String boundary = "----bien-gioi";
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.writeBytes(
        ("--"
                + boundary
                + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
                + name
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
            .getBytes(StandardCharsets.UTF_8));
    body.writeBytes(file);
    body.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
    return ledger.desk.send(
        ledger.officer,
        HttpRequest.newBuilder(ledger.desk.uri(API + "/registers" + query))
            .header("Content-Type", "multipart/form-data; boundary=" + boundary)
            .POST(BodyPublishers.ofByteArray(body.toByteArray())));
  }
}
