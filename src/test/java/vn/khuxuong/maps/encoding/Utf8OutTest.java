package vn.khuxuong.maps.encoding;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class Utf8OutTest {

  private interface Writing {
    void to(Utf8Out out) throws IOException;
  }

  private static String written(Writing writing) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Utf8Out out = new Utf8Out(bytes);
    writing.to(out);
    out.flush();
    return bytes.toString(UTF_8);
  }

  @ParameterizedTest
  @CsvSource({
    "106.5, 9, 106.5",
    "-0.1, 9, -0.1",
    "0, 9, 0",
    "-0.00000000001, 9, 0",
    "106.123456789499, 9, 106.123456789",
    "106.1234567896, 9, 106.12345679",
    "10.000000001, 9, 10.000000001",
    "9.9999999999, 9, 10",
    "584005.89844, 4, 584005.8984",
    "584005.80004, 4, 584005.8",
    "20037508.342789244, 4, 20037508.3428",
    "0.00005, 4, 0.0001"
  })
  void coordinatesAreRoundedWithoutZerosAtTheEnd(double value, int decimals, String text)
      throws IOException {
    assertThat(written(out -> out.fixed(value, decimals))).isEqualTo(text);
  }

  @Test
  void coordinatesAreWithinHalfAUnitOfTheLastPlace() throws IOException {
    Random random = new Random(1);
    for (int i = 0; i < 20_000; i++) {
      int decimals = random.nextBoolean() ? 9 : 4;
      double value = (random.nextDouble() - 0.5) * Math.pow(10, random.nextInt(12 - decimals));
      String text = written(out -> out.fixed(value, decimals));
      assertThat(new BigDecimal(text).subtract(new BigDecimal(value)).abs())
          .as("%s with %d", value, decimals)
          .isLessThanOrEqualTo(BigDecimal.valueOf(5001, decimals + 4));
      assertThat(new BigDecimal(text).scale()).isLessThanOrEqualTo(decimals);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "200000, 200000",
    "-17, -17",
    "0.1, 0.1",
    "1.5E20, 1.5E20",
    "2.0E-3, 0.002",
    "123456.789, 123456.789"
  })
  void numbersAreReadAgainAsTheSame(double value, String text) throws IOException {
    assertThat(written(out -> out.number(value))).isEqualTo(text);
    assertThat(Double.parseDouble(text)).isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource({
    "0",
    "9",
    "10",
    "-1",
    "999999999999999999",
    "9223372036854775807",
    "-9223372036854775808"
  })
  void wholeNumbers(long value) throws IOException {
    assertThat(written(out -> out.whole(value))).isEqualTo(String.valueOf(value));
  }

  @Test
  void stringsAreReadAgainAsTheSame() throws IOException {
    StringBuilder all = new StringBuilder();
    for (char c = 0; c < 0x300; c++) {
      all.append(c);
    }
    all.append("Đất nhà máy 🏭 \u2028</script>");
    String text = all.toString().repeat(50);
    String json = written(out -> out.jsonString(text.getBytes(UTF_8)));
    assertThat(JsonMapper.builder().build().readTree(json).stringValue()).isEqualTo(text);
  }

  @Test
  void whatIsLargerThanTheBufferPassesThrough() throws IOException {
    byte[] large = "x".repeat(100_000).getBytes(UTF_8);
    assertThat(written(out -> out.raw('a').raw(large).raw('b').raw(large)))
        .hasSize(200_002)
        .startsWith("ax")
        .endsWith("x");
  }
}
