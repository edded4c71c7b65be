package vn.khuxuong.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.decoder.Decoder;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.khuxuong.KhuxuongTest;

/** The sheet of a run of bays, before any script runs. */
@KhuxuongTest
class UnitPageHttpTest {
  @LocalServerPort private int port;
  private final HttpClient client = HttpClient.newHttpClient();

  private HttpResponse<String> get(String path) throws Exception {
    return client.send(
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build(),
        BodyHandlers.ofString());
  }

  private static String markup(HttpResponse<String> page) {
    return page.body().replaceAll("(?s)<script.*?</script>", "");
  }

  @Test
  void hasEveryFieldOfAnIndustrialUnitSheet() throws Exception {
    HttpResponse<String> page = get("/units/TT-C/2/0-1?on=2026-11-24");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.headers().firstValue("Content-Language")).hasValue("vi");
    assertThat(markup(page))
        .contains("<html lang=\"vi\">", "Tầng 2, khoang 0–1", "Nhà xưởng C, KCX Tân Thuận")
        .contains("TT-C-2.0–2.1", "kN/m²", "t/m²", "Tải tập trung", "Chiều cao thông thủy")
        .contains("Lưới cột", "kVA", "m³/ngày", "cột ", "Ống khí thải riêng", "Thang hàng", "cửa ")
        .contains("Chỗ đỗ bốc dỡ", "Xe tải lên tới", "QCVN 06:2022/BXD", "Chữa cháy tự động")
        .contains("Chiều cao PCCC", "Ngành được nhận", "Bên cạnh", "Phí quản lý", "2041")
        .contains("USD", "đ/m²/tháng", "Nghị quyết 198/2025/QH15, điều 7", "Số minh họa")
        .contains("24/11/2026", "EPSG:9210", "không có giá trị pháp lý")
        .contains("class=\"unit-plan\"", "class=\"unit-section\"", "class=\"unit-map\"")
        .doesNotContain("{{", "⟦", "Minh Họa 0");
  }

  @Test
  void speaksEnglishToo() throws Exception {
    assertThat(markup(get("/units/TT-C/2/0?lang=en")))
        .contains("<html lang=\"en\">", "Unit sheet", "Floor load", "Wastewater", "Goods lift")
        .contains("hreflang=\"vi\"");
  }

  @Test
  void qrCodeReadsAsTheSheetsOwnAddress() throws Exception {
    String page = get("/units/TT-C/2/0-1").body();
    Matcher code =
        Pattern.compile("viewBox=\"0 0 (\\d+) \\1\" role=\"img\".*?class=\"qr-ink\" d=\"([^\"]+)\"")
            .matcher(page);
    assertThat(code.find()).isTrue();
    assertThat(read(Integer.parseInt(code.group(1)), code.group(2)))
        .isEqualTo("http://127.0.0.1:" + port + "/units/TT-C/2/0-1");
  }

  private static String read(int size, String path) throws Exception {
    BitMatrix squares = new BitMatrix(size - 8, size - 8);
    Matcher run = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1").matcher(path);
    while (run.find()) {
      squares.setRegion(
          Integer.parseInt(run.group(1)) - 4,
          Integer.parseInt(run.group(2)) - 4,
          Integer.parseInt(run.group(3)),
          1);
    }
    return new Decoder().decode(squares).getText();
  }

  @Test
  void offersToApplyOnlyForWhatIsFree() throws Exception {
    String free = "";
    String let = "";
    for (int level = 1; level <= 6; level++) {
      for (int bay = 0; bay < 8; bay++) {
        String page = markup(get("/units/TT-C/" + level + "/" + bay + "?on=2026-11-24"));
        free = page.contains("Trống ngay") ? page : free;
        let = page.contains(">Đã thuê</span>") ? page : let;
      }
    }
    assertThat(free.replace("&#x3D;", "=").replace("&amp;", "&"))
        .contains("/firm/apply?building=TT-C&floor=");
    assertThat(let).isNotEmpty().doesNotContain("/firm/apply");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/units/XX-9/1/0",
        "/units/TT-C/99/0",
        "/units/TT-C/2/7-9",
        "/units/TT-C/2/2-1",
        "/units/TT-C/2/x",
        "/units/TT-C/two/0",
        // a wall stands before bay 4
        "/units/TT-C/2/3-4"
      })
  void saysSoWhenThereIsNoSuchRun(String path) throws Exception {
    HttpResponse<String> page = get(path);
    assertThat(page.statusCode()).isEqualTo(404);
    assertThat(page.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
    assertThat(page.body()).contains("Không có phiếu này");
  }
}
