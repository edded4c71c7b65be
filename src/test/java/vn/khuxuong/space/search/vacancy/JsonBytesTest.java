package vn.khuxuong.space.search.vacancy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/** Every value is written as the object mapper writes it. */
class JsonBytesTest {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER).build();

  @ParameterizedTest
  @ValueSource(
      doubles = {
        0,
        -0.0,
        1,
        -1,
        0.1,
        12.25,
        106.742816,
        0.001,
        0.000999,
        0.0001,
        9_999_999.5,
        1e7,
        1.5e9,
        1e22,
        -264.05,
        0.1 + 0.2,
        1.0 / 3,
        123_456.789_012_3,
        Double.MAX_VALUE,
        Double.MIN_VALUE
      })
  void numbersAreAsShortAsTheyCanBe(double number) {
    assertThat(written(out -> out.number(number))).isEqualTo(MAPPER.writeValueAsString(number));
  }

  @Test
  void soAreAnyNumbers() {
    Random random = new Random(3);
    for (int i = 0; i < 50_000; i++) {
      double scale = Math.pow(10, random.nextInt(9));
      double number = Math.round(random.nextGaussian() * 1e9 / scale) / (scale / 10);
      double any = i % 2 == 0 ? number : random.nextGaussian() * scale;
      assertThat(written(out -> out.number(any))).isEqualTo(MAPPER.writeValueAsString(any));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 7, 10, -10, 99, 100, Long.MAX_VALUE, Long.MIN_VALUE})
  void wholeNumbersAre(long number) {
    assertThat(written(out -> out.number(number))).isEqualTo(String.valueOf(number));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "KCX Tân Thuận",
        "Khu công nghiệp Hiệp Phước",
        "\"a\\b\"",
        "a\nb\u0001",
        "😀 m²"
      })
  void textsAreEscapedWhereTheyMustBe(String text) {
    assertThat(written(out -> out.text(text))).isEqualTo(MAPPER.writeValueAsString(text));
    assertThat(written(out -> out.texts(List.of(text, text))))
        .isEqualTo(MAPPER.writeValueAsString(List.of(text, text)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-11-27", "0001-01-01", "9999-12-31", "+10000-01-01", "-0001-01-01"})
  void daysAre(String day) {
    LocalDate date = LocalDate.parse(day);
    assertThat(written(out -> out.day(date))).isEqualTo(MAPPER.writeValueAsString(date));
  }

  @Test
  void whatIsMissingIsNull() {
    assertThat(written(out -> out.text(null))).isEqualTo("null");
    assertThat(written(out -> out.day(null))).isEqualTo("null");
    assertThat(written(out -> out.orNull((Double) null))).isEqualTo("null");
    assertThat(written(out -> out.orNull((Integer) null))).isEqualTo("null");
  }

  private static String written(Consumer<JsonBytes> writing) {
    JsonBytes out = new JsonBytes(1);
    writing.accept(out);
    return new String(out.toBytes(), StandardCharsets.UTF_8);
  }
}
