package vn.khuxuong.space.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.khuxuong.KhuxuongTest;

@KhuxuongTest
class SearchHttpTest {
  @LocalServerPort private int port;
  private final HttpClient http = HttpClient.newHttpClient();
  private final JsonMapper json = JsonMapper.builder().build();

  @ParameterizedTest
  @CsvSource({
    "tan binh, ZONE TB",
    "Tân Bình, ZONE TB",
    "TÂN  BÌNH, ZONE TB",
    "tan binh industrial, ZONE TB",
    "dien tu, SECTOR ELECTRONICS",
    "điện tử, SECTOR ELECTRONICS",
    "electronics, SECTOR ELECTRONICS",
    "tt-b, BUILDING TT-B",
    "nha xuong b tan thuan, BUILDING TT-B",
    "phan khu ho tro 1, SUBZONE HT-01",
    "khuon mau, SECTOR MOULD",
    "pvh, ZONE PVH"
  })
  void bestHitIsFoundWithoutAccents(String text, String hit) throws Exception {
    assertThat(hits(text)).first().isEqualTo(hit);
  }

  @Test
  void decomposedLettersAreTheSameLetters() throws Exception {
    assertThat(hits("ta\u0302n bi\u0300nh")).first().isEqualTo("ZONE TB");
  }

  @Test
  void hitCarriesBothLanguagesAndAPlace() throws Exception {
    JsonNode hit = answer("tan thuan").path(0);
    assertThat(hit.propertyNames())
        .containsExactly(
            "kind", "code", "zoneCode", "titleVi", "titleEn", "noteVi", "noteEn", "centre");
    assertThat(hit.path("titleVi").asString()).isEqualTo("KCX Tân Thuận");
    assertThat(hit.path("noteVi").asString()).matches("3 nhà xưởng, [\\d.]+ m² trống");
    assertThat(hit.path("noteEn").asString()).matches("3 buildings, [\\d,]+ m² free");
    assertThat(hit.path("centre").path(1).asDouble()).isBetween(10.75, 10.78);
    JsonNode sector = answer("dien tu").path(0);
    assertThat(sector.path("zoneCode").isNull()).isTrue();
    assertThat(sector.path("centre").isNull()).isTrue();
  }

  @Test
  void subzonesSayTheirLandUseAndHectares() throws Exception {
    JsonNode hit = answer("phan khu ho tro 1").path(0);
    assertThat(hit.path("zoneCode").asString()).isEqualTo("PVH");
    assertThat(hit.path("noteVi").asString()).isEqualTo("Phân khu hỗ trợ, 21,2 ha");
    assertThat(hit.path("noteEn").asString()).isEqualTo("Support subzone, 21.2 ha");
  }

  @Test
  void atMostTwentyHits() throws Exception {
    assertThat(hits("n")).hasSize(20);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   ", "%", "_", "\\", "' or 1=1 --", "không có khu nào như thế"})
  void nothingIsFoundByNothingOrByPatternSigns(String text) throws Exception {
    assertThat(hits(text)).isEmpty();
  }

  @Test
  void longTextIsRefused() throws Exception {
    assertThat(send("a".repeat(101)).statusCode()).isEqualTo(400);
  }

  private List<String> hits(String text) throws Exception {
    List<String> hits = new ArrayList<>();
    for (JsonNode hit : answer(text)) {
      hits.add(hit.path("kind").asString() + " " + hit.path("code").asString());
    }
    return hits;
  }

  private JsonNode answer(String text) throws Exception {
    HttpResponse<String> answer = send(text);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return json.readTree(answer.body()).path("hits");
  }

  private HttpResponse<String> send(String text) throws Exception {
    URI uri =
        URI.create(
            "http://localhost:"
                + port
                + "/api/v1/search?q="
                + URLEncoder.encode(text, StandardCharsets.UTF_8));
    return http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
  }
}
